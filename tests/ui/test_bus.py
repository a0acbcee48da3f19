"""The bus: the first news at once, the rest of a moment merged, from any thread."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.verbs import Verb
from factdesk.ui.bus import Bus


def news(*claims: int, event: int = 1) -> Changes:
    return Changes(Verb.EDIT_CLAIM, event, {Kind.CLAIM: frozenset(claims)}, {Kind.CLAIM: frozenset(claims)})


def test_first_news_comes_at_once_and_the_rest_as_one(qtbot: QtBot) -> None:
    bus = Bus()
    heard: list[Changes] = []
    bus.library_changed.connect(heard.append)
    for at in range(1, 101):
        bus.publish(news(at, event=at))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0] == news(1)
    assert heard[1].ids[Kind.CLAIM] == frozenset(range(2, 101))
    assert heard[1].event == 100


def test_news_after_the_moment_comes_at_once_again(qtbot: QtBot) -> None:
    bus = Bus()
    heard: list[Changes] = []
    bus.library_changed.connect(heard.append)
    bus.publish(news(1))
    qtbot.waitUntil(lambda: not bus._timer.isActive() and len(heard) == 1)
    bus.publish(news(2))
    qtbot.waitUntil(lambda: heard == [news(1), news(2)])


def test_news_from_another_thread_is_heard_on_the_windows_thread(qtbot: QtBot) -> None:
    bus = Bus()
    threads: list[QThread] = []
    bus.library_changed.connect(lambda _changes: threads.append(QThread.currentThread()))
    writer = Thread(target=bus.publish, args=(news(1),))
    writer.start()
    writer.join()
    qtbot.waitUntil(lambda: len(threads) == 1)
    assert threads[0] is bus.thread()
