"""What narrows a search: the values chosen of each field, in the order in which the fields were first used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from factdesk.model.enums import Kind, Status
from factdesk.model.values.desk import Scale
from factdesk.ui.labels import KINDS, LANGUAGES, STATUSES
from factdesk.words import _, mark

YEARS = "published"
FIELDS: dict[str, str] = {
    "kind": mark("Kind"),
    "outlet": mark("Outlet"),
    "language": mark("Language"),
    "verdict": mark("Verdict"),
    "status": mark("Status"),
    "claimant": mark("Claimant"),
    "tag": mark("Tag"),
    YEARS: mark("Year"),
}
NAMED_MOST = 2
_LANGUAGES = dict(LANGUAGES)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Chosen values by field. Two values of a field widen the search, two fields narrow it."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.chosen)

    def has(self, name: str, value: str) -> bool:
        """Whether a value is chosen."""
        return value in self.chosen.get(name, ())

    def toggled(self, name: str, value: str) -> Narrowing:
        """Give it with a value chosen, or no longer chosen."""
        values = self.chosen.get(name, ())
        return self.with_values(name, [one for one in values if one != value] if value in values else [*values, value])

    def with_values(self, name: str, values: Iterable[str]) -> Narrowing:
        """Give it with other values of a field; none take the field away."""
        kept = tuple(values)
        chosen = {one: old for one, old in self.chosen.items() if one != name or kept}
        if kept:
            chosen[name] = tuple(sorted(kept)) if name == YEARS else kept
        return Narrowing(chosen)

    def without_last(self) -> Narrowing:
        """Give it without the field that was used last."""
        return Narrowing(dict(list(self.chosen.items())[:-1]))

    def filters(self) -> dict[str, frozenset[str]]:
        """Give it as the search takes it."""
        return {name: frozenset(values) for name, values in self.chosen.items()}


def value_words(name: str, value: str, scale: Scale | None) -> str:
    """Write a value of a field as a person reads it."""
    writers: dict[str, Callable[[str], str]] = {
        "kind": lambda key: _(KINDS[Kind(key)]),
        "status": lambda key: _(STATUSES[Status(key)]),
        "language": lambda key: _(_LANGUAGES.get(key, key)),
        "verdict": lambda key: _rating_name(key, scale),
    }
    return writers.get(name, str)(value)


def value_shape(name: str, value: str, scale: Scale | None) -> str:
    """Name the shape that stands beside a value, "" where there is none."""
    if name == "status":
        return f"status:{value}"
    if name == "verdict":
        rating = scale.rating(value) if scale else None
        return f"verdict:{rating.look if rating else 'none'}"
    return ""


def chip_words(name: str, values: tuple[str, ...], scale: Scale | None) -> str:
    """Write what is chosen of a field, short enough for a chip."""
    if name == YEARS:
        years = sorted(values)
        is_run = len(years) > 1 and int(years[-1]) - int(years[0]) == len(years) - 1
        return f"{years[0]}–{years[-1]}" if is_run else ", ".join(years)
    named = ", ".join(value_words(name, value, scale) for value in values[:NAMED_MOST])
    more = len(values) - NAMED_MOST
    return f"{named} +{more}" if more > 0 else named


def _rating_name(key: str, scale: Scale | None) -> str:
    rating = scale.rating(key) if scale else None
    return _(rating.name) if rating else key
