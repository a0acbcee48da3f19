"""The bar over the text: how many claims and what they were found to be; in coverage mode, how much is dealt with."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from factdesk.model.enums import SentenceState
from factdesk.model.values.text import Coverage
from factdesk.ui.actionset import ActionSet
from factdesk.ui.theme import theme
from factdesk.ui.views.reader.content import ReaderContent
from factdesk.ui.widgets.buttons import Button, IconButton, ToggleButton
from factdesk.ui.widgets.chips import ShapeLabel
from factdesk.ui.widgets.labels import label, rule
from factdesk.ui.widgets.progress import CoverageBar
from factdesk.words import _, ngettext

COMPACT_BELOW = 720
WORDS_FROM = 800


class ReaderBar(QWidget):
    """Counts at the left, deeds at the right; words give way to icons where there is no room."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setObjectName("reader-bar")
        self._claims = label("", "strong")
        self._shapes = QHBoxLayout()
        self._shapes.setSpacing(10)
        self._percent = label("", "strong")
        self._share = CoverageBar()
        self._sentences = label("", "small")
        self._mark = self._deed("claim.mark", "highlighter", "M")
        self._versions = self._deed("article.versions", "git-compare", "")
        self._next = self._deed("coverage.next", "", "N", kind="plain")
        self._next.set_words(_("Next open"))
        self._previous = self._deed("coverage.previous", "", "Shift+N")
        self._toggle = ToggleButton(_("Coverage"), icon="scan")
        self._toggle.setToolTip(actions["view.coverage"].toolTip())
        self._toggle.clicked.connect(actions["view.coverage"].trigger)
        actions["view.coverage"].toggled.connect(self._toggle.setChecked)
        self._size = IconButton("a-large-small", _("Text size"))
        self._size.clicked.connect(self._show_sizes)
        self._left = QStackedWidget()
        self._arrange()

    def show_nothing(self) -> None:
        """Show the empty bar."""
        self._left.setVisible(False)
        for widget in (self._mark, self._versions, self._next, self._previous, self._toggle, self._size):
            widget.setVisible(False)

    def show_content(self, content: ReaderContent) -> None:
        """Show the counts of a version."""
        self._left.setVisible(True)
        for widget in (self._toggle, self._size):
            widget.setVisible(True)
        count = len(content.claims)
        self._claims.setText(ngettext("{count} claim", "{count} claims", count).format(count=count))
        self._show_shapes(content)
        total = len(content.article.versions)
        self._versions.set_words(ngettext("{count} version", "{count} versions", total).format(count=total))
        self.show_coverage(None if not self._toggle.isChecked() else content.coverage)

    def show_coverage(self, coverage: Coverage | None) -> None:
        """Show how much is dealt with; None goes back to the counts of claims."""
        is_on = coverage is not None
        self._left.setCurrentIndex(1 if is_on else 0)
        self._mark.setVisible(not is_on)
        self._versions.setVisible(not is_on)
        self._next.setVisible(is_on)
        self._previous.setVisible(is_on)
        if coverage is None:
            return
        self._percent.setText(_("Coverage {percent} %").format(percent=coverage.percent))
        self._share.set_counts(*(coverage.count(state) for state in SentenceState))
        self._sentences.setText(
            ngettext("{done} of {count} sentence", "{done} of {count} sentences", coverage.total).format(
                done=coverage.covered, count=coverage.total
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Trade words for icons where the bar is narrow."""
        super().resizeEvent(event)
        is_compact = event.size().width() < COMPACT_BELOW
        for button in (self._versions, self._toggle):
            button.set_compact(is_compact)
        self._sentences.setVisible(event.size().width() >= WORDS_FROM)
        self._mark.set_key("" if is_compact else "M")
        self._previous.set_words(_("Previous"))

    def _deed(self, action_id: str, icon: str, key: str, *, kind: str = "text") -> Button:
        action = self._actions[action_id]
        button = Button(action.text(), kind=kind, icon=icon, key=key, tooltip=action.toolTip())
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        button.clicked.connect(action.trigger)
        return button

    def _arrange(self) -> None:
        counts, covered = QWidget(), QWidget()
        row = QHBoxLayout(counts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._claims)
        row.addLayout(self._shapes)
        row.addStretch(1)
        row = QHBoxLayout(covered)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._share.setFixedWidth(96)
        for widget in (self._percent, self._share, self._sentences):
            row.addWidget(widget)
        row.addStretch(1)
        self._left.addWidget(counts)
        self._left.addWidget(covered)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 12, 0)
        bar.setSpacing(4)
        bar.addWidget(self._left, 1)
        for button in (self._next, self._previous, self._mark, self._versions, self._toggle, self._size):
            bar.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar, 1)
        box.addWidget(rule())
        self.setFixedHeight(theme().height("pane_bar"))

    def _show_shapes(self, content: ReaderContent) -> None:
        while (item := self._shapes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for key in [*(rating.key for rating in content.scale.ratings), ""]:
            count = sum(row.verdict == key for row in content.claims)
            if not count:
                continue
            rating = content.scale.rating(key)
            shape = ShapeLabel(f"verdict:{content.look(key)}", str(count))
            shape.setToolTip(f"{rating.name if rating else _('No verdict')}: {count}")
            self._shapes.addWidget(shape)

    def _show_sizes(self) -> None:
        menu = QMenu(self)
        menu.addActions([self._actions[name] for name in ("view.zoom_in", "view.zoom_out", "view.zoom_reset")])
        menu.popup(self._size.mapToGlobal(self._size.rect().bottomLeft()))
