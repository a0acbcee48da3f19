"""Tells whether an index is whole and ours, before any byte of it is unpickled.

Whoosh keeps pickles in its files, so opening an index that somebody else wrote would run what they like. Each
generation of an index therefore has a seal beside it: the schema's stamp and the size and SHA-256 of every file that
the generation reads, under an HMAC with a secret of this user on this machine. Whatever does not match is never
opened; it is rebuilt from the library, which costs time and nothing else. A seal also finds damage.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factdesk.search.engine import Health

INDEX = "MAIN"
"""Whoosh's name of the one index in a folder."""
TOC_NAME = re.compile(rf"_{INDEX}_([0-9]+)\.toc\Z")
SEGMENTS = "*.seg"
_SEAL_NAME = "seal_{generation}.json"
_SEALS = "seal_*.json*"

Digest = tuple[int, str]


@dataclass(slots=True)
class Seal:
    """Seals and verifies one index folder. `key` is the secret; empty, a seal tells damage but not forgery."""

    folder: Path
    stamp: str
    key: bytes
    _known: dict[str, Digest] = field(default_factory=dict)

    def generation(self) -> int:
        """Give the newest generation in the folder, -1 when there is none (or no folder)."""
        try:
            found = [int(name[1]) for name in map(TOC_NAME.match, os.listdir(self.folder)) if name]  # noqa: PTH208
        except OSError:
            return -1
        return max(found, default=-1)

    def verify(self, *, is_fresh: bool = False) -> tuple[Health, int]:
        """Say how the newest generation stands, and which it is. Files verified before are not read again (a segment
        never changes) unless `is_fresh`."""
        generation = self.generation()
        if generation < 0:
            has_remains = self.folder.is_dir() and any(self.folder.iterdir())
            return (Health.DAMAGED if has_remains else Health.MISSING), -1
        if is_fresh:
            self._known.clear()
        try:
            body = self._read(generation)
            if body is None:
                return Health.DAMAGED, generation
            if body["stamp"] != self.stamp:
                return Health.OTHER_SCHEMA, generation
            whole = all(self._matches(name, (int(size), str(digest))) for name, (size, digest) in body["files"].items())
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return Health.DAMAGED, generation
        return (Health.READY if whole else Health.DAMAGED), generation

    def write(self, generation: int, toc: Path) -> None:
        """Seal a generation whose list of segments stands in `toc` (still under its temporary name), and bring all of
        it to the disk. OSError when that fails."""
        files = {f"_{INDEX}_{generation}.toc": _digest(toc)}
        _sync(toc)
        for path in sorted(self.folder.glob(SEGMENTS)):
            digest = self._known.get(path.name)
            if digest is None:
                _sync(path)
                digest = self._known[path.name] = _digest(path)
            files[path.name] = digest
        body = json.dumps({"stamp": self.stamp, "generation": generation, "files": files}, sort_keys=True)
        target = self.folder / _SEAL_NAME.format(generation=generation)
        temporary = target.with_suffix(".json.new")
        temporary.write_text(json.dumps({"body": body, "mac": self._mac(body)}), encoding="utf-8")
        _sync(temporary)
        temporary.replace(target)

    def tidy(self, generation: int) -> None:
        """Drop the seals of other generations and forget files that are gone."""
        keep = _SEAL_NAME.format(generation=generation)
        for path in self.folder.glob(_SEALS):
            if path.name != keep:
                path.unlink(missing_ok=True)
        here = {path.name for path in self.folder.glob(SEGMENTS)}
        for name in self._known.keys() - here:
            self._known.pop(name, None)

    def _read(self, generation: int) -> dict[str, Any] | None:
        text = (self.folder / _SEAL_NAME.format(generation=generation)).read_text(encoding="utf-8")
        outer = json.loads(text)
        body = str(outer["body"])
        if not hmac.compare_digest(str(outer["mac"]), self._mac(body)):
            return None
        inner: dict[str, Any] = json.loads(body)
        return inner if inner["generation"] == generation else None

    def _matches(self, name: str, digest: Digest) -> bool:
        """A segment that is gone may be one that the next commit no longer needed; opening tells."""
        path = self.folder / name
        if self._known.get(name) == digest:
            return True
        if not path.exists():
            return name.endswith(".seg")
        if path.stat().st_size != digest[0] or _digest(path) != digest:
            return False
        if name.endswith(".seg"):
            self._known[name] = digest
        return True

    def _mac(self, body: str) -> str:
        return hmac.new(self.key, body.encode(), hashlib.sha256).hexdigest()


def secret(path: Path) -> bytes:
    """Give this user's secret, kept in `path` (made with the first call, readable by the user alone). OSError when
    it can be neither read nor made."""
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        found = b""
    if len(found) >= 32:
        return found
    path.parent.mkdir(parents=True, exist_ok=True)
    made = secrets.token_bytes(32)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, made)
        os.fsync(handle)
    finally:
        os.close(handle)
    temporary.replace(path)
    return path.read_bytes()


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _digest(path: Path) -> Digest:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return file.tell(), digest
