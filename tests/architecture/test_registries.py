"""A file added to a registry's folder is also listed in it."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

REGISTRIES = [
    ("factdesk.capture.readers", "READERS"),
    ("factdesk.export.formats", "FORMATS"),
    ("factdesk.search.languages", "LANGUAGES"),
]


@pytest.mark.parametrize(("package", "name"), REGISTRIES)
def test_what_a_folder_declares_is_listed(package: str, name: str) -> None:
    registry = getattr(importlib.import_module(package), name)
    listed = list(registry.values()) if isinstance(registry, dict) else list(registry)
    kinds = {type(entry) for entry in listed}
    declared = [
        (module.name, value)
        for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}.")
        for value in vars(importlib.import_module(module.name)).values()
        if type(value) in kinds
    ]
    assert declared
    assert [where for where, value in declared if not any(value is entry for entry in listed)] == []
