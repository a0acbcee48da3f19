# ruff: noqa: E501  (a table is read by columns)
"""Every deed of the window as one row: menus, palette, key sheet, shortcut editor, help and tests read this table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factdesk.words import _, mark


class Scope(StrEnum):
    """Where an action's shortcut is heard; single letters never fire while typing."""

    GLOBAL = "global"
    READER = "reader"
    COVERAGE = "coverage"
    LINK = "link"
    LIST = "list"


class Menu(StrEnum):
    """The menus, in the order of the menu bar."""

    FILE = mark("&File")
    EDIT = mark("&Edit")
    VIEW = mark("&View")
    ARTICLE = mark("&Article")
    CLAIM = mark("&Claim")
    EVIDENCE = mark("E&vidence")
    TOOLS = mark("&Tools")
    HELP = mark("&Help")


@dataclass(frozen=True, slots=True)
class Action:
    """One deed. `text` and `tip` are marked for translation; `ends_group` draws a line below it in its menu."""

    id: str
    text: str
    menu: Menu
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    scope: Scope = Scope.GLOBAL
    ends_group: bool = False
    is_checkable: bool = False

    @property
    def words(self) -> str:
        """Give the text in the language now spoken."""
        return _(self.text)

    @property
    def tip_words(self) -> str:
        """Give the tooltip in the language now spoken: what it does, one sentence."""
        return _(self.tip) if self.tip else _(self.text).rstrip("…")


