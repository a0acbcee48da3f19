"""Carrying claims over to a new version: none is lost, none is moved in silence, and a person decides the rest."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Clock
from factdesk.errors import ConflictError, InputError
from factdesk.library.filing import article_draft
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.model.enums import AnchorState, Kind, Status, TwinChoice, TwinKind
from factdesk.model.ids import ArticleId, ClaimId, VersionId
from factdesk.model.values.articles import Twin
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.text import Span
from factdesk.model.values.versions import CarryOver, DiffKind, Placement, PlacementAnswer
from library.conftest import WHO
from library.things import CORRIDOR, RECORD, STORY, Desk, add_version, file_text, latest, span_of

CHANGED = STORY.replace(CORRIDOR, "Nobody was ever left on any corridor")
VANISHED = STORY.replace("The hall opened in November, six weeks late.\n", "")


def carried(library: Library, article: ArticleId) -> CarryOver:
    found = library.versions.carry_over(article)
    assert found is not None
    return found


def states(library: Library, article: ArticleId) -> Counter[AnchorState]:
    return Counter(one.found.state for one in carried(library, article).claims)


def test_article_of_one_version_has_nothing_to_carry(library: Library, desk: Desk) -> None:
    assert library.versions.carry_over(desk.article) is None


def test_unchanged_words_are_found_again_at_their_new_place(library: Library, desk: Desk) -> None:
    add_version(library, desk.article, "A correction was made.\n\n" + STORY)
    new = latest(library, desk.article)
    assert states(library, desk.article) == {AnchorState.ANCHORED: 2}
    for row in library.claims.of_version(new):
        text = library.articles.text(new).content.text
        assert text[row.anchor.start : row.anchor.end] == row.anchor.exact


def test_changed_words_send_the_claim_back_to_its_checker(library: Library, desk: Desk) -> None:
    library.claims.edit(desk.claim, ClaimPatch(status=Status.DONE, verdict="false"))
    add_version(library, desk.article, CHANGED)

    assert states(library, desk.article) == {AnchorState.ANCHORED: 1, AnchorState.CHANGED: 1}
    row = library.claims.detail(desk.claim).row
    assert (row.status, row.state, row.verdict) == (Status.PROGRESS, AnchorState.CHANGED, "false")
    (one,) = [one for one in carried(library, desk.article).claims if one.claim_id == desk.claim]
    assert {part.kind for part in one.found.diff} >= {DiffKind.ADDED, DiffKind.REMOVED}


def test_vanished_words_are_listed_as_orphans(library: Library, desk: Desk) -> None:
    library.claims.edit(desk.other_claim, ClaimPatch(status=Status.REVIEW))
    add_version(library, desk.article, VANISHED)
    assert states(library, desk.article) == {AnchorState.ANCHORED: 1, AnchorState.ORPHAN: 1}
    assert library.claims.detail(desk.other_claim).row.status is Status.PROGRESS


def test_undoing_the_version_puts_every_claim_back(library: Library, desk: Desk) -> None:
    before = [library.claims.detail(one) for one in (desk.claim, desk.other_claim)]
    add_version(library, desk.article, CHANGED)
    library.history.undo()
    assert [library.claims.detail(one) for one in (desk.claim, desk.other_claim)] == before
    assert library.versions.carry_over(desk.article) is None


def test_strikes_move_where_their_words_stand_and_fall_where_they_changed(library: Library, desk: Desk) -> None:
    add_version(library, desk.article, "New first line.\n\n" + STORY)
    assert len(library.coverage.strikes(latest(library, desk.article))) == 1
    add_version(library, desk.article, STORY.replace("record number of", "great many"))
    assert library.coverage.strikes(latest(library, desk.article)) == ()


def test_moving_a_changed_claim_anchors_it_and_sends_it_to_review(library: Library, desk: Desk) -> None:
    add_version(library, desk.article, CHANGED)
    library.versions.place([PlacementAnswer(desk.claim, Placement.MOVE)])
    row = library.claims.detail(desk.claim).row
    assert (row.state, row.status) == (AnchorState.ANCHORED, Status.REVIEW)
    assert row.anchor.exact == "Nobody was ever left on any corridor"
    assert all(one.is_decided for one in carried(library, desk.article).claims)


def test_placing_by_hand_takes_the_words_a_person_chose(library: Library, desk: Desk) -> None:
    add_version(library, desk.article, VANISHED)
    new = latest(library, desk.article)
    anchor = library.versions.anchor_at(new, span_of(library, new, RECORD))
    library.versions.place([PlacementAnswer(desk.other_claim, Placement.BY_HAND, anchor)])
    assert library.claims.detail(desk.other_claim).row.anchor.exact == RECORD


def test_no_words_chosen_is_refused(library: Library, desk: Desk) -> None:
    with pytest.raises(InputError):
        library.versions.anchor_at(desk.version, Span(3, 3))


def test_closing_an_orphan_ends_it(library: Library, desk: Desk) -> None:
    add_version(library, desk.article, VANISHED)
    library.versions.place([PlacementAnswer(desk.other_claim, Placement.CLOSE)])
    assert library.claims.detail(desk.other_claim).row.status is Status.DONE


def test_orphan_without_words_cannot_be_moved(library: Library, desk: Desk) -> None:
    add_version(library, desk.article, VANISHED)
    with pytest.raises(ConflictError, match=f"C-{desk.other_claim} has no words"):
        library.versions.place([PlacementAnswer(desk.other_claim, Placement.MOVE)])


def test_second_answer_moves_nothing(library: Library, desk: Desk) -> None:
    add_version(library, desk.article, CHANGED)
    library.versions.place([PlacementAnswer(desk.claim, Placement.KEEP)])
    lines = len(library.history.rows())
    with pytest.raises(ConflictError, match="waits for no answer"):
        library.versions.place([PlacementAnswer(desk.claim, Placement.CLOSE)])
    assert len(library.history.rows()) == lines


def test_comparison_gives_both_texts_back(library: Library, desk: Desk) -> None:
    add_version(library, desk.article, CHANGED)
    new = latest(library, desk.article)
    parts = library.versions.compare(desk.version, new)
    old_words = "".join(part.text for part in parts if part.kind is not DiffKind.ADDED)
    new_words = "".join(part.text for part in parts if part.kind is not DiffKind.REMOVED)
    assert old_words == library.articles.text(desk.version).content.text
    assert new_words == library.articles.text(new).content.text


WORDS = ("hall", "ward", "никто", "🙂", "61,300", "Wennick", "late", "corridor", "é")
edits = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 40), st.lists(st.sampled_from(WORDS), max_size=4)),
    min_size=1,
    max_size=8,
)
marks = st.lists(st.tuples(st.integers(0, 220), st.integers(1, 60)), min_size=1, max_size=10)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=edits, spans=marks)
def test_anchored_changed_and_orphaned_add_up(
    patterns: tuple[Path, Path, Desk], changes: list[tuple[int, int, list[str]]], spans: list[tuple[int, int]]
) -> None:
    with tempfile.TemporaryDirectory(prefix="factdesk-carry-") as made:
        folder = shutil.copytree(patterns[0], Path(made) / "L.factdesk")
        library = Library.open(Path(folder), who=WHO, clock=Clock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC)))
        article = ArticleId(file_text(library, STORY).new(Kind.ARTICLE))
        marked = mark_all(library, latest(library, article), spans)
        new_words = edited(STORY, changes)
        version = library.filing.preview(Origin.text(new_words or "Nothing is left."))
        row = library.articles.detail(article)
        twin = Twin(article, row.latest.id, "", 1, row.latest.captured_at, len(marked), TwinKind.NEAR, 1.0)
        library.filing.file(version, article_draft(version.captured), TwinChoice.NEW_VERSION, twin)

        found = carried(library, article)
        assert {one.claim_id for one in found.claims} == set(marked)
        assert sum(states(library, article).values()) == len(marked)
        text = library.articles.text(VersionId(found.new_version_id)).content.text
        for one in found.claims:
            anchor = one.found.anchor
            if one.found.state is AnchorState.ANCHORED:
                assert anchor is not None
                assert text[anchor.start : anchor.end] == anchor.exact
            assert library.claims.detail(ClaimId(one.claim_id)).row.state is one.found.state
        library.close()


def mark_all(library: Library, version: VersionId, spans: list[tuple[int, int]]) -> list[int]:
    text = library.articles.text(version).content.text
    marked = []
    for start, length in spans:
        span = Span(min(start, len(text) - 1), min(start + length, len(text)))
        if text[span.start : span.end].strip():
            marked.append(library.claims.mark(version, span).new(Kind.CLAIM))
    return marked


def edited(words: str, changes: list[tuple[int, int, list[str]]]) -> str:
    for at, length, new in changes:
        place = min(at, len(words))
        words = f"{words[:place]} {' '.join(new)} {words[place + length :]}"
    return words.strip()
