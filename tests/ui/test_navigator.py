"""The navigator: where the window is, one step back, one step forward."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from factdesk.ui.navigator import Navigator, Place, Target

DESK = Target(Place.DESK)
FIRST, SECOND = Target(Place.ARTICLE, 1), Target(Place.CLAIM, 5)


@pytest.fixture
def navigator(qtbot: QtBot) -> Navigator:
    return Navigator()


def test_back_and_forward_retrace_the_steps(navigator: Navigator) -> None:
    went: list[Target] = []
    navigator.open(FIRST)
    navigator.open(SECOND)
    navigator.navigated.connect(went.append)
    navigator.back()
    navigator.back()
    navigator.back()
    navigator.forward()
    assert went == [FIRST, DESK, FIRST]
    assert navigator.current == FIRST


def test_a_new_way_forgets_the_one_forward(navigator: Navigator) -> None:
    known: list[tuple[bool, bool]] = []
    navigator.history_changed.connect(lambda *ways: known.append(ways))
    navigator.open(FIRST)
    navigator.back()
    assert known[-1] == (False, True)
    navigator.open(SECOND)
    assert known[-1] == (True, False)


def test_opening_where_one_is_goes_there_again_without_a_step(navigator: Navigator) -> None:
    navigator.open(FIRST)
    with_again: list[Target] = []
    navigator.navigated.connect(with_again.append)
    navigator.open(FIRST)
    assert with_again == [FIRST]
    navigator.back()
    assert navigator.current == DESK


def test_settling_goes_nowhere_and_can_be_gone_back_from(navigator: Navigator) -> None:
    went: list[Target] = []
    navigator.navigated.connect(went.append)
    navigator.settle(FIRST)
    assert went == []
    navigator.back()
    assert went == [DESK]


def test_forgetting_leaves_no_way_back(navigator: Navigator) -> None:
    navigator.open(FIRST)
    navigator.forget()
    navigator.back()
    assert navigator.current == DESK


def test_only_a_hundred_steps_are_remembered(navigator: Navigator) -> None:
    for at in range(150):
        navigator.open(Target(Place.ARTICLE, at + 1))
    for _step in range(150):
        navigator.back()
    assert navigator.current == Target(Place.ARTICLE, 50)
