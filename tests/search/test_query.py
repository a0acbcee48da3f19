"""What people type becomes the tree they mean, and what is left out is named."""

from __future__ import annotations

import pickle

import pytest

from factdesk.search.nodes import (
    And,
    Everything,
    InField,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    PublicId,
    Published,
    Word,
)
from factdesk.search.query import LONGEST, parse, positive

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("", Everything()),
        ("  \t\n ", Everything()),
        ("a", A),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a and b", And((A, Word("and"), B))),
        ("a -b", And((A, Not(B)))),
        ("a −b", And((A, Not(B)))),
        ("a NOT b", And((A, Not(B)))),
        ("NOT a", And((Everything(), Not(A)))),
        ("NOT NOT a", A),
        ("-(a b)", And((Everything(), Not(And((A, B)))))),
        ("a OR -b", Or((A, And((Everything(), Not(B)))))),
        ("e-mail", Word("e-mail")),
        ("a - b", And((A, B))),
        ('"a b"', Phrase(("a", "b"))),
        ("«a b»", Phrase(("a", "b"))),
        ("„a b“ “c”", And((Phrase(("a", "b")), Phrase(("c",))))),
        ("bud*", Prefix("bud")),
        ("e-ma*", Prefix("e-ma")),
        ("A-12", PublicId("A-12")),
        ("c-00345", PublicId("C-345")),
        ("outlet:times", InField("outlet", Word("times"))),
        ("OUTLET:times", InField("outlet", Word("times"))),
        ("lang:uk", InField("language", Word("uk"))),
        ('outlet:"new york"', InField("outlet", Phrase(("new", "york")))),
        ("-outlet:times", And((Everything(), Not(InField("outlet", Word("times")))))),
        # A minus within a field's value is no sign: the words of the value count.
        ("outlet:-times", InField("outlet", Word("times"))),
        ("outlet:(a OR b)", Or((InField("outlet", A), InField("outlet", B)))),
        ("title:bud*", InField("title", Prefix("bud"))),
        ("published:2026", Published("2026-01-01", "2026-12-31")),
        ("published:2024-02", Published("2024-02-01", "2024-02-29")),
        ("published:2026-01..2026-03", Published("2026-01-01", "2026-03-31")),
        ("published:2026-03..2026-01", Published("2026-01-01", "2026-03-31")),
        ("published:2023..", Published("2023-01-01", "")),
        ("published:..2024", Published("", "2024-12-31")),
        ("user@example.com", Phrase(("user", "example", "com"))),
        ("10:30", Phrase(("10", "30"))),
        ("https://a.b/c", Phrase(("https", "a", "b", "c"))),
        ("((((a))))", A),
    ],
)
def test_a_query_is_read(text: str, root: Node) -> None:
    query = parse(text)
    assert query.root == root
    assert query.ignored == ()
    assert query.text == text


@pytest.mark.parametrize(
    ("text", "root", "named"),
    [
        ("a AND", A, "AND"),
        ("OR a", A, "OR"),
        ("a OR OR b", Or((A, B)), "OR"),
        ("a NOT", A, "NOT"),
        ("a )", A, ")"),
        ("a ()", A, "( )"),
        ('a ""', A, "no words"),
        ("a !!!", A, "!!!"),
        ("a outlet:", A, "outlet:"),
        ("outlet: a", A, "outlet:"),
        ("a published:soon", A, "soon"),
        ("a published:2026-13", A, "2026-13"),
        ("b*d", Prefix("b"), "b*d"),
        ("foo:bar", Phrase(("foo", "bar")), "foo:"),
        ("(((", Nothing(), "( )"),
        ("a (b", And((A, B)), "“(” is not closed"),
        ("outlet:(a", InField("outlet", A), "“(” is not closed"),
        ('"a b', Phrase(("a", "b")), '“"” is not closed'),
        ("a «b", And((A, Phrase(("b",)))), "“«” is not closed"),
        ('published:"2026', Published("2026-01-01", "2026-12-31"), '“"” is not closed'),
    ],
)
def test_what_is_left_out_is_named(text: str, root: Node, named: str) -> None:
    query = parse(text)
    assert query.root == root
    assert named in " ".join(query.ignored)
    assert all(sentence.endswith(".") for sentence in query.ignored)


def test_only_the_last_word_is_still_being_typed() -> None:
    assert parse("ab cd", is_typing=True).root == And((Word("ab"), Word("cd", is_open=True)))
    assert parse("outlet:ti", is_typing=True).root == InField("outlet", Word("ti", is_open=True))
    assert parse("ab (cd)", is_typing=True).root == And((Word("ab"), Word("cd")))
    assert parse('ab "cd"', is_typing=True).root == And((Word("ab"), Phrase(("cd",))))
    assert parse("ab -cd", is_typing=True).root == And((Word("ab"), Not(Word("cd"))))


@pytest.mark.parametrize("text", ["a (b", '"a b', "outlet:(a"])
def test_what_may_still_be_closed_is_no_slip_while_it_is_typed(text: str) -> None:
    assert parse(text, is_typing=True).ignored == ()


def test_a_long_query_is_cut_and_says_so() -> None:
    query = parse("word " * LONGEST)
    assert isinstance(query.root, And)
    assert len(query.root.nodes) == 64
    assert len(query.ignored) == 2
    phrase = parse('"' + "word " * 300 + '"')
    assert isinstance(phrase.root, Phrase)
    assert len(phrase.root.words) == 64


def test_brackets_are_followed_to_some_depth() -> None:
    assert parse("(" * 16 + "a" + ")" * 16).root == A
    assert parse("(" * 900 + "a" + ")" * 900).ignored != ()
    assert parse("(" * 1999).root == Nothing()


def test_a_query_crosses_processes() -> None:
    query = parse('a "b c" -d outlet:(e OR f) published:2026.. A-1 g* !!!')
    assert pickle.loads(pickle.dumps(query)) == query
    assert hash(query.root) == hash(parse(query.text).root)


def test_only_what_a_hit_shows_is_positive() -> None:
    root = parse('a (b OR "c d") -e outlet:f g*').root
    assert list(positive(root)) == [A, B, Phrase(("c", "d")), Prefix("g")]
    assert parse("").is_empty
    assert not parse("((").is_empty
