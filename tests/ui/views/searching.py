"""How tests use the search: type and wait, look at the lines, choose, press, tick."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.model.enums import Kind
from factdesk.ui.itemmodels.found import FacetLine, FoundLine, GroupCaption
from factdesk.ui.itemmodels.rows import ROW_ROLE
from factdesk.ui.views.search_overlay import SearchOverlay


def lines(overlay: SearchOverlay) -> list[FoundLine | GroupCaption]:
    """Give the lines of the list."""
    found = overlay.results.found
    return [found.index(row, 0).data(ROW_ROLE) for row in range(found.rowCount())]


def ids(overlay: SearchOverlay) -> set[str]:
    """Give the public ids of the hits that are listed."""
    return {line.facts.partition(" ")[0] for line in lines(overlay) if isinstance(line, FoundLine)}


def ask(overlay: SearchOverlay, qtbot: QtBot, words: str) -> None:
    """Type, and wait for the answer to these words."""
    overlay.head.line.setText(words)
    qtbot.waitUntil(lambda: overlay.asked == words and not overlay.is_asking)


def press(overlay: SearchOverlay, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key in the line."""
    qtbot.keyClick(overlay.head.line, key, held or Qt.KeyboardModifier.NoModifier)


def choose(overlay: SearchOverlay, kind: Kind) -> None:
    """Make the first hit of a kind the current one."""
    for row, line in enumerate(lines(overlay)):
        if isinstance(line, FoundLine) and line.kind is kind:
            overlay.results.choose(overlay.results.found.index(row, 0))
            return
    pytest.fail(f"no hit of kind {kind}")


def facet(overlay: SearchOverlay, name: str, value: str) -> FacetLine:
    """Give the line of a value at the left."""
    model = overlay.facets.model
    rows = [model.row_at(model.index(row, 0)) for row in range(model.rowCount())]
    return next(row for row in rows if row is not None and (row.field, row.value) == (name, value))


def tick(overlay: SearchOverlay, name: str, value: str) -> None:
    """Tick a value at the left."""
    overlay.facets.view.wanted.emit(overlay.facets.model.index_of(facet(overlay, name, value).key))


def chips(overlay: SearchOverlay) -> list[str]:
    """Give the words of the filters in force."""
    return [chip.text for chip in overlay.head.chips]
