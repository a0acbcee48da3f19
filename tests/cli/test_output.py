"""What is printed is plain, whole and safe for a terminal."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.cli.output import Output, plain


@given(st.text())
def test_plain_words_are_one_line_without_steering_characters(words: str) -> None:
    shown = plain(words)
    assert "\x1b" not in shown
    assert not set(shown) & set("\n\r\t\x00\x07\u202e\u2066\u200f")


def test_plain_words_keep_letters_accents_emoji_and_joiners() -> None:
    words = "Пам’ять, café, 👩‍🚒, می‌خواهم"
    assert plain(words) == words


def test_a_pipe_gets_tabs_and_whole_cells(capsys: pytest.CaptureFixture[str]) -> None:
    long = "word " * 100
    Output().table(("Id", "Title"), [("A-1", long), ("A-2", "[bold]x[/bold]\twith a tab")])
    assert capsys.readouterr().out == f"A-1\t{long.strip()}\nA-2\t[bold]x[/bold] with a tab\n"


def test_an_error_is_one_line_on_stderr_and_one_object_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    Output(is_json=True).error("place", "The disk is\nfull.", "Make room.")
    out, err = capsys.readouterr()
    assert err == "The disk is full. Make room.\n"
    assert json.loads(out) == {
        "ok": False,
        "error": {"code": "place", "sentence": "The disk is\nfull.", "hint": "Make room."},
    }


def test_empty_fields_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    Output().fields([("Outlet", "The Ledger"), ("Authors", "")])
    assert capsys.readouterr().out == "Outlet: The Ledger\n"
