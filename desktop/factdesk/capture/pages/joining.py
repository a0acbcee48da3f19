"""Lines of one paragraph joined, with words that were parted at a line's end made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factdesk.capture.pages.lines import Line

_WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"^[^\W\d_]+")
_MOST_WORDS = 200_000


class Joiner:
    """Joins lines by the words that the rest of the text has: "peri-" and "odic" against "well-" and "known"."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: set[str] = set()
        for line in lines:
            self._known.update(word.casefold() for word in _WORDS.findall(line))
            if len(self._known) > _MOST_WORDS:
                break

    def join(self, lines: Sequence[Line]) -> str:
        """Give the words of the lines; hyphens at line ends go where they only parted a word."""
        text = ""
        before: Line | None = None
        for line in lines:
            if before is None:
                text = line.words
            elif before.is_hyphened or text.endswith(("\u00ad", "\u2010")):
                text = self._glued(text.rstrip("\u00ad\u2010"), line.words)
            else:
                text = f"{text} {line.words}"
            before = line
        return f"{text}-" if before is not None and before.is_hyphened else text

    def _glued(self, head: str, tail: str) -> str:
        """Join two halves: with the hyphen when the second begins no small letter, or the text knows it so only."""
        last, first = _LAST.search(head), _FIRST.match(tail)
        if not last or not first or not tail[0].islower():
            return f"{head}-{tail}"
        one = f"{last.group()}{first.group()}".casefold()
        two = f"{last.group()}-{first.group()}".casefold()
        return f"{head}-{tail}" if two in self._known and one not in self._known else f"{head}{tail}"
