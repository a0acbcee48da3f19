"""The columns of the table of memos."""

from __future__ import annotations

from pathlib import Path

from factdesk.model.enums import Kind
from factdesk.model.ids import public_id
from factdesk.model.values.desk import MemoRow
from factdesk.ui.formats import date_time
from factdesk.ui.itemmodels.rows import Column
from factdesk.words import _, ngettext


def memo_columns() -> tuple[Column[MemoRow], ...]:
    """Give the columns with headings in the language now spoken."""
    return (
        Column("id", _("Id"), lambda row: public_id(Kind.MEMO, row.id), lambda row: row.id, width=64),
        Column("article", _("Article"), lambda row: row.article_title, width=340, stretches=True),
        Column("version", _("Version"), lambda row: str(row.version_number), width=70, is_right=True),
        Column("claims", _("Claims"), lambda row: str(len(row.claim_ids)), width=112, is_right=True),
        Column("changed", _("Changed since"), changed_words, lambda row: len(row.changed_claims), width=190),
        Column("for", _("For"), lambda row: row.recipient, width=150),
        Column("made", _("Made"), lambda row: date_time(row.made_at), lambda row: row.made_at, width=150),
        Column("file", _("File"), lambda row: Path(row.path).name, width=200),
    )


def changed_words(row: MemoRow) -> str:
    """Name the claims that changed since the memo was made."""
    if not row.changed_claims:
        return _("nothing")
    names = ", ".join(public_id(Kind.CLAIM, one) for one in row.changed_claims[:4])
    more = len(row.changed_claims) - 4
    return (
        names
        if more <= 0
        else ngettext("{names} and {count} more", "{names} and {count} more", more).format(names=names, count=more)
    )


def memo_words(row: MemoRow) -> str:
    """Say a row: id, article, what changed."""
    return f"{public_id(Kind.MEMO, row.id)}. {row.article_title}. {_('Changed since')}: {changed_words(row)}"
