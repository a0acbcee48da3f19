"""Worker processes: a value comes back, a dead or endless worker costs its own item only, errors keep their hint."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from factdesk import words
from factdesk.compute import Here, Workers
from factdesk.errors import InputError


def double(number: int) -> int:
    return 2 * number


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def never_end() -> None:
    while True:
        signal.pause()


def refuse() -> None:
    raise InputError("It is locked.", hint="Unlock it.", code="locked")


def spoken() -> str:
    return words.language()


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    made = Workers(1)
    yield made
    made.close()


@pytest.mark.parametrize("compute", [Here(), Workers(1)], ids=["here", "workers"])
def test_value_comes_back(compute: Here | Workers) -> None:
    assert compute.run(double, 21) == 42
    compute.close()


def test_dead_worker_costs_its_own_item_only(workers: Workers) -> None:
    with pytest.raises(InputError, match="broke its reader"):
        workers.run(die)
    assert workers.run(double, 4) == 8


def test_endless_work_is_stopped() -> None:
    workers = Workers(1, seconds=3.0)
    with pytest.raises(InputError, match="too long"):
        workers.run(never_end)
    workers.close()


def test_error_keeps_sentence_hint_and_code(workers: Workers) -> None:
    with pytest.raises(InputError) as caught:
        workers.run(refuse)
    assert (caught.value.sentence, caught.value.hint, caught.value.code) == ("It is locked.", "Unlock it.", "locked")


def test_worker_speaks_the_language_of_the_program(workers: Workers) -> None:
    assert workers.run(spoken) == "en"
    words.use_language("uk")
    try:
        assert workers.run(spoken) == "uk"
    finally:
        words.use_language("en")
