"""Mail headers as a person reads them: encoded words and raw bytes decoded, bounded, without control characters."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses

from factdesk.capture.canonical import clean
from factdesk.capture.charset import decode, known

_MOST = 2_000


def header(message: Message, name: str, most: int = _MOST) -> str:
    """Give the first header of this name, decoded; "" when there is none."""
    for key, raw in message.raw_items():
        if key.casefold() == name:
            return clean(_decoded(str(raw)[:most]))
    return ""


def addresses(message: Message, name: str) -> list[tuple[str, str]]:
    """Give display name and address of everybody in a header, at most 50."""
    for key, raw in message.raw_items():
        if key.casefold() == name:
            parts = getaddresses([_unfolded(str(raw)[: 4 * _MOST])])
            return [(clean(_decoded(shown)), clean(address)) for shown, address in parts[:50]]
    return []


def _unfolded(raw: str) -> str:
    return re.sub(r"[\r\n]+[ \t]*", " ", raw)


def _decoded(raw: str) -> str:
    """Decode RFC 2047 words and bare bytes (kept by the parser as surrogates)."""
    line = _unfolded(raw)
    try:
        parts = decode_header(line)
    except (MessageError, ValueError, LookupError):
        return _bare(line)
    words: list[str] = []
    for part, charset in parts:
        if isinstance(part, str):
            words.append(_bare(part))
        elif charset is None:
            words.append(_bare(part.decode("ascii", "surrogateescape")))
        else:
            words.append(decode(part, *([known(charset)] if known(charset) else [])).text)
    return "".join(words)


def _bare(words: str) -> str:
    if all(not 0xDC80 <= ord(char) <= 0xDCFF for char in words):
        return words
    return decode(words.encode("utf-8", "surrogateescape")).text
