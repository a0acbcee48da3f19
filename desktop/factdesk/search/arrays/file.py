"""The file of one segment: named arrays behind a directory, written once and mapped for reading.

Eight bytes of magic, the length of the directory (32 bits), the directory as JSON (name: type, offset, bytes), then
the arrays, each at a multiple of eight. What is read is checked against the size of the file; that the bytes are those
that were written is the seal's part (`search.seal`).
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

MAGIC = b"FDARR\x01\r\n"
Array: TypeAlias = NDArray[Any]
_TYPES = frozenset({"|u1", "<u2", "<u4", "<u8"})
_ALIGN = 8


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write arrays of unsigned integers to a new file; OSError when the disk refuses."""
    little = {name: _little(array) for name, array in arrays.items()}
    directory: dict[str, list[object]] = {}
    at = 0
    for name, array in little.items():
        directory[name] = [array.dtype.str, at, array.nbytes]
        at += array.nbytes + -array.nbytes % _ALIGN
    head = json.dumps(directory, separators=(",", ":")).encode()
    head += b" " * (-(len(MAGIC) + 4 + len(head)) % _ALIGN)
    with path.open("wb") as file:
        file.write(MAGIC + len(head).to_bytes(4, "little") + head)
        for array in little.values():
            file.write(np.ascontiguousarray(array).tobytes())
            file.write(b"\0" * (-array.nbytes % _ALIGN))


def narrow(values: Array) -> Array:
    """Give whole numbers in the smallest type that holds them."""
    most = int(values.max()) if values.size else 0
    kind = next(kind for kind in (np.uint8, np.uint16, np.uint32, np.uint64) if most <= np.iinfo(kind).max)
    return values.astype(kind, copy=False)


class ArrayFile:
    """A mapped file. ValueError when it is no such file or was cut short; `close` once no array of it is used."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        try:
            self._directory, self._base = _directory(self._map)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            self._map.close()
            raise ValueError(f"{path.name} is no file of arrays") from error

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def names(self) -> tuple[str, ...]:
        """Give the names of all arrays."""
        return tuple(self._directory)

    def get(self, name: str) -> Array:
        """Give an array as a view of the file; LookupError when there is none of that name."""
        kind, offset, size = self._directory[name]
        dtype = np.dtype(kind)
        return np.frombuffer(self._map, dtype, size // dtype.itemsize, self._base + offset)

    def close(self) -> None:
        """Let go of the file; where arrays are still in use it goes with the last of them."""
        try:
            self._map.close()
        except BufferError:
            del self._map


def _directory(data: mmap.mmap) -> tuple[dict[str, tuple[str, int, int]], int]:
    start = len(MAGIC) + 4
    if data[: len(MAGIC)] != MAGIC:
        raise ValueError
    base = start + int.from_bytes(data[len(MAGIC) : start], "little")
    found: dict[str, tuple[str, int, int]] = {}
    for name, (kind, offset, size) in json.loads(data[start:base].decode()).items():
        if kind not in _TYPES or min(offset, size) < 0 or base + offset + size > len(data):
            raise ValueError
        found[name] = (kind, offset, size)
    return found, base


def _little(array: Array) -> Array:
    wanted = array.dtype.newbyteorder("<")
    return array.astype(wanted, copy=False)
