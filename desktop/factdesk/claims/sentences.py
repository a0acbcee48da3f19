"""Sentences of a canonical text, by rules: English, Ukrainian, Russian, and a fallback for every other language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdesk.claims.abbreviations import Abbreviations, abbreviations
from factdesk.claims.tokens import has_words
from factdesk.model.enums import BlockKind
from factdesk.model.values.text import Block, CanonicalText, Span

_WHOLE = frozenset({BlockKind.HEADING, BlockKind.CELL})
_CLOSERS = "\"'”’»›“)\\]}」』】）"
# A stop, what closes after it (quotation marks, brackets, note marks such as [12]), and the space that must follow.
_STOP = re.compile(
    rf"(?P<wide>[。！？｡]+[{_CLOSERS}]*)\s*"
    rf"|(?P<hard>(?<![!?؟۔।॥‽⁇⁈⁉])[!?؟۔।॥‽⁇⁈⁉]+(?:…|\.{{2,}})?[{_CLOSERS}]*(?:\[\d+\])*)\s+"
    rf"|(?P<dots>(?<![.…])(?:…+|\.{{2,}})[!?]*[{_CLOSERS}]*)\s+"
    rf"|(?P<dot>\.(?P<close>[{_CLOSERS}]*(?:\[\d+\])*))\s+"
)
_OPENERS = re.compile(r"[\s\"'“‘«„‹(\[{—–\-¿¡•*]*")
_WORD_EDGE = re.compile(r"[\s\"“„«(\[{—]")
_LONGEST = 40
_NEXT_WORD = re.compile(r"[^\s.,;:!?…\"”»)\]]+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_](?:[-‐][^\W\d_]\.?)?")
_NUMBERING = re.compile(r"\s*(?:\d{1,3}|[^\W\d_]|[ivxlcIVXLC]{1,4})")


def sentences(content: CanonicalText, language: str = "") -> tuple[Span, ...]:
    """Give the places of the sentences of `content`, in order, trimmed of white space, code points.

    A sentence never crosses a block; a heading and a cell are one each; what holds no word is none. `language` is a
    code ("uk", "en-GB") or "" when not known.
    """
    known = abbreviations(language)
    blocks = content.blocks or tuple(_lines(content.text))
    cut = (_trimmed(content.text, span) for block in blocks for span in _Splitter(content.text, block, known).spans())
    return tuple(span for span in cut if has_words(content.text[span.start : span.end]))


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


def _lines(text: str) -> Iterator[Block]:
    at = 0
    for line in text.split("\n"):
        yield Block(BlockKind.PARAGRAPH, at, at + len(line))
        at += len(line) + 1


class _Splitter:
    """The rules at work on one block."""

    def __init__(self, text: str, block: Block, known: Abbreviations) -> None:
        self._text = text
        self._block = block
        self._known = known

    def spans(self) -> Iterator[Span]:
        at, end = self._block.start, self._block.end
        if self._block.kind not in _WHOLE:
            for match in _STOP.finditer(self._text, at, end):
                if match.end() < end and self._is_end(at, match):
                    yield Span(at, match.end())
                    at = match.end()
        yield Span(at, end)

    def _is_end(self, start: int, match: re.Match[str]) -> bool:
        """Judge whether a stop ends a sentence that began at `start`."""
        if match["wide"] is not None:
            return True
        opened = _OPENERS.match(self._text, match.end(), self._block.end)
        at = opened.end() if opened else match.end()
        if at >= self._block.end:
            return False
        if self._text[at].islower():
            return False
        return match["dot"] is None or self._dot_ends(start, match, at)

    def _dot_ends(self, start: int, match: re.Match[str], at: int) -> bool:
        """Judge a single full stop: an end, or the dot of an abbreviation, an initial or a number in a list.

        `at` is where the next word begins.
        """
        following = self._text[at]
        if match["close"]:
            # Brackets may close an abbreviation ("(Corp.)"), quotation marks close speech.
            return not match["close"].startswith(")") or following.isupper() or not following.isalpha()
        if start == self._block.start and _NUMBERING.fullmatch(self._text, start, match.start()) is not None:
            return False
        # A word longer than this is no abbreviation; looking further back would cost the square of a hostile line.
        word = _WORD_EDGE.split(self._text[max(start, match.start() - _LONGEST) : match.start()])[-1]
        starts_anew = self._starts_anew(at)
        if _INITIAL.fullmatch(word) and (word[-1].isupper() or "." in word):
            return starts_anew or (following.isdigit() and "." not in word)
        folded = word.casefold().lstrip("'’€$£")
        if folded in self._known.before_number:
            return not following.isdigit() and following not in "IVX"
        return folded not in self._known.never_last and (folded not in self._known.may_be_last or starts_anew)

    def _starts_anew(self, at: int) -> bool:
        """Whether the word at a place is one that begins sentences, and no initial."""
        found = _NEXT_WORD.match(self._text, at, self._block.end)
        word = found[0] if found else ""
        is_initial = len(word) == 1 and self._text[at + 1 : at + 2] == "."
        return word in self._known.starters and not is_initial
