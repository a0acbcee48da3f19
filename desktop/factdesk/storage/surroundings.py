"""Recognises places that harm a library: folders that a cloud copies behind its back, and network drives."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from factdesk.words import _

MOUNTS = Path("/proc/mounts")
ROOT = Path("/")
"""What the system itself runs from is no drive a person could move a library away from."""

_CLOUD_FOLDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Dropbox", re.compile(r"dropbox( \(.*\))?", re.IGNORECASE)),
    ("OneDrive", re.compile(r"onedrive( - .*|-.*)?|skydrive", re.IGNORECASE)),
    ("iCloud Drive", re.compile(r"icloud ?drive|com~apple~clouddocs|mobile documents", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive(-.*)?|googledrive-.*|my drive", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"nextcloud\d*|owncloud", re.IGNORECASE)),
    ("Box", re.compile(r"box sync|box-box", re.IGNORECASE)),
    ("pCloud", re.compile(r"pcloud ?(drive|sync)?|pclouddrive", re.IGNORECASE)),
    ("MEGA", re.compile(r"mega ?sync", re.IGNORECASE)),
    ("Proton Drive", re.compile(r"proton ?drive", re.IGNORECASE)),
    ("Yandex Disk", re.compile(r"yandex\.?disk", re.IGNORECASE)),
    ("Syncthing", re.compile(r"syncthing", re.IGNORECASE)),
    ("Synology Drive", re.compile(r"synology ?drive", re.IGNORECASE)),
)
_CLOUD_MARKERS: tuple[tuple[str, str], ...] = (
    ("Dropbox", ".dropbox.cache"),
    ("OneDrive", ".849C9593-D756-4E56-8D6E-42412F2A707B"),
    ("Google Drive", ".tmp.driveupload"),
    ("Google Drive", ".tmp.drivedownload"),
    ("Nextcloud", ".nextcloudsync.log"),
    ("Nextcloud", ".owncloudsync.log"),
    ("Nextcloud", ".sync_*.db"),
    ("Nextcloud", "._sync_*.db"),
    ("Syncthing", ".stfolder"),
    ("MEGA", ".megaignore"),
    ("Resilio Sync", ".sync"),
    ("Seafile", ".seafile-data"),
)
_CLOUD_VARIABLES = (("OneDrive", "OneDrive"), ("OneDrive", "OneDriveCommercial"), ("OneDrive", "OneDriveConsumer"))
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "sshfs", "9p", "afs", "ncpfs", "davfs", "ceph"})
_LOCAL_FUSE = frozenset({"fuse.fuseblk", "fuse.ntfs-3g", "fuse.portal", "fuse.lxcfs", "fuse.snapfuse"})


def warning(folder: Path, *, mounts: Path = MOUNTS) -> str:
    """Give a sentence when a library in `folder` is in danger of a cloud or a network drive, else ""."""
    place = Path(os.path.abspath(folder))  # noqa: PTH100  (a link is looked through below, not here)
    for candidate in dict.fromkeys((place, _resolved(place))):
        cloud = _cloud(candidate)
        if cloud:
            return _(
                "This library lies in a folder that {cloud} copies while Factdesk writes; keep it outside and copy "
                "its backups instead."
            ).format(cloud=cloud)
    if _is_network(_resolved(place), mounts):
        return _(
            "This library lies on a network drive, where locks and writes are not safe; keep it on this computer’s "
            "own disk."
        )
    return ""


def _cloud(place: Path) -> str:
    for name, variable in _CLOUD_VARIABLES:
        root = os.environ.get(variable)
        if root and place.is_relative_to(root):
            return name
    parts = place.parts
    for name, pattern in _CLOUD_FOLDERS:
        if any(pattern.fullmatch(part) for part in parts):
            return name
    return _marked(place, parts)


def _marked(place: Path, parts: Iterable[str]) -> str:
    if "CloudStorage" in parts and "Library" in parts:
        return "CloudStorage"
    for parent in (place, *place.parents):
        for name, marker in _CLOUD_MARKERS:
            if _holds(parent, marker):
                return name
    return ""


def _holds(folder: Path, marker: str) -> bool:
    try:
        return any(folder.glob(marker)) if "*" in marker else (folder / marker).exists()
    except OSError:
        return False


def _is_network(place: Path, mounts: Path) -> bool:
    if str(place).startswith(("\\\\", "//")):
        return True
    kind = _file_system(place, mounts)
    return kind in _NETWORK or (kind.startswith("fuse.") and kind not in _LOCAL_FUSE)


def _file_system(place: Path, mounts: Path) -> str:
    """Give the type of the innermost mount that holds a place; "" where the system does not tell."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), fields[1]))
        depth = len(point.parts)
        if point != ROOT and depth >= best and place.is_relative_to(point):
            best, kind = depth, fields[2]
    return kind


def _resolved(place: Path) -> Path:
    try:
        return place.resolve()
    except OSError:
        return place
