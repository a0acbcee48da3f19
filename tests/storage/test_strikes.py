"""Strikes: words that need no check."""

from __future__ import annotations

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import StrikeReason
from factdesk.model.values.text import StrikeRow
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, an_anchor, an_article


def test_strikes_stand_in_the_order_of_the_text_until_taken_back(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.begin(Verb.STRIKE, WHO, AT) as unit:
        late = unit.strikes.add(filed.version, an_anchor("Пам’ять"), StrikeReason.OPINION)
        early = unit.strikes.add(filed.version, an_anchor("said"), StrikeReason.COMMON)
    with storage.read() as stores:
        assert stores.strikes.of_version(filed.version) == (
            StrikeRow(early, filed.version, an_anchor("said"), StrikeReason.COMMON),
            StrikeRow(late, filed.version, an_anchor("Пам’ять"), StrikeReason.OPINION),
        )
    with storage.begin(Verb.UNSTRIKE, WHO, AT) as unit:
        unit.strikes.delete(early)
    with storage.read() as stores:
        assert [row.id for row in stores.strikes.of_version(filed.version)] == [late]


def test_strike_of_nothing_is_refused(storage: Storage) -> None:
    with pytest.raises(NotFoundError, match="V-9"), storage.begin(Verb.STRIKE, WHO, AT) as unit:
        unit.strikes.add(9, an_anchor("said"), StrikeReason.SCENE)
    with pytest.raises(NotFoundError, match="X-9"), storage.begin(Verb.UNSTRIKE, WHO, AT) as unit:
        unit.strikes.delete(9)
