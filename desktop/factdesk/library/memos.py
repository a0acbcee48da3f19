"""Memos: made of one consistent state, rendered outside the write, recorded inside it."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import shutil
import tempfile
from pathlib import Path

from factdesk.errors import PlaceError
from factdesk.export.document import MemoDocument, MemoRequest
from factdesk.export.pages import MemoPages
from factdesk.library.group import Group, Room
from factdesk.library.memo_document import MemoMaking, build_document
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.ids import ArticleId, MemoId
from factdesk.model.values.desk import MemoRow
from factdesk.model.verbs import Verb
from factdesk.progress import CancelToken, Progress, SilentProgress
from factdesk.storage.memos import NewMemo
from factdesk.words import _

NAME_LONGEST = 60
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+')


class Memos(Group):
    """`library.memos`."""

    def __init__(self, room: Room, library_name: str) -> None:
        super().__init__(room)
        self._library_name = library_name

    def rows(self, article_id: ArticleId | None = None) -> tuple[MemoRow, ...]:
        """List exported memos, newest first, each with the claims that changed since it was made."""
        with self._read() as stores:
            return stores.memos.rows(article_id)

    def row(self, memo_id: MemoId) -> MemoRow:
        """Give one memo; NotFoundError when there is none."""
        with self._read() as stores:
            return stores.memos.row(memo_id)

    def document(self, request: MemoRequest) -> MemoDocument:
        """Give what the memo will say, for a preview; writes nothing."""
        with self._read() as stores:
            number = stores.memos.next_id()
            making = MemoMaking(number, self._library_name, self._room.who, self._room.clock())
            return build_document(stores, request, making)

    def pages(self, request: MemoRequest) -> MemoPages:
        """Give the memo as its Word file would be now, ready to be painted; writes nothing."""
        return self._room.compute.run(lay_out, self.document(request))

    def suggested_name(self, request: MemoRequest) -> str:
        """Give a file name for the memo: its number and the story's first words."""
        with self._read() as stores:
            number, title = stores.memos.next_id(), stores.articles.detail(request.article_id).row.title
        whole = " ".join(_FORBIDDEN.sub(" ", title).split())
        cut = whole if len(whole) <= NAME_LONGEST else whole[: NAME_LONGEST + 1].rsplit(" ", 1)[0][:NAME_LONGEST]
        words = cut.strip(" .")
        return f"M-{number} {words}".strip() + ".docx"

    def export(
        self,
        request: MemoRequest,
        target: Path,
        *,
        progress: Progress | None = None,
        cancel: CancelToken | None = None,
    ) -> Changes:
        """Write the memo to `target` and record it: the file's hash, its version, its claims as they were.

        The file appears whole or not at all, an older one of the name stays until then. PlaceError when the place
        cannot be written; nothing is recorded then.
        """
        told, stop = progress or SilentProgress(), cancel or CancelToken()
        self._check_writable()
        told.report(0, 3, _("Gathering"))
        document = self.document(request)
        stop.raise_if_cancelled()
        told.report(1, 3, _("Writing"))
        data = self._room.compute.run(render, document, "docx")
        stop.raise_if_cancelled()
        replaced = _put(target, data)
        try:
            changes = self._record(request, target, hashlib.sha256(data).hexdigest())
        except BaseException:
            _take_back(target, replaced)
            raise
        _forget(replaced)
        told.report(3, 3)
        return changes

    def _record(self, request: MemoRequest, target: Path, sha256: str) -> Changes:
        with self._begin(Verb.EXPORT_MEMO) as unit:
            version = unit.versions.latest(request.article_id)
            claims = unit.claims.of_version(version.id)
            chosen = tuple(row.id for row in claims if request.claim_ids is None or row.id in request.claim_ids)
            memo = unit.memos.add(
                NewMemo(request.article_id, version.id, request.recipient, str(target), sha256, chosen)
            )
            unit.about(Kind.MEMO, memo)
        return unit.changes


def render(document: MemoDocument, form: str) -> bytes:
    """Write a document in a format; runs in a worker process."""
    from factdesk.export.formats import format_named  # noqa: PLC0415  (loaded in the worker that writes)

    file = io.BytesIO()
    format_named(form).write(document, file)
    return file.getvalue()


def lay_out(document: MemoDocument) -> MemoPages:
    """Give the pages of a document for painting; runs in a worker process."""
    from factdesk.export.preview import pages  # noqa: PLC0415  (the memo writer is loaded when a memo is wanted)

    return pages(document)


def _put(target: Path, data: bytes) -> Path | None:
    """Write beside the target and move into place; give the path an older file of the name is kept at until then."""
    temporary: Path | None = None
    aside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".factdesk-", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        if target.exists():
            aside = _kept(target, temporary.with_name(temporary.name + "-old"))
        os.replace(temporary, target)  # noqa: PTH105  (atomic)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        _forget(aside)
        raise PlaceError(_sentence(error, target), hint=_("Choose another place; nothing is lost.")) from error
    return aside


def _kept(target: Path, aside: Path) -> Path:
    """Keep an older file under a second name, so that its own never lacks a file."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    try:
        aside.hardlink_to(target)
    except OSError:  # no hard links there
        shutil.copy2(target, aside)
    return aside


def _take_back(target: Path, aside: Path | None) -> None:
    """Bring back the file that stood there before, or leave nothing."""
    if aside is None:
        target.unlink(missing_ok=True)
    else:
        os.replace(aside, target)  # noqa: PTH105  (atomic)


def _forget(aside: Path | None) -> None:
    if aside is not None:
        aside.unlink(missing_ok=True)


def _sentence(error: OSError, target: Path) -> str:
    name = target.name
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _("“{name}” could not be written: the disk is full.").format(name=name)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _(
            "“{name}” could not be written: the place is read-only, or the file is open in another program."
        ).format(name=name)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _("“{name}” could not be written: the folder is not there.").format(name=name)
    if error.errno == errno.EISDIR:
        return _("“{name}” could not be written: there is a folder of that name.").format(name=name)
    return _("“{name}” could not be written there.").format(name=name)
