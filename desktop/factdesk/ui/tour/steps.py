"""What the tour does, step by step, as a person would: first run, filing, deciding, marking, linking, judging, memo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest

from factdesk.library.filing_values import Origin
from factdesk.library.sample import sample_file
from factdesk.model.values.text import Span
from factdesk.settings import ThemeChoice
from factdesk.ui.dialogs.export_memo import ExportMemoDialog
from factdesk.ui.dialogs.filing import FilingDialog
from factdesk.ui.navigator import Place, Target
from factdesk.ui.tour.stage import SIZE, Stage
from factdesk.ui.widgets.page.view import PageView
from factdesk.ui.windows.workbench import Workbench
from factdesk.words import _

NEXT_VERSION = "story-3.html"
CLAIM_WORDS = "212 handovers of more than an hour in December"
SOURCE = "Handover log"
PASSAGE = "December in all"
STATEMENT = "Ambulance crews logged 212 handovers of more than an hour in December 2025."
QUERY = "triage hall"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it shows, and how it is done."""

    words: str
    do: Callable[[Stage], None]


def bench_of(stage: Stage) -> Workbench:
    """Give the workbench of the open library."""
    bench = stage.desktop.window.bench
    assert bench is not None
    return bench


def first_run(stage: Stage) -> None:
    """Show the window with no library open."""
    stage.desktop.window.resize(*SIZE)
    stage.desktop.window.show()
    stage.picture("first-run")


def open_sample(stage: Stage) -> None:
    """Open the sample desk on its newest article."""
    stage.desktop.open_sample(stage.out / "Sample desk.factdesk")
    stage.wait(lambda: stage.desktop.window.bench is not None, _("the sample desk"))
    bench = bench_of(stage)
    stage.wait(lambda: bench.desk.reader.content is not None, _("an open article"))
    bench.desk.reader.select_claim(_claim_of(bench, 2))
    stage.picture("desk")


def file_version(stage: Stage) -> None:
    """File a new version of the article through the dialog."""
    bench = bench_of(stage)
    page = Path(NEXT_VERSION)
    page.write_bytes(sample_file(NEXT_VERSION).read_bytes())
    dialog: FilingDialog = bench.filing.file_dialog(Origin.file(page))
    stage.wait(lambda: dialog.twins.twin is not None, _("the twin of the article"))
    stage.picture("filing", dialog)
    article_id = bench.desk.reader.article_id
    dialog.accept()
    stage.wait(lambda: _version_of(bench) == 3 and bench.desk.reader.article_id == article_id, _("the new version"))


def decide(stage: Stage) -> None:
    """Decide where changed and vanished claims belong."""
    bench = bench_of(stage)
    article_id = bench.desk.reader.article_id or 0
    stage.desktop.context.navigator.open(Target(Place.CARRY_OVER, article_id))
    decisions = bench.desk.carry_over.decisions
    stage.wait(lambda: bool(decisions.waiting), _("claims to decide on"))
    stage.picture("claims-in-the-new-version")
    decisions.answer_all()
    decisions.finished.emit(decisions.answers())
    stage.wait(lambda: not decisions.waiting, _("decided claims"))
    stage.desktop.context.navigator.back()


def mark_claim(stage: Stage) -> None:
    """Select words and make them a claim."""
    bench = bench_of(stage)
    reader = bench.desk.reader
    stage.wait(lambda: reader.content is not None and _version_of(bench) == 3, _("the article"))
    before = len(reader.content.claims) if reader.content else 0
    reader.page.select(_place(reader.page, CLAIM_WORDS))
    stage.desktop.context.actions["claim.mark"].trigger()
    stage.wait(lambda: reader.content is not None and len(reader.content.claims) > before, _("the new claim"))
    stage.settle()
    bench.desk.inspector.edit_statement()
    stage.wait(lambda: bench.desk.inspector.focusWidget() is not None, _("the field of the statement"))
    field = bench.desk.inspector.focusWidget()
    if field is not None:
        QTest.keyClicks(field, STATEMENT)
        field.clearFocus()
    stage.wait(lambda: (row := reader.selected_claim()) is not None and row.statement == STATEMENT, _("the statement"))
    stage.picture("marked-claim")


