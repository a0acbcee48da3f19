"""Verdict shapes as inline pictures with alternative text."""

from __future__ import annotations

from lxml import etree

from factdesk.export.formats.docx_parts.looks import Look
from factdesk.export.formats.docx_parts.markup import PIC, WP, A, Inline, R, w
from factdesk.export.formats.docx_parts.press import Press

_POINT = 12_700  # English Metric Units


def shape(press: Press, look: Look, *, points: float, alternative: str) -> Inline:
    """Set the shape of a look, `points` high; the paragraph's style centres it on the words beside it."""
    size = str(round(points * _POINT))
    number = press.next_number()
    inline = _element(WP, "inline", distT="0", distB="0", distL="0", distR="0")
    inline.append(_element(WP, "extent", cx=size, cy=size))
    inline.append(_element(WP, "docPr", id=str(number), name=f"{look.name} {number}", descr=alternative))
    graphic = _element(A, "graphic")
    data = _element(A, "graphicData", uri=PIC)
    data.append(_picture(press, look, size, alternative))
    graphic.append(data)
    inline.append(graphic)
    return [w("r", w("rPr", w("noProof")), w("drawing", inline))]


def _picture(press: Press, look: Look, size: str, alternative: str) -> etree._Element:
    picture = _element(PIC, "pic")
    names = _element(PIC, "nvPicPr")
    names.append(_element(PIC, "cNvPr", id="0", name=f"{look.name}.png", descr=alternative))
    names.append(_element(PIC, "cNvPicPr"))
    fill = _element(PIC, "blipFill")
    blip = _element(A, "blip")
    blip.set(f"{{{R}}}embed", press.relate_shape(look))
    stretch = _element(A, "stretch")
    stretch.append(_element(A, "fillRect"))
    fill.extend([blip, stretch])
    form = _element(PIC, "spPr")
    transform = _element(A, "xfrm")
    transform.extend([_element(A, "off", x="0", y="0"), _element(A, "ext", cx=size, cy=size)])
    geometry = _element(A, "prstGeom", prst="rect")
    geometry.append(_element(A, "avLst"))
    form.extend([transform, geometry])
    picture.extend([names, fill, form])
    return picture


_PREFIXES = {WP: "wp", A: "a", PIC: "pic"}


def _element(space: str, local: str, /, **attributes: str) -> etree._Element:
    element = etree.Element(f"{{{space}}}{local}", nsmap={_PREFIXES[space]: space, "r": R})
    for key, value in attributes.items():
        element.set(key, value)
    return element
