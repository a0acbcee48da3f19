"""The facts of a claim: claimant, when and where said, kind, risk, checker, reviewer, due, tags."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.model.enums import ClaimKind, Risk
from factdesk.model.values.claims import ClaimPatch
from factdesk.ui.formats import partial_date
from factdesk.ui.labels import CLAIM_KINDS, RISKS
from factdesk.ui.views.inspector.content import ClaimContent, Names
from factdesk.ui.widgets.editing import EditInPlace
from factdesk.ui.widgets.fields import ComboField, FieldForm
from factdesk.ui.widgets.tag_field import TagField
from factdesk.words import _


class FactsPart(QWidget):
    """One row a fact; each is edited where it stands. `patched(ClaimPatch, field name)`."""

    patched = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = FieldForm(gap=1)
        self._claimant = self._text("claimant", _("Claimant"), _("Who says so"), lambda text: ClaimPatch(claimant=text))
        self._when = self._date("said_when", _("Said on"), lambda text: ClaimPatch(said_when=text))
        self._where = self._text("said_where", _("Said in"), _("Where"), lambda text: ClaimPatch(said_where=text))
        self._kind = ComboField([(kind.value, _(words)) for kind, words in CLAIM_KINDS.items()], name=_("Kind"))
        self._kind.setProperty("kind", "quiet")
        self._kind.chosen.connect(lambda key: self.patched.emit(ClaimPatch(kind=ClaimKind(key)), "kind"))
        self._form.add(_("Kind"), self._kind)
        self._risk = ComboField([(risk.value, _(words)) for risk, words in RISKS.items()], name=_("Risk"))
        self._risk.setProperty("kind", "quiet")
        self._risk.chosen.connect(lambda key: self.patched.emit(ClaimPatch(risk=Risk(key)), "risk"))
        self._form.add(_("Risk"), self._risk)
        self._checker = self._text("assignee", _("Checker"), _("Nobody yet"), lambda text: ClaimPatch(assignee=text))
        self._reviewer = self._text("reviewer", _("Reviewer"), _("Nobody yet"), lambda text: ClaimPatch(reviewer=text))
        self._due = self._date("due", _("Due"), lambda text: ClaimPatch(due=text))
        self._tags = TagField(placeholder=_("Add a tag"), name=_("Tags"), is_quiet=True)
        self._tags.edited.connect(lambda tags: self.patched.emit(ClaimPatch(tags=tuple(tags)), "tags"))
        self._form.add(_("Tags"), self._tags)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 10)
        box.addWidget(self._form)

    def show_names(self, names: Names) -> None:
        """Suggest the names in use."""
        self._claimant.set_suggestions(names.claimants)
        for field in (self._checker, self._reviewer):
            field.set_suggestions(names.people)
        self._tags.set_suggestions(names.tags)

    def show_content(self, content: ClaimContent) -> None:
        """Show a claim; words being typed win."""
        detail, row = content.detail, content.detail.row
        self._claimant.set_text(row.claimant)
        self._when.set_text(detail.said_when)
        self._where.set_text(detail.said_where)
        self._kind.set_value(row.kind.value)
        self._risk.set_value(row.risk.value)
        self._checker.set_text(row.assignee)
        self._reviewer.set_text(row.reviewer)
        self._due.set_text(row.due)
        self._tags.set_tags(row.tags)

    def _date(self, field: str, caption: str, patch: Callable[[str], ClaimPatch]) -> EditInPlace:
        """Make a field for a date, shown as dates are written and typed as 2026-11-30."""
        edit = self._text(field, caption, _("No date"), patch, shown_as=partial_date)
        edit.setToolTip(_("A date such as 2026-11-30, with a time 2026-11-30T17:00, or a year alone"))
        return edit

    def _text(
        self,
        field: str,
        caption: str,
        placeholder: str,
        patch: Callable[[str], ClaimPatch],
        shown_as: Callable[[str], str] = str,
    ) -> EditInPlace:
        edit = EditInPlace(placeholder=placeholder, name=caption, shown_as=shown_as)
        edit.setObjectName(f"claim-{field}")
        edit.edited.connect(partial(self._on_edited, field, patch))
        self._form.add(caption, edit)
        return edit

    def _on_edited(self, field: str, patch: Callable[[str], ClaimPatch], text: str) -> None:
        self.patched.emit(patch(text.strip()), field)
