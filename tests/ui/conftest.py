"""What tests of the window share: the application wears the light look, and nothing moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from factdesk.ui.theme import Choice, apply, set_reduced_motion


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """Dress the application for each test, whatever the test before did."""
    apply(qapp, Choice.LIGHT)
    set_reduced_motion(True)
    yield
    set_reduced_motion(None)
