"""Filing: look first, write once. A preview writes nothing; a filing is one transaction."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from time import monotonic

from factdesk.capture import urls
from factdesk.capture.captured import Captured, Payload
from factdesk.capture.files import expand, read_file
from factdesk.capture.pasting import payload as pasted_payload
from factdesk.claims import comparing, signatures
from factdesk.errors import Cancelled, InputError, UserError
from factdesk.library.carrying import carry
from factdesk.library.filing_values import FilingDraft, Origin, OriginKind
from factdesk.library.group import Group, Room
from factdesk.model.changes import Changes
from factdesk.model.enums import FilingOutcome, Kind, Role, TwinChoice, TwinKind
from factdesk.model.values.articles import ArticleDraft, FilingItem, Twin
from factdesk.model.verbs import Verb
from factdesk.progress import CancelToken, Progress, SilentProgress
from factdesk.storage.stores import Stores
from factdesk.storage.unit import UnitOfWork
from factdesk.storage.versions import NewVersion, text_hash
from factdesk.words import _

NEAR_ENOUGH = 0.55
"""Share of words from which on a text is offered as a twin; the person decides."""
LOOKED_AT = 3
READERS_AT_ONCE = 2
READ_AHEAD = 4


class Filing(Group):
    """`library.filing`."""

    def __init__(self, room: Room, *, allow_private: Callable[[], bool]) -> None:
        super().__init__(room)
        self._allow_private = allow_private

    def get_ready(self) -> None:
        """Start the readers before the first text comes, so that it is not kept waiting for them."""
        self._room.compute.run(read_payload, pasted_payload(_("Ready.")))

    def preview(
        self, origin: Origin, *, progress: Progress | None = None, cancel: CancelToken | None = None
    ) -> FilingDraft:
        """Read an origin and look for its twins; writes nothing. UserError when it cannot be read."""
        told, stop = progress or SilentProgress(), cancel or CancelToken()
        told.report(0, 2, _("Fetching") if origin.kind is OriginKind.URL else _("Reading"))
        draft = self._read_origin(origin, stop)
        told.report(1, 2, _("Comparing"))
        draft = replace(draft, twins=self._twins(draft.captured, draft.sha256))
        told.report(2, 2)
        return draft

    def file(self, draft: FilingDraft, article: ArticleDraft, choice: TwinChoice, twin: Twin | None) -> Changes:
        """Write what the preview showed: original first, then rows, history and outbox in one commit.

        NEW_VERSION adds to the twin's article and carries its claims over; KEEP_BOTH makes an article of its own;
        OPEN writes nothing. InputError when the text or the title is empty.
        """
        if choice is TwinChoice.OPEN and twin is not None:
            return Changes(Verb.FILE_ARTICLE)
        if not article.content.text.strip():
            raise InputError(
                _("“{name}” holds no text to file.").format(name=draft.origin.label),
                hint=_("Tick the blocks to keep, or file it from another copy."),
            )
        self._check_writable()
        self._room.storage.originals.put(draft.payload.data)
        version = self._new_version(draft, article)
        if choice is TwinChoice.NEW_VERSION and twin is not None:
            with self._begin(Verb.ADD_VERSION) as unit:
                self._add_version(unit, twin.article_id, version)
            return unit.changes
        with self._begin(Verb.FILE_ARTICLE) as unit:
            unit.versions.add(unit.articles.add(article), version)
        return unit.changes

    def expand(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Give the files of paths, folders walked; hidden files and locks of open programs left out."""
        return expand(paths)

    def file_many(
        self,
        origins: Iterable[Origin],
        *,
        progress: Progress | None = None,
        cancel: CancelToken | None = None,
        role: Role = Role.REFERENCE,
        on_item: Callable[[FilingItem], None] | None = None,
        asks: bool = False,
    ) -> tuple[FilingItem, ...]:
        """File one after the other, each in its own commit; one that fails never stops the rest.

        A text that is here already is left alone (KNOWN); other words under a known address become a new version,
        or with `asks` wait for a person (TWIN).
        `on_item` hears of each as soon as it is safe on disk. Cancel keeps what is done and gives it back.
        """
        told, stop = progress or SilentProgress(), cancel or CancelToken()
        listed = list(origins)
        items: list[FilingItem] = []
        told.report(0, len(listed))
        for origin, reading in self._read_ahead(listed, stop):
            try:
                items.append(self._file_one(origin, reading, role, stop, asks=asks))
            except Cancelled:
                break
            if on_item is not None:
                on_item(items[-1])
            told.report(len(items), len(listed), origin.label)
            if stop.is_cancelled:
                break
        return tuple(items)

    def _read_ahead(self, origins: list[Origin], cancel: CancelToken) -> Iterator[tuple[Origin, Future[FilingDraft]]]:
        """Read the next few while one is written, so that two readers work at once; in the order given."""
        with ThreadPoolExecutor(READERS_AT_ONCE) as pool:
            ahead: deque[tuple[Origin, Future[FilingDraft]]] = deque()
            for origin in origins:
                ahead.append((origin, pool.submit(self._read_origin, origin, cancel)))
                if len(ahead) > READ_AHEAD:
                    yield ahead.popleft()
            while ahead:
                yield ahead.popleft()

    def _read_origin(self, origin: Origin, cancel: CancelToken) -> FilingDraft:
        """Fetch and read; twins are looked for when it is written, since another one may come first."""
        cancel.raise_if_cancelled()
        started = monotonic()
        payload = self._payload(origin, cancel)
        cancel.raise_if_cancelled()
        captured = self._room.compute.run(read_payload, payload)
        cancel.raise_if_cancelled()
        sha256 = hashlib.sha256(payload.data).hexdigest()
        return FilingDraft(origin, payload, captured, sha256, (), monotonic() - started)

    def _file_one(
        self, origin: Origin, reading: Future[FilingDraft], role: Role, cancel: CancelToken, *, asks: bool
    ) -> FilingItem:
        try:
            draft = reading.result()
            with self._read() as stores:
                twin = next(iter(_exact(stores, draft.captured, draft.sha256)), None)
            if twin is not None and twin.kind is not TwinKind.URL:
                return FilingItem(origin.value, FilingOutcome.KNOWN, twin.article_id, twin.title)
            if twin is not None and asks:
                return FilingItem(origin.value, FilingOutcome.TWIN, twin.article_id, twin.title)
            article = article_draft(draft.captured, role=role)
            choice = TwinChoice.KEEP_BOTH if twin is None else TwinChoice.NEW_VERSION
            changes = self.file(draft, article, choice, twin)
        except UserError as error:
            cancel.raise_if_cancelled()  # what broke off because of it did not fail
            return FilingItem(origin.value, FilingOutcome.FAILED, None, origin.label, error.sentence, error.hint)
        if twin is not None:
            return FilingItem(origin.value, FilingOutcome.NEW_VERSION, twin.article_id, article.title)
        return FilingItem(origin.value, FilingOutcome.FILED, changes.new(Kind.ARTICLE), article.title)

    def _payload(self, origin: Origin, cancel: CancelToken) -> Payload:
        if origin.kind is OriginKind.URL:
            from factdesk.capture.fetch import fetch  # noqa: PLC0415  (HTTP is loaded when an address is wanted)

            return fetch(origin.value, allow_private=self._allow_private(), cancel=cancel)
        if origin.kind is OriginKind.FILE:
            return read_file(Path(origin.value))
        return pasted_payload(origin.value, origin.html)

    def _twins(self, captured: Captured, sha256: str) -> tuple[Twin, ...]:
        text = captured.canonical().text
        with self._read() as stores:
            exact = _exact(stores, captured, sha256)
            signature = signatures.signature(text)
            candidates = stores.twins.near(_bands(signature))
            known = {twin.article_id for twin in exact}
            ranked = sorted(candidates, key=lambda one: signatures.likeness(signature, one.signature), reverse=True)
            looked_at = [one for one in ranked if one.article_id not in known][:LOOKED_AT]
            texts = [stores.versions.text(one.version_id).content.text for one in looked_at]
        near = []
        for one, other in zip(looked_at, texts, strict=True):
            # Two long texts are one call of a tenth of a second that lets nobody else in, so it leaves the process.
            likeness = self._room.compute.run(comparing.likeness, other, text)
            if likeness >= NEAR_ENOUGH and one.article_id not in known:
                known.add(one.article_id)
                near.append(one.twin(likeness))
        return (*exact, *near)

    def _new_version(self, draft: FilingDraft, article: ArticleDraft) -> NewVersion:
        signature = signatures.signature(article.content.text)
        payload, fetched = draft.payload, draft.payload.fetched_at
        return NewVersion(
            title=article.title,
            content=article.content,
            language=article.language,
            tool=draft.captured.tool,
            captured_from=payload.url or draft.origin.label,
            original_sha256=draft.sha256,
            original_name=payload.name,
            original_size=len(payload.data),
            media_type=draft.captured.media_type,
            captured_at=fetched.astimezone(UTC) if fetched else None,
            page_count=draft.captured.page_count,
            signature=signature,
            bands=_bands(signature),
        )

    def _add_version(self, unit: UnitOfWork, article_id: int, version: NewVersion) -> None:
        before = unit.versions.text(unit.versions.latest(article_id).id)
        new_id = unit.versions.add(article_id, version)
        carry(unit, self._room.compute, before, new_id, version.content.text)


