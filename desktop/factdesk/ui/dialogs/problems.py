"""What a check of the library found, each in one sentence, or that everything matches."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem, QWidget

from factdesk.model.values.desk import Problem
from factdesk.ui.formats import number
from factdesk.ui.itemmodels.rows import ROW_ROLE, Index, RowListModel
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.labels import surface
from factdesk.ui.widgets.notices import EmptyState
from factdesk.ui.widgets.painting import RIGHT, paint_shape, paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks, TwoLines, view_defaults
from factdesk.words import _, ngettext

WIDTH, HEIGHT = 620, 420
LINES_MOST = 3
MILD = ("index",)


def is_serious(problem: Problem) -> bool:
    """Whether a problem touches what was filed or done; an index is only built anew."""
    return not problem.kind.startswith(MILD)


class ProblemsDialog(DialogBase):
    """A list that can be copied."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(_("Library check"), parent, width=WIDTH, cancel=_("Close"))
        self.setObjectName("problems")
        self._problems = tuple(problems)
        self.model: RowListModel[Problem] = RowListModel(_problem_words, _number_of, self)
        if not self._problems:
            words = _("Originals, texts, history and index are what they should be.")
            self.set_body(surface(EmptyState("shield-check", _("Everything matches"), words), "raised"))
            self.resize(theme().px(WIDTH), theme().px(320))
            return
        count = len(self._problems)
        self.set_title(ngettext("{count} problem found", "{count} problems found", count).format(count=number(count)))
        serious = [one for one in self._problems if is_serious(one)]
        self.model.set_rows([*serious, *(one for one in self._problems if not is_serious(one))])
        view = _ProblemList()
        view.setModel(self.model)
        self.set_body(view)
        copy = Button(_("Copy list"), icon="copy", tooltip=_("Copy the sentences as text"))
        copy.setObjectName("problems-copy")
        copy.clicked.connect(self._on_copy)
        self.add_foot(copy)
        self.foot_note.setText(_("Nothing was changed by the check."))
        self.resize(theme().px(WIDTH), theme().px(HEIGHT))

    def _on_copy(self) -> None:
        QApplication.clipboard().setText("\n".join(_problem_words(one) for one in self._problems))
        self.foot_note.setText(_("Copied"))


def _problem_words(problem: Problem) -> str:
    return f"{problem.id}: {problem.sentence}" if problem.id else problem.sentence


def _number_of(problem: Problem) -> int:
    return crc32(f"{problem.kind}\0{problem.id}\0{problem.sentence}".encode())


class _ProblemList(QListView):
    """Sentences, laid out anew when the width changes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problems-list")
        self.setAccessibleName(_("Problems"))
        view_defaults(self)
        surface(self, "raised")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setItemDelegate(_ProblemDelegate(self))


class _ProblemDelegate(RowDelegate):
    """The sign of its weight, the sentence on up to three lines, the id at the right."""

    ground = "raised"

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._lines = TwoLines()

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give the height the sentence needs."""
        del option
        problem, style = index.data(ROW_ROLE), theme()
        width = max(120, self._view.viewport().width() - 120)
        lines = self._lines.count(problem.sentence, style.font("body"), width, LINES_MOST)
        return max(style.px(40), lines * style.line("body") + style.px(22))

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one problem."""
        del option
        problem, style = index.data(ROW_ROLE), theme()
        top = rect.y() + style.px(11)
        shape = "severity:serious" if is_serious(problem) else "severity:note"
        at = QRectF(rect.x() + 7, top, 16, 16).topLeft()
        paint_shape(painter, at, shape, 16)
        name = QRectF(rect.x(), top, rect.width() - 6, style.line("body"))
        paint_text(painter, name, problem.id, style.font("small"), inks.text3, align=RIGHT)
        words = QRectF(rect.x() + 34, top, self._view.viewport().width() - 120, rect.height())
        self._lines.draw(
            painter,
            words,
            problem.sentence,
            style.font("body"),
            inks.text,
            lines=LINES_MOST,
            line_height=style.line("body"),
        )
