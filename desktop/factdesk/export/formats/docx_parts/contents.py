"""The table of contents, filled in, the assembly of the body around it, and the numbers of its pages."""

from __future__ import annotations

from factdesk.export.formats.docx_parts.fields import field
from factdesk.export.formats.docx_parts.markup import Element, w
from factdesk.export.formats.docx_parts.paging import lay
from factdesk.export.formats.docx_parts.press import Heading, Press


def place(press: Press, head: list[Element], body: list[Element]) -> None:
    """Put the first page, the table of contents and the rest into the document, and number the pages."""
    levels = 1 if press.document.includes.summary else 2
    headings = [heading for heading in press.headings if heading.level <= levels]
    whole = [*head, *_contents(press, headings, levels), *body]
    pages = lay(whole)
    for break_before in pages.going_on:
        break_before.getparent().remove(break_before)
    press.number_pages(pages.by_bookmark, pages.count)
    press.fill(whole)


def _contents(press: Press, headings: list[Heading], levels: int) -> list[Element]:
    """Make the field with an entry for every heading; the table of claims numbers the pages of claims already."""
    entries = [_entry(press, heading) for heading in headings]
    start, end = field(f'TOC \\o "1-{levels}" \\h \\z \\u', [])[:3], w("r", w("fldChar", fldCharType="end"))
    for offset, run in enumerate(start, start=1):
        entries[0].insert(offset, run)
    entries[-1].append(end)
    return [press.paragraph("FactdeskCaps", press.text(press.words.gettext("Contents"))), *entries]


def _entry(press: Press, heading: Heading) -> Element:
    link = w(
        "hyperlink",
        *press.text(heading.text),
        w("r", w("tab")),
        *press.page_of(heading.bookmark),
        anchor=heading.bookmark,
        history=1,
    )
    return press.paragraph(f"TOC{heading.level}", [link])
