"""Claims as rows of data for the list at the left."""

from __future__ import annotations

from factdesk.model.enums import Kind
from factdesk.model.ids import public_id
from factdesk.model.values.claims import ClaimRow
from factdesk.ui.labels import STATUSES
from factdesk.words import _


def claim_title(row: ClaimRow) -> str:
    """Give the words a claim is known by: its statement, or else its exact words."""
    return row.statement or row.anchor.exact


def claim_words(row: ClaimRow) -> str:
    """Say a row: statement, article, status."""
    parts = [claim_title(row), public_id(Kind.CLAIM, row.id), row.article_title, _(STATUSES[row.status])]
    return ". ".join(part for part in parts if part)
