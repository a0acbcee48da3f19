"""What a Word paragraph is, by its style and its own properties: heading, item, quotation, caption or plain."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from factdesk.model.enums import BlockKind

_HEADING = re.compile(r"^(heading|überschrift|заголовок)\s*([1-9])", re.IGNORECASE)
_QUOTE = re.compile(r"(quot|zitat|цитат|citation|block text)", re.IGNORECASE)
_LIST = re.compile(r"^(list (paragraph|bullet|number|continue)?|список)", re.IGNORECASE)


def local(element: etree._Element) -> str:
    """Give a tag without its namespace (transitional and strict documents differ there only)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, name: str = "val") -> str:
    """Give an attribute by its local name, or ""."""
    if element is None:
        return ""
    return next((str(held) for key, held in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Give the first child of this local name, or None."""
    if element is None:
        return None
    return next((inner for inner in element if local(inner) == name), None)


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says: its English name, the one it rests on, outline level (0 first) and list level, or None."""

    name: str
    base: str
    outline: int | None
    list_level: int | None
    is_hidden: bool


class Styles:
    """The styles of a document by id. `None` for the part gives a document without styles."""

    def __init__(self, part: etree._Element | None) -> None:
        self._styles: dict[str, Style] = {}
        for element in part if part is not None else ():
            if local(element) == "style":
                self._styles[value(element, "styleId")] = _style(element)

    def kind(self, properties: etree._Element | None) -> tuple[BlockKind, int]:
        """Give the block kind and level of a paragraph with these properties (`w:pPr`)."""
        chain = self._chain(value(child(properties, "pStyle")))
        names = [style.name for style in chain]
        named = next((found for name in names if (found := _by_name(name))), None)
        if named:
            return named
        outline = _number(child(properties, "outlineLvl"))
        if outline is None:
            outline = next((style.outline for style in chain if style.outline is not None), None)
        if outline is not None and outline < 9:
            return BlockKind.HEADING, min(outline + 1, 6)
        level = _list_level(properties)
        if level is None:
            level = next((style.list_level for style in chain if style.list_level is not None), None)
        if level is None and any(_LIST.match(name) for name in names):
            level = 0
        if level is not None and level >= 0:
            return BlockKind.ITEM, min(level + 1, 9)
        return BlockKind.PARAGRAPH, 0

    def is_title(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph has the document's title style."""
        return any(style.name.casefold() == "title" for style in self._chain(value(child(properties, "pStyle"))))

    def is_hidden(self, run: etree._Element | None) -> bool:
        """Whether a run with these properties (`w:rPr`) is hidden text."""
        vanish = child(run, "vanish")
        if vanish is not None:
            return value(vanish) not in {"0", "false", "off"}
        return any(style.is_hidden for style in self._chain(value(child(run, "rStyle"))))

    def _chain(self, style_id: str) -> list[Style]:
        """Give a style and those it rests on, a loop among them cut."""
        found: list[Style] = []
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen and len(found) < 20:
            seen.add(style_id)
            found.append(self._styles[style_id])
            style_id = found[-1].base
        if not found and style_id:
            found.append(Style(re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", style_id), "", None, None, False))
        return found


def _by_name(name: str) -> tuple[BlockKind, int] | None:
    """Give what a built-in style's name says; Word keeps those names in English in every language."""
    heading = _HEADING.match(name)
    if heading or name.casefold() == "title":
        return BlockKind.HEADING, min(int(heading.group(2)), 6) if heading else 1
    if name.casefold() == "caption":
        return BlockKind.CAPTION, 0
    return (BlockKind.QUOTATION, 0) if _QUOTE.search(name) else None


def _style(element: etree._Element) -> Style:
    properties = child(element, "pPr")
    vanish = child(child(element, "rPr"), "vanish")
    return Style(
        value(child(element, "name")),
        value(child(element, "basedOn")),
        _number(child(properties, "outlineLvl")),
        _list_level(properties),
        vanish is not None and value(vanish) not in {"0", "false", "off"},
    )


def _list_level(properties: etree._Element | None) -> int | None:
    """Give the list level of `w:numPr`, -1 for a list switched off (numId 0), None for none."""
    numbering = child(properties, "numPr")
    if numbering is None:
        return None
    if value(child(numbering, "numId")) == "0":
        return -1
    return _number(child(numbering, "ilvl")) or 0


def _number(element: etree._Element | None) -> int | None:
    text = value(element)
    return int(text) if text.isdecimal() and len(text) < 5 else None
