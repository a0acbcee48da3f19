"""The parts of a message: the text to read, names of attachments; no recursion, everything bounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.utils import collapse_rfc2231_value

from factdesk.capture.charset import decode, known
from factdesk.capture.limits import Limits
from factdesk.capture.mail.headers import header
from factdesk.capture.names import safe_name

_TEXTS = ("text/html", "text/plain", "text/enriched", "text/markdown", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Body:
    """One text of a message, decoded. `message` is the one it belongs to (the outer one, or one forwarded in it)."""

    words: str
    is_html: bool
    message: Message
    location: str = ""


@dataclass(slots=True)
class Contents:
    """What a message holds: texts in order, names of attachments, whether it is locked, whether parts were left out."""

    bodies: list[Body] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    is_encrypted: bool = False
    is_cut: bool = False


@dataclass(slots=True)
class _Waiting:
    part: Message
    owner: Message
    depth: int


def contents(message: Message, limits: Limits) -> Contents:
    """Walk the parts in order; of alternatives the richest that can be read is taken."""
    found = Contents()
    waiting = [_Waiting(message, message, 0)]
    count = 0
    while waiting:
        here = waiting.pop()
        count += 1
        if count > limits.mail_parts or here.depth > limits.mail_depth:
            found.is_cut = True
            continue
        kind = here.part.get_content_type()
        if kind == "multipart/encrypted" or "pkcs7-mime" in kind:
            found.is_encrypted = found.is_encrypted or "signed" not in str(here.part.get_param("smime-type", ""))
        elif here.part.is_multipart():
            waiting.extend(reversed(list(_inner(here, kind))))
        else:
            _take(here, kind, found)
    return found


def _inner(here: _Waiting, kind: str) -> Iterator[_Waiting]:
    parts = [part for part in here.part.get_payload() if isinstance(part, Message)]
    if kind == "multipart/alternative" and parts:
        best = max(parts, key=_richness)
        yield _Waiting(best, here.owner, here.depth + 1)
        return
    for part in parts:
        yield _Waiting(part, part if kind.startswith("message/") else here.owner, here.depth + 1)


def _richness(part: Message) -> int:
    kind = part.get_content_type()
    if kind == "text/html" or kind in {"multipart/related", "multipart/mixed"}:
        return 3
    return 2 if kind == "text/plain" else 1 if kind.startswith("text/") and kind != "text/calendar" else 0


def _take(here: _Waiting, kind: str, found: Contents) -> None:
    name = _file_name(here.part)
    is_attached = header(here.part, "content-disposition", 200).casefold().startswith("attachment")
    if kind.startswith("multipart/"):
        kind = "text/plain"  # its boundary never came: what is there is text to the reader
    if kind in _TEXTS and not is_attached:
        words = _text(here.part)
        if words.strip():
            is_html = kind in {"text/html", "application/xhtml+xml"}
            found.bodies.append(Body(words, is_html, here.owner, header(here.part, "content-location", 2_000)))
    elif (is_attached or name) and len(found.attachments) < 100:
        found.attachments.append(safe_name(name, default=kind))


def _text(part: Message) -> str:
    """Give a text part decoded; a damaged transfer encoding gives what can be read of it."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        data = None
    if not isinstance(data, bytes):
        data = str(part.get_payload()).encode("utf-8", "surrogateescape")
    charset = part.get_param("charset", "")
    named = collapse_rfc2231_value(charset) if charset else ""
    return decode(data, *([known(named)] if known(named) else [])).text


def _file_name(part: Message) -> str:
    try:
        return part.get_filename("") or ""
    except (ValueError, LookupError, TypeError):
        return ""
