"""PDF files: text by page, paragraphs put together again, what repeats on every page left out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from factdesk.capture import dates, guesses, kinds
from factdesk.capture.assemble import Fields, assemble
from factdesk.capture.canonical import Passage, clean
from factdesk.capture.captured import Captured, Doubt, Guess, Payload
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.names import shown_name
from factdesk.capture.pages.layout import passages
from factdesk.capture.pages.lines import Line, lines
from factdesk.capture.pages.running import is_at_edge, is_page_number, masked, repeated
from factdesk.capture.reader import Reader
from factdesk.errors import InputError
from factdesk.model.enums import BlockKind
from factdesk.words import _, ngettext


@dataclass(slots=True)
class _Pages:
    """What was read: lines and height of each page, pages without text, pages that could not be read."""

    lines: list[list[Line]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    empty: int = 0
    broken: int = 0
    unread: int = 0


def read(payload: Payload, media: str, limits: Limits = LIMITS) -> Captured:
    """Read a PDF; InputError when it is locked, damaged or holds only pictures."""
    document = _opened(payload)
    try:
        count = len(document)
        if not count:
            raise _damaged(payload.name)
        pages = _read_pages(document, limits)
        said = _properties(document)
    except pdfium.PdfiumError as error:
        raise _damaged(payload.name) from error
    finally:
        document.close()
    if not any(pages.lines):
        raise _without_text(payload.name, pages)
    found = _passages(pages)
    return assemble(
        found,
        Fields(
            title=_title(said.get("Title", ""), found),
            authors=_authors(said.get("Author", "")),
            published=_published(said.get("CreationDate", "")),
            is_of_file=True,
            page_count=count,
            notices=(*_notices(pages), *_revisions(payload.data)),
        ),
        name=payload.name,
        media_type=media,
        tool=f"pypdfium2 {version('pypdfium2')}",
        limits=limits,
    )


def _opened(payload: Payload) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(payload.data)
    except pdfium.PdfiumError as error:
        if pdfium_c.FPDF_GetLastError() == pdfium_c.FPDF_ERR_PASSWORD or "password" in str(error).casefold():
            raise InputError(
                _("{file} is locked with a password.").format(file=shown_name(payload.name)),
                hint=_("Open it with the password, print it to a new PDF, and file that."),
                code="locked",
            ) from error
        raise _damaged(payload.name) from error


def _properties(document: pdfium.PdfDocument) -> dict[str, str]:
    """Give title, author and date of the Info dictionary; one that is no text counts as absent."""
    found: dict[str, str] = {}
    for key in ("Title", "Author", "CreationDate"):
        try:
            found[key] = document.get_metadata_value(key)[:2000]
        except (UnicodeDecodeError, pdfium.PdfiumError):
            found[key] = ""
    return found


def _damaged(name: str) -> InputError:
    return InputError(
        _("{file} is damaged or cut short.").format(file=shown_name(name)),
        hint=_("Get it again from where it came, or open it in another program and print it to a new PDF."),
        code="damaged",
    )


def _without_text(name: str, pages: _Pages) -> InputError:
    if pages.broken and not pages.empty:
        return _damaged(name)
    return InputError(
        ngettext(
            "{file} holds only pictures: there is no text on its {count} page.",
            "{file} holds only pictures: there is no text on its {count} pages.",
            len(pages.lines),
        ).format(file=shown_name(name), count=len(pages.lines)),
        hint=_("Have its text recognised (OCR) by another program and file the new PDF."),
        code="only_pictures",
    )


def _read_pages(document: pdfium.PdfDocument, limits: Limits) -> _Pages:
    pages = _Pages()
    deadline = time.monotonic() + limits.pdf_seconds
    for number in range(len(document)):
        if number >= limits.pages or time.monotonic() > deadline:
            pages.unread = len(document) - number
            break
        found, height = _read_page(document, number, limits)
        pages.heights.append(height)
        pages.lines.append(found or [])
        pages.empty += found == []
        pages.broken += found is None
    return pages


def _read_page(document: pdfium.PdfDocument, number: int, limits: Limits) -> tuple[list[Line] | None, float]:
    """Give the lines and the height of a page; None for one that PDFium cannot load."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return None, 1.0
    try:
        text = page.get_textpage()
    except pdfium.PdfiumError:
        page.close()
        return None, 1.0
    height = page.get_height()
    found = lines(text, limits.page_chars)
    text.close()
    page.close()
    return found, height


