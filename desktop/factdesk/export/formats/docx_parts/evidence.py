"""The evidence of one claim: stance, the words of the source, where they stand, how far to trust them."""

from __future__ import annotations

from factdesk.export.document import MemoCalculation, MemoClaim, MemoEvidence
from factdesk.export.formats.docx_parts import phrases
from factdesk.export.formats.docx_parts.markup import Element, Inline
from factdesk.export.formats.docx_parts.press import Press
from factdesk.export.formats.docx_parts.tables import Cell, Row, table
from factdesk.model.enums import Stance

_COLUMNS = (1_380, 7_804)
_GLYPHS = {Stance.SUPPORTS: "▲", Stance.REFUTES: "▼", Stance.CONTEXT: "="}
_INKS = {Stance.SUPPORTS: "FactdeskInkTrue", Stance.REFUTES: "FactdeskInkFalse", Stance.CONTEXT: "FactdeskInkContext"}


def evidence(press: Press, claim: MemoClaim) -> list[Element]:
    """Make the evidence of a claim, and say so when it has none."""
    _ = press.words.gettext
    heading = press.heading(3, _("Evidence"))
    if not claim.evidence:
        return [heading, press.paragraph("FactdeskBody", press.text(_("No evidence is linked to this claim.")))]
    rows = [_row(press, piece) for piece in claim.evidence]
    return [heading, table("FactdeskEvidence", _COLUMNS, rows, title=_("Evidence"))]


def _row(press: Press, piece: MemoEvidence) -> Row:
    stance = f"{_GLYPHS[piece.stance]}\u00a0{press.words.stance(piece.stance)}"
    found: list[Element] = []
    if piece.passage.strip():
        quoted = press.words.quoted(piece.passage.strip(), piece.language)
        found += press.paragraphs("FactdeskPassage", quoted, piece.language)
    found.append(press.paragraph("FactdeskCitation", _citation(press, piece)))
    archived = _archived(press, piece)
    if archived:
        found.append(press.paragraph("FactdeskCitation", archived))
    if piece.note.strip():
        found += press.paragraphs("FactdeskEvidenceNote", piece.note)
    if piece.calculation and press.document.includes.calculations:
        found += _calculation(press, piece.calculation)
    return Row((Cell([press.paragraph("FactdeskStance", press.text(stance, _INKS[piece.stance]))]), Cell(found)))


def _citation(press: Press, piece: MemoEvidence) -> Inline:
    _ = press.words.gettext
    content = phrases.short_citation(press, press.document.source(piece.source), piece.source)
    content += [*press.text(" "), *phrases.source_reference(press, piece.source)]
    if piece.locator.strip():
        content += press.text(", " + piece.locator.strip())
    if piece.code:
        content += press.text(" · " + _("reliability {code}").format(code=piece.code))
    return content


def _archived(press: Press, piece: MemoEvidence) -> Inline:
    """Set where the passage can be seen again: the address and the hash of what was filed."""
    source = press.document.source(piece.source)
    if source and source.is_confidential:
        return []
    parts: list[Inline] = []
    address = phrases.short_address(piece.link)
    if address:
        parts.append(press.link(piece.link, address))
    if piece.sha256:
        digits = press.text(phrases.short_hash(piece.sha256), "FactdeskHash")
        parts.append(press.text("SHA-256 ") + digits)
    return phrases.joined(parts, press.text(" · "))


def _calculation(press: Press, calculation: MemoCalculation) -> list[Element]:
    """Write a calculation out: the question, each number with its source, the expression and its result."""
    lines = [press.paragraph("FactdeskCalculation", press.text(calculation.question, "Strong"))]
    for given in calculation.inputs:
        said = f"{given.name} = {given.value} {given.unit}".rstrip()
        content = press.text(f"{said} · {given.label}" if given.label else said)
        if given.source:
            content += [*press.text(" "), *phrases.source_reference(press, given.source)]
        lines.append(press.paragraph("FactdeskCalculation", content))
    result = f"{calculation.expression} = {calculation.result} {calculation.unit}".rstrip()
    lines.append(press.paragraph("FactdeskCalculation", press.text(result, "Strong")))
    return lines
