"""The words of a page too deep or too odd for a tree: tags taken off by pattern, block tags as line breaks."""

from __future__ import annotations

import re
from html import unescape

_WHOLE = re.compile(r"<(script|style|noscript|template|title)\b[^<>]{0,2000}>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(
    r"</?(p|div|br|h[1-6]|ul|ol|li|table|tr|td|th|blockquote|section|article|header|footer|pre|figcaption)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.IGNORECASE)


def flat_text(html: str) -> str:
    """Give the text of a page, one block a line. Every pattern is linear in the length of the page."""
    without = _WHOLE.sub("\n\n", html) if html.count("<script") + html.count("<style") < 2_000 else html
    return unescape(_TAG.sub("", _BLOCK.sub("\n\n", without)))
