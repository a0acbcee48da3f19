"""The head of the search: the line with its count, the filters in force as chips, and what was not understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from factdesk.model.values.desk import Scale
from factdesk.search.engine import Order
from factdesk.ui.formats import locale, number
from factdesk.ui.theme import theme
from factdesk.ui.views.search_overlay.line import SearchLine
from factdesk.ui.views.search_overlay.narrowing import FIELDS, YEARS, Narrowing, chip_words, value_words
from factdesk.ui.widgets.buttons import MenuButton
from factdesk.ui.widgets.chips import FilterChip, KeyCap
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import ElidedLabel, label
from factdesk.words import _, mark, ngettext

ORDERS = {Order.RELEVANCE: mark("Best first"), Order.NEWEST: mark("Newest first"), Order.OLDEST: mark("Oldest first")}
VALUES_MOST = 30


class SearchHead(QWidget):
    """`narrowed(Narrowing)` when a filter is chosen or taken away, `ordered(Order)`."""

    narrowed = Signal(object)
    ordered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = SearchLine()
        self.narrowing = Narrowing()
        self._scale: Scale | None = None
        self._facets: Mapping[str, Mapping[str, int]] = {}
        self._count = label("", "small")
        self._chips = QHBoxLayout()
        self._add = MenuButton(_("Filter"), icon="plus")
        self._add.setObjectName("search-filter")
        self._add.set_tip(_("Narrow the search"))
        self._order = MenuButton(_(ORDERS[Order.RELEVANCE]), self._order_menu())
        self._order.set_tip(_("What comes first"))
        self._ignored = ElidedLabel("", "small")
        self._trouble = QWidget()
        self._arrange()
        self.line.backed.connect(lambda: self.narrowed.emit(self.narrowing.without_last()))
        self._add.clicked.connect(self._show_filter_menu)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """Give the buttons in the order Tab walks them."""
        return (self._add, self._order)

    @property
    def ignored(self) -> str:
        """The sentences on what of the query was left out."""
        return self._ignored.text() if self._trouble.isVisibleTo(self) else ""

    @property
    def chips(self) -> list[FilterChip]:
        """Give the chips of the filters in force."""
        items = [self._chips.itemAt(at) for at in range(self._chips.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, FilterChip)]

    def show_count(self, total: int, seconds: float) -> None:
        """Say how many were found and how fast."""
        words = ngettext("{count} result", "{count} results", total).format(count=number(total))
        self._count.setText(f"{words} · {locale().toString(seconds, 'f', 2)} {_('s')}")

    def show_no_count(self) -> None:
        """Say nothing of a count."""
        self._count.setText("")

    def show_ignored(self, sentences: Sequence[str]) -> None:
        """Name what of the query was left out."""
        self._ignored.setText(" ".join(sentences))
        self._trouble.setVisible(bool(sentences))

    def show_narrowing(
        self, narrowing: Narrowing, facets: Mapping[str, Mapping[str, int]], scale: Scale | None
    ) -> None:
        """Show the filters in force, and keep what else could be chosen for the menu."""
        self._facets, self._scale = facets, scale
        wanted = [(name, chip_words(name, values, scale)) for name, values in narrowing.chosen.items()]
        if narrowing == self.narrowing and wanted == self._shown():
            return
        self.narrowing = narrowing
        had_focus = any(chip.hasFocus() for chip in self.chips)
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name, words in wanted:
            chip = FilterChip(words)
            chip.setObjectName(f"search-chip-{name}")
            chip.removed.connect(self._remover(name))
            self._chips.addWidget(chip)
        if had_focus:
            self.line.setFocus()

    def _arrange(self) -> None:
        top = QWidget()
        top.setFixedHeight(theme().px(54))
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(IconLabel("search", ink="text2", size=20))
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        row.addWidget(KeyCap("Esc"))
        chips = QHBoxLayout()
        chips.setContentsMargins(16, 0, 16, 10)
        chips.setSpacing(8)
        self._chips.setSpacing(8)
        chips.addLayout(self._chips)
        chips.addWidget(self._add)
        chips.addStretch(1)
        chips.addWidget(self._order)
        told = QHBoxLayout(self._trouble)
        told.setContentsMargins(16, 0, 16, 10)
        told.setSpacing(8)
        told.addWidget(IconLabel("info", ink="text2"))
        told.addWidget(self._ignored, 1)
        self._trouble.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(top)
        box.addLayout(chips)
        box.addWidget(self._trouble)

    def _shown(self) -> list[tuple[str, str]]:
        return [(chip.objectName().removeprefix("search-chip-"), chip.text) for chip in self.chips]

    def _remover(self, name: str) -> Callable[[], None]:
        return lambda: self.narrowed.emit(self.narrowing.with_values(name, ()))

    def _show_filter_menu(self) -> None:
        menu = QMenu(self)
        for name, words in FIELDS.items():
            counted = self._facets.get(name, {})
            values = [value for value in counted if name != YEARS or len(value) == len("2026")]
            if not values:
                continue
            below = menu.addMenu(_(words))
            for value in sorted(values, reverse=True) if name == YEARS else values[:VALUES_MOST]:
                action = below.addAction(f"{value_words(name, value, self._scale)}\t{number(counted[value])}")
                action.setCheckable(True)
                action.setChecked(self.narrowing.has(name, value))
                action.triggered.connect(self._toggler(name, value))
        if menu.isEmpty():
            menu.addAction(_("Nothing to narrow by")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _toggler(self, name: str, value: str) -> Callable[[], None]:
        return lambda: self.narrowed.emit(self.narrowing.toggled(name, value))

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order, words in ORDERS.items():
            action = menu.addAction(_(words))
            action.setCheckable(True)
            action.setChecked(order is Order.RELEVANCE)
            action.triggered.connect(self._orderer(order))
            group.addAction(action)
        return menu

    def _orderer(self, order: Order) -> Callable[[], None]:
        def choose() -> None:
            self._order.set_words(_(ORDERS[order]))
            self.ordered.emit(order)

        return choose
