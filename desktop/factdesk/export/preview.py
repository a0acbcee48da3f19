"""A memo as rich text that Qt can lay out: the very elements of the Word file, in the looks of its template."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from docx import Document
from docx.document import Document as WordDocument

from factdesk.export.document import MemoDocument
from factdesk.export.formats.docx import render
from factdesk.export.formats.docx_parts.markup import A, Element, R, tag
from factdesk.export.formats.docx_parts.sheet import Setting, sheet
from factdesk.export.pages import COUNT, PAGE, PICTURE, SANS, SCALE, SERIF, MemoPages

_SHOWN_FIELDS = {"PAGE": PAGE, "NUMPAGES": COUNT}


@dataclass(frozen=True, slots=True)
class _Dress:
    """What of a style a Setting does not hold."""

    ink: str = ""
    fill: str = ""
    bar: tuple[str, float] | None = None
    rule: tuple[str, float] | None = None
    side: str = ""


def pages(document: MemoDocument) -> MemoPages:
    """Give the memo as it would be written now, ready to be painted on pages. Margins are top, left, bottom, right."""
    word = Document(io.BytesIO(render(document)))
    writer = _Writer(word)
    section = word.sections[0]
    edge = [float(length or 0) / 12_700 for length in (section.header_distance, section.footer_distance)]
    return MemoPages(
        body=writer.body(),
        pictures=writer.pictures,
        header=writer.edge(section.header._element),
        footer=writer.edge(section.footer._element),
        width=float(section.page_width or 0) / 12_700,
        height=float(section.page_height or 0) / 12_700,
        margins=(
            float(section.top_margin or 0) / 12_700,
            float(section.left_margin or 0) / 12_700,
            float(section.bottom_margin or 0) / 12_700,
            float(section.right_margin or 0) / 12_700,
        ),
        header_at=edge[0],
        footer_at=edge[1],
    )


class _Writer:
    """Walks paragraphs and tables; every word is escaped."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._sheet = sheet()
        self._styles = {style.get(tag("styleId")): style for style in word.styles.element.iter(tag("style"))}
        self._dresses: dict[str, _Dress] = {}
        self.pictures: dict[str, bytes] = {}

    def body(self) -> str:
        """Give the whole body."""
        parts: list[str] = []
        chip = ""
        for element in self._word.element.body:
            if element.tag == tag("p") and _has(element.find(tag("pPr")), "framePr"):
                chip = self._chip(element)
            elif chip:
                parts.append(_beside(self._element(element), chip))
                chip = ""
            else:
                parts.append(self._element(element))
        return "".join(parts)

    def edge(self, element: Element) -> tuple[str, str]:
        """Give the two halves of a header or a footer."""
        paragraph = element.find(tag("p"))
        left, right = self._halves(paragraph)
        style = _style_of(paragraph)
        css = self._font(self._sheet.setting(style), self._dress(style))
        return f"<span style='{css}'>{left}</span>", f"<span style='{css}'>{right}</span>"

    def _element(self, element: Element) -> str:
        if element.tag == tag("p"):
            return self._paragraph(element)
        return self._table(element) if element.tag == tag("tbl") else ""

    def _paragraph(self, element: Element) -> str:
        style, properties = _style_of(element), element.find(tag("pPr"))
        setting, dress = self._sheet.setting(style), self._dress(style)
        breaks = ";page-break-before:always" if _has(properties, "pageBreakBefore") else ""
        before = 0.0 if breaks else setting.before
        css = f"margin:{_px(before)} 0 {_px(setting.after)} {_px(setting.left)};{self._font(setting, dress)}{breaks}"
        if setting.line:
            css += f";line-height:{_px(max(setting.line, setting.size * 1.2))}"
        side = " align='right' dir='rtl'" if _has(properties, "bidi") else f" align='{dress.side}'" * bool(dress.side)
        if any(True for _tab in element.iter(tag("tab")) if _tab.getparent().tag == tag("r")):
            left, right = self._halves(element)
            cells = f"<td style='{css}'>{left}</td><td align='right' style='{css}'>{right}</td>"
            return f"<table width='100%' cellspacing='0' cellpadding='0'><tr>{cells}</tr></table>"
        words = "".join(self._runs(element, setting))
        if dress.rule is not None and not words:
            ink, width = dress.rule
            bar = f"<td style='background-color:{ink};font-size:{_px(width)};line-height:{_px(width)}'></td>"
            return f"<table width='100%' cellspacing='0' cellpadding='0' style='{css}'><tr>{bar}</tr></table>"
        if dress.bar is not None:
            ink, width = dress.bar
            bar = f"<td width='{round(width * SCALE)}' bgcolor='{ink}'></td>"
            inside = css.replace(f"0 {_px(setting.after)} {_px(setting.left)}", f"0 0 {_px(setting.left)}", 1)
            cells = f"{bar}<td><p{side} style='{inside}'>{words}</p></td>"
            outer = f"margin-bottom:{_px(setting.after)}"
            return f"<table width='100%' cellspacing='0' cellpadding='0' style='{outer}'><tr>{cells}</tr></table>"
        name = "h6" if setting.keeps_next and not _is_in_cell(element) else "p"
        return f"<{name}{side} style='{css}'>{words or '&nbsp;'}</{name}>" if words or breaks else ""

    def _chip(self, element: Element) -> str:
        """Give the verdict in its tinted frame."""
        style = _style_of(element)
        setting, dress = self._sheet.setting(style), self._dress(style)
        words = "".join(self._runs(element, setting))
        fill = f"background-color:{dress.fill};" if dress.fill else ""
        css = f"{fill}padding:{_px(3)} {_px(7)};{self._font(setting, dress)}"
        return f"<table align='right' cellspacing='0'><tr><td style='{css}'>{words}</td></tr></table>"

    def _table(self, element: Element) -> str:
        style = element.find(f"{tag('tblPr')}/{tag('tblStyle')}").get(tag("val"))
        widths = [float(column.get(tag("w"))) / 20 for column in element.find(tag("tblGrid"))]
        margins = self._sheet.margins.get(style, (0.0,) * 5)
        heads: list[str] = []
        rows: list[str] = []
        for row in element.iter(tag("tr")):
            cells = "".join(
                self._cell(cell, width, margins) for cell, width in zip(row.iter(tag("tc")), widths, strict=True)
            )
            is_head = row.find(f"{tag('trPr')}/{tag('tblHeader')}") is not None
            (heads if is_head else rows).append(f"<tr>{cells}</tr>")
        head = f"<thead>{''.join(heads)}</thead>" if heads else ""
        width = round(sum(widths) * SCALE)
        return (
            f"<table width='{width}' cellspacing='0' cellpadding='0' style='border-collapse:collapse'>"
            f"{head}<tbody>{''.join(rows)}</tbody></table>"
        )

    def _cell(self, cell: Element, width: float, margins: tuple[float, float, float, float, float]) -> str:
        top, left, bottom, right, rule = margins
        own = cell.find(f"{tag('tcPr')}/{tag('tcMar')}")
        left, right = _margin(own, "left", left), _margin(own, "right", right)
        shade = cell.find(f"{tag('tcPr')}/{tag('shd')}")
        fill = "" if shade is None else f"background-color:{_colour(shade.get(tag('fill')))};"
        css = f"{fill}padding:{_px(top)} {_px(right)} {_px(bottom)} {_px(left)}"
        if rule:
            css += f";border-bottom:{_px(rule)} solid {_RULE}"
        words = "".join(self._paragraph(paragraph) for paragraph in cell.iter(tag("p"))) or "&nbsp;"
        return f"<td width='{round(width * SCALE)}' valign='top' style='{css}'>{words}</td>"

    def _halves(self, paragraph: Element) -> tuple[str, str]:
        words = "".join(self._runs(paragraph, self._sheet.setting(_style_of(paragraph))))
        left, _between, right = words.partition("\t")
        return left, right.replace("\t", " ")

    def _runs(self, paragraph: Element, base: Setting) -> Iterator[str]:
        field, is_shown = "", True
        for run in paragraph.iter(tag("r")):
            mark = run.find(tag("fldChar"))
            if mark is not None:
                kind = mark.get(tag("fldCharType"))
                if kind == "begin":
                    field, is_shown = "", False
                elif kind == "separate":
                    is_shown = field not in _SHOWN_FIELDS
                elif kind == "end":
                    yield _SHOWN_FIELDS.get(field, "")
                    field, is_shown = "", True
                continue
            code = run.find(tag("instrText"))
            if code is not None:
                field = (code.text or "").split()[0]
            elif is_shown:
                yield self._run(run, base)

    def _run(self, run: Element, base: Setting) -> str:
        named = run.find(f"{tag('rPr')}/{tag('rStyle')}")
        words = "".join(self._pieces(run))
        if named is None or not words:
            return words
        style = named.get(tag("val"))
        return f"<span style='{self._font(self._sheet.run(base, style), self._dress(style))}'>{words}</span>"

    def _pieces(self, run: Element) -> Iterator[str]:
        for node in run:
            if node.tag == tag("t"):
                yield escape(node.text or "")
            elif node.tag == tag("br"):
                yield "<br>"
            elif node.tag == tag("tab"):
                yield "\t"
            elif node.tag == tag("drawing"):
                yield self._picture(node)

    def _picture(self, drawing: Element) -> str:
        key = next(drawing.iter(f"{{{A}}}blip")).get(f"{{{R}}}embed")
        size = round(float(drawing[0][0].get("cx")) / 12_700 * SCALE)
        name = f"{PICTURE}:{size}:{key}"
        self.pictures[name] = self._word.part.related_parts[key].blob
        return f"<img src='{name}' width='{size}' height='{size}' style='vertical-align:middle'>"

    def _font(self, setting: Setting, dress: _Dress) -> str:
        parts = [
            f"font-family:{_family(setting.font)}",
            f"font-size:{_px(setting.size)}",
            f"font-weight:{700 if setting.is_bold else 400}",
        ]
        parts += ["font-style:italic"] * setting.is_italic + ["text-transform:uppercase"] * setting.is_capitals
        return ";".join([*parts, f"color:{dress.ink}"] if dress.ink else parts)

    def _dress(self, style: str) -> _Dress:
        if style not in self._dresses:
            self._dresses[style] = self._resolved(style)
        return self._dresses[style]

    def _resolved(self, style: str) -> _Dress:
        element = self._styles.get(style)
        if element is None:
            return _Dress()
        parent = element.find(tag("basedOn"))
        dress = _Dress() if parent is None else self._dress(parent.get(tag("val")))
        paragraph, run = element.find(tag("pPr")), element.find(tag("rPr"))
        ink = None if run is None else run.find(tag("color"))
        if ink is not None:
            dress = replace(dress, ink=_colour(ink.get(tag("val"))))
        shades = [part.find(tag("shd")) for part in (paragraph, run) if part is not None]
        for shade in [shade for shade in shades if shade is not None]:
            dress = replace(dress, fill=_colour(shade.get(tag("fill"))))
        if paragraph is None:
            return dress
        side = paragraph.find(tag("jc"))
        if side is not None:
            dress = replace(dress, side=_SIDES.get(side.get(tag("val")), ""))
        borders = paragraph.find(tag("pBdr"))
        if borders is None:
            return dress
        return replace(dress, bar=_line(borders, "left"), rule=_line(borders, "top", "bottom"))


