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

Decide = Callable[[Sequence[Origin]], None]
"""Shows origins to a person one after the other."""


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
        self._show()
        left = self._origins[len(items) :]
        words = ngettext("{count} file looked at", "{count} files looked at", len(items))
        words = words.format(count=number(len(items)))
        self.task.offers = (*self._rest(left), *self._twins(items))
        self._tasks.end(self.task, TaskState.CANCELLED if left else TaskState.DONE, words)

    def _on_error(self, error: FactdeskError) -> None:
        """Say what stopped it; what was filed before is safe."""
        self._show()
        self.task.offers = self._rest(self._origins[len(self._items) :])
        self._tasks.end(self.task, TaskState.FAILED, str(error))

    def _failure(self, item: FilingItem) -> TaskFailure:
        if item.source not in self._failed:
            reason = f"{item.error} {item.hint}".strip()
            self._failed[item.source] = TaskFailure(item.title, reason, lambda: self._retry([item]), place=item.source)
        return self._failed[item.source]

    def _rest(self, left: Sequence[Origin]) -> tuple[TaskOffer, ...]:
        """Offer to go on where it was cancelled."""
        if not left:
            return ()
        words = ngettext("{count} file not looked at", "{count} files not looked at", len(left))
        return (TaskOffer(words.format(count=number(len(left))), ((_("Go on"), lambda: self._go_on(left)),)),)

    def _twins(self, items: Sequence[FilingItem]) -> tuple[TaskOffer, ...]:
        """Offer to decide on other words under an address that is here already."""
        twins = [Origin.file(Path(item.source)) for item in items if item.outcome is FilingOutcome.TWIN]
        if not twins:
            return ()
        words = ngettext(
            "{count} file has other words under an address that is here already.",
            "{count} files have other words under an address that is here already.",
            len(twins),
        ).format(count=number(len(twins)))
        all_words = ngettext("Add it as a version", "Add all as versions", len(twins))
        deeds = ((_("Decide…"), lambda: self._on_decide(twins)), (all_words, lambda: self._add_all(twins)))
        return (TaskOffer(words, deeds),)

    def _on_decide(self, twins: Sequence[Origin]) -> None:
        self._take_offer_back()
        self._means.decide(twins)

    def _add_all(self, twins: Sequence[Origin]) -> None:
        self._take_offer_back()
        words = ngettext("Adding {count} version", "Adding {count} versions", len(twins))
        self._again(words.format(count=number(len(twins))), twins, asks=False)

    def _go_on(self, left: Sequence[Origin]) -> None:
        self._take_offer_back()
        words = ngettext("Filing {count} file", "Filing {count} files", len(left))
        self._again(words.format(count=number(len(left))), left)

    def _retry(self, items: Sequence[FilingItem]) -> None:
        """Try again as a task of its own; this one says nothing more of them."""
        self._tried_again |= {item.source for item in items}
        self._show()
        words = ngettext("Trying {count} file again", "Trying {count} files again", len(items))
        self._again(words.format(count=number(len(items))), [Origin.file(Path(item.source)) for item in items])

    def _take_offer_back(self) -> None:
        self.task.offers = ()
        self._tasks.touch()

    def _again(self, title: str, origins: Sequence[Origin], *, asks: bool = True) -> None:
        BulkFiling(title, origins, self._means, self.parent(), asks=asks)
