"""What tests of the use cases share: a real library, empty or furnished, and a web server of this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from capture.conftest import Web
from conftest import Clock
from factdesk.library.library import Library
from library.things import Desk, furnish

WHO = "Dana Koval"
NAME = "Desk.factdesk"


@pytest.fixture(scope="session")
def patterns(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Desk]:
    """Make an empty and a furnished library once, to be copied: the folder of each, and the ids of what is in it."""
    folder, nine = tmp_path_factory.mktemp("patterns"), Clock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    empty = Library.create(folder / "empty" / NAME, who=WHO, clock=nine)
    empty.close()
    shutil.copytree(folder / "empty", folder / "furnished")
    library = Library.open(folder / "furnished" / NAME, who=WHO, clock=nine)
    ids = furnish(library)
    library.close()
    return folder / "empty" / NAME, folder / "furnished" / NAME, ids


@pytest.fixture
def folder(request: pytest.FixtureRequest, patterns: tuple[Path, Path, Desk], tmp_path: Path) -> Path:
    """Give the folder of a library of the test's own: furnished where the test asks for `desk`, else empty."""
    is_furnished = "desk" in request.fixturenames
    return Path(shutil.copytree(patterns[1] if is_furnished else patterns[0], tmp_path / NAME))


@pytest.fixture
def library(folder: Path, clock: Clock) -> Iterator[Library]:
    """Give the library in `folder`, open."""
    opened = Library.open(folder, who=WHO, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(patterns: tuple[Path, Path, Desk]) -> Desk:
    """Give the ids of one of everything, in `library`."""
    return patterns[2]


@pytest.fixture
def web() -> Iterator[Web]:
    """Give a running web server on the loopback address."""
    server = Web()
    yield server
    server.close()
