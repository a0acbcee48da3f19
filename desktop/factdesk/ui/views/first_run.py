"""What the window shows while no library is open: make one, open one, look around, or drop a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from factdesk.paths import documents_folder
from factdesk.settings import Settings, ThemeChoice
from factdesk.ui.preferences import Preferences
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.chips import KeyCap
from factdesk.ui.widgets.fields import ComboField
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import Caption, label, rule, surface
from factdesk.ui.widgets.painting import fill_box, paint_shape, paint_text
from factdesk.words import LANGUAGES, _, language, mark, pgettext

WIDTH = 880
MIDDLE = Qt.TextElideMode.ElideMiddle
RECENT_MOST = 4
LANGUAGE_NAMES = {"en": "English", "uk": "Українська"}
COLOURS = {
    ThemeChoice.SYSTEM: mark("Follow system colours"),
    ThemeChoice.LIGHT: mark("Light"),
    ThemeChoice.DARK: mark("Dark"),
}


@dataclass(frozen=True, slots=True)
class _Way:
    """One card: an icon, a title, a sentence, a deed."""

    name: str
    icon: str
    title: str
    sentence: str
    deed: str


WAYS = (
    _Way(
        "new",
        "folder-plus",
        mark("New library"),
        mark("Start empty. You choose the folder; back it up like any other."),
        mark("Create library…"),
    ),
    _Way(
        "open",
        "folder-open",
        mark("Open a library"),
        mark("A folder ending in .factdesk, on this computer or a shared drive."),
        mark("Open…"),
    ),
    _Way(
        "sample",
        "book-open",
        mark("Look around first"),
        mark("A sample desk: one hospital story and its sources. Delete it any time."),
        mark("Open the sample"),
    ),
)


class FirstRunView(QWidget):
    """Ways in. Files may be dropped anywhere on it."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_chosen = Signal(str)
    dropped = Signal(object)

    def __init__(self, *, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._recent: tuple[str, ...] = ()
        self._spoken = language()
        self._page: QWidget | None = None
        self._drop = _DropField()
        self.setObjectName("first-run")
        self.setAcceptDrops(True)
        surface(self, "base")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._build()
        # Queued: the application puts the new language in force when it hears the same signal.
        preferences.changed.connect(self._on_preferences_changed, Qt.ConnectionType.QueuedConnection)

    def show_recent(self, recent: tuple[str, ...]) -> None:
        """Offer the libraries that were open before, the last one first."""
        if recent != self._recent:
            self._recent = recent
            self._build()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _paths(event):
            event.acceptProposedAction()
            self._drop.set_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing is held over it any more."""
        super().dragLeaveEvent(event)
        self._drop.set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files over."""
        self._drop.set_hot(False)
        paths = _paths(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _build(self) -> None:
        """Say everything in the language now spoken."""
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._drop = _DropField()
        content = surface(QWidget(), "base")
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(_headline())
        column.addSpacing(6)
        column.addWidget(_standfirst())
        column.addSpacing(24)
        column.addWidget(self._cards())
        column.addSpacing(16)
        column.addWidget(self._drop)
        if self._recent:
            column.addSpacing(24)
            column.addWidget(self._recent_list())
        column.addSpacing(32)
        column.addWidget(_steps())
        column.addStretch(3)
        column.addWidget(self._choosers())
        column.addSpacing(4)
        self._box.addWidget(_scrolled(content), 1)
        self._box.addWidget(rule())
        self._box.addWidget(_status())

    def _cards(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        signals = {"new": self.new_wanted, "open": self.open_wanted, "sample": self.sample_wanted}
        for number, way in enumerate(WAYS):
            row.addWidget(_card(way, signals[way.name].emit, is_first=number == 0), 1)
        return holder

    def _recent_list(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Caption(_("Recent")))
        for path in self._recent[:RECENT_MOST]:
            column.addWidget(_RecentRow(path, self._opener(path)))
        return holder

    def _opener(self, path: str) -> Callable[[], None]:
        return lambda: self.recent_chosen.emit(path)

    def _choosers(self) -> QWidget:
        settings = self._preferences.settings
        tongue = ComboField([(code, LANGUAGE_NAMES.get(code, code)) for code in LANGUAGES], name=_("Language"))
        tongue.setObjectName("first-run-language")
        tongue.setToolTip(_("Language of the window"))
        tongue.set_value(language())
        tongue.chosen.connect(lambda code: self._preferences.change(language=code))
        colours = ComboField([(choice.value, _(words)) for choice, words in COLOURS.items()], name=_("Colours"))
        colours.setObjectName("first-run-colours")
        colours.setToolTip(_("Colours of the window"))
        colours.set_value(settings.theme.value)
        colours.chosen.connect(lambda key: self._preferences.change(theme=ThemeChoice(key)))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addStretch(1)
        for widget in (label(_("Language"), "small"), tongue, colours):
            row.addWidget(widget)
        row.addStretch(1)
        return holder

    def _on_preferences_changed(self, _settings: Settings) -> None:
        if self._spoken != language():
            self._spoken = language()
            self._build()


class _DropField(QWidget):
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


class _RecentRow(Button):
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


def _headline() -> QWidget:
    made = label(_("Where should your desk keep its work?"), "welcome", wrap=True)
    made.setAccessibleName(made.text())
    return made


def _standfirst() -> QWidget:
    words = _(
        "A library is one folder on this computer: articles, sealed originals, claims, evidence. "
        "Nothing leaves it unless you export it."
    )
    made = label(words, "standfirst", wrap=True)
    made.setMaximumWidth(theme().px(640))
    return made


def _card(way: _Way, deed: Callable[[], None], *, is_first: bool) -> QWidget:
    card = _Card(is_first=is_first)
    column = QVBoxLayout(card)
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
    return card


def _steps() -> QWidget:
    steps = (
        (pgettext("step", "File"), _("Drop a text. The original is sealed."), ""),
        (_("Mark"), _("Select words, press"), "M"),
        (_("Link"), _("Passage, then"), "SRC"),
        (_("Send"), _("Verdict, review, Word memo."), ""),
    )
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.addWidget(Caption(_("A check in four steps")), 0, 0, 1, len(steps))
    for number, (title, sentence, keys) in enumerate(steps, start=1):
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


def _status() -> QWidget:
    bar = surface(QWidget(), "chrome")
    bar.setFixedHeight(theme().height("status_bar"))
    row = QHBoxLayout(bar)
    row.setContentsMargins(14, 0, 14, 0)
    row.addWidget(IconLabel("lock", _("No library open"), role="small"))
    row.addStretch(1)
    row.addWidget(label(_("Factdesk works offline"), "small"))
    return bar


def _scrolled(content: QWidget) -> QScrollArea:
    """Let a small window scroll, and a large one keep the page in its middle."""
    middle = surface(QWidget(), "base")
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    content.setMaximumWidth(theme().px(WIDTH) + 64)
    row.addWidget(content, 100)
    row.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(middle)
    return area


def _paths(event: QDropEvent) -> Sequence[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
