"""Verdict scales: the desk's own words, in its own order."""

from __future__ import annotations

from dataclasses import replace

from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, RATINGS, WHO


def keys(storage: Storage) -> list[str]:
    with storage.read() as stores:
        return [rating.key for rating in stores.scales.default().ratings]


def test_default_scale_comes_in_its_order(storage: Storage) -> None:
    with storage.read() as stores:
        scale = stores.scales.default()
    assert scale.name == "Default"
    assert [replace(rating, id=0) for rating in scale.ratings] == list(RATINGS)
    assert scale.rating("false") == scale.ratings[4]


def test_ratings_are_matched_by_key(storage: Storage) -> None:
    with storage.read() as stores:
        scale = stores.scales.default()
    new = (replace(scale.ratings[4], name="Untrue"), replace(scale.ratings[0], key="exact"), scale.ratings[1])
    with storage.begin(Verb.EDIT_SCALE, WHO, AT) as unit:
        unit.scales.set_ratings(scale.id, new)
    with storage.read() as stores:
        changed = stores.scales.default()
    assert [rating.key for rating in changed.ratings] == ["false", "exact", "mostly_true"]
    assert changed.ratings[0] == replace(scale.ratings[4], name="Untrue")
    with storage.begin(Verb.EDIT_SCALE, WHO, AT) as unit:
        unit.scales.set_ratings(scale.id, scale.ratings)
    with storage.read() as stores:
        assert stores.scales.default() == scale


def test_new_default_takes_the_place_of_the_old_until_undone(storage: Storage) -> None:
    with storage.begin(Verb.EDIT_SCALE, WHO, AT) as unit:
        unit.scales.add("Short", RATINGS[:2])
        unit.scales.add("Spare", RATINGS[:1], is_default=False)
    assert keys(storage) == ["true", "mostly_true"]
    storage.undo(WHO, AT)
    assert len(keys(storage)) == 6


def test_library_without_a_scale_has_an_empty_one(storage: Storage) -> None:
    with storage._database.writing() as session:
        for table in ("rating", "scale"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
    with storage.read() as stores:
        assert stores.scales.default().ratings == ()
