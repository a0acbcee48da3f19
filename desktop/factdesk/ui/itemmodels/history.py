"""The history as rows of data: its lines under the days they were written on, in local time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QObject, Qt

from factdesk.model.values.desk import EventRow
from factdesk.ui.formats import locale, number
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index
from factdesk.words import _

LINE, TIME, WHO, WHAT, HASH = range(5)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line as it is shown: `deed` in words; `is_broken` from the first line on that does not match."""

    row: EventRow
    deed: str
    is_broken: bool = False

    @property
    def day(self) -> date:
        """Give the local day."""
        return self.row.at.astimezone().date()

    @property
    def time(self) -> str:
        """Give the local time of day."""
        return f"{self.row.at.astimezone():%H:%M}"

    @property
    def facts(self) -> str:
        """Give what it is about: public id and words."""
        return " · ".join(part for part in (self.row.subject, self.row.summary) if part)


def day_words(day: date) -> str:
    """Write a day as "Friday, 13 November 2026"."""
    weekday = locale().standaloneDayName(day.isoweekday())
    return (
        f"{weekday[:1].upper()}{weekday[1:]}, {locale().toString(QDate(day.year, day.month, day.day), 'd MMMM yyyy')}"
    )


def history_words(line: HistoryLine) -> str:
    """Say a line: number, time, who, deed, what about."""
    parts = [number(line.row.id), line.time, line.row.who, line.deed, line.facts]
    if line.row.is_undone:
        parts.append(_("undone"))
    if line.is_broken:
        parts.append(_("does not match"))
    return ". ".join(part for part in parts if part)


class HistoryModel(QAbstractTableModel):
    """Lines newest first, a caption over each day; the count of a day is shown once the day is whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[HistoryLine | Caption] = []

    def set_lines(self, lines: Sequence[HistoryLine], *, is_whole: bool) -> None:
        """Show these lines; `is_whole` when no older ones are to come."""
        self.beginResetModel()
        self._lines = []
        days = [(day, list(members)) for day, members in groupby(lines, key=lambda line: line.day)]
        for place, (day, members) in enumerate(days):
            is_complete = is_whole or place < len(days) - 1
            self._lines.append(Caption(day_words(day), len(members) if is_complete else None))
            self._lines.extend(members)
        self.endResetModel()

    def line_at(self, index: Index) -> HistoryLine | None:
        """Give the line at an index; None for captions and nowhere."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        return line if isinstance(line, HistoryLine) else None

    def captions(self) -> list[int]:
        """Give the rows of the captions."""
        return [place for place, line in enumerate(self._lines) if isinstance(line, Caption)]

    def first(self) -> QModelIndex:
        """Give the first cell of the newest line."""
        return next(
            (self.index(place, 0) for place, line in enumerate(self._lines) if isinstance(line, HistoryLine)),
            QModelIndex(),
        )

    def index_of(self, event_id: int) -> QModelIndex:
        """Find the first cell of the line with this number."""
        for place, line in enumerate(self._lines):
            if isinstance(line, HistoryLine) and line.row.id == event_id:
                return self.index(place, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Give the number of lines and captions."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Give the number of columns."""
        return 0 if parent.isValid() else HASH + 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Give what a cell shows or says."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == ROW_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.text if isinstance(line, Caption) else history_words(line)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if isinstance(line, Caption):
            return line.text if index.column() == LINE else ""
        return _CELLS[index.column()](line)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Give the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= HASH:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (_("Line"), _("Time"), _("Who"), _("What"), _("Hash"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == HASH else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let lines be chosen and captions be passed by."""
        if self.line_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


_CELLS: tuple[Callable[[HistoryLine], str], ...] = (
    lambda line: number(line.row.id),
    lambda line: line.time,
    lambda line: line.row.who,
    lambda line: line.deed,
    lambda line: line.row.hash,
)