def _exact(stores: Stores, captured: Captured, sha256: str) -> tuple[Twin, ...]:
    """Find what is here already: the same bytes, the same text or the same address."""
    address = urls.canonical(captured.canonical_url.value) if captured.canonical_url.value else ""
    return stores.twins.exact(sha256, address, text_hash(captured.canonical().text))


def read_payload(payload: Payload) -> Captured:
    """Read a payload; the readers are loaded where it runs, which is a worker process when there are any."""
    from factdesk.capture.readers import read  # noqa: PLC0415  (a third of a second that the window can spare)

    return read(payload)


def article_draft(captured: Captured, *, role: Role = Role.DRAFT, tags: tuple[str, ...] = ()) -> ArticleDraft:
    """Take what reading guessed as it is: the filing dialog shows it first, many files at once do not."""
    authors = tuple(name for part in captured.authors.value.split(";") if (name := part.strip()))
    return ArticleDraft(
        title=captured.title.value,
        content=captured.canonical(),
        outlet=captured.outlet.value,
        authors=authors,
        published=captured.published.value,
        language=captured.language.value,
        canonical_url=urls.canonical(captured.canonical_url.value) if captured.canonical_url.value else "",
        role=role,
        tags=tags,
    )


def _bands(signature: bytes) -> tuple[int, ...]:
    """Give the bands as 64-bit numbers: the place of the band in the upper bits, its hash below."""
    return tuple(int(band[:2]) << 40 | int(band[2:], 16) for band in signatures.bands(signature))
