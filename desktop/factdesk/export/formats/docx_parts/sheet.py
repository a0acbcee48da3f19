"""The styles of the template as numbers, for laying pages out: points, fonts, what is kept with what."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from zipfile import ZipFile

from lxml import etree

from factdesk.export.formats.docx_parts.markup import Element, tag
from factdesk.paths import resource


@dataclass(frozen=True, slots=True)
class Setting:
    """How text of a style is set. Sizes, lines and spaces in points."""

    font: str = "Calibri"
    size: float = 10.0
    is_bold: bool = False
    is_italic: bool = False
    is_capitals: bool = False
    letters: float = 0.0
    line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    keeps_next: bool = False
    keeps_lines: bool = False
    is_contextual: bool = False
    edges: float = 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """All styles by their id, and the room for text on a page.

    `margins` of table styles are (top, left, bottom, right) of a cell and the rule under every row.
    """

    paragraphs: dict[str, Setting]
    characters: dict[str, Element]
    margins: dict[str, tuple[float, float, float, float, float]]
    width: float
    height: float
    by_run: dict[tuple[Setting, str], Setting] = field(default_factory=dict)

    def setting(self, style: str) -> Setting:
        """Give the setting of a paragraph style, Normal for an unknown one."""
        return self.paragraphs.get(style) or self.paragraphs["Normal"]

    def run(self, base: Setting, style: str) -> Setting:
        """Give the setting of a run with a character style inside a paragraph of setting `base`."""
        known = self.by_run.get((base, style))
        if known is None:
            element = self.characters.get(style)
            known = base if element is None else _with_characters(base, element.find(tag("rPr")))
            self.by_run[base, style] = known
        return known


@lru_cache(maxsize=1)
def sheet() -> Sheet:
    """Read the template's styles and page once."""
    with ZipFile(resource("templates/memo.docx")) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
        page = etree.fromstring(package.read("word/document.xml")).find(f".//{tag('sectPr')}")
    by_kind: dict[str, dict[str, Element]] = {"paragraph": {}, "character": {}, "table": {}}
    for style in styles.iter(tag("style")):
        by_kind.setdefault(style.get(tag("type")), {})[style.get(tag("styleId"))] = style
    paragraphs: dict[str, Setting] = {}
    for name in by_kind["paragraph"]:
        paragraphs[name] = _resolved(name, by_kind["paragraph"])
    size, margin = page.find(tag("pgSz")), page.find(tag("pgMar"))
    return Sheet(
        paragraphs,
        by_kind["character"],
        {name: _margins(style) for name, style in by_kind["table"].items()},
        (_number(size, "w") - _number(margin, "left") - _number(margin, "right")) / 20,
        (_number(size, "h") - _number(margin, "top") - _number(margin, "bottom")) / 20,
    )


def _resolved(name: str, styles: dict[str, Element]) -> Setting:
    style = styles[name]
    parent = style.find(tag("basedOn"))
    known = parent is not None and parent.get(tag("val")) in styles
    base = _resolved(parent.get(tag("val")), styles) if known else Setting()
    return _with_characters(_with_paragraph(base, style.find(tag("pPr"))), style.find(tag("rPr")))


def _with_paragraph(base: Setting, properties: Element) -> Setting:
    if properties is None:
        return base
    spacing, indent, borders = (properties.find(tag(name)) for name in ("spacing", "ind", "pBdr"))
    edges = base.edges
    if borders is not None:
        sides = [borders.find(tag(side)) for side in ("top", "bottom")]
        edges = sum(_number(side, "space") + _number(side, "sz") / 8 for side in sides if side is not None)
    return replace(
        base,
        line=_points(spacing, "line", base.line),
        before=_points(spacing, "before", base.before),
        after=_points(spacing, "after", base.after),
        left=_points(indent, "left", base.left),
        keeps_next=base.keeps_next or properties.find(tag("keepNext")) is not None,
        keeps_lines=base.keeps_lines or properties.find(tag("keepLines")) is not None,
        is_contextual=base.is_contextual or properties.find(tag("contextualSpacing")) is not None,
        edges=edges,
    )


def _with_characters(base: Setting, properties: Element) -> Setting:
    if properties is None:
        return base
    fonts, size, spacing = (properties.find(tag(name)) for name in ("rFonts", "sz", "spacing"))
    return replace(
        base,
        font=base.font if fonts is None else fonts.get(tag("ascii"), base.font),
        size=base.size if size is None else _number(size, "val") / 2,
        is_bold=_switched(properties, "b", base.is_bold),
        is_italic=_switched(properties, "i", base.is_italic),
        is_capitals=_switched(properties, "caps", base.is_capitals),
        letters=_points(spacing, "val", base.letters),
    )


def _switched(properties: Element, name: str, before: bool) -> bool:
    element = properties.find(tag(name))
    return before if element is None else element.get(tag("val"), "1") not in {"0", "false"}


def _margins(style: Element) -> tuple[float, float, float, float, float]:
    cells, rules = (style.find(f"{tag('tblPr')}/{tag(name)}") for name in ("tblCellMar", "tblBorders"))
    if cells is None:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    top, left, bottom, right = (_number(cells.find(tag(side)), "w") / 20 for side in ("top", "left", "bottom", "right"))
    rule = 0.0 if rules is None else _number(rules.find(tag("insideH")), "sz") / 8
    return top, left, bottom, right, rule


def _number(element: Element, name: str) -> float:
    return 0.0 if element is None else float(element.get(tag(name), 0))


def _points(element: Element, name: str, before: float) -> float:
    value = None if element is None else element.get(tag(name))
    return before if value is None else float(value) / 20
