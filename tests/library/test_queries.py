"""What the other groups of verbs promise beyond being deeds: guesses, locators, groups of edits, search, upkeep."""

from __future__ import annotations

import re

import pytest

from factdesk.errors import ConflictError, InputError, NotFoundError
from factdesk.library.library import Library
from factdesk.model.enums import ClaimKind, Kind, Reliability, SourceType, Stance, Status
from factdesk.model.ids import ArticleId, ClaimId, EvidenceId, SourceId
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import Calculation, CalculationInput, EvidenceDraft
from factdesk.model.values.scopes import ArticleScope, ClaimScope
from factdesk.model.values.sources import Citation, SourceDraft, SourcePatch
from factdesk.model.values.text import Span
from library.things import CORRIDOR, REPORT, STORY, Desk, a_contact, file_text, latest, span_of


def test_marking_guesses_kind_and_claimant(library: Library, desk: Desk) -> None:
    row = library.claims.detail(desk.claim).row
    assert row.kind is ClaimKind.QUOTATION
    assert "Wennick" in row.claimant


def test_kind_can_be_given(library: Library, desk: Desk) -> None:
    span = span_of(library, desk.version, "61,300 people")
    made = ClaimId(library.claims.mark(desk.version, span, kind=ClaimKind.EVENT).new(Kind.CLAIM))
    assert library.claims.detail(made).row.kind is ClaimKind.EVENT


@pytest.mark.parametrize("span", [Span(3, 3), Span(-5, -1), Span(10_000, 10_010)])
def test_span_without_words_is_no_claim(library: Library, desk: Desk, span: Span) -> None:
    with pytest.raises(InputError):
        library.claims.mark(desk.version, span)


def test_quotation_that_is_not_there_names_the_nearest(library: Library, desk: Desk) -> None:
    with pytest.raises(NotFoundError, match=f"is not in A-{desk.article}") as refusal:
        library.claims.mark_quote(desk.article, "Nobody has been put on a corridor")
    assert CORRIDOR in refusal.value.hint
    assert refusal.value.code == "quote_not_found"


def test_quotation_that_is_there_twice_shows_both_places(library: Library) -> None:
    article = ArticleId(file_text(library, "The ward is old.\n\nAnd the ward is old here.").new(Kind.ARTICLE))
    with pytest.raises(ConflictError, match="2 times") as refusal:
        library.claims.mark_quote(article, "ward is old")
    assert "here" in refusal.value.hint


def test_edits_of_one_group_are_undone_as_one(library: Library, desk: Desk) -> None:
    before = library.claims.detail(desk.claim).row.statement
    for words in ("N", "No", "No patient"):
        library.claims.edit(desk.claim, ClaimPatch(statement=words), group="typing-1")
    library.claims.edit(desk.claim, ClaimPatch(statement="Another"), group="typing-2")
    library.history.undo()
    assert library.claims.detail(desk.claim).row.statement == "No patient"
    library.history.undo()
    assert library.claims.detail(desk.claim).row.statement == before


def test_line_break_is_no_claim(library: Library, desk: Desk) -> None:
    at = library.articles.text(desk.version).content.text.index("\n")
    with pytest.raises(InputError):
        library.claims.mark(desk.version, Span(at, at + 1))


def test_redo_of_nothing_writes_nothing(library: Library, desk: Desk) -> None:
    lines = len(library.history.rows())
    assert library.history.redo_words() == ""
    assert library.history.redo().ids == {}
    assert len(library.history.rows()) == lines
    assert library.claims.detail(desk.claim).row.id == desk.claim


def test_scopes_list_what_they_name(library: Library, desk: Desk) -> None:
    library.claims.edit(desk.claim, ClaimPatch(status=Status.REVIEW, assignee="Dana Koval"))
    assert [row.id for row in library.claims.rows(ClaimScope(status=Status.REVIEW))] == [desk.claim]
    assert [row.id for row in library.claims.rows(ClaimScope(assignee="Dana Koval"))] == [desk.claim]
    assert {row.id for row in library.articles.rows(ArticleScope(tag="hospital"))} == {desk.article}
    library.claims.delete(desk.claim)
    assert [row.id for row in library.claims.rows(ClaimScope(trash=True))] == [desk.claim]
    counts = library.articles.counts()
    assert (counts.articles, counts.sources, counts.claims) == (2, 1, 1)


