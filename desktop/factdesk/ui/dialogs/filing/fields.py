"""The left side of filing: what was read from the page, each with where it came from, for correction."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from factdesk.capture.captured import Captured, Doubt, Guess
from factdesk.model.enums import Role
from factdesk.model.values.articles import ArticleDraft
from factdesk.model.values.text import CanonicalText
from factdesk.ui.labels import LANGUAGES, ROLES
from factdesk.ui.widgets.fields import ComboField, FieldForm, FieldRow, SuggestField, TextArea
from factdesk.ui.widgets.labels import Caption, label, surface
from factdesk.ui.widgets.segmented import Segment, SegmentedControl
from factdesk.ui.widgets.tag_field import TagField
from factdesk.words import _, ngettext

WIDTH = 424
OF_ARTICLE = ("authors", "outlet", "published", "address", "role", "tags")
"""What an article has and its versions have not."""
DATE = re.compile(r"(\d{4}(-\d{2}(-\d{2}(T[\d:.+Z-]*)?)?)?)?")


class FilingFields(QWidget):
    """Title, authors, outlet, published, language, address, role, tags."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._rows: dict[str, FieldRow] = {}
        self._guesses: dict[str, Guess] = {}
        self._typed: set[str] = set()
        self._kept_on = ""
        self._doubts = label("", "small")
        self.title = TextArea(name=_("Title"), min_lines=2, max_lines=3)
        self.authors = QLineEdit()
        self.outlet = SuggestField(name=_("Outlet"))
        self.published = QLineEdit()
        self.published.setPlaceholderText(_("2026-11-12, 2026-11 or 2026"))
        self.language = ComboField([(code, _(words)) for code, words in LANGUAGES], name=_("Language"))
        self.address = QLineEdit()
        segments = [Segment(role.value, _(words)) for role, words in ROLES.items()]
        self.role = SegmentedControl(segments, name=_("Use as"))
        self.tags = TagField(placeholder=_("Add a tag"), name=_("Tags"))
        self._arrange()

    def show_captured(self, captured: Captured) -> None:
        """Show what was read."""
        self.title.set_text(captured.title.value)
        self.authors.setText(captured.authors.value)
        self.outlet.setText(captured.outlet.value)
        self.published.setText(captured.published.value)
        self._show_language(captured.language.value)
        self.address.setText(captured.canonical_url.value)
        for field in (self.authors, self.outlet, self.address):
            field.setCursorPosition(0)
        self._guesses = {
            "title": captured.title,
            "authors": captured.authors,
            "outlet": captured.outlet,
            "published": captured.published,
            "language": captured.language,
            "address": captured.canonical_url,
        }
        self._typed.clear()
        for name in self._guesses:
            self._hint(name)
        self._count_doubts()

    def keep_as_on(self, article: str) -> None:
        """Say that a version leaves what is known of its article as it is; "" lets everything be corrected."""
        if article == self._kept_on:
            return
        self._kept_on = article
        for name in OF_ARTICLE:
            self._rows[name].field.setEnabled(not article)
            self._hint(name)

    def draft(self, content: CanonicalText) -> ArticleDraft:
        """Give what the person confirmed."""
        authors = self.authors.text().replace(";", ",").split(",")
        return ArticleDraft(
            title=" ".join(self.title.text.split()),
            content=content,
            outlet=self.outlet.text().strip(),
            authors=tuple(name for part in authors if (name := part.strip())),
            published=self.published.text().strip(),
            language=self.language.value,
            canonical_url=self.address.text().strip(),
            role=Role(self.role.value or Role.DRAFT.value),
            tags=self.tags.tags,
        )

    def _show_language(self, code: str) -> None:
        known = [key for key, _words in LANGUAGES]
        if code not in known:
            self.language.set_items([*((key, _(words)) for key, words in LANGUAGES), (code, code)])
        self.language.set_value(code)

    def _hint(self, name: str) -> None:
        row, guess = self._rows[name], self._guesses.get(name)
        if self._kept_on and name in OF_ARTICLE:
            row.set_hint(_("stays as on {id}").format(id=self._kept_on))
        elif guess is None:
            row.set_hint("")
        elif name == "published" and not DATE.fullmatch(self.published.text().strip()):
            row.set_hint(_("Write it as 2026-11-12, 2026-11 or 2026."), "warn")
        elif name in self._typed:
            row.set_hint(_("as you wrote it"), "small3")
        elif guess.doubt is Doubt.MISSING:
            row.set_hint(guess.origin or _("not found"), "small3")
        else:
            row.set_hint(guess.origin, "warn" if guess.doubt is Doubt.UNSURE else "small3")

    def _on_edited(self, name: str) -> None:
        """What a person wrote needs no second look."""
        self._typed.add(name)
        self._hint(name)
        self._count_doubts()

    def _count_doubts(self) -> None:
        guesses = [guess for name, guess in self._guesses.items() if name not in self._typed]
        doubted = sum(guess.doubt is not Doubt.NONE for guess in guesses)
        self._doubts.setText(
            ngettext("{count} to look at", "{count} to look at", doubted).format(count=doubted) if doubted else ""
        )

    def _arrange(self) -> None:
        surface(self, "raised")
        head = QHBoxLayout()
        head.addWidget(Caption(_("Read from the source")))
        head.addStretch(1)
        head.addWidget(self._doubts)
        form = FieldForm(label_width=96, gap=8)
        for name, caption, widget in (
            ("title", _("Title"), self.title),
            ("authors", _("Authors"), self.authors),
            ("outlet", _("Outlet"), self.outlet),
            ("published", _("Published"), self.published),
            ("language", _("Language"), self.language),
            ("address", _("Address"), self.address),
            ("role", _("Use as"), self.role),
            ("tags", _("Tags"), self.tags),
        ):
            widget.setAccessibleName(caption)
            widget.setObjectName(f"filing-{name}")
            self._rows[name] = form.add(caption, widget)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(20, 14, 20, 14)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(form)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(surface(inside, "raised"))
        for name, field in (("authors", self.authors), ("published", self.published), ("address", self.address)):
            field.textEdited.connect(lambda _words, name=name: self._on_edited(name))
        self.outlet.textEdited.connect(lambda _words: self._on_edited("outlet"))
        self.title.edited.connect(lambda _words: self._on_edited("title"))
        self.language.chosen.connect(lambda _code: self._on_edited("language"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
