"""Files and functions stay short enough to be read at once."""

from __future__ import annotations

import ast

from architecture.sources import Function, modules

FILE_LINES = 400
FUNCTION_LINES = 60
CLASS_LINES = 300
CLASS_METHODS = 25
# Qt asks one object for all of a text's layout, and one for all that happens to a text on screen.
MANY_OVERRIDES = {"PageLayout", "PageSheet"}


def length(node: ast.ClassDef | Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_are_short() -> None:
    counted = {str(module.path): len(module.text.splitlines()) for module in modules()}
    assert {path: lines for path, lines in counted.items() if lines > FILE_LINES} == {}


def test_functions_are_short() -> None:
    long = [
        f"{module.place(node)} {node.name}: {length(node)} lines"
        for module in modules()
        for node in module.all(ast.FunctionDef, ast.AsyncFunctionDef)
        if length(node) > FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_classes_are_small() -> None:
    large = [
        f"{module.place(node)} {node.name}: {length(node)} lines, {methods(node)} methods"
        for module in modules()
        for node in module.all(ast.ClassDef)
        if node.name not in MANY_OVERRIDES and (length(node) > CLASS_LINES or methods(node) > CLASS_METHODS)
    ]
    assert not large, "\n".join(large)


def methods(node: ast.ClassDef) -> int:
    return sum(isinstance(part, Function) for part in node.body)
