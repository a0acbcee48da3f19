"""What is dropped: told apart by what it is, and always a copy, whatever the program it comes from proposes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.filing_values import Origin
from factdesk.ui.dropping import Brought, brought, take_copy
from factdesk.ui.widgets.drop_frame import DropFrame

COPY, MOVE, LINK = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction


def dragged(*, urls: tuple[str, ...] = (), text: str = "", html: str = "") -> QMimeData:
    data = QMimeData()
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    return data


def drop(data: QMimeData, actions: Qt.DropAction, proposed: Qt.DropAction) -> QDropEvent:
    event = QDropEvent(QPointF(9, 9), actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(proposed)
    return event


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (dragged(urls=("file:///tmp/a%20b.txt", "https://x.example/")), Brought((Path("/tmp/a b.txt"),))),
        (
            dragged(urls=("https://courier.example/ward",), text="Velmark", html="<a>Velmark</a>"),
            Brought(origin=Origin.url("https://courier.example/ward")),
        ),
        (dragged(text=" www.courier.example "), Brought(origin=Origin.url("www.courier.example"))),
        (dragged(text="Two words", html="<p>Two words"), Brought(origin=Origin.text("Two words", "<p>Two words"))),
        (dragged(text=" \n"), None),
        (None, None),
    ],
)
def test_what_it_is_is_told_by_what_it_carries(data: QMimeData | None, found: Brought | None) -> None:
    assert brought(data) == found


def test_editor_that_would_move_its_words_keeps_them() -> None:
    data = dragged(text="Words of a draft")
    event = drop(data, COPY | MOVE, MOVE)
    assert take_copy(event)
    assert event.isAccepted()
    assert event.dropAction() is COPY


@pytest.mark.parametrize("offered", [MOVE, LINK])
def test_what_cannot_be_copied_is_left_where_it_is(offered: Qt.DropAction) -> None:
    data = dragged(text="Words of a draft")
    event = drop(data, offered, offered)
    assert not take_copy(event)
    assert not event.isAccepted()


def test_frame_shows_while_something_is_held_over(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 300)
    host.setAcceptDrops(True)
    host.show()
    frame = DropFrame(host)
    frame.eventFilter(host, QEvent(QEvent.Type.DragEnter))
    assert frame.isVisible()
    assert frame.size() == host.size()
    assert not frame.grab().toImage().isNull()
    QApplication.sendEvent(host, QDragLeaveEvent())
    assert frame.isHidden()
