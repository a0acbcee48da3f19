"""Any text is a query: reading it never fails, is bounded, and an engine can answer what comes of it."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdesk.search.lexer import cut, normal
from factdesk.search.nodes import And, InField, Nearby, Node, Not, Or, Phrase
from factdesk.search.operands import MOST_TERMS
from factdesk.search.parser import DEEPEST
from factdesk.search.plan import plan
from factdesk.search.query import Query, parse
from factdesk.search.snippets import snippet, spans
from factdesk.search.whoosh_engine import WhooshEngine
from search.documents import NEWS, an_engine, ask

NAUGHTY = [
    *(
        "\0",
        "\ud7ff",
        "\uffff",
        "\u202eright to left",
        "\ufeff",
        "\u200b\u200b",
        "\u202e\u2066\u2069",
        "\x1e\x1f",
        "\r\n\t\v\f",
    ),
    *(
        "NaN",
        "-0",
        "1e309",
        "0x0",
        "1..2",
        "..",
        "...",
        "....",
        "--",
        "---",
        "-−-",
        "*",
        "**a**",
        "?",
        "a?",
        "~",
        "a~2",
        "a~99",
        "~~~",
        "=~?*",
        "*?*?*",
        '"*"~',
        '"a* ?"~9',
    ),
    *(
        '"',
        "'",
        "`",
        "''",
        '""""',
        "«»",
        "»«",
        "“",
        "„„",
        "(",
        ")",
        ")(",
        "()()",
        "((()",
        "[a TO b]",
        "{a}",
        "^",
        "a^9",
    ),
    *(
        "AND",
        "OR",
        "NOT",
        "AND OR NOT",
        "NOT NOT NOT",
        "a AND AND b",
        "OR OR",
        "-AND",
        "(NOT)",
        "NOT ()",
        "- -a",
        "NEAR",
        "NEAR NEAR",
        "NOT NEAR",
        "(NEAR)",
        "a NEAR",
        "a NEAR/0 a",
        "NEAR/999 OR",
    ),
    *(
        ":",
        "::",
        "a:",
        ":a",
        "kind:",
        "kind::",
        "kind:kind:claim",
        "kind:*",
        "kind:(",
        "kind:()",
        "published:..",
        "id:*",
    ),
    *(
        "published:0000",
        "published:9999-12-31..",
        "published:2026-02-30",
        "published:*",
        'published:"2026"',
        "title:''*",
        "published:last",
        "published:last 9999 years",
        "published:>9999-12-31",
        "published:<0001",
        "claims:999999999",
        "claims:>=..",
        "has:evidence",
        "is:open:",
        "kind:is:open",
    ),
    *(
        "'; DROP TABLE article; --",
        "<script>alert(1)</script>",
        "${jndi:ldap://a}",
        "%s%n",
        "../../etc/passwd",
        "\\",
        "\\*",
    ),
    *(
        "ﷺ",
        "ﬁ*",
        "ʼ*",
        "ʼʼ",
        "é",
        "e\u0301",
        "\u0301",
        "\u0301a",
        "ß",
        "İ",
        "ı",
        "Å",
        "㍿",
        "½",
        "１２",
        "漢字",
        "🙂",
        "\U0001f468\u200d\U0001f469",
    ),
    *(
        "A-0",
        "A-999999999999999999999",
        "Ж-1",
        "-1",
        "1,000,000",
        "1.2.3.4",
        "a.b.c.d",
        "a-" * 50,
        "a'" * 50,
        "." * 500,
    ),
]
SIGNS = st.sampled_from(
    [
        "AND",
        "OR",
        "NOT",
        "-",
        "(",
        ")",
        '"',
        "«",
        "»",
        "*",
        ":",
        "kind:",
        "published:",
        "outlet:(",
        "2026",
        "..",
        "A-1",
        "й",
        "?",
        "~",
        "~2",
        "=",
        "NEAR",
        "NEAR/3",
        "has:note",
        "claims:>",
        "last month",
        "п’",
    ]
)
TYPED = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(SIGNS, st.text(max_size=4), st.sampled_from([" ", "  ", "word"])), max_size=40).map("".join),
    st.lists(st.one_of(SIGNS, st.sampled_from(["word", "слово", "ward"])), max_size=60).map(" ".join),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhooshEngine]:
    made = an_engine(tmp_path_factory.mktemp("anything"), *NEWS)
    yield made
    made.close()


def depth(node: Node) -> int:
    match node:
        case And(nodes) | Or(nodes) | Nearby(nodes):
            return 1 + max(map(depth, nodes))
        case Not(inner) | InField(_, inner):
            return 1 + depth(inner)
    return 1


def leaves(node: Node) -> int:
    match node:
        case And(nodes) | Or(nodes) | Nearby(nodes):
            return sum(map(leaves, nodes))
        case Not(inner) | InField(_, inner):
            return leaves(inner)
        case Phrase(words):
            assert words
            assert all(words)
    return 1


def check(query: Query) -> None:
    assert pickle.loads(pickle.dumps(query)) == query
    assert all(isinstance(sentence, str) and sentence for sentence in query.ignored)
    assert depth(query.root) <= 4 * DEEPEST + 4
    assert leaves(query.root) <= 3 * MOST_TERMS
    plan(query.root, ("en", "uk", ""), lambda word: (f"{word}s",))


@given(TYPED, st.booleans())
@settings(max_examples=300)
def test_reading_never_fails(text: str, is_typing: bool) -> None:
    check(parse(text, is_typing=is_typing))


@given(TYPED, st.booleans())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_can_be_answered(engine: WhooshEngine, text: str, is_typing: bool) -> None:
    hits = ask(engine, text, is_typing=is_typing)
    assert 0 <= hits.total <= len(NEWS)
    assert len(hits.hits) == hits.total


@given(TYPED, st.text(max_size=80))
@settings(max_examples=150)
def test_whatever_is_typed_can_be_shown(typed: str, text: str) -> None:
    query = parse(typed, is_typing=True)
    for start, end in spans(text, query, "en"):
        assert 0 <= start < end <= len(text)
    snippet(text, query, "uk")


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_strings_are_queries(engine: WhooshEngine, text: str) -> None:
    for typed in (text, f"ward {text}", f"({text}", f'"{text}', f"outlet:{text}", f"NOT {text}"):
        check(parse(typed))
        ask(engine, typed, is_typing=True)


@pytest.mark.parametrize(
    "piece",
    [
        *("(", ")", "-", "NOT ", "a OR ", "(a ", '"', "kind:", "a-", "a.", "'", "*", "é", "(-", "1,", "1 ", "000 "),
        *("?", "a?", "*a", "~", "a~", "=", '="', "a NEAR ", "NEAR/9 ", '"a"~3', '„"', "„", "«", "published:last "),
        *("claims:", "has:", "has:note ", "is:open(", "0 000", "п’"),
    ],
)
def test_reading_takes_no_longer_for_a_wall_of_signs(piece: str) -> None:
    start = time.process_time()
    check(parse(piece * 25_000))
    cut(normal(piece * (25_000 // len(piece))))
    assert time.process_time() - start < 1.0
