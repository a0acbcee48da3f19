"""How the article list is sorted, grouped, filtered and read out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factdesk.model.enums import Role, Status
from factdesk.model.values.articles import ArticleRow
from factdesk.ui.itemmodels.articles import GROUPINGS, SORTINGS, arranged, article_words
from factdesk.ui.itemmodels.rows import Caption

FIRST = ArticleRow(
    id=1,
    title="Harbour counts its cargo",
    outlet="The Ledger",
    authors=("Mara Eldin",),
    published="2026-03-14",
    filed_at=datetime(2026, 3, 20, tzinfo=UTC),
    language="en",
    role=Role.DRAFT,
    status=Status.TODO,
    version_count=1,
    claim_count=2,
    verdicts=(),
    tags=("port",),
    assignee="",
    due="",
    is_unread=True,
    is_deleted=False,
)
SECOND = replace(
    FIRST, id=2, title="Zoo closes", outlet="Radio", published="2025-12", claim_count=7, status=Status.DONE, tags=()
)
THIRD = replace(
    FIRST, id=3, title="A bridge", outlet="", published="", filed_at=datetime(2026, 1, 2, tzinfo=UTC), claim_count=0
)
ROWS = (FIRST, SECOND, THIRD)


def ids(rows: object) -> list[int]:
    return [row.id for row in rows if isinstance(row, ArticleRow)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sorting", "order"),
    [
        ("newest", [1, 3, 2]),
        ("oldest", [2, 3, 1]),
        ("filed", [2, 1, 3]),
        ("title", [3, 1, 2]),
        ("outlet", [3, 2, 1]),
        ("claims", [2, 1, 3]),
    ],
)
def test_sorting_orders_rows(sorting: str, order: list[int]) -> None:
    assert ids(arranged(ROWS, sorting, "")) == order


def test_every_sorting_has_words_and_an_id_of_its_own() -> None:
    assert len({way.id for way in SORTINGS}) == len(SORTINGS)
    assert all(way.text for way in SORTINGS)


@pytest.mark.parametrize(
    ("grouping", "captions"),
    [
        ("outlet", ["The Ledger", "No outlet", "Radio"]),
        ("status", ["To do", "Done"]),
        ("month", ["March 2026", "January 2026", "December 2025"]),
    ],
)
def test_grouping_puts_captions_in_the_order_of_their_first_row(grouping: str, captions: list[str]) -> None:
    lines = arranged(ROWS, "newest", grouping)
    assert [line.text for line in lines if isinstance(line, Caption)] == captions
    assert sum(line.count or 0 for line in lines if isinstance(line, Caption)) == len(ROWS)


def test_no_grouping_has_no_captions() -> None:
    assert "" in GROUPINGS
    assert not any(isinstance(line, Caption) for line in arranged(ROWS, "title", ""))


@pytest.mark.parametrize(
    ("words", "found"), [("harbour", [1]), ("ELDIN ledger", [1]), ("port", [1]), ("radio zoo", [2]), ("nothing", [])]
)
def test_filter_looks_in_title_outlet_authors_and_tags(words: str, found: list[int]) -> None:
    rows = (replace(FIRST, authors=("Mara Eldin",)), replace(SECOND, authors=()), replace(THIRD, authors=(), tags=()))
    assert ids(arranged(rows, "title", "", words)) == found


def test_row_is_read_out_with_what_is_seen() -> None:
    assert article_words(FIRST).startswith("Harbour counts its cargo. The Ledger. 14 Mar")
    assert article_words(FIRST).endswith("2 claims. Unread")
    assert article_words(THIRD) == "A bridge. 0 claims. Unread"
