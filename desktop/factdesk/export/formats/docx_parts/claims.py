"""The section of each claim: rule in its verdict's ink, number, verdict, quotation, facts, finding, evidence."""

from __future__ import annotations

from factdesk.export import scripts
from factdesk.export.document import MemoClaim, MemoContact
from factdesk.export.formats.docx_parts import phrases
from factdesk.export.formats.docx_parts.evidence import evidence
from factdesk.export.formats.docx_parts.looks import look
from factdesk.export.formats.docx_parts.markup import Element, Inline, w
from factdesk.export.formats.docx_parts.press import Press
from factdesk.export.formats.docx_parts.tables import Cell, Row, table
from factdesk.model.enums import ClaimKind, Risk

_CHIP = 10.5  # points, the size of the words and of the shape
_CHIP_MARGIN = 7.5
_CONTACT_COLUMNS = (2_100, 3_300, 3_784)


def build(press: Press) -> list[Element]:
    """Make the sections of all shown claims under one heading; nothing without claims."""
    if not press.document.shown_claims:
        return []
    parts = [press.heading(1, press.words.gettext("Claim by claim"), breaks_page=True)]
    for claim in press.document.shown_claims:
        parts += _claim(press, claim)
    return parts


def _claim(press: Press, claim: MemoClaim) -> list[Element]:
    _ = press.words.gettext
    parts = [*_head(press, claim), *phrases.facts(press, _facts(press, claim), title=_("Facts of the claim"))]
    parts.append(press.heading(3, _("Finding")))
    if claim.rationale.strip():
        parts += press.paragraphs("FactdeskBody", claim.rationale)
    else:
        parts.append(press.paragraph("FactdeskBody", press.text(_("No finding has been written yet."))))
    parts += evidence(press, claim)
    if press.document.includes.wording and claim.wording.strip():
        parts.append(press.heading(3, _("Suggested wording")))
        parts += press.paragraphs("FactdeskWording", claim.wording)
        parts.append(press.paragraph("FactdeskNote", press.text(press.words.answer(claim.wording_answer))))
    if press.document.includes.contacts and claim.contacts:
        parts.append(press.heading(3, _("Contacts")))
        parts.append(_contacts(press, claim.contacts))
    return parts


def _head(press: Press, claim: MemoClaim) -> list[Element]:
    known, _ = look(claim.look), press.words.gettext
    title = _("Claim {number}").format(number=claim.number)
    identifier = press.text(f"\u2002 {claim.public_id}", "FactdeskId")
    heading = press.heading(2, title, tail=identifier, bookmark=phrases.claim_bookmark(claim.number))
    quotation = scripts.cleaned(claim.quotation or claim.statement)
    side = "Right" if scripts.starts_right_to_left(quotation) else ""
    style = f"FactdeskQuote{known.style}{side}"
    quoted = press.words.quoted(quotation, claim.language) if claim.quotation else quotation
    return [
        press.paragraph(f"FactdeskRule{known.style}"),
        _chip(press, claim),
        heading,
        press.paragraph(style, press.text(quoted, language=claim.language), direction=quotation),
    ]


def _chip(press: Press, claim: MemoClaim) -> Element:
    """Make the verdict in a tinted frame at the right of the heading, as wide as its words."""
    said = phrases.verdict(press, claim, points=_CHIP)
    room = phrases.verdict_width(press, claim, _CHIP) + 2 * _CHIP_MARGIN
    style = look(claim.look if claim.is_done else "none").style
    paragraph = press.paragraph(f"FactdeskChip{style}", said)
    frame = w("framePr", w=round(room * 20), wrap="around", vAnchor="text", hAnchor="margin", xAlign="right", y=1)
    paragraph[0].insert(1, frame)
    return paragraph


def _facts(press: Press, claim: MemoClaim) -> list[tuple[str, Inline]]:
    words = press.words
    _ = words.gettext
    said = ", ".join(
        part for part in (claim.claimant, claim.said_where, words.partial(claim.said_when)) if part.strip()
    )
    risk = press.text(words.risk(claim.risk), "FactdeskMustFix" if claim.risk is Risk.MUST_FIX else "")
    rows: list[tuple[str, Inline]] = [
        (_("Statement"), press.text(claim.statement, language=claim.language) if claim.quotation else []),
        (_("Claimant"), press.text(said)),
        (_("Kind"), press.text(words.kind(claim.kind)) if claim.kind is not ClaimKind.OTHER else []),
        (_("Where"), press.text(_place(press, claim))),
        (_("Risk"), risk if claim.risk is not Risk.MINOR else []),
        (_("Checked"), press.text(_checked(press, claim))),
    ]
    return [(label, value) for label, value in rows if value]


def _place(press: Press, claim: MemoClaim) -> str:
    _ = press.words.gettext
    place = claim.place
    if place is None:
        return ""
    parts = [press.words.block(place.block, place.number)] if place.number else []
    if place.page:
        parts.append(_("page {number}").format(number=place.page))
    parts.append(_("version {number}").format(number=place.version))
    said = ", ".join(parts)
    return said[0].upper() + said[1:]


def _checked(press: Press, claim: MemoClaim) -> str:
    words = press.words
    _ = words.gettext
    checked = ", ".join(
        part for part in (claim.checker, words.moment(claim.checked_at) if claim.checked_at else "") if part
    )
    if not claim.reviewer:
        unfinished = "" if claim.is_done else _("not finished")
        return " · ".join(part for part in (checked, unfinished) if part)
    by = _("reviewed by {name}") if claim.is_done else _("to be reviewed by {name}")
    reviewed = by.format(name=claim.reviewer)
    if claim.reviewed_at and claim.is_done:
        reviewed += f", {words.moment(claim.reviewed_at)}"
    return f"{checked} · {reviewed}" if checked else reviewed


def _contacts(press: Press, contacts: tuple[MemoContact, ...]) -> Element:
    _ = press.words.gettext
    titles = (_("When"), _("Who and how"), _("What came of it"))
    head = Row(
        [Cell([press.paragraph("FactdeskTableHead", press.text(title))]) for title in titles],
        is_header=True,
    )
    rows = [_contact(press, contact) for contact in contacts]
    return table("FactdeskTable", _CONTACT_COLUMNS, [head, *rows], title=_("Contacts"))


def _contact(press: Press, contact: MemoContact) -> Row:
    words = press.words
    source = press.document.source(contact.source)
    who = phrases.confidential(press, source.number) if source and source.is_confidential else contact.who
    reached = " · ".join(part for part in (who, words.channel(contact.channel), contact.by) if part)
    outcome = [press.paragraph("FactdeskCell", press.text(words.outcome(contact.outcome)))]
    outcome += press.paragraphs("FactdeskCell", contact.answer)
    return Row(
        (
            Cell([press.paragraph("FactdeskCell", press.text(words.short_moment(contact.at)))]),
            Cell([press.paragraph("FactdeskCell", press.text(reached))]),
            Cell(outcome),
        )
    )
