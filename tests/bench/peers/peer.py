"""What a peer of the comparison does. Standard library only."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from corpus import Article
from questions import Question

LIMIT = 20


class Peer:
    """One engine over one folder. Methods that an engine cannot serve give None, and the tables say so."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def version(self) -> str:
        """Name the engine with its version and what of its settings matters."""
        raise NotImplementedError

    def empty(self) -> None:
        """Make the folder new."""
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir(parents=True)

    def prepare(self, documents: Iterable[Article]) -> None:
        """What is not the engine's work and not timed: files on the disk, a table of texts for snippets."""

    def build(self, documents: Iterable[Article]) -> None:
        """Index all documents, safely on the disk at the end."""
        raise NotImplementedError

    def size(self) -> int:
        """Give the bytes of the index, without what `prepare` wrote."""
        return folder_size(self.place)

    def open(self) -> None:
        """Open what was built, so that the next call answers."""
        raise NotImplementedError

    def search(self, question: Question, *, with_snippets: bool = False) -> list[str] | None:
        """Give the ids of the best `LIMIT`, best first; with snippets, each has been cut as well."""
        raise NotImplementedError

    def rank(self, text: str, *, is_any: bool, limit: int) -> list[str]:
        """Give the ids for a text typed by a person: as the engine joins its words by default, or by OR."""
        raise NotImplementedError

    def update(self, article: Article) -> None:
        """Replace one document; on return the next search sees it."""
        raise NotImplementedError


def folder_size(place: Path) -> int:
    """Give the bytes of all files below."""
    return sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
