"""The last step of every reader: passages and fields into one `Captured`, or the sentence that nothing was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from factdesk.capture import byline, dateline, dates, language
from factdesk.capture.canonical import Passage, clean, lay_out
from factdesk.capture.captured import Captured, Doubt, Guess, ReadBlock
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.names import shown_name, stem
from factdesk.errors import InputError
from factdesk.model.enums import BlockKind
from factdesk.words import _

_MISSING = Guess("", "", Doubt.MISSING)
_TITLE_CHARS = 200
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Fields:
    """What a reader found out about a text, beside the words. `language` is the tag the file gives itself, or "".

    `is_of_file` says that authors and date are those of the file, which a byline and a date in the text know better.
    """

    title: Guess = _MISSING
    authors: Guess = _MISSING
    outlet: Guess = _MISSING
    published: Guess = _MISSING
    canonical_url: Guess = _MISSING
    language: str = ""
    is_of_file: bool = False
    page_count: int | None = None
    notices: Sequence[str] = field(default_factory=tuple)


def assemble(
    passages: Iterable[Passage],
    fields: Fields,
    *,
    name: str,
    media_type: str,
    tool: str,
    limits: Limits = LIMITS,
    if_empty: str = "",
) -> Captured:
    """Lay the passages out and fill what is missing from the words: title, language, and byline and date at the top.

    InputError when there are no words at all; `if_empty` is then the hint.
    """
    text, blocks, is_cut = lay_out(passages, limits)
    if not any(block.is_kept for block in blocks):
        blocks = tuple(replace(block, is_kept=True) for block in blocks)
    if not blocks:
        raise InputError(
            _("{file} holds no text.").format(file=shown_name(name)),
            hint=if_empty or _("Open it in its own program and check what it shows."),
            code="no_text",
        )
    notices = list(fields.notices)
    if is_cut:
        notices.append(_("It is longer than can be kept; the end was left out."))
    kept = [block for block in blocks if block.is_kept]
    lines = [text[block.block.start : block.block.end] for block in kept[:400]]
    words = " ".join(lines)
    fields, told = _filled(fields, lines)
    untold = [block for number, block in enumerate(kept) if number not in told] or kept
    return Captured(
        text,
        blocks,
        media_type,
        tool,
        title=fields.title if fields.title.value else _title(text, untold, name),
        authors=fields.authors,
        outlet=fields.outlet,
        published=_published(fields.published),
        language=_language(words, fields.language),
        canonical_url=fields.canonical_url,
        page_count=fields.page_count,
        notices=tuple(notices),
    )


def _filled(fields: Fields, lines: Sequence[str]) -> tuple[Fields, frozenset[int]]:
    """Fill what no better means told of authors, outlet and date; give the numbers of the lines that say so, too."""
    by = byline.read(lines)
    at = dateline.read(lines, by.lines)
    origin = _("from the first words")
    authors, outlet, published = fields.authors, fields.outlet, fields.published
    if by.authors and (not authors.value or fields.is_of_file):
        authors = Guess("; ".join(by.authors), _("from the byline"), Doubt.NONE if by.is_sure else Doubt.UNSURE)
    if not outlet.value and (by.outlet or at.outlet):
        outlet = Guess(by.outlet or at.outlet, origin, Doubt.UNSURE)
    if at.published and (not published.value or fields.is_of_file):
        published = Guess(at.published, origin, Doubt.NONE if at.is_sure else Doubt.UNSURE)
    filled = replace(fields, authors=authors, outlet=outlet, published=published)
    return filled, frozenset((*by.lines, *at.lines))


def _title(text: str, kept: Sequence[ReadBlock], name: str) -> Guess:
    """Guess a title: a heading at the start, else a short first line, else the file's name."""
    for number, read in enumerate(kept[:5]):
        if read.block.kind is BlockKind.HEADING and (number == 0 or read.block.level == 1):
            return Guess(_shortened(text[read.block.start : read.block.end]), _("from the first heading"))
    first = text[kept[0].block.start : kept[0].block.end]
    if len(first) <= _TITLE_CHARS and not first.endswith((".", ";", ",")):
        return Guess(first, _("from the first line"), Doubt.UNSURE)
    from_name = clean(stem(name))
    if from_name and name != "pasted":
        return Guess(from_name, _("from the file’s name"), Doubt.UNSURE)
    return Guess(_shortened(first), _("from the first words"), Doubt.UNSURE)


def _shortened(words: str) -> str:
    if len(words) <= _TITLE_CHARS:
        return words
    cut = words[:_TITLE_CHARS].rsplit(" ", 1)[0]
    return f"{cut}…"


def _published(guess: Guess) -> Guess:
    if guess.value and dates.is_ahead(guess.value):
        return Guess(guess.value, _("this date lies ahead"), Doubt.UNSURE)
    return guess


def _language(words: str, tag: str) -> Guess:
    """Weigh the words against what the file says of itself; the words win when they are clear."""
    said = language.code_of(tag)
    code, confidence = language.told(words)
    percent = round(confidence * 100)
    if not code:
        return Guess(said, _("as the file says"), Doubt.UNSURE) if said else _MISSING
    if language.is_sure(words, confidence):
        if not said:
            return Guess(code, _("from the words, {percent} %").format(percent=percent))
        if said == code:
            return Guess(code, _("from the words, {percent} %; the page says the same").format(percent=percent))
        return Guess(
            code,
            _("from the words, {percent} %; the page says “{code}”").format(percent=percent, code=said),
            Doubt.UNSURE,
        )
    if said:
        return Guess(said, _("as the file says"), Doubt.NONE if said == code else Doubt.UNSURE)
    return Guess(code, _("from few words"), Doubt.UNSURE) if confidence >= _LIKELY else _MISSING
