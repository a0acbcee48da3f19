"""The memo as a Word document."""

from __future__ import annotations

import io
from typing import BinaryIO

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from factdesk.errors import BugError, PlaceError
from factdesk.export.document import MemoDocument
from factdesk.export.formats.docx_parts import claims, closing, contents, edges, sources, summary
from factdesk.export.formats.docx_parts.package import repacked
from factdesk.export.formats.docx_parts.press import Press
from factdesk.export.formats.registry import Format
from factdesk.paths import resource
from factdesk.words import _, mark


def write(document: MemoDocument, file: BinaryIO) -> None:
    """Write the memo to a binary file; the same document gives the same bytes.

    Raises PlaceError when the file does not take them (full disk, taken away).
    """
    data = render(document)
    try:
        file.write(data)
    except OSError as error:
        raise PlaceError(
            _("The memo could not be written: {reason}.").format(reason=error.strerror or str(error)),
            hint=_("Choose another place."),
        ) from error


def render(document: MemoDocument) -> bytes:
    """Give the bytes of the memo."""
    template = resource("templates/memo.docx")
    try:
        word = Document(str(template))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        message = f"the template {template} is missing or damaged"
        raise BugError(message) from error
    press = Press(document, word.part)
    head = summary.build(press)
    body = [*claims.build(press), *closing.questions(press), *sources.build(press), *closing.build(press)]
    contents.place(press, head, body)
    edges.build(press, word)
    edges.properties(document, word)
    saved = io.BytesIO()
    word.save(saved)
    return repacked(saved.getvalue())


FORMAT = Format(
    name="docx",
    title=mark("Word document (.docx)"),
    suffix=".docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write=write,
)
