"""The columns of the table of sources."""

from __future__ import annotations

from factdesk.model.enums import Kind
from factdesk.model.ids import public_id
from factdesk.model.values.sources import SourceRow
from factdesk.ui.formats import partial_date
from factdesk.ui.itemmodels.rows import Column
from factdesk.ui.labels import LEVELS, SOURCE_TYPES
from factdesk.words import _


def source_columns() -> tuple[Column[SourceRow], ...]:
    """Give the columns with headings in the language now spoken."""
    return (
        Column("id", _("Id"), lambda row: public_id(Kind.SOURCE, row.id), lambda row: row.id, width=64),
        Column("title", _("Title"), lambda row: row.title, width=360, stretches=True),
        Column("author", _("Author"), lambda row: row.citation.author or row.citation.container, width=190),
        Column("type", _("Type"), lambda row: _(SOURCE_TYPES[row.citation.type]), width=140),
        Column(
            "issued",
            _("Date"),
            lambda row: partial_date(row.citation.issued),
            lambda row: row.citation.issued,
            width=110,
            is_right=True,
        ),
        Column("level", _("Kind"), lambda row: _(LEVELS[row.level]), width=96),
        Column("reliability", _("Reliability"), lambda row: row.reliability or "–", width=84),
        Column(
            "claims",
            _("Claims"),
            lambda row: str(row.claim_count),
            lambda row: row.claim_count,
            width=112,
            is_right=True,
        ),
    )


def source_words(row: SourceRow) -> str:
    """Say a row: title, author, reliability."""
    return ". ".join(part for part in (row.title, row.citation.author, row.reliability or "") if part)
