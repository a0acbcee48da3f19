"""The two doors to the window that the command line is handed, since it may not import the window itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Doors:
    """`window(library, theme, open_id, files)` gives an exit code; `tour(folder)` gives the files it wrote."""

    window: Callable[[Path | None, str | None, str | None, Sequence[Path]], int]
    tour: Callable[[Path], tuple[Path, ...]]
