"""Plain text in any encoding: paragraphs by blank lines, or one a line when there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factdesk.capture import byline, dateline, kinds
from factdesk.capture.assemble import Fields, assemble
from factdesk.capture.canonical import Passage
from factdesk.capture.captured import Captured, Payload
from factdesk.capture.charset import Decoded, decode
from factdesk.capture.files import size_words
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.names import shown_name
from factdesk.capture.reader import Reader
from factdesk.errors import InputError
from factdesk.model.enums import BlockKind
from factdesk.words import _

_LINE = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_ITEM = re.compile(r"^\s{0,12}(?:[-*•‣▪·]|\(?\d{1,3}[.)]|\(?[a-zа-яіїє]\))\s+(?=\S)")
_BULLET = re.compile(r"^\s*[-*•‣▪·]\s+")
_WRAPPED_AT = 50
_HEADING_CHARS = 100
_PARAGRAPH_CHARS = 120


def read(payload: Payload, media: str, limits: Limits = LIMITS) -> Captured:
    """Read plain text; InputError when there is none."""
    check_plain_size(payload, limits)
    decoded = decode(payload.data, payload.charset)
    if (decoded.is_guess or decoded.has_losses) and not _reads_like_text(decoded.text):
        raise InputError(
            _("{file} is no text or document that Factdesk recognises.").format(file=shown_name(payload.name)),
            hint=_("Open it in its own program and export it as PDF."),
            code="unsupported",
        )
    return assemble(
        passages(decoded.text),
        Fields(notices=charset_notices(decoded)),
        name=payload.name,
        media_type=media,
        tool="factdesk text",
        limits=limits,
    )


def _reads_like_text(text: str) -> bool:
    """Whether a text in a guessed encoding is mostly letters, digits and spaces, with hardly a control character."""
    sample = text[:20_000]
    plain = sum(1 for char in sample if char.isalnum() or char.isspace())
    odd = sum(1 for char in sample if (char < " " and char not in "\t\n\r\v\f\x1b") or "\x7f" <= char <= "\x9f")
    return plain > 0.4 * len(sample) and odd <= 0.02 * len(sample)


def check_plain_size(payload: Payload, limits: Limits) -> None:
    """Raise InputError when a text is larger than a text may be."""
    if len(payload.data) > limits.plain_bytes:
        raise InputError(
            _("{file} is too large for a text: {size}, and {limit} is the most.").format(
                file=shown_name(payload.name),
                size=size_words(len(payload.data)),
                limit=size_words(limits.plain_bytes),
            ),
            hint=_("File the part you need, as a smaller file."),
            code="too_large",
        )


def charset_notices(decoded: Decoded) -> tuple[str, ...]:
    """Say when the encoding was guessed or lost letters."""
    notices: list[str] = []
    if decoded.is_guess:
        notices.append(_("Its encoding was guessed: {charset}.").format(charset=decoded.charset))
    if decoded.has_losses:
        notices.append(_("Some bytes are no letters in its encoding; they are shown as �."))
    return tuple(notices)


def passages(text: str) -> Iterator[Passage]:
    """Give the paragraphs and list items of a plain text.

    With blank lines between paragraphs, lines in one paragraph belong together when the text is wrapped (most of its
    lines are long and alike); otherwise each line is a paragraph, as in mails, lists, addresses and verse. A short line
    that stands alone above a paragraph is a heading.
    """
    rows = _LINE.split(text)
    group: list[str] = []
    is_wrapped = _is_wrapped(rows)
    held: Passage | None = None
    is_first = True
    for row in [*rows, ""]:
        if row.strip():
            group.append(row)
            continue
        for passage in _group(group, is_wrapped=is_wrapped):
            if held is not None:
                yield _as_heading(held, passage, is_first=is_first)
                is_first = False
            held = passage if len(group) == 1 and _may_be_heading(passage) else None
            if held is None:
                yield passage
                is_first = False
        group = []
    if held is not None:
        yield held


def _may_be_heading(passage: Passage) -> bool:
    """Whether a line that stands alone is short, begins like a title, does not end like a sentence and is no byline."""
    words = passage.words
    return (
        passage.kind is BlockKind.PARAGRAPH
        and 2 < len(words) <= _HEADING_CHARS
        and (words[0].isupper() or words[0].isdigit() or words[0] in '«“"')
        and not words.endswith((".", "!", "…", ":", ";", ","))
        and not byline.is_line(words)
        and not dateline.is_line(words)
    )


def _as_heading(line: Passage, after: Passage, *, is_first: bool) -> Passage:
    """Take a line that may be a heading for one when a paragraph of some length follows it."""
    if after.kind is not BlockKind.PARAGRAPH or len(after.words) < _PARAGRAPH_CHARS:
        return line
    return Passage(BlockKind.HEADING, line.words, level=1 if is_first else 2)


def _is_wrapped(rows: list[str]) -> bool:
    """Whether lines were broken by a program at a width: lines inside paragraphs are long and nearly equal."""
    inner = [len(row.rstrip()) for row, after in pairwise(rows) if row.strip() and after.strip()]
    if len(inner) < 2:
        return False
    width = sorted(inner)[int(len(inner) * 0.95)]
    if not _WRAPPED_AT <= width <= 120:
        return False
    return sum(1 for length in inner if length > width * 0.75) > len(inner) * 0.6


def _group(rows: list[str], *, is_wrapped: bool) -> Iterator[Passage]:
    paragraph: list[str] = []
    for row in rows:
        is_item = _ITEM.match(row) is not None
        if paragraph and (is_item or not is_wrapped):
            yield _passage(paragraph)
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield _passage(paragraph)


def _passage(rows: list[str]) -> Passage:
    words = " ".join(rows)
    if _ITEM.match(rows[0]):
        return Passage(BlockKind.ITEM, _BULLET.sub("", words), level=1)
    if rows[0].lstrip().startswith(">"):
        return Passage(BlockKind.QUOTATION, " ".join(row.lstrip("> ") for row in rows))
    return Passage(BlockKind.PARAGRAPH, words.strip())


READER = Reader("text", media=(kinds.TXT,), read=read)
