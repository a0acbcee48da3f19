"""Tables of fixed columns whose looks come from a table style of the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factdesk.export.formats.docx_parts.markup import Element, tag, w

LONGEST_WHOLE_ROW = 1_500  # characters; a longer row may go over to the next page

MOST_KEPT_ROWS = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs in one field. `fill` is a hex colour; margins in twentieths of a point replace the style's."""

    paragraphs: Sequence[Element]
    fill: str = ""
    left: int | None = None
    right: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row. A header row is repeated on every page; `height` is a least height in twentieths of a point."""

    cells: Sequence[Cell]
    is_header: bool = False
    height: int = 0


def table(style: str, widths: Sequence[int], rows: Sequence[Row], *, title: str) -> Element:
    """Make a table; `widths` in twentieths of a point, `title` is its alternative text.

    A table of few rows stays on one page.
    """
    if len(rows) <= MOST_KEPT_ROWS:
        for row in rows[:-1]:
            _keep_with_next(row)
    has_header = any(row.is_header for row in rows)
    look = {"firstRow": int(has_header), "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0620" if has_header else "0600", **look),
        w("tblCaption", val=title),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *(_row(row, widths) for row in rows))


def _keep_with_next(row: Row) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            properties = paragraph.find(tag("pPr"))
            if properties.find(tag("keepNext")) is None:
                properties.insert(1, w("keepNext"))


def _row(row: Row, widths: Sequence[int]) -> Element:
    length = sum(len("".join(paragraph.itertext())) for cell in row.cells for paragraph in cell.paragraphs)
    properties = w(
        "trPr",
        w("cantSplit") if length <= LONGEST_WHOLE_ROW else None,
        w("trHeight", val=row.height, hRule="atLeast") if row.height else None,
        w("tblHeader") if row.is_header else None,
    )
    cells = (_cell(cell, width) for cell, width in zip(row.cells, widths, strict=True))
    return w("tr", properties if len(properties) else None, *cells)


def _cell(cell: Cell, width: int) -> Element:
    margins = w(
        "tcMar",
        w("left", w=cell.left, type="dxa") if cell.left is not None else None,
        w("right", w=cell.right, type="dxa") if cell.right is not None else None,
    )
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("shd", val="clear", color="auto", fill=cell.fill) if cell.fill else None,
        margins if len(margins) else None,
    )
    return w("tc", properties, *(cell.paragraphs or [w("p")]))
