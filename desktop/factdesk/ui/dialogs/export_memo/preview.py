"""The pages of the memo as they would be printed; painted on a lane, a few at a time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from factdesk.export.pages import COUNT, PAGE, SANS, SCALE, SERIF, MemoPages
from factdesk.tasks.runner import Runner
from factdesk.tasks.ticket import Ticket
from factdesk.ui.fonts import reading_family, ui_family
from factdesk.ui.theme import theme
from factdesk.words import _, ngettext

ZOOMS = (0.5, 0.58, 0.67, 0.8, 1.0, 1.25)
GAP, EDGE = 16, 20
KEPT = 24
PIXELS_PER_POINT = 96 / 72


@dataclass(frozen=True, slots=True)
class Job:
    """Which pages are to be painted: of which memo, in which size, with which fonts."""

    memo: MemoPages
    wanted: tuple[int, ...]
    scale: float
    serif: str
    sans: str


@dataclass(frozen=True, slots=True)
class Painted:
    """Pages by number from 0, and how many there are. Images are safe to make and to hand over on any thread."""

    memo: MemoPages
    scale: float
    total: int
    images: dict[int, QImage]


class MemoPreview(QAbstractScrollArea):
    """Sheets of paper, white in both looks. `shown(first page, last page, total)`."""

    shown = Signal(int, int, int)
    zoomed = Signal(float)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
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
        self._ticket = self._runner.latest("memo-pages", paint, job, on_done=self._on_painted)

    def _on_painted(self, painted: Painted) -> None:
        if painted.memo is not self._memo or painted.scale != self._scale():
            return
        is_new = painted.memo is not self._painted_memo or len(self._images) > KEPT
        self._images = dict(painted.images) if is_new else {**self._images, **painted.images}
        self._painted_memo = painted.memo
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


def paint(job: Job) -> Painted:
    """Lay the memo out and paint the wanted pages; runs on a lane, so it touches no widget."""
    memo = job.memo
    document = _laid_out(job)
    total = document.pageCount()
    images = {page: _page(document, job, page, total) for page in job.wanted if page < total}
    return Painted(memo, job.scale, total, images)


def _laid_out(job: Job) -> QTextDocument:
    memo, document = job.memo, QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    _add_pictures(document, job)
    document.setHtml(_with_families(memo.body, job.serif, job.sans))
    frame = document.rootFrame().frameFormat()
    top, left, bottom, right = (each * SCALE for each in memo.margins)
    frame.setTopMargin(top)
    frame.setLeftMargin(left)
    frame.setBottomMargin(bottom)
    frame.setRightMargin(right)
    document.rootFrame().setFrameFormat(frame)
    document.setPageSize(QSizeF(memo.width * SCALE, memo.height * SCALE))
    _keep_headings(document, memo.height * SCALE)
    return document


def _add_pictures(document: QTextDocument, job: Job) -> None:
    """Bring pictures to the size they are painted in, where Qt would only leave pixels out."""
    for name, data in job.memo.pictures.items():
        side = max(1, round(int(name.split(":")[1]) * job.scale / SCALE))
        image = QImage.fromData(data).scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)


def _keep_headings(document: QTextDocument, height: float) -> None:
    """Send a heading that would stand alone at the foot of a page over to the next, as Word does."""
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        after = block.next()
        if block.blockFormat().headingLevel() and after.isValid():
            top, below = layout.blockBoundingRect(block).top(), layout.blockBoundingRect(after).top()
            if int(top // height) < int(below // height):
                form = QTextBlockFormat(block.blockFormat())
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(form)
        block = after


def _page(document: QTextDocument, job: Job, page: int, total: int) -> QImage:
    memo, unit = job.memo, job.scale / SCALE
    image = QImage(
        QSizeF(memo.width * job.scale, memo.height * job.scale).toSize(), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(unit, unit)
    _edges(painter, job, page, total)
    height = memo.height * SCALE
    painter.translate(0, -page * height)
    document.drawContents(painter, QRectF(0, page * height, memo.width * SCALE, height))
    painter.end()
    return image


def _edges(painter: QPainter, job: Job, page: int, total: int) -> None:
    """Paint header and footer with their hairlines."""
    memo = job.memo
    _top, left, bottom, right = memo.margins
    width = (memo.width - left - right) * SCALE
    for halves, y, is_foot in ((memo.header, memo.header_at, False), (memo.footer, memo.height - bottom + 16, True)):
        cells = f"<td>{halves[0]}</td><td align='right'>{halves[1]}</td>"
        words = f"<table width='100%' cellspacing='0' cellpadding='0'><tr>{cells}</tr></table>"
        numbered = words.replace(PAGE, str(page + 1)).replace(COUNT, str(total))
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setHtml(_with_families(numbered, job.serif, job.sans))
        document.setTextWidth(width)
        painter.save()
        painter.translate(left * SCALE, y * SCALE)
        document.drawContents(painter)
        rule = -5.0 * SCALE if is_foot else document.size().height() + 4 * SCALE
        painter.fillRect(QRectF(0, rule, width, 0.75 * SCALE), Qt.GlobalColor.lightGray)
        painter.restore()


def _with_families(words: str, serif: str, sans: str) -> str:
    return words.replace(SERIF, serif).replace(SANS, sans)
