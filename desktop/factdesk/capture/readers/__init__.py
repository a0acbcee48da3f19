"""One reader for each kind of file, and the choice between them.

May import capture's own modules and the parsing libraries. To add an importer: a module here ending in
`READER = Reader(...)`, its line in `READERS`, and its media type in capture/kinds.py and capture/sniff.py.
"""

from __future__ import annotations

from factdesk.capture import kinds
from factdesk.capture.captured import Captured, Payload
from factdesk.capture.files import check_size
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.names import shown_name
from factdesk.capture.reader import Reader
from factdesk.capture.readers import docx, eml, html, markdown, pasted, pdf, text
from factdesk.capture.sniff import sniff
from factdesk.errors import InputError
from factdesk.words import _

READERS: tuple[Reader, ...] = (
    html.READER,
    pdf.READER,
    docx.READER,
    eml.READER,
    markdown.READER,
    pasted.READER,
    text.READER,
)
_BY_MEDIA = {media: reader for reader in READERS for media in reader.media}


def read(payload: Payload, limits: Limits = LIMITS) -> Captured:
    """Read a payload by what its bytes are; InputError naming the file for what is empty, foreign, locked or damaged.

    Module-level and picklable, so that it can run in a worker process.
    """
    check_size(len(payload.data), payload.name, limits)
    media = sniff(payload.data, payload.name, payload.media_type)
    reader = _BY_MEDIA.get(media)
    if reader is None:
        raise _foreign(payload.name, media)
    try:
        return reader.read(payload, media, limits)
    except (RecursionError, MemoryError) as error:
        raise InputError(
            _("{file} is built in a way that takes more memory than there is.").format(file=shown_name(payload.name)),
            hint=_("Open it in its own program and export it as PDF or text."),
            code="too_deep",
        ) from error


def _foreign(name: str, media: str) -> InputError:
    file = shown_name(name)
    if media == kinds.EMPTY:
        return InputError(
            _("{file} is empty.").format(file=file), hint=_("Get it again from where it came."), code="empty"
        )
    if media == kinds.LOCKED_OFFICE:
        return InputError(
            _("{file} is locked with a password.").format(file=file),
            hint=_("Remove the password in the program that made it, then file it again."),
            code="locked",
        )
    if media == kinds.BINARY or media not in kinds.FOREIGN:
        return InputError(
            _("{file} is no text or document that Factdesk recognises.").format(file=file),
            hint=_("Open it in its own program and export it as PDF."),
            code="unsupported",
        )
    known = kinds.FOREIGN[media]
    return InputError(
        _("{file} is {kind}, which Factdesk does not read.").format(file=file, kind=_(known.noun)),
        hint=_(known.hint),
        code="unsupported",
    )
