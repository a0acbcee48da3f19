"""Every door has a plate: modules, packages and public names say what they are for, and everything is annotated."""

from __future__ import annotations

import ast

from architecture.sources import Function, modules, public

DOOR_PLATE_LINES = 2


def is_overload(node: ast.ClassDef | Function) -> bool:
    return any(ast.unparse(decorator).endswith(("overload", ".setter")) for decorator in node.decorator_list)


def test_modules_open_with_a_sentence() -> None:
    silent = [
        str(module.path)
        for module in modules()
        if not (ast.get_docstring(module.tree) or "").split("\n\n")[0].rstrip().endswith((".", ":"))
    ]
    assert not silent, "\n".join(silent)


def test_packages_say_whom_they_may_import_and_how_to_add() -> None:
    bare = [
        module.name
        for module in modules()
        if module.path.name == "__init__.py"
        and module.name.count(".") == 1
        and len((ast.get_docstring(module.tree) or "").splitlines()) < DOOR_PLATE_LINES
    ]
    assert not bare, "\n".join(bare)


def test_public_names_have_docstrings() -> None:
    silent = [
        f"{module.place(node)} {name}"
        for module in modules()
        for name, node in public(module.tree)
        if not ast.get_docstring(node) and not is_overload(node)
    ]
    assert not silent, "\n".join(silent)


def unannotated(node: Function, *, is_method: bool) -> bool:
    given = node.args
    named = [*given.posonlyargs, *given.args]
    is_static = any(ast.unparse(decorator) == "staticmethod" for decorator in node.decorator_list)
    if is_method and not is_static:
        named = named[1:]
    named += [*given.kwonlyargs, *(part for part in (given.vararg, given.kwarg) if part)]
    needs_return = node.returns is None and node.name != "__init__"
    return needs_return or any(argument.annotation is None for argument in named)


def test_functions_are_annotated() -> None:
    loose = []
    for module in modules():
        methods = {part for node in module.all(ast.ClassDef) for part in node.body}  # type: ignore[attr-defined]
        loose += [
            f"{module.place(node)} {node.name}"
            for node in module.all(ast.FunctionDef, ast.AsyncFunctionDef)
            if unannotated(node, is_method=node in methods)
        ]
    assert not loose, "\n".join(loose)
