"""How verdicts look in Word: resources/templates/memo.toml and the shapes beside it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from factdesk.paths import resource


@dataclass(frozen=True, slots=True)
class Look:
    """One look. `style` ends the names of its styles in the template; `tint` is a hex colour; `shape` a PNG."""

    name: str
    style: str
    tint: str
    shape: bytes


@lru_cache(maxsize=1)
def looks() -> dict[str, Look]:
    """Read the looks of the template once."""
    table = tomllib.loads(resource("templates/memo.toml").read_text("utf-8"))
    return {
        name: Look(name, row["style"], row["tint"], resource(f"templates/shapes/{name}.png").read_bytes())
        for name, row in table["look"].items()
    }


def look(name: str) -> Look:
    """Give a look by its name; one that this template does not know is drawn as no verdict."""
    known = looks()
    return known.get(name, known["none"])
