"""Reads things as the plain values of a search document, one query a kind (and one for tags)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from factdesk.model.enums import Kind
from factdesk.model.ids import public_id
from factdesk.model.tables import (
    Anchor,
    Article,
    Claim,
    Contact,
    Evidence,
    Memo,
    Note,
    Source,
    Version,
    columns_of,
    table_of,
)
from factdesk.storage.tags import TagStore

Place: TypeAlias = tuple[int | None, int | None, int | None, int | None]

_a, _v, _c, _n = columns_of(Article), columns_of(Version), columns_of(Claim), columns_of(Anchor)
_s, _e, _k, _m, _note = (
    columns_of(Source),
    columns_of(Evidence),
    columns_of(Contact),
    columns_of(Memo),
    columns_of(Note),
)


def newest_versions(ids: Iterable[int]) -> Any:
    """Select the newest version of each of these articles, as rows of article and version id."""
    return (
        select(_v.article_id.label("article_id"), func.max(_v.id).label("version_id"))
        .where(_v.deleted_at.is_(None), _v.article_id.in_(tuple(ids)))
        .group_by(_v.article_id)
    )


def articles(session: Session, ids: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """Read articles; the body is the newest text."""
    newest = newest_versions(ids).subquery()
    found = (
        select(_a.id, _a.title, _a.outlet, _a.authors, _a.published, _a.language, _a.status, _a.deleted_at, _v.text)
        .outerjoin(newest, newest.c.article_id == _a.id)
        .outerjoin(Version, _v.id == newest.c.version_id)
        .where(_a.id.in_(ids))
        .order_by(_a.id)
    )
    tags = TagStore(session, None).of_articles(select(_a.id).where(_a.id.in_(ids)))
    for row in session.execute(found):
        yield _common(Kind.ARTICLE, row.id, row.id, row.title, row.text or "", row.deleted_at) | {
            "language": row.language,
            "outlet": row.outlet,
            "authors": tuple(row.authors),
            "status": row.status,
            "published": row.published,
            "tags": tags.get(row.id, ()),
        }


def claims(session: Session, ids: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """Read claims; the body is their words, what they state, why and what is proposed instead."""
    place = and_(_n.owner_kind == Kind.CLAIM.value, _n.owner_id == _c.id, _n.version_id == _c.version_id)
    found = (
        select(
            _c.id, _c.article_id, _c.statement, _c.claimant, _c.said_where, _c.rationale, _c.wording, _c.status,
            _c.verdict, _c.deleted_at, _n.exact, _a.language, _a.outlet, _a.published, _a.authors,
            _a.deleted_at.label("article_deleted_at"),
        )
        .join(Article, _a.id == _c.article_id)
        .outerjoin(Anchor, place)
        .where(_c.id.in_(ids))
        .order_by(_c.id)
    )  # fmt: skip
    tags = TagStore(session, None).of_claims(select(_c.id).where(_c.id.in_(ids)))
    for row in session.execute(found):
        exact = row.exact or ""
        title = row.statement or exact
        body = _joined(exact if exact != title else "", row.said_where, row.rationale, row.wording)
        yield _common(Kind.CLAIM, row.id, row.article_id, title, body, row.deleted_at, row.article_deleted_at) | {
            "language": row.language,
            "outlet": row.outlet,
            "authors": tuple(row.authors),
            "claimant": row.claimant,
            "status": row.status,
            "verdict": row.verdict,
            "published": row.published,
            "tags": tags.get(row.id, ()),
        }


def sources(session: Session, ids: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """Read sources; the body is the rest of the citation and what was heard from those who were reached."""
    spoken: dict[int, list[str]] = {}
    contacts = select(_k.source_id, _k.who, _k.answer).where(_k.source_id.in_(ids), _k.deleted_at.is_(None))
    for source_id, who, answer in session.execute(contacts.order_by(_k.at, _k.id)):
        spoken.setdefault(source_id, []).append(_joined(who, answer))
    found = (
        select(
            _s.id, _s.article_id, _s.title, _s.author, _s.container, _s.publisher, _s.place, _s.number, _s.url,
            _s.issued, _s.deleted_at, _a.language,
        )
        .outerjoin(Article, _a.id == _s.article_id)
        .where(_s.id.in_(ids))
        .order_by(_s.id)
    )  # fmt: skip
    for row in session.execute(found):
        words = (row.author, row.container, row.publisher, row.place, row.number, row.url)
        body = _joined(*words, *spoken.get(row.id, []))
        yield _common(Kind.SOURCE, row.id, row.article_id, row.title, body, row.deleted_at) | {
            "language": row.language or "",
            "outlet": row.container,
            "authors": (row.author,) if row.author else (),
            "published": row.issued,
        }


def evidence(session: Session, ids: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """Read evidence; titled by its source, the body is the passage and the note."""
    claimed, filed = _alias(), _alias()
    found = (
        select(
            _e.id, _e.passage, _e.note, _e.locator, _e.stance, _e.deleted_at, _s.title, _s.container, _s.issued,
            _s.article_id.label("source_article_id"), _c.verdict,
            _c.deleted_at.label("claim_deleted_at"), filed.c.language, claimed.c.deleted_at.label("article_deleted_at"),
        )
        .join(Source, _s.id == _e.source_id)
        .join(Claim, _c.id == _e.claim_id)
        .join(claimed, claimed.c.id == _c.article_id)
        .outerjoin(filed, filed.c.id == _s.article_id)
        .where(_e.id.in_(ids))
        .order_by(_e.id)
    )  # fmt: skip
    for row in session.execute(found):
        gone = (row.deleted_at, row.claim_deleted_at, row.article_deleted_at)
        body = _joined(row.passage, row.note, row.locator)
        yield _common(Kind.EVIDENCE, row.id, row.source_article_id, row.title, body, *gone) | {
            "language": row.language or "",
            "outlet": row.container,
            "stance": row.stance,
            "published": row.issued,
        }


def notes(session: Session, ids: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """Read notes; titled by their first line, in the language of the article they belong to."""
    own, of_claim = _alias(), _alias()
    found = (
        select(
            _note.id, _note.text, _note.author, _note.deleted_at, _s.deleted_at.label("source_deleted_at"),
            _c.deleted_at.label("claim_deleted_at"),
            func.coalesce(own.c.id, of_claim.c.id, _s.article_id).label("article_id"),
            func.coalesce(own.c.language, of_claim.c.language, "").label("language"),
            func.coalesce(own.c.outlet, of_claim.c.outlet, "").label("outlet"),
            func.coalesce(own.c.deleted_at, of_claim.c.deleted_at).label("article_deleted_at"),
        )
        .outerjoin(own, and_(_note.owner_kind == Kind.ARTICLE.value, own.c.id == _note.owner_id))
        .outerjoin(Claim, and_(_note.owner_kind == Kind.CLAIM.value, _c.id == _note.owner_id))
        .outerjoin(of_claim, of_claim.c.id == _c.article_id)
        .outerjoin(Source, and_(_note.owner_kind == Kind.SOURCE.value, _s.id == _note.owner_id))
        .where(_note.id.in_(ids))
        .order_by(_note.id)
    )  # fmt: skip
    for row in session.execute(found):
        gone = (row.deleted_at, row.claim_deleted_at, row.source_deleted_at, row.article_deleted_at)
        title = row.text.strip().partition("\n")[0][:200]
        yield _common(Kind.NOTE, row.id, row.article_id, title, row.text, *gone) | {
            "language": row.language,
            "outlet": row.outlet,
            "authors": (row.author,),
        }


def memos(session: Session, ids: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """Read memos; titled by their article, the body is who got it and the file's name."""
    found = (
        select(_m.id, _m.article_id, _m.recipient, _m.path, _m.made_at, _m.made_by, _a.title, _a.language, _a.outlet)
        .join(Article, _a.id == _m.article_id)
        .where(_m.id.in_(ids))
        .order_by(_m.id)
    )
    for row in session.execute(found):
        yield _common(Kind.MEMO, row.id, row.article_id, row.title, _joined(row.recipient, row.path)) | {
            "language": row.language,
            "outlet": row.outlet,
            "authors": (row.made_by,),
            "published": row.made_at.date().isoformat(),
        }


