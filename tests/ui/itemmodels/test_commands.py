"""Finding deeds by what is typed, and setting groups into columns."""

from __future__ import annotations

import pytest

from factdesk.ui.itemmodels.commands import Command, CommandGrid, grouped, matching
from factdesk.ui.itemmodels.rows import Caption

DEEDS = [
    Command("a", "Versions…", "Article", "Ctrl+D"),
    Command("b", "Add version…", "Article"),
    Command("c", "Give verdict…", "Claim", "V"),
    Command("d", "Move status on", "Claim", "T", note="To do, in progress, in review, done"),
    Command("e", "Larger text", "View", "Ctrl++"),
]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("", "abcde"),
        ("ver", "abc"),
        ("add ver", "b"),
        ("ctrl+d", "a"),
        ("v", "cabde"),
        ("progress", "d"),
        ("gver", "c"),
        ("zz", ""),
    ],
)
def test_what_is_typed_finds_the_best_first(typed: str, ids: str) -> None:
    assert "".join(deed.id for deed in matching(DEEDS, typed)) == ids


def test_the_letters_that_fit_are_marked() -> None:
    assert matching(DEEDS, "add ver")[0].marks == (0, 1, 2, 4, 5, 6)


def test_captions_stand_over_the_groups_of_the_best() -> None:
    lines = grouped(matching(DEEDS, "v"))
    assert [line.text if isinstance(line, Caption) else line.id for line in lines] == [
        "Claim", "c", "d", "Article", "a", "b", "View", "e",
    ]  # fmt: skip


def test_columns_are_about_equally_long_and_groups_whole() -> None:
    grid = CommandGrid(3)
    sizes = (9, 6, 14, 4, 20, 6, 4)
    groups = [
        (Caption(str(at)), [Command(f"{at}.{number}", "Deed", str(at)) for number in range(size)])
        for at, size in enumerate(sizes)
    ]
    grid.set_groups(groups)
    assert grid.rowCount() <= (sum(sizes) + 2 * len(sizes)) / 3 * 1.4
    for column in range(3):
        lines = [grid.line_at(grid.index(row, column)) for row in range(grid.rowCount())]
        shown = [line for line in lines if line is not None]
        assert isinstance(shown[0], Caption)
