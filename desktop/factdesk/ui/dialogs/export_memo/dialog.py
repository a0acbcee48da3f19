"""The export dialog: choose claims and parts, see what the memo will say, choose where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from factdesk.compute import Compute
from factdesk.errors import FactdeskError, PlaceError, UserError
from factdesk.export.document import MemoIncludes, MemoRequest
from factdesk.export.pages import MemoPages
from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.ids import ArticleId, VersionId
from factdesk.model.values.articles import ArticleDetail
from factdesk.model.values.claims import ClaimRow
from factdesk.model.values.desk import Scale
from factdesk.tasks.runner import Runner
from factdesk.ui.dialogs.export_memo.claim_choice import ClaimChoice
from factdesk.ui.dialogs.export_memo.preview import MemoPreview
from factdesk.ui.opening import open_file
from factdesk.ui.tasklist import Task, TaskList
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button, IconButton
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.fields import ComboField, FieldForm, TextArea
from factdesk.ui.widgets.labels import Caption, label, rule, surface
from factdesk.ui.widgets.notices import Banner
from factdesk.words import _, language, mark, ngettext

WIDTH, HEIGHT = 1180, 740
WIDEST, HIGHEST = 1420, 960
LEFT = 370
PARTS = (
    ("summary", mark("Summary table")),
    ("sources", mark("Source list")),
    ("wording", mark("Proposed wording")),
    ("open_claims", mark("Open claims")),
    ("contacts", mark("Contacts")),
    ("calculations", mark("Calculations")),
    ("history", mark("History of this check")),
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
        self,
        *,
        library: Library,
        runner: Runner,
        compute: Compute,
        tasks: TaskList,
        article_id: int,
        parent: QWidget | None = None,
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
        self.preview = MemoPreview(runner, compute)
        self._pages, self._zoom = label("", "small"), label("", "small")
        self._settle = QTimer(self)
        self._place = self.foot_note
        self._opens = QCheckBox(_("Open it when done"))
        self._opens.setChecked(True)
        self._arrange()
        self._connect()
        self._tickets = [runner.read(_read_material, library, article_id, on_done=self._show)]

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

    def done(self, result: int) -> None:
        """Take no more answers, then go."""
        self._settle.stop()
        self.preview.stop()
        for ticket in self._tickets:
            ticket.drop()
        super().done(result)

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
        self._place.setText(_("Saves to {path}").format(path=self._shown_place(target)))
        self._place.setToolTip(str(target))
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
        framed = QFrame()
        framed.setProperty("frame", "field")
        inside = QVBoxLayout(framed)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(self.claims)
        box_.addWidget(framed, 1)
        box_.addWidget(Caption(_("Include")))
        box_.addLayout(grid)
        box_.addWidget(self._warning)
        body = QWidget()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(rule(vertical=True))
        row.addWidget(self._desk(), 1)
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
        window = self.parentWidget()
        room = window.window().size() if window is not None else QSize(WIDTH, HEIGHT)
        self.resize(max(WIDTH, min(WIDEST, room.width() - 80)), max(HEIGHT, min(HIGHEST, room.height() - 80)))

    def _desk(self) -> QWidget:
        """Give the pages with the bar to turn them and to make them larger."""
        back, on = IconButton("chevron-left", _("Pages before")), IconButton("chevron-right", _("Next pages"))
        less, more = IconButton("minus", _("Smaller"), key="-"), IconButton("plus", _("Larger"), key="+")
        back.clicked.connect(lambda: self.preview.turn(-1))
        on.clicked.connect(lambda: self.preview.turn(1))
        less.clicked.connect(lambda: self.preview.step_zoom(-1))
        more.clicked.connect(lambda: self.preview.step_zoom(1))
        bar = surface(QWidget(), "chrome")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 4, 12, 4)
        for widget in (back, self._pages, on):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (less, self._zoom, more):
            row.addWidget(widget)
        self._pages.setToolTip(_("Word may break pages a line earlier or later."))
        desk = QWidget()
        box = QVBoxLayout(desk)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.preview, 1)
        box.addWidget(rule())
        box.addWidget(bar)
        return desk

    def _connect(self) -> None:
        self._settle.setSingleShot(True)
        self._settle.setInterval(theme().ms("search_debounce"))
        self._settle.timeout.connect(self._read_preview)
        self.preview.shown.connect(self._on_shown)
        self.preview.zoomed.connect(lambda zoom: self._zoom.setText(_("{percent} %").format(percent=round(100 * zoom))))
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
        if self._library.is_read_only:
            self._trouble.set(_("This library is open for reading only; no memo can be recorded in it."), kind="note")
            self._trouble.show()
        self._renew()

    def _renew(self) -> None:
        rows, chosen = self.claims.choices.rows, self.claims.choices.chosen
        self._count.setText(_("{count} of {total}").format(count=len(chosen), total=len(rows)))
        bare = [str(row.number) for row in rows if row.id in chosen and not row.evidence_count]
        words = ngettext("Claim {numbers} has no evidence.", "Claims {numbers} have no evidence.", len(bare))
        said = _("The memo will say so.")
        self._warning.set(f"{words.format(numbers=', '.join(bare))} {said}" if bare else "")
        self.primary.setEnabled(not self._library.is_read_only and bool(chosen))
        self._settle.start()

    def _read_preview(self) -> None:
        ticket = self._runner.latest(
            "memo-preview", self._library.memos.pages, self.request(), on_done=self._show_preview
        )
        self._tickets = [ticket]

    def _show_preview(self, memo: MemoPages) -> None:
        self.preview.show_memo(memo)

    def _on_shown(self, first: int, last: int, total: int) -> None:
        words = _("Page {first} of {total}") if first == last else _("Pages {first} and {last} of {total}")
        if last > first + 1:
            words = _("Pages {first} to {last} of {total}")
        self._pages.setText(words.format(first=first, last=last, total=total))

    def _shown_place(self, target: Path) -> str:
        """Name a place inside the library from there on."""
        return str(target.relative_to(self._library.folder)) if self._folder in target.parents else str(target)

    def _on_exported(self, _changes: Changes) -> None:
        target, over = self._target, self.parentWidget() or self
        if target is not None:
            self._task.open = lambda: open_file(target, over)
            self._task.words = str(target)
            self._task.title = _("Memo “{name}” exported").format(name=target.name)
            self._tasks.touch()
            if self._opens.isChecked():
                open_file(target, over)
        super().accept()

    def _on_error(self, error: FactdeskError) -> None:
        words = str(error) if isinstance(error, UserError) else _("Factdesk made a mistake here. No memo was written.")
        self._trouble.set(words, _("Another place…") if isinstance(error, PlaceError) else "", kind="danger")
        self._trouble.show()
        self.primary.setEnabled(True)


def _read_material(library: Library, article_id: int) -> _Material:
    """Read the article and its claims; runs on a lane."""
    article = library.articles.detail(ArticleId(article_id))
    claims = library.claims.of_version(VersionId(article.latest.id))
    name = _free_name(library.folder / "exports", library.memos.suggested_name(MemoRequest(article_id=article_id)))
    return _Material(article, claims, library.desk.scale(), name)


def _free_name(folder: Path, name: str) -> str:
    """Number a name that is taken, so that no memo is replaced unasked."""
    path, number = Path(name), 2
    while (folder / name).exists():
        name = f"{path.stem} ({number}){path.suffix}"
        number += 1
    return name
