"""The left side of filing: what was read from the page, each with where it came from, for correction."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from factdesk.capture.captured import Captured, Doubt, Guess
from factdesk.model.enums import Role
from factdesk.model.values.articles import ArticleDraft
from factdesk.model.values.text import CanonicalText
from factdesk.ui.labels import ROLES
from factdesk.ui.widgets.fields import ComboField, FieldForm, FieldRow, SuggestField, TextArea
from factdesk.ui.widgets.labels import Caption, label
from factdesk.ui.widgets.segmented import Segment, SegmentedControl
from factdesk.ui.widgets.tag_field import TagField
from factdesk.words import _, mark, ngettext

LANGUAGES = (
    ("", mark("Not known")),
    ("en", mark("English")),
    ("uk", mark("Ukrainian")),
    ("ru", mark("Russian")),
    ("de", mark("German")),
    ("fr", mark("French")),
    ("es", mark("Spanish")),
    ("it", mark("Italian")),
    ("pl", mark("Polish")),
    ("pt", mark("Portuguese")),
    ("ro", mark("Romanian")),
    ("nl", mark("Dutch")),
    ("cs", mark("Czech")),
    ("tr", mark("Turkish")),
    ("ar", mark("Arabic")),
    ("he", mark("Hebrew")),
)
WIDTH = 424


class FilingFields(QWidget):
    """Title, authors, outlet, published, language, address, role, tags."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._rows: dict[str, FieldRow] = {}
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
        guesses = {
            "title": captured.title,
            "authors": captured.authors,
            "outlet": captured.outlet,
            "published": captured.published,
            "language": captured.language,
            "address": captured.canonical_url,
        }
        for name, guess in guesses.items():
            self._hint(name, guess)
        doubted = sum(guess.doubt is not Doubt.NONE for guess in guesses.values())
        self._doubts.setText(
            ngettext("{count} to look at", "{count} to look at", doubted).format(count=doubted) if doubted else ""
        )

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

    def _hint(self, name: str, guess: Guess) -> None:
        row = self._rows[name]
        if guess.doubt is Doubt.MISSING:
            row.set_hint(guess.origin or _("not found"), "small3")
        else:
            row.set_hint(guess.origin, "warn" if guess.doubt is Doubt.UNSURE else "small3")

    def _arrange(self) -> None:
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
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
