"""What stands over a text on the page and is not part of it: kicker, headline, standfirst, facts of the copy."""

from __future__ import annotations

from dataclasses import dataclass

SEPARATOR = "\u2002·\u2002"
ICON_ROOM = "\u2003\u2002"
ITEM_GAP = "\u2003\u2002"


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
        return ITEM_GAP.join((ICON_ROOM if item.icon else "") + item.text for item in self.meta)

    def meta_places(self) -> tuple[tuple[HeadItem, int, int], ...]:
        """Give each item with the begin of its icon's room and the end of its words, in UTF-16 units of the line."""
        found: list[tuple[HeadItem, int, int]] = []
        at = 0
        for item in self.meta:
            room = len(ICON_ROOM) if item.icon else 0
            end = at + room + units(item.text)
            found.append((item, at, end))
            at = end + len(ITEM_GAP)
        return tuple(found)


def units(text: str) -> int:
    """Give the length of `text` in UTF-16 units."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")
