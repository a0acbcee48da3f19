"""A tree becomes the terms of an index, each word in every language there is."""

from __future__ import annotations

import pytest

from factdesk.search.nodes import Everything, Nothing, Prefix, Word
from factdesk.search.plan import STEM, WORD, AllOf, AnyOf, AnyTerm, NoneOf, Row, Starts, Step, Within, plan
from factdesk.search.query import parse


def stem(*terms: str) -> AnyTerm:
    return AnyTerm(STEM, terms)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("runs", stem(":en:run", "::runs")),
        ("a b", AllOf((stem(":en:a", "::a"), stem(":en:b", "::b")))),
        ("a OR b", AnyOf((stem(":en:a", "::a"), stem(":en:b", "::b")))),
        ("-a", AllOf((Everything(), NoneOf(stem(":en:a", "::a"))))),
        ('"Run Out"', Row(WORD, ("run", "out"))),
        ('"Run"', AnyTerm(WORD, ("run",))),
        ("Bud*", Starts(WORD, "bud")),
        ("e-ma*", AllOf((AnyTerm(WORD, ("e",)), Starts(WORD, "ma")))),
        ("a-b-ma*", AllOf((Row(WORD, ("a", "b")), Starts(WORD, "ma")))),
        ("e-mail", AnyOf((stem(":en:email", "::email"), Row(WORD, ("e", "mail"))))),
        ("verdict:Mostly-True", AnyTerm("verdict", ("mostly_true",))),
        ('verdict:"mostly true"', AnyTerm("verdict", ("mostly_true",))),
        ("verdict:mostly*", Starts("verdict", "mostly")),
        ("outlet:Times", AnyTerm("outlet", (":en:time", "::times"))),
        ('outlet:"New York"', Row("outlet", ("new", "york"))),
        ("outlet:ti*", Starts("outlet", "ti")),
        ("title:runs", AnyTerm("title", (":en:run", "::runs"))),
        ("published:2026", Within("2026-01-01", "2026-12-31")),
        ("id:c-345", AnyTerm("id", ("c_345",))),
        (
            "C-345",
            AnyOf((AnyTerm("id", ("c_345",)), AnyOf((stem(":en:c345", "::c345"), Row(WORD, ("c", "345")))))),
        ),
        ("", Everything()),
        ("((", Nothing()),
        ("ʼ*", Nothing()),
        ("kind:ʼ", Nothing()),
    ],
)
def test_a_query_is_planned(text: str, step: Step) -> None:
    assert plan(parse(text).root, ("en", "")) == step


def test_a_word_being_typed_may_go_on() -> None:
    assert plan(Word("ru", is_open=True), ("en",)) == AnyOf((stem(":en:ru"), Starts(WORD, "ru")))
    assert plan(parse("kind:cl", is_typing=True).root, ("en",)) == Starts("kind", "cl")


def test_an_index_without_languages_knows_no_forms() -> None:
    assert plan(Word("runs"), ()) == Nothing()
    assert plan(Prefix("runs"), ()) == Starts(WORD, "runs")
