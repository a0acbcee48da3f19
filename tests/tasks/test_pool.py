"""The threads of one lane: order, number, waiting, and letting go."""

from __future__ import annotations

from threading import Barrier, Event, Lock

from PySide6.QtCore import QThread

from factdesk.tasks.pool import Pool


def test_one_thread_keeps_the_order() -> None:
    pool, done = Pool("edit", 1), list[int]()
    for number in range(200):
        pool.start(lambda number=number: done.append(number))  # type: ignore[misc]
    pool.wait()
    assert done == list(range(200))
    pool.close()


def test_no_more_threads_than_allowed_and_each_is_kept() -> None:
    pool, lock, names = Pool("read", 2), Lock(), set[str]()

    def note() -> None:
        with lock:
            names.add(QThread.currentThread().objectName())

    for _time in range(100):
        pool.start(note)
    pool.wait()
    assert names <= {"read-1", "read-2"}
    pool.close()


def test_two_threads_work_side_by_side() -> None:
    pool, both = Pool("read", 2), Barrier(2, timeout=10)
    for _time in range(2):
        pool.start(both.wait)  # type: ignore[arg-type]
    pool.wait()
    assert not both.broken
    pool.close()


def test_waiting_lasts_until_all_is_done() -> None:
    pool, gate, done = Pool("bulk", 1), Event(), list[int]()
    pool.start(lambda: done.append(gate.wait(10)))
    pool.start(lambda: done.append(2))
    assert done == []
    gate.set()
    pool.wait()
    assert done == [True, 2]
    pool.close()


def test_closed_pool_has_no_threads_and_can_begin_again() -> None:
    pool, done = Pool("net", 4), list[int]()
    pool.start(lambda: done.append(1))
    pool.close()
    assert pool._threads == []
    pool.start(lambda: done.append(2))
    pool.close()
    assert done == [1, 2]
