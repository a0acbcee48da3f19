"""Garbage is collected on the window's thread only, and by Python again when the lanes are gone."""

from __future__ import annotations

import gc
import weakref
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from factdesk.tasks.collecting import BURST, Collector
from factdesk.tasks.runner import Runner


class Circle(QObject):
    """An object that only the collector can free; tells on which thread it went."""

    def __init__(self, told: list[bool]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: told.append(current_thread() is main_thread()))


def make_much() -> int:
    """Make more objects than any threshold."""
    return len([[] for _at in range(60_000)])


@pytest.mark.usefixtures("qapp")
def test_work_on_a_lane_frees_no_widget(qtbot: QtBot) -> None:
    told: list[bool] = []
    runner, done = Runner(), Event()
    Circle(told)
    for _time in range(20):
        runner.read(make_much)
    runner.read(done.set)
    qtbot.waitUntil(lambda: done.is_set() and runner.pending == 0)
    assert told == []
    runner._collector.collect()
    gc.collect()
    assert told == [True]
    runner.close()


def test_collecting_is_pythons_own_again_after_the_runner(qapp: object) -> None:
    before = gc.isenabled()
    runner = Runner()
    assert not gc.isenabled()
    runner.close()
    assert gc.isenabled() == before


def test_full_generation_is_collected(qapp: object) -> None:
    collector, told = Collector(), list[bool]()
    Circle(told)
    kept = [[] for _at in range(5_000)]
    assert gc.get_count()[0] > gc.get_threshold()[0]
    collector.collect()
    assert gc.get_count()[0] < len(kept)
    collector.close()
    gc.collect()
    assert told == [True]


def test_rows_of_a_long_list_are_looked_at_no_more(qapp: object) -> None:
    collector = Collector()
    try:
        gc.unfreeze()
        rows = [(number, [number]) for number in range(BURST)]
        collector.collect()
        assert gc.get_freeze_count() > len(rows)
        assert gc.get_count()[0] < BURST
    finally:
        collector.close()
    assert gc.get_freeze_count() == 0
