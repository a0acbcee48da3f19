"""A document comes apart into forms with weights, words with places, and labels."""

from __future__ import annotations

import pickle
from itertools import pairwise

from factdesk.search.analysis import GAP, TITLE_WEIGHT
from factdesk.search.schema import schema, stamp
from search.apart import analyse
from search.documents import NEWS, a_document


def test_words_have_places_and_forms_have_weights() -> None:
    analysed = analyse(a_document(1, "The ward, the wards.", title="Ward"))
    assert analysed.key == "article-1"
    assert analysed.words["ward"] == [0, 1 + GAP + 1]
    assert analysed.words["wards"] == [1 + GAP + 3]
    assert analysed.stems[":en:ward"] == TITLE_WEIGHT + 2
    assert analysed.stems[":en:the"] == 2
    assert analysed.length == TITLE_WEIGHT + 4


def test_a_word_of_several_forms_is_one_word_long() -> None:
    assert set(analyse(a_document(1, "said")).stems) == {":en:said", ":en:say"}
    assert analyse(a_document(1, "said e-mail")).length == 3


def test_no_phrase_runs_from_one_part_into_the_next() -> None:
    analysed = analyse(a_document(1, "hall", title="city", outlet="ward", authors=("one", "two"), tags=("red", "blue")))
    places = sorted(place for places in analysed.words.values() for place in places)
    assert len(places) == 7
    assert all(later - earlier > GAP / 2 for earlier, later in pairwise(places))
    assert analysed.names["author"]["two"][0] - analysed.names["author"]["one"][0] > GAP


def test_names_are_kept_in_all_their_forms() -> None:
    names = analyse(NEWS[1]).names
    assert names["title"][":uk:відбудов"] == names["title"]["відбудова"] == [0]
    assert set(names) == {"title", "outlet", "author", "tag"}


def test_labels_are_folded_and_empty_ones_left_out() -> None:
    assert analyse(NEWS[3]).labels == {
        "kind": "claim",
        "status": "in_review",
        "verdict": "mostly_false",
        "language": "en",
        "id": "c_345",
    }


def test_what_is_analysed_crosses_processes() -> None:
    analysed = analyse(NEWS[0])
    assert pickle.loads(pickle.dumps(analysed)) == analysed


def test_every_part_has_its_field_in_the_schema() -> None:
    fields = set(schema().names())
    for document in NEWS:
        apart = analyse(document)
        assert {*apart.names, *apart.labels} <= fields


def test_the_stamp_is_the_same_each_time() -> None:
    assert stamp() == stamp()
    assert len(stamp()) == 16
