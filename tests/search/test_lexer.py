"""What was typed is cut into the signs a person means."""

from __future__ import annotations

import pytest

from factdesk.search.lexer import Sign, cut, normal


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("a  b\tc", [(Sign.WORD, "a"), (Sign.WORD, "b"), (Sign.WORD, "c")]),
        ("a AND b", [(Sign.WORD, "a"), (Sign.AND, "AND"), (Sign.WORD, "b")]),
        ("ANDY or", [(Sign.WORD, "ANDY"), (Sign.WORD, "or")]),
        ("(a)", [(Sign.OPEN, "("), (Sign.WORD, "a"), (Sign.CLOSE, ")")]),
        ("-a", [(Sign.NOT, "-"), (Sign.WORD, "a")]),
        ("(-a)", [(Sign.OPEN, "("), (Sign.NOT, "-"), (Sign.WORD, "a"), (Sign.CLOSE, ")")]),
        ("a-b -- - -", [(Sign.WORD, "a-b"), (Sign.WORD, "--"), (Sign.WORD, "-"), (Sign.WORD, "-")]),
        ('"a b" c', [(Sign.PHRASE, "a b"), (Sign.WORD, "c")]),
        ('a"b c"d', [(Sign.WORD, "a"), (Sign.PHRASE, "b c"), (Sign.WORD, "d")]),
        ('"a (b AND', [(Sign.PHRASE, "a (b AND")]),
        ("«a» „b“ „c” “d”", [(Sign.PHRASE, "a"), (Sign.PHRASE, "b"), (Sign.PHRASE, "c"), (Sign.PHRASE, "d")]),
        ("kind:a", [(Sign.FIELD, "kind"), (Sign.WORD, "a")]),
        ("TYPE:a by:b", [(Sign.FIELD, "kind"), (Sign.WORD, "a"), (Sign.FIELD, "author"), (Sign.WORD, "b")]),
        ("kind :a", [(Sign.WORD, "kind"), (Sign.WORD, ":a")]),
        ("foo:bar", [(Sign.WORD, "foo:bar")]),
        ("title://x", [(Sign.WORD, "title://x")]),
        ("a » b", [(Sign.WORD, "a"), (Sign.WORD, "b")]),
    ],
)
def test_text_is_cut(text: str, signs: list[tuple[Sign, str]]) -> None:
    assert [(token.sign, token.text) for token in cut(text)] == signs


def test_tokens_say_where_they_end() -> None:
    text = 'a "b c" kind:d (e)'
    assert [text[: token.end][-1] for token in cut(text)] == ["a", '"', ":", "d", "(", "e", ")"]


def test_controls_are_blanks_and_marks_are_composed() -> None:
    assert normal("a\0b\u0301") == "a b\u0301"
    assert normal("e\u0301") == "é"
