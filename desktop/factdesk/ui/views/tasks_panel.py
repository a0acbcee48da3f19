"""The Tasks panel: what is under way with its bar and Cancel, what failed with its reason and Retry."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from factdesk.ui.actionset import ActionSet
from factdesk.ui.formats import number, time_left
from factdesk.ui.tasklist import Task, TaskFailure, TaskList, TaskState
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button, IconButton
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import ElidedLabel, label, rule, set_role, surface
from factdesk.ui.widgets.overlay import drop_shadow
from factdesk.ui.widgets.progress import ThinProgress
from factdesk.words import _, ngettext

WIDTH = 400
SHOWN_FAILURES = 50
SIDE = 14
LONG_WORD = re.compile(r"(\S{30})(?=\S)")
FAILED_ICON = "octagon-alert"


class TasksPanel(QFrame):
    """Lies above everything at the lower right and never blocks the window."""

    def __init__(self, tasks: TaskList, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._tasks = tasks
        self._deed = actions["view.tasks"]
        self._rows: dict[int, _TaskRow] = {}
        self.setObjectName("tasks-panel")
        self.setProperty("frame", "card")
        self.setAccessibleName(_("Tasks"))
        self._running = label("", "text3")
        self._nothing = label(_("Nothing is under way."), "text2")
        self._nothing.setContentsMargins(14, 14, 14, 18)
        self._list = QVBoxLayout()
        self._arrange()
        parent.installEventFilter(self)
        tasks.changed.connect(self._show)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self.isVisible()

    def open(self) -> None:
        """Show the panel."""
        self._show()
        self.show()
        self.raise_()
        self._place()
        self._deed.setChecked(True)

    def close_overlay(self) -> None:
        """Hide the panel."""
        self.hide()
        self._deed.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower right of the window."""
        if isinstance(event, QResizeEvent) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Give the width of the panel and the height its rows need, at most two thirds of the window."""
        rows = sum(row.height_at(WIDTH - 2) for row in self._rows.values()) or self._nothing.sizeHint().height()
        most = max(200, self._host.height() * 2 // 3)
        return QSize(WIDTH, min(most, 44 + rows))

    def _arrange(self) -> None:
        surface(self, "raised")
        drop_shadow(self)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 6)
        head.setSpacing(8)
        head.addWidget(label(_("Tasks"), "strong"))
        head.addWidget(self._running)
        head.addStretch(1)
        clear = Button(_("Clear done"), kind="text", tooltip=_("Take what is over off the list"))
        clear.clicked.connect(self._tasks.clear_done)
        close = IconButton("x", _("Close"), key="Esc")
        close.clicked.connect(self.close_overlay)
        head.addWidget(clear)
        head.addWidget(close)
        inside = QWidget()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._list)
        box.addWidget(self._nothing)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(surface(inside, "raised"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(rule())
        outer.addWidget(scroll, 1)

    def _place(self) -> None:
        self.resize(self.sizeHint())
        host = self._host
        self.move(host.width() - self.width() - 12, host.height() - self.height() - theme().height("status_bar") - 12)

    def _show(self) -> None:
        running = self._tasks.running
        self._running.setText(
            ngettext("{count} running", "{count} running", running).format(count=running) if running else ""
        )
        wanted = {id(task): task for task in self._tasks.tasks}
        for key in [key for key in self._rows if key not in wanted]:
            self._rows.pop(key).deleteLater()
        for at, (key, task) in enumerate(wanted.items()):
            if key not in self._rows:
                self._rows[key] = _TaskRow(task)
                self._list.insertWidget(at, self._rows[key])
                self._rows[key].show()  # now, so that its height counts at once
            self._rows[key].renew()
        self._nothing.setVisible(not wanted)
        if self.isVisible():
            self._place()


class _TaskRow(QWidget):
    """One task: title, bar, words, tallies, failures. Widgets are kept, since a task tells of itself often."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task
        self._title = ElidedLabel(task.title, "medium")
        self._deed = Button("", kind="link")
        self._deed.clicked.connect(self._on_deed)
        self._bar = ThinProgress()
        self._words = _narrow(label("", "small", wrap=True))
        self._tallies = QHBoxLayout()
        self._tallies.setSpacing(14)
        self._tally_labels: list[IconLabel] = []
        self._failures = _Failures(task)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._deed)
        top = QVBoxLayout()
        top.setContentsMargins(SIDE, 8, 10, 10)
        top.setSpacing(4)
        top.addLayout(head)
        top.addWidget(self._bar)
        top.addWidget(self._words)
        top.addLayout(self._tallies)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addLayout(top)
        self._box.addWidget(self._failures)
        self._box.addWidget(rule())

    def renew(self) -> None:
        """Show the task as it is now."""
        task = self._task
        is_running = task.state is TaskState.RUNNING
        self._bar.setVisible(is_running)
        if is_running:
            self._bar.set_share(task.done, task.total or 0)
        self._words.setText(_breakable(_progress_words(task)))
        set_role(self._words, "danger" if task.state is TaskState.FAILED else "small")
        deed = _deed_words(task)
        self._deed.set_words(deed)
        self._deed.setVisible(bool(deed))
        self._deed.setAccessibleName(f"{deed}: {task.title}" if deed else "")
        self._show_tallies()
        self._failures.renew()

    def height_at(self, width: int) -> int:
        """Give the height the row needs at a width, its lines broken there."""
        return self._box.totalHeightForWidth(width) if self._box.hasHeightForWidth() else self.sizeHint().height()

    def _show_tallies(self) -> None:
        if not self._tally_labels and self._task.tallies:
            self._tally_labels = [IconLabel(icon, role="small") for icon, _count, _words in self._task.tallies]
            for one in self._tally_labels:
                self._tallies.addWidget(one)
            self._tallies.addStretch(1)
        for one, (icon, count, words) in zip(self._tally_labels, self._task.tallies, strict=False):
            is_bad = icon == FAILED_ICON
            one.set(icon, f"{number(count)} {words}", "danger" if is_bad else "text3", "danger" if is_bad else "small")
            one.setVisible(count > 0)

    def _on_deed(self) -> None:
        task = self._task
        if task.state is TaskState.RUNNING and task.ticket is not None:
            task.ticket.cancel()
        elif task.state is TaskState.FAILED and task.retry is not None:
            task.retry()
        elif task.open is not None:
            task.open()


