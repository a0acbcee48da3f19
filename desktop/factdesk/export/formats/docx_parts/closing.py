"""The last pages: what is still open, the history of the check, how it was made, how to verify it, who signs."""

from __future__ import annotations

from factdesk.export import dates
from factdesk.export.document import MemoClaim, MemoEvent, MemoQuestion, MemoSigner
from factdesk.export.formats.docx_parts import phrases
from factdesk.export.formats.docx_parts.markup import Element, Inline, tag
from factdesk.export.formats.docx_parts.press import Press
from factdesk.export.formats.docx_parts.tables import Cell, Row, table

_QUESTION_COLUMNS = (510, 5_074, 1_800, 1_800)
_HISTORY_COLUMNS = (1_800, 1_650, 4_274, 1_460)
_HASH_COLUMNS = (1_900, 7_284)
_SIGNER_COLUMNS = (3_000, 3_884, 2_300)
_SIGNATURE_HEIGHT = 720


def questions(press: Press) -> list[Element]:
    """Make the list of open questions, which are those asked and every claim that is not done; else nothing."""
    _ = press.words.gettext
    document = press.document
    asked = {question.claim for question in document.questions}
    waiting = [claim for claim in document.open_claims if claim.number not in asked]
    if not document.questions and not waiting:
        return []
    titles = (_("No."), _("Question"), _("Asked of"), _("Due"))
    rows = [_question(press, question) for question in document.questions]
    rows += [_question(press, _waiting(press, claim), _lacking(press, claim)) for claim in waiting]
    return [
        press.heading(1, _("Open questions")),
        table("FactdeskTable", _QUESTION_COLUMNS, [_head(press, titles), *rows], title=_("Open questions")),
    ]


def build(press: Press) -> list[Element]:
    """Make everything after the sources; without them, its first part opens like them."""
    parts = [*_history(press), *_method(press), *_verify(press), *_signatures(press)]
    if not (press.document.includes.sources and press.document.sources):
        parts[0].find(f"{tag('pPr')}/{tag('pStyle')}").set(tag("val"), "Heading1")
    return parts


def _head(press: Press, titles: tuple[str, ...]) -> Row:
    return Row([Cell([press.paragraph("FactdeskTableHead", press.text(title))]) for title in titles], is_header=True)


def _waiting(press: Press, claim: MemoClaim) -> MemoQuestion:
    """Put a claim that is not done as a question."""
    said = claim.statement.strip() or press.words.quoted(claim.quotation.strip(), claim.language)
    return MemoQuestion(said, claim.public_id, claim.number, claim.checker, claim.due)


def _lacking(press: Press, claim: MemoClaim) -> str:
    _ = press.words.gettext
    lacks = [_("no evidence yet")] if not claim.evidence else []
    lacks.append(_("no verdict yet") if claim.verdict is None else _("verdict proposed, not final"))
    return ", ".join(lacks)


def _question(press: Press, question: MemoQuestion, lacking: str = "") -> Row:
    number: Inline = press.text(str(question.claim) if question.claim else "")
    if any(claim.number == question.claim for claim in press.document.shown_claims):
        number = press.jump(phrases.claim_bookmark(question.claim), str(question.claim))
    asked = press.paragraphs("FactdeskCell", question.text) or [press.paragraph("FactdeskCell")]
    about = " · ".join(part for part in (question.public_id, lacking) if part)
    if about:
        asked.append(press.paragraph("FactdeskCellNote", press.text(about)))
    return Row(
        (
            Cell([press.paragraph("FactdeskCell", number)]),
            Cell(asked),
            Cell([press.paragraph("FactdeskCell", press.text(question.who))]),
            Cell([press.paragraph("FactdeskCell", press.text(press.words.partial(question.due)))]),
        )
    )


def _history(press: Press) -> list[Element]:
    document, _ = press.document, press.words.gettext
    if not document.history or not document.includes.history:
        return []
    rows = [_head(press, (_("When"), _("Who"), _("What"), _("Line")))]
    rows += [_event(press, event) for event in document.history]
    return [
        press.heading(1, _("History of this check"), style="FactdeskSection"),
        table("FactdeskTableClose", _HISTORY_COLUMNS, rows, title=_("History of this check")),
    ]


