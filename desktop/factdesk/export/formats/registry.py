"""What a format declares of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from factdesk.export.document import MemoDocument


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `title` is marked for the catalogue; `write` raises PlaceError when the file takes no bytes."""

    name: str
    title: str
    suffix: str
    media_type: str
    write: Callable[[MemoDocument, BinaryIO], None]
