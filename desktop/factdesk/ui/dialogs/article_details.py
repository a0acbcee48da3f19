"""Correcting what is known of an article: title, authors, outlet, date, role, tags."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from factdesk.library.library import Library
from factdesk.model.enums import Role, Status
from factdesk.model.ids import ArticleId
from factdesk.model.values.articles import ArticleDetail, ArticlePatch
from factdesk.tasks.runner import Runner
from factdesk.ui.labels import LANGUAGES, ROLES, STATUSES
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.fields import ComboField, FieldForm, SuggestField, TextArea
from factdesk.ui.widgets.tag_field import TagField
from factdesk.words import _


class ArticleDetailsDialog(DialogBase):
    """Writes one patch when it is accepted."""

    def __init__(
        self, *, library: Library, runner: Runner, article: ArticleDetail, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Article details"), parent, width=560, primary=_("Save details"), cancel=_("Cancel"))
        self._library = library
        self._runner = runner
        self._article = article
        row = article.row
        self.title_field = TextArea(name=_("Title"), min_lines=2, max_lines=4)
        self.title_field.set_text(row.title)
        self.authors = QLineEdit(", ".join(row.authors))
        self.outlet = SuggestField(name=_("Outlet"))
        self.outlet.setText(row.outlet)
        self.published = QLineEdit(row.published)
        self.published.setPlaceholderText(_("2026-11-12, 2026-11 or 2026"))
        known = [(code, _(name)) for code, name in LANGUAGES]
        if row.language not in dict(known):
            known.append((row.language, row.language))
        self.language = ComboField(known, name=_("Language"))
        self.language.set_value(row.language)
        self.address = QLineEdit(article.canonical_url)
        self.role = ComboField([(role.value, _(words)) for role, words in ROLES.items()], name=_("Use as"))
        self.role.set_value(row.role.value)
        self.status = ComboField([(one.value, _(words)) for one, words in STATUSES.items()], name=_("Status"))
        self.status.set_value(row.status.value)
        self.assignee = QLineEdit(row.assignee)
        self.due = QLineEdit(row.due)
        self.due.setPlaceholderText(_("2026-11-30"))
        self.tags = TagField(row.tags, placeholder=_("Add a tag"), name=_("Tags"))
        self._arrange()
        runner.read(library.articles.outlets, on_done=self._suggest_outlets)
        self.primary.setEnabled(not library.is_read_only)

    def accept(self) -> None:
        """Write what was changed."""
        patch = ArticlePatch(
            title=" ".join(self.title_field.text.split()) or self._article.row.title,
            outlet=self.outlet.text().strip(),
            authors=tuple(name for part in self.authors.text().split(",") if (name := part.strip())),
            published=self.published.text().strip(),
            language=self.language.value,
            canonical_url=self.address.text().strip(),
            role=Role(self.role.value),
            status=Status(self.status.value),
            assignee=self.assignee.text().strip(),
            due=self.due.text().strip(),
            tags=self.tags.tags,
        )
        self._runner.edit(self._library.articles.edit, ArticleId(self._article.row.id), patch)
        super().accept()

    def _arrange(self) -> None:
        form = FieldForm(label_width=96)
        for caption, widget in (
            (_("Title"), self.title_field),
            (_("Authors"), self.authors),
            (_("Outlet"), self.outlet),
            (_("Published"), self.published),
            (_("Language"), self.language),
            (_("Address"), self.address),
            (_("Use as"), self.role),
            (_("Status"), self.status),
            (_("Assignee"), self.assignee),
            (_("Due"), self.due),
            (_("Tags"), self.tags),
        ):
            widget.setAccessibleName(caption)
            form.add(caption, widget)
        self.body.addWidget(form)

    def _suggest_outlets(self, outlets: tuple[tuple[str, int], ...]) -> None:
        self.outlet.set_suggestions([name for name, _count in outlets])