def places(session: Session, kind: Kind, ids: tuple[int, ...]) -> Mapping[int, Place]:
    """Give article, version, start and end of each thing, as far as it has them."""
    if kind is Kind.ARTICLE:
        found = newest_versions(ids)
        return {article: (article, version, None, None) for article, version in session.execute(found)}
    if kind is Kind.CLAIM:
        here = and_(_n.owner_kind == kind.value, _n.owner_id == _c.id, _n.version_id == _c.version_id)
        claim = select(_c.id, _c.article_id, _c.version_id, _n.start, _n.end).outerjoin(Anchor, here)
        return _placed(session, claim.where(_c.id.in_(ids)))
    if kind is Kind.EVIDENCE:
        here = and_(_n.owner_kind == kind.value, _n.owner_id == _e.id, _n.version_id == _e.version_id)
        link = select(_e.id, _v.article_id, _e.version_id, _n.start, _n.end).outerjoin(Anchor, here)
        return _placed(session, link.outerjoin(Version, _v.id == _e.version_id).where(_e.id.in_(ids)))
    if kind is Kind.MEMO:
        memo = select(_m.id, _m.article_id, _m.version_id)
        return {
            row.id: (row.article_id, row.version_id, None, None) for row in session.execute(memo.where(_m.id.in_(ids)))
        }
    return {}


def _placed(session: Session, found: Any) -> Mapping[int, Place]:
    return {key: (article, version, start, end) for key, article, version, start, end in session.execute(found)}


def _common(kind: Kind, key: int, article_id: int | None, title: str, body: str, *gone: object) -> dict[str, Any]:
    return {
        "kind": kind.value,
        "id": key,
        "article_id": article_id,
        "title": title,
        "body": body,
        "public_id": public_id(kind, key),
        "is_deleted": any(moment is not None for moment in gone),
    }


def _alias() -> Any:
    """Give the articles once more, for a row that has two of them."""
    return table_of(Article).alias()


def _joined(*words: str) -> str:
    return "\n".join(word for word in words if word)
