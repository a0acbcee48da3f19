"""Shows one page of the help: Qt's own Markdown, dressed in the theme; nothing is fetched, no link leaves the help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from factdesk.ui.fonts import mono_family
from factdesk.ui.theme import theme
from factdesk.words import _

MEASURE = 720
_HEADINGS = {1: "page_title", 2: "dialog_title", 3: "body_strong"}


class HelpBrowser(QTextBrowser):
    """`page_wanted(name)` when a link to another page is followed."""

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help-page")
        self.setAccessibleName(_("Help page"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.anchorClicked.connect(self._on_link)
        self._markdown = ""
        self._words: tuple[str, ...] = ()

    def show_markdown(self, markdown: str, words: Sequence[str] = ()) -> None:
        """Show a page, the words that were looked for marked, the first of them in sight."""
        self._markdown, self._words = markdown, tuple(words)
        document = QTextDocument(self)
        document.setDefaultFont(theme().font("body"))
        document.setDocumentMargin(theme().px(28))
        document.setMarkdown(markdown)
        _dress(document)
        self.setDocument(document)
        self._mark()

    def loadResource(self, kind: int, name: QUrl | str) -> QByteArray:
        """Load nothing, from nowhere."""
        del kind, name
        return QByteArray()

    def changeEvent(self, event: QEvent) -> None:
        """Dress the page anew in another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._markdown:
            self.show_markdown(self._markdown, self._words)

    def _on_link(self, address: QUrl) -> None:
        name = address.toString().partition("#")[0]
        if address.isRelative() and name.endswith(".md"):
            self.page_wanted.emit(name.removesuffix(".md"))

    def _mark(self) -> None:
        style = theme()
        marked = QTextCharFormat()
        marked.setBackground(style.colour("find"))
        marked.setForeground(style.colour("text"))
        selections: list[QTextEdit.ExtraSelection] = []
        first: QTextCursor | None = None
        for word in self._words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                one = QTextEdit.ExtraSelection()
                one.cursor, one.format = QTextCursor(cursor), marked
                selections.append(one)
                if first is None or cursor.position() < first.position():
                    first = QTextCursor(cursor)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(selections)
        if first is not None:
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()


def _dress(document: QTextDocument) -> None:
    """Give headings, code, tables and lines the measures and colours of the theme."""
    block = document.begin()
    while block.isValid():
        _dress_block(block)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)


def _dress_block(block: QTextBlock) -> None:
    style = theme()
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    form = QTextBlockFormat()
    level = block.blockFormat().headingLevel()
    in_table = cursor.currentTable() is not None
    form.setLineHeight(125 if in_table else 150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    is_code = block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
    if level:
        chars = QTextCharFormat()
        chars.setFont(style.font(_HEADINGS.get(level, "body_strong")))
        cursor.mergeCharFormat(chars)
        form.setTopMargin(0 if level == 1 else style.px(20))
        form.setBottomMargin(style.px(8 if level == 1 else 4))
    elif is_code:
        form.setBackground(style.colour("chrome"))
        form.setLeftMargin(style.px(8))
        form.setNonBreakableLines(False)
    else:
        is_item = block.textList() is not None and block.next().textList() is not None
        form.setBottomMargin(0 if in_table else style.px(3 if is_item else 8))
        form.setTopMargin(0)
    cursor.mergeBlockFormat(form)
    _dress_words(block, is_code=is_code)


def _dress_words(block: QTextBlock, *, is_code: bool) -> None:
    """Set code and keys in the fixed face, on a quiet ground where they stand within a line."""
    style = theme()
    places = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        if piece.charFormat().fontFixedPitch():
            places.append((piece.position(), piece.length()))
        pieces += 1
    for start, length in places:
        cursor = QTextCursor(block.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        chars = QTextCharFormat()
        chars.setFontFamilies([mono_family()])
        chars.setProperty(QTextFormat.Property.FontPixelSize, style.px(12))
        if not is_code:
            chars.setBackground(QBrush(style.colour("sunken" if not style.is_dark else "hover")))
        cursor.mergeCharFormat(chars)


def _dress_table(table: QTextTable) -> None:
    style = theme()
    form = table.format()
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(style.colour("line"))
    form.setCellPadding(style.px(5))
    form.setTopMargin(style.px(4))
    form.setBottomMargin(style.px(14))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        cell_form = cell.format().toTableCellFormat()
        cell_form.setBackground(style.colour("chrome"))
        cell.setFormat(cell_form)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        chars = QTextCharFormat()
        chars.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(chars)
