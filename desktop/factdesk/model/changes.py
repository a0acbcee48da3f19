"""What a write touched: the only news a view gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factdesk.model.enums import Kind
from factdesk.model.verbs import Verb


@dataclass(frozen=True, slots=True)
class Changes:
    """The things that one commit, or several merged ones, touched.

    `ids` names every touched thing, `created` those of them that are new; `event` is the history line
    (None when nothing was written). Derived by the unit of work, never typed by hand.
    """

    verb: Verb
    event: int | None = None
    ids: Mapping[Kind, frozenset[int]] = field(default_factory=dict)
    created: Mapping[Kind, frozenset[int]] = field(default_factory=dict)

    def touches(self, *kinds: Kind) -> bool:
        """Whether anything of one of these kinds was touched."""
        return any(self.ids.get(kind) for kind in kinds)

    def new(self, kind: Kind) -> int:
        """Give the id of the one new thing of this kind; KeyError when there is not exactly one."""
        ids = self.created.get(kind, frozenset())
        if len(ids) != 1:
            raise KeyError(kind)
        return next(iter(ids))

    def merged(self, later: Changes) -> Changes:
        """Join with a later one, for a view that hears both at once."""
        return Changes(later.verb, later.event, _union(self.ids, later.ids), _union(self.created, later.created))


def _union(left: Mapping[Kind, frozenset[int]], right: Mapping[Kind, frozenset[int]]) -> dict[Kind, frozenset[int]]:
    return {kind: left.get(kind, frozenset()) | right.get(kind, frozenset()) for kind in {*left, *right}}
