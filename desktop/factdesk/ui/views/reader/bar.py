"""The bar over the text: how many claims and what they were found to be; in coverage mode, how much is dealt with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from factdesk.model.enums import SentenceState
from factdesk.model.values.text import Coverage
from factdesk.ui.actionset import ActionSet
from factdesk.ui.theme import theme
from factdesk.ui.views.reader.content import ReaderContent
from factdesk.ui.widgets.action_button import ActionButton
from factdesk.ui.widgets.buttons import IconButton, ToggleButton
from factdesk.ui.widgets.chips import ShapeLabel
from factdesk.ui.widgets.labels import label, rule
from factdesk.ui.widgets.progress import CoverageBar
from factdesk.words import _, ngettext

SHARE_WIDTH = 96
GAP = 4
LEFT_GAP = 12
MARGINS = (16, 12)


class ReaderBar(QWidget):
    """Counts at the left, deeds at the right; words give way to icons where there is no room."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setObjectName("reader-bar")
        self._claims = label("", "strong")
        self._shapes = QWidget()
        self._shape_row = QHBoxLayout(self._shapes)
        self._percent = label("", "strong")
        self._share = CoverageBar(SHARE_WIDTH)
        self._sentences = label("", "small")
        self._mark = ActionButton(actions["claim.mark"], icon="highlighter")
        self._versions = ActionButton(actions["article.versions"], icon="git-compare", shows_key=False)
        self._next = ActionButton(actions["coverage.next"], _("Next open"), kind="plain")
        self._previous = ActionButton(actions["coverage.previous"], _("Previous"), icon="chevron-up")
        self._toggle = ToggleButton(_("Coverage"), icon="scan")
        self._toggle.setObjectName("do-view.coverage")
        self._toggle.set_tip(actions["view.coverage"].toolTip())
        self._toggle.clicked.connect(actions["view.coverage"].trigger)
        actions["view.coverage"].toggled.connect(self._toggle.setChecked)
        self._size = IconButton("a-large-small", _("Text size"))
        self._size.clicked.connect(self._show_sizes)
        self._is_covered = False
        self._arrange()

    def show_nothing(self) -> None:
        """Show the empty bar."""
        for widget in (*self._counted(), *self._covered(), *self._always()):
            widget.setVisible(False)

    def show_content(self, content: ReaderContent) -> None:
        """Show the counts of a version."""
        for widget in self._always():
            widget.setVisible(True)
        count = len(content.claims)
        self._claims.setText(ngettext("{count} claim", "{count} claims", count).format(count=count))
        self._show_shapes(content)
        total = len(content.article.versions)
        self._versions.set_words(ngettext("{count} version", "{count} versions", total).format(count=total))
        self.show_coverage(None if not self._toggle.isChecked() else content.coverage)

    def show_coverage(self, coverage: Coverage | None) -> None:
        """Show how much is dealt with; None goes back to the counts of claims."""
        self._is_covered = coverage is not None
        if coverage is not None:
            self._percent.setText(_("Coverage {percent} %").format(percent=coverage.percent))
            self._share.set_counts(*(coverage.count(state) for state in SentenceState))
            words = ngettext("{done} of {count} sentence", "{done} of {count} sentences", coverage.total)
            self._sentences.setText(words.format(done=coverage.covered, count=coverage.total))
            self._percent.setToolTip(self._sentences.text())
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Trade words for icons where the bar is narrow."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Leave out as little as the width asks for: first small words and keys, then words, the shapes last."""
        if self._toggle.isHidden():
            return
        for tightness in range(6):
            self._tighten(tightness)
            if self._needed() <= width:
                return

    def _tighten(self, tightness: int) -> None:
        is_on = self._is_covered
        for widget in self._counted():
            widget.setVisible(not is_on)
        for widget in self._covered():
            widget.setVisible(is_on)
        self._sentences.setVisible(is_on and tightness < 2)
        self._mark.set_shows_key(tightness < 1)
        self._mark.set_words(_("Mark claim") if tightness < 3 else _("Mark"))
        self._previous.set_shows_key(tightness < 1)
        for button in (self._versions, self._toggle, self._previous):
            button.set_compact(tightness >= 3)
        self._mark.set_compact(tightness >= 5)
        self._shapes.setVisible(not is_on and tightness < 4)

    def _needed(self) -> int:
        """Give the width that what is shown asks for."""
        left = (self._claims, self._shapes, self._percent, self._share, self._sentences)
        deeds = (self._next, self._previous, self._mark, self._versions, self._toggle, self._size)
        shown = [one for one in (*left, *deeds) if not one.isHidden()]
        gaps = LEFT_GAP * sum(one in left for one in shown) + GAP * sum(one in deeds for one in shown)
        return sum(MARGINS) + gaps + sum(one.sizeHint().width() for one in shown)

    def _counted(self) -> tuple[QWidget, ...]:
        return self._claims, self._shapes, self._mark, self._versions

    def _covered(self) -> tuple[QWidget, ...]:
        return self._percent, self._share, self._sentences, self._next, self._previous

    def _always(self) -> tuple[QWidget, ...]:
        return self._toggle, self._size

    def _arrange(self) -> None:
        self._shape_row.setContentsMargins(0, 0, 0, 0)
        self._shape_row.setSpacing(10)
        self._share.setFixedWidth(SHARE_WIDTH)
        left = QHBoxLayout()
        left.setSpacing(LEFT_GAP)
        for widget in (self._claims, self._shapes, self._percent, self._share, self._sentences):
            left.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGINS[0], 0, MARGINS[1], 0)
        bar.setSpacing(GAP)
        bar.addLayout(left)
        bar.addStretch(1)
        for button in (self._next, self._previous, self._mark, self._versions, self._toggle, self._size):
            bar.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar, 1)
        box.addWidget(rule())
        self.setFixedHeight(theme().height("pane_bar"))

    def _show_shapes(self, content: ReaderContent) -> None:
        while (item := self._shape_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for key in [*(rating.key for rating in content.scale.ratings), ""]:
            count = sum(row.verdict == key for row in content.claims)
            if not count:
                continue
            rating = content.scale.rating(key)
            shape = ShapeLabel(f"verdict:{content.look(key)}", str(count))
            shape.setToolTip(f"{_(rating.name) if rating else _('No verdict')}: {count}")
            self._shape_row.addWidget(shape)
            # Shown now, since what is still hidden has no part in the width that the bar needs.
            shape.show()

    def _show_sizes(self) -> None:
        menu = QMenu(self)
        menu.addActions([self._actions[name] for name in ("view.zoom_in", "view.zoom_out", "view.zoom_reset")])
        menu.popup(self._size.mapToGlobal(self._size.rect().bottomLeft()))
