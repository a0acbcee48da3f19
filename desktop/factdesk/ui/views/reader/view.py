"""The reading pane: opens a version, shows its marks, and does what a person does with words and claims."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from factdesk.errors import FactdeskError, NotFoundError
from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.ids import ArticleId, ClaimId, VersionId, public_id
from factdesk.model.values.claims import ClaimRow
from factdesk.model.values.text import Span
from factdesk.tasks.runner import Runner
from factdesk.ui.actions import Scope
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.navigator import Navigator
from factdesk.ui.preferences import Preferences
from factdesk.ui.views.reader.article_deeds import ArticleDeeds
from factdesk.ui.views.reader.bar import ReaderBar
from factdesk.ui.views.reader.claim_deeds import ClaimDeeds
from factdesk.ui.views.reader.content import ReaderContent, head_of, read_content
from factdesk.ui.views.reader.coverage_deeds import CoverageDeeds
from factdesk.ui.views.reader.foot import CoverageFoot
from factdesk.ui.views.reader.mark_deeds import MarkDeeds
from factdesk.ui.views.reader.notice import ReaderNotice
from factdesk.ui.widgets.labels import surface
from factdesk.ui.widgets.notices import EmptyState
from factdesk.ui.widgets.page.find_bar import FindBar
from factdesk.ui.widgets.page.view import PageView
from factdesk.words import _

ANCHORED_THINGS = (Kind.CLAIM, Kind.STRIKE, Kind.EVIDENCE)


class ReaderView(QWidget):
    """One version of an article, and the claims in it.

    `claim_selected(id or None, position from 1, total)`; `coverage_read(Coverage, text, strikes)` while coverage is
    shown.
    """

    claim_selected = Signal(object, int, int)
    coverage_shown = Signal(bool)
    coverage_read = Signal(object, str, object)
    sentence_selected = Signal(object)

    def __init__(
        self,
        *,
        library: Library,
        runner: Runner,
        bus: Bus,
        actions: ActionSet,
        navigator: Navigator,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.runner = runner
        self.deed_set = actions
        self._preferences = preferences
        self.content: ReaderContent | None = None
        self.claim_id: int | None = None
        self._told: tuple[int | None, int, int] | None = None
        self._wanted_claim: int | None = None
        self._wanted_spans: tuple[Span, ...] = ()
        self._asked: tuple[int, int | None] | None = None
        self.page = PageView()
        self.bar = ReaderBar(actions)
        self.foot = CoverageFoot(actions)
        self.find_bar = FindBar(self.page)
        self._empty = EmptyState(
            "newspaper",
            _("Nothing is open"),
            _("Choose an article in the list, or file one: paste a text, drop a file, give an address."),
            action=_("File article…"),
        )
        self._stack = QStackedWidget()
        self._notice = ReaderNotice(self)
        self._arrange()
        self.claims = ClaimDeeds(self)
        self.coverage = CoverageDeeds(self)
        self.deeds = ArticleDeeds(self, navigator)
        self.marks = MarkDeeds(self, navigator)
        self._connect(bus)
        self.close_article()

    @property
    def article_id(self) -> int | None:
        """Give the article that is open."""
        return None if self.content is None else self.content.article.row.id

    @property
    def version_id(self) -> VersionId | None:
        """Give the version that is open."""
        return None if self.content is None else VersionId(self.content.text.version.id)

    @property
    def may_write(self) -> bool:
        """Whether claims can be worked on: in the newest version of an article that is not in the trash."""
        content = self.content
        is_live = content is not None and content.is_latest and not content.article.row.is_deleted
        return is_live and not self.library.is_read_only

    def open(
        self,
        article_id: int,
        *,
        version_id: int | None = None,
        spans: Sequence[Span] = (),
        claim_id: int | None = None,
    ) -> None:
        """Open a version (the newest when none is named) and land on a claim or on found words."""
        self._wanted_claim = claim_id
        self._wanted_spans = tuple(spans)
        self._asked = (article_id, version_id)
        self._read(article_id, version_id)

    def close_article(self) -> None:
        """Show that nothing is open."""
        self.content = None
        self.claim_id = None
        self._stack.setCurrentWidget(self._empty)
        self.bar.show_nothing()
        self.foot.hide()
        self.update_deeds()
        self._tell(0, 0)

    def select_claim(self, claim_id: int | None, *, scrolls: bool = True) -> None:
        """Select a claim: its words are outlined, the inspector shows it."""
        if self.content is None:
            return
        row = self.content.claim(claim_id)
        self.claim_id = row.id if row else None
        self.page.select_mark(public_id(Kind.CLAIM, row.id) if row else "", scroll=scrolls)
        self.update_deeds()
        self._tell(row.number if row else 0, len(self.content.claims))

    def _tell(self, position: int, total: int) -> None:
        told = (self.claim_id, position, total)
        if told != self._told:
            self._told = told
            self.claim_selected.emit(*told)

    def selected_claim(self) -> ClaimRow | None:
        """Give the claim that is selected."""
        return self.content.claim(self.claim_id) if self.content else None

    def select_when_read(self, changes: Changes) -> None:
        """Select the claim that was just made, as soon as it is read."""
        self._wanted_claim = changes.new(Kind.CLAIM)
        self.read_again()

    def go_to_sentence(self, number: int) -> None:
        """Make a sentence the current one and scroll to it."""
        self.coverage.go_to(number)

    def update_deeds(self) -> None:
        """Enable what can be done now."""
        self.claims.update()
        self.coverage.update()
        self.deeds.update()

    def _arrange(self) -> None:
        surface(self, "base")
        self._stack.addWidget(self._empty)
        reading = QWidget()
        box = QVBoxLayout(reading)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._notice)
        box.addWidget(self.find_bar)
        box.addWidget(self.page, 1)
        box.addWidget(self.foot)
        self._reading = reading
        self._stack.addWidget(reading)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(self._stack, 1)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def work_place(self) -> QWidget:
        """Give the text."""
        return self.page

    def _connect(self, bus: Bus) -> None:
        bus.library_changed.connect(self._on_library_changed)
        self.deed_set.bind(Scope.READER, self)
        self._empty.acted.connect(self.deed_set["article.file"].trigger)
        self.page.selection_changed.connect(lambda _span: self.update_deeds())
        self.page.head_activated.connect(self.deeds.on_head_activated)
        self.page.set_size(self._preferences.settings.reading_size)
        self.page.zoom_changed.connect(lambda size: self._preferences.change(reading_size=size))
        for action_id, step in (("view.zoom_in", 1), ("view.zoom_out", -1), ("view.zoom_reset", 0)):
            self.deed_set.on(action_id, partial(self.page.zoom, step))

    def _read(self, article_id: int, version_id: int | None) -> None:
        self.runner.latest(
            "reader",
            read_content,
            self.library,
            article_id,
            version_id,
            with_coverage=self.coverage.is_shown,
            on_done=self._show,
            on_error=self._on_error,
        )

    def read_again(self) -> None:
        """Read what is open anew, or what is about to be."""
        if self._asked is not None:
            self._read(*self._asked)
        elif self.content is not None:
            version = None if self.content.is_latest else self.content.text.version.id
            self._read(self.content.article.row.id, version)

    def _show(self, content: ReaderContent) -> None:
        before, self.content = self.content, content
        self._asked = None
        same_text = before is not None and before.text.version.id == content.text.version.id
        self._stack.setCurrentWidget(self._reading)
        if not same_text or before is None or head_of(before) != head_of(content):
            place = self.page.place() if same_text else None
            self.page.set_content(
                content.text.content, head=head_of(content), language=content.text.language, place=place
            )
        if not same_text:
            self.coverage.forget()
            self._mark_read(content)
        self._notice.show_content(content)
        self.bar.show_content(content)
        self.page.set_marks(content.marks)
        self.coverage.show_read()
        self._land(content, same_text)

    def _land(self, content: ReaderContent, same_text: bool) -> None:
        wanted, self._wanted_claim = self._wanted_claim, None
        spans, self._wanted_spans = self._wanted_spans, ()
        if wanted is None and same_text:
            self.select_claim(self._still_there(content), scrolls=False)
        elif wanted is not None:
            self.select_claim(wanted)
        else:
            first = content.claims[0].id if content.claims and not spans else None
            self.select_claim(first, scrolls=False)
        if spans:
            self.page.show_hits(spans)
            self.page.scroll_to(spans[0])

    def _still_there(self, content: ReaderContent) -> int | None:
        """Give the claim selected so far; where it is gone, the one that took its place."""
        if self.claim_id is None or content.claim(self.claim_id) is not None or not content.claims:
            return self.claim_id
        position = self._told[1] if self._told else 1
        return content.claims[min(max(position, 1), len(content.claims)) - 1].id

    def _mark_read(self, content: ReaderContent) -> None:
        if content.article.row.is_unread:
            self.runner.edit(self.library.articles.mark_read, ArticleId(content.article.row.id))

    def _on_error(self, error: FactdeskError) -> None:
        """Close; a thing that was undone while it was open is no error."""
        was_open = self.content is not None and self._asked is None
        self._asked = None
        self.close_article()
        if self.runner.present is not None and not (was_open and isinstance(error, NotFoundError)):
            self.runner.present(error)

    def _on_library_changed(self, changes: Changes) -> None:
        if self.content is not None and self._concerns(changes, self.content):
            self.read_again()

    @staticmethod
    def _concerns(changes: Changes, content: ReaderContent) -> bool:
        """Whether the open text may have changed; filing other articles does not make it be read again."""
        if changes.touches(*ANCHORED_THINGS):
            return True
        here = {version.id for version in content.article.versions}
        of_article = content.article.row.id in changes.ids.get(Kind.ARTICLE, ())
        return of_article or not here.isdisjoint(changes.ids.get(Kind.VERSION, ()))

    def delete_claim(self) -> None:
        """Move the selected claim to the trash."""
        if self.claim_id is not None:
            self.runner.edit(self.library.claims.delete, ClaimId(self.claim_id))
