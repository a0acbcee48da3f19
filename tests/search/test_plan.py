"""A tree becomes the terms of an index, each word in every language there is."""

from __future__ import annotations

import pytest

from factdesk.search.nodes import (
    Everything,
    Flag,
    InField,
    Nearby,
    Node,
    Not,
    Nothing,
    Number,
    Pattern,
    Phrase,
    Prefix,
    Word,
)
from factdesk.search.plan import (
    STEM,
    WORD,
    AllOf,
    AnyOf,
    AnyTerm,
    Counted,
    Flagged,
    Like,
    Matching,
    Near,
    NoneOf,
    Row,
    Starts,
    Step,
    Within,
    plan,
)
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
        ('"a b"~3', Near(WORD, (("a",), ("b",)), 3, in_order=True)),
        ('title:"a b"~3', Near("title", (("a",), ("b",)), 3, in_order=True)),
        ('kind:"a b"~3', AnyTerm("kind", ("a_b",))),
        ('"Ab* c"', Near(WORD, (("ab*",), ("c",)), 0, in_order=True)),
        ('"Ab*"', Matching(WORD, "ab*")),
        ("Runs NEAR/4 b", Near(WORD, (("runs",), ("b",)), 4, in_order=False)),
        (
            "title:(Runs NEAR b)",
            Near("title", (("runs", ":en:run", "::runs"), ("b", ":en:b", "::b")), 10, in_order=False),
        ),
        ("(a OR b OR c*) NEAR ?D", Near(WORD, (("a", "b", "c*"), ("?d",)), 10, in_order=False)),
        (
            'a NEAR "b c"',
            AllOf((Near(WORD, (("a",), ("b",), ("c",)), 10, in_order=False), Row(WORD, ("b", "c")))),
        ),
        ("e-mail NEAR a-b*", Near(WORD, (("e",), ("mail",), ("a",), ("b*",)), 10, in_order=False)),
        ("*Ова", Matching(WORD, "*ова")),
        ("title:b?d", Matching("title", "b?d")),
        ("verdict:Mostly-t?ue", Matching("verdict", "mostly_t?ue")),
        ("id:?-345", Matching("id", "?_345")),
        ("verdict:*-true", Matching("verdict", "*_true")),
        ("verdict:m*_t?ue", Matching("verdict", "m*_t?ue")),
        ("id:C-*", Matching("id", "c_*")),
        ("Runs~", AnyOf((stem(":en:run", "::runs"), Like(WORD, "runs", 1)))),
        (
            "e-mail~2",
            AnyOf(
                (
                    stem(":en:email", "::email"),
                    Row(WORD, ("e", "mail")),
                    AllOf((Like(WORD, "e", 2), Like(WORD, "mail", 2))),
                )
            ),
        ),
        ("title:Runs~2", AnyOf((AnyTerm("title", (":en:run", "::runs")), Like("title", "runs", 2)))),
        ("verdict:flase~", Like("verdict", "flase", 1)),
        ("=Runs", AnyTerm(WORD, ("runs",))),
        ("kind:ʼ", Nothing()),
    ],
)
def test_a_query_is_planned(text: str, step: Step) -> None:
    assert plan(parse(text).root, ("en", "")) == step


@pytest.mark.parametrize(
    ("node", "step"),
    [
        (Number("claims", 2, 4), Counted("claims", 2, 4)),
        (Number("claims", 0, -1), Nothing()),
        (Flag("has:note"), Flagged("has:note")),
        (Not(Flag("has:note")), NoneOf(Flagged("has:note"))),
        (Nearby((Word("ʼ"), Phrase(("ʼ",))), 3), Nothing()),
        (Pattern("*ʼ"), Nothing()),
        (InField("kind", Pattern("*ʼ")), Nothing()),
    ],
)
def test_a_tree_is_planned(node: Node, step: Step) -> None:
    assert plan(node, ("en",)) == step


def test_words_near_each_other_may_be_in_any_form_that_is_known() -> None:
    kin = {"ward": ("wards",), "city": ("cities",)}
    step = plan(parse("Ward NEAR city").root, ("en",), lambda word: kin.get(word, ()))
    assert step == Near(WORD, (("ward", "wards"), ("city", "cities")), 10, in_order=False)


def test_a_word_near_others_may_go_on_while_it_is_typed() -> None:
    step = plan(parse("a NEAR bu", is_typing=True).root, ("en",))
    assert step == Near(WORD, (("a",), ("bu", "bu*")), 10, in_order=False)


OLD_STEPS = (AnyTerm, Row, Starts, Within, AllOf, AnyOf, NoneOf, Everything, Nothing)


@pytest.mark.parametrize(
    "text", ["a b", '"a b" -c', "a* OR (b NOT c)", "kind:a outlet:b*", "A-1 e-mail", "who? what?!"]
)
@pytest.mark.parametrize("is_typing", [True, False])
def test_what_could_always_be_asked_needs_no_other_steps(text: str, is_typing: bool) -> None:
    waiting = [plan(parse(text, is_typing=is_typing).root, ("en", ""))]
    while waiting:
        step = waiting.pop()
        assert isinstance(step, OLD_STEPS)
        if isinstance(step, AllOf | AnyOf):
            waiting += step.steps
        elif isinstance(step, NoneOf):
            waiting.append(step.step)


def test_a_word_being_typed_may_go_on() -> None:
    assert plan(Word("ru", is_open=True), ("en",)) == AnyOf((stem(":en:ru"), Starts(WORD, "ru")))
    assert plan(parse("kind:cl", is_typing=True).root, ("en",)) == Starts("kind", "cl")


def test_an_index_without_languages_knows_no_forms() -> None:
    assert plan(Word("runs"), ()) == Nothing()
    assert plan(Prefix("runs"), ()) == Starts(WORD, "runs")
