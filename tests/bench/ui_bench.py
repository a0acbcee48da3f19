"""Measures the desk with a long list and a long text: by hand, never in the suite.

    QT_QPA_PLATFORM=offscreen python tests/bench/ui_bench.py FOLDER [--articles 10000] [--words 100000] [--claims 300]

FOLDER is made with that many short articles and one long text whose claims are marked by the library's own verbs; one
that is there is used as it is. A heartbeat of five milliseconds runs on the window's thread: "block" is how much later
than that a beat came, wall clock. "own" is the processor time of the window's own thread, which other programs on the
machine do not stretch. Times are in milliseconds.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from factdesk.compute import Here
from factdesk.library.filing import article_draft
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.model.enums import Kind, Role, TwinChoice
from factdesk.model.ids import ArticleId, ClaimId, VersionId
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.text import Span
from factdesk.settings import Settings
from factdesk.tasks.runner import Runner
from factdesk.ui import theme as look
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.context import AppContext
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.preferences import Preferences
from factdesk.ui.tasklist import TaskList
from factdesk.ui.windows.desk import Desk

LONG = "The long report of the inquiry"
BEAT = 0.005
WORDS = """the hospital board council report budget minister region nurses said year million percent school bridge river
law court tax votes police data figures rose fell since record first never every doubled halved cost energy
patients"""
STOCK = WORDS.split()


class Text:
    """Invented sentences, the same in each run."""

    def __init__(self) -> None:
        self._chance = random.Random(4)

    def title(self) -> str:
        """Give four to fourteen words."""
        return " ".join(self._chance.choices(STOCK, k=self._chance.randint(4, 14))).capitalize()

    def body(self, words: int) -> str:
        """Give paragraphs with that many words, or a few more."""
        paragraphs, count = [], 0
        while count < words:
            sentences = [
                " ".join(self._chance.choices(STOCK, k=self._chance.randint(8, 22))).capitalize() + "."
                for _one in range(self._chance.randint(2, 6))
            ]
            paragraphs.append(" ".join(sentences))
            count += len(paragraphs[-1].split())
        return "\n\n".join(paragraphs)

    def place(self, within: str, start: int, end: int) -> Span:
        """Give some words between two offsets."""
        first = within.index(" ", start + self._chance.randrange(max(1, (end - start) // 2))) + 1
        return Span(first, within.index(" ", min(first + self._chance.randint(20, 200), len(within) - 40)))


def file_text(library: Library, title: str, body: str, role: Role, day: str) -> ArticleId:
    """File a pasted text."""
    draft = library.filing.preview(Origin.text(f"{title}\n\n{body}"))
    article = replace(article_draft(draft.captured, role=role), title=title, outlet="The Courier", published=day)
    return ArticleId(library.filing.file(draft, article, TwinChoice.KEEP_BOTH, None).new(Kind.ARTICLE))


def make(folder: Path, articles: int, words: int, claims: int) -> Library:
    """Make the library."""
    library = Library.create(folder, who="Bench")
    text = Text()
    for number in range(articles):
        day = f"{2016 + number % 10}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        file_text(library, text.title(), text.body(40), Role.REFERENCE, day)
    story = file_text(library, LONG, text.body(words), Role.DRAFT, "2026-12-30")
    version = VersionId(library.articles.detail(story).latest.id)
    content = library.articles.text(version).content.text
    ratings = [rating.key for rating in library.desk.scale().ratings]
    step = len(content) // claims
    for number in range(claims):
        span = text.place(content, number * step + 20, (number + 1) * step)
        claim = ClaimId(library.claims.mark(version, span).new(Kind.CLAIM))
        library.claims.edit(claim, ClaimPatch(verdict=ratings[number % len(ratings)], statement=f"Claim {number}"))
    return library


class Bench:
    """The desk on a library, with a heartbeat."""

    def __init__(self, library: Library) -> None:
        self.runner = Runner()
        self.actions = ActionSet({})
        self.navigator = Navigator()
        preferences = Preferences(Settings(who="Bench"), keep=lambda now, **changes: now.model_copy(update=changes))
        bus = Bus()
        library.subscribe(bus.publish)
        context = AppContext(preferences, self.runner, bus, self.actions, self.navigator, TaskList(self.runner), Here())
        self.desk = Desk(library, context)
        self.desk.resize(1440, 900)
        self.desk.show()
        self.navigator.navigated.connect(self.desk.show_target)
        self._beats: list[float] = []
        self._last = 0.0
        self._heart = QTimer()
        self._heart.setInterval(round(BEAT * 1000))
        self._heart.timeout.connect(self._beat)
        self._heart.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self._beats.append(now - self._last - BEAT)
        self._last = now

    def at_rest(self) -> bool:
        """Whether no lane has work."""
        return self.runner.pending == 0

    def until(self, done: Callable[[], bool], limit: float = 120) -> None:
        """Let the window live until `done`."""
        end = time.perf_counter() + limit
        QApplication.processEvents()
        while not done() and time.perf_counter() < end:
            QApplication.processEvents()

    def phase(self, name: str, act: Callable[[], object], done: Callable[[], bool], times: int = 1) -> None:
        """Do it `times` times and print how long one took, and the longest block."""
        self.until(self.at_rest)
        taken, own = [], []
        self._beats.clear()
        self._last = time.perf_counter()
        for _time in range(times):
            wall, processor = time.perf_counter(), time.thread_time()
            act()
            self.until(done)
            taken.append(1000 * (time.perf_counter() - wall))
            own.append(1000 * (time.thread_time() - processor))
        self.until(lambda: len(self._beats) > 2)
        blocks = sorted(1000 * beat for beat in self._beats)
        over = sum(block > 50 for block in blocks)
        print(
            f"| {name} | {statistics.median(taken):.0f} | {max(taken):.0f} | {statistics.median(own):.0f} "
            f"| {max(own):.0f} | {blocks[-1]:.0f} | {over} |",
            flush=True,
        )


def measure(bench: Bench, story: ArticleId) -> None:
    """Print one line a deed."""
    desk, actions, rest = bench.desk, bench.actions, bench.at_rest
    print(
        "| | median | longest | own median | own longest | longest block | blocks > 50 |\n|---|---|---|---|---|---|---|"
    )
    bench.phase("list of all articles, first one open", desk.navigation.choose_first, lambda: _is_open(desk) and rest())
    bench.until(lambda: desk.reader.article_id is not None)
    bench.navigator.open(Target(Place.ARTICLE, 5))
    bench.until(lambda: desk.reader.article_id == 5)
    bench.phase(
        "open the long text, first screen",
        lambda: bench.navigator.open(Target(Place.ARTICLE, story)),
        lambda: desk.reader.article_id == story,
    )
    with_rest = []
    desk.reader.page.content_filled.connect(lambda: with_rest.append(1))
    bench.phase("lay the rest of it out in the pauses", lambda: None, lambda: bool(with_rest))
    claims = len(desk.reader.content.claims) if desk.reader.content else 0
    bench.phase(
        "one claim on (J), inspector filled",
        actions["claim.next"].trigger,
        lambda: desk.inspector.claim_id == desk.reader.claim_id and rest(),
        times=claims,
    )
    bench.phase("one claim on, at key repeat", actions["claim.next"].trigger, lambda: True, times=claims)
    bench.phase("verdict given, mark redrawn", *_judging(bench), times=10)
    bench.phase("words marked as a claim (M)", *_marking(bench), times=10)
    bench.phase("coverage on", actions["view.coverage"].trigger, rest)
    bench.phase("next open sentence (N)", actions["coverage.next"].trigger, lambda: True, times=100)
    bench.phase("coverage off", actions["view.coverage"].trigger, rest)
    bench.phase("text size up", actions["view.zoom_in"].trigger, lambda: True, times=3)
    bench.phase("list sorted by title", lambda: desk.articles._on_sorting("title"), rest)
    bench.phase("list grouped by month", lambda: desk.articles._on_grouping("month"), rest)


def _judging(bench: Bench) -> tuple[Callable[[], object], Callable[[], bool]]:
    """Give the selected claim one verdict and another in turn; done when the reader shows it."""
    wanted = {"verdict": ""}

    def give() -> None:
        key, wanted["verdict"] = ("5", "false") if wanted["verdict"] == "true" else ("1", "true")
        bench.actions[f"verdict.{key}"].trigger()

    def is_shown() -> bool:
        row = bench.desk.reader.selected_claim()
        return row is not None and row.verdict == wanted["verdict"]

    return give, is_shown


def _marking(bench: Bench) -> tuple[Callable[[], object], Callable[[], bool]]:
    """Mark words further and further down; done when the reader shows the new claim and the inspector has it."""
    desk, wanted = bench.desk, {"claims": 0, "at": 0}

    def mark() -> None:
        content = desk.reader.content
        assert content is not None
        wanted["claims"] = len(content.claims) + 1
        wanted["at"] += len(content.text.content.text) // 12
        start = content.text.content.text.index(" ", wanted["at"]) + 1
        desk.reader.page.select(Span(start, start + 40))
        bench.actions["claim.mark"].trigger()

    def is_shown() -> bool:
        content = desk.reader.content
        return content is not None and len(content.claims) == wanted["claims"] and desk.inspector.claim_id is not None

    return mark, is_shown


def _is_open(desk: Desk) -> bool:
    return desk.articles.model.rowCount() > 0 and desk.reader.article_id is not None


def main() -> None:
    """Make or open the library and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=300)
    options = parser.parse_args()
    app = QApplication([])
    look.apply(app, look.Choice.LIGHT)
    if options.folder.exists():
        library = Library.open(options.folder, who="Bench")
    else:
        library = make(options.folder, options.articles, options.words, options.claims)
    story = next(row for row in library.articles.rows() if row.title == LONG)
    bench = Bench(library)
    measure(bench, ArticleId(story.id))
    bench.desk.close()
    bench.runner.close()
    library.close()


if __name__ == "__main__":
    main()
