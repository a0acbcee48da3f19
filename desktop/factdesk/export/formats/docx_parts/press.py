"""The press of one memo: hands out runs and paragraphs in its languages, links, ids and headings."""

from __future__ import annotations

import io
import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart

from factdesk.export import scripts
from factdesk.export.document import MemoDocument
from factdesk.export.formats.docx_parts import fields
from factdesk.export.formats.docx_parts.addresses import safe_address
from factdesk.export.formats.docx_parts.looks import Look
from factdesk.export.formats.docx_parts.markup import Element, Inline, R, text_nodes, w
from factdesk.export.wording import Wording

EMOJI_FONT = "Segoe UI Emoji"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading for the table of contents. `level` is 1 or 2."""

    level: int
    text: str
    bookmark: str


class Press:
    """What every section needs of the memo in the making."""

    def __init__(self, document: MemoDocument, part: DocumentPart) -> None:
        self.document = document
        self.words = Wording(document.language)
        self.headings: list[Heading] = []
        self.page_count = 1
        self._part = part
        self._page_numbers: list[tuple[str, Element]] = []
        self._numbers = itertools.count(1)

    def fill(self, elements: list[Element]) -> None:
        """Put the elements of the body before its section properties."""
        body = self._part.element.body
        last = body[-1]
        for element in elements:
            last.addprevious(element)

    def page_of(self, bookmark: str) -> Inline:
        """Number the page of a bookmark; `number_pages` fills it in."""
        result = fields.number("1")
        self._page_numbers.append((bookmark, result))
        return fields.page_of(bookmark, result)

    def number_pages(self, pages: Mapping[str, int], count: int) -> None:
        """Fill in the pages of bookmarks, and how many pages there are."""
        self.page_count = count
        for bookmark, result in self._page_numbers:
            result[-1].text = str(pages.get(bookmark, 1))

    def next_number(self) -> int:
        """Give the next id for a bookmark or a drawing, from 1."""
        return next(self._numbers)

    def relate_address(self, address: str) -> str:
        """Give the relationship id of an external address (the same for the same address)."""
        return str(self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def relate_shape(self, look: Look) -> str:
        """Give the relationship id of a verdict's picture (the same for the same picture)."""
        return str(self._part.get_or_add_image(io.BytesIO(look.shape))[0])

    def text(self, text: str, style: str = "", language: str = "") -> Inline:
        """Set text in runs, one for each script in it, tagged with its language; newlines break the line."""
        clean = scripts.cleaned(text)
        return [_run(part, style) for part in scripts.runs(clean, language or self.document.language)]

    def link(self, address: str, text: str, style: str = "Hyperlink") -> Inline:
        """Set text that opens an address; plain text when the address is none that Word should open."""
        target = safe_address(address)
        if not target:
            return self.text(text)
        anchor = w("hyperlink", *self.text(text, style), history=1)
        anchor.set(f"{{{R}}}id", self.relate_address(target))
        return [anchor]

    def jump(self, bookmark: str, text: str, style: str = "FactdeskReference") -> Inline:
        """Set text that goes to a bookmark of this memo."""
        return [w("hyperlink", *self.text(text, style), anchor=bookmark, history=1)]

    def paragraph(
        self, style: str, *content: Inline, direction: str = "", keep_next: bool = False, breaks_page: bool = False
    ) -> Element:
        """Make a paragraph of a named style; it runs from the right when the words in `direction` start so."""
        properties = w(
            "pPr",
            w("pStyle", val=style),
            w("keepNext") if keep_next else None,
            w("pageBreakBefore") if breaks_page else None,
            w("bidi") if direction and scripts.starts_right_to_left(direction) else None,
            w("spacing", before=0) if breaks_page else None,
        )
        return w("p", properties, *itertools.chain.from_iterable(content))

    def paragraphs(self, style: str, text: str, language: str = "") -> list[Element]:
        """Make a paragraph of every line of a text that is not empty."""
        lines = [line.strip() for line in scripts.cleaned(text).split("\n")]
        return [self.paragraph(style, self.text(line, language=language), direction=line) for line in lines if line]

    def heading(
        self,
        level: int,
        text: str,
        *,
        style: str = "",
        tail: Inline | None = None,
        bookmark: str = "",
        breaks_page: bool = False,
    ) -> Element:
        """Make a real heading; those of level 1 and 2 are bookmarked and go into the table of contents."""
        words = self.bookmarked(bookmark, self.text(text)) if bookmark else self.text(text)
        if level <= 2:
            name = f"_Toc{len(self.headings) + 1:06}"
            self.headings.append(Heading(level, scripts.cleaned(text).replace("\n", " "), name))
            words = self.bookmarked(name, words)
        return self.paragraph(style or f"Heading{level}", words, tail or [], breaks_page=breaks_page)

    def bookmarked(self, name: str, content: Inline) -> Inline:
        """Put a bookmark around runs. Names start with a letter or _ and have at most 40 characters."""
        number = self.next_number()
        return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]


def _run(part: scripts.Run, style: str) -> Element:
    fonts = None
    if part.script == scripts.EMOJI:
        fonts = w("rFonts", ascii=EMOJI_FONT, hAnsi=EMOJI_FONT, eastAsia=EMOJI_FONT, cs=EMOJI_FONT)
    if part.is_right_to_left:
        language = w("lang", bidi=part.language)
    elif part.script in scripts.EAST_ASIAN:
        language = w("lang", eastAsia=part.language)
    else:
        language = w("lang", val=part.language)
    properties = w(
        "rPr",
        w("rStyle", val=style) if style else None,
        fonts,
        w("rtl") if part.is_right_to_left else None,
        language,
    )
    return w("r", properties, *text_nodes(part.text))
