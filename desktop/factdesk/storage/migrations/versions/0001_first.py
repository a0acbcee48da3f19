"""The first form of a library: articles, claims, sources, evidence, notes, memos and the history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables, those that others point to first."""
    _make_article_event_meta()
    _make_note_original_outbox()
    _make_person_scale_tag_article_tag()
    _make_rating_source()
    _make_tally_version()
    _make_anchor()
    _make_claim()
    _make_contact_memo()
    _make_strike_version_band_claim_tag()
    _make_evidence_memo_claim()


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _make_article_event_meta() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        *_words("title", "outlet"),
        sa.Column("authors", sa.JSON(), nullable=False),
        *_words("published"),
        sa.Column("filed_at", sa.DateTime(), nullable=False),
        *_words("language", "canonical_url", "role", "status", "assignee", "due"),
        sa.Column("is_unread", sa.Boolean(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_article_canonical_url", "article", ["canonical_url"], unique=False)
    op.create_index("ix_article_counts", "article", ["deleted_at", "is_unread", "role", "status", "due"], unique=False)
    op.create_index("ix_article_deleted_at_filed_at", "article", ["deleted_at", "filed_at"], unique=False)
    op.create_index("ix_article_deleted_at_outlet", "article", ["deleted_at", "outlet"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        *_words("who", "verb", "subject", "summary", "group", "undoes", "previous_hash", "hash"),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_event_undoes",
        "event",
        ["id"],
        unique=False,
        sqlite_where=sa.text("undoes <> ''"),
        postgresql_where=sa.text("undoes <> ''"),
    )
    op.create_table("meta", *_words("key", "value"), sa.PrimaryKeyConstraint("key", name="pk_meta"))


def _make_note_original_outbox() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        *_words("owner_kind"),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        *_words("author"),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_note_owner_kind_owner_id", "note", ["owner_kind", "owner_id"], unique=False)
    op.create_table(
        "original",
        *_words("sha256"),
        sa.Column("size", sa.Integer(), nullable=False),
        *_words("media_type"),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_original"),
    )
    op.create_table(
        "outbox",
        sa.Column("seq", sa.Integer(), nullable=False),
        *_words("kind"),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_outbox"),
        sqlite_autoincrement=True,
    )


def _make_person_scale_tag_article_tag() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        *_words("name"),
        sa.Column("aliases", sa.JSON(), nullable=False),
        *_words("title", "role"),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_name", "person", ["name"], unique=False)
    op.create_table(
        "scale",
        sa.Column("id", sa.Integer(), nullable=False),
        *_words("name"),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_scale"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        *_words("name", "folded"),
        sa.PrimaryKeyConstraint("id", name="pk_tag"),
        sa.UniqueConstraint("folded", name="uq_tag_folded"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "article_tag",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_article_tag_article_id"),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name="fk_article_tag_tag_id"),
        sa.PrimaryKeyConstraint("article_id", "tag_id", name="pk_article_tag"),
    )
    op.create_index("ix_article_tag_tag_id", "article_tag", ["tag_id"], unique=False)


def _make_rating_source() -> None:
    op.create_table(
        "rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scale_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_words("key", "name", "definition", "look", "shortcut"),
        sa.Column("claim_review", sa.Integer(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["scale_id"], ["scale.id"], name="fk_rating_scale_id"),
        sa.PrimaryKeyConstraint("id", name="pk_rating"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rating_scale_id_position", "rating", ["scale_id", "position"], unique=False)
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        *_words(
            "type",
            "title",
            "author",
            "container",
            "publisher",
            "issued",
            "pages",
            "url",
            "accessed",
            "place",
            "number",
            "level",
        ),
        sa.Column("reliability", sa.String(), nullable=True),
        *_words("reliability_by"),
        sa.Column("reliability_at", sa.DateTime(), nullable=True),
        sa.Column("is_confidential", sa.Boolean(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        *_words("created_by"),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_source_article_id"),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_source_article_id", "source", ["article_id"], unique=False)
    op.create_index("ix_source_deleted_at_changed_at", "source", ["deleted_at", "changed_at"], unique=False)


def _make_tally_version() -> None:
    op.create_table(
        "tally",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("versions", sa.Integer(), nullable=False),
        *_words("verdicts", "tags"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_tally_article_id"),
        sa.PrimaryKeyConstraint("article_id", name="pk_tally"),
    )
    op.create_table(
        "version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *_words("title", "language"),
        sa.Column("captured_at", sa.DateTime(), nullable=False),
        *_words("captured_from", "captured_by", "tool", "original_sha256", "original_name"),
        sa.Column("page_count", sa.Integer(), nullable=True),
        sa.Column("word_count", sa.Integer(), nullable=False),
        *_words("text_hash"),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_version_article_id"),
        sa.ForeignKeyConstraint(["original_sha256"], ["original.sha256"], name="fk_version_original_sha256"),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.UniqueConstraint("article_id", "number", name="uq_version_article_id_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_version_original_sha256", "version", ["original_sha256"], unique=False)
    op.create_index("ix_version_text_hash", "version", ["text_hash"], unique=False)


def _make_anchor() -> None:
    op.create_table(
        "anchor",
        sa.Column("id", sa.Integer(), nullable=False),
        *_words("owner_kind"),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        *_words("state", "placement"),
        sa.Column("exact", sa.Text(), nullable=False),
        *_words("prefix", "suffix"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_anchor_version_id"),
        sa.PrimaryKeyConstraint("id", name="pk_anchor"),
        sa.UniqueConstraint("owner_id", "owner_kind", "version_id", name="uq_anchor_owner_id_owner_kind_version_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_anchor_version_id_owner_kind_start", "anchor", ["version_id", "owner_kind", "start"], unique=False
    )


def _make_claim() -> None:
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        *_words("statement", "claimant", "said_when", "said_where", "kind", "status", "verdict"),
        sa.Column("rationale", sa.Text(), nullable=False),
        *_words("risk", "wording", "wording_answer", "assignee", "reviewer", "due"),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        *_words("created_by"),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_claim_article_id"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_claim_version_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_claim_article_id_deleted_at_start_id", "claim", ["article_id", "deleted_at", "start", "id"], unique=False
    )
    op.create_index("ix_claim_counts", "claim", ["article_id", "deleted_at", "verdict"], unique=False)
    op.create_index("ix_claim_deleted_at_claimant", "claim", ["deleted_at", "claimant"], unique=False)
    op.create_index("ix_claim_mine", "claim", ["assignee", "deleted_at", "status", "article_id"], unique=False)
    op.create_index("ix_claim_open", "claim", ["deleted_at", "status", "due", "article_id"], unique=False)
    op.create_index("ix_claim_version_id", "claim", ["version_id"], unique=False)


def _make_contact_memo() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        *_words("channel", "who", "outcome"),
        sa.Column("answer", sa.Text(), nullable=False),
        *_words("by"),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_contact_source_id"),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contact_source_id_at", "contact", ["source_id", "at"], unique=False)
    op.create_table(
        "memo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        *_words("recipient"),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        *_words("made_by", "path", "sha256"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_memo_article_id"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_memo_version_id"),
        sa.PrimaryKeyConstraint("id", name="pk_memo"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_memo_article_id", "memo", ["article_id"], unique=False)


def _make_strike_version_band_claim_tag() -> None:
    op.create_table(
        "strike",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        *_words("reason"),
        sa.Column("struck_at", sa.DateTime(), nullable=False),
        *_words("struck_by"),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_strike_article_id"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_strike_version_id"),
        sa.PrimaryKeyConstraint("id", name="pk_strike"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_strike_article_id", "strike", ["article_id"], unique=False)
    op.create_table(
        "version_band",
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_version_band_version_id"),
        sa.PrimaryKeyConstraint("band", "version_id", name="pk_version_band"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim_tag",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_claim_tag_claim_id"),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name="fk_claim_tag_tag_id"),
        sa.PrimaryKeyConstraint("claim_id", "tag_id", name="pk_claim_tag"),
    )
    op.create_index("ix_claim_tag_tag_id", "claim_tag", ["tag_id"], unique=False)


def _make_evidence_memo_claim() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=True),
        *_words("stance"),
        sa.Column("passage", sa.Text(), nullable=False),
        *_words("locator"),
        sa.Column("credibility", sa.String(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("calculation", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("linked_at", sa.DateTime(), nullable=False),
        *_words("linked_by"),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_evidence_claim_id"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_evidence_source_id"),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_evidence_version_id"),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_evidence_claim_id_deleted_at", "evidence", ["claim_id", "deleted_at"], unique=False)
    op.create_index("ix_evidence_source_id_deleted_at", "evidence", ["source_id", "deleted_at"], unique=False)
    op.create_index("ix_evidence_version_id", "evidence", ["version_id"], unique=False)
    op.create_table(
        "memo_claim",
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_words("state_hash"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_memo_claim_claim_id"),
        sa.ForeignKeyConstraint(["memo_id"], ["memo.id"], name="fk_memo_claim_memo_id"),
        sa.PrimaryKeyConstraint("memo_id", "claim_id", name="pk_memo_claim"),
    )
    op.create_index("ix_memo_claim_claim_id", "memo_claim", ["claim_id"], unique=False)
