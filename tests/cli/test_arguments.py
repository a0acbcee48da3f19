"""The common options are found wherever they stand."""

from __future__ import annotations

import pytest

from factdesk.cli.arguments import UsageError, asks_for_json, lift


@pytest.mark.parametrize(
    "words",
    [
        ["--library", "desk", "--json", "articles", "--trash"],
        ["articles", "--trash", "--json", "--library", "desk"],
        ["articles", "--library=desk", "--trash", "--json"],
    ],
)
def test_library_and_json_may_stand_before_or_after_the_verb(words: list[str]) -> None:
    common = lift(words)
    assert (common.library, common.is_json, common.rest) == ("desk", True, ("articles", "--trash"))


def test_words_after_two_hyphens_are_left_alone() -> None:
    words = ["search", "--", "--json", "--library"]
    assert lift(words).rest == tuple(words)
    assert not asks_for_json(words)
    assert asks_for_json(["search", "--json", "--", "--json"])


def test_the_environment_names_the_library_when_nothing_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTDESK_LIBRARY", "from-environment")
    assert lift(["articles"]).library == "from-environment"
    assert lift(["articles", "--library", "typed"]).library == "typed"


@pytest.mark.parametrize("words", [["articles", "--library"], ["--library", "", "articles"]])
def test_library_without_a_folder_is_refused(words: list[str]) -> None:
    with pytest.raises(UsageError):
        lift(words)
