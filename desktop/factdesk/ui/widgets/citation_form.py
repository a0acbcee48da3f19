"""The fields of a citation, as CSL-JSON names them; one widget for every place a source is described."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.model.enums import SourceType
from factdesk.model.values.sources import Citation
from factdesk.ui.labels import SOURCE_TYPES
from factdesk.ui.widgets.fields import ComboField, FieldForm, SuggestField
from factdesk.words import _, mark

FIELDS: tuple[tuple[str, str, str], ...] = (
    ("title", mark("Title"), ""),
    ("author", mark("Author"), mark("Or the office, or the person spoken to")),
    ("container", mark("Published in"), ""),
    ("publisher", mark("Publisher"), ""),
    ("issued", mark("Date"), mark("2026-11-12, 2026-11 or 2026")),
    ("pages", mark("Pages"), ""),
    ("number", mark("No."), ""),
    ("place", mark("Place"), ""),
    ("url", mark("Address"), ""),
    ("accessed", mark("Seen"), mark("2026-11-12")),
)
ASKED: dict[SourceType, frozenset[str]] = {
    SourceType.ARTICLE: frozenset({"title", "author", "container", "issued", "pages", "url", "accessed"}),
    SourceType.REPORT: frozenset({"title", "author", "publisher", "issued", "pages", "number", "url", "accessed"}),
    SourceType.BOOK: frozenset({"title", "author", "publisher", "issued", "pages", "place"}),
    SourceType.JOURNAL: frozenset({"title", "author", "container", "issued", "pages", "number", "url"}),
    SourceType.DOCUMENT: frozenset({"title", "author", "publisher", "issued", "pages", "number", "url", "accessed"}),
    SourceType.CALL: frozenset({"title", "author", "issued", "place"}),
    SourceType.INTERVIEW: frozenset({"title", "author", "container", "issued", "place", "url"}),
    SourceType.SPEECH: frozenset({"title", "author", "issued", "place", "url"}),
    SourceType.DATASET: frozenset({"title", "author", "publisher", "issued", "number", "url", "accessed"}),
    SourceType.LEGISLATION: frozenset({"title", "author", "container", "issued", "number", "pages", "url"}),
    SourceType.WEBPAGE: frozenset({"title", "author", "container", "issued", "url", "accessed"}),
    SourceType.POST: frozenset({"title", "author", "container", "issued", "url", "accessed"}),
    SourceType.BROADCAST: frozenset({"title", "author", "container", "publisher", "issued", "url"}),
}
"""The fields a kind of source has; every other kind has them all. A field that holds words is always shown."""


class CitationForm(QWidget):
    """`edited(Citation)` a moment after typing; `typed()` at each key."""

    edited = Signal(object)
    typed = Signal()

    def __init__(self, *, label_width: int = 96, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._citation = Citation()
        self._form = FieldForm(label_width=label_width)
        self._type = ComboField([(one.value, _(words)) for one, words in SOURCE_TYPES.items()], name=_("Type"))
        self._type.set_value(SourceType.DOCUMENT.value)
        self._type.setObjectName("citation-type")
        self._form.add(_("Type"), self._type)
        self._fields: dict[str, SuggestField] = {}
        self._rows: dict[str, QWidget] = {}
        for name, caption, placeholder in FIELDS:
            field = SuggestField(_(placeholder) if placeholder else "", name=_(caption))
            field.setObjectName(f"citation-{name}")
            field.edited.connect(lambda _text: self._tell())
            field.textEdited.connect(lambda _text: self.typed.emit())
            self._fields[name] = field
            self._rows[name] = self._form.add(_(caption), field)
        self._type.chosen.connect(self._on_type)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._form)
        self._show_asked()

    def citation(self) -> Citation:
        """Give the citation as it stands."""
        values = {name: field.text().strip() for name, field in self._fields.items()}
        return replace(self._citation, type=SourceType(self._type.value), **values)

    def set_citation(self, citation: Citation) -> None:
        """Show a citation without telling; words being typed win."""
        self._citation = citation
        self._type.set_value(citation.type.value)
        for name, field in self._fields.items():
            field.set_text(getattr(citation, name))
        self._show_asked()

    def set_type(self, kind: SourceType) -> None:
        """Choose the kind without telling."""
        self._type.set_value(kind.value)
        self._show_asked()

    def _on_type(self, _key: str) -> None:
        self._show_asked()
        self._tell()

    def _show_asked(self) -> None:
        asked = ASKED.get(SourceType(self._type.value), frozenset(self._fields))
        for name, row in self._rows.items():
            row.setVisible(name in asked or bool(self._fields[name].text()))

    def _tell(self) -> None:
        self.edited.emit(self.citation())
