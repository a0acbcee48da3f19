"""The history that a memo tells: what was done on the way to it, by whom, in a line for each stretch of work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby

from factdesk.export.document import MemoEvent
from factdesk.model.enums import Kind
from factdesk.model.ids import public_id
from factdesk.model.values.desk import EventRow
from factdesk.model.verbs import Verb
from factdesk.storage.stores import Stores
from factdesk.words import catalogue

LONGEST = 40
"""Lines; of a longer history the newest are told."""
TURNS = frozenset({Verb.FILE_ARTICLE, Verb.ADD_VERSION, Verb.EXPORT_MEMO})
"""After these the work goes on from another state, so they stand between two stretches of it."""
Say = Callable[[int], str]


def memo_history(
    stores: Stores, article_id: int, version_id: int, claim_ids: Iterable[int], language: str
) -> tuple[MemoEvent, ...]:
    """Give the lines in the order they were done, in the memo's language; what was undone is left out.

    What one person did on one day is one line for each kind of deed, named by the last of them.
    """
    claims = frozenset(claim_ids)
    subjects = {public_id(Kind.ARTICLE, article_id)}
    subjects |= {public_id(Kind.CLAIM, one) for one in claims}
    subjects |= {public_id(Kind.EVIDENCE, one.id) for one in stores.evidence.of_claims(claims)}
    subjects |= {public_id(Kind.STRIKE, one.id) for one in stores.strikes.of_version(version_id)}
    subjects |= {public_id(Kind.MEMO, one.id) for one in stores.memos.rows(article_id)}
    said = _sayings(language)
    rows = [row for row in reversed(stores.history.about(subjects)) if Verb(row.verb) in said and not row.is_undone]
    return tuple(_lines(rows, said))[-LONGEST:]


def _lines(rows: Iterable[EventRow], said: dict[Verb, Say]) -> Iterator[MemoEvent]:
    for _stretch_key, run in groupby(rows, key=_Stretches()):
        stretch: dict[Verb, list[EventRow]] = {}
        for row in run:
            stretch.setdefault(Verb(row.verb), []).append(row)
        for verb, done in sorted(stretch.items(), key=lambda one: one[1][-1].id):
            last = done[-1]
            yield MemoEvent(last.at.astimezone(), last.who, said[verb](len(done)), last.id, last.hash)


class _Stretches:
    """Tells stretches of work apart: another person, another day, another state of the text."""

    def __init__(self) -> None:
        self._turns = 0
        self._is_turn = False

    def __call__(self, row: EventRow) -> tuple[int, str, date]:
        is_turn = Verb(row.verb) in TURNS
        self._turns += is_turn or self._is_turn
        self._is_turn = is_turn
        return self._turns, row.who, row.at.astimezone().date()


def _sayings(language: str) -> dict[Verb, Say]:
    """Give the words for a number of deeds of each kind worth telling; edits of wording and notes are not."""
    words = catalogue(language)
    _, ngettext = words.gettext, words.ngettext
    return {
        Verb.FILE_ARTICLE: lambda _count: _("Article filed"),
        Verb.ADD_VERSION: lambda count: ngettext(
            "New version of the article filed", "{count} new versions of the article filed", count
        ).format(count=count),
        Verb.PLACE_CLAIM: lambda _count: _("Claims placed in the new version"),
        Verb.MARK_CLAIM: lambda count: ngettext("{count} claim marked", "{count} claims marked", count).format(
            count=count
        ),
        Verb.STRIKE: lambda count: ngettext(
            "{count} sentence struck as nothing to check", "{count} sentences struck as nothing to check", count
        ).format(count=count),
        Verb.LINK_EVIDENCE: lambda count: ngettext(
            "{count} passage linked as evidence", "{count} passages linked as evidence", count
        ).format(count=count),
        Verb.SET_VERDICT: lambda count: ngettext("{count} verdict given", "{count} verdicts given", count).format(
            count=count
        ),
        Verb.SET_STATUS: lambda count: ngettext("{count} status set", "{count} statuses set", count).format(
            count=count
        ),
        Verb.EXPORT_MEMO: lambda count: ngettext(
            "An earlier memo exported", "{count} earlier memos exported", count
        ).format(count=count),
    }
