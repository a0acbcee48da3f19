"""What was copied: rich text with its blocks, sanitised, or plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import nh3

from factdesk.capture import kinds
from factdesk.capture.assemble import Fields, assemble
from factdesk.capture.canonical import Passage
from factdesk.capture.captured import Captured, Payload
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.markup.flat import flat_text
from factdesk.capture.markup.tree import measure, tree
from factdesk.capture.markup.walk import blocks
from factdesk.capture.pasting import payload as payload
from factdesk.capture.reader import Reader
from factdesk.capture.readers import text as plain
from factdesk.model.enums import BlockKind

_TAGS = frozenset({
    "a", "abbr", "article", "aside", "b", "blockquote", "br", "caption", "center", "cite", "code", "dd", "del",
    "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "i", "ins", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "section", "small", "span", "strong",
    "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
})  # fmt: skip
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL | re.IGNORECASE)
_BULLET = re.compile(r"^[·•▪◦o§\-–]\s{1,}(?=\S)")


def read(source: Payload, media: str, limits: Limits = LIMITS) -> Captured:
    """Read copied text; all of it is kept."""
    plain.check_plain_size(source, limits)
    words = source.data.decode("utf-8", errors="replace")
    is_rich = media == kinds.PASTED
    found = list(rich_passages(words)) if is_rich else list(plain.passages(words))
    return assemble(
        found,
        Fields(),
        name=source.name,
        media_type=kinds.HTML if is_rich else kinds.TXT,
        tool="factdesk pasted",
        limits=limits,
    )


def rich_passages(html: str) -> Iterator[Passage]:
    """Give the passages of a piece of HTML from the clipboard or a mail: sanitised first, hidden parts left out."""
    fragment = _FRAGMENT.search(html)
    inner = fragment.group(1) if fragment else html
    given = tree(inner)
    if given is None or measure(given)[1] > LIMITS.html_depth:
        yield from plain.passages(flat_text(inner))
        return
    cleaned = nh3.clean(
        inner,
        tags=set(_TAGS),
        clean_content_tags={"script", "style", "title", "noscript", "template", "iframe", "object", "svg", "math"},
        attributes={"*": {"hidden", "style", "role"}},
        filter_style_properties={"display", "visibility"},
        link_rel=None,
    )
    root = tree(cleaned)
    for block in blocks(root) if root is not None else ():
        if not block.is_hidden:
            yield _as_item(block.passage)


def _as_item(passage: Passage) -> Passage:
    """Take a paragraph that begins with a bullet for what it is: word processors copy lists that way."""
    bullet = _BULLET.match(passage.words)
    if passage.kind is not BlockKind.PARAGRAPH or not bullet:
        return passage
    return replace(passage, kind=BlockKind.ITEM, level=1, words=passage.words[bullet.end() :])


READER = Reader("pasted", media=(kinds.PASTED, kinds.PASTED_TEXT), read=read)
