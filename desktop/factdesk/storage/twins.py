"""Finds texts of the library that may be the one to be filed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from factdesk.model.enums import TwinKind
from factdesk.model.tables import Article, Claim, Version, VersionBand, columns_of
from factdesk.model.values.articles import Twin
from factdesk.storage.base import Store

_a, _v, _c, _b = columns_of(Article), columns_of(Version), columns_of(Claim), columns_of(VersionBand)


@dataclass(frozen=True, slots=True)
class NearCandidate:
    """A version that shares a band with the new text; how alike they are is for the caller to work out."""

    version_id: int
    article_id: int
    title: str
    version_number: int
    captured_at: datetime
    claim_count: int
    signature: bytes

    def twin(self, likeness: float) -> Twin:
        """Make the twin this candidate turned out to be."""
        return Twin(
            article_id=self.article_id,
            version_id=self.version_id,
            title=self.title,
            version_number=self.version_number,
            captured_at=self.captured_at,
            claim_count=self.claim_count,
            kind=TwinKind.NEAR,
            likeness=likeness,
        )


class TwinStore(Store):
    """Looks for twins; what lies in the trash is none."""

    def exact(self, sha256: str, canonical_url: str, text_hash: str) -> tuple[Twin, ...]:
        """Give versions with the same bytes, then the same text, then articles of the same URL (newest version).

        Each article stands once, by its firmest likeness. Empty arguments match nothing.
        """
        twins: dict[int, Twin] = {}
        for kind, condition in (
            (TwinKind.BYTES, _v.original_sha256 == sha256 if sha256 else None),
            (TwinKind.TEXT, _v.text_hash == text_hash if text_hash else None),
            (TwinKind.URL, _a.canonical_url == canonical_url if canonical_url else None),
        ):
            if condition is None:
                continue
            for values in self._versions(condition):
                twins.setdefault(values.article_id, _twin(values, kind))
        return tuple(twins.values())

    def near(self, bands: Sequence[int], *, limit: int = 20) -> tuple[NearCandidate, ...]:
        """Give versions that share a band of a signature, those that share most first."""
        if not bands:
            return ()
        signed = sorted({band - (1 << 64) if band >= 1 << 63 else band for band in bands})
        shared = func.count()
        found = select(_b.version_id).where(_b.band.in_(signed)).group_by(_b.version_id)
        ids = tuple(self._session.scalars(found.order_by(shared.desc(), _b.version_id.desc()).limit(limit)))
        rows = {values.id: values for values in self._versions(_v.id.in_(ids))}
        return tuple(_candidate(rows[key]) for key in ids if key in rows)

    def _versions(self, condition: Any) -> Sequence[Any]:
        claims = (
            select(func.count()).where(_c.article_id == _a.id, _c.deleted_at.is_(None)).correlate(Article)
        ).scalar_subquery()
        found = (
            select(_v.id, _v.article_id, _a.title, _v.number, _v.captured_at, _v.signature, claims.label("claims"))
            .join(Article, _a.id == _v.article_id)
            .where(condition, _v.deleted_at.is_(None), _a.deleted_at.is_(None))
            .order_by(_v.id.desc())
            .limit(100)
        )
        return self._session.execute(found).all()


def _twin(values: Any, kind: TwinKind) -> Twin:
    return Twin(
        article_id=values.article_id,
        version_id=values.id,
        title=values.title,
        version_number=values.number,
        captured_at=values.captured_at,
        claim_count=values.claims,
        kind=kind,
        likeness=1.0,
    )


def _candidate(values: Any) -> NearCandidate:
    return NearCandidate(
        version_id=values.id,
        article_id=values.article_id,
        title=values.title,
        version_number=values.number,
        captured_at=values.captured_at,
        claim_count=values.claims,
        signature=values.signature,
    )
