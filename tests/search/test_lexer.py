"""What was typed is cut into the signs a person means."""

from __future__ import annotations

import pytest

from factdesk.search.lexer import NEARBY, Sign, cut, normal

SIGNS_OF_EXACT = [
    *((Sign.WORD, "a"), (Sign.NOT, "-"), (Sign.WORD, "b")),
    *((Sign.OPEN, "("), (Sign.WORD, "c"), (Sign.CLOSE, ")")),
]


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
        ("a NEAR b", [(Sign.WORD, "a"), (Sign.NEAR, "NEAR"), (Sign.WORD, "b")]),
        ("a NEAR/5 near", [(Sign.WORD, "a"), (Sign.NEAR, "NEAR/5"), (Sign.WORD, "near")]),
        ("NEAR/x NEARBY", [(Sign.WORD, "NEAR/x"), (Sign.WORD, "NEARBY")]),
        ('"a b"~3 c', [(Sign.PHRASE, "a b"), (Sign.WORD, "c")]),
        ('"a b"~x', [(Sign.PHRASE, "a b"), (Sign.WORD, "~x")]),
        ("a~2 ~ b*c?", [(Sign.WORD, "a~2"), (Sign.WORD, "~"), (Sign.WORD, "b*c?")]),
        ("=a -=b (=c)", SIGNS_OF_EXACT),
        ('="a b" a=b = ==a', [(Sign.PHRASE, "a b"), *((Sign.WORD, text) for text in ("a=b", "=", "==a"))]),
        ("=AND", [(Sign.WORD, "AND")]),
        ("title:=a", [(Sign.FIELD, "title"), (Sign.WORD, "a")]),
        ("has:evidence -IS:overdue", [(Sign.FLAG, "has:evidence"), (Sign.NOT, "-"), (Sign.FLAG, "is:overdue")]),
        ("has:evidences in:Kyiv is:", [(Sign.WORD, text) for text in ("has:evidences", "in:Kyiv", "is:")]),
        ("(in:trash)", [(Sign.OPEN, "("), (Sign.FLAG, "in:trash"), (Sign.CLOSE, ")")]),
        ("claims:>5 claims: a", [(Sign.FIELD, "claims"), *((Sign.WORD, text) for text in (">5", "claims:", "a"))]),
        ("1 000 people", [(Sign.WORD, "1 000"), (Sign.WORD, "people")]),
        ("a 5 million, 10-20", [(Sign.WORD, text) for text in ("a", "5 million,", "10-20")]),
        ("5 millions-a 7", [(Sign.WORD, text) for text in ("5", "millions-a", "7")]),
    ],
)
def test_text_is_cut(text: str, signs: list[tuple[Sign, str]]) -> None:
    assert [(token.sign, token.text) for token in cut(text)] == signs


def test_tokens_say_where_they_end() -> None:
    text = 'a "b c"~3 kind:=d (e)'
    assert [text[token.start : token.end] for token in cut(text)] == ["a", '"b c"~3', "kind:", "=d", "(", "e", ")"]


def test_tokens_say_how_far_apart_and_how_exact() -> None:
    tokens = cut('"a"~3 "b"~ "c" d NEAR/7 e NEAR =f ="g"~2')
    assert [token.slop for token in tokens] == [3, NEARBY, 0, 0, 7, 0, NEARBY, 0, 2]
    assert [token.text for token in tokens if token.is_exact] == ["f", "g"]


def test_controls_are_blanks_and_marks_are_composed() -> None:
    assert normal("a\0b\u0301") == "a b\u0301"
    assert normal("e\u0301") == "é"
