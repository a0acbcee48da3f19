"""The bar under the menus: file, places, search, tasks, inspector."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QWidget

from factdesk.ui.actionset import ActionSet
from factdesk.ui.navigator import Place
from factdesk.ui.tasklist import TaskList, TaskState
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import IconButton, SplitButton
from factdesk.ui.widgets.fields import SearchField
from factdesk.ui.widgets.labels import surface
from factdesk.ui.widgets.progress import TaskButton
from factdesk.words import _, mark

PLACES: tuple[tuple[Place, str], ...] = (
    (Place.DESK, mark("Desk")),
    (Place.SOURCES, mark("Sources")),
    (Place.MEMOS, mark("Memos")),
    (Place.HISTORY, mark("History")),
)
SEARCH_WIDTH = 320


class ToolBar(QWidget):
    """File article · places as tabs · search · tasks · inspector."""

    place_chosen = Signal(object)

    def __init__(self, actions: ActionSet, tasks: TaskList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._tasks = tasks
        surface(self, "chrome")
        self.setFixedHeight(theme().height("toolbar"))
        self._places = self._make_places()
        self._search = self._make_search()
        self._task_button = TaskButton()
        self._task_button.clicked.connect(actions["view.tasks"].trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._make_file_button())
        row.addSpacing(8)
        row.addWidget(self._places, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self._search)
        row.addWidget(self._task_button)
        row.addWidget(self._make_icon_button("view.inspector", "panel-right"))
        tasks.changed.connect(self._on_tasks_changed)
        self._on_tasks_changed()

    def show_place(self, place: Place) -> None:
        """Show which place the window is in."""
        index = next((at for at, (known, _words) in enumerate(PLACES) if known is place), 0)
        self._places.blockSignals(True)
        self._places.setCurrentIndex(index)
        self._places.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the search overlay where the field is clicked: typing happens there."""
        if watched is self._search and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._actions["search.open"].trigger()
            return True
        return super().eventFilter(watched, event)

    def _make_file_button(self) -> SplitButton:
        menu = QMenu(self)
        menu.addActions([self._actions[name] for name in ("article.file_clipboard", "article.file_folder")])
        button = SplitButton(_("File article"), menu)
        button.setToolTip(self._actions["article.file"].toolTip())
        button.clicked.connect(self._actions["article.file"].trigger)
        button.setEnabled(self._actions["article.file"].isEnabled())
        self._actions["article.file"].enabledChanged.connect(button.setEnabled)
        return button

    def _make_places(self) -> QTabBar:
        bar = QTabBar()
        bar.setObjectName("places")
        bar.setAccessibleName(_("Places"))
        bar.setDrawBase(False)
        bar.setExpanding(False)
        bar.setUsesScrollButtons(False)
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        for number, (_place, words) in enumerate(PLACES, start=1):
            bar.addTab(_(words))
            bar.setTabToolTip(number - 1, f"{_(words)} (Ctrl+{number})")
        bar.currentChanged.connect(lambda index: self.place_chosen.emit(PLACES[index][0]))
        return bar

    def _make_search(self) -> SearchField:
        field = SearchField(_("Search the library"), key="Ctrl+K")
        field.setObjectName("library-search")
        field.setAccessibleName(_("Search the library"))
        field.setReadOnly(True)
        field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        field.setCursor(Qt.CursorShape.PointingHandCursor)
        field.setToolTip(self._actions["search.open"].toolTip())
        field.setFixedWidth(SEARCH_WIDTH)
        field.installEventFilter(self)
        return field

    def _make_icon_button(self, action_id: str, name: str) -> IconButton:
        action = self._actions[action_id]
        button = IconButton(name, action.toolTip(), checkable=True)
        button.setChecked(action.isChecked())
        action.toggled.connect(button.setChecked)
        button.clicked.connect(action.trigger)
        return button

    def _on_tasks_changed(self) -> None:
        running = [task for task in self._tasks.tasks if task.state is TaskState.RUNNING]
        shares = [task.done / task.total for task in running if task.total]
        share = sum(shares) / len(shares) if shares else None
        self._task_button.set_tasks(len(running), share, has_trouble=self._tasks.has_trouble)
