"""Pages counted without Word: lines by widths, what is kept together, where a new page is worth it."""

from __future__ import annotations

from typing import Any

import pytest

from factdesk.export.formats.docx_parts import metrics
from factdesk.export.formats.docx_parts.markup import text_nodes, w
from factdesk.export.formats.docx_parts.paging import lay
from factdesk.export.formats.docx_parts.sheet import sheet
from factdesk.export.formats.docx_parts.tables import Cell, Row, table

BODY_LINE = 15.5  # FactdeskBody, points


def paragraph(text: str, style: str = "FactdeskBody", name: str = "", *, breaks: bool = False) -> Any:
    """Make a paragraph with a bookmark."""
    marks = [w("bookmarkStart", id=1, name=name), w("bookmarkEnd", id=1)] if name else []
    properties = w("pPr", w("pStyle", val=style), w("pageBreakBefore") if breaks else None)
    return w("p", properties, *marks, w("r", *text_nodes(text)))


def test_the_room_of_a_page_is_that_of_the_template() -> None:
    assert sheet().width == pytest.approx(459.2)
    assert sheet().height == pytest.approx(709.35)


def test_styles_inherit_what_they_do_not_say() -> None:
    quote = sheet().setting("FactdeskQuoteFalse")
    assert (quote.font, quote.size, quote.is_italic, quote.left, quote.keeps_next) == (
        "Cambria",
        12.5,
        True,
        12.75,
        True,
    )
    assert sheet().run(sheet().setting("Heading2"), "FactdeskId").is_bold is False
    assert sheet().setting("no such style") == sheet().setting("Normal")


def test_words_are_as_wide_as_in_the_font() -> None:
    assert metrics.width("Ward", "Calibri", 10) == pytest.approx((0.890 + 0.479 + 0.349 + 0.525) * 10)
    assert metrics.width("Ward", "Calibri", 10, is_bold=True) > metrics.width("Ward", "Calibri", 10)
    assert metrics.width("病院", "Calibri", 10) == 20
    assert metrics.width("e\u0301", "Calibri", 10) == metrics.width("e", "Calibri", 10)
    assert metrics.width("abc", "Consolas", 10) == pytest.approx(16.5)


@pytest.mark.parametrize(
    ("words", "count"),
    [([], 1), ([(40, 5), (40, 5)], 1), ([(40, 5), (60, 5)], 2), ([(250, 0)], 3), ([(60, 5), (160, 5), (30, 0)], 3)],
)
def test_lines_are_broken_where_words_end(words: list[tuple[float, float]], count: int) -> None:
    assert metrics.lines(words, 100) == count


def test_a_full_page_turns() -> None:
    per_page = int(sheet().height // (BODY_LINE + 7))
    items = [paragraph("one line", name=f"p{number}") for number in range(per_page + 2)]
    pages = lay(items).by_bookmark
    assert pages[f"p{per_page - 1}"] == 1
    assert pages[f"p{per_page + 1}"] == 2


def test_a_heading_goes_with_what_it_heads() -> None:
    filling = [paragraph("line", "FactdeskBody") for _ in range(30)]
    pages = lay([*filling, paragraph("Heading", "Heading1", "h"), paragraph("line\n" * 3 + "end", name="p")])
    assert pages.by_bookmark == {"h": 2, "p": 2}


def test_a_long_paragraph_runs_over_pages() -> None:
    lines = int(2.5 * sheet().height / BODY_LINE)
    pages = lay([paragraph("\n".join(["line"] * lines)), paragraph("after", name="p")])
    assert pages.by_bookmark == {"p": 3}
    assert pages.count == 3


def test_a_new_page_is_not_begun_under_a_nearly_empty_one() -> None:
    short = [paragraph("line"), paragraph("Sources", "Heading1", "s", breaks=True)]
    assert lay(short).by_bookmark == {"s": 1}
    assert len(lay(short).going_on) == 1
    long = [*(paragraph("line") for _ in range(20)), paragraph("Sources", "Heading1", "s", breaks=True)]
    assert lay(long).by_bookmark == {"s": 2}
    assert lay(long).going_on == ()


def test_rows_take_the_height_of_their_highest_cell() -> None:
    rows = [
        Row((Cell([paragraph("one")]), Cell([paragraph("two\nlines\nand more", name=f"r{number}")])))
        for number in range(40)
    ]
    made = table("FactdeskTable", (2_000, 5_000), rows, title="Rows")
    height = 3 * BODY_LINE + 7 + 8 + 0.5
    pages = lay([made]).by_bookmark
    first = int(sheet().height // height)
    assert pages[f"r{first - 1}"] == 1
    assert pages[f"r{first}"] == 2


def test_header_rows_take_room_on_every_page() -> None:
    head = Row((Cell([paragraph("head")]),), is_header=True)
    rows = [Row((Cell([paragraph("line", name=f"r{number}")]),)) for number in range(100)]
    with_head = lay([table("FactdeskTable", (5_000,), [head, *rows], title="Rows")])
    without = lay([table("FactdeskTable", (5_000,), rows, title="Rows")])
    assert with_head.by_bookmark["r99"] >= without.by_bookmark["r99"]
    assert sum(with_head.by_bookmark.values()) > sum(without.by_bookmark.values())


def test_framed_paragraphs_take_no_room() -> None:
    chip = paragraph("False", "FactdeskChipFalse")
    chip[0].insert(1, w("framePr", w=900))
    filling = [paragraph("line") for _ in range(30)]
    assert lay([*filling, *[chip] * 40, paragraph("end", "Normal", "p")]).by_bookmark == {"p": 1}
