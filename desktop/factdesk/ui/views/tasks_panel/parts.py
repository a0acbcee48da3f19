"""What stands below a task in the Tasks panel: what failed, with its reason and Retry; what waits for a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.ui.formats import number
from factdesk.ui.tasklist import Task, TaskFailure, TaskOffer, TaskState
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import ElidedLabel, label, rule, surface
from factdesk.words import _

SHOWN_FAILURES = 50
SIDE = 14
LONG_WORD = re.compile(r"(\S{30})(?=\S)")
FAILED_ICON = "octagon-alert"


class Failures(QWidget):
    """What failed, below a band with the deeds for all of it; a row goes when its item is tried again."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task
        self._shown: list[tuple[TaskFailure, QWidget]] = []
        self._count, self._more = label("", "text3"), label("", "small", wrap=True)
        self._retry = Button("", small=True, tooltip=_("Try all that failed once more"))
        self._retry.clicked.connect(self._on_retry)
        save = Button(_("Save list…"), kind="text", tooltip=_("Keep the list of failures as a text file"))
        save.clicked.connect(self._on_save)
        band = surface(QWidget(), "chrome")
        row = QHBoxLayout(band)
        row.setContentsMargins(SIDE, 4, 10, 4)
        row.addWidget(label(_("Failed"), "strong"))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(save)
        row.addWidget(self._retry)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._more.setContentsMargins(SIDE, 8, SIDE, 10)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (rule(), band):
            box.addWidget(widget)
        box.addLayout(self._rows)
        box.addWidget(self._more)
        self.hide()

    def renew(self) -> None:
        """Add what failed since, and drop what is being tried again."""
        failures = self._task.failures
        self.setVisible(bool(failures))
        self._show_rows(failures[:SHOWN_FAILURES])
        left = len(failures) - len(self._shown)
        self._more.setText(_("{count} more: save the list to see them all.").format(count=number(left)) if left else "")
        self._more.setVisible(left > 0)
        self._count.setText(number(len(failures)))
        self._retry.set_words(_("Retry all {count}").format(count=number(len(failures))))
        is_over = self._task.state is not TaskState.RUNNING
        self._retry.setVisible(self._task.retry_all is not None and is_over and len(failures) > 1)

    def _show_rows(self, wanted: list[TaskFailure]) -> None:
        kept = {id(failure) for failure in wanted}
        for _failure, row in (one for one in self._shown if id(one[0]) not in kept):
            row.hide()
            row.deleteLater()
        self._shown = [one for one in self._shown if id(one[0]) in kept]
        there = {id(failure) for failure, _row in self._shown}
        for failure in wanted:
            if id(failure) not in there:
                row = _FailureRow(failure)
                self._rows.addWidget(row)
                self._shown.append((failure, row))

    def _on_retry(self) -> None:
        if self._task.retry_all is not None:
            self._task.retry_all()

    def _on_save(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save list"), "failures.txt")
        if chosen:
            self._save(Path(chosen))

    def _save(self, path: Path) -> None:
        lines = [f"{failure.place or failure.name}\t{failure.reason}" for failure in self._task.failures]
        try:
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        except OSError as error:
            reason = error.strerror or str(error)
            self._more.setText(_("“{name}” could not be written: {reason}.").format(name=path.name, reason=reason))
            self._more.show()


class Offers(QWidget):
    """What a task left for a person: a line for each, its deeds at the right."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task
        self._shown: tuple[TaskOffer, ...] = ()
        self._rows: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.hide()

    def renew(self) -> None:
        """Show what is offered now."""
        if self._task.offers == self._shown:
            return
        self._shown = self._task.offers
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(offer) for offer in self._shown]
        for row in self._rows:
            self._box.addWidget(row)
        self.setVisible(bool(self._rows))

    def _row(self, offer: TaskOffer) -> QWidget:
        holder = surface(QWidget(), "chrome")
        deeds = QHBoxLayout()
        deeds.setSpacing(4)
        deeds.addStretch(1)
        for words, deed in offer.deeds:
            button = Button(words, small=True)
            button.clicked.connect(partial(_do, deed))
            deeds.addWidget(button)
        box = QVBoxLayout(holder)
        box.setContentsMargins(SIDE, 8, 10, 8)
        box.setSpacing(6)
        box.addWidget(narrow(label(offer.words, "small", wrap=True)))
        box.addLayout(deeds)
        return holder


class _FailureRow(QWidget):
    """Name, reason, and the deed that fits."""

    def __init__(self, failure: TaskFailure) -> None:
        super().__init__()
        name = ElidedLabel(failure.name, "body")
        if failure.place:
            name.setToolTip(failure.place)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(narrow(label(breakable(failure.reason), "small", wrap=True)))
        row = QHBoxLayout()
        row.setSpacing(8)  # a layout inside another takes over its spacing, and that of the box is none
        row.setContentsMargins(SIDE, 6, 10, 6)
        row.addWidget(IconLabel(FAILED_ICON, "", ink="danger"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if failure.retry is not None:
            retry = Button(_("Retry"), kind="link", tooltip=_("Try this one once more"))
            retry.setAccessibleName(_("Retry {name}").format(name=failure.name))
            retry.clicked.connect(partial(_do, failure.retry))
            row.addWidget(retry, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule())
        box.addLayout(row)


def narrow(words: QLabel) -> QLabel:
    """Let a label be as narrow as the panel, whatever its longest word."""
    words.setMinimumWidth(1)
    return words


def breakable(words: str) -> str:
    """Let a long name or path break where it has no space."""
    return LONG_WORD.sub("\\1\u200b", words)


def _do(deed: Callable[[], None], *_clicked: object) -> None:
    deed()
