"""The contact log: who was reached, when, how, what they confirmed; newest first, the form below."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.enums import Channel, Outcome
from factdesk.model.values.sources import ContactDraft, ContactRow
from factdesk.ui import icons
from factdesk.ui.formats import date_time, locale
from factdesk.ui.itemmodels.rows import ROW_ROLE, Index, RowListModel
from factdesk.ui.labels import CHANNELS, OUTCOMES
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.fields import ComboField, TextArea
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.ui.widgets.painting import paint_text, text_width
from factdesk.ui.widgets.rows import RowDelegate, RowInks, TwoLines, view_defaults
from factdesk.ui.widgets.segmented import Segment, SegmentedControl
from factdesk.words import _

ICONS = {
    (Channel.PHONE, Outcome.ANSWERED): "phone-incoming",
    (Channel.PHONE, Outcome.NO_ANSWER): "phone-missed",
    (Channel.PHONE, Outcome.REFUSED): "phone-off",
    (Channel.EMAIL, Outcome.ANSWERED): "mail-check",
    (Channel.EMAIL, Outcome.SENT): "mail",
}
BY_CHANNEL = {
    Channel.PHONE: "phone",
    Channel.EMAIL: "mail",
    Channel.MESSAGE: "message-square",
    Channel.MEETING: "users",
    Channel.LETTER: "mail",
}
ANSWER_LINES = 8


class ContactsPart(QWidget):
    """`logged(ContactDraft)`, `deleted(contact id)`."""

    logged = Signal(object)
    deleted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source_id = 0
        self._count = label("", "text3")
        self._log = Button(_("Log contact"), icon="plus", tooltip=_("Write down one try to reach this source"))
        self.model: RowListModel[ContactRow] = RowListModel(_contact_words, lambda row: row.id, self)
        self.view = QListView()
        self._form = _ContactForm()
        self._nothing = label(_("Nobody was asked yet."), "text2")
        self._arrange()
        self._connect()

    def show_contacts(self, source_id: int, rows: tuple[ContactRow, ...], *, may_write: bool) -> None:
        """Show the log of a source, newest first."""
        if source_id != self._source_id:
            self._form.hide()
        self._source_id = source_id
        self.model.set_rows(rows[::-1])
        self._count.setText(str(len(rows)) if rows else "")
        self.view.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._log.setEnabled(may_write)

    def _arrange(self) -> None:
        surface(self, "base")
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 16, 8)
        head.setSpacing(8)
        head.addWidget(label(_("Contact log"), "strong"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._log)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_ContactDelegate(self.view))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setObjectName("contacts")
        self.view.setAccessibleName(_("Contact log"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view_defaults(self.view)
        self._nothing.setContentsMargins(20, 4, 20, 12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._nothing)
        box.addWidget(self.view, 1)
        box.addWidget(self._form)
        box.addStretch(0)
        self._form.hide()

    def _connect(self) -> None:
        self._log.clicked.connect(self._on_log)
        self._form.cancelled.connect(self._form.hide)
        self._form.accepted.connect(self._on_accepted)
        self.view.customContextMenuRequested.connect(self._on_menu)

    def _on_log(self) -> None:
        self._form.start()

    def _on_accepted(self) -> None:
        self.logged.emit(self._form.draft(self._source_id))
        self._form.hide()

    def _on_menu(self, at: QPoint) -> None:
        row = self.model.row_at(self.view.indexAt(at))
        if row is None or not self._log.isEnabled():
            return
        menu = QMenu(self.view)
        menu.addAction(_("Delete from the log")).triggered.connect(lambda: self.deleted.emit(row.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))


class _ContactForm(QWidget):
    """Channel, when, who, outcome, answer; Ctrl+Enter logs."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        surface(self, "chrome")
        self._channel = ComboField([(one.value, _(words)) for one, words in CHANNELS.items()], name=_("Channel"))
        self._when = QDateTimeEdit()
        self._when.setDisplayFormat("dd MMM yyyy, HH:mm")
        self._when.setLocale(locale())
        # The style sheet takes the buttons off: with NoButtons Qt leaves the words no room under a style sheet.
        self._when.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)
        self._when.setToolTip(_("When they were reached; the arrow keys change each part"))
        self._when.setAccessibleName(_("When"))
        self._who = QLineEdit()
        self._who.setPlaceholderText(_("Who: name, role"))
        self._who.setAccessibleName(_("Who"))
        self._outcome = SegmentedControl(
            [Segment(one.value, _(words)) for one, words in OUTCOMES.items()], name=_("Outcome")
        )
        self._answer = TextArea(_("What was confirmed, in their words"), name=_("Answer"), min_lines=3)
        cancel = Button(_("Cancel"), tooltip=_("Log nothing"))
        self._accept = Button(_("Log contact"), kind="primary", key="Ctrl+Enter", tooltip=_("Keep this in the log"))
        top = QHBoxLayout()
        top.addWidget(self._channel)
        top.addWidget(self._when, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self._accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 12, 20, 14)
        box.setSpacing(8)
        box.addWidget(rule())
        box.addLayout(top)
        for widget in (self._who, self._outcome, self._answer):
            box.addWidget(widget)
        box.addLayout(foot)
        cancel.clicked.connect(self.cancelled)
        self._accept.clicked.connect(self.accepted)
        self._answer.submitted.connect(self._accept.click)  # says nothing while it is disabled
        self._outcome.chosen.connect(lambda _key: self._renew())
        self._who.textChanged.connect(lambda _words: self._renew())

    def start(self) -> None:
        """Open empty, on this moment."""
        self._channel.set_value(Channel.PHONE.value)
        self._when.setDateTime(QDateTime.currentDateTime())
        self._who.clear()
        self._outcome.set_value(Outcome.ANSWERED.value)
        self._answer.clear()
        self.show()
        self._renew()
        self._answer.setFocus()

    def draft(self, source_id: int) -> ContactDraft:
        """Give what was filled in, the moment in UTC."""
        seconds = self._when.dateTime().toSecsSinceEpoch()
        return ContactDraft(
            source_id=source_id,
            at=datetime.fromtimestamp(seconds, UTC),
            channel=Channel(self._channel.value),
            who=self._who.text().strip(),
            outcome=Outcome(self._outcome.value),
            answer=self._answer.text.strip(),
        )

    def _renew(self) -> None:
        self._accept.setEnabled(bool(self._outcome.value) and bool(self._who.text().strip()))


