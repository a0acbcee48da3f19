"""What undoes as one: typing without a pause in one field."""

from __future__ import annotations

from factdesk.ui.typing_groups import PAUSE, TypingGroups


class Watch:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_typing_without_a_pause_is_one_deed() -> None:
    watch = Watch()
    groups = TypingGroups(watch)
    first = groups.of("rationale")
    watch.now += PAUSE / 2
    assert groups.of("rationale") == first


def test_pause_or_another_field_begins_another_deed() -> None:
    watch = Watch()
    groups = TypingGroups(watch)
    first = groups.of("rationale")
    watch.now += PAUSE + 1
    second = groups.of("rationale")
    other = groups.of("claimant")
    assert len({first, second, other, groups.of("rationale")}) == 4


def test_another_claim_begins_another_deed() -> None:
    groups = TypingGroups(Watch())
    first = groups.of("rationale")
    groups.begin()
    assert groups.of("rationale") != first
