"""What may stand only in one place: SQL, Qt, output, catch-alls, colours. Imports have their contracts in pyproject."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import grimp

from architecture.sources import Module, modules

# The four borders where anything may be caught, since nobody above could.
BORDERS = {"factdesk.tasks.runner", "factdesk.compute", "factdesk.cli.app", "factdesk.logs"}
CATCH_ALL = {"Exception", "BaseException"}
SQL = re.compile(
    r"^\s*(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|"
    r"VIEW|TRIGGER)|PRAGMA\s|BEGIN\s+(IMMEDIATE|EXCLUSIVE)|VACUUM\b)",
    re.DOTALL,
)
# Derived from rows whose own changes the history holds.
DERIVED = {"factdesk.storage.tallies"}
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")


def texts(module: Module) -> list[ast.Constant]:
    """Give the module's string literals, docstrings left out."""
    documents = {
        id(node.body[0].value)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents
    ]


def test_sql_stays_in_storage() -> None:
    found = [
        f"{module.place(text)} {text.value[:40]!r}"
        for module in modules()
        if not module.is_in("factdesk.storage", "factdesk.model.tables")
        for text in texts(module)
        if SQL.match(text.value)
    ]
    assert not found, "\n".join(found)


def test_queries_stay_in_storage() -> None:
    found = [
        f"{module.place(call)} {name}"
        for module in modules()
        if not module.is_in("factdesk.storage")
        for call, name in module.calls()
        if isinstance(call.func, ast.Name) and name in {"select", "sessionmaker", "create_engine"}
    ]
    assert not found, "\n".join(found)


def test_sets_of_rows_are_not_changed_past_the_history() -> None:
    found = [
        f"{module.place(call)} {name}"
        for module in modules()
        if module.is_in("factdesk.storage") and not module.is_in("factdesk.storage.migrations", *DERIVED)
        for call, name in module.calls()
        if isinstance(call.func, ast.Name) and name == "update"
    ]
    assert not found, "\n".join(found)


def test_nothing_is_printed() -> None:
    found = [module.place(call) for module in modules() for call, _ in module.calls() if is_bare(call, "print")]
    assert not found, "\n".join(found)


def is_bare(call: ast.Call, name: str) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == name


def test_events_are_not_processed_by_hand() -> None:
    found = [
        f"{module.place(call)} {name}"
        for module in modules()
        for call, name in module.calls()
        if name == "processEvents"
        or (name == "sleep" and module.is_in("factdesk.ui"))
        or (name == "exec" and module.is_in("factdesk.ui.dialogs", "factdesk.ui.views", "factdesk.ui.widgets"))
    ]
    assert not found, "\n".join(found)


def test_catch_alls_stand_at_the_borders_only() -> None:
    found = []
    for module in modules():
        for handler in module.all(ast.ExceptHandler):
            assert isinstance(handler, ast.ExceptHandler)
            names = {node.id for node in ast.walk(handler.type or ast.Pass()) if isinstance(node, ast.Name)}
            passes_on = ast.unparse(handler.body[-1]) == "raise"
            if handler.type is None or (names & CATCH_ALL and not passes_on and module.name not in BORDERS):
                found.append(module.place(handler))
    assert not found, "\n".join(found)


def test_colours_stand_in_themes_only() -> None:
    found = [
        f"{module.place(text)} {text.value[:40]!r}"
        for module in modules()
        if module.is_in("factdesk.ui") and module.name != "factdesk.ui.theme"
        for text in texts(module)
        if HEX_COLOUR.search(text.value)
    ]
    assert not found, "\n".join(found)


def test_tasks_use_the_core_of_qt_only() -> None:
    found = [
        module.place(node)
        for module in modules()
        if module.is_in("factdesk.tasks")
        for node in module.all(ast.ImportFrom, ast.Import)
        if "PySide6" in ast.unparse(node) and "PySide6.QtCore" not in ast.unparse(node)
    ]
    assert not found, "\n".join(found)


def test_item_models_see_values_only() -> None:
    graph = grimp.build_graph("factdesk", include_external_packages=False, cache_dir=None)
    allowed = (
        "factdesk.model.values",
        "factdesk.model.enums",
        "factdesk.model.ids",
        "factdesk.words",
        "factdesk.ui",
        "factdesk.search.results",
    )
    found = [
        f"{importer} imports {imported}"
        for importer in graph.find_descendants("factdesk.ui.itemmodels")
        for imported in graph.find_modules_directly_imported_by(importer)
        if not imported.startswith(allowed)
    ]
    assert not found, "\n".join(found)


def test_modules_import_each_other_in_no_ring() -> None:
    graph = grimp.build_graph(
        "factdesk", include_external_packages=False, exclude_type_checking_imports=True, cache_dir=None
    )
    rings = [
        f"{one} and {other}"
        for one in sorted(graph.modules)
        for other in graph.find_modules_directly_imported_by(one)
        if other != one and not one.startswith(f"{other}.") and graph.chain_exists(importer=other, imported=one)
    ]
    assert not rings, "\n".join(rings)


def test_core_and_command_line_load_no_qt() -> None:
    program = (
        "import sys, factdesk.library, factdesk.library.library, factdesk.cli, factdesk.cli.app\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
