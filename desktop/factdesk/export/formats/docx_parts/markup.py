"""WordprocessingML elements, made briefly: w("p", w("r"), val=1) is <w:p w:val="1"><w:r/></w:p>."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element: TypeAlias = Any  # lxml ships no types
Inline: TypeAlias = list[Any]

_MAP = {"w": W}


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """Make an element of the w: namespace with its attributes in it; a child of None is left out.

    An attribute that is a Python word is written with an underscore after it.
    """
    element = etree.Element(f"{{{W}}}{name}", nsmap=_MAP)
    for key, value in attributes.items():
        element.set(f"{{{W}}}{key.rstrip('_')}", str(value))
    for child in children:
        if child is not None:
            element.append(child)
    return element


def tag(name: str) -> str:
    """Give the qualified name of the w: namespace, for finding."""
    return f"{{{W}}}{name}"


def text_nodes(text: str) -> Inline:
    """Give cleaned text as w:t elements with a w:br for every newline."""
    nodes: Inline = []
    for number, line in enumerate(text.split("\n")):
        if number:
            nodes.append(w("br"))
        if line:
            node = w("t")
            node.text = line
            if line[0] == " " or line[-1] == " " or "  " in line:
                node.set(SPACE, "preserve")
            nodes.append(node)
    return nodes