def _event(press: Press, event: MemoEvent) -> Row:
    line = f"{press.words.number(event.line)} · {event.hash[:4]}"
    contents = (
        press.text(dates.brief_moment(event.at, press.words.language)),
        press.text(event.who),
        press.text(event.summary),
        press.text(line, "FactdeskHash"),
    )
    return Row([Cell([press.paragraph("FactdeskCell", content)]) for content in contents])


def _method(press: Press) -> list[Element]:
    document, _ = press.document, press.words.gettext
    method = document.method.strip() or f"{_read(press)} " + _(
        "Claims were compared with the words of the sources named with them; what is quoted from a filed source stands "
        "there word for word. A verdict is the judgement of the checker named with the claim; a program gave none. "
        "“Proposed” marks a verdict that is not final."
    )
    zone = dates.zone(document.made_at)
    if zone:
        method += "\n" + _("All times are {zone}.").format(zone=zone)
    heading = press.heading(1, _("How this was checked"), style="FactdeskSection")
    return [heading, *press.paragraphs("FactdeskBody", method)]


def _read(press: Press) -> str:
    """Say how much of the text was dealt with, and no more than that."""
    document, words = press.document, press.words
    _ = words.gettext
    if not document.sentences:
        return _("The claims in this memo were chosen by hand.")
    if document.sentences_covered >= document.sentences:
        return _("Every sentence of the text was either marked as a claim or struck as nothing to check.")
    left = document.sentences - document.sentences_covered
    said = words.ngettext(
        "{left} of {count} sentence of the text was neither marked as a claim nor struck as nothing to check.",
        "{left} of {count} sentences of the text were neither marked as a claim nor struck as nothing to check.",
        document.sentences,
    )
    return said.format(left=words.number(left), count=words.number(document.sentences))


def _verify(press: Press) -> list[Element]:
    document, _ = press.document, press.words.gettext
    files: list[tuple[str, str]] = [
        (_("Article as filed"), document.original_sha256),
        (_("Text checked"), document.text_sha256),
    ]
    if document.includes.sources:
        files += [(f"[{source.number}]", source.sha256) for source in document.sources if not source.is_confidential]
    if document.history_hash:
        line = press.words.number(document.history_line)
        files.append((_("History line {number}").format(number=line), document.history_hash))
    rows = [
        Row(
            (
                Cell([press.paragraph("FactdeskFactLabel", press.text(name))]),
                Cell([press.paragraph("FactdeskHashLine", press.text(phrases.grouped(digest), "FactdeskHash"))]),
            )
        )
        for name, digest in files
        if digest
    ]
    if not rows:
        return []
    said = _(
        "These are the SHA-256 digits of the files this memo rests on. Each history line carries the digits of the "
        "line before it, so that no line can be changed unseen."
    )
    return [
        press.heading(1, _("Verify this memo"), style="FactdeskSection"),
        press.paragraph("FactdeskBody", press.text(said)),
        table("FactdeskFacts", _HASH_COLUMNS, rows, title=_("Verify this memo")),
    ]


def _signatures(press: Press) -> list[Element]:
    document, _ = press.document, press.words.gettext
    signers = document.signers or tuple(
        [MemoSigner(name, _("Checked by")) for name in document.checkers]
        + [MemoSigner(name, _("Reviewed by")) for name in document.reviewers]
    )
    rows = [_head(press, (_("Name"), _("Signature"), _("Date")))]
    for number, signer in enumerate(signers or (MemoSigner(""), MemoSigner(""))):
        role = signer.role or (_("Checked by") if number == 0 else _("Reviewed by"))
        named = [press.paragraph("FactdeskCell", press.text(signer.name))] if signer.name else []
        named.append(press.paragraph("FactdeskCellNote", press.text(role)))
        blank = [press.paragraph("FactdeskCell")]
        rows.append(Row((Cell(named), Cell(blank), Cell([press.paragraph("FactdeskCell")])), height=_SIGNATURE_HEIGHT))
    return [
        press.heading(1, _("Sign-off"), style="FactdeskSection"),
        table("FactdeskTable", _SIGNER_COLUMNS, rows, title=_("Sign-off")),
        press.paragraph("FactdeskGap"),
    ]
