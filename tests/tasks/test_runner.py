"""The runner: answers arrive on the window's thread, edits keep their order, stale questions stay silent."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from factdesk.errors import BugError, Cancelled, FactdeskError, InputError
from factdesk.progress import CancelToken, Progress
from factdesk.tasks.lanes import Lane
from factdesk.tasks.runner import Runner


@pytest.fixture
def runner(qapp: object) -> Iterator[Runner]:
    del qapp
    made = Runner()
    yield made
    made.close()
    assert made.pending == 0


def test_answer_arrives_on_the_window_thread(runner: Runner, qtbot: QtBot) -> None:
    seen: list[bool] = []
    runner.read(lambda: current_thread() is main_thread(), on_done=lambda there: seen.extend([there, _is_main()]))
    qtbot.waitUntil(lambda: seen == [False, True])


def test_edits_keep_their_order(runner: Runner, qtbot: QtBot) -> None:
    done: list[int] = []
    for number in range(30):
        runner.edit(lambda number=number: number, on_done=done.append)
    qtbot.waitUntil(lambda: done == list(range(30)))


def test_bulk_work_does_not_hold_up_an_edit(runner: Runner, qtbot: QtBot) -> None:
    gate, done = Event(), []
    runner.bulk(gate.wait, 10, on_done=lambda _was_set: done.append("bulk"))
    runner.edit(lambda: "edit", on_done=done.append)
    qtbot.waitUntil(lambda: done == ["edit"])
    gate.set()
    qtbot.waitUntil(lambda: done == ["edit", "bulk"])


def test_latest_drops_the_older_question(runner: Runner, qtbot: QtBot) -> None:
    gate, answers = Event(), []
    older = runner.latest("search", lambda: gate.wait(10) and "old", on_done=answers.append)
    runner.latest("search", lambda: "new", on_done=answers.append)
    gate.set()
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert answers == ["new"]
    assert older.token.is_cancelled


def test_cancelled_work_tells_only_that(runner: Runner, qtbot: QtBot) -> None:
    began = Event()

    def work(*, progress: Progress, cancel: CancelToken) -> None:
        del progress
        began.set()
        while True:
            cancel.raise_if_cancelled()

    errors: list[FactdeskError] = []
    ticket = runner.bulk(work, on_error=errors.append, progress=True)
    with qtbot.waitSignal(ticket.cancelled):
        assert began.wait(10)
        ticket.cancel()
    assert errors == []


def test_error_of_the_world_reaches_the_caller_else_the_presenter(runner: Runner, qtbot: QtBot) -> None:
    taken: list[FactdeskError] = []
    presented: list[FactdeskError] = []
    runner.present = presented.append

    def fail() -> None:
        raise InputError("It is empty.", hint="Choose another one.")

    runner.read(fail, on_error=taken.append)
    runner.read(fail)
    qtbot.waitUntil(lambda: len(taken) == len(presented) == 1)
    assert taken[0].args == ("It is empty.",)


def test_fault_of_ours_becomes_a_bug_with_its_cause(runner: Runner, qtbot: QtBot) -> None:
    taken: list[FactdeskError] = []
    runner.read(lambda: 1 // 0, on_error=taken.append)
    qtbot.waitUntil(lambda: len(taken) == 1)
    assert isinstance(taken[0], BugError)
    assert isinstance(taken[0].__cause__, ZeroDivisionError)


def test_progress_tells_the_last_step(runner: Runner, qtbot: QtBot) -> None:
    def work(*, progress: Progress, cancel: CancelToken) -> int:
        del cancel
        for done in range(1, 1001):
            progress.report(done, 1000, "file")
        return 1000

    told: list[int] = []
    ticket = runner.bulk(work, progress=True)
    ticket.progressed.connect(lambda done, _total, _words: told.append(done))
    with qtbot.waitSignal(ticket.finished):
        pass
    assert told[-1] == 1000
    assert len(told) < 1000


def test_close_lets_sent_edits_finish(qapp: object) -> None:
    del qapp
    runner, written = Runner(), []
    for number in range(20):
        runner.send(Lane.EDIT, written.append, number)
    runner.close()
    assert written == list(range(20))


def test_cancelled_is_no_fault_of_anybody() -> None:
    assert not issubclass(Cancelled, InputError)


def _is_main() -> bool:
    return current_thread() is main_thread()


def test_nothing_begins_after_the_end(runner: Runner, qtbot: QtBot) -> None:
    begun: list[int] = []
    runner.read(begun.append, 1)
    qtbot.waitUntil(lambda: runner.pending == 0)
    runner.close()
    late = [runner.read(begun.append, 2), runner.edit(begun.append, 3), runner.latest("late", begun.append, 4)]
    assert begun == [1]
    assert all(ticket.is_stale for ticket in late)
    assert runner.pending == 0
