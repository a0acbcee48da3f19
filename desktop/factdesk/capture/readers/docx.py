"""Word documents (DOCX): paragraphs, headings, lists, tables, notes; tracked changes read as accepted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from factdesk.capture import dates, guesses, kinds
from factdesk.capture.assemble import Fields, assemble
from factdesk.capture.canonical import Passage, clean
from factdesk.capture.captured import Captured, Doubt, Guess, Payload
from factdesk.capture.charset import decode
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.markup import tree
from factdesk.capture.office.body import Body, Seen
from factdesk.capture.office.package import Package
from factdesk.capture.office.styles import Styles, local, value
from factdesk.capture.reader import Reader
from factdesk.capture.readers import pasted
from factdesk.capture.readers import text as plain
from factdesk.capture.sniff import sniff
from factdesk.words import _, ngettext

_NO_TITLES = frozenset({"", "document", "word document", "microsoft word document", "untitled", "документ"})


def read(payload: Payload, media: str, limits: Limits = LIMITS) -> Captured:
    """Read a Word document; InputError when it is locked, damaged, unsafe or holds no text."""
    package = Package(payload.data, payload.name, limits)
    styles = Styles(package.related("styles"))
    seen = Seen()
    passages = list(Body(styles, seen, partial(_embedded, package)).passages(package.document))
    for kind in ("footnotes", "endnotes"):
        passages.extend(_notes(package.related(kind), styles, seen))
    said = _properties(package.core)
    return assemble(
        passages,
        Fields(
            title=_title(seen.title, said.get("title", "")),
            authors=_authors(said.get("creator", "")),
            published=_published(said),
            language=said.get("language", ""),
            is_of_file=True,
            notices=_notices(seen, package.archive.repeated),
        ),
        name=payload.name,
        media_type=media,
        tool="factdesk docx",
        limits=limits,
    )


def _embedded(package: Package, relation_id: str) -> Iterator[Passage]:
    """Give the words of a page or text that the document holds as a whole file (altChunk), as inert text."""
    name, data = package.embedded(relation_id)
    media = sniff(data, name)
    if media == kinds.HTML:
        yield from pasted.rich_passages(tree.decoded(data).text)
    elif media == kinds.TXT:
        yield from plain.passages(decode(data).text)


def _notes(part: etree._Element | None, styles: Styles, seen: Seen) -> Iterator[Passage]:
    """Give the words of footnotes or endnotes, in their order, at the end of the text."""
    for note in part if part is not None else ():
        if local(note) in {"footnote", "endnote"} and value(note, "type") in {"", "normal"}:
            yield from Body(styles, seen).passages(note)


def _properties(core: etree._Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in core if core is not None else ():
        if element.text and len(found) < 40:
            found.setdefault(local(element), element.text[:2000])
    return found


def _title(styled: str, stated: str) -> Guess:
    line = clean(styled)
    if line:
        return Guess(line[:500], _("from the title in the text"))
    title = clean(stated)
    if title.casefold() not in _NO_TITLES:
        return Guess(title[:500], _("from the file’s properties"), Doubt.UNSURE)
    return Guess("", "", Doubt.MISSING)


def _authors(stated: str) -> Guess:
    found = guesses.authors([((stated,), _("from the file’s properties"))])
    return Guess(found.value, found.origin, Doubt.UNSURE) if found.value else found


def _published(said: dict[str, str]) -> Guess:
    when = dates.iso(said.get("created", "")) or dates.iso(said.get("modified", ""))
    return Guess(when, _("the day the file was made"), Doubt.UNSURE) if when else Guess("", "", Doubt.MISSING)


def _notices(seen: Seen, repeated: list[str]) -> tuple[str, ...]:
    notices: list[str] = []
    if seen.changes:
        notices.append(
            ngettext(
                "It holds {count} tracked change, read as accepted.",
                "It holds {count} tracked changes, read as accepted.",
                seen.changes,
            ).format(count=seen.changes)
        )
    if seen.comments:
        notices.append(
            ngettext(
                "It holds {count} comment, which is not part of the text.",
                "It holds {count} comments, which are not part of the text.",
                seen.comments,
            ).format(count=seen.comments)
        )
    if seen.hidden:
        notices.append(_("It holds hidden text, which was left out."))
    if repeated:
        notices.append(_("It holds a part twice; the first one was read."))
    return tuple(notices)


READER = Reader("docx", media=(kinds.DOCX,), read=read)
