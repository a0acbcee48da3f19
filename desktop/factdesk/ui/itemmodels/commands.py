"""Deeds as rows of data: found by a few letters, grouped by menu, with their keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from zlib import crc32

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index


@dataclass(frozen=True, slots=True)
class Command:
    """One deed as it stands now: words, the menu it is in, its key as the system writes it, what it does."""

    id: str
    text: str
    group: str
    key: str = ""
    icon: str = ""
    note: str = ""
    is_here: bool = False
    is_enabled: bool = True
    marks: tuple[int, ...] = ()

    @property
    def number(self) -> int:
        """Give a number that only this deed has."""
        return crc32(self.id.encode())


def command_words(command: Command) -> str:
    """Say a deed: words, key."""
    return f"{command.text}, {command.key}" if command.key else command.text


def matching(commands: Iterable[Command], typed: str) -> list[Command]:
    """Give the deeds that fit what was typed, best first: a key, the beginning of words, letters within, letters in
    this order. `marks` of each are the places of the letters that fit."""
    words = typed.casefold().split()
    if not words:
        return list(commands)
    found: list[tuple[tuple[int, int], Command]] = []
    for place, command in enumerate(commands):
        if typed.strip() and command.key.casefold() == typed.strip().casefold():
            found.append(((0, place), command))
            continue
        fit = _fit(command, words)
        if fit is not None:
            rank, marks = fit
            found.append(((rank, place), replace(command, marks=tuple(sorted(set(marks))))))
    found.sort(key=lambda pair: pair[0])
    return [command for _rank, command in found]


def grouped(commands: Sequence[Command]) -> list[Command | Caption]:
    """Put a caption over the deeds of each menu; the menu of the best deed comes first."""
    order = {name: at for at, name in enumerate(dict.fromkeys(one.group for one in commands))}
    lines: list[Command | Caption] = []
    for name, members in groupby(sorted(commands, key=lambda one: order[one.group]), key=lambda one: one.group):
        lines.append(Caption(name))
        lines.extend(members)
    return lines


def _fit(command: Command, words: Sequence[str]) -> tuple[int, list[int]] | None:
    """Rank how each word typed fits; None when one of them does not."""
    text = command.text.casefold()
    worst, marks = 0, []
    for word in words:
        found = _places(text, word)
        if found is None:
            if word not in f"{command.group} {command.note}".casefold():
                return None
            found = (5, [])
        rank, places = found
        worst = max(worst, rank)
        marks += places
    return worst, marks


def _places(text: str, word: str) -> tuple[int, list[int]] | None:
    """Find a word in a text: at its start, at the start of a word, within, or its letters in this order."""
    at = text.find(word)
    if at == 0:
        return 1, list(range(len(word)))
    starts = [place for place in range(1, len(text)) if not text[place - 1].isalnum()]
    for place in starts:
        if text.startswith(word, place):
            return 2, list(range(place, place + len(word)))
    if at > 0:
        return 3, list(range(at, at + len(word)))
    return next((fit for start in (0, *starts) if (fit := _in_order(text, word, start))), None)


def _in_order(text: str, word: str, start: int) -> tuple[int, list[int]] | None:
    """Find the letters of a word in this order and near together, the first of them at `start`."""
    places: list[int] = []
    at = start - 1
    for letter in word:
        at = text.find(letter, at + 1)
        if at < 0:
            return None
        places.append(at)
    is_near = len(word) > 1 and places[0] == start and places[-1] - start < 3 * len(word)
    return (4, places) if is_near else None


class CommandGrid(QAbstractTableModel):
    """Groups of deeds set in columns, each group whole where it fits, the columns about equally long."""

    def __init__(self, columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wide = columns
        self._columns: list[list[Command | Caption | None]] = [[] for _column in range(columns)]

    def set_groups(self, groups: Sequence[tuple[Caption, Sequence[Command]]]) -> None:
        """Set the groups into the columns, in their order."""
        self.beginResetModel()
        self._columns = _set_in_columns(groups, self._wide)
        self.endResetModel()

    def line_at(self, index: Index) -> Command | Caption | None:
        """Give what stands in a cell."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        return column[index.row()] if index.row() < len(column) else None

    def command_at(self, index: Index) -> Command | None:
        """Give the deed in a cell."""
        line = self.line_at(index)
        return line if isinstance(line, Command) else None

    def index_of(self, command: Command) -> QModelIndex:
        """Find the cell of a deed."""
        for column, lines in enumerate(self._columns):
            for row, line in enumerate(lines):
                if isinstance(line, Command) and line.id == command.id:
                    return self.index(row, column)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Give the cell of the first deed."""
        for column, lines in enumerate(self._columns):
            for row, line in enumerate(lines):
                if isinstance(line, Command):
                    return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Give the number of lines of the longest column."""
        return 0 if parent.isValid() else max(map(len, self._columns))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Give the number of columns."""
        return 0 if parent.isValid() else self._wide

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give the line itself, or the words for it."""
        line = self.line_at(index)
        if line is None:
            return None
        if role == ROW_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.text if isinstance(line, Caption) else command_words(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let deeds be chosen, captions and gaps be passed by."""
        if self.command_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _set_in_columns(
    groups: Sequence[tuple[Caption, Sequence[Command]]], wide: int
) -> list[list[Command | Caption | None]]:
    """Fill column after column; one is full when the next group would make it longer than its share."""
    columns: list[list[Command | Caption | None]] = [[] for _column in range(wide)]
    left = sum(len(members) + 2 for _caption, members in groups)
    at = 0
    for caption, members in groups:
        share = left / (wide - at)
        size = len(members) + 2
        column = columns[at]
        if column and at < wide - 1 and len(column) + size / 2 > share:
            left -= len(column) + 1
            at += 1
            column = columns[at]
        if column:
            column.append(None)
        column.append(caption)
        column.extend(members)
    return columns