class _Failures(QWidget):
    """What failed, below a band with the deeds for all of it; rows are only ever added."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task
        self._shown = 0
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
        """Add what failed since."""
        failures = self._task.failures
        self.setVisible(bool(failures))
        if not failures:
            return
        for failure in failures[self._shown : SHOWN_FAILURES]:
            self._rows.addWidget(rule())
            self._rows.addWidget(_FailureRow(failure))
        self._shown = min(len(failures), SHOWN_FAILURES)
        left = len(failures) - self._shown
        self._more.setText(_("{count} more: save the list to see them all.").format(count=number(left)) if left else "")
        self._more.setVisible(left > 0)
        self._count.setText(number(len(failures)))
        self._retry.set_words(_("Retry all {count}").format(count=number(len(failures))))
        is_over = self._task.state is not TaskState.RUNNING
        self._retry.setVisible(self._task.retry_all is not None and is_over)

    def _on_retry(self) -> None:
        if self._task.retry_all is not None:
            self._task.retry_all()

    def _on_save(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save list"), "failures.txt")
        if chosen:
            self._save(Path(chosen))

    def _save(self, path: Path) -> None:
        lines = [f"{failure.name}\t{failure.reason}" for failure in self._task.failures]
        try:
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        except OSError as error:
            reason = error.strerror or str(error)
            self._more.setText(_("“{name}” could not be written: {reason}.").format(name=path.name, reason=reason))
            self._more.show()


class _FailureRow(QWidget):
    """Name, reason, and the deed that fits."""

    def __init__(self, failure: TaskFailure) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(failure.name, "body"))
        words.addWidget(_narrow(label(_breakable(failure.reason), "small", wrap=True)))
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 6, 10, 6)
        row.addWidget(IconLabel(FAILED_ICON, "", ink="danger"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if failure.retry is not None:
            retry = Button(_("Retry"), kind="link", tooltip=_("Try this one once more"))
            retry.setAccessibleName(_("Retry {name}").format(name=failure.name))
            retry.clicked.connect(partial(_call, failure))
            row.addWidget(retry, 0, Qt.AlignmentFlag.AlignTop)


def _narrow(words: QLabel) -> QLabel:
    """Let a label be as narrow as the panel, whatever its longest word."""
    words.setMinimumWidth(1)
    return words


def _breakable(words: str) -> str:
    """Let a long name or path break where it has no space."""
    return LONG_WORD.sub("\\1\u200b", words)


def _call(failure: TaskFailure) -> None:
    if failure.retry is not None:
        failure.retry()


def _deed_words(task: Task) -> str:
    if task.state is TaskState.RUNNING:
        return _("Cancel") if task.ticket is not None else ""
    if task.state is TaskState.FAILED:
        return _("Retry") if task.retry is not None else ""
    return _("Open") if task.open is not None else ""


def _progress_words(task: Task) -> str:
    if task.state is not TaskState.RUNNING:
        return task.words
    if task.total is None:
        return task.words or _("Working")
    words = _("{done} of {total}").format(done=number(task.done), total=number(task.total))
    left = task.seconds_left
    return f"{words} · {time_left(left)}" if left is not None else words
