"""Values of filing: where a text comes from, and what is shown before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from factdesk.capture.captured import Captured, Payload
from factdesk.model.values.articles import Twin


class OriginKind(StrEnum):
    """Where a text comes from."""

    URL = "url"
    FILE = "file"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Origin:
    """One thing to be filed. `value` is the address, the path or the pasted words; `html` their rich form."""

    kind: OriginKind
    value: str
    html: str = ""

    @classmethod
    def url(cls, address: str) -> Origin:
        """File what an address holds."""
        return cls(OriginKind.URL, address.strip())

    @classmethod
    def file(cls, path: Path) -> Origin:
        """File what a path holds."""
        return cls(OriginKind.FILE, str(path))

    @classmethod
    def text(cls, words: str, html: str = "") -> Origin:
        """File pasted words; `html` keeps their blocks when the clipboard had any."""
        return cls(OriginKind.TEXT, words, html)

    @property
    def label(self) -> str:
        """Give the words the origin is known by: the address, the file's name or "pasted"."""
        if self.kind is OriginKind.FILE:
            return Path(self.value).name
        return self.value if self.kind is OriginKind.URL else "pasted"


@dataclass(frozen=True, slots=True)
class FilingDraft:
    """A text as read, with its twins; nothing is written yet. `seconds` is how long reading took."""

    origin: Origin
    payload: Payload
    captured: Captured
    sha256: str
    twins: tuple[Twin, ...]
    seconds: float