_RULE = "silver"
_SIDES = {"end": "right", "right": "right", "center": "center"}


def _family(font: str) -> str:
    """Name fonts of the same measures where Word's own are not there, then whatever the painter has."""
    return {"Cambria": f"Cambria,Caladea,{SERIF}", "Calibri": f"Calibri,Carlito,{SANS}"}.get(font, font)


def _line(borders: Element, *sides: str) -> tuple[str, float] | None:
    found: Iterable[Element] = (borders.find(tag(side)) for side in sides)
    for side in found:
        if side is not None and side.get(tag("val")) not in {"nil", "none"}:
            return _colour(side.get(tag("color"))), float(side.get(tag("sz"), 0)) / 8
    return None


def _colour(value: str | None) -> str:
    return "" if value in {None, "auto"} else f"#{value}"


def _margin(margins: Element, side: str, usual: float) -> float:
    own = None if margins is None else margins.find(tag(side))
    return usual if own is None else float(own.get(tag("w"))) / 20


def _beside(left: str, right: str) -> str:
    cells = f"<td>{left}</td><td align='right' valign='middle'>{right}</td>"
    return f"<table width='100%' cellspacing='0' cellpadding='0'><tr>{cells}</tr></table>"


def _is_in_cell(paragraph: Element) -> bool:
    return bool(paragraph.getparent().tag == tag("tc"))


def _has(properties: Element, name: str) -> bool:
    return properties is not None and properties.find(tag(name)) is not None


def _style_of(paragraph: Element) -> str:
    named = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
    return "Normal" if named is None else str(named.get(tag("val")))


def _px(points: float) -> str:
    return f"{round(points * SCALE)}px"
