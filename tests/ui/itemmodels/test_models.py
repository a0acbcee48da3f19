"""Every item model of the window under Qt's own tester, while it is filled, changed and emptied again.

A new model is one function here and its line in MODELS; a test finds models that are not listed.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QAbstractProxyModel, QSortFilterProxyModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

import factdesk.ui
from factdesk.capture.captured import Captured, ReadBlock
from factdesk.model.enums import AnchorState, BlockKind, ClaimKind, Kind, Risk, Status
from factdesk.model.values.claims import ClaimRow
from factdesk.model.values.desk import EventRow
from factdesk.model.values.text import Anchor, Block
from factdesk.search.results import SnippetPart
from factdesk.ui.dialogs.export_memo.claim_choice import ClaimChoiceModel
from factdesk.ui.dialogs.filing.blocks import BlockModel
from factdesk.ui.itemmodels.commands import Command, CommandGrid
from factdesk.ui.itemmodels.found import FoundLine, FoundModel, GroupCaption
from factdesk.ui.itemmodels.history import HistoryLine, HistoryModel
from factdesk.ui.itemmodels.long_list import LongListModel
from factdesk.ui.itemmodels.rows import SORT_ROLE, Caption, Column, RowListModel, RowTableModel

Steps = Iterator[None]
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def row_list(model: RowListModel[int] | LongListModel[int]) -> Steps:
    """Rows that come in front, in the middle and at the end, change, go, and are all replaced."""
    for rows in (
        [1, 2, 3],
        [0, 1, 2, 3],
        [0, 1, 9, 2, 3],
        [0, 1, 9, 2, 3, 4],
        [0, 1, 2, 3, 4],
        [2, 3, 4],
        [2, 3],
        [5, 6, 7, 8],
        [],
    ):
        model.set_rows([Caption("All", len(rows)), *rows] if rows else [])
        yield
        assert [model.row_at(model.index(row, 0)) for row in range(model.rowCount()) if row] == rows


def row_table(model: RowTableModel[int]) -> Steps:
    for rows in ([3, 1, 2], [3, 1, 2], [1], []):
        model.set_rows(rows)
        yield
        assert model.rowCount() == len(rows)


def sorted_table(model: QSortFilterProxyModel) -> Steps:
    source = model.sourceModel()
    assert isinstance(source, RowTableModel)
    for rows in ([3, 1, 2], [12, 5]):
        source.set_rows(rows)
        model.sort(0, Qt.SortOrder.AscendingOrder)
        yield
        shown = [model.index(row, 0).data(SORT_ROLE) for row in range(model.rowCount())]
        assert shown == sorted(rows)


def found(model: FoundModel) -> Steps:
    def line(number: int) -> FoundLine:
        return FoundLine(Kind.CLAIM, number, "quote", f"Claim {number}", "", (SnippetPart("words", is_hit=True),))

    model.set_rows([GroupCaption("Claims", 5, Kind.CLAIM, is_whole=False), line(1), line(2)])
    yield
    model.append([line(3), line(4)])
    yield
    assert model.rowCount() == 5
    assert model.caption_at(4) == GroupCaption("Claims", 5, Kind.CLAIM, is_whole=False)
    model.append([])
    model.set_rows([])
    yield


def history(model: HistoryModel) -> Steps:
    def line(number: int, at: datetime) -> HistoryLine:
        row = EventRow(number, at, "Dana Koval", "edit_claim", "C-1", "words", "9f" * 32, "00" * 32, is_undone=False)
        return HistoryLine(row, "Edit claim")

    days = [line(number, NOON - timedelta(hours=number * 9)) for number in range(1, 8)]
    for lines, is_whole in ((days, False), (days, True), (days[:2], True), ([], True)):
        model.set_lines(lines, is_whole=is_whole)
        yield
        assert model.rowCount() == len(lines) + len(model.captions())


def grid(model: CommandGrid) -> Steps:
    commands = [Command(f"deed.{number}", f"Deed {number}", "File", "Ctrl+N") for number in range(7)]
    for groups in ([(Caption("File"), commands[:5]), (Caption("Edit"), commands[5:])], []):
        model.set_groups(groups)
        yield
        count = sum(len(members) for _caption, members in groups)
        cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
        assert len([cell for cell in cells if model.command_at(cell)]) == count


def blocks(model: BlockModel) -> Steps:
    text = "Heading\nWords."
    read = (
        ReadBlock(Block(BlockKind.HEADING, 0, 7, level=1)),
        ReadBlock(Block(BlockKind.PARAGRAPH, 8, 14), is_kept=False),
    )
    model.show_captured(Captured(text, read, "text/plain", "test"))
    yield
    model.toggle(model.index(1, 0))
    yield
    assert model.kept == {0, 1}
    model.show_captured(None)
    yield


def choice(model: ClaimChoiceModel) -> Steps:
    anchor = Anchor("words", "", "", 0, 5)
    rows = tuple(
        ClaimRow(
            number, number, 1, "Title", "", 1, anchor, AnchorState.ANCHORED, "", "", ClaimKind.OTHER, Status.TODO, "",
            Risk.MINOR, "", "", "", (), 0, NOON, is_deleted=False,
        )
        for number in (1, 2)
    )  # fmt: skip
    model.set_rows(rows)
    yield
    model.toggle(model.index(0, 0))
    yield
    assert model.chosen == (2,)
    model.set_rows(())
    yield


def _table() -> RowTableModel[int]:
    columns: tuple[Column[int], ...] = (
        Column("number", "Number", str, lambda row: row, is_right=True),
        Column("words", "Words", lambda row: "x" * row),
    )
    return RowTableModel(columns, str, lambda row: row)


_kept: list[QAbstractItemModel] = []


def _proxy() -> QSortFilterProxyModel:
    proxy, source = QSortFilterProxyModel(), _table()
    _kept.append(source)
    proxy.setSourceModel(source)
    proxy.setSortRole(SORT_ROLE)
    return proxy


MODELS: dict[str, tuple[Callable[[], QAbstractItemModel], Callable[..., Steps]]] = {
    "RowListModel": (lambda: RowListModel(str, lambda row: row), row_list),
    "LongListModel": (lambda: LongListModel(str, lambda row: row), row_list),
    "RowTableModel": (_table, row_table),
    "RowTableModel, sorted": (_proxy, sorted_table),
    "FoundModel": (FoundModel, found),
    "HistoryModel": (HistoryModel, history),
    "CommandGrid": (lambda: CommandGrid(3), grid),
    "BlockModel": (BlockModel, blocks),
    "ClaimChoiceModel": (ClaimChoiceModel, choice),
}


@pytest.mark.parametrize("name", MODELS)
def test_a_model_keeps_qts_promises(name: str, qapp: QApplication) -> None:
    make, steps = MODELS[name]
    model = make()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is model
    for _step in steps(model):
        _ask_everything(model)


def _ask_everything(model: QAbstractItemModel) -> None:
    """Ask each cell for every role a view or a screen reader would, and beyond the end."""
    roles = [Qt.ItemDataRole(number) for number in range(14)]
    wide = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount() + 1):
        for column in range(wide + 1):
            for role in roles:
                model.data(model.index(row, column), role)
    for column in range(wide + 1):
        model.headerData(column, Qt.Orientation.Horizontal)
        model.headerData(column, Qt.Orientation.Vertical)


def test_every_model_of_the_window_is_listed() -> None:
    for module in pkgutil.walk_packages(factdesk.ui.__path__, "factdesk.ui."):
        importlib.import_module(module.name)
    found_models = {
        one.__name__
        for one in _below(QAbstractItemModel)
        if one.__module__.startswith("factdesk.") and not issubclass(one, QAbstractProxyModel)
    }
    assert found_models <= {name.partition(",")[0] for name in MODELS}


def _below(kind: type) -> set[type]:
    return {deeper for one in kind.__subclasses__() for deeper in (one, *_below(one))}
