"""Paints the pages of a memo as bytes, for a preview that only shows them. Runs in a worker process."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPainter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from factdesk.export.pages import COUNT, PAGE, SANS, SCALE, SERIF, MemoPages
from factdesk.ui.fonts import register


@dataclass(frozen=True, slots=True)
class Job:
    """Which pages are to be painted: of which memo, in which size (pixels a point), with which fonts."""

    memo: MemoPages
    wanted: tuple[int, ...]
    scale: float
    serif: str
    sans: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page; `pixels` are rows of 32 bits each, as `QImage.Format_RGB32` has them."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Painted:
    """Pages by number from 0, and how many there are."""

    total: int
    sheets: dict[int, Sheet]


def paint(job: Job) -> Painted:
    """Lay the memo out and paint the wanted pages; runs in a worker process, on its main thread.

    Never on a lane: a document connects its parts, for which Qt takes locks that the window's thread holds while it
    asks for the interpreter, which the lane has. Both would wait for ever.
    """
    _application()
    document = _laid_out(job)
    total = document.pageCount()
    return Painted(total, {page: _page(document, job, page, total) for page in job.wanted if page < total})


@cache
def _application() -> QGuiApplication:
    """Give what Qt needs before it lays out a word, with the shipped faces; a worker has no window."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        app = QGuiApplication([])
    register()
    return app


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


def _page(document: QTextDocument, job: Job, page: int, total: int) -> Sheet:
    memo, unit = job.memo, job.scale / SCALE
    image = QImage(QSizeF(memo.width * job.scale, memo.height * job.scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(unit, unit)
    _edges(painter, job, page, total)
    height = memo.height * SCALE
    painter.translate(0, -page * height)
    document.drawContents(painter, QRectF(0, page * height, memo.width * SCALE, height))
    painter.end()
    return Sheet(image.width(), image.height(), bytes(image.constBits()))


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
