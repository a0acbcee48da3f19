"""Versions: the immutable texts of articles, and the originals they were read from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select

from factdesk.model.enums import BlockKind, Kind
from factdesk.model.tables import Article, Original, Version, VersionBand, columns_of, table_of
from factdesk.model.values.articles import VersionRow, VersionText
from factdesk.model.values.text import Block, CanonicalText
from factdesk.storage.base import Store, not_found

_v, _o = columns_of(Version), columns_of(Original)
_COLUMNS = (
    _v.id,
    _v.article_id,
    _v.number,
    _v.captured_at,
    _v.captured_from,
    _v.captured_by,
    _v.text_hash,
    _v.word_count,
    _v.tool,
    _v.original_sha256,
    _v.original_name,
    _o.size,
    _o.media_type,
    _v.page_count,
)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A text to be added. The bytes are put into `Originals` before; here stand their hash, size and media type.

    `signature` is a near-duplicate signature of any form ("" bytes: none); `bands` are its 64-bit keys: two versions
    that share one are offered as possible twins. `captured_at` None means the moment of the write.
    """

    title: str
    content: CanonicalText
    language: str
    tool: str
    captured_from: str
    original_sha256: str
    original_name: str
    original_size: int
    media_type: str
    captured_at: datetime | None = None
    page_count: int | None = None
    signature: bytes = b""
    bands: tuple[int, ...] = ()


class VersionStore(Store):
    """Queries and writes of versions; a version is written once and never changed."""

    def of_article(self, article_id: int) -> tuple[VersionRow, ...]:
        """List the versions of an article, oldest first."""
        found = self._select().where(_v.article_id == article_id, _v.deleted_at.is_(None)).order_by(_v.number)
        return tuple(_row(values) for values in self._session.execute(found))

    def row(self, version_id: int) -> VersionRow:
        """Give a version without its text; NotFoundError when there is none."""
        values = self._session.execute(self._select().where(_v.id == version_id)).first()
        if values is None:
            raise not_found(Kind.VERSION, version_id)
        return _row(values)

    def latest(self, article_id: int) -> VersionRow:
        """Give the newest version of an article; NotFoundError when it has none."""
        found = self._select().where(_v.article_id == article_id, _v.deleted_at.is_(None))
        values = self._session.execute(found.order_by(_v.number.desc()).limit(1)).first()
        if values is None:
            raise not_found(Kind.ARTICLE, article_id)
        return _row(values)

    def latest_of(self, article_ids: frozenset[int]) -> Mapping[int, VersionRow]:
        """Give the newest version of each of these articles, by article; one query."""
        found = self._select().where(_v.article_id.in_(article_ids), _v.deleted_at.is_(None)).order_by(_v.number)
        return {row.article_id: row for row in map(_row, self._session.execute(found))}

    def text(self, version_id: int) -> VersionText:
        """Give a version with its text; NotFoundError when there is none."""
        found = self._select(_v.title, _v.language, _v.text, _v.blocks).where(_v.id == version_id)
        values = self._session.execute(found).first()
        if values is None:
            raise not_found(Kind.VERSION, version_id)
        *row, title, language, text, blocks = values
        return VersionText(_row(row), title, CanonicalText(text, tuple(_block(one) for one in blocks)), language)

    def add(self, article_id: int, new: NewVersion) -> int:
        """Add a text to an article under the next number; give its id. NotFoundError when there is no such article."""
        self._find(Article, Kind.ARTICLE, article_id)
        self._keep_original(new)
        row = self._add(
            Version(
                article_id=article_id,
                number=self._next_number(article_id),
                title=new.title,
                language=new.language,
                captured_at=new.captured_at or self._pen.at,
                captured_from=new.captured_from,
                captured_by=self._pen.who,
                tool=new.tool,
                original_sha256=new.original_sha256,
                original_name=new.original_name,
                page_count=new.page_count,
                word_count=len(new.content.text.split()),
                text_hash=text_hash(new.content.text),
                signature=new.signature,
                blocks=[_packed(block) for block in new.content.blocks],
                text=new.content.text,
            )
        )
        if new.bands:
            bands = [{"band": _signed(band), "version_id": row.id} for band in sorted(set(new.bands))]
            self._session.execute(insert(table_of(VersionBand)), bands)
        return row.id

    def originals(self) -> tuple[tuple[str, int], ...]:
        """Give the hash and size of every original the library knows, in order."""
        found = select(_o.sha256, _o.size).order_by(_o.sha256)
        return tuple((sha256, size) for sha256, size in self._session.execute(found))

    def owners_of_originals(self) -> Mapping[str, int]:
        """Give the article that each original was filed for, the first of several."""
        found = select(_v.original_sha256, func.min(_v.article_id)).group_by(_v.original_sha256)
        return {sha256: article_id for sha256, article_id in self._session.execute(found)}  # noqa: C416  (typed rows)

    def changed_texts(self) -> Iterator[int]:
        """Give the ids of versions whose text no longer has the hash it was filed with, reading one at a time."""
        for key, text, kept in self._session.execute(select(_v.id, _v.text, _v.text_hash).order_by(_v.id)).yield_per(1):
            if text_hash(text) != kept:
                yield key

    def _select(self, *more: Any) -> Any:
        return select(*_COLUMNS, *more).join(Original, _o.sha256 == _v.original_sha256)

    def _next_number(self, article_id: int) -> int:
        """Give the next number; one that was taken back is not given again, since a memo may name it."""
        found = select(func.coalesce(func.max(_v.number), 0)).where(_v.article_id == article_id)
        return int(self._session.execute(found).scalar_one()) + 1

    def _keep_original(self, new: NewVersion) -> None:
        if self._session.get(Original, new.original_sha256) is None:
            self._session.add(
                Original(
                    sha256=new.original_sha256,
                    size=new.original_size,
                    media_type=new.media_type,
                    added_at=self._pen.at,
                )
            )
            self._session.flush()


def text_hash(text: str) -> str:
    """Give the SHA-256 of a canonical text in UTF-8, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def _signed(band: int) -> int:
    """Fold an unsigned 64-bit key into what a database stores."""
    return band - (1 << 64) if band >= 1 << 63 else band


def _packed(block: Block) -> list[Any]:
    """Write a block as a short list; what is not given at the end is left out."""
    values = [block.kind.value, block.start, block.end, block.level, block.page, block.row, block.column]
    while values[-1] is None or (len(values) == 4 and values[-1] == 0):
        values.pop()
    return values


def _block(values: list[Any]) -> Block:
    return Block(BlockKind(values[0]), *values[1:])


def _row(values: Any) -> VersionRow:
    return VersionRow(*values)
