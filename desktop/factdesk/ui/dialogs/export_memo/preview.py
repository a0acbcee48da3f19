"""The pages of the memo as they would be printed; painted elsewhere, a few at a time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from factdesk.compute import Compute
from factdesk.export.pages import MemoPages
from factdesk.tasks.runner import Runner
from factdesk.tasks.ticket import Ticket
from factdesk.ui.dialogs.export_memo.painting import Job, Painted, Sheet, paint
from factdesk.ui.fonts import reading_family, ui_family
from factdesk.ui.theme import theme
from factdesk.words import _, ngettext

ZOOMS = (0.5, 0.58, 0.67, 0.8, 1.0, 1.25)
GAP, EDGE = 16, 20
KEPT = 24
PIXELS_PER_POINT = 96 / 72


class MemoPreview(QAbstractScrollArea):
    """Sheets of paper, white in both looks. `shown(first page, last page, total)`."""

    shown = Signal(int, int, int)
    zoomed = Signal(float)

    def __init__(self, runner: Runner, compute: Compute, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner, self._compute = runner, compute
        self._memo: MemoPages | None = None
        self._painted_memo: MemoPages | None = None
        self._ticket: Ticket | None = None
        self._zoom = 0.0
        self._total = 1
        self._images: dict[int, QImage] = {}
        self.setObjectName("memo-preview")
        self.setAccessibleName(_("Preview of the memo"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._moved())

    @property
    def memo(self) -> MemoPages | None:
        """Give the memo that is shown; None before the first one came."""
        return self._memo

    @property
    def total(self) -> int:
        """Give the number of pages, as far as they are laid out."""
        return self._total

    @property
    def zoom(self) -> float:
        """Give the size of a page, 1 being that of the printed one."""
        return self._zoom or self._fitting()

    @property
    def unpainted(self) -> tuple[int, ...]:
        """Give the pages in sight, from 0, that are yet to be painted."""
        is_old = self._painted_memo is not self._memo
        return tuple(page for page in self._visible() if is_old or page not in self._images)

    def show_memo(self, memo: MemoPages) -> None:
        """Show a memo; the place stays where it was, the pages before stay until the new ones are painted."""
        self._memo = memo
        self._ask(self._visible())

    def stop(self) -> None:
        """Ask for nothing more, and take no answer: the dialog is going."""
        self._memo = None
        if self._ticket is not None:
            self._ticket.drop()

    def set_zoom(self, zoom: float) -> None:
        """Show pages of another size."""
        self._zoom = zoom
        self._images = {}
        self._layout()
        self.zoomed.emit(self.zoom)
        self._moved()

    def step_zoom(self, step: int) -> None:
        """Show pages one size larger or smaller."""
        at = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - self.zoom))
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, at + step))])

    def turn(self, step: int) -> None:
        """Go to the next or the previous row of pages."""
        row = self._page_size().height() + GAP
        bar = self.verticalScrollBar()
        bar.setValue((round(bar.value() / row) + step) * row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many pages beside each other as there is room for."""
        super().resizeEvent(event)
        before = self._images and self._image_width() != self._page_size().width()
        if before:
            self._images = {}
        self._layout()
        self.zoomed.emit(self.zoom)
        self._moved()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, and make them larger or smaller, by the keyboard."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self.turn(steps[Qt.Key(event.key())])
        elif event.text() in ("+", "-"):
            self.step_zoom(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().colour("sunken"))
        for page in range(self._total):
            sheet = self._sheet(page)
            if not sheet.intersects(event.rect()):
                continue
            painter.fillRect(sheet, Qt.GlobalColor.white)
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(sheet, image)
            painter.setPen(theme().colour("line"))
            painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(theme().colour("focus"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def _moved(self) -> None:
        seen = self._visible()
        missing = tuple(page for page in seen if page not in self._images)
        if missing:
            self._ask(missing)
        self._tell(seen)
        self.viewport().update()

    def _tell(self, seen: tuple[int, ...]) -> None:
        if self._memo is not None and seen:
            self.shown.emit(seen[0] + 1, seen[-1] + 1, self._total)

    def _ask(self, wanted: tuple[int, ...]) -> None:
        if self._memo is None:
            return
        job = Job(self._memo, wanted or (0,), self._scale(), reading_family(), ui_family())
        self._ticket = self._runner.latest(
            "memo-pages", self._compute.run, paint, job, on_done=lambda painted: self._on_painted(job, painted)
        )

    def _on_painted(self, job: Job, painted: Painted) -> None:
        if job.memo is not self._memo or job.scale != self._scale():
            return
        is_new = job.memo is not self._painted_memo or len(self._images) > KEPT
        images = {page: _image(sheet) for page, sheet in painted.sheets.items()}
        self._images = images if is_new else {**self._images, **images}
        self._painted_memo = job.memo
        self._total = painted.total
        self.setAccessibleDescription(ngettext("{count} page", "{count} pages", self._total).format(count=self._total))
        self._layout()
        self._moved()

    def _scale(self) -> float:
        return self.zoom * PIXELS_PER_POINT * self.devicePixelRatioF()

    def _fitting(self) -> float:
        """Give the largest size up to two thirds at which two pages fit beside each other, else that of one page."""
        room = self.viewport().width() - 2 * EDGE
        full = (self._memo.width if self._memo else 595.3) * PIXELS_PER_POINT
        both = (room - GAP - 2) / 2 / full
        return min(ZOOMS[2], both) if both >= ZOOMS[0] else max(ZOOMS[0], min(1.0, room / full))

    def _page_size(self) -> QSize:
        points = (self._memo.width, self._memo.height) if self._memo else (595.3, 841.9)
        return QSizeF(*(each * PIXELS_PER_POINT * self.zoom for each in points)).toSize()

    def _image_width(self) -> int:
        return round(next(iter(self._images.values())).width() / self.devicePixelRatioF())

    def _columns(self) -> int:
        room = self.viewport().width() - 2 * EDGE + GAP
        return max(1, min(self._total, room // (self._page_size().width() + GAP)))

    def _sheet(self, page: int) -> QRect:
        size, columns = self._page_size(), self._columns()
        width = columns * (size.width() + GAP) - GAP
        left = max(EDGE, (self.viewport().width() - width) // 2)
        at = QPoint(
            left + page % columns * (size.width() + GAP) - self.horizontalScrollBar().value(),
            EDGE + page // columns * (size.height() + GAP) - self.verticalScrollBar().value(),
        )
        return QRect(at, size)

    def _visible(self) -> tuple[int, ...]:
        return tuple(page for page in range(self._total) if self._sheet(page).intersects(self.viewport().rect()))

    def _layout(self) -> None:
        size, columns = self._page_size(), self._columns()
        rows = -(-self._total // columns)
        height = 2 * EDGE + rows * (size.height() + GAP) - GAP
        for bar, whole, seen in (
            (self.verticalScrollBar(), height, self.viewport().height()),
            (self.horizontalScrollBar(), size.width() + 2 * EDGE, self.viewport().width()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(40)


def _image(sheet: Sheet) -> QImage:
    """Take a painted sheet over; the image keeps bytes of its own."""
    return QImage(sheet.pixels, sheet.width, sheet.height, QImage.Format.Format_RGB32).copy()
