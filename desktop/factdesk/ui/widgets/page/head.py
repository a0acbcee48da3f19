"""What stands over a text on the page and is not part of it: kicker, headline, standfirst, facts of the copy."""

from __future__ import annotations

from dataclasses import dataclass

SEPARATOR = "\u2002·\u2002"
ICON_ROOM = "\u00a0" * 5
ITEM_GAP = "\u2003\u2002"
HASH_GAP = "\u2002"
"""Spaces inside a fact do not break, so that an icon is never parted from its words."""


@dataclass(frozen=True, slots=True)
class HeadItem:
    """One fact of the line about the copy; one with a `key` can be clicked."""

    icon: str
    text: str
    key: str = ""
    is_hash: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page. The first word of the kicker is strong. What is empty is left out.

    Where the text itself begins with the headline (or the standfirst), the text's own words are shown and those here
    are not, so that they can be marked.
    """

    kicker: tuple[str, ...] = ()
    headline: str = ""
    standfirst: str = ""
    meta: tuple[HeadItem, ...] = ()

    @property
    def kicker_words(self) -> str:
        """Give the kicker as one line."""
        return SEPARATOR.join(self.kicker)

    @property
    def meta_words(self) -> str:
        """Give the line about the copy, with room for its icons."""
        return "".join(gap + icon + words for gap, icon, words in self._meta_parts())

    def meta_places(self) -> tuple[tuple[HeadItem, int, int], ...]:
        """Give each item with the begin of its icon's room and the end of its words, in UTF-16 units of the line."""
        found: list[tuple[HeadItem, int, int]] = []
        at = 0
        for item, (gap, icon, words) in zip(self.meta, self._meta_parts(), strict=True):
            start = at + len(gap)
            at = start + len(icon) + units(words)
            found.append((item, start, at))
        return tuple(found)

    def _meta_parts(self) -> list[tuple[str, str, str]]:
        """Give, for each fact, the gap before it, the room for its icon, and its words; a hash stands close."""
        parts: list[tuple[str, str, str]] = []
        for at, item in enumerate(self.meta):
            gap = "" if not at else HASH_GAP if item.is_hash else ITEM_GAP
            parts.append((gap, ICON_ROOM if item.icon else "", item.text.replace(" ", "\u00a0")))
        return parts


def units(text: str) -> int:
    """Give the length of `text` in UTF-16 units."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")
