"""The numbered list of sources, in the order of their first use."""

from __future__ import annotations

from factdesk.export.document import MemoSource
from factdesk.export.formats.docx_parts import phrases
from factdesk.export.formats.docx_parts.markup import Element
from factdesk.export.formats.docx_parts.press import Press
from factdesk.export.formats.docx_parts.tables import Cell, Row, table

_COLUMNS = (510, 5_284, 990, 1_300, 1_100)


def build(press: Press) -> list[Element]:
    """Make the list and what its letters mean; nothing when the memo leaves sources out or has none."""
    document, _ = press.document, press.words.gettext
    if not document.includes.sources or not document.sources:
        return []
    head = Row(
        (
            Cell([press.paragraph("FactdeskTableHead", press.text(_("No.")))]),
            Cell([press.paragraph("FactdeskTableHead", press.text(_("Source")))]),
            Cell([press.paragraph("FactdeskTableHead", press.text(_("Reliability")))], right=0),
            Cell([press.paragraph("FactdeskTableHead", press.text("SHA-256"))], left=100),
            Cell([press.paragraph("FactdeskTableHeadNumber", press.text(_("Claims")))], left=0, right=0),
        ),
        is_header=True,
    )
    note = _(
        "Reliability: letter for the source (A completely reliable to F cannot be judged), figure for the information "
        "(1 confirmed elsewhere to 6 cannot be judged). Every source is kept as it was filed; the first eight digits "
        "of its SHA-256 are printed here."
    )
    return [
        press.heading(1, _("Sources"), breaks_page=True),
        table(
            "FactdeskTable", _COLUMNS, [head, *(_row(press, source) for source in document.sources)], title=_("Sources")
        ),
        press.paragraph("FactdeskNote", press.text(note)),
    ]


def _row(press: Press, source: MemoSource) -> Row:
    number = press.bookmarked(phrases.source_bookmark(source.number), press.text(f"[{source.number}]", "Strong"))
    digits = "" if source.is_confidential else phrases.short_hash(source.sha256)
    claims = ", ".join(str(claim) for claim in source.claims)
    cited = [press.paragraph("FactdeskCell", phrases.citation(press, source))]
    cited.append(press.paragraph("FactdeskCellNote", press.text(_kept(press, source))))
    return Row(
        (
            Cell([press.paragraph("FactdeskCell", number)]),
            Cell(cited),
            Cell([press.paragraph("FactdeskCell", press.text(_codes(press, source)))], right=0),
            Cell([press.paragraph("FactdeskCell", press.text(digits, "FactdeskHash"))], left=100),
            Cell([press.paragraph("FactdeskCellNumber", press.text(claims))], left=0, right=0),
        )
    )


def _kept(press: Press, source: MemoSource) -> str:
    """Say how near the source stands, and when it was filed."""
    _ = press.words.gettext
    parts = [press.words.level(source.level)]
    if source.captured_at:
        parts.append(_("filed {time}").format(time=press.words.moment(source.captured_at)))
    if source.public_id and not source.is_confidential:
        parts.append(source.public_id)
    return " · ".join(parts)


def _codes(press: Press, source: MemoSource) -> str:
    """Give the Admiralty codes of everything this source is cited for, else its letter alone."""
    codes = {
        piece.code
        for claim in press.document.shown_claims
        for piece in claim.evidence
        if piece.source == source.number and piece.code
    }
    return ", ".join(sorted(codes)) or str(source.reliability or "")
