"""The sample desk holds together: its evidence stands in its sources, its figures add up, every state occurs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factdesk.errors import LibraryError
from factdesk.library.filing import article_draft
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.library.sample import NEXT_VERSION, build_sample, sample_file
from factdesk.model.enums import AnchorState, Answer, Risk, SentenceState, Stance, Status, StrikeReason, TwinChoice
from factdesk.model.ids import ArticleId, ClaimId, SourceId, VersionId
from factdesk.model.values.articles import ArticleDetail
from factdesk.model.values.claims import ClaimDetail
from factdesk.model.values.scopes import ArticleScope

WHO = "Nora Tealby"
NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    built = build_sample(tmp_path_factory.mktemp("sample") / "Kestrava.factdesk", who=WHO, clock=lambda: NOW)
    yield built
    built.close()


@pytest.fixture(scope="module")
def another(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Give a sample opened by somebody who is not of the invented desk."""
    built = build_sample(tmp_path_factory.mktemp("other") / "Other.factdesk", who="Ruta Pelsdorf", clock=lambda: NOW)
    yield built
    built.close()


@pytest.fixture(scope="module")
def story(library: Library) -> ArticleDetail:
    row = next(row for row in library.articles.rows() if row.claim_count > 2)
    return library.articles.detail(ArticleId(row.id))


@pytest.fixture(scope="module")
def claims(library: Library) -> list[ClaimDetail]:
    return [library.claims.detail(ClaimId(row.id)) for row in library.claims.rows()]


def text(library: Library, version_id: int) -> str:
    return library.articles.text(VersionId(version_id)).content.text


def test_every_verdict_and_none_stand_in_the_story(library: Library, story: ArticleDetail) -> None:
    rows = library.claims.of_version(VersionId(story.latest.id))
    assert len(rows) == 8
    assert {row.verdict for row in rows} == {"", *(rating.key for rating in library.desk.scale().ratings)}
    assert {row.state for row in rows} == {AnchorState.ANCHORED}


def test_every_state_of_a_claim_occurs(claims: list[ClaimDetail]) -> None:
    assert {claim.row.status for claim in claims} == set(Status)
    assert {claim.row.risk for claim in claims} == set(Risk)
    assert {claim.wording_answer for claim in claims if claim.wording} == set(Answer)
    assert {one.stance for claim in claims for one in claim.evidence} == set(Stance)


def test_a_claim_with_a_verdict_has_reasons_and_evidence(claims: list[ClaimDetail]) -> None:
    judged = [claim for claim in claims if claim.row.verdict]
    assert [claim.row.id for claim in judged if not (claim.rationale and claim.evidence and claim.row.statement)] == []
    assert [claim.row.id for claim in claims if claim.row.status is Status.DONE and not claim.row.verdict] == []


def test_the_verdict_goes_with_what_the_evidence_says(claims: list[ClaimDetail]) -> None:
    stances = {claim.row.verdict: {one.stance for one in claim.evidence} for claim in claims if claim.row.verdict}
    assert Stance.REFUTES not in stances["true"] | stances["mostly_true"] | stances["unverifiable"]
    assert Stance.SUPPORTS not in stances["false"] | stances["mostly_false"]
    assert {Stance.SUPPORTS, Stance.REFUTES} <= stances["half_true"]


def test_every_passage_stands_in_its_source(library: Library, claims: list[ClaimDetail]) -> None:
    quoted = [one for claim in claims for one in claim.evidence if one.anchor is not None]
    assert len(quoted) >= 12
    for one in quoted:
        assert one.anchor is not None
        assert one.version_id is not None
        assert text(library, one.version_id)[one.anchor.start : one.anchor.end] == one.passage


def test_sources_differ_in_kind_and_letter(library: Library) -> None:
    rows = library.sources.rows()
    assert 6 <= len(rows) <= 8
    assert len({row.citation.type for row in rows}) >= 5
    assert len({row.reliability for row in rows}) >= 3
    assert sum(row.article_id is None for row in rows) == 1
    assert all(library.sources.detail(SourceId(row.id)).uses for row in rows)


