"""Two versions side by side, and the claims that the newer one touched."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import AnchorState, Kind
from factdesk.model.ids import parse_public_id, public_id
from factdesk.model.values.articles import VersionText
from factdesk.model.values.text import Anchor
from factdesk.model.values.versions import PlacementAnswer
from factdesk.tasks.runner import Runner
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.formats import date_time
from factdesk.ui.preferences import Preferences
from factdesk.ui.theme import theme
from factdesk.ui.views.carry_over.content import CompareContent, read_compare
from factdesk.ui.views.carry_over.decisions import DecisionsPart
from factdesk.ui.widgets.buttons import IconButton
from factdesk.ui.widgets.chips import Tag
from factdesk.ui.widgets.fields import ComboField
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import ElidedLabel, HashLabel, label, rule, surface
from factdesk.ui.widgets.notices import Banner, EmptyState
from factdesk.ui.widgets.page.view import PageView
from factdesk.ui.widgets.page.words import whole_words
from factdesk.words import _


class CarryOverView(QWidget):
    """`closed()` when the person goes back."""

    closed = Signal()

    def __init__(
        self,
        *,
        library: Library,
        runner: Runner,
        bus: Bus,
        actions: ActionSet,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._article_id = 0
        self._content: CompareContent | None = None
        self._chosen: int | None = None
        self._by_hand: int | None = None
        self._title, self._story = label("", "title"), ElidedLabel("", "text2")
        self._found = IconLabel("check")
        self._changed, self._orphans = IconLabel("pencil-line", ink="warn"), IconLabel("unlink", ink="warn")
        self._sides = (_Side(_("Older version")), _Side(_("Newer version")))
        self.decisions = DecisionsPart()
        self._hand = Banner(
            _("Select the words in the newer version, then take them."), kind="note", action=_("Take them")
        )
        self._single = EmptyState(
            "git-compare",
            _("There is one version"),
            _("Add a version when the text changes: every claim is looked for in it."),
            action=_("Add version…"),
        )
        self._add = actions["article.add_version"]
        self._stack = QStackedWidget()
        for side in self._sides:
            side.page.set_size(max(16, preferences.settings.reading_size - 2))
        self._arrange()
        self._connect(bus)

    def open(self, article_id: int) -> None:
        """Show the newest two versions of an article."""
        self._article_id = article_id
        self._chosen = self._by_hand = None
        self._content = None
        self._read(None, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; J and K walk the claims to decide on; Enter takes words selected by hand."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._by_hand is not None:
            self._on_taken()
        elif event.key() in (Qt.Key.Key_J, Qt.Key.Key_K):
            self._walk(1 if event.key() == Qt.Key.Key_J else -1)
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        surface(self, "base")
        back = IconButton("arrow-left", _("Back"), key="Esc")
        back.clicked.connect(self.closed)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(back)
        row.addWidget(self._title)
        row.addWidget(self._story, 1)
        for sign in (self._found, self._changed, self._orphans):
            row.addWidget(sign)
        head.setFixedHeight(theme().height("page_bar"))
        pages = QSplitter(Qt.Orientation.Horizontal)
        pages.setHandleWidth(1)
        pages.setChildrenCollapsible(False)
        for side in self._sides:
            pages.addWidget(side)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(pages, 1)
        row.addWidget(rule(vertical=True))
        row.addWidget(self.decisions)
        self._body = body
        self._stack.addWidget(body)
        self._stack.addWidget(self._single)
        self._hand.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (head, rule(), self._hand):
            box.addWidget(widget)
        box.addWidget(self._stack, 1)

    def _connect(self, bus: Bus) -> None:
        bus.library_changed.connect(self._on_library_changed)
        for side in self._sides:
            side.version_chosen.connect(lambda _at: self._read(*(one.version_id for one in self._sides)))
            side.page.mark_clicked.connect(self._on_mark_clicked)
        self.decisions.chosen.connect(self._choose)
        self.decisions.by_hand_wanted.connect(self._on_by_hand)
        self.decisions.later.connect(self.closed)
        self.decisions.finished.connect(self._on_finished)
        self._hand.acted.connect(self._on_taken)
        self._single.acted.connect(self._add.trigger)

    def _read(self, old: int | None, new: int | None) -> None:
        self._runner.latest("carry-over", read_compare, self._library, self._article_id, old, new, on_done=self._show)

    def _show(self, content: CompareContent | None) -> None:
        self._content = content
        self._stack.setCurrentWidget(self._single if content is None else self._body)
        for sign in (self._found, self._changed, self._orphans):
            sign.setVisible(content is not None and content.carried is not None)
        if content is None:
            self._title.setText(_("Versions"))
            self._story.setText("")
            return
        number = content.new.version.number
        carried = content.carried
        self._title.setText(
            _("Claims in version {number}").format(number=number) if carried else _("Two versions compared")
        )
        self._story.setText(content.article.row.title)
        versions = [(str(row.id), _("Version {number}").format(number=row.number)) for row in content.article.versions]
        self._sides[0].show_text(content.old, versions)
        self._sides[1].show_text(content.new, versions)
        if carried is not None:
            self._count(content)
        self.decisions.setVisible(carried is not None)
        self.decisions.show_content(content, may_write=not self._library.is_read_only)
        self._sides[1].page.setFocus()
        waiting = self.decisions.waiting
        if waiting and self._chosen not in waiting:
            self._choose(waiting[0])
        else:
            self._show_marks()

    def _count(self, content: CompareContent) -> None:
        states = [claim.found.state for claim in content.carried.claims] if content.carried else []
        for sign, state, words in (
            (self._found, AnchorState.ANCHORED, _("{count} found again")),
            (self._changed, AnchorState.CHANGED, _("{count} changed")),
            (self._orphans, AnchorState.ORPHAN, _("{count} orphaned")),
        ):
            icon = {AnchorState.ANCHORED: "check", AnchorState.CHANGED: "pencil-line"}.get(state, "unlink")
            sign.set(icon, words.format(count=states.count(state)))

    def _show_marks(self) -> None:
        if self._content is None:
            return
        self._sides[0].page.set_marks(self._content.old_marks(self._chosen))
        self._sides[1].page.set_marks(self._content.new_marks(self._chosen))

    def _choose(self, claim_id: int) -> None:
        self._chosen = claim_id
        self.decisions.choose(claim_id)
        self._show_marks()
        for side in self._sides:
            mark = side.page.mark(public_id(Kind.CLAIM, claim_id))
            if mark is not None:
                side.page.scroll_to(mark.span)

    def _walk(self, step: int) -> None:
        waiting = self.decisions.waiting
        if waiting:
            at = waiting.index(self._chosen) + step if self._chosen in waiting else 0
            self._choose(waiting[at % len(waiting)])

    def _on_mark_clicked(self, mark_id: str) -> None:
        known = parse_public_id(mark_id)
        if known is not None and known[0] is Kind.CLAIM:
            self._choose(known[1])

    def _on_by_hand(self, claim_id: int) -> None:
        self._by_hand = claim_id
        self._hand.show()
        self._sides[1].page.setFocus()

    def _on_taken(self) -> None:
        span = self._sides[1].page.span()
        if span is None or self._by_hand is None or self._content is None:
            return
        span = whole_words(self._content.new.content.text, span)
        self._runner.read(
            self._library.versions.anchor_at,
            self._content.new.version.id,
            span,
            on_done=self._on_anchored,
        )

    def _on_anchored(self, anchor: Anchor) -> None:
        if self._by_hand is not None:
            self.decisions.place_by_hand(self._by_hand, anchor)
        self._by_hand = None
        self._hand.hide()

    def _on_finished(self, answers: tuple[PlacementAnswer, ...]) -> None:
        self._runner.edit(self._library.versions.place, answers)

    def _on_library_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(Kind.CLAIM, Kind.VERSION, Kind.ARTICLE) and self._content is not None:
            self._read(None, None)


class _Side(QWidget):
    """One version: which, when, its hash, its text."""

    version_chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._choice = ComboField(name=name)
        self._when, self._who, self._hash = label("", "text2"), Tag(), HashLabel("")
        self.page = PageView()
        self.page.set_role("compare")
        self._shown, self._has_who = 0, False
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(10)
        self._head = row
        row.addWidget(self._choice)
        row.addWidget(self._when)
        row.addWidget(self._who)
        row.addStretch(1)
        row.addWidget(self._hash)
        head.setFixedHeight(theme().height("pane_bar"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (head, rule(), self.page):
            box.addWidget(widget)
        self._choice.chosen.connect(self.version_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name out where the head is narrow."""
        super().resizeEvent(event)
        self._fit(self._has_who)

    def _fit(self, has_who: bool) -> None:
        self._has_who = has_who
        self._who.setVisible(has_who)
        if has_who and self._head.sizeHint().width() > self.width():
            self._who.setVisible(False)

    @property
    def version_id(self) -> int | None:
        """Give the version chosen."""
        return int(self._choice.value) if self._choice.value else None

    def show_text(self, text: VersionText, versions: list[tuple[str, str]]) -> None:
        """Show a version; the page stays where it is when it shows this version already."""
        self._choice.set_items(versions)
        self._choice.set_value(str(text.version.id))
        self._when.setText(date_time(text.version.captured_at))
        self._who.set_text(_("by {name}").format(name=text.version.captured_by))
        self._hash.set_hash(text.version.text_hash)
        self._fit(bool(text.version.captured_by))
        if text.version.id != self._shown:
            self._shown = text.version.id
            self.page.set_content(text.content, language=text.language)
