"""The Tasks panel: what is under way with its bar and Cancel, what failed with its reason and Retry."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from factdesk.ui.actionset import ActionSet
from factdesk.ui.formats import number, time_left
from factdesk.ui.tasklist import Task, TaskList, TaskState
from factdesk.ui.theme import theme
from factdesk.ui.views.tasks_panel.parts import FAILED_ICON, SIDE, Failures, Offers, breakable, narrow
from factdesk.ui.widgets.buttons import Button, IconButton
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import ElidedLabel, label, rule, set_role, surface
from factdesk.ui.widgets.overlay import drop_shadow
from factdesk.ui.widgets.progress import ThinProgress
from factdesk.words import _, ngettext

WIDTH = 400


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
        self._words = narrow(label("", "small", wrap=True))
        self._tallies = QHBoxLayout()
        self._tallies.setSpacing(14)
        self._tally_labels: list[IconLabel] = []
        self._failures = Failures(task)
        self._offers = Offers(task)
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
        self._box.addWidget(self._offers)
        self._box.addWidget(self._failures)
        self._box.addWidget(rule())

    def renew(self) -> None:
        """Show the task as it is now."""
        task = self._task
        self._title.setText(task.title)
        is_running = task.state is TaskState.RUNNING
        self._bar.setVisible(is_running)
        if is_running:
            self._bar.set_share(task.done, task.total or 0)
        self._words.setText(breakable(_progress_words(task)))
        set_role(self._words, "danger" if task.state is TaskState.FAILED else "small")
        deed = _deed_words(task)
        self._deed.set_words(deed)
        self._deed.setVisible(bool(deed))
        self._deed.setAccessibleName(f"{deed}: {task.title}" if deed else "")
        self._show_tallies()
        self._offers.renew()
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


def _deed_words(task: Task) -> str:
    if task.state is TaskState.RUNNING:
        return _("Cancel") if task.ticket is not None else ""
    if task.state is TaskState.FAILED:
        return _("Retry") if task.retry is not None else ""
    return _("Open") if task.open is not None else ""


def _progress_words(task: Task) -> str:
    if task.state is not TaskState.RUNNING:
        return task.words or (_("Done") if task.state is TaskState.DONE else "")
    if task.total is None:
        return task.words or _("Working")
    said = [_("{done} of {total}").format(done=number(task.done), total=number(task.total))]
    if task.pace is not None:
        said.append(_pace(task.pace))
    left = task.seconds_left
    if left is not None:
        said.append(time_left(left))
    return " · ".join(said)


def _pace(a_second: float) -> str:
    if a_second >= 1:
        return _("{count} a second").format(count=number(round(a_second)))
    return _("{count} a minute").format(count=number(max(1, round(60 * a_second))))
