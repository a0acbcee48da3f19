"""What people type becomes the tree they mean, and what is left out is named."""

from __future__ import annotations

import pickle
import re
from datetime import date, timedelta

import pytest

from factdesk.paths import resource
from factdesk.search.counts import MOST
from factdesk.search.fields import FLAGS, HELD, NUMBERS
from factdesk.search.nodes import (
    And,
    Everything,
    Flag,
    InField,
    Nearby,
    Node,
    Not,
    Nothing,
    Number,
    Or,
    Pattern,
    Phrase,
    Prefix,
    PublicId,
    Published,
    Similar,
    Word,
)
from factdesk.search.operands import MOST_BETWEEN
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
        ('"a b"~3', Phrase(("a", "b"), 3)),
        ('"a b"~', Phrase(("a", "b"), 10)),
        ('"a"~3', Phrase(("a",))),
        ('"ab* c? d?e."', Phrase(("ab*", "c", "d?e"))),
        ("a NEAR b", Nearby((A, B), 10)),
        ("a NEAR/5 b c", And((Nearby((A, B), 5), C))),
        ("c OR a NEAR b", Or((C, Nearby((A, B), 10)))),
        ("a NEAR/2 b NEAR/3 c", Nearby((A, B, C), 5)),
        ('"a b" NEAR c*', Nearby((Phrase(("a", "b")), Prefix("c")), 10)),
        ("(a OR b) NEAR c?d", Nearby((Or((A, B)), Pattern("c?d")), 10)),
        ("A-1 NEAR b", Nearby((Phrase(("A", "1")), B), 10)),
        ("title:(a NEAR b)", InField("title", Nearby((A, B), 10))),
        ("title:a NEAR title:(b OR c)", InField("title", Nearby((A, Or((B, C))), 10))),
        ("NOT (a NEAR b)", And((Everything(), Not(Nearby((A, B), 10))))),
        ("*ова", Pattern("*ова")),
        ("b*d", Pattern("b*d")),
        ("?іна", Pattern("?іна")),
        ("п’*", Pattern("п’*")),
        ("bud*.", Prefix("bud")),
        ("b**", Prefix("b")),
        ("e-m*l", And((Word("e"), Pattern("m*l")))),
        ("title:b*d", InField("title", Pattern("b*d"))),
        ("verdict:m*-true", InField("verdict", Pattern("m*-true"))),
        ("verdict:mostly_t*", InField("verdict", Prefix("mostly_t"))),
        ("a b?", And((A, B))),
        ("https://a.b/c?d=e", Phrase(("https", "a", "b", "c", "d", "e"))),
        ("ward~", Similar("ward", 1)),
        ("ward~2", Similar("ward", 2)),
        ("ward~0", Phrase(("ward",))),
        ("U.S.-a~", Phrase(("U", "S", "a"))),
        ("title:ward~", InField("title", Similar("ward", 1))),
        ("~500", Word("500")),
        ("=ward", Phrase(("ward",))),
        ('="Ward b"', Phrase(("Ward", "b"))),
        ("=A-1", Phrase(("A", "1"))),
        ("title:=ward", InField("title", Phrase(("ward",)))),
        ("=AND a", And((Phrase(("AND",)), A))),
        ("1 000 a", And((Word("1 000"), A))),
        ("is: a", And((Word("is"), A))),
        ("published:>2026-03", Published("2026-04-01", "")),
        ("published:yesterday", Published("2026-11-24", "2026-11-24")),
        ('published:"last month"', Published("2026-10-01", "2026-10-31")),
        ("published:last month a", And((Published("2026-10-01", "2026-10-31"), A))),
        ("published:останні 7 днів", Published("2026-11-19", "2026-11-25")),
        (
            "published:(вчора OR 2024)",
            Or((Published("2026-11-24", "2026-11-24"), Published("2024-01-01", "2024-12-31"))),
        ),
    ],
)
def test_a_query_is_read(text: str, root: Node) -> None:
    query = parse(text, today=date(2026, 11, 25))
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
        ("a *", A, "“*”"),
        ("a ?*?", A, "?*?"),
        ("verdict:* a", A, "“*”"),
        ("a NEAR", A, "NEAR"),
        ("NEAR a", A, "NEAR"),
        ("a NEAR NEAR b", Nearby((A, B), 20), "NEAR"),
        ("a NEAR -b", And((A, Not(B))), "NEAR"),
        ("a NEAR title:b", And((A, InField("title", B))), "NEAR"),
        ("kind:a NEAR kind:b", And((InField("kind", A), InField("kind", B))), "NEAR"),
        ("a NEAR ward~", And((A, Similar("ward", 1))), "NEAR"),
        ("a NEAR (b c)", And((A, And((B, C)))), "NEAR"),
        ('a NEAR ("b c" OR b)', And((A, Or((Phrase(("b", "c")), B)))), "NEAR"),
        ("a NEAR/99 b", Nearby((A, B), MOST_BETWEEN), "60"),
        ('"a b"~99', Phrase(("a", "b"), MOST_BETWEEN), "60"),
        ("ab~", Word("ab"), "“ab” is too short"),
        ("ward~3", Similar("ward", 2), "more than 2"),
        ("a claims:5x", A, "“5x” is no number"),
        ("a claims:>5", A, "claims:>5"),
        ("a -has:evidence", A, "has:evidence"),
        ("in:trash", Nothing(), "in:trash"),
        ("in:Kyiv", Phrase(("in", "Kyiv")), "in:"),
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


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factdesk.search.parser.HELD", frozenset(("claims", *FLAGS)))


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("claims:>5", Number("claims", 6, MOST)),
        ("claims:2..4 a", And((Number("claims", 2, 4), A))),
        ("-claims:0", And((Everything(), Not(Number("claims", 0, 0))))),
        ("claims:(1 OR 3)", Or((Number("claims", 1, 1), Number("claims", 3, 3)))),
        ('claims:"< 2"', Number("claims", 0, 1)),
        ("has:evidence", Flag("has:evidence")),
        ("a -Is:Overdue", And((A, Not(Flag("is:overdue"))))),
        ("a NEAR has:note", And((A, Flag("has:note")))),
    ],
)
def test_facts_that_the_index_holds_are_looked_for(text: str, root: Node) -> None:
    assert parse(text).root == root


