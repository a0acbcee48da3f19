"""What every test may lean on: a home of its own, a clock turned by hand, no window on the screen."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

# Qt draws into memory unless the person running the tests asks for a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Sentences are compared in English; what the person's own shell says must not reach the program under test.
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "FACTDESK_LIBRARY", "DBUS_SESSION_BUS_ADDRESS"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"

HOME_FOLDERS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DOCUMENTS_DIR": "Documents",
}

# Examples have no deadline, since the two cores are shared; a run in CI draws the same examples each time.
settings.register_profile("desk", deadline=None, database=None)
settings.register_profile("ci", deadline=None, database=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

_session_home = Path(tempfile.mkdtemp(prefix="factdesk-tests-"))
_runtime = _session_home / "run"
_runtime.mkdir(mode=0o700)
os.environ["XDG_RUNTIME_DIR"] = str(_runtime)
os.environ["HOME"] = str(_session_home)
for _name, _folder in HOME_FOLDERS.items():
    os.environ[_name] = str(_session_home / _folder)


def settle_in(config: Path) -> None:
    """Put this machine's key into a home, so that a library made in one test's home may be searched in another's."""
    key = config / "factdesk" / "index.key"
    key.parent.mkdir(parents=True, exist_ok=True)
    key.write_bytes(b"the key of the machine of tests: 48 letters long")


settle_in(_session_home / HOME_FOLDERS["XDG_CONFIG_HOME"])


@pytest.hookimpl(optionalhook=True)
def pytest_xvfb_disable() -> bool:
    """Start no X server when Qt draws offscreen."""
    return os.environ["QT_QPA_PLATFORM"] in {"offscreen", "minimal"}


def pytest_unconfigure() -> None:
    """Take the session's home away."""
    shutil.rmtree(_session_home, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home, so that no setting of the user or of another test reaches it."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name, below in HOME_FOLDERS.items():
        monkeypatch.setenv(name, str(folder / below))
    settle_in(folder / HOME_FOLDERS["XDG_CONFIG_HOME"])
    return folder


class Clock:
    """A clock that stands still until a test moves it; called like `utc_now`."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Give the time it shows, in UTC."""
        return self.now

    def advance(self, **parts: float) -> datetime:
        """Move it on by a `timedelta` written in parts, such as `minutes=5`."""
        self.now += timedelta(**parts)
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Give a clock at nine in the morning (UTC) of a Monday."""
    return Clock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
