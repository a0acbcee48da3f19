"""HTML bytes to a tree that is safe to walk: decoded once, without scripts' comments, counted in elements and depth."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree, html

from factdesk.capture.charset import Decoded, decode
from factdesk.capture.limits import LIMITS, Limits

_META = re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE | re.DOTALL)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9_.:\-]{2,40})[\"']", re.IGNORECASE)
_CONSENT = re.compile(
    r"(^|[\s_-])(onetrust|ot-sdk|cookie-?(consent|banner|notice|law|policy)|consent-?(banner|modal|popup|dialog)"
    r"|didomi|cybotcookiebot|qc-cmp2?|sp_message|gdpr|fc-consent)",
    re.IGNORECASE,
)
_META_WITHIN = 16 * 1024
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]{0,40})[^<>]{8000,}>")
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_XML_START = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page. `is_plain` False: so large that only the walk by hand may touch it; `is_deep`: not even that."""

    root: html.HtmlElement
    decoded: Decoded
    is_plain: bool
    is_deep: bool


def parse(data: bytes, charset: str = "", limits: Limits = LIMITS) -> Page | None:
    """Decode and parse; `charset` is what the sender said. None when there is no element at all."""
    text = decoded(data, charset)
    root = tree(text.text)
    if root is None:
        return None
    prune(root)
    elements, depth = measure(root)
    is_deep = depth > limits.html_depth
    is_plain = elements <= limits.html_elements and not is_deep and len(data) <= limits.article_bytes
    return Page(root, text, is_plain, is_deep)


def decoded(data: bytes, charset: str = "") -> Decoded:
    """Decode HTML by what the sender said, then by what the page says of itself in its first 16 KiB, then by guess."""
    head = data[:_META_WITHIN]
    named = [found.group(1).decode("ascii") for found in (_XML.match(head), _META.search(head)) if found]
    return decode(data, charset, *named)


def tree(text: str) -> html.HtmlElement | None:
    """Parse decoded HTML; None when nothing is in it. Loads nothing, runs nothing, keeps no comments."""
    cleaned = _DROPPED.sub("", _XML_START.sub("", text))
    if len(cleaned) > 8_000:
        # libxml2 compares every attribute of a tag with every other; a tag this long loses them all.
        cleaned = _LONG_TAG.sub(r"<\1>", cleaned)
    if not cleaned.strip():
        return None
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    try:
        return html.document_fromstring(cleaned.encode("utf-8"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def prune(root: html.HtmlElement) -> None:
    """Take consent dialogs out of the tree: every extractor mistakes their long texts for articles."""
    for element in list(root.iter("div", "section", "aside", "dialog")):
        marks = f"{element.get('id') or ''} {element.get('class') or ''}"
        if len(marks) < 2_000 and _CONSENT.search(marks) and element.getparent() is not None:
            element.drop_tree()


def measure(root: html.HtmlElement) -> tuple[int, int]:
    """Count elements and depth without recursion."""
    elements, depth, deepest = 0, 0, 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            elements += 1
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    return elements, deepest
