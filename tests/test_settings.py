"""Settings: kept atomically, never lost to a second window, never in the way when damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factdesk import settings
from factdesk.errors import PlaceError
from factdesk.settings import ThemeChoice


def test_change_is_there_after_loading_again() -> None:
    settings.save(settings.load(), theme=ThemeChoice.DARK, recent=("/a", "/b"))
    loaded = settings.load()
    assert (loaded.theme, loaded.recent) == (ThemeChoice.DARK, ("/a", "/b"))


def test_second_window_keeps_what_the_first_changed() -> None:
    first, second = settings.load(), settings.load()
    settings.save(first, allow_private=True)
    settings.save(second, reading_size=20)
    loaded = settings.load()
    assert loaded.allow_private
    assert loaded.reading_size == 20


def test_damaged_file_gives_the_defaults() -> None:
    path = settings.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{not json", encoding="utf-8")
    assert settings.load().reading_size == 18


def test_value_that_does_not_fit_costs_itself_alone() -> None:
    path = settings.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"reading_size": 400, "who": "Ann"}), encoding="utf-8")
    loaded = settings.load()
    assert (loaded.reading_size, loaded.who) == (18, "Ann")


def test_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.save(settings.load(), who="Ann")
    monkeypatch.setenv("FACTDESK_WHO", "Ben")
    assert settings.load().who == "Ben"


def test_folder_that_cannot_be_written_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file stands where the folder should be", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with pytest.raises(PlaceError):
        settings.save(settings.load(), who="Ann")
