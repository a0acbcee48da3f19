"""The program's own source, parsed once for all the tests of this folder."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "desktop"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file: where it is, what it is called, and its syntax tree."""

    path: Path
    name: str
    text: str
    tree: ast.Module

    def place(self, node: ast.AST) -> str:
        """Give `path:line`, to be clicked on in a failure."""
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"

    def is_in(self, *packages: str) -> bool:
        """Whether it is one of these modules or lies below one."""
        return any(self.name == package or self.name.startswith(f"{package}.") for package in packages)

    def all(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Give every node of these kinds."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Give every call with the last name of what is called."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield node, called_name(node)


@lru_cache(maxsize=1)
def modules() -> tuple[Module, ...]:
    """Give every module of the program."""
    found = []
    for path in sorted((DESKTOP / "factdesk").rglob("*.py")):
        dotted = path.relative_to(DESKTOP).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
        text = path.read_text(encoding="utf-8")
        found.append(Module(path, dotted, text, ast.parse(text, str(path))))
    return tuple(found)


def called_name(call: ast.Call) -> str:
    """Give `text` for `setText(...)` as `setText`, whatever it is called on; "" for anything computed."""
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def public(tree: ast.Module) -> Iterator[tuple[str, ast.ClassDef | Function]]:
    """Give public classes, functions and methods with their dotted names; what is private hides what is in it."""
    waiting: list[tuple[str, ast.stmt]] = [("", node) for node in tree.body]
    while waiting:
        above, node = waiting.pop(0)
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield f"{above}{node.name}", node
            if isinstance(node, ast.ClassDef):
                waiting += [(f"{above}{node.name}.", child) for child in node.body]
