"""Opens a segment's file as a memory map and hands out views of it; Whoosh's own storage copies it into memory."""

from __future__ import annotations

import io
from typing import Any

from factdesk.search.whoosh_parts import BufferFile, CompoundStorage


class MappedStorage(CompoundStorage):  # type: ignore[misc]
    """The files packed into one segment file, opened as views."""

    def open_file(self, name: str, *_arguments: object, **_options: object) -> MappedFile:
        """Open one of the files; KeyError-like NameError when there is none of that name."""
        offset, length = self.range(name)
        return MappedFile(memoryview(self._source)[offset : offset + length], name)


class MappedFile(BufferFile):  # type: ignore[misc]
    """A file that is a view: `get` and what is built on it read the map, and so do `seek` and `read`."""

    def __init__(self, view: memoryview, name: str) -> None:
        super().__init__(b"", name=name)
        self._buf = view
        self.file: Any = _View(view)

    def extent(self, offset: int, length: int) -> BufferFile:
        """Give a small part as a file of its own, copied, for readers that seek a lot."""
        return BufferFile(self.get(offset, length))


class _View(io.RawIOBase):
    """Reads a view from front to back, for the few readers that want a file."""

    def __init__(self, view: memoryview) -> None:
        self._view = view
        self._at = 0

    def readable(self) -> bool:
        """Say yes."""
        return True

    def seekable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from where we are; give the number of bytes, 0 at the end."""
        piece = self._view[self._at : self._at + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, as any file does."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: len(self._view)}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        """Say where we are."""
        return self._at