class _ContactDelegate(RowDelegate):
    """Icon, outcome and who, when; how and by whom small; the answer in full."""

    has_bar = False

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._lines = TwoLines()

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give the height that the answer needs."""
        del option  # its rectangle is the whole list's, scroll bar and all
        row: ContactRow = index.data(ROW_ROLE)
        if not row.answer:
            return 52
        width = max(80, self._view.viewport().width() - 60)
        return 56 + self._lines.count(row.answer, theme().font("body"), width, ANSWER_LINES) * theme().line("body")

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one contact."""
        del option
        row: ContactRow = index.data(ROW_ROLE)
        x, y = rect.x() + 30, rect.y() + 8
        name = ICONS.get((row.channel, row.outcome), BY_CHANNEL[row.channel])
        icons.paint(painter, QRectF(rect.x() + 6, y + 1, 16, 16), name, "text3")
        when = date_time(row.at)
        small = theme().font("small")
        room = rect.right() - x - text_width(when, small) - 10
        title = f"{_(OUTCOMES[row.outcome])}: {row.who}"
        paint_text(painter, QRectF(x, y, room, 18), title, theme().font("body_medium"), inks.text)
        right = QRectF(rect.x(), y, rect.width(), 18)
        paint_text(
            painter, right, when, small, inks.text2, align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        how = _("{channel} · by {who}").format(channel=_(CHANNELS[row.channel]), who=row.by)
        paint_text(painter, QRectF(x, y + 18, rect.right() - x, 17), how, small, inks.text2)
        if row.answer:
            body = QRectF(x, y + 37, rect.right() - x, rect.height())
            line = theme().line("body")
            self._lines.draw(
                painter, body, row.answer, theme().font("body"), inks.text, lines=ANSWER_LINES, line_height=line
            )


def _contact_words(row: ContactRow) -> str:
    parts = [_(OUTCOMES[row.outcome]), row.who, _(CHANNELS[row.channel]), date_time(row.at), row.answer]
    return ". ".join(part for part in parts if part)
