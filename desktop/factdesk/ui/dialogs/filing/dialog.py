"""The filing dialog: choose a source, look at what was read, correct it, file it. Nothing is written before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from factdesk.errors import FactdeskError, UserError
from factdesk.library.filing_values import FilingDraft, Origin, OriginKind
from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind, Role, TwinChoice, TwinKind
from factdesk.model.ids import ArticleId, public_id
from factdesk.model.values.articles import ArticleDetail, Twin
from factdesk.tasks.runner import Runner
from factdesk.tasks.ticket import Ticket
from factdesk.ui.dialogs.filing.blocks import BlocksPart
from factdesk.ui.dialogs.filing.fields import FilingFields
from factdesk.ui.dialogs.filing.origins import SourceField, origin_of_words
from factdesk.ui.dialogs.filing.twins import TwinBand
from factdesk.ui.dropping import brought, take_copy
from factdesk.ui.formats import file_size, locale
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import HashLabel, label, rule
from factdesk.ui.widgets.notices import Banner, EmptyState
from factdesk.ui.widgets.progress import ThinProgress
from factdesk.words import _, mark

WIDTH, HEIGHT = 978, 760
KINDS = {
    "text/html": "HTML",
    "application/pdf": "PDF",
    "message/rfc822": mark("E-mail"),
    "text/markdown": "Markdown",
    "text/plain": mark("Text"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
}
SIGNS = {OriginKind.URL: "globe", OriginKind.FILE: "file-text", OriginKind.TEXT: "clipboard-list"}


def file_filter() -> str:
    """Give the file kinds that can be filed, for the system's file dialog."""
    kinds = "*.txt *.md *.markdown *.html *.htm *.xhtml *.pdf *.docx *.eml"
    return f"{_('Texts')} ({kinds});;{_('All files')} (*)"


