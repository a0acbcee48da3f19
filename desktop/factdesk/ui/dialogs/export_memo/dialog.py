"""The export dialog: choose claims and parts, see what the memo will say, choose where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from factdesk.errors import FactdeskError, UserError
from factdesk.export.document import MemoDocument, MemoIncludes, MemoRequest
from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.ids import ArticleId, VersionId
from factdesk.model.values.articles import ArticleDetail
from factdesk.model.values.claims import ClaimRow
from factdesk.model.values.desk import Scale
from factdesk.tasks.runner import Runner
from factdesk.ui.dialogs.export_memo.claim_choice import ClaimChoice
from factdesk.ui.dialogs.export_memo.preview import MemoPreview
from factdesk.ui.tasklist import Task, TaskList
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.fields import ComboField, FieldForm, TextArea
from factdesk.ui.widgets.labels import Caption, ElidedLabel, label, rule, surface
from factdesk.ui.widgets.notices import Banner
from factdesk.words import _, language, mark, ngettext

WIDTH, HEIGHT = 1180, 760
LEFT = 370
PARTS = (
    ("summary", mark("Summary table")),
    ("sources", mark("Source list")),
    ("wording", mark("Proposed wording")),
    ("open_claims", mark("Open claims")),
    ("contacts", mark("Contacts")),
    ("calculations", mark("Calculations")),
)


@dataclass(frozen=True, slots=True)
class _Material:
    article: ArticleDetail
    claims: tuple[ClaimRow, ...]
    scale: Scale
    name: str


class ExportMemoDialog(DialogBase):
    """Writes one Word file and records it; a place that cannot be written keeps the dialog open."""

    def __init__(
        self, *, library: Library, runner: Runner, tasks: TaskList, article_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Export memo"), parent, width=WIDTH, primary=_("Export memo"), cancel=_("Cancel"))
        self._library = library
        self._runner = runner
        self._tasks = tasks
        self._article_id = article_id
        self._folder = library.folder / "exports"
        self._target: Path | None = None
        self._recipient = QLineEdit()
        self._language = ComboField([("en", "English"), ("uk", "Українська")], name=_("Language"))
        self._language.set_value(language())
        self._short = TextArea(_("What the editor must know, in two sentences"), name=_("In short"), min_lines=3)
        self._count = label("", "text3")
        self.claims = ClaimChoice()
        self._parts = {name: QCheckBox(_(words)) for name, words in PARTS}
        self._warning, self._trouble = Banner(), Banner(kind="danger", action=_("Another place…"))
        self.preview = MemoPreview()
        self._place = ElidedLabel("", "small")
        self._opens = QCheckBox(_("Open it when done"))
        self._opens.setChecked(True)
        self._arrange()
        self._connect()
        runner.read(_read_material, library, article_id, on_done=self._show)

    def request(self) -> MemoRequest:
        """Give the form as it is filled in."""
        chosen = self.claims.choices.chosen
        is_all = len(chosen) == len(self.claims.choices.rows)
        return MemoRequest(
            article_id=self._article_id,
            claim_ids=None if is_all else chosen,
            recipient=self._recipient.text().strip(),
            language=self._language.value or "en",
            includes=MemoIncludes(**{name: box.isChecked() for name, box in self._parts.items()}),
            in_short=self._short.text.strip(),
        )

    def accept(self) -> None:
        """Write the memo."""
        if self._target is None or not self.primary.isEnabled():
            return
        self._trouble.hide()
        self.primary.setEnabled(False)
        ticket = self._runner.bulk(
            self._library.memos.export,
            self.request(),
            self._target,
            on_done=self._on_exported,
            on_error=self._on_error,
            progress=True,
        )
        title = _("Exporting memo “{name}”").format(name=self._target.name)
        self._task = self._tasks.add(Task(title, ticket))

    def open_when_done(self, is_wanted: bool) -> None:
        """Say whether the file is opened once it is written."""
        self._opens.setChecked(is_wanted)

    def choose_place(self) -> None:
        """Ask where the memo goes."""
        start = str(self._target or self._folder)
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Export memo"), start, f"{_('Word document')} (*.docx)")
        if chosen:
            target = Path(chosen)
            self.set_target(target if target.suffix == ".docx" else target.with_name(f"{target.name}.docx"))

    def set_target(self, target: Path) -> None:
        """Write to this path."""
        self._target = target
        self._place.setText(_("Saves to {path}").format(path=target))
        self._trouble.hide()

    def _arrange(self) -> None:
        form = FieldForm(label_width=84)
        form.add(_("For"), self._recipient)
        form.add(_("Language"), self._language)
        form.add(_("In short"), self._short)
        self._recipient.setPlaceholderText(_("Name of the editor"))
        self._recipient.setAccessibleName(_("For"))
        top = QHBoxLayout()
        top.addWidget(Caption(_("Claims")), 1)
        top.addWidget(self._count)
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for at, box in enumerate(self._parts.values()):
            box.setChecked(True)
            grid.addWidget(box, at // 2, at % 2)
        left = QWidget()
        left.setFixedWidth(LEFT)
        box_ = QVBoxLayout(left)
        box_.setContentsMargins(20, 16, 20, 12)
        box_.setSpacing(8)
        box_.addWidget(form)
        box_.addLayout(top)
        self.claims.setFrameShape(QFrame.Shape.StyledPanel)
        box_.addWidget(self.claims, 1)
        box_.addWidget(Caption(_("Include")))
        box_.addLayout(grid)
        box_.addWidget(self._warning)
        desk = QWidget()
        surface(desk, "sunken")
        sheet = QVBoxLayout(desk)
        sheet.setContentsMargins(24, 16, 24, 0)
        sheet.addWidget(self.preview)
        body = QWidget()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(rule(vertical=True))
        row.addWidget(desk, 1)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._trouble)
        outer.addLayout(row, 1)
        self.set_body(body)
        self._trouble.hide()
        change = Button(_("Change…"), kind="text", tooltip=_("Choose where the memo is written"))
        change.clicked.connect(self.choose_place)
        self.add_foot(change)
        self.add_foot(self._opens)
        self.resize(WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.claims.choices.ticked.connect(self._renew)
        self._recipient.textChanged.connect(lambda _words: self._renew())
        self._short.edited.connect(lambda _words: self._renew())
        self._language.chosen.connect(lambda _code: self._renew())
        for box in self._parts.values():
            box.toggled.connect(lambda _is_on: self._renew())
        self._trouble.acted.connect(self.choose_place)
        self.primary.setEnabled(False)

    def _show(self, material: _Material) -> None:
        self.set_title(_("Export memo") + f" · {material.article.row.title}")
        self.claims.delegate.scale = material.scale
        self.claims.choices.set_rows(material.claims)
        self.set_target(self._folder / material.name)
        self._renew()

    def _renew(self) -> None:
        rows, chosen = self.claims.choices.rows, self.claims.choices.chosen
        self._count.setText(_("{count} of {total}").format(count=len(chosen), total=len(rows)))
        bare = [str(row.number) for row in rows if row.id in chosen and not row.evidence_count]
        words = ngettext("Claim {numbers} has no evidence.", "Claims {numbers} have no evidence.", len(bare))
        said = _("The memo will say so.")
        self._warning.set(f"{words.format(numbers=', '.join(bare))} {said}" if bare else "")
        self.primary.setEnabled(not self._library.is_read_only)
        self._runner.latest("memo-preview", self._library.memos.document, self.request(), on_done=self._show_preview)

    def _show_preview(self, memo: MemoDocument) -> None:
        self.preview.show_memo(memo)
        self.foot_note.setText(self._place.text())

    def _on_exported(self, _changes: Changes) -> None:
        target = self._target
        if target is not None:
            self._task.open = lambda: _open(target)
            self._task.words = str(target)
            self._tasks.touch()
            if self._opens.isChecked():
                _open(target)
        super().accept()

    def _on_error(self, error: FactdeskError) -> None:
        words = str(error) if isinstance(error, UserError) else _("Factdesk made a mistake here. No memo was written.")
        self._trouble.set(words, _("Another place…"), kind="danger")
        self._trouble.show()
        self.primary.setEnabled(True)


def _read_material(library: Library, article_id: int) -> _Material:
    """Read the article and its claims; runs on a lane."""
    article = library.articles.detail(ArticleId(article_id))
    claims = library.claims.of_version(VersionId(article.latest.id))
    name = library.memos.suggested_name(MemoRequest(article_id=article_id))
    return _Material(article, claims, library.desk.scale(), name)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