def test_ids_are_never_used_again(library: Library, desk: Desk) -> None:
    library.history.undo()
    made = file_text(library, "Something else entirely.\n\nOf another day.").new(Kind.ARTICLE)
    library.history.undo()
    assert file_text(library, "Yet another thing, on buses.").new(Kind.ARTICLE) > made
    assert library.articles.resolve(f"C-{desk.claim}").title
    for words in ("A-99999", "nonsense"):
        with pytest.raises(NotFoundError):
            library.articles.resolve(words)


def test_opening_an_article_leaves_no_line_in_the_history(library: Library, desk: Desk) -> None:
    lines = len(library.history.rows())
    assert library.articles.mark_read(desk.article).touches(Kind.ARTICLE)
    assert not library.articles.detail(desk.article).row.is_unread
    assert len(library.history.rows()) == lines
    assert library.articles.outlets() == (("The Ledger", 1),)


def test_source_from_an_article_takes_its_citation(library: Library, desk: Desk) -> None:
    library.articles.edit(desk.article, ArticlePatch(authors=("A", "B"), published="2026-03"))
    made = SourceId(library.sources.from_article(desk.article).new(Kind.SOURCE))
    row = library.sources.detail(made).row
    assert (row.citation.type, row.citation.author, row.citation.issued) == (SourceType.ARTICLE, "A; B", "2026-03")
    found = library.sources.of_article(desk.article)
    assert found is not None
    assert found.id == made
    assert "The Ledger" in library.sources.cite(row.citation)


def test_reliability_says_who_judged_it(library: Library, desk: Desk) -> None:
    library.sources.edit(desk.source, SourcePatch(reliability=Reliability.C))
    detail = library.sources.detail(desk.source)
    assert (detail.row.reliability, detail.reliability_by) == (Reliability.C, "Dana Koval")
    library.sources.edit(desk.source, SourcePatch(clears_reliability=True))
    assert library.sources.detail(desk.source).row.reliability is None


def test_thrown_away_source_keeps_its_evidence_standing(library: Library, desk: Desk) -> None:
    library.sources.delete(desk.source)
    assert [one.id for one in library.evidence.of_claim(desk.claim)] == [desk.evidence]
    assert [row.id for row in library.sources.rows(trash=True)] == [desk.source]
    library.sources.log_contact(
        a_contact(SourceId(library.sources.add(SourceDraft(Citation(title="x"))).new(Kind.SOURCE)))
    )


def test_evidence_knows_its_place_and_its_words(library: Library, desk: Desk) -> None:
    row = library.evidence.row(EvidenceId(desk.evidence))
    assert (row.passage, row.locator) == ("Two nights were spent on a corridor", "paragraph 2")
    assert [one.id for one in library.evidence.of_version(desk.source_version)] == [desk.evidence]
    assert [one.id for one in library.evidence.of_source(desk.source)] == [desk.evidence]
    assert library.sources.detail(desk.source).uses[0].claim_id == desk.claim


def test_words_of_another_text_are_no_evidence_of_this_source(library: Library, desk: Desk) -> None:
    span = span_of(library, desk.version, "six weeks late")
    with pytest.raises(NotFoundError, match=f"S-{desk.source} is not the source"):
        library.evidence.link_span(desk.claim, desk.source, Stance.CONTEXT, desk.version, span)


def a_sum(expression: str, *values: str) -> Calculation:
    inputs = tuple(CalculationInput(name, "", value) for name, value in zip("abc", values, strict=False))
    return Calculation("How many?", inputs, expression, "whatever was typed")


@pytest.mark.parametrize(
    ("expression", "values", "result"),
    [("a ÷ b", ("9,214,000", "3,806,000"), "2.42"), ("a - b", ("0.3", "0.1"), "0.2")],
)
def test_calculation_is_worked_out_here(
    library: Library, desk: Desk, expression: str, values: tuple[str, ...], result: str
) -> None:
    draft = EvidenceDraft(desk.claim, desk.source, Stance.REFUTES, calculation=a_sum(expression, *values))
    made = EvidenceId(library.evidence.link(draft).new(Kind.EVIDENCE))
    found = library.evidence.row(made).calculation
    assert found is not None
    assert found.result.startswith(result)


@pytest.mark.parametrize(
    "bad", [a_sum("a ÷ b", "1", "0"), a_sum("a +", "1"), a_sum("__import__('os')", "1"), a_sum("a", "x")]
)
def test_calculation_that_cannot_be_worked_out_is_refused(library: Library, desk: Desk, bad: Calculation) -> None:
    with pytest.raises(InputError):
        library.evidence.link(EvidenceDraft(desk.claim, desk.source, Stance.REFUTES, calculation=bad))
    assert len(library.evidence.of_claim(desk.claim)) == 1