class FilingDialog(DialogBase):
    """`filed(article_id)` when something was written, or the twin was chosen to be opened."""

    filed = Signal(int)

    def __init__(
        self,
        *,
        library: Library,
        runner: Runner,
        role: Role | None = None,
        for_article: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = _("File article") if for_article is None else _("Add version")
        super().__init__(title, parent, width=WIDTH, primary=title, cancel=_("Cancel"))
        self._library = library
        self._runner = runner
        self._for_article = for_article
        self._draft: FilingDraft | None = None
        self._origin: Origin | None = None
        self._is_busy = False
        self._tickets: list[Ticket] = []
        self._sign = IconLabel("file-down", size=16)
        self._source = SourceField()
        self._choose = Button(_("Choose file…"), tooltip=_("Choose a file on this computer"))
        self._facts, self._hash = label("", "small"), HashLabel("")
        self._seal = IconLabel("shield-check", size=16)
        self._progress = ThinProgress()
        self._trouble = Banner(kind="danger")
        self.fields = FilingFields()
        self.fields.role.set_value((role or Role.DRAFT).value)
        self.blocks = BlocksPart()
        self.twins = TwinBand()
        self._waiting = EmptyState(
            "file-down",
            _("What should be kept?"),
            _("Type or paste an address, paste a text, choose a file, or drop one here."),
        )
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()
        self._show_nothing()

    def start(self, origin: Origin | None) -> None:
        """Read an origin right away; None waits for the person to name one."""
        if origin is None:
            self._source.setFocus()
            return
        self._read(origin)

    def accept(self) -> None:
        """File what is shown."""
        if self._draft is None or self._is_busy or not self._primary_enabled():
            return
        twin, choice = self.twins.twin, self.twins.choice
        if twin is not None and choice is TwinChoice.OPEN:
            self.filed.emit(twin.article_id)
            super().accept()
            return
        article = self.fields.draft(self.blocks.model.content())
        self._set_busy(True)
        self._runner.edit(
            self._library.filing.file,
            self._draft,
            article,
            choice,
            twin,
            on_done=self._on_filed,
            on_error=self._on_error,
        )

    def reject(self) -> None:
        """Stop reading, nothing was written; while it is being written, wait for the answer."""
        if not self._is_busy:
            super().reject()

    def done(self, result: int) -> None:
        """Take no more answers, then go."""
        for ticket in self._tickets:
            ticket.drop()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, an address or a text."""
        if brought(event.mimeData()) is not None:
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        found = brought(event.mimeData())
        if found is not None and not self._is_busy and take_copy(event):
            self._read(found.first)

    def _arrange(self) -> None:
        source = QHBoxLayout()
        source.setContentsMargins(20, 12, 20, 12)
        source.setSpacing(10)
        for widget in (self._sign, self._source, self._choose, self._facts, self._seal, self._hash):
            source.addWidget(widget, 1 if widget is self._source else 0)
        self._seal.setToolTip(_("SHA-256 of the bytes that will be sealed"))
        split = QWidget()
        row = QHBoxLayout(split)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.fields)
        row.addWidget(rule(vertical=True))
        row.addWidget(self.blocks, 1)
        self._split = split
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(split)
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(source)
        box.addWidget(self._progress)
        box.addWidget(rule())
        box.addWidget(self._trouble)
        box.addWidget(self._stack, 1)
        box.addWidget(self.twins)
        self.set_body(body)
        self.foot_note.setText(_("Nothing is written until you file."))
        self.resize(theme().px(WIDTH), HEIGHT)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose)
        self._source.submitted.connect(self._on_submitted)
        self._source.pasted.connect(self._read)
        self.cancel.setToolTip(_("Nothing is written"))
        self.blocks.model.ticked.connect(self._renew_primary)
        self.fields.title.textChanged.connect(self._renew_primary)
        self.twins.chosen.connect(lambda _choice: self._renew_primary())

    def _show_nothing(self) -> None:
        self._draft = None
        self._facts.setText("")
        for widget in (self._hash, self._seal):
            widget.hide()
        self._trouble.hide()
        self._progress.hide()
        self.twins.show_twins((), None)
        self._stack.setCurrentWidget(self._waiting)
        self._renew_primary()

    def _on_choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose file"), "", file_filter())
        if chosen:
            self._read(Origin.file(Path(chosen)))

    def _on_submitted(self, words: str) -> None:
        if self._origin is not None and words == _shown(self._origin):
            self._read(self._origin)
        else:
            self._read(origin_of_words(words))

    def _read(self, origin: Origin) -> None:
        for ticket in self._tickets:
            ticket.drop()
        self._origin = origin
        self._source.setText(_shown(origin))
        self._source.setCursorPosition(0)
        self._sign.set(SIGNS[origin.kind], "")
        self._show_nothing()
        self._waiting.setVisible(False)
        self._progress.show()
        self._progress.set_share(0, 0)
        self._tickets = [
            self._runner.net(
                self._library.filing.preview, origin, on_done=self._on_read, on_error=self._on_error, progress=True
            )
        ]

    def _on_read(self, draft: FilingDraft) -> None:
        self._tickets = []
        self._draft = draft
        self._progress.hide()
        captured = draft.captured
        kind = _(KINDS.get(captured.media_type, captured.media_type))
        seconds = locale().toString(draft.seconds, "f", 1)
        self._facts.setText(
            f"{kind} · {file_size(len(draft.payload.data))} · " + _("read in {seconds} s").format(seconds=seconds)
        )
        self._hash.set_hash(draft.sha256)
        for widget in (self._hash, self._seal):
            widget.show()
        self.fields.show_captured(captured)
        self.blocks.model.show_captured(captured)
        self._trouble.set(" ".join(captured.notices), kind="note")
        self._stack.setCurrentWidget(self._split)
        if self._for_article is None:
            self._show_twins(draft.twins)
        else:
            wanted = ArticleId(self._for_article)
            ticket = self._runner.read(self._library.articles.detail, wanted, on_done=self._show_wanted_twin)
            self._tickets = [ticket]
        self.fields.title.setFocus()

    def _show_wanted_twin(self, article: ArticleDetail) -> None:
        """Offer the article that a version is added to, whether or not the text is like it."""
        known = [twin for twin in self._draft.twins if twin.article_id == article.row.id] if self._draft else []
        if known:
            self._show_twins(tuple(known))
            return
        latest = article.latest
        wanted = Twin(
            article.row.id,
            latest.id,
            article.row.title,
            latest.number,
            latest.captured_at,
            article.row.claim_count,
            TwinKind.NEAR,
            0.0,
        )
        self._show_twins((wanted,))

    def _show_twins(self, twins: tuple[Twin, ...]) -> None:
        self.twins.show_twins(twins, self._for_article)
        self._renew_primary()

    def _on_filed(self, changes: Changes) -> None:
        twin = self.twins.twin
        is_new = bool(changes.created.get(Kind.ARTICLE))
        article_id = changes.new(Kind.ARTICLE) if is_new or twin is None else twin.article_id
        self.filed.emit(article_id)
        super().accept()

    def _on_error(self, error: FactdeskError) -> None:
        self._tickets = []
        self._set_busy(False)
        self._waiting.setVisible(True)
        words = str(error) if isinstance(error, UserError) else _("Factdesk made a mistake here. Nothing was filed.")
        self._trouble.set(words, kind="danger")

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.cancel.setEnabled(not is_busy)
        self._progress.setVisible(is_busy)
        self._progress.set_share(0, 0)
        self.primary.setEnabled(not is_busy and self._primary_enabled())

    def _primary_enabled(self) -> bool:
        if self._draft is None:
            return False
        opens = self.twins.twin is not None and self.twins.choice is TwinChoice.OPEN
        return opens or (bool(self.blocks.model.kept) and bool(self.fields.title.text.strip()))

    def _renew_primary(self) -> None:
        words = _("File article") if self._for_article is None else _("Add version")
        if self.twins.twin is not None:
            words = {
                TwinChoice.OPEN: _("Open it"),
                TwinChoice.NEW_VERSION: _("Add as version {number}").format(number=self.twins.twin.version_number + 1),
                TwinChoice.KEEP_BOTH: _("Keep both"),
            }[self.twins.choice]
        twin = self.twins.twin if self.twins.choice is TwinChoice.NEW_VERSION else None
        self.fields.keep_as_on(public_id(Kind.ARTICLE, twin.article_id) if twin is not None else "")
        self.set_primary(words, self._primary_enabled())


def _shown(origin: Origin) -> str:
    return _("Pasted text") if origin.kind is OriginKind.TEXT else origin.value
