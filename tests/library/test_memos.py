"""Memos: whole or not at all, recorded with what they were made of, silent on confidential sources."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest

from conftest import Clock
from factdesk.errors import Cancelled, PlaceError
from factdesk.export.document import MemoIncludes, MemoRequest
from factdesk.library.library import Library
from factdesk.model.enums import Kind, Reliability, SourceType, Stance
from factdesk.model.ids import ClaimId, MemoId, SourceId
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import Calculation, CalculationInput, EvidenceDraft
from factdesk.model.values.sources import Citation, SourceDraft, SourcePatch
from factdesk.progress import CancelToken
from library.things import Desk, span_of
from storage.disks import small_disk

OLDER = b"an older memo of that name"


def request(desk: Desk, **over: object) -> MemoRequest:
    return MemoRequest(desk.article, **over)  # type: ignore[arg-type]


def words_of(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))]
    return b"\n".join(parts).decode("utf-8")


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_memo_is_written_and_recorded_with_its_hash(library: Library, desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "memo.docx"
    changes = library.memos.export(request(desk, recipient="Ruth Amsel"), target)

    (row,) = library.memos.rows()
    assert changes.new(Kind.MEMO) == row.id
    assert row == library.memos.row(MemoId(row.id))
    assert (row.path, row.recipient, row.version_id) == (str(target), "Ruth Amsel", desk.version)
    assert row.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert (row.claim_ids, row.changed_claims) == ((desk.claim, desk.other_claim), ())
    assert left_in(tmp_path) == ["Desk.factdesk", "memo.docx"]


def test_claims_changed_since_are_shown(library: Library, desk: Desk, tmp_path: Path) -> None:
    library.memos.export(request(desk), tmp_path / "memo.docx")
    library.claims.edit(desk.other_claim, ClaimPatch(verdict="false"))
    assert library.memos.rows(desk.article)[0].changed_claims == (desk.other_claim,)


def test_export_cannot_be_undone_and_stops_nothing(library: Library, desk: Desk, tmp_path: Path) -> None:
    library.claims.edit(desk.claim, ClaimPatch(statement="Changed."))
    library.memos.export(request(desk), tmp_path / "memo.docx")
    library.history.undo()
    assert library.claims.detail(desk.claim).row.statement != "Changed."
    assert len(library.memos.rows()) == 1


def test_only_chosen_claims_go_in(library: Library, desk: Desk, tmp_path: Path) -> None:
    library.memos.export(request(desk, claim_ids=(desk.other_claim,)), tmp_path / "memo.docx")
    assert library.memos.rows()[0].claim_ids == (desk.other_claim,)
    assert "Nobody has been left" not in words_of(tmp_path / "memo.docx")


def test_older_file_is_replaced_in_one_step(library: Library, desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "memo.docx"
    target.write_bytes(OLDER)
    library.memos.export(request(desk), target)
    assert zipfile.is_zipfile(target)
    assert left_in(tmp_path) == ["Desk.factdesk", "memo.docx"]


@pytest.mark.parametrize(
    ("place", "reason"),
    [("gone/memo.docx", "folder is not there"), ("plain/memo.docx", "folder is not there"), ("here", "a folder of")],
)
def test_place_that_takes_no_file_is_told_and_nothing_recorded(
    library: Library, desk: Desk, tmp_path: Path, place: str, reason: str
) -> None:
    (tmp_path / "plain").write_text("a file, no folder")
    (tmp_path / "here").mkdir()
    before, lines = left_in(tmp_path), len(library.history.rows())

    with pytest.raises(PlaceError, match=reason) as refusal:
        library.memos.export(request(desk), tmp_path / place)

    assert refusal.value.hint == "Choose another place; nothing is lost."
    assert (left_in(tmp_path), len(library.history.rows()), library.memos.rows()) == (before, lines, ())


def test_full_disk_leaves_the_older_file_and_no_half_one(library: Library, desk: Desk, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        target = disk.folder / "memo.docx"
        target.write_bytes(OLDER)
        disk.fill()
        with pytest.raises(PlaceError, match="the disk is full"):
            library.memos.export(request(desk), target)
        disk.free()
        assert (target.read_bytes(), left_in(disk.folder)) == (OLDER, ["memo.docx"])
    assert library.memos.rows() == ()


def test_read_only_folder_leaves_the_older_file(library: Library, desk: Desk, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        target = disk.folder / "memo.docx"
        target.write_bytes(OLDER)
        disk.make_read_only()
        with pytest.raises(PlaceError, match="read-only"):
            library.memos.export(request(desk), target)
        assert (target.read_bytes(), left_in(disk.folder)) == (OLDER, ["memo.docx"])
    assert library.memos.rows() == ()


@pytest.mark.parametrize("name", ["memo.docx", "fresh.docx"])
def test_memo_that_cannot_be_recorded_takes_its_file_back(
    folder: Path, desk: Desk, tmp_path: Path, clock: Clock, name: str
) -> None:
    target = tmp_path / "memo.docx"
    target.write_bytes(OLDER)
    with small_disk(tmp_path / "disk") as disk:
        library = Library.open(Path(shutil.move(folder, disk.folder)), who="Dana Koval", clock=clock)
        disk.fill()
        with pytest.raises(PlaceError):
            library.memos.export(request(desk), tmp_path / name)
        disk.free()
        assert library.memos.rows() == ()
        library.close()
    assert target.read_bytes() == OLDER
    assert left_in(tmp_path) == ["disk", "memo.docx"]


def test_cancelled_export_writes_nothing(library: Library, desk: Desk, tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        library.memos.export(request(desk), tmp_path / "memo.docx", cancel=cancel)
    assert left_in(tmp_path) == ["Desk.factdesk"]


SECRET = Citation(
    SourceType.INTERVIEW,
    "Talk with Zebedee Quince",
    author="Zebedee Quince",
    container="Quince Weekly",
    publisher="Quincehouse",
    url="https://quince.example/leak",
    place="Quinceville",
    number="Q-77",
)


def test_confidential_source_is_named_nowhere_in_the_file(library: Library, desk: Desk, tmp_path: Path) -> None:
    source = SourceId(library.sources.add(SourceDraft(SECRET, is_confidential=True)).new(Kind.SOURCE))
    inputs = (CalculationInput("a", "nights", "17", source_id=source),)
    sum_ = Calculation("How many nights?", inputs, "a * 2", "")
    draft = EvidenceDraft(desk.claim, source, Stance.REFUTES, passage="It was seventeen nights.", calculation=sum_)
    library.evidence.link(draft)
    library.sources.edit(source, SourcePatch(reliability=Reliability.B))
    target = tmp_path / "memo.docx"
    library.memos.export(request(desk), target)

    words = words_of(target)
    assert "quince" not in words.casefold()
    assert "Q-77" not in words
    assert "Confidential source" in words
    assert "It was seventeen nights." in words
    pages = library.memos.pages(request(desk))
    assert "quince" not in (pages.body + "".join(pages.header + pages.footer)).casefold()


def test_preview_says_what_the_file_says(library: Library, desk: Desk) -> None:
    pages = library.memos.pages(request(desk, in_short="Two claims do not hold.", language="uk"))
    for words in ("Two claims do not hold.", "Nobody has been left on a corridor", "six weeks late"):
        assert words in pages.body
    assert library.memos.rows() == ()
    without = library.memos.pages(request(desk, includes=MemoIncludes(sources=False, summary=False)))
    assert len(without.body) < len(pages.body)


def test_suggested_name_is_safe_on_every_system(library: Library, desk: Desk) -> None:
    library.articles.edit(desk.article, ArticlePatch(title='../a/b\\c: "d" <e>? \u202e|f*\x07 ' + "g" * 200))
    name = library.memos.suggested_name(request(desk))
    assert name.startswith("M-1 ")
    assert name.endswith(".docx")
    assert len(name) < 80
    assert not set(name) & set('/\\:"<>?|*\u202e\x07')


def test_coverage_and_calculation_stand_in_the_document(library: Library, desk: Desk) -> None:
    document = library.memos.document(request(desk))
    coverage = library.coverage.of_version(desk.version)
    assert (document.coverage_percent, document.sentences) == (coverage.percent, coverage.total)
    assert [claim.public_id for claim in document.claims] == [f"C-{desk.claim}", f"C-{desk.other_claim}"]
    assert document.claims[0].evidence[0].passage == "Two nights were spent on a corridor"
    assert document.claims[0].contacts[0].answer == "Two nights is right."
    assert span_of(library, desk.version, "six weeks late").start > 0


def test_history_tells_each_stretch_of_work_once(library: Library, desk: Desk) -> None:
    other = library.claims.mark(desk.version, span_of(library, desk.version, "61,300 people")).new(Kind.CLAIM)
    for claim_id in (desk.claim, ClaimId(other)):
        library.claims.edit(claim_id, ClaimPatch(verdict="true"))
    library.claims.edit(ClaimId(other), ClaimPatch(rationale="nobody needs to read this line"))
    library.claims.edit(ClaimId(other), ClaimPatch(verdict="false"))
    library.history.undo()
    document = library.memos.document(request(desk))
    told = [event.summary for event in document.history]
    assert told[0] == "Article filed"
    assert told.count("2 verdicts given") == 1
    assert not any("rationale" in words.lower() or "edit" in words.lower() for words in told)
    lines = [event.line for event in document.history]
    assert lines == sorted(lines)
    hashes = {row.id: row.hash for row in library.history.rows()}
    assert all(hashes[event.line] == event.hash for event in document.history)
    assert library.memos.document(request(desk, language="uk")).history[0].summary == "Статтю додано"


def test_history_is_of_the_chosen_claims(library: Library, desk: Desk) -> None:
    other = library.claims.mark(desk.version, span_of(library, desk.version, "61,300 people")).new(Kind.CLAIM)
    library.claims.edit(ClaimId(other), ClaimPatch(verdict="true"))
    document = library.memos.document(request(desk, claim_ids=(int(desk.claim),)))
    assert "1 verdict given" not in [event.summary for event in document.history]
