"""Cloud-synced folders and network drives are recognised, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdesk.storage.surroundings import warning
from storage.factories import create

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/desk /mnt/nfs nfs4 rw 0 0
//nas/share /mnt/with\\040space cifs rw 0 0
me@host:/ /home/o/remote fuse.sshfs rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
/dev/sdc1 /mnt/nfs/inner ext4 rw 0 0
overlay /home/o/box 9p rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    file = tmp_path / "mounts"
    file.write_text(MOUNTS)
    return file


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/o/Dropbox/desk", "Dropbox"),
        ("/home/o/Dropbox (City News)/desk", "Dropbox"),
        ("/home/o/OneDrive - City News/desk", "OneDrive"),
        ("/Users/o/Library/Mobile Documents/com~apple~CloudDocs/desk", "iCloud"),
        ("/Users/o/Library/CloudStorage/GoogleDrive-o@x.org/My Drive/desk", "Google Drive"),
        ("/Users/o/Library/CloudStorage/Unknown-o/desk", "CloudStorage"),
        ("/home/o/Nextcloud/desk", "Nextcloud"),
        ("/home/o/ownCloud/desk", "Nextcloud"),
        ("/home/o/pCloudDrive/desk", "pCloud"),
        ("/home/o/Yandex.Disk/desk", "Yandex"),
    ],
)
def test_cloud_folder_is_named(path: str, name: str, mounts: Path) -> None:
    words = warning(Path(path), mounts=mounts)
    assert name in words
    assert words.endswith(".")


@pytest.mark.parametrize(
    "path",
    ["/home/o/Documents/desk", "/home/o/dropbox-notes/desk", "/home/o/boxes", "/media/stick/x", "/mnt/nfs/inner/x"],
)
def test_plain_folder_is_not_warned_of(path: str, mounts: Path) -> None:
    assert warning(Path(path), mounts=mounts) == ""


@pytest.mark.parametrize(
    "path",
    [
        "/mnt/nfs/desk",
        "/mnt/with space/desk",
        "/home/o/remote/desk",
        "/home/o/box/desk",
        "/run/user/1000/gvfs/smb/desk",
    ],
)
def test_network_drive_is_warned_of(path: str, mounts: Path) -> None:
    assert "network drive" in warning(Path(path), mounts=mounts)


@pytest.mark.parametrize(
    ("marker", "name"),
    [
        (".stfolder", "Syncthing"),
        (".sync_1a2b3c.db", "Nextcloud"),
        (".dropbox.cache", "Dropbox"),
        (".megaignore", "MEGA"),
    ],
)
def test_marker_of_a_synced_folder_above_is_seen(tmp_path: Path, mounts: Path, marker: str, name: str) -> None:
    (tmp_path / "work" / "desk").mkdir(parents=True)
    (tmp_path / "work" / marker).touch()
    assert name in warning(tmp_path / "work" / "desk", mounts=mounts)
    assert warning(tmp_path, mounts=mounts) == ""


def test_link_into_a_synced_folder_is_looked_through(tmp_path: Path, mounts: Path) -> None:
    (tmp_path / "Dropbox" / "desk").mkdir(parents=True)
    (tmp_path / "desk").symlink_to(tmp_path / "Dropbox" / "desk")
    assert "Dropbox" in warning(tmp_path / "desk", mounts=mounts)


def test_onedrive_of_another_name_is_known_from_the_system(
    tmp_path: Path, mounts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Firma"))
    assert "OneDrive" in warning(tmp_path / "Firma" / "desk", mounts=mounts)


def test_system_without_a_table_of_mounts_is_no_fault(tmp_path: Path) -> None:
    assert warning(tmp_path, mounts=tmp_path / "none") == ""


def test_library_carries_the_warning(tmp_path: Path) -> None:
    storage = create(tmp_path / "Dropbox" / "desk")
    assert len(storage.warnings) == 1
    assert "Dropbox" in storage.warnings[0]
    storage.close()
