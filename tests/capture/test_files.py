"""Local files: sizes before bytes, regular files only, folders without surprises."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factdesk.capture.captured import Payload
from factdesk.capture.files import expand, is_left_out, read_file, size_words
from factdesk.capture.limits import Limits
from factdesk.errors import InputError, NotFoundError, UserError


def refusal(path: Path, limits: Limits | None = None) -> UserError:
    with pytest.raises(UserError) as caught:
        read_file(path, limits or Limits())
    assert path.name[:100] in caught.value.sentence
    assert caught.value.hint
    return caught.value


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "звіт.txt").write_bytes(b"abc")
    assert read_file(tmp_path / "звіт.txt") == Payload(b"abc", "звіт.txt")


def test_a_gigabyte_is_refused_by_its_size(tmp_path: Path) -> None:
    sparse = tmp_path / "huge.pdf"
    with sparse.open("wb") as file:
        file.truncate(1024**3)
    error = refusal(sparse)
    assert error.code == "too_large"
    assert "1.1 GB" in error.sentence


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 10)
    assert len(read_file(tmp_path / "a.txt", Limits(file_bytes=10)).data) == 10
    assert refusal(tmp_path / "a.txt", Limits(file_bytes=9)).code == "too_large"


def test_an_absent_file_is_a_sentence(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path / "gone.pdf"), NotFoundError)
    assert isinstance(refusal(tmp_path / ("a" * 300)), NotFoundError)


def test_a_name_with_a_null_is_absent(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"“ab.pdf” is not there"):
        read_file(tmp_path / "a\x00b.pdf")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path).sentence


def test_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt").code == "not_a_file"
    assert refusal(Path("/dev/zero")).code == "not_a_file"


def test_a_link_to_itself_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert "leads back to itself" in refusal(tmp_path / "loop.txt").sentence


def test_a_link_to_a_file_is_read_and_named_as_the_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"abc")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert read_file(tmp_path / "link.txt") == Payload(b"abc", "link.txt")


def test_a_file_below_a_file_is_absent(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    assert isinstance(refusal(tmp_path / "a.txt" / "b.txt"), NotFoundError)


def test_an_unreadable_drive_is_a_sentence() -> None:
    """Reading one's own memory map at its start fails as a broken disk does."""
    error = refusal(Path("/proc/self/mem"))
    assert error.code == "unreadable"


def test_folders_are_walked_in_order_and_files_named_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "inner/c.txt", "inner/deep/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = expand([tmp_path, tmp_path / "a.txt", tmp_path / "gone.txt"])
    assert [str(path.relative_to(tmp_path)) for path in found] == [
        "a.txt",
        "b.txt",
        "inner/c.txt",
        "inner/deep/d.txt",
        "gone.txt",
    ]


def test_what_nobody_means_is_left_out_of_folders(tmp_path: Path) -> None:
    wanted = tmp_path / "draft.docx"
    for name in (
        "draft.docx",
        "~$draft.docx",
        ".hidden",
        ".git/config",
        "Thumbs.db",
        "a.part",
        "._draft.docx",
        "b.txt~",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe.txt")
    assert expand([tmp_path]) == (wanted,)
    assert expand([tmp_path / "~$draft.docx"]) == (tmp_path / "~$draft.docx",)


def test_links_in_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_bytes(b"x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "passwd").symlink_to("/etc/passwd")
    assert expand([tmp_path]) == (tmp_path / "a" / "one.txt",)


def test_folders_are_bounded_in_depth_and_count(tmp_path: Path) -> None:
    deep = tmp_path
    for level in range(5):
        deep = deep / str(level)
        deep.mkdir()
        (deep / "file.txt").write_bytes(b"x")
    assert len(expand([tmp_path], Limits(folder_depth=3))) == 2
    with pytest.raises(InputError, match="more than 3 files"):
        expand([tmp_path], Limits(folder_files=3))


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (184_000, "184 KB"),
        (1_234_567, "1.2 MB"),
        (64_000_000, "64 MB"),
        (3 * 10**9, "3.0 GB"),
    ],
)
def test_sizes_are_told_in_words(size: int, said: str) -> None:
    assert size_words(size) == said


def test_left_out_names_are_known() -> None:
    assert is_left_out("~$Report.docx")
    assert not is_left_out("Report~final.docx")
