"""Linking: a passage selected, a stance by one key, evidence with its place; heard words; calculations; changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.enums import Credibility, Reliability, Stance
from factdesk.model.ids import ClaimId, EvidenceId, SourceId
from factdesk.model.values.evidence import Calculation, CalculationInput, EvidenceRow
from factdesk.model.values.text import Span
from factdesk.ui.actionset import ActionSet
from factdesk.ui.dialogs.calculation import CalculationDialog
from factdesk.ui.views.link_evidence import LinkEvidenceView
from ui.reading import FALSE_CLAIM, OPEN_CLAIM, Parts, put

REPORT_SOURCE, CALL_SOURCE = 1, 2


@pytest.fixture
def link(library: Library, parts: Parts, host: QWidget) -> LinkEvidenceView:
    """Give the view, showing nothing yet."""
    view = LinkEvidenceView(
        library=library,
        runner=parts.runner,
        bus=parts.bus,
        actions=parts.actions,
        preferences=parts.preferences,
    )
    put(host, view)
    view.show()
    return view


def open_claim(link: LinkEvidenceView, qtbot: QtBot, claim_id: int, evidence_id: int | None = None) -> None:
    link.open(claim_id, evidence_id=evidence_id)
    qtbot.waitUntil(lambda: link._content is not None and link._content.claim.row.id == claim_id)
    qtbot.waitUntil(lambda: link._runner.pending == 0)


def select(link: LinkEvidenceView, words: str) -> None:
    content = link.source.content
    assert content is not None and content.text is not None
    start = content.text.content.text.index(words)
    link.source.page.select(Span(start, start + len(words)))


def evidence(library: Library, claim_id: int) -> list[EvidenceRow]:
    return list(library.claims.detail(ClaimId(claim_id)).evidence)


def test_sources_of_the_claim_come_as_tabs(link: LinkEvidenceView, qtbot: QtBot) -> None:
    open_claim(link, qtbot, FALSE_CLAIM)
    assert [row.id for row in link.source._rows] == [REPORT_SOURCE, CALL_SOURCE]
    assert link._statement.text() == "No year saw more cargo."
    assert link.page.selected_mark == "C-1"


def test_nothing_is_linked_without_passage_and_stance(
    link: LinkEvidenceView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    open_claim(link, qtbot, OPEN_CLAIM)
    deeds["link.accept"].trigger()
    select(link, "Two ships had to wait for a pilot.")
    deeds["link.accept"].trigger()
    assert not link.foot._link.isEnabled()
    assert evidence(library, OPEN_CLAIM) == []


@pytest.mark.parametrize("stance", list(Stance))
def test_passage_and_stance_make_evidence_with_its_place(
    stance: Stance, link: LinkEvidenceView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    open_claim(link, qtbot, OPEN_CLAIM)
    select(link, "Two ships had to wait for a pilot.")
    deeds[f"stance.{stance}"].trigger()
    link.foot.credibility.set_value("2")
    link.foot.locator.setText("page 3")
    link.foot.note.setText("Says who counted.")
    deeds["link.accept"].trigger()
    qtbot.waitUntil(lambda: len(evidence(library, OPEN_CLAIM)) == 1)
    row = evidence(library, OPEN_CLAIM)[0]
    assert (row.stance, row.passage, row.locator) == (stance, "Two ships had to wait for a pilot.", "page 3")
    assert (row.credibility, row.note) == (Credibility.TWO, "Says who counted.")
    assert row.anchor is not None
    qtbot.waitUntil(lambda: link.foot.stance is None and link.source.span() is None)


def test_button_says_what_it_will_do(link: LinkEvidenceView, deeds: ActionSet, qtbot: QtBot) -> None:
    open_claim(link, qtbot, OPEN_CLAIM)
    select(link, "412,318 tonnes")
    assert link.foot._facts.text() == "Selected passage · 2 words"
    deeds["stance.refutes"].trigger()
    assert link.foot._link.text() == "Link as “Refutes”"


def test_heard_words_are_linked_without_a_place(
    link: LinkEvidenceView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    open_claim(link, qtbot, FALSE_CLAIM)
    deeds["link.next_source"].trigger()
    qtbot.waitUntil(lambda: link.source.content is not None and link.source.content.detail.row.id == CALL_SOURCE)
    link.source.heard.setPlainText("Every ship waited.")
    deeds["stance.refutes"].trigger()
    deeds["link.accept"].trigger()
    qtbot.waitUntil(lambda: len(evidence(library, FALSE_CLAIM)) == 3)
    row = next(row for row in evidence(library, FALSE_CLAIM) if row.passage == "Every ship waited.")
    assert (row.source_id, row.anchor) == (CALL_SOURCE, None)
    qtbot.waitUntil(lambda: link.source.heard.text == "")


def test_evidence_opens_at_its_passage_and_is_changed_there(
    link: LinkEvidenceView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    open_claim(link, qtbot, FALSE_CLAIM, evidence_id=1)
    assert link.foot.stance is Stance.REFUTES
    assert link.foot._passage.text() == "“The busiest year remains 2011”"
    deeds["stance.context"].trigger()
    assert link.foot._link.text() == "Change to “Context”"
    deeds["link.accept"].trigger()
    qtbot.waitUntil(lambda: next(row for row in evidence(library, FALSE_CLAIM) if row.id == 1).stance is Stance.CONTEXT)
    assert len(evidence(library, FALSE_CLAIM)) == 2


def test_so_far_counts_follow_the_library(link: LinkEvidenceView, deeds: ActionSet, qtbot: QtBot) -> None:
    open_claim(link, qtbot, FALSE_CLAIM)
    select(link, "455,020 tonnes")
    deeds["stance.refutes"].trigger()
    deeds["link.accept"].trigger()
    qtbot.waitUntil(lambda: link._content is not None and link._content.count(Stance.REFUTES) == 2)
    qtbot.waitUntil(lambda: len(link.source.page.marks) == 2)


def test_reliability_is_the_sources_own(link: LinkEvidenceView, library: Library, qtbot: QtBot) -> None:
    open_claim(link, qtbot, FALSE_CLAIM)
    link.foot.reliability.chosen.emit("C")
    qtbot.waitUntil(lambda: library.sources.detail(SourceId(REPORT_SOURCE)).row.reliability is Reliability.C)
    qtbot.waitUntil(lambda: link.foot.reliability.value == "C")


def test_find_in_the_source_counts_and_walks(link: LinkEvidenceView, qtbot: QtBot) -> None:
    open_claim(link, qtbot, FALSE_CLAIM)
    find = link.source._find
    find.setText("tonnes")
    find.settled.emit("tonnes")
    assert len(link.source.page.hits) == 2
    first = find.accessibleDescription()
    find.returnPressed.emit()
    assert {first, find.accessibleDescription()} == {"1 of 2", "2 of 2"}
    find.clear()
    find.settled.emit("")
    assert link.source.page.hits == ()


def test_escape_goes_back(link: LinkEvidenceView, qtbot: QtBot) -> None:
    open_claim(link, qtbot, FALSE_CLAIM)
    with qtbot.waitSignal(link.closed):
        qtbot.keyClick(link, Qt.Key.Key_Escape)


def test_calculation_starts_from_the_selected_number_and_is_kept(
    link: LinkEvidenceView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    open_claim(link, qtbot, FALSE_CLAIM)
    select(link, "412,318")
    link.foot.calculation_wanted.emit()
    dialog = link.findChild(CalculationDialog)
    assert dialog is not None
    assert dialog.calculation().inputs[0] == CalculationInput(
        "a", "Annual report of the harbour office", "412,318", "", REPORT_SOURCE
    )
    dialog.reject()
    worked = library.evidence.work_out(
        Calculation("Share?", (CalculationInput("a", "", "412318"), CalculationInput("b", "", "455020")), "a / b", "")
    )
    link.foot.show_calculation(worked)
    deeds["stance.refutes"].trigger()
    deeds["link.accept"].trigger()
    qtbot.waitUntil(lambda: len(evidence(library, FALSE_CLAIM)) == 3)
    kept = next(row for row in evidence(library, FALSE_CLAIM) if row.calculation is not None)
    assert kept.calculation == worked
    assert kept.anchor is not None


def test_no_source_offers_to_add_one(link: LinkEvidenceView, library: Library, qtbot: QtBot) -> None:
    for source in (REPORT_SOURCE, CALL_SOURCE):
        library.sources.delete(SourceId(source))
    open_claim(link, qtbot, OPEN_CLAIM)
    assert link.source._stack.currentWidget() is link.source._empty
    assert link.foot._link.isEnabled() is False
    assert link.source._empty.button.hasFocus() or not link.isActiveWindow()


def test_source_that_was_made_and_not_linked_yet_is_offered(
    link: LinkEvidenceView, library: Library, qtbot: QtBot
) -> None:
    for one in evidence(library, FALSE_CLAIM):
        library.evidence.unlink(EvidenceId(one.id))
    open_claim(link, qtbot, OPEN_CLAIM)
    assert {row.id for row in link.source._rows} == {REPORT_SOURCE, CALL_SOURCE}
