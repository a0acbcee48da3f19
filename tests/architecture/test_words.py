"""Every word a person reads is marked for the catalogue, and every catalogue says what the code says."""

from __future__ import annotations

import ast
import runpy

from architecture.sources import ROOT, Module, modules
from factdesk import errors

WORDS = runpy.run_path(str(ROOT / "packaging" / "words.py"))
MARKING = {"_", "mark", "gettext", "ngettext", "pgettext"}
ERRORS = {
    name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, errors.UserError)
}
# The same in every language.
NAMES = {"Factdesk", "SHA-256"}
SHOWING = {
    "setText", "setWindowTitle", "setToolTip", "setPlaceholderText", "setStatusTip", "setWhatsThis", "setTitle",
    "setAccessibleName", "setAccessibleDescription", "setInformativeText", "setLabelText", "addTab", "addItem",
    "addAction", "addMenu", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction",
}  # fmt: skip


def is_sentence(node: ast.expr | None) -> bool:
    """Whether a literal or an f-string carries letters that a person would read."""
    if isinstance(node, ast.JoinedStr):
        return any(is_sentence(part) for part in node.values)
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or node.value.strip() in NAMES:
        return False
    return any(map(str.isalpha, node.value))


def shown(call: ast.Call, name: str, module: Module) -> list[ast.expr]:
    """Give what a call puts before a person."""
    if name in ERRORS:
        return [*call.args[:1], *(word.value for word in call.keywords if word.arg == "hint")]
    if name in SHOWING and module.is_in("factdesk.ui"):
        return call.args[:2]
    if module.is_in("factdesk.cli"):
        return [word.value for word in call.keywords if word.arg == "help"]
    return []


def test_shown_words_are_marked() -> None:
    bare = [
        f"{module.place(argument)} {ast.unparse(argument)[:60]}"
        for module in modules()
        for call, name in module.calls()
        for argument in shown(call, name, module)
        if is_sentence(argument)
    ]
    assert not bare, "\n".join(bare)


def test_marked_words_are_plain_literals() -> None:
    computed = [
        f"{module.place(call)} {ast.unparse(call)[:60]}"
        for module in modules()
        for call, name in module.calls()
        if name in MARKING
        for argument in call.args
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
        or (isinstance(argument, ast.Call) and called_on_text(argument))
    ]
    assert not computed, "\n".join(computed)


def called_on_text(call: ast.Call) -> bool:
    """Whether it is `"...".format(...)`, which no catalogue can know."""
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant)


def test_catalogues_say_what_the_code_says() -> None:
    wanted = WORDS["extracted"]()
    assert len(wanted)
    told = {code: WORDS["faults"](code, path, wanted) for code, path in WORDS["catalogues"]().items()}
    assert {code: faults for code, faults in told.items() if faults} == {}
