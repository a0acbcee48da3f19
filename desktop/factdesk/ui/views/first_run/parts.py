"""The parts of the first window: cards, the field for drops, recent libraries, the four steps, the foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from factdesk.paths import documents_folder
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.chips import KeyCap
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import Caption, label, surface
from factdesk.ui.widgets.painting import fill_box, paint_shape, paint_text
from factdesk.words import _, mark, pgettext

WIDTH = 880
MIDDLE = Qt.TextElideMode.ElideMiddle


@dataclass(frozen=True, slots=True)
class Way:
    """One card: an icon, a title, a sentence, a deed."""

    name: str
    icon: str
    title: str
    sentence: str
    deed: str


WAYS = (
    Way(
        "new",
        "folder-plus",
        mark("New library"),
        mark("Start empty. You choose the folder; back it up like any other."),
        mark("Create library…"),
    ),
    Way(
        "open",
        "folder-open",
        mark("Open a library"),
        mark("A folder ending in .factdesk, on this computer or a shared drive."),
        mark("Open…"),
    ),
    Way(
        "sample",
        "book-open",
        mark("Look around first"),
        mark("A sample desk: one hospital story and its sources. Delete it any time."),
        mark("Open the sample"),
    ),
)


class DropField(QWidget):
    """Says where files may be dropped, inside a dashed line that is solid while something is held over it."""

    def __init__(self) -> None:
        super().__init__()
        self._is_hot = False
        library = Path(documents_folder().name) / f"{_('My desk')}.factdesk"
        words = _("Or drop a draft, PDF, web page or e-mail here. Factdesk makes a library in {folder} and files it.")
        self._words = label(words.format(folder=library), "text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 20)
        row.setSpacing(12)
        row.addWidget(IconLabel("file-down", ink="text2", size=20))
        row.addWidget(self._words, 1)

    def set_hot(self, is_hot: bool) -> None:
        """Show whether something is held over it."""
        self._is_hot = is_hot
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        style, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(style.colour("accent" if self._is_hot else "line_strong"), 2 if self._is_hot else 1)
        if not self._is_hot:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(style.colour("accent_tint") if self._is_hot else Qt.BrushStyle.NoBrush)
        radius = style.radius("card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class _Card(QWidget):
    """A card with a border, the first in the accent."""

    def __init__(self, *, is_first: bool) -> None:
        super().__init__()
        self._is_first = is_first

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        style = theme()
        ink = style.colour("accent" if self._is_first else "line")
        fill_box(QPainter(self), QRectF(self.rect()), style.radius("card"), style.colour("base"), ink)


class RecentRow(Button):
    """A library that was open before: its name, and where it lies."""

    def __init__(self, path: str, on_clicked: Callable[[], None]) -> None:
        super().__init__("", kind="text", icon="library")
        self._path = Path(path)
        self.setObjectName("recent-library")
        self.setAccessibleName(_("Open {library}").format(library=self._path.stem))
        self.setToolTip(path)
        self.setMaximumWidth(theme().px(WIDTH))
        self.clicked.connect(on_clicked)

    def sizeHint(self) -> QSize:
        """Give the width of the page."""
        return QSize(theme().px(WIDTH), theme().height("control"))

    def minimumSizeHint(self) -> QSize:
        """Let it be narrow."""
        return QSize(160, theme().height("control"))

    def _paint_parts(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        style = theme()
        room = rect.adjusted(8, 0, -8, 0)
        paint_shape(painter, QPointF(room.x(), round(room.center().y() - 8)), "library", 16, ink)
        name = room.adjusted(26, 0, 0, 0)
        used = paint_text(painter, name, self._path.stem, style.font("body_medium"), style.colour("text"))
        where = name.adjusted(used + 12, 0, 0, 0)
        paint_text(painter, where, str(self._path.parent), style.font("small"), style.colour("text3"), elide=MIDDLE)


class _Number(QWidget):
    """A number in a ring."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        side = theme().px(22)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring and the number."""
        del event
        style, rect = theme(), QRectF(self.rect())
        painter = QPainter(self)
        fill_box(painter, rect, rect.height() / 2, None, style.colour("line_strong"))
        font, ink = style.font("small"), style.colour("text2")
        paint_text(painter, rect, str(self._number), font, ink, align=Qt.AlignmentFlag.AlignCenter)


def headline() -> QWidget:
    """Ask the one question."""
    made = label(_("Where should your desk keep its work?"), "welcome", wrap=True)
    made.setAccessibleName(made.text())
    return made


def standfirst() -> QWidget:
    """Say what a library is."""
    words = _(
        "A library is one folder on this computer: articles, sealed originals, claims, evidence. "
        "Nothing leaves it unless you export it."
    )
    made = label(words, "standfirst", wrap=True)
    made.setMaximumWidth(theme().px(640))
    return made


def card(way: Way, deed: Callable[[], None], *, is_first: bool) -> QWidget:
    """Give one way in as a card."""
    made = _Card(is_first=is_first)
    column = QVBoxLayout(made)
    column.setContentsMargins(20, 20, 20, 20)
    column.setSpacing(4)
    column.addWidget(IconLabel(way.icon, ink="accent" if is_first else "text2", size=20))
    column.addSpacing(6)
    column.addWidget(label(_(way.title), "title"))
    column.addWidget(label(_(way.sentence), "text2", wrap=True))
    column.addStretch(1)
    column.addSpacing(16)
    button = Button(_(way.deed), kind="primary" if is_first else "plain", tooltip=_(way.sentence))
    button.setObjectName(f"first-run-{way.name}")
    button.clicked.connect(deed)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return made


def steps() -> QWidget:
    """Show a check in four steps."""
    told = (
        (pgettext("step", "File"), _("Drop a text. The original is sealed."), ""),
        (_("Mark"), _("Select words, press"), "M"),
        (_("Link"), _("Passage, then"), "SRC"),
        (_("Send"), _("Verdict, review, Word memo."), ""),
    )
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.addWidget(Caption(_("A check in four steps")), 0, 0, 1, len(told))
    for number, (title, sentence, keys) in enumerate(told, start=1):
        step = QWidget()
        row = QHBoxLayout(step)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(12)
        row.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(title, "strong"))
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(label(sentence, "small", wrap=not keys))
        for key in keys:
            line.addWidget(KeyCap(key))
        line.addStretch(1 if keys else 0)
        words.addLayout(line)
        words.addStretch(1)
        row.addLayout(words, 1)
        grid.addWidget(step, 1, number - 1)
        grid.setColumnStretch(number - 1, 1)
    return holder


def status() -> QWidget:
    """Give the line at the foot."""
    bar = surface(QWidget(), "chrome")
    bar.setFixedHeight(theme().height("status_bar"))
    row = QHBoxLayout(bar)
    row.setContentsMargins(14, 0, 14, 0)
    row.addWidget(IconLabel("lock", _("No library open"), role="small"))
    row.addStretch(1)
    row.addWidget(label(_("Factdesk works offline"), "small"))
    return bar