def test_empty_note_is_refused(library: Library, desk: Desk) -> None:
    with pytest.raises(InputError, match="empty"):
        library.notes.write(Kind.CLAIM, desk.claim, " \n")
    assert [note.text for note in library.notes.of(Kind.CLAIM, desk.claim)] == ["Ask the ward sister."]


def test_coverage_adds_up_sentence_by_sentence(library: Library, desk: Desk) -> None:
    coverage = library.coverage.of_version(desk.version)
    assert coverage.total == 4
    assert 0 < coverage.covered < coverage.total
    assert coverage.percent == 100 * coverage.covered // coverage.total


def test_desk_lists_what_it_knows(library: Library, desk: Desk) -> None:
    assert library.desk.scale().ratings[0].key == "true"
    assert [tag.name for tag in library.desk.tags()] == ["hospital"]
    assert any("Wennick" in name for name in library.desk.claimants())
    assert library.claims.of_version(desk.version)[0].id == desk.claim


def test_search_finds_what_was_filed_and_forgets_what_was_thrown_away(library: Library, desk: Desk) -> None:
    assert library.indexing.pending() > 0
    library.indexing.drain()
    page = library.searching.find("corridor")
    assert {str(hit.kind) for hit in page.hits} >= {"article", "claim", "evidence"}
    library.articles.delete(desk.article)
    library.indexing.drain()
    assert all(hit.article_id != desk.article for hit in library.searching.find("corridor").hits)
    assert library.indexing.pending() == 0


def test_check_finds_a_changed_original_and_names_its_article(library: Library, desk: Desk) -> None:
    library.indexing.drain()
    assert library.upkeep.check() == ()
    path = library.articles.original(desk.version)
    path.chmod(0o644)
    path.write_bytes(b"something else")
    (problem,) = library.upkeep.check()
    assert (problem.kind, problem.id) == ("original_changed", f"A-{desk.article}")
    assert re.fullmatch(r"The original of A-\d+ is not what was filed \(\w+\)\.", problem.sentence)


def test_backup_is_a_library_that_opens(library: Library, desk: Desk) -> None:
    copy = library.upkeep.backup()
    assert copy.is_file()
    assert copy.parent == library.folder / "backups"
    assert library.claims.detail(desk.claim).row.article_id == desk.article
    assert REPORT != STORY
    assert latest(library, desk.article) == desk.version


def test_colleagues_are_people_and_whoever_has_a_claim(library: Library, desk: Desk) -> None:
    library.desk.add_person("Åsa Berg")
    library.claims.edit(desk.claim, ClaimPatch(assignee="olena Koval", reviewer="Zed Moss"))
    names = library.desk.colleagues()
    assert {"Åsa Berg", "olena Koval", "Zed Moss"} <= set(names)
    assert list(names) == sorted(names, key=str.casefold)
    library.claims.delete(desk.claim)
    assert "Zed Moss" not in library.desk.colleagues()


def test_row_of_words_that_no_text_has_together_is_widened_and_said(library: Library, desk: Desk) -> None:
    library.indexing.drain()
    everything = library.searching.find("corridor patients unicorn")
    assert everything.total > 0
    assert everything.ignored == ("Few texts have all of these words, so those with some of them are shown.",)
    for exact in (
        "corridor AND unicorn",
        "corridor unicorn",
        '"corridor patients" unicorn winter',
        "corridor -unicorn",
    ):
        assert not any("Few texts" in words for words in library.searching.find(exact).ignored)


def test_name_is_found_in_other_spellings_and_scripts_and_said(library: Library, desk: Desk) -> None:
    file_text(library, "Зеленський приїхав до Києва\n\nПрезидент Зеленський зустрівся з лікарями.")
    file_text(library, "Zelensky visits the ward\n\nPresident Zelensky met the doctors of the hospital on Monday.")
    library.indexing.drain()
    for typed in ("Zelenskyy", "Зеленським", "Зеленский"):
        page = library.searching.find(typed)
        assert page.totals_by_kind.get("article") == 2, typed
        assert any("Also looked for" in told for told in page.ignored)
        marked = {hit.title.split()[0]: len(hit.title_spans) for hit in page.hits}
        assert all(marked.values())
    assert library.searching.find("=Zelensky").totals_by_kind.get("article") == 1