A, M, S = Action, Menu, Scope
ACTIONS: tuple[Action, ...] = (
    A("article.file", mark("File article…"), M.FILE, "Ctrl+N", "plus", mark("Keep a text, a file or a page, with its original")),
    A("article.file_clipboard", mark("File what was copied"), M.FILE, "Ctrl+Shift+V", "clipboard-paste", mark("Keep the copied text with its blocks")),
    A("article.file_folder", mark("File folder or files…"), M.FILE, "Ctrl+Shift+N", "folder-input", mark("Keep many files at once"), ends_group=True),
    A("library.new", mark("New library…"), M.FILE, "", "folder-plus"),
    A("library.open", mark("Open library…"), M.FILE, "Ctrl+O", "folder-open"),
    A("library.close", mark("Close library"), M.FILE, "Ctrl+W", "", "", ends_group=True),
    A("memo.export", mark("Export memo…"), M.FILE, "Ctrl+Shift+E", "file-output", mark("Write a Word memo of this article"), ends_group=True),
    A("app.settings", mark("Settings…"), M.FILE, "Ctrl+,", "settings"),
    A("app.quit", mark("Quit"), M.FILE, "Ctrl+Q"),
    A("edit.undo", mark("Undo"), M.EDIT, "Ctrl+Z", "undo-2"),
    A("edit.redo", mark("Redo"), M.EDIT, "Ctrl+Shift+Z", "redo-2", ends_group=True),
    A("search.open", mark("Search the library…"), M.EDIT, "Ctrl+K", "search", mark("Find articles, claims, sources, evidence and notes")),
    A("find.open", mark("Find in this text…"), M.EDIT, "Ctrl+F", "text-search"),
    A("find.next", mark("Find next"), M.EDIT, "F3"),
    A("find.previous", mark("Find previous"), M.EDIT, "Shift+F3"),
    A("go.desk", mark("Desk"), M.VIEW, "Ctrl+1"),
    A("go.sources", mark("Sources"), M.VIEW, "Ctrl+2"),
    A("go.memos", mark("Memos"), M.VIEW, "Ctrl+3"),
    A("go.history", mark("History"), M.VIEW, "Ctrl+4", ends_group=True),
    A("go.back", mark("Back"), M.VIEW, "Alt+Left", "arrow-left"),
    A("go.forward", mark("Forward"), M.VIEW, "Alt+Right", "arrow-right"),
    A("go.next_pane", mark("Next pane"), M.VIEW, "F6"),
    A("go.previous_pane", mark("Previous pane"), M.VIEW, "Shift+F6", ends_group=True),
    A("view.left", mark("Left pane"), M.VIEW, "Ctrl+B", "panel-left", is_checkable=True),
    A("view.inspector", mark("Inspector"), M.VIEW, "Ctrl+I", "panel-right", is_checkable=True),
    A("view.tasks", mark("Tasks"), M.VIEW, "Ctrl+Shift+J", "list-checks", mark("See what is under way and what failed"), is_checkable=True),
    A("view.coverage", mark("Coverage"), M.VIEW, "Ctrl+Shift+C", "scan", mark("See which sentences are dealt with"), is_checkable=True, ends_group=True),
    A("view.zoom_in", mark("Larger text"), M.VIEW, "Ctrl++", "a-large-small"),
    A("view.zoom_out", mark("Smaller text"), M.VIEW, "Ctrl+-"),
    A("view.zoom_reset", mark("Usual text size"), M.VIEW, "Ctrl+0"),
    A("article.details", mark("Article details…"), M.ARTICLE, "Ctrl+E", "pencil-line", mark("Correct title, authors, outlet, date, tags")),
    A("article.notes", mark("Notes on this article…"), M.ARTICLE, "Ctrl+Shift+M", "sticky-note", mark("Write down what a colleague must know of this article")),
    A("article.status", mark("Move article status on"), M.ARTICLE, "Shift+T", scope=S.READER),
    A("article.versions", mark("Versions…"), M.ARTICLE, "Ctrl+D", "git-compare", mark("See what changed between two versions")),
    A("article.add_version", mark("Add version…"), M.ARTICLE, "", "file-plus"),
    A("article.as_source", mark("Use as source"), M.ARTICLE, "", "archive", mark("Make this article a source for evidence")),
    A("article.original", mark("Open original…"), M.ARTICLE, "Ctrl+Shift+O", "shield-check", mark("Open the sealed file in the system’s own program"), ends_group=True),
    A("article.delete", mark("Move article to trash"), M.ARTICLE, "", "trash-2"),
    A("claim.mark", mark("Mark claim"), M.CLAIM, "M", "highlighter", mark("Make the selected words a claim"), S.READER, ends_group=True),
    A("claim.next", mark("Next claim"), M.CLAIM, "J", "chevron-down", "", S.READER),
    A("claim.previous", mark("Previous claim"), M.CLAIM, "K", "chevron-up", "", S.READER, ends_group=True),
    A("claim.verdict", mark("Give verdict…"), M.CLAIM, "V", "gavel", "", S.READER),
    A("verdict.1", mark("Verdict 1"), M.CLAIM, "1", "", "", S.READER),
    A("verdict.2", mark("Verdict 2"), M.CLAIM, "2", "", "", S.READER),
    A("verdict.3", mark("Verdict 3"), M.CLAIM, "3", "", "", S.READER),
    A("verdict.4", mark("Verdict 4"), M.CLAIM, "4", "", "", S.READER),
    A("verdict.5", mark("Verdict 5"), M.CLAIM, "5", "", "", S.READER),
    A("verdict.6", mark("Verdict 6"), M.CLAIM, "6", "", "", S.READER),
    A("verdict.0", mark("No verdict"), M.CLAIM, "0", "", "", S.READER, ends_group=True),
    A("claim.status", mark("Move status on"), M.CLAIM, "T", "", mark("To do, in progress, in review, done"), S.READER),
    A("claim.assign", mark("Assign to me"), M.CLAIM, "A", "user", "", S.READER, ends_group=True),
    A("coverage.next", mark("Next open sentence"), M.CLAIM, "N", "", "", S.READER),
    A("coverage.previous", mark("Previous open sentence"), M.CLAIM, "Shift+N", "", "", S.READER),
    A("coverage.strike", mark("Nothing to check"), M.CLAIM, "X", "strikethrough", mark("Say that these words need no check"), S.READER, ends_group=True),
    A("claim.delete", mark("Move claim to trash"), M.CLAIM, "Del", "trash-2", "", S.READER),
    A("evidence.link", mark("Link evidence…"), M.EVIDENCE, "E", "link", mark("Tie this claim to the words of a source"), S.READER, ends_group=True),
    A("stance.supports", mark("Supports"), M.EVIDENCE, "S", "", "", S.LINK),
    A("stance.refutes", mark("Refutes"), M.EVIDENCE, "R", "", "", S.LINK),
    A("stance.context", mark("Context"), M.EVIDENCE, "C", "", "", S.LINK),
    A("link.accept", mark("Link"), M.EVIDENCE, "Ctrl+Return", "", "", S.LINK),
    A("link.next_source", mark("Next source"), M.EVIDENCE, "Ctrl+Tab", "", "", S.LINK, ends_group=True),
    A("source.add", mark("Add source…"), M.EVIDENCE, "Ctrl+Shift+A", "archive", mark("A call, an interview, a document, a dataset")),
    A("tools.check", mark("Check library"), M.TOOLS, "", "shield-check", mark("Compare originals with their hashes, the history with its chain, the index with the database")),
    A("tools.backup", mark("Back up now"), M.TOOLS, "", "save"),
    A("tools.rebuild", mark("Rebuild search index"), M.TOOLS, "", "refresh-cw"),
    A("help.open", mark("Help"), M.HELP, "F1", "circle-help"),
    A("help.keys", mark("Keys"), M.HELP, "?", "keyboard"),
    A("help.palette", mark("Commands…"), M.HELP, "Ctrl+Shift+P", "command"),
    A("help.about", mark("About Factdesk"), M.HELP, "", "info"),
)  # fmt: skip
BY_ID = {action.id: action for action in ACTIONS}