def test_today_is_the_day_on_this_machine_unless_told() -> None:
    root = parse("published:today").root
    assert isinstance(root, Published)
    assert abs(date.fromisoformat(root.start) - date.today()) <= timedelta(1)


def test_only_the_last_word_is_still_being_typed() -> None:
    assert parse("ab cd", is_typing=True).root == And((Word("ab"), Word("cd", is_open=True)))
    assert parse("outlet:ti", is_typing=True).root == InField("outlet", Word("ti", is_open=True))
    assert parse("ab (cd)", is_typing=True).root == And((Word("ab"), Word("cd")))
    assert parse('ab "cd"', is_typing=True).root == And((Word("ab"), Phrase(("cd",))))
    assert parse("ab -cd", is_typing=True).root == And((Word("ab"), Not(Word("cd"))))
    assert parse("ab =cd", is_typing=True).root == And((Word("ab"), Phrase(("cd",))))
    assert parse("ab NEAR cd", is_typing=True).root == Nearby((Word("ab"), Word("cd", is_open=True)), 10)


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
    query = parse('a "b c" -d outlet:(e OR f) published:2026.. A-1 g* h NEAR i*j ward~ "k l"~2 !!!')
    assert pickle.loads(pickle.dumps(query)) == query
    assert hash(query.root) == hash(parse(query.text).root)


def test_only_what_a_hit_shows_is_positive() -> None:
    root = parse('a (b OR "c d") -e outlet:f g* b NEAR c').root
    assert list(positive(root)) == [A, B, Phrase(("c", "d")), Prefix("g"), B, C]
    assert parse("").is_empty
    assert not parse("((").is_empty


CARD = re.compile(r"^\| (`[^|]+`) \| ", re.MULTILINE)
TODAY = date(2026, 11, 25)


def examples(code: str) -> list[str]:
    """Give what the help's query card shows to be typed."""
    page = resource(f"help/{code}/search.md").read_text(encoding="utf-8")
    card = page.split("\n## ")[1]
    return [text for row in CARD.findall(card) for text in re.findall(r"`([^`]+)`", row)]


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("code", ["en", "uk"])
def test_every_query_on_the_card_is_understood(code: str) -> None:
    typed = examples(code)
    assert len(typed) > 25
    assert {text: parse(text, today=TODAY).ignored for text in typed if parse(text, today=TODAY).ignored} == {}
    assert len(typed) == len(examples("en"))


def test_every_flag_and_number_is_on_the_card() -> None:
    typed = examples("en")
    assert {flag for flag in FLAGS if flag in HELD and flag not in typed} == set()
    numbers = [row.name for row in NUMBERS if row.name in HELD]
    assert [name for name in numbers if not any(text.startswith(f"{name}:") for text in typed)] == []
