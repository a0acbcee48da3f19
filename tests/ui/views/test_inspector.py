"""The inspector: every field kept as it is typed, in the claim it was typed for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.enums import Answer, ClaimKind, Kind, Risk, Status
from factdesk.model.ids import ClaimId
from factdesk.model.values.claims import ClaimDetail, ClaimPatch
from factdesk.ui.actions import ACTIONS
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.views.inspector import InspectorView
from factdesk.ui.widgets.chips import VerdictChip
from factdesk.ui.widgets.editing import EditInPlace
from factdesk.ui.widgets.fields import ComboField, TextArea
from factdesk.ui.widgets.key_menu import KeyMenu
from factdesk.ui.widgets.segmented import SegmentedControl
from factdesk.ui.widgets.tag_field import TagField
from ui.reading import FALSE_CLAIM, OPEN_CLAIM, Parts, put
from ui.small_library import went_to


@pytest.fixture
def inspector(library: Library, parts: Parts, host: QWidget) -> InspectorView:
    """Give an inspector that shows no claim; every action can be done."""
    for row in ACTIONS:
        parts.actions.on(row.id, lambda: None)
    view = InspectorView(
        library=library, runner=parts.runner, bus=parts.bus, actions=parts.actions, navigator=parts.navigator
    )
    put(host, view)
    view.show()
    return view


def show(inspector: InspectorView, qtbot: QtBot, claim_id: int) -> None:
    inspector.show_claim(claim_id, claim_id, 2)
    qtbot.waitUntil(lambda: inspector._shown_claim == claim_id)


def field(inspector: InspectorView, name: str) -> EditInPlace:
    found = inspector.findChild(EditInPlace, f"claim-{name}")
    assert found is not None
    return found


def type_into(inspector: InspectorView, qtbot: QtBot, name: str, words: str) -> EditInPlace:
    """Open a field, put other words in, and stay in it."""
    edit = field(inspector, name)
    edit.start()
    line = edit.findChild(QLineEdit) or edit.findChild(QPlainTextEdit)
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, words)
    return edit


def detail(library: Library, claim_id: int = FALSE_CLAIM) -> ClaimDetail:
    return library.claims.detail(ClaimId(claim_id))


def test_no_claim_says_how_to_make_one(inspector: InspectorView) -> None:
    assert inspector.claim_id is None
    assert inspector._stack.currentWidget() is inspector._empty


def test_claim_shows_its_words_and_facts(inspector: InspectorView, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    assert inspector._quote.text() == "“the most since it opened in 1931”"
    assert field(inspector, "statement").text == "No year saw more cargo."
    assert field(inspector, "claimant").text == "The Ledger"
    assert inspector.evidence.model.rowCount() == 2
    assert inspector._title.text() == "Claim 1 of 2"


@pytest.mark.parametrize(
    "name",
    ["statement", "claimant", "said_when", "said_where", "assignee", "reviewer", "due", "rationale", "wording"],
)
def test_field_is_kept_on_leaving_it(name: str, inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    edit = type_into(inspector, qtbot, name, "2026-03-12")
    edit.finish()
    where = detail(library).row if hasattr(detail(library).row, name) else detail(library)
    qtbot.waitUntil(lambda: getattr(_fresh(library, where), name) == "2026-03-12")


def _fresh(library: Library, like: object) -> object:
    return detail(library) if isinstance(like, ClaimDetail) else detail(library).row


def test_words_are_kept_while_they_are_typed(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    edit = type_into(inspector, qtbot, "rationale", "The report says otherwise.")
    qtbot.waitUntil(lambda: detail(library).rationale == "The report says otherwise.")
    assert edit.is_editing


def test_words_go_to_the_claim_they_were_typed_for(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    type_into(inspector, qtbot, "statement", "Typed for the first.")
    show(inspector, qtbot, OPEN_CLAIM)
    qtbot.waitUntil(lambda: detail(library).row.statement == "Typed for the first.")
    assert field(inspector, "statement").text == detail(library, OPEN_CLAIM).row.statement
    assert not field(inspector, "statement").is_editing


def test_typing_into_one_field_undoes_as_one(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    edit = type_into(inspector, qtbot, "rationale", "One")
    edit.flush()
    line = edit.findChild(QPlainTextEdit)
    assert line is not None
    qtbot.keyClicks(line, " two")
    edit.flush()
    qtbot.waitUntil(lambda: detail(library).rationale == "One two")
    library.history.undo()
    assert detail(library).rationale == ""


def test_news_does_not_touch_words_being_typed(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    edit = type_into(inspector, qtbot, "statement", "Half a sen")
    library.claims.edit(ClaimId(FALSE_CLAIM), ClaimPatch(claimant="Somebody else"))
    qtbot.waitUntil(lambda: field(inspector, "claimant").text == "Somebody else")
    assert edit.text == "Half a sen"


def test_choices_are_kept(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    inspector.findChild(SegmentedControl).chosen.emit(Status.REVIEW.value)  # type: ignore[union-attr]
    kind, risk = (box for box in inspector.findChildren(ComboField))
    kind.chosen.emit(ClaimKind.DATE.value)
    risk.chosen.emit(Risk.MUST_FIX.value)
    inspector.findChild(TagField).edited.emit(("cargo", "record"))  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: detail(library).row.tags == ("cargo", "record"))
    row = detail(library).row
    assert (row.status, row.kind, row.risk) == (Status.REVIEW, ClaimKind.DATE, Risk.MUST_FIX)


def test_chip_offers_the_scale_and_a_key_chooses(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    chip = inspector.findChild(VerdictChip)
    assert chip is not None
    chip.click()
    menu = inspector.findChild(KeyMenu)
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_6)
    qtbot.waitUntil(lambda: detail(library).row.verdict == "unverifiable")


def test_verdict_is_proposed_until_the_claim_is_done(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    assert inspector._verdict._proposed.isVisible()
    library.claims.edit(ClaimId(FALSE_CLAIM), ClaimPatch(status=Status.DONE))
    qtbot.waitUntil(inspector._verdict._proposed.isHidden)


def test_wording_is_answered_where_there_is_one(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    assert inspector._wording._answer.isHidden()
    library.claims.edit(ClaimId(FALSE_CLAIM), ClaimPatch(wording="the most since 2011"))
    qtbot.waitUntil(lambda: not inspector._wording._answer.isHidden())
    inspector._wording._answer.chosen.emit(Answer.ACCEPTED.value)
    qtbot.waitUntil(lambda: detail(library).wording_answer is Answer.ACCEPTED)


def test_evidence_opens_where_its_passage_stands(
    inspector: InspectorView, library: Library, navigator: Navigator, qtbot: QtBot
) -> None:
    targets = went_to(navigator)
    show(inspector, qtbot, FALSE_CLAIM)
    view = inspector.evidence.view
    for at in range(2):
        view.activated.emit(inspector.evidence.model.index(at, 0))
    rows = detail(library).evidence
    anchored = next(row for row in rows if row.anchor is not None)
    heard = next(row for row in rows if row.anchor is None)
    assert set(targets) == {
        Target(Place.LINK, FALSE_CLAIM, version_id=anchored.version_id, evidence_id=anchored.id),
        Target(Place.SOURCE, heard.source_id),
    }


def test_delete_in_the_evidence_unlinks_it_and_leaves_the_claim(
    inspector: InspectorView, library: Library, qtbot: QtBot
) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    view = inspector.evidence.view
    view.setCurrentIndex(inspector.evidence.model.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(detail(library).evidence) == 1)
    assert not detail(library).row.is_deleted


def new_note(inspector: InspectorView) -> TextArea:
    found = inspector.findChild(TextArea, "new-note")
    assert found is not None
    return found


def notes(library: Library, claim_id: int = FALSE_CLAIM) -> list[str]:
    return [note.text for note in library.notes.of(Kind.CLAIM, claim_id)]


def test_note_is_kept_while_it_is_typed_and_grows(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    inspector._notes.set_open(True)
    area = new_note(inspector)
    qtbot.keyClicks(area, "Call back")
    area.flush()
    qtbot.waitUntil(lambda: "Call back" in notes(library))
    qtbot.waitUntil(lambda: inspector._notes._draft is not None and inspector._notes._draft.id is not None)
    qtbot.keyClicks(area, " on Monday")
    area.flush()
    qtbot.waitUntil(lambda: notes(library)[-1] == "Call back on Monday")
    assert len(notes(library)) == 2


def test_words_typed_before_the_note_has_its_id_are_not_lost(
    inspector: InspectorView, library: Library, qtbot: QtBot
) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    area = new_note(inspector)
    qtbot.keyClicks(area, "First")
    area.flush()
    qtbot.keyClicks(area, " and more")
    area.flush()
    qtbot.waitUntil(lambda: notes(library)[-1] == "First and more")


def test_another_claim_closes_the_note(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    qtbot.keyClicks(new_note(inspector), "Half a note")
    show(inspector, qtbot, OPEN_CLAIM)
    qtbot.waitUntil(lambda: notes(library)[-1] == "Half a note")
    assert new_note(inspector).text == ""
    assert notes(library, OPEN_CLAIM) == []


def test_note_is_changed_and_deleted_where_it_stands(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    inspector._notes.changed.emit(1, "Asked. No answer.")
    qtbot.waitUntil(lambda: notes(library) == ["Asked. No answer."])
    inspector._notes.deleted.emit(1)
    qtbot.waitUntil(lambda: notes(library) == [])


def test_stale_answer_is_not_shown(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.show_claim(FALSE_CLAIM, 1, 2)
    inspector.show_claim(OPEN_CLAIM, 2, 2)
    qtbot.waitUntil(lambda: inspector._shown_claim == OPEN_CLAIM)
    assert inspector._quote.text() == "“Not one ship had to wait”"


def test_hiding_keeps_what_is_typed(inspector: InspectorView, library: Library, qtbot: QtBot) -> None:
    show(inspector, qtbot, FALSE_CLAIM)
    type_into(inspector, qtbot, "rationale", "Before the window closes")
    inspector.hide()
    qtbot.waitUntil(lambda: detail(library).rationale == "Before the window closes")
