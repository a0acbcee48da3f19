"""Undo and redo: what their actions say, and news of what came back out of sight."""

from __future__ import annotations

from PySide6.QtCore import QObject

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.ids import ArticleId, ClaimId, public_id
from factdesk.ui.context import AppContext
from factdesk.ui.navigator import Place, Target
from factdesk.ui.widgets.notices import UndoBar
from factdesk.ui.windows.desk import Desk
from factdesk.words import _

PANES = (Place.DESK, Place.ARTICLE, Place.CLAIM)


class Undoing(QObject):
    """Takes deeds back and does them again; the deed may be of yesterday and of another article."""

    def __init__(self, *, library: Library, desk: Desk, bar: UndoBar, context: AppContext) -> None:
        super().__init__(desk)
        self._library, self._desk, self._bar, self._context = library, desk, bar, context
        self._deeds = {"edit.undo": "", "edit.redo": ""}
        context.actions.on("edit.undo", self._undo)
        context.actions.on("edit.redo", self._redo)
        context.bus.library_changed.connect(self._read)
        self._read()

    def _undo(self) -> None:
        words = _("Undone: {deed}").format(deed=self._deeds["edit.undo"])
        self._context.runner.edit(self._library.history.undo, on_done=lambda changes: self._tell(words, changes))

    def _redo(self) -> None:
        words = _("Done again: {deed}").format(deed=self._deeds["edit.redo"])
        self._context.runner.edit(self._library.history.redo, on_done=lambda changes: self._tell(words, changes))

    def _read(self, _changes: Changes | None = None) -> None:
        history = self._library.history
        self._context.runner.latest(
            "undo-words", lambda: (history.undo_words(), history.redo_words()), on_done=self._show
        )

    def _show(self, words: tuple[str, str]) -> None:
        for action_id, plain, deed in (("edit.undo", _("Undo"), words[0]), ("edit.redo", _("Redo"), words[1])):
            self._deeds[action_id] = deed
            self._context.actions.name(action_id, f"{plain}: {deed}" if deed else plain)
            self._context.actions.enable(bool(deed) and not self._library.is_read_only, action_id)

    def _tell(self, words: str, changes: Changes) -> None:
        """Say what was done to something that is not in sight, and lead there."""
        claims, articles = changes.ids.get(Kind.CLAIM), changes.ids.get(Kind.ARTICLE)
        here = self._context.navigator.current
        is_desk = here.place in PANES
        if claims:
            shown = self._desk.inspector.claim_id if is_desk else here.id if here.place is Place.LINK else None
            if shown not in claims:
                self._context.runner.latest(
                    "undone", _claim_target, self._library, min(claims), on_done=lambda to: self._offer(words, to)
                )
        elif articles and not (is_desk and self._desk.reader.article_id in articles):
            self._context.runner.latest(
                "undone", _article_target, self._library, min(articles), on_done=lambda to: self._offer(words, to)
            )

    def _offer(self, words: str, to: tuple[str, Target | None]) -> None:
        name, target = to
        self._bar.offer(
            f"{words} · {name}",
            (lambda: self._context.navigator.open(target)) if target is not None else None,
            deed=_("Show") if target is not None else "",
            key="",
        )


def _claim_target(library: Library, claim_id: int) -> tuple[str, Target | None]:
    """Name a claim, and where it is unless it lies in the trash; runs on a lane."""
    is_gone = library.claims.detail(ClaimId(claim_id)).row.is_deleted
    return public_id(Kind.CLAIM, claim_id), None if is_gone else Target(Place.CLAIM, claim_id)


def _article_target(library: Library, article_id: int) -> tuple[str, Target | None]:
    """Name an article, and where it is unless it lies in the trash; runs on a lane."""
    is_gone = library.articles.detail(ArticleId(article_id)).row.is_deleted
    return public_id(Kind.ARTICLE, article_id), None if is_gone else Target(Place.ARTICLE, article_id)
