"""Waiting on the stage of the tour: what was seen once was seen, what never comes stops the tour."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factdesk.errors import InputError
from factdesk.settings import Settings
from factdesk.ui.app import Desktop
from factdesk.ui.tour import stage as stages
from factdesk.ui.tour.stage import Stage


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    desktop = Desktop(
        Settings(who="Ann Reed", language="en"), keep=lambda settings, **changes: settings.model_copy(update=changes)
    )
    yield Stage(desktop, tmp_path)
    desktop.close()
    desktop.window.deleteLater()
    desktop.deleteLater()


def test_what_was_seen_for_a_moment_was_seen(stage: Stage) -> None:
    looks = iter([False, True])
    stage.wait(lambda: next(looks, False), "a moment of rest")


def test_what_never_comes_stops_the_tour(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "PATIENCE_MS", 60)
    with pytest.raises(InputError, match="waited in vain for: a miracle"):
        stage.wait(lambda: False, "a miracle")
