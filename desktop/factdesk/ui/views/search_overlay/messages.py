"""What the search says while there is no list: how to ask, that nothing matches, that the index is being built."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from factdesk.library.searching import SearchPage
from factdesk.model.values.desk import Scale
from factdesk.ui.actionset import ActionSet
from factdesk.ui.formats import number
from factdesk.ui.theme import theme
from factdesk.ui.widgets.labels import Caption, LinkLabel, label
from factdesk.ui.widgets.notices import EmptyState
from factdesk.ui.widgets.progress import ThinProgress
from factdesk.words import _

CARD_WIDTH = 560
_WORD = re.compile(r"[^\W\d_]{6,}")
_PAIR = re.compile(r"[^\W\d_]{3,} [^\W\d_]{5,}")


class Messages(QStackedWidget):
    """`tried(text)` when an example is clicked, `left()` when a deed leads out of the search, `widened()` when the
    filters are to be taken away."""

    tried = Signal(str)
    left = Signal()
    widened = Signal()

    def __init__(self, actions: ActionSet, *, is_read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._is_read_only = is_read_only
        self._has_filters = False
        self._nothing = EmptyState("search", "")
        self._nothing.acted.connect(self._on_acted)
        self._start = _QueryCard()
        self._start.tried.connect(self.tried)
        self._preparing = _Preparing()
        for page in (self._nothing, self._start, self._preparing):
            self.addWidget(page)

    @property
    def examples(self) -> list[str]:
        """Give the examples that are shown, as they can be typed."""
        return [link.text() for link in self._start.links]

    @property
    def preparing(self) -> str:
        """Give what is said of the index while it is being built, else ""."""
        return self._preparing.words if self.currentWidget() is self._preparing else ""

    def show_start(self, page: SearchPage, scale: Scale | None) -> None:
        """Show how to ask, with examples from this library; an empty one says so."""
        if not page.total:
            self._nothing.set(
                _("Nothing is filed yet"),
                _("File a text, and every word of it can be found here."),
                "" if self._is_read_only else _("File article…"),
                icon="newspaper",
            )
            self._has_filters = False
            self.setCurrentWidget(self._nothing)
            return
        self._start.show_examples(page, scale)
        self.setCurrentWidget(self._start)

    def show_nothing(self, text: str, *, has_filters: bool) -> None:
        """Say that nothing matches, and what could be tried."""
        asked = text.strip()
        title = _("Nothing matches “{words}”").format(words=asked[:60]) if asked else _("Nothing matches")
        deed = _("Remove filters") if has_filters else ""
        if has_filters:
            sentence = _("The filters may leave out what you look for.")
        else:
            sentence = _("Fewer words, the beginning of a word with *, or OR between words find more.")
        self._nothing.set(title, sentence, deed, icon="search")
        self._has_filters = has_filters
        self.setCurrentWidget(self._nothing)

    def show_preparing(self, done: int, total: int) -> None:
        """Say how far the index is."""
        self._preparing.show_progress(done, total, is_read_only=self._is_read_only)
        self.setCurrentWidget(self._preparing)

    @staticmethod
    def example(page: SearchPage, scale: Scale | None) -> str:
        """Make a search that finds something here, of a claimant and a verdict; "" where there is neither."""
        claimant = next(iter(page.facets.get("claimant", {})), "")
        verdict = next((key for key in page.facets.get("verdict", {}) if scale and scale.rating(key)), "")
        parts = [f"claimant:{_quoted(claimant)}" if claimant else "", f"verdict:{verdict}" if verdict else ""]
        return " ".join(part for part in parts if part)

    def _on_acted(self) -> None:
        if self._has_filters:
            self.widened.emit()
            return
        self.left.emit()
        self._actions["article.file"].trigger()


class _QueryCard(QWidget):
    """A few ways to ask, each with what it finds; a click tries it."""

    tried = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        card = QWidget()
        card.setMaximumWidth(theme().px(CARD_WIDTH))
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.links: list[LinkLabel] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 28, 32, 28)
        box.setSpacing(12)
        box.addWidget(Caption(_("Ways to ask")))
        box.addWidget(card)
        box.addStretch(1)

    def show_examples(self, page: SearchPage, scale: Scale | None) -> None:
        """Show examples with names from this library."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.links = []
        for row, (words, meaning) in enumerate(_examples(page, scale)):
            link = LinkLabel(words, "body")
            self.links.append(link)
            link.setToolTip(_("Search for this"))
            link.clicked.connect(lambda words=words: self.tried.emit(words))
            self._grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(label(meaning, "text2", wrap=True), row, 1)


class _Preparing(QWidget):
    """A bar, and how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "text2")
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setWordWrap(True)
        self._bar = ThinProgress()
        self._bar.setFixedWidth(theme().px(280))
        self._known = (0, 0)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addStretch(2)
        box.addWidget(self._words)
        box.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    @property
    def words(self) -> str:
        """The words shown."""
        return self._words.text()

    def show_progress(self, done: int, total: int, *, is_read_only: bool) -> None:
        """Show the share; while no total is told the last known one stays."""
        self._known = (done, total) if total > 0 else self._known
        done, total = self._known
        self._bar.setVisible(not is_read_only)
        self._bar.set_share(done, total)
        if is_read_only:
            words = _("The search index is missing, and this library is open for reading only.")
        elif total:
            words = _("Preparing search, {done} of {total}").format(done=number(done), total=number(total))
        else:
            words = _("Preparing search")
        self._words.setText(words)


def _examples(page: SearchPage, scale: Scale | None) -> list[tuple[str, str]]:
    """Write examples that find something here."""
    facets = page.facets
    found: list[tuple[str, str]] = []
    outlet = next(iter(facets.get("outlet", {})), "")
    claimant = next(iter(facets.get("claimant", {})), "")
    verdict = next((key for key in facets.get("verdict", {}) if scale and scale.rating(key)), "")
    tag = next(iter(facets.get("tag", {})), "")
    year = max((value for value in facets.get("published", {}) if len(value) == len("2026")), default="")
    if claimant:
        words = _("What {name} is quoted with").format(name=claimant)
        found.append((f"claimant:{_quoted(claimant)}", words))
    rating = scale.rating(verdict) if scale else None
    if rating:
        found.append((f"verdict:{verdict}", _("Claims found to be: {verdict}").format(verdict=_(rating.name))))
    if outlet:
        found.append((f"outlet:{_quoted(outlet)}", _("What this outlet published, and what was found in it")))
    if tag:
        found.append((f"tag:{_quoted(tag)}", _("Articles and claims with this tag")))
    if year:
        found.append((f"published:{year}", _("Of this year; also 2026-03 or 2024..2026")))
    return [*found, *_from_titles([row.title for row in page.hits])]


def _from_titles(titles: Sequence[str]) -> list[tuple[str, str]]:
    """Write examples of the language itself with words that stand in titles."""
    found: list[tuple[str, str]] = []
    long = list(dict.fromkeys(word for title in titles for word in _WORD.findall(title)))
    if len(long) > 1:
        found.append((f"{long[0]} OR {long[-1]}", _("One word or the other; words alone must all be there")))
    if long:
        found.append((f"{long[0][:-2].casefold()}*", _("Every word that begins so")))
    pair = next((pair.group() for pair in map(_PAIR.search, titles) if pair), "")
    if pair:
        found.append((f"“{pair}”", _("These words in this order")))
    return found


def _quoted(words: str) -> str:
    return f"“{words}”" if " " in words else words
