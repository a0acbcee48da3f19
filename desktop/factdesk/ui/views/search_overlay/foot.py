"""The foot of the search: its keys, and a search to try."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from factdesk.ui.widgets.labels import LinkLabel, label
from factdesk.ui.widgets.overlay_foot import OverlayFoot
from factdesk.words import _


class SearchFoot(OverlayFoot):
    """`tried(text)` when the example is clicked."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._example = ""
        for keys, words in (
            (("↑", "↓"), _("move")),
            (("Enter",), _("open at the match")),
            (("Ctrl+Enter",), _("open, search stays")),
            (("Shift+Enter",), _("all of this kind")),
            (("Tab",), _("filters")),
        ):
            self.add_keys(keys, words)
        self.row.addStretch(1)
        self._try = label(_("Try"), "small")
        self._link = LinkLabel("", "small")
        self._link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._link.clicked.connect(lambda: self.tried.emit(self._example))
        self.row.addWidget(self._try)
        self.row.addWidget(self._link)
        self.show_example("")

    def show_example(self, example: str) -> None:
        """Offer a search to try; "" offers none."""
        self._example = example
        self._link.setText(example)
        self._link.setToolTip(_("Search for this"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See anew whether the example has room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the example where there is room beside the keys."""
        shown = (self._try, self._link)
        for widget in shown:
            widget.setVisible(bool(self._example))
        if self._example and self.row.sizeHint().width() > self.width():
            for widget in shown:
                widget.setVisible(False)
