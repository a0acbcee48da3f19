"""Shows every widget in one window, for people to look at: python tests/shots/gallery.py [light|dark] [section]."""

from __future__ import annotations

import sys
from collections.abc import Callable

import gallery_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLineEdit, QListView, QMenu, QVBoxLayout, QWidget

from factdesk.ui import icons
from factdesk.ui.theme import Choice, apply, theme
from factdesk.ui.widgets import chips, labels
from factdesk.ui.widgets.buttons import Button, IconButton, MenuButton, SplitButton, StanceButton, ToggleButton
from factdesk.ui.widgets.dialogs import ConfirmDialog
from factdesk.ui.widgets.editing import EditInPlace
from factdesk.ui.widgets.fields import ComboField, FieldForm, SearchField, SuggestField, TextArea
from factdesk.ui.widgets.fold import FoldSection
from factdesk.ui.widgets.notices import Banner, EmptyState, UndoBar
from factdesk.ui.widgets.overlay import Overlay
from factdesk.ui.widgets.page.find_bar import FindBar
from factdesk.ui.widgets.page.view import PageView
from factdesk.ui.widgets.progress import CoverageBar, CoverageLegend, Ring, TaskButton, ThinProgress
from factdesk.ui.widgets.rows import RowDelegate, view_defaults
from factdesk.ui.widgets.segmented import Segment, SegmentedControl
from factdesk.ui.widgets.switch import Switch
from factdesk.ui.widgets.tag_field import TagField

VERDICTS = (
    ("true", "True"), ("mostly_true", "Mostly true"), ("half_true", "Half true"), ("mostly_false", "Mostly false"),
    ("false", "False"), ("unverifiable", "Unverifiable"), ("none", "No verdict"),
)  # fmt: skip


