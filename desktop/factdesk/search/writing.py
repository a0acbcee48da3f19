"""Writes documents into a Whoosh index: one commit a batch, sealed before it counts."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from factdesk.search.arrays.building import SegmentBuilder
from factdesk.search.arrays.codec import SUFFIX, ArrayCodec, open_segment
from factdesk.search.arrays.file import Array, write_arrays
from factdesk.search.arrays.merging import Part, merged
from factdesk.search.engine import SearchDocument
from factdesk.search.schema import schema
from factdesk.search.seal import INDEX, Seal, sync_folder
from factdesk.search.whoosh_parts import TOC, FileIndex, FileStorage, LockError, W3Segment, clean_files, try_for

# How long another process may take to let go of the index.
LOCK_SECONDS = 5.0


class SealedStorage(FileStorage):  # type: ignore[misc]
    """Whoosh's folder of files; the rename that makes a commit valid is preceded by its seal."""

    def __init__(self, folder: Path, seal: Seal) -> None:
        super().__init__(str(folder))
        self._seal = seal

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename; a list of segments is sealed first, and on the disk afterwards."""
        is_commit = newname.endswith(".toc")
        folder = Path(self.folder)
        if is_commit:
            self._seal.write(int(newname.removesuffix(".toc").rpartition("_")[2]), folder / oldname)
        super().rename_file(oldname, newname, safe)
        if is_commit:
            sync_folder(folder)


def create(folder: Path, seal: Seal) -> None:
    """Make an empty index in a new folder."""
    folder.mkdir(parents=True)
    TOC.create(SealedStorage(folder, seal), schema(), INDEX)


class Writer:
    """One batch. Either `commit` or `cancel` ends it; nobody sees anything of it before `commit` returns."""

    def __init__(self, folder: Path, seal: Seal) -> None:
        """Take the index's lock; Whoosh's LockError when another process has it, OSError when the disk refuses."""
        self._folder, self._seal = folder, seal
        self._storage = SealedStorage(folder, seal)
        self._lock = FileIndex(self._storage, schema=schema(), indexname=INDEX).lock("WRITELOCK")
        if not try_for(self._lock.acquire, timeout=LOCK_SECONDS, delay=0.02):
            raise LockError
        self._generation = seal.generation()
        self._segments: list[Any] = TOC.read(self._storage, INDEX, gen=self._generation, schema=schema()).segments
        self._builder = SegmentBuilder()
        self._merged: frozenset[str] = frozenset()
        self._made: list[Path] = []

    @property
    def is_full(self) -> bool:
        """Whether the batch has taken its share of memory and is better committed."""
        return self._builder.is_full

    @property
    def length(self) -> int:
        """The number of tokens added."""
        return self._builder.tokens

    def add(self, document: SearchDocument) -> None:
        """Add a document."""
        self._builder.add(document)

    def merge(self, names: frozenset[str]) -> None:
        """Write the documents of these segments anew, as one."""
        self._merged = names

    def delete(self, number: int) -> None:
        """Delete a document by its number in the index as it was when the batch began."""
        for segment in self._segments:
            if number < segment.doc_count_all():
                segment.delete_document(number)
                return
            number -= segment.doc_count_all()

    def commit(self) -> None:
        """Bring the batch to the disk; OSError leaves the index as it was."""
        kept = [one for one in self._segments if one.segment_id() not in self._merged]
        going = [one for one in self._segments if one.segment_id() in self._merged and one.doc_count()]
        if going:
            kept.append(self._written(self._joined(going)))
        if self._builder.size:
            kept.append(self._written(self._builder.arrays()))
        generation = self._generation + 1
        TOC(schema(), kept, generation).write(self._storage, INDEX)
        self._made.clear()
        clean_files(self._storage, INDEX, generation, kept)
        self._lock.release()
        self._seal.tidy(self._seal.generation())

    def cancel(self) -> None:
        """Drop the batch, also one whose commit failed, with every file it began: the disk may be full."""
        is_committed = self._seal.generation() != self._generation
        for path in () if is_committed else self._made:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        with suppress(OSError):
            for left in self._folder.glob(f"_{INDEX}_*.toc.*"):
                left.unlink(missing_ok=True)
        if self._lock.fd is not None:
            self._lock.release()

    def _written(self, arrays: dict[str, Array]) -> Any:
        segment = W3Segment(ArrayCodec(), INDEX, len(arrays["lengths"]))
        path = self._folder / segment.make_filename(SUFFIX)
        self._made.append(path)
        write_arrays(path, arrays)
        return segment

    def _joined(self, listed: Sequence[Any]) -> dict[str, Array]:
        opened = [open_segment(self._storage, one) for one in listed]
        try:
            return merged([Part(segment, _alive(one)) for segment, one in zip(opened, listed, strict=True)])
        finally:
            for segment in opened:
                segment.close()


def _alive(listed: Any) -> Array:
    alive = np.ones(listed.doc_count_all(), bool)
    alive[list(listed.deleted_docs())] = False
    return alive
