"""A page's blocks in the order they stand: headings, paragraphs, items, quotations, cells and captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from factdesk.capture.canonical import Passage, clean
from factdesk.model.enums import BlockKind

_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "svg", "math", "iframe", "frame",
    "frameset", "object", "embed", "applet", "select", "option", "optgroup", "datalist", "button", "input",
    "textarea", "audio", "video", "canvas", "map", "area", "progress", "meter", "dialog", "xmp", "plaintext",
    "noembed", "noframes",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul", "caption", "dir",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ASIDE = frozenset({"nav", "footer", "aside", "menu"})
_ASIDE_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "banner", "search", "menu", "menubar", "dialog"}
)
_HEADING_CHARS = 300
_HIDDEN_STYLE = re.compile(r"(display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A passage of a page and where it stood: in a part that is seldom the text, or hidden from readers."""

    passage: Passage
    is_aside: bool = False
    is_hidden: bool = False


@dataclass(slots=True)
class _State:
    """What holds at one place of the walk: counters that elements opened and not yet closed have raised."""

    lists: int = 0
    items: int = 0
    quotes: int = 0
    captions: int = 0
    asides: int = 0
    hidden: int = 0
    headings: list[int] = field(default_factory=list)
    tables: list[list[int]] = field(default_factory=list)
    in_cell: list[bool] = field(default_factory=list)


def blocks(root: html.HtmlElement) -> Iterator[PageBlock]:
    """Walk the tree without recursion and give its blocks; two line breaks in a row part a block in two."""
    state = _State()
    words: list[str] = []
    skip_until: html.HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if skip_until is not None:
            if event == "end" and element is skip_until:
                skip_until = None
                words.append(element.tail or "")
            continue
        if event == "start":
            if not tag or tag in _SKIPPED:
                skip_until = element
                continue
            if tag in _BLOCKS:
                yield from _flush(words, state)
                _open(element, tag, state)
            elif tag == "br":
                words.append("\n")
            words.append(element.text or "")
        else:
            if tag in _BLOCKS:
                yield from _flush(words, state)
                _close(element, tag, state)
            words.append(element.tail or "")
    yield from _flush(words, state)


def _open(element: html.HtmlElement, tag: str, state: _State) -> None:
    state.lists += tag in {"ul", "ol", "menu", "dir", "dl"}
    state.items += tag in {"li", "dd", "dt"}
    state.quotes += tag == "blockquote"
    state.captions += tag in {"figcaption", "caption"}
    state.asides += _is_aside(element, tag)
    state.hidden += _is_hidden(element)
    if tag in _HEADINGS:
        state.headings.append(_HEADINGS[tag])
    elif tag == "table":
        state.tables.append([0, 0])
    elif tag == "tr" and state.tables:
        state.tables[-1] = [state.tables[-1][0] + 1, 0]
    elif tag in {"td", "th"}:
        state.in_cell.append(True)
        if state.tables:
            state.tables[-1][1] += 1


def _close(element: html.HtmlElement, tag: str, state: _State) -> None:
    state.lists -= tag in {"ul", "ol", "menu", "dir", "dl"}
    state.items -= tag in {"li", "dd", "dt"}
    state.quotes -= tag == "blockquote"
    state.captions -= tag in {"figcaption", "caption"}
    state.asides -= _is_aside(element, tag)
    state.hidden -= _is_hidden(element)
    if tag in _HEADINGS and state.headings:
        state.headings.pop()
    elif tag == "table" and state.tables:
        state.tables.pop()
    elif tag in {"td", "th"} and state.in_cell:
        state.in_cell.pop()


def _is_aside(element: html.HtmlElement, tag: str) -> bool:
    return tag in _ASIDE or (element.get("role") or "").casefold() in _ASIDE_ROLES


def _is_hidden(element: html.HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search((element.get("style") or "")[:400]))


def _flush(words: list[str], state: _State) -> Iterator[PageBlock]:
    """Give what was collected as blocks of the kind that holds here, and start anew.

    Line breaks that came from `br` were marked with a line feed of their own; those in the source count as spaces.
    """
    if not words:
        return
    pieces: list[list[str]] = [[]]
    breaks = 0
    for part in words:
        if part == "\n":
            breaks += 1
            if breaks == 2:
                pieces.append([])
            pieces[-1].append(" ")
        elif part:
            breaks = breaks if not part.strip() else 0
            pieces[-1].append(part)
    words.clear()
    for piece in pieces:
        line = clean("".join(piece))
        if line:
            yield PageBlock(_passage(line, state), state.asides > 0, state.hidden > 0)


def _passage(line: str, state: _State) -> Passage:
    """Give a line as what it is here; a heading that was never closed is one for its first line only."""
    if state.headings and state.headings[-1] and len(line) <= _HEADING_CHARS:
        level, state.headings[-1] = state.headings[-1], 0
        return Passage(BlockKind.HEADING, line, level=level)
    if state.captions:
        return Passage(BlockKind.CAPTION, line)
    if state.quotes:
        return Passage(BlockKind.QUOTATION, line)
    if state.items and state.lists:
        return Passage(BlockKind.ITEM, line, level=min(state.lists, 9))
    if state.in_cell and len(state.tables) == 1:
        row, column = state.tables[-1]
        return Passage(BlockKind.CELL, line, row=max(row, 1), column=max(column, 1))
    return Passage(BlockKind.PARAGRAPH, line)
