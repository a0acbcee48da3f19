"""A rating of the desk's scale as it is typed, by its key or its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factdesk.cli.arguments import UsageError
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.library.library import Library


def rating_key(library: Library, words: str) -> str:
    """Give the key of a rating; UsageError, naming all there are, for words that are none."""
    wanted = words.strip().casefold()
    ratings = library.desk.scale().ratings
    for rating in ratings:
        if wanted in {rating.key.casefold(), rating.name.casefold(), rating.key.replace("_", " ")}:
            return rating.key
    raise UsageError(
        _("“{words}” is no rating of this desk's scale.").format(words=words),
        hint=_("It has: {ratings}.").format(ratings=", ".join(rating.key for rating in ratings)),
    )
