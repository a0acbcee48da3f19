"""Coverage: which sentences hold a claim or a strike, which are open, and what of a covered one is left over."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from factdesk.claims.tokens import has_words
from factdesk.model.enums import SentenceState
from factdesk.model.values.text import CanonicalText, Coverage, Sentence, Span


def coverage(
    content: CanonicalText, sentence_spans: Sequence[Span], claim_spans: Sequence[Span], strike_spans: Sequence[Span]
) -> Coverage:
    """Judge each sentence: CLAIMED when a claim takes a word of it, else STRUCK when a strike does, else OPEN.

    Sentences are numbered from 1; `block` is the index of the block. `uncovered` of a covered sentence are the words
    that neither takes, without white space and punctuation around them.
    """
    claimed, struck = _united(claim_spans), _united(strike_spans)
    taken = _united((*claimed, *struck))
    starts = [block.start for block in content.blocks]
    found: list[Sentence] = []
    for number, span in enumerate(sentence_spans, 1):
        state = SentenceState.OPEN
        if _touches(content.text, span, claimed):
            state = SentenceState.CLAIMED
        elif _touches(content.text, span, struck):
            state = SentenceState.STRUCK
        uncovered = () if state is SentenceState.OPEN else _left_over(content.text, span, taken)
        found.append(Sentence(number, span, max(0, bisect_right(starts, span.start) - 1), state, uncovered))
    return Coverage(tuple(found))


def next_open(of: Coverage, position: int) -> Sentence | None:
    """Give the first open sentence that starts after `position`, else the first of all; None when all is done."""
    found = _open(of)
    return next((sentence for sentence in found if sentence.span.start > position), found[0] if found else None)


def previous_open(of: Coverage, position: int) -> Sentence | None:
    """Give the last open sentence that ends at or before `position`, else the last of all; None when all is done."""
    found = _open(of)
    before = (sentence for sentence in reversed(found) if sentence.span.end <= position)
    return next(before, found[-1] if found else None)


def sentence_at(of: Coverage, position: int) -> Sentence | None:
    """Give the sentence that holds `position`, None between sentences."""
    index = bisect_right(of.sentences, position, key=lambda sentence: sentence.span.start) - 1
    if index < 0 or of.sentences[index].span.end < position:
        return None
    return of.sentences[index]


def _open(of: Coverage) -> list[Sentence]:
    return [sentence for sentence in of.sentences if sentence.state is SentenceState.OPEN]


def _united(spans: Sequence[Span]) -> list[Span]:
    """Join overlapping and adjoining spans, sorted; empty ones fall out."""
    united: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


def _within(span: Span, united: list[Span]) -> list[Span]:
    """Give the parts of sorted disjoint spans that lie inside `span`."""
    index = bisect_right(united, span.start, key=lambda other: other.end)
    parts: list[Span] = []
    while index < len(united) and united[index].start < span.end:
        parts.append(Span(max(span.start, united[index].start), min(span.end, united[index].end)))
        index += 1
    return parts


def _touches(text: str, span: Span, united: list[Span]) -> bool:
    """Whether a word of the sentence is taken; a bare full stop at the edge of a mark is none."""
    return any(has_words(text[part.start : part.end]) for part in _within(span, united))


def _left_over(text: str, span: Span, taken: list[Span]) -> tuple[Span, ...]:
    left: list[Span] = []
    at = span.start
    for part in (*_within(span, taken), Span(span.end, span.end)):
        if at < part.start and has_words(text[at : part.start]):
            left.append(_bare(text, at, part.start))
        at = part.end
    return tuple(left)


def _bare(text: str, start: int, end: int) -> Span:
    """Take white space and punctuation off both ends; signs such as € and % stay."""
    while _is_idle(text[start]):
        start += 1
    while _is_idle(text[end - 1]):
        end -= 1
    return Span(start, end)


def _is_idle(char: str) -> bool:
    return char.isspace() or (unicodedata.category(char)[0] in "PC" and char not in "%‰#@&§\u200d")