def row(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Put widgets beside each other."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder


def column(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Put widgets under each other."""
    holder = QWidget()
    line = QVBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder


def sample_list() -> QListView:
    """Make a list of four rows, the third chosen."""
    view = QListView()
    model = QStandardItemModel(view)
    for words in ("Velmark’s deficit was €41.6 million.", "Agency nurses cost three times as much.",
                  "No ward has closed since March 2023.", "Every euro went to patient care."):  # fmt: skip
        model.appendRow(QStandardItem(words))
    view.setModel(model)
    view.setItemDelegate(RowDelegate(view))
    view_defaults(view, keeps_selection=True)
    view.setCurrentIndex(model.index(2, 0))
    view.setFixedSize(400, 132)
    return view


def controls() -> QWidget:
    """Show buttons, chips, fields and states."""
    page = labels.surface(QWidget(), "base")
    grid = QGridLayout(page)
    grid.setContentsMargins(28, 20, 28, 20)
    grid.setHorizontalSpacing(40)
    disabled = Button("Disabled")
    disabled.setEnabled(False)
    focused = Button("Focus")
    primary = Button("Focus", kind="primary")
    menu = QMenu(page)
    menu.addAction(icons.icon("folder-input"), "File folder…")
    bad = QLineEdit("31.02.2026")
    form = FieldForm(label_width=96)
    form.add("Authors", bad).set_hint("“staff” may not be part of the name", "warn")
    combo = ComboField([("en", "English"), ("uk", "Ukrainian")])
    form.add("Language", combo, "from the words, 99 %")
    form.add("Tags", TagField(["hospital", "budget"], placeholder="Add a tag"))
    form.add("Use as", SegmentedControl([Segment("a", "Draft to check"), Segment("b", "Reference")], name="Use as"))
    progress = ThinProgress()
    progress.set_share(131, 214)
    bar, legend = CoverageBar(), CoverageLegend()
    bar.set_counts(6, 3, 5)
    legend.set_counts(6, 3, 5)
    ring = Ring()
    ring.set_share(0.6)
    tasks = TaskButton()
    tasks.set_tasks(2, 0.4)
    status = SegmentedControl(
        [Segment(key, words, f"status:{key}") for key, words in (
            ("todo", "To do"), ("progress", "In progress"), ("review", "In review"), ("done", "Done"))],
        name="Status",
    )  # fmt: skip
    status.set_value("review")
    letters = SegmentedControl([Segment(letter, letter) for letter in "ABCDEF"], name="Reliability", has_bar=True)
    letters.set_value("A")
    left = column(
        labels.label("Factdesk components", "empty_title"),
        labels.Caption("Verdicts"),
        row(*(chips.VerdictChip(look, word) for look, word in VERDICTS), gap=2),
        row(*(chips.ShapeLabel(f"verdict:{look}", "2") for look, _word in VERDICTS), gap=10),
        labels.Caption("Buttons"),
        row(Button("Link evidence", kind="primary"), primary, Button("Default"), focused, disabled,
            Button("Delete…", kind="danger"), Button("Change", kind="text"), IconButton("ellipsis", "More"),
            Button("Small", small=True)),
        row(SplitButton("File article", menu), Button("Link as “Refutes”", kind="primary", key="Ctrl+Return"),
            Button("Cancel", key="Esc"), Button("Mark claim", kind="text", icon="highlighter", key="M"),
            MenuButton("Newest", menu), ToggleButton("Coverage", icon="scan")),
        row(StanceButton("supports", "Supports", "S"), StanceButton("refutes", "Refutes", "R"),
            StanceButton("context", "Context", "C")),
        row(SearchField("Search the library", key="Ctrl+K"), SuggestField("Who: name, role")),
        labels.Caption("Rows"), sample_list(),
        labels.Caption("Progress"), row(labels.label("Filing 214 articles"), ring, tasks), progress, row(bar, legend),
    )  # fmt: skip
    edit = EditInPlace("No ward of Velmark Regional Hospital has closed since 3 March 2023.", is_multiline=True)
    fold = FoldSection("Evidence", is_open=True)
    fold.set_count(3)
    fold.set_content(labels.QuoteBlock("“Ward 4B closes on 30 June; its 14 beds are not replaced.”", "false"))
    fold.add_action(Button("Link", kind="link", icon="plus", key="E", small=True))
    folded = FoldSection("Checked before?")
    folded.set_summary("1 close match, Feb 2026", "verdict:mostly_false", "accent")
    right = column(
        labels.Caption("Status, stance, tags, filters"),
        row(*(chips.ShapeLabel(f"status:{key}", word) for key, word in (
            ("todo", "To do"), ("progress", "In progress"), ("review", "In review"), ("done", "Done"))), gap=14),
        row(chips.ShapeLabel("stance:supports", "Supports"), chips.ShapeLabel("stance:refutes", "Refutes"),
            chips.ShapeLabel("stance:context", "Context"), chips.Box("A1"), chips.Box("F6"), gap=14),
        row(chips.Tag("hospital"), chips.FilterChip("Since 2023"), chips.Badge(31), chips.Badge(7, "danger"),
            chips.KeyCap("Ctrl+K"), chips.Avatar("Dana Koval"), labels.HashLabel("9f3c51ae00112233")),
        status, letters, Switch("Confidential"), form, TextArea("What was confirmed, in their words"),
        labels.Caption("Statement to check"), edit, fold, folded,
        Banner("This copy is read-only: another Factdesk has it open.", action="Open anyway"),
        Banner("Original of A-12 has changed on disk.", kind="danger"),
    )  # fmt: skip
    grid.addWidget(left, 0, 0)
    grid.addWidget(right, 0, 1)
    grid.setColumnStretch(0, 5)
    grid.setColumnStretch(1, 4)
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    return page


def reading(kind: str) -> QWidget:
    """Show the reading page: with marks, in coverage, or as the half of a comparison."""
    page = PageView()
    gallery_text.fill(page, kind)
    if kind != "find":
        return page
    holder = QWidget()
    stack = QVBoxLayout(holder)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(0)
    bar = FindBar(page)
    stack.addWidget(bar)
    stack.addWidget(page)
    bar.open("ward")
    return holder


def overlays() -> QWidget:
    """Show what lies over a window."""
    host = labels.surface(QWidget(), "base")
    stack = QVBoxLayout(host)
    stack.addWidget(EmptyState("inbox", "Nothing filed yet", "File a text, a page or a file to begin.",
                               action="File article", key="Ctrl+N"))  # fmt: skip
    over = Overlay(host, width=520, top=90, height=220)
    inside = QVBoxLayout(over.body)
    inside.setContentsMargins(16, 12, 16, 12)
    inside.addWidget(SearchField("Type a command"))
    inside.addStretch(1)
    undo = UndoBar(host)
    host.show_all = lambda: (over.open(), undo.offer("Claim C-402 deleted", lambda: None))  # type: ignore[attr-defined]
    return host


def dialog() -> QWidget:
    """Show a dialog's frame."""
    made = ConfirmDialog("Delete 3 claims", "They go to the trash of this library.", "Delete 3 claims")
    made.foot_note.setText("Nothing is lost until the trash is emptied.")
    return made


SECTIONS: dict[str, Callable[[], QWidget]] = {
    "controls": controls,
    "reading": lambda: reading("marks"),
    "coverage": lambda: reading("coverage"),
    "compare": lambda: reading("compare"),
    "blocks": lambda: reading("blocks"),
    "find": lambda: reading("find"),
    "overlays": overlays,
    "dialog": dialog,
}


def main() -> None:
    """Open the gallery."""
    app = QApplication(sys.argv)
    words = sys.argv[1:]
    apply(app, Choice(words[0]) if words else Choice.LIGHT)
    app.setWindowIcon(icons.app_icon())
    window = SECTIONS[words[1] if len(words) > 1 else "controls"]()
    window.setWindowTitle("Factdesk gallery")
    if "dialog" in words:
        window.show()
    else:
        screen = app.primaryScreen().availableGeometry()
        window.setGeometry(0, 0, min(screen.width(), int(words[2]) if len(words) > 2 else 1280), screen.height())
        window.show()
    if hasattr(window, "show_all"):
        window.show_all()
    assert theme()
    app.exec()


if __name__ == "__main__":
    main()