def link_evidence(stage: Stage) -> None:
    """Tie the claim to the words of a source, by one key for the stance."""
    bench = bench_of(stage)
    stage.desktop.context.actions["evidence.link"].trigger()
    pane = bench.desk.link.source
    stage.wait(lambda: pane.content is not None, _("a source"))
    pane.choose_title(SOURCE)
    stage.wait(lambda: pane.content is not None and SOURCE in pane.content.detail.row.title, _("the log"))
    stage.settle()
    pane.page.select(_line_with(pane.page, PASSAGE, "212"))
    stage.desktop.context.actions["stance.supports"].trigger()
    stage.picture("link-evidence")
    stage.desktop.context.actions["link.accept"].trigger()
    stage.wait(lambda: bench.desk.link.evidence_count > 0, _("the link"))
    stage.desktop.context.navigator.back()


def judge(stage: Stage) -> None:
    """Give a verdict."""
    bench = bench_of(stage)
    reader = bench.desk.reader
    stage.wait(lambda: reader.selected_claim() is not None, _("the claim"))
    stage.desktop.context.actions["verdict.1"].trigger()
    stage.wait(lambda: (row := reader.selected_claim()) is not None and row.verdict == "true", _("the verdict"))
    stage.picture("verdict")


def coverage(stage: Stage) -> None:
    """Show what of the text is dealt with."""
    action = stage.desktop.context.actions["view.coverage"]
    action.trigger()
    stage.picture("coverage")
    action.trigger()


def search(stage: Stage) -> None:
    """Find it again by typing."""
    bench = bench_of(stage)
    stage.wait(lambda: bench.library.indexing.pending() == 0, _("the index"))
    bench.search.open(QUERY)
    stage.settle()
    stage.picture("search")
    bench.search.close_overlay()


def source_sheet(stage: Stage) -> None:
    """Show the sheet of a source."""
    bench = bench_of(stage)
    content = bench.desk.link.source.content
    if content is not None:
        stage.desktop.context.navigator.open(Target(Place.SOURCE, content.detail.row.id))
    stage.picture("source")
    stage.desktop.context.navigator.back()


def export_memo(stage: Stage) -> None:
    """Write the Word memo."""
    bench = bench_of(stage)
    dialog = bench.deeds.export_memo()
    assert isinstance(dialog, ExportMemoDialog)
    stage.settle()
    dialog.set_target(Path("memo.docx"))
    dialog.open_when_done(False)
    stage.picture("export-memo", dialog)
    dialog.accept()
    stage.wait((stage.out / "memo.docx").is_file, _("the memo"))
    stage.settle()


def history(stage: Stage) -> None:
    """Show what was done, line by line."""
    stage.desktop.context.navigator.open(Target(Place.HISTORY))
    stage.picture("history")
    stage.desktop.context.navigator.back()


def dark(stage: Stage) -> None:
    """Show the desk in the dark."""
    stage.desktop.preferences.change(theme=ThemeChoice.DARK)
    stage.picture("desk-dark")


STEPS = (
    Step("First run", first_run),
    Step("The sample desk", open_sample),
    Step("File a new version", file_version),
    Step("Decide on changed claims", decide),
    Step("Mark a claim", mark_claim),
    Step("Link evidence", link_evidence),
    Step("Give a verdict", judge),
    Step("Coverage", coverage),
    Step("Search", search),
    Step("The source", source_sheet),
    Step("Export the memo", export_memo),
    Step("History", history),
    Step("In the dark", dark),
)


def _version_of(bench: Workbench) -> int:
    content = bench.desk.reader.content
    return content.text.version.number if content else 0


def _claim_of(bench: Workbench, number: int) -> int | None:
    content = bench.desk.reader.content
    return next((row.id for row in content.claims if row.number == number), None) if content else None


def _place(page: PageView, words: str) -> Span:
    at = page.content.text.index(words)
    return Span(at, at + len(words))


def _line_with(page: PageView, *words: str) -> Span:
    """Give the first block that holds all the words; the first block of all when none does."""
    text = page.content.text
    for block in page.content.blocks:
        if all(word in text[block.start : block.end] for word in words):
            return block.span
    return page.content.blocks[0].span
