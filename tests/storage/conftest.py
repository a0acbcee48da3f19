"""A real library for each test, copied from one that is made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factdesk.storage.store import Storage
from storage import factories


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pattern") / "City desk.factdesk"
    factories.create(folder).close()
    return folder


@pytest.fixture
def folder(pattern: Path, tmp_path: Path) -> Path:
    target = tmp_path / pattern.name
    shutil.copytree(pattern, target)
    return target


@pytest.fixture
def storage(folder: Path) -> Iterator[Storage]:
    opened = Storage.open(folder, at=factories.AT)
    yield opened
    opened.close()