def _passages(pages: _Pages) -> list[Passage]:
    """Give the text's passages, and each running head once, left out, before the page it first stands on."""
    running = repeated(pages.lines, pages.heights)
    told: set[str] = set()
    left_out: dict[int, list[Passage]] = {}
    text: list[tuple[int, Sequence[Line]]] = []
    for number, (page, height) in enumerate(zip(pages.lines, pages.heights, strict=True), start=1):
        kept: list[Line] = []
        for line in page:
            key = masked(line.words)
            if key in running and is_at_edge(line, page, height):
                if key not in told and len(key) > 3:
                    left_out.setdefault(number, []).append(
                        Passage(BlockKind.PARAGRAPH, line.words, page=number, is_kept=False)
                    )
                told.add(key)
            elif not is_page_number(line, page, height) or len(page) == 1:
                kept.append(line)
        text.append((number, kept))
    return _merged(passages(text), left_out)


def _merged(found: Sequence[Passage], left_out: dict[int, list[Passage]]) -> list[Passage]:
    merged: list[Passage] = []
    waiting = dict(sorted(left_out.items()))
    for passage in found:
        for number in [number for number in waiting if number <= (passage.page or 0)]:
            merged.extend(waiting.pop(number))
        merged.append(passage)
    for rest in waiting.values():
        merged.extend(rest)
    return merged


def _title(stated: str, found: Sequence[Passage]) -> Guess:
    """Trust a stated title that stands on the first page; else its largest heading; else the stated one."""
    first_page = [passage for passage in found if passage.page == 1 and passage.is_kept]
    headings = [passage for passage in first_page if passage.kind is BlockKind.HEADING]
    title = clean(stated[:2000])
    shown = "".join(clean(passage.words) for passage in first_page).casefold().replace(" ", "")
    if title and title.casefold().replace(" ", "") in shown:
        return Guess(title, _("from the file’s properties"))
    if headings:
        best = min(headings, key=lambda passage: passage.level)
        return Guess(clean(best.words), _("from the largest heading"), Doubt.NONE if not title else Doubt.UNSURE)
    if title and not title.casefold().startswith(("microsoft word", "untitled", "document", "без назви")):
        return Guess(title, _("from the file’s properties"), Doubt.UNSURE)
    return Guess("", "", Doubt.MISSING)


def _authors(stated: str) -> Guess:
    found = guesses.authors([((stated,), _("from the file’s properties"))])
    return replace(found, doubt=Doubt.UNSURE) if found.value else found


def _published(stated: str) -> Guess:
    when = dates.from_pdf(stated)
    if not when:
        return Guess("", "", Doubt.MISSING)
    return Guess(when, _("the day the file was made"), Doubt.UNSURE)


def _notices(pages: _Pages) -> tuple[str, ...]:
    notices: list[str] = []
    if pages.empty:
        notices.append(
            ngettext("{count} page holds no text.", "{count} pages hold no text.", pages.empty).format(
                count=pages.empty
            )
        )
    if pages.broken:
        notices.append(
            ngettext("{count} page could not be read.", "{count} pages could not be read.", pages.broken).format(
                count=pages.broken
            )
        )
    if pages.unread:
        notices.append(
            ngettext("The last page was left out.", "The last {count} pages were left out.", pages.unread).format(
                count=pages.unread
            )
        )
    return tuple(notices)


def _revisions(data: bytes) -> tuple[str, ...]:
    """Say when the file was changed after it was first written (incremental updates, ISO 32000-1, 7.5.6)."""
    changes = data.count(b"%%EOF") - (2 if b"/Linearized" in data[:2048] else 1)
    if changes < 1:
        return ()
    return (
        ngettext(
            "It was changed {count} time after it was first saved; its last state was read.",
            "It was changed {count} times after it was first saved; its last state was read.",
            changes,
        ).format(count=changes),
    )


READER = Reader("pdf", media=(kinds.PDF,), read=read)
