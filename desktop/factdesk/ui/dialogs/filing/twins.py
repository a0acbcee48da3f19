"""The band below: the text may be here already, and what to do then."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from factdesk.model.enums import Kind, TwinChoice, TwinKind
from factdesk.model.ids import public_id
from factdesk.model.values.articles import Twin
from factdesk.ui.formats import date_time
from factdesk.ui.theme import theme
from factdesk.ui.widgets.chips import KeyCap
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import ElidedLabel, label, rule, surface
from factdesk.words import _, ngettext


class TwinBand(QWidget):
    """Three cards; Alt+1 to Alt+3 choose. `chosen(TwinChoice)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "chrome")
        self.twin: Twin | None = None
        self._facts = ElidedLabel("", "small")
        self._group = QButtonGroup(self)
        self._cards: dict[TwinChoice, _Card] = {}
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("copy", _("Already in the library"), role="strong", size=16))
        head.addWidget(self._facts, 1)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for key, choice in enumerate(TwinChoice, start=1):
            card = _Card(key)
            self._cards[choice] = card
            self._group.addButton(card.radio)
            card.radio.toggled.connect(lambda is_on, choice=choice: self.chosen.emit(choice) if is_on else None)
            QShortcut(QKeySequence(f"Alt+{key}"), self).activated.connect(card.radio.click)
            cards.addWidget(card, 1)
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 12, 20, 14)
        inside.setSpacing(10)
        inside.addLayout(head)
        inside.addLayout(cards)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule())
        box.addLayout(inside)
        self.hide()

    @property
    def choice(self) -> TwinChoice:
        """Give the choice; KEEP_BOTH when there is no twin."""
        if self.twin is None:
            return TwinChoice.KEEP_BOTH
        return next(choice for choice, card in self._cards.items() if card.radio.isChecked())

    def show_twins(self, twins: Sequence[Twin], article_id: int | None) -> None:
        """Show the likeliest twin, or the article a version is added to; without one the band is absent."""
        self.twin = next((twin for twin in twins if twin.article_id == article_id), twins[0] if twins else None)
        self.setVisible(self.twin is not None)
        if self.twin is None:
            return
        twin, name = self.twin, public_id(Kind.ARTICLE, self.twin.article_id)
        self._facts.setText(f"{name} · {_facts(twin)} · {twin.title}")
        claims = ngettext("{count} claim is", "{count} claims are", twin.claim_count).format(count=twin.claim_count)
        self._cards[TwinChoice.OPEN].set_words(_("Open {id}").format(id=name), _("File nothing; go to what is there."))
        self._cards[TwinChoice.NEW_VERSION].set_words(
            _("Add as version {number}").format(number=twin.version_number + 1),
            _("{claims} looked for in the new text.").format(claims=claims),
        )
        self._cards[TwinChoice.KEEP_BOTH].set_words(_("Keep both"), _("A new article of its own."))
        is_same = twin.kind in (TwinKind.BYTES, TwinKind.TEXT) and article_id is None
        self._cards[TwinChoice.OPEN if is_same else TwinChoice.NEW_VERSION].radio.setChecked(True)


class _Card(QWidget):
    """An option: its words, its key, a line on what it does."""

    def __init__(self, key: int) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self._words = label("", "small", wrap=True)
        self.radio.toggled.connect(self.update)
        head = QHBoxLayout()
        head.addWidget(self.radio, 1)
        head.addWidget(KeyCap(f"Alt+{key}"))
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 9, 12, 9)
        box.setSpacing(2)
        box.addLayout(head)
        box.addWidget(self._words)
        self._words.setContentsMargins(22, 0, 0, 0)

    def set_words(self, title: str, words: str) -> None:
        """Say what the option is."""
        self.radio.setText(title)
        self.radio.setAccessibleDescription(words)
        self._words.setText(words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose wherever the card is hit."""
        self.radio.click()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, in the accent when chosen."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.radio.isChecked()
        pen = QPen(theme().colour("accent" if is_on else "line_strong"), 2 if is_on else 1)
        painter.setPen(pen)
        painter.setBrush(theme().colour("accent_tint" if is_on else "raised"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


def _facts(twin: Twin) -> str:
    why = {
        TwinKind.BYTES: _("the same file"),
        TwinKind.URL: _("the same address"),
        TwinKind.TEXT: _("the same text"),
        TwinKind.NEAR: _("{percent} % of the words").format(percent=int(100 * twin.likeness)),
    }[twin.kind]
    when = _("version {number} of {when}").format(number=twin.version_number, when=date_time(twin.captured_at))
    return f"{why} · {when}" if twin.likeness else when
