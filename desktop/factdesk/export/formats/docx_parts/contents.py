"""The table of contents, filled in, the assembly of the body around it, and the numbers of its pages."""

from __future__ import annotations

from factdesk.export.formats.docx_parts.fields import field
from factdesk.export.formats.docx_parts.markup import Element, tag, w
from factdesk.export.formats.docx_parts.paging import lay
from factdesk.export.formats.docx_parts.press import Heading, Press
from factdesk.export.formats.docx_parts.tables import MOST_KEPT_ROWS


def place(press: Press, head: list[Element], body: list[Element]) -> None:
    """Put the first page, the table of contents and the rest into the document, and number the pages."""
    levels = 1 if press.document.includes.summary else 2
    headings = [heading for heading in press.headings if heading.level <= levels]
    whole = [*head, *_contents(press, headings, levels), *body]
    pages = lay(whole)
    for page_break in pages.going_on:
        properties = page_break.getparent()
        properties.remove(page_break)
        properties.remove(properties.find(tag("spacing")))
    press.number_pages(pages.by_bookmark, pages.count)
    press.fill(whole)


def _contents(press: Press, headings: list[Heading], levels: int) -> list[Element]:
    """Make the field with an entry for every heading; the table of claims numbers the pages of claims already."""
    kept = len(headings) if len(headings) <= MOST_KEPT_ROWS else 0
    entries = [_entry(press, heading, keep_next=number < kept) for number, heading in enumerate(headings, start=1)]
    start, end = field(f'TOC \\o "1-{levels}" \\h \\z \\u', [])[:3], w("r", w("fldChar", fldCharType="end"))
    for offset, run in enumerate(start, start=1):
        entries[0].insert(offset, run)
    entries[-1].append(end)
    return [press.paragraph("FactdeskCaps", press.text(press.words.gettext("Contents"))), *entries]


def _entry(press: Press, heading: Heading, *, keep_next: bool) -> Element:
    link = w(
        "hyperlink",
        *press.text(heading.text),
        w("r", w("tab")),
        *press.page_of(heading.bookmark),
        anchor=heading.bookmark,
        history=1,
    )
    return press.paragraph(f"TOC{heading.level}", [link], keep_next=keep_next)
