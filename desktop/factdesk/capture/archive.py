"""Zip archives opened with suspicion: counted before and while inflating, never unpacked to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.names import shown_name
from factdesk.errors import InputError
from factdesk.words import _

_END = b"PK\x05\x06"
_CHUNK = 256 * 1024
# What zipfile was seen to raise on damaged archives, by fuzzing.
_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    OverflowError,
    RuntimeError,
)


class Archive:
    """A zip archive in memory; parts are read whole, each within the limits. Raises InputError for everything bad."""

    def __init__(self, data: bytes, name: str, limits: Limits = LIMITS) -> None:
        self._name = name
        self._limits = limits
        self._check_count(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise _damaged(name) from error
        self._parts: dict[str, zipfile.ZipInfo] = {}
        self.repeated: list[str] = []
        for info in self._zip.infolist():
            if info.filename in self._parts:
                self.repeated.append(info.filename)
            else:
                self._parts[info.filename] = info
        self._check_sizes()

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the parts, as written in the archive."""
        return tuple(self._parts)

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def read(self, part: str) -> bytes:
        """Inflate one part, stopping at the limits; InputError when it is damaged, locked or a bomb."""
        info = self._parts.get(part)
        if info is None:
            raise _damaged(self._name)
        if info.flag_bits & 0x1:
            raise InputError(
                _("{file} is locked with a password.").format(file=shown_name(self._name)),
                hint=_("Remove the password in the program that made it, then file it again."),
                code="locked",
            )
        pieces: list[bytes] = []
        total = 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_CHUNK):
                    total += len(piece)
                    self._check_inflated(total, info.compress_size)
                    pieces.append(piece)
        except _FAULTS as error:
            raise _damaged(self._name) from error
        return b"".join(pieces)

    def _check_count(self, data: bytes) -> None:
        """Read the number of entries from the end record, before a list of them is built."""
        at = data.rfind(_END, max(0, len(data) - 65_557))
        if at < 0 or at + 22 > len(data):
            raise _damaged(self._name)
        count, directory = struct.unpack_from("<HI", data, at + 10)
        if (count != 0xFFFF and count > self._limits.zip_entries) or (
            directory != 0xFFFFFFFF and directory > self._limits.zip_entries * 400
        ):
            raise _bomb(self._name)

    def _check_sizes(self) -> None:
        total = 0
        for info in self._zip.infolist():
            total += info.file_size
            if total > self._limits.zip_total_bytes or len(self._parts) > self._limits.zip_entries:
                raise _bomb(self._name)
            if info.file_size > self._limits.zip_ratio_floor and (
                info.file_size > self._limits.zip_ratio * max(1, info.compress_size)
            ):
                raise _bomb(self._name)

    def _check_inflated(self, total: int, packed: int) -> None:
        if total > self._limits.zip_part_bytes or (
            total > self._limits.zip_ratio_floor and total > self._limits.zip_ratio * max(1, packed)
        ):
            raise _bomb(self._name)


def _damaged(name: str) -> InputError:
    return InputError(
        _("{file} is damaged or cut short.").format(file=shown_name(name)),
        hint=_("Get it again from where it came, or open it in its own program and save it anew."),
        code="damaged",
    )


def _bomb(name: str) -> InputError:
    return InputError(
        _("{file} unpacks to far more than a document holds, and was not opened.").format(file=shown_name(name)),
        hint=_("If it is a real document, export it as PDF and file that."),
        code="too_large",
    )
