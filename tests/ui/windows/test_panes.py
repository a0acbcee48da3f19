"""The desk's panes: widths by the window's size, kept as dragged, and the inspector as a drawer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.preferences import Preferences
from factdesk.ui.windows.panes import READER_LEAST, DeskPanes
from ui.reading import put


def panes_of(host: QWidget, preferences: Preferences, width: int) -> DeskPanes:
    panes = DeskPanes(
        navigation=QWidget(), articles=QWidget(), reader=QWidget(), right=QWidget(), preferences=preferences
    )
    host.resize(width, 800)
    put(host, panes)
    panes.show()
    return panes


@pytest.mark.parametrize(
    ("width", "widths", "side_by_side"),
    [(1280, (264, 340), False), (1440, (284, 380), False), (1920, (544, 440), True)],
)
def test_widths_follow_the_window(
    width: int, widths: tuple[int, int], side_by_side: bool, host: QWidget, preferences: Preferences
) -> None:
    panes = panes_of(host, preferences, width)
    sizes = panes.columns.sizes()
    assert (sizes[0], sizes[2]) == widths
    wanted = Qt.Orientation.Horizontal if side_by_side else Qt.Orientation.Vertical
    assert panes.left.orientation() is wanted


def test_reader_is_never_narrow(host: QWidget, preferences: Preferences) -> None:
    panes = panes_of(host, preferences, 1100)
    assert panes.columns.sizes()[1] >= READER_LEAST


def test_dragged_widths_are_put_back_at_the_next_start(host: QWidget, preferences: Preferences, qtbot: QtBot) -> None:
    panes = panes_of(host, preferences, 1440)
    panes.columns.setSizes([330, 708, 400])
    panes.columns.splitterMoved.emit(330, 1)
    qtbot.waitUntil(lambda: preferences.settings.splitters.get("desk.columns.usual") == "330,400")
    again = QWidget()
    qtbot.addWidget(again)
    assert panes_of(again, preferences, 1440).isVisible() is False
    again.show()
    columns = again.findChildren(DeskPanes)[0].columns
    qtbot.waitUntil(lambda: (columns.sizes()[0], columns.sizes()[2]) == (330, 400))


def test_damaged_widths_are_not_used(host: QWidget, preferences: Preferences) -> None:
    preferences.change(splitters={"desk.columns.usual": "wide,narrow"})
    sizes = panes_of(host, preferences, 1440).columns.sizes()
    assert (sizes[0], sizes[2]) == (284, 380)


def test_inspector_becomes_a_drawer_where_there_is_no_room(
    host: QWidget, preferences: Preferences, qtbot: QtBot
) -> None:
    panes = panes_of(host, preferences, 1280)
    docked: list[bool] = []
    panes.inspector_docked.connect(docked.append)
    host.resize(1000, 700)
    qtbot.waitUntil(lambda: docked == [False])
    right = panes._right
    assert not right.isVisible()
    panes.show_inspector(True)
    assert right.isVisible() and right.mapTo(host, right.rect().topRight()).x() >= host.width() - 2
    host.resize(1280, 800)
    qtbot.waitUntil(lambda: docked == [False, True])
    assert panes.columns.indexOf(right) == 2 and right.isVisible()


def test_hiding_the_left_gives_the_inspector_its_place_back(
    host: QWidget, preferences: Preferences, qtbot: QtBot
) -> None:
    panes = panes_of(host, preferences, 1000)
    qtbot.waitUntil(lambda: not panes.is_docked)
    panes.show_left(False)
    assert panes.is_docked
    panes.show_left(True)
    assert not panes.is_docked