def test_the_contact_log_has_answers_and_silence(library: Library) -> None:
    contacts = [one for row in library.sources.rows() for one in library.sources.detail(SourceId(row.id)).contacts]
    assert {one.outcome.value for one in contacts} == {"answered", "no_answer", "sent"}


def test_calculations_are_worked_out(claims: list[ClaimDetail]) -> None:
    done = {one.calculation.unit: one.calculation for claim in claims for one in claim.evidence if one.calculation}
    assert done["times"].result == "1.45"
    assert done["per cent"].result == "80"
    assert all(one.anchor is not None for calculation in done.values() for one in calculation.inputs)


def test_the_story_is_covered_in_part_with_reasons(library: Library, story: ArticleDetail) -> None:
    version = VersionId(story.latest.id)
    coverage = library.coverage.of_version(version)
    assert 18 <= coverage.total <= 22
    assert coverage.count(SentenceState.OPEN) >= 4
    assert 60 <= coverage.percent <= 85
    reasons = {row.reason for row in library.coverage.strikes(version)}
    assert reasons == {StrikeReason.OPINION, StrikeReason.SCENE, StrikeReason.FORECAST, StrikeReason.ELSEWHERE}


def test_two_versions_are_filed_and_every_claim_has_its_place(library: Library, story: ArticleDetail) -> None:
    assert len(story.versions) == 2
    carried = library.versions.carry_over(ArticleId(story.row.id))
    assert carried is not None
    assert (len(carried.claims), carried.waiting) == (8, ())


def test_lists_are_not_empty_in_either_language(library: Library) -> None:
    rows = library.articles.rows()
    assert {row.language for row in rows} == {"en", "uk"}
    assert {row.status for row in rows} >= {Status.TODO, Status.PROGRESS, Status.REVIEW}
    assert len({row.outlet for row in rows}) >= 5
    assert len(library.articles.rows(ArticleScope(unread=True))) == 1
    assert {tag.name for tag in library.desk.tags()} >= {"hospital", "winter", "numbers"}


def test_figures_of_the_log_and_the_report_add_up() -> None:
    log = sample_file("handover-log.txt").read_text(encoding="utf-8")
    weeks = [(int(all_), int(late)) for all_, late in re.findall(r": (\d+) handovers, (\d+) of them", log)]
    assert len(weeks) == 5
    assert f"{sum(all_ for all_, _late in weeks):,} handovers, {sum(late for _all, late in weeks)} of them" in log
    assert round((61312 / 58897 - 1) * 100, 1) == 4.1


def test_the_library_is_whole_and_searchable(library: Library) -> None:
    assert library.upkeep.check() == ()
    assert library.indexing.pending() == 0
    assert library.searching.find("corridor").total >= 4
    assert library.searching.find("лікарні").total >= 1


def test_whoever_opens_it_is_one_of_the_desk(library: Library, another: Library) -> None:
    assert [person.name for person in library.desk.people()].count(WHO) == 1
    assert [person.name for person in another.desk.people()].count("Ruta Pelsdorf") == 1
    assert another.articles.counts().my_claims >= 3


def test_a_third_version_asks_about_what_it_changed(another: Library) -> None:
    draft = another.filing.preview(Origin.file(sample_file(NEXT_VERSION)))
    another.filing.file(draft, article_draft(draft.captured), TwinChoice.NEW_VERSION, draft.twins[0])
    carried = another.versions.carry_over(ArticleId(draft.twins[0].article_id))
    assert carried is not None
    states = [claim.found.state for claim in carried.claims]
    assert len(states) == 8
    assert states.count(AnchorState.ANCHORED) == 5
    assert len(carried.waiting) == 3


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(LibraryError):
        build_sample(tmp_path, who=WHO, clock=lambda: NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
