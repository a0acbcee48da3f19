"""Runs that several sections set alike: verdicts, source numbers, hashes, facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factdesk.export.citations import CitePart, cite_parts, short_parts
from factdesk.export.document import MemoClaim, MemoRating, MemoSource
from factdesk.export.formats.docx_parts import metrics
from factdesk.export.formats.docx_parts.fields import reference
from factdesk.export.formats.docx_parts.looks import look
from factdesk.export.formats.docx_parts.markup import Element, Inline
from factdesk.export.formats.docx_parts.pictures import shape
from factdesk.export.formats.docx_parts.press import Press
from factdesk.export.formats.docx_parts.tables import Cell, Row, table

LABEL_WIDTH = 1_680
TEXT_WIDTH = 9_184


def rating(press: Press, given: MemoRating, *, points: float = 9.5) -> Inline:
    """Set a rating: its shape, a no-break space, its name in bold ink."""
    known = look(given.look)
    picture = shape(press, known, points=points, alternative=given.name)
    return [*picture, *press.text(f"\u00a0\u00a0{given.name}", f"FactdeskInk{known.style}")]


def verdict(press: Press, claim: MemoClaim, *, points: float = 9.5) -> Inline:
    """Set a claim's verdict; the word "proposed" stands before it while the claim is not done."""
    _ = press.words.gettext
    given = claim.verdict or MemoRating("", _("No verdict"), "none")
    set_rating = rating(press, given, points=points)
    if claim.verdict and not claim.is_done:
        return [*press.text(_("proposed") + "\u00a0\u00a0", "FactdeskProposed"), *set_rating]
    return set_rating


def verdict_width(press: Press, claim: MemoClaim, points: float) -> float:
    """Give the width of a claim's verdict in points, shape and words, at that size."""
    runs = verdict(press, claim, points=points)
    words = "".join("".join(run.itertext()) for run in runs)
    return metrics.width(words, "Calibri", points, is_bold=True) + points


def source_reference(press: Press, number: int) -> Inline:
    """Set "[3]" as a link to the numbered source, plain when the memo has no list of sources."""
    text = f"[{number}]"
    if press.document.includes.sources and press.document.source(number):
        return reference(source_bookmark(number), text)
    return press.text(text, "FactdeskReference")


def source_bookmark(number: int) -> str:
    """Name the bookmark of a source's number."""
    return f"source_{number}"


def claim_bookmark(number: int) -> str:
    """Name the bookmark of a claim's heading."""
    return f"claim_{number}"


def citation(press: Press, source: MemoSource) -> Inline:
    """Set the whole citation of a source; of a confidential one only that it is one."""
    if source.is_confidential:
        return press.text(confidential(press, source.number))
    return _cited(press, cite_parts(source.citation, press.words), source.language)


def short_citation(press: Press, source: MemoSource | None, number: int) -> Inline:
    """Set the few words that name a source beside a passage."""
    _ = press.words.gettext
    if source is None:
        return press.text(_("Source {number}").format(number=number))
    if source.is_confidential:
        return press.text(confidential(press, number))
    parts = short_parts(source.citation, press.words) or (CitePart(_("Source {number}").format(number=number)),)
    return _cited(press, parts, source.language)


def confidential(press: Press, number: int) -> str:
    """Give the words that stand for a confidential source everywhere."""
    return press.words.gettext("Confidential source {number}").format(number=number)


def _cited(press: Press, parts: Iterable[CitePart], language: str) -> Inline:
    content: Inline = []
    for part in parts:
        if part.url:
            content += press.link(part.url, part.text)
        else:
            content += press.text(part.text, "Emphasis" if part.is_title else "", language)
    return content


def short_hash(sha256: str, digits: int = 8) -> str:
    """Give the first digits of a hash in groups of four: "2e90 47cc"."""
    return grouped(sha256[:digits], 4)


def grouped(sha256: str, size: int = 8) -> str:
    """Give a hash in groups of `size` digits."""
    return " ".join(sha256[start : start + size] for start in range(0, len(sha256), size))


def joined(parts: Sequence[Inline], between: Inline) -> Inline:
    """Join runs with copies of the runs between them."""
    content: Inline = []
    for number, part in enumerate(parts):
        if number:
            content += [element.__copy__() for element in between]
        content += part
    return content


def facts(press: Press, rows: Sequence[tuple[str, Inline]], *, title: str) -> list[Element]:
    """Make the table of facts: a label and its value a row; nothing when there are no rows."""
    if not rows:
        return []
    made = [
        Row(
            (
                Cell([press.paragraph("FactdeskFactLabel", press.text(label), keep_next=True)]),
                Cell([press.paragraph("FactdeskFact", value, keep_next=True)]),
            )
        )
        for label, value in rows
    ]
    return [table("FactdeskFacts", (LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH), made, title=title)]


def short_address(address: str) -> str:
    """Give an address as it is printed: without its scheme and cut when it is very long."""
    shown = re.sub(r"^https?://(www\.)?", "", address.strip()).rstrip("/")
    return shown if len(shown) <= 90 else shown[:89] + "…"
