"""Many files as one task: what was filed, what was here already, what waits for a person, what failed and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from factdesk.errors import FactdeskError
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.model.enums import FilingOutcome, Role
from factdesk.model.values.articles import FilingItem
from factdesk.tasks.runner import Runner
from factdesk.ui.formats import number
from factdesk.ui.tasklist import Task, TaskFailure, TaskList, TaskOffer, TaskState
from factdesk.words import _, ngettext

Decide = Callable[[Sequence[Origin], Callable[[Sequence[Origin]], None]], None]
"""Shows origins to a person one after the other; hands back those that are left when the person breaks off."""


@dataclass(frozen=True, slots=True)
class Means:
    """What filing many files works with."""

    library: Library
    runner: Runner
    tasks: TaskList
    decide: Decide


class BulkFiling(QObject):
    """One run over many files; what it leaves undone it offers on its line of the Tasks panel."""

    def __init__(
        self, title: str, origins: Sequence[Origin], means: Means, parent: QObject | None = None, *, asks: bool = True
    ) -> None:
        super().__init__(parent)
        self._means, self._tasks = means, means.tasks
        self._origins = list(origins)
        self._items: list[FilingItem] = []
        self._failed: dict[str, TaskFailure] = {}
        self._tried_again: set[str] = set()
        self._left: list[Origin] = []
        self._undecided: list[Origin] = []
        self.task = Task(title, total=len(self._origins))
        ticket = means.runner.bulk(
            means.library.filing.file_many,
            self._origins,
            role=Role.REFERENCE,
            on_item=self._items.append,  # safe across threads
            asks=asks,
            on_done=self._on_done,
            on_error=self._on_error,
            progress=True,
        )
        self.task.ticket = ticket
        ticket.progressed.connect(lambda *_report: self._show())
        self._tasks.add(self.task)

    def _show(self) -> None:
        """Count what came of the items so far."""
        items = [item for item in tuple(self._items) if item.source not in self._tried_again]
        counts = Counter(item.outcome for item in items)
        self.task.tallies = (
            ("check", counts[FilingOutcome.FILED], _("filed")),
            ("git-compare", counts[FilingOutcome.NEW_VERSION], _("new versions")),
            ("copy", counts[FilingOutcome.KNOWN], _("already here")),
            ("circle-help", counts[FilingOutcome.TWIN], _("to decide")),
            ("octagon-alert", counts[FilingOutcome.FAILED], _("failed")),
        )
        failed = [item for item in items if item.outcome is FilingOutcome.FAILED]
        self.task.failures[:] = [self._failure(item) for item in failed]
        self.task.retry_all = (lambda: self._retry(failed)) if failed else None

    def _on_done(self, items: tuple[FilingItem, ...]) -> None:
        """Say how it ended; a cancelled filing kept what was done."""
        words = ngettext("{count} file looked at", "{count} files looked at", len(items))
        self._end(TaskState.DONE, words.format(count=number(len(items))))

    def _on_error(self, error: FactdeskError) -> None:
        """Say what stopped it; what was filed before is safe."""
        self._end(TaskState.FAILED, str(error))

    def _end(self, state: TaskState, words: str) -> None:
        self._show()
        self._left = self._origins[len(self._items) :]
        twins = [item for item in self._items if item.outcome is FilingOutcome.TWIN]
        self._undecided = [Origin.file(Path(item.source)) for item in twins]
        self._offer()
        self._tasks.end(self.task, TaskState.CANCELLED if state is TaskState.DONE and self._left else state, words)

    def _failure(self, item: FilingItem) -> TaskFailure:
        if item.source not in self._failed:
            reason = f"{item.error} {item.hint}".strip()
            self._failed[item.source] = TaskFailure(item.title, reason, lambda: self._retry([item]), place=item.source)
        return self._failed[item.source]

    def _offer(self) -> None:
        """Offer to go on where it was cancelled, and to decide on other words under an address that is here already."""
        offers: list[TaskOffer] = []
        left, undecided = len(self._left), len(self._undecided)
        if left:
            words = ngettext("{count} file not looked at", "{count} files not looked at", left)
            offers.append(TaskOffer(words.format(count=number(left)), ((_("Go on"), self._go_on),)))
        if undecided:
            words = ngettext(
                "{count} file has other words under an address that is here already.",
                "{count} files have other words under an address that is here already.",
                undecided,
            )
            all_words = ngettext("Add it as a version", "Add all as versions", undecided)
            deeds = ((_("Decide…"), self._on_decide), (all_words, self._add_all))
            offers.append(TaskOffer(words.format(count=number(undecided)), deeds))
        self.task.offers = tuple(offers)
        self._tasks.touch()

    def _on_decide(self) -> None:
        twins, self._undecided = self._undecided, []
        self._offer()
        self._means.decide(twins, self._put_back)

    def _put_back(self, left: Sequence[Origin]) -> None:
        self._undecided = list(left)
        self._offer()

    def _add_all(self) -> None:
        twins, self._undecided = self._undecided, []
        self._offer()
        words = ngettext("Adding {count} version", "Adding {count} versions", len(twins))
        self._again(words.format(count=number(len(twins))), twins, asks=False)

    def _go_on(self) -> None:
        left, self._left = self._left, []
        self._offer()
        words = ngettext("Filing {count} file", "Filing {count} files", len(left))
        self._again(words.format(count=number(len(left))), left)

    def _retry(self, items: Sequence[FilingItem]) -> None:
        """Try again as a task of its own; this one says nothing more of them."""
        self._tried_again |= {item.source for item in items}
        self._show()
        words = ngettext("Trying {count} file again", "Trying {count} files again", len(items))
        self._again(words.format(count=number(len(items))), [Origin.file(Path(item.source)) for item in items])

    def _again(self, title: str, origins: Sequence[Origin], *, asks: bool = True) -> None:
        BulkFiling(title, origins, self._means, self.parent(), asks=asks)
