"""Zip archives: counted before and while inflating."""

from __future__ import annotations

import struct

import pytest

from capture.samples import zipped
from factdesk.capture.archive import Archive
from factdesk.capture.limits import Limits
from factdesk.errors import InputError

SMALL = Limits(zip_entries=5, zip_part_bytes=10_000, zip_total_bytes=50_000, zip_ratio=20, zip_ratio_floor=1_000)


def refusal(data: bytes, limits: Limits = SMALL, part: str = "") -> InputError:
    with pytest.raises(InputError) as caught:
        archive = Archive(data, "file.docx", limits)
        archive.read(part or archive.names[0])
    assert "“file.docx”" in caught.value.sentence
    return caught.value


def test_parts_are_read() -> None:
    archive = Archive(zipped({"a.txt": b"abc", "b.txt": b"def"}), "file.docx", SMALL)
    assert archive.names == ("a.txt", "b.txt")
    assert archive.read("b.txt") == b"def"
    assert "c.txt" not in archive


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    assert refusal(zipped({"a": b"\x00" * 900_000})).code == "too_large"
    assert refusal(zipped({str(number): b"x" * 20_000 for number in range(3)})).code == "too_large"


def test_a_bomb_that_lies_about_its_size_is_stopped() -> None:
    data = bytearray(zipped({"a": b"\x00" * 900_000}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(signature) + at, 100)
    assert refusal(bytes(data)).code in {"too_large", "damaged"}


def test_too_many_entries_are_refused_unlisted() -> None:
    assert refusal(zipped({str(number): b"" for number in range(9)})).code == "too_large"


@pytest.mark.parametrize("cut", [4, 30, 60])
def test_a_cut_archive_is_damaged(cut: int) -> None:
    assert refusal(zipped({"a": b"abc" * 50})[:-cut]).code == "damaged"


def test_a_wrong_checksum_is_damaged() -> None:
    data = bytearray(zipped({"a": b"abc"}))
    data[data.index(b"PK\x03\x04") + 14 : data.index(b"PK\x03\x04") + 18] = b"\x00" * 4
    data[data.index(b"PK\x01\x02") + 16 : data.index(b"PK\x01\x02") + 20] = b"\x00" * 4
    assert refusal(bytes(data)).code == "damaged"


def test_a_locked_part_is_told() -> None:
    data = bytearray(zipped({"a": b"abc"}))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)).code == "locked"


def test_an_unknown_packing_is_damaged() -> None:
    data = bytearray(zipped({"a": b"abc"}))
    data[data.index(b"PK\x03\x04") + 8] = 99
    data[data.index(b"PK\x01\x02") + 10] = 99
    assert refusal(bytes(data)).code == "damaged"


def test_a_missing_part_is_damaged() -> None:
    assert refusal(zipped({"a": b"abc"}), part="b").code == "damaged"
