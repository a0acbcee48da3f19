"""Memos that left the house, and which of their claims changed since."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from factdesk.model.enums import Kind
from factdesk.model.tables import Anchor, Article, Claim, Evidence, Memo, MemoClaim, Version, columns_of, table_of
from factdesk.model.values.desk import MemoRow
from factdesk.storage.base import Store, not_found
from factdesk.storage.recording import canonical, encoded

_m, _mc, _a, _v = columns_of(Memo), columns_of(MemoClaim), columns_of(Article), columns_of(Version)
_c, _e, _n = columns_of(Claim), columns_of(Evidence), columns_of(Anchor)
_NOT_SHOWN = frozenset({"changed_at", "start", "version_id", "assignee", "due", "created_at", "created_by"})
"""Columns of a claim that no reader of a memo sees."""


@dataclass(frozen=True, slots=True)
class NewMemo:
    """A memo that was written to a file. `sha256` is of the file; `claim_ids` stand in its order."""

    article_id: int
    version_id: int
    recipient: str
    path: str
    sha256: str
    claim_ids: tuple[int, ...]


class MemoStore(Store):
    """Queries and writes of memos."""

    def rows(self, article_id: int | None = None) -> tuple[MemoRow, ...]:
        """List memos (of one article), newest first, with the claims changed since; five queries."""
        found = (
            select(table_of(Memo), _a.title.label("article_title"), _v.number)
            .join(Article, _a.id == _m.article_id)
            .join(Version, _v.id == _m.version_id)
            .order_by(_m.id.desc())
        )
        return self._rows(found if article_id is None else found.where(_m.article_id == article_id))

    def row(self, memo_id: int) -> MemoRow:
        """Give one memo; NotFoundError when there is none."""
        found = (
            select(table_of(Memo), _a.title.label("article_title"), _v.number)
            .join(Article, _a.id == _m.article_id)
            .join(Version, _v.id == _m.version_id)
        )
        rows = self._rows(found.where(_m.id == memo_id))
        if not rows:
            raise not_found(Kind.MEMO, memo_id)
        return rows[0]

    def next_id(self) -> int:
        """Give the id that the next memo will get; memos are never taken back, so none is left out."""
        return 1 + (self._session.execute(select(func.max(_m.id))).scalar_one() or 0)

    def add(self, new: NewMemo) -> int:
        """Record a memo with the state its claims have in this very unit of work; give its id."""
        states = self.states(new.claim_ids)
        memo = self._add(
            Memo(
                article_id=new.article_id,
                version_id=new.version_id,
                recipient=new.recipient,
                made_at=self._pen.at,
                made_by=self._pen.who,
                path=new.path,
                sha256=new.sha256,
            )
        )
        for position, claim_id in enumerate(dict.fromkeys(new.claim_ids), start=1):
            self._session.add(
                MemoClaim(memo_id=memo.id, claim_id=claim_id, position=position, state_hash=states.get(claim_id, ""))
            )
        self._session.flush()
        return memo.id

    def states(self, claim_ids: Sequence[int]) -> Mapping[int, str]:
        """Hash what a memo shows of each claim: its fields, its words and its live evidence; three queries."""
        inside = tuple(set(claim_ids))
        claims = self._session.execute(select(table_of(Claim)).where(_c.id.in_(inside))).mappings().all()
        words = self._words(inside)
        evidence = self._evidence(inside)
        return {
            row["id"]: _hash(
                {
                    "claim": encoded({name: row[name] for name in row if name not in _NOT_SHOWN}),
                    "words": words.get((row["id"], row["version_id"]), ""),
                    "evidence": evidence.get(row["id"], []),
                }
            )
            for row in claims
        }

    def _words(self, inside: tuple[int, ...]) -> Mapping[tuple[int, int], str]:
        found = select(_n.owner_id, _n.version_id, _n.exact).where(
            _n.owner_kind == Kind.CLAIM.value, _n.owner_id.in_(inside)
        )
        return {(claim, version): exact for claim, version, exact in self._session.execute(found)}

    def _evidence(self, inside: tuple[int, ...]) -> Mapping[int, list[Any]]:
        found = select(table_of(Evidence)).where(_e.claim_id.in_(inside), _e.deleted_at.is_(None)).order_by(_e.id)
        kept: dict[int, list[Any]] = defaultdict(list)
        for row in self._session.execute(found).mappings():
            kept[row["claim_id"]].append(encoded({name: row[name] for name in row if name != "version_id"}))
        return kept

    def _rows(self, found: Any) -> tuple[MemoRow, ...]:
        memos = self._session.execute(found).all()
        kept = self._kept(tuple(memo.id for memo in memos))
        now = self.states(tuple({claim for pairs in kept.values() for claim, _state in pairs}))
        return tuple(_row(memo, kept.get(memo.id, []), now) for memo in memos)

    def _kept(self, memo_ids: tuple[int, ...]) -> Mapping[int, list[tuple[int, str]]]:
        found = (
            select(_mc.memo_id, _mc.claim_id, _mc.state_hash)
            .where(_mc.memo_id.in_(memo_ids))
            .order_by(_mc.memo_id, _mc.position)
        )
        kept: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for memo, claim, state in self._session.execute(found):
            kept[memo].append((claim, state))
        return kept


def _hash(value: object) -> str:
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()


def _row(memo: Any, kept: list[tuple[int, str]], now: Mapping[int, str]) -> MemoRow:
    return MemoRow(
        id=memo.id,
        article_id=memo.article_id,
        article_title=memo.article_title,
        version_id=memo.version_id,
        version_number=memo.number,
        recipient=memo.recipient,
        made_at=memo.made_at,
        made_by=memo.made_by,
        path=memo.path,
        sha256=memo.sha256,
        claim_ids=tuple(claim for claim, _state in kept),
        changed_claims=tuple(claim for claim, state in kept if now.get(claim) != state),
    )
