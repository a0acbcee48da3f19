"""The first page: what was checked, the answer in short, the table of claims, how the desk rates."""

from __future__ import annotations

from factdesk.export.document import MemoClaim, MemoRating
from factdesk.export.formats.docx_parts import metrics, phrases
from factdesk.export.formats.docx_parts.looks import look
from factdesk.export.formats.docx_parts.markup import Element, Inline
from factdesk.export.formats.docx_parts.press import Press
from factdesk.export.formats.docx_parts.tables import Cell, Row, table
from factdesk.model.enums import Risk

_NUMBER, _CLAIMANT, _PAGE = 500, 1_490, 540  # columns of the table of claims, in twentieths of a point
_VERDICT_LEAST, _VERDICT_MOST = 1_884, 2_620
_VERDICT_MARGIN = 120
_RATING_LEAST, _RATING_MOST = 1_770, 3_400
_SIZE = 9.5
_NAMED = 3  # open claims that are named one by one
_LONGEST_QUOTATION = 180  # characters of a quotation in the table; the whole is in the claim's section


def build(press: Press) -> list[Element]:
    """Make the first page without its table of contents."""
    document = press.document
    parts = [*_title(press), *phrases.facts(press, _facts(press), title=press.words.gettext("What was checked"))]
    parts += _in_short(press)
    parts.append(press.heading(1, press.words.claims(len(document.shown_claims)), style="FactdeskSection"))
    if document.shown_claims:
        parts += _counts(press)
        if document.includes.summary:
            parts.append(_claims(press))
    parts += _still_open(press)
    if document.ratings:
        parts += _ratings(press)
    return parts


def _title(press: Press) -> list[Element]:
    document, _ = press.document, press.words.gettext
    kicker = document.kicker
    if not kicker and document.outlet:
        kicker = _("Fact-check of an article in {outlet}").format(outlet=document.outlet)
    title = document.title.strip() or _("Without a title")
    return [
        press.paragraph("FactdeskKicker", press.text(kicker or _("Fact-check"))),
        press.paragraph("Title", press.text(title, language=document.article_language), direction=title),
    ]


def _facts(press: Press) -> list[tuple[str, Inline]]:
    document, words = press.document, press.words
    _ = words.gettext
    article = ", ".join(
        part for part in (*document.authors, document.outlet, words.partial(document.published)) if part.strip()
    )
    reviewed = ", ".join(document.reviewers)
    if document.reviewed_at and reviewed:
        reviewed = f"{reviewed}, {words.moment(document.reviewed_at)}"
    address = phrases.short_address(document.link)
    rows: list[tuple[str, Inline]] = [
        (_("Article"), press.text(f"{article} · {document.article_public_id}".strip(" ·"))),
        (_("Address"), press.link(document.link, address) if address else []),
        (_("Text checked"), _text_checked(press)),
        (_("Coverage"), press.text(_coverage(press))),
        (_("Checked by"), press.text(", ".join(document.checkers))),
        (_("Reviewed by"), press.text(reviewed)),
    ]
    return [(label, value) for label, value in rows if value]


def _text_checked(press: Press) -> Inline:
    document, words = press.document, press.words
    _ = words.gettext
    said = _("Version {number} of {count}").format(number=document.version, count=document.version_count)
    if document.captured_at:
        said += ", " + words.moment(document.captured_at)
    content = press.text(said)
    digest = document.original_sha256 or document.text_sha256
    if digest:
        content += press.text(" · SHA-256 ") + press.text(phrases.short_hash(digest, 16) + "…", "FactdeskHash")
    return content


def _coverage(press: Press) -> str:
    document, words = press.document, press.words
    if not document.sentences:
        return ""
    said = words.ngettext(
        "{percent} % · {covered} of {count} sentence marked as a claim or struck as nothing to check",
        "{percent} % · {covered} of {count} sentences marked as claims or struck as nothing to check",
        document.sentences,
    )
    return said.format(
        percent=document.coverage_percent,
        covered=words.number(document.sentences_covered),
        count=words.number(document.sentences),
    )


def _in_short(press: Press) -> list[Element]:
    if not press.document.in_short.strip():
        return []
    heading = press.heading(1, press.words.gettext("In short"), style="FactdeskSection")
    return [heading, *press.paragraphs("FactdeskInShort", press.document.in_short)]


def _counts(press: Press) -> list[Element]:
    """One line of shapes with how often each verdict was given, then what must be fixed unless the table says it."""
    document, _ = press.document, press.words.gettext
    counted = [
        phrases.rating(press, MemoRating(given.key, f"{count} {given.name}".replace(" ", "\u00a0"), given.look))
        for given, count in document.counts()
    ]
    parts = [press.paragraph("FactdeskCounts", phrases.joined(counted, press.text("\u2003 ")))] if counted else []
    if document.must_fix and not document.includes.summary:
        listed = ", ".join(str(claim.number) for claim in document.must_fix)
        said = press.words.ngettext("claim {numbers}", "claims {numbers}", len(document.must_fix))
        label = press.text(_("Must fix") + ": ", "FactdeskMustFix")
        parts.append(press.paragraph("FactdeskCounts", label, press.text(said.format(numbers=listed))))
    return parts


def _claims(press: Press) -> Element:
    _ = press.words.gettext
    head = Row(
        (
            Cell([press.paragraph("FactdeskTableHead", press.text(_("No.")))]),
            Cell([press.paragraph("FactdeskTableHead", press.text(_("Claim")))]),
            Cell([press.paragraph("FactdeskTableHead", press.text(_("Claimant")))]),
            Cell([press.paragraph("FactdeskTableHead", press.text(_("Verdict")))], left=_VERDICT_MARGIN),
            Cell([press.paragraph("FactdeskTableHeadNumber", press.text(_("Page")))], left=0, right=0),
        ),
        is_header=True,
    )
    ordered = sorted(press.document.shown_claims, key=lambda claim: claim.risk is not Risk.MUST_FIX)
    widest = max(phrases.verdict_width(press, claim, _SIZE) for claim in ordered)
    verdict = min(_VERDICT_MOST, max(_VERDICT_LEAST, round(widest * 20) + 2 * _VERDICT_MARGIN))
    rest = phrases.TEXT_WIDTH - _NUMBER - _CLAIMANT - verdict - _PAGE
    columns = (_NUMBER, rest, _CLAIMANT, verdict, _PAGE)
    return table("FactdeskTable", columns, [head, *(_claim(press, claim) for claim in ordered)], title=_("Claims"))


def _claim(press: Press, claim: MemoClaim) -> Row:
    _ = press.words.gettext
    quotation = shortened(claim.quotation or claim.statement, _LONGEST_QUOTATION)
    said = press.words.quoted(quotation, claim.language) if claim.quotation else quotation
    quoted = press.text(said, language=claim.language)
    if claim.risk is Risk.MUST_FIX:
        quoted += press.text(" \u00a0" + _("Must fix"), "FactdeskMustFixMark")
    known = look(claim.look)
    page = press.page_of(phrases.claim_bookmark(claim.number))
    return Row(
        (
            Cell([press.paragraph("FactdeskCell", press.text(str(claim.number)))]),
            Cell([press.paragraph("FactdeskCell", quoted, direction=quotation)]),
            Cell([press.paragraph("FactdeskCell", press.text(claim.claimant), direction=claim.claimant)]),
            Cell(
                _verdict(press, claim),
                fill=known.tint if claim.verdict and claim.is_done else "",
                left=_VERDICT_MARGIN,
            ),
            Cell(
                [press.paragraph("FactdeskCellNumber", page)],
                left=0,
                right=0,
            ),
        )
    )


def _verdict(press: Press, claim: MemoClaim) -> list[Element]:
    """Make the verdict of a row; "proposed" gets a line of its own where the two do not stand on one."""
    room = _VERDICT_MOST - 2 * _VERDICT_MARGIN
    if claim.verdict and not claim.is_done and phrases.verdict_width(press, claim, _SIZE) * 20 > room:
        proposed = press.paragraph("FactdeskCellNote", press.text(press.words.gettext("proposed")))
        return [proposed, press.paragraph("FactdeskVerdict", phrases.rating(press, claim.verdict))]
    return [press.paragraph("FactdeskVerdict", phrases.verdict(press, claim))]


def _still_open(press: Press) -> list[Element]:
    document, words = press.document, press.words
    _ = words.gettext
    waiting = document.open_claims
    if not waiting:
        return []
    named = "; ".join(_named(press, claim) for claim in waiting[:_NAMED])
    said = words.ngettext(
        "{count} claim is still open: {claims}", "{count} claims are still open: {claims}", len(waiting)
    )
    if len(waiting) > _NAMED:
        more = len(waiting) - _NAMED
        named += words.ngettext(" and {count} more", " and {count} more", more).format(count=more)
    return [press.paragraph("FactdeskNote", press.text(said.format(count=len(waiting), claims=named) + "."))]


def _named(press: Press, claim: MemoClaim) -> str:
    words = press.words
    due = words.gettext("due {date}").format(date=words.partial(claim.due)) if claim.due else ""
    about = ", ".join(part for part in (claim.public_id, claim.checker, due) if part)
    return f"{words.quoted(shortened(claim.quotation or claim.statement, 90), claim.language)} ({about})"


def _ratings(press: Press) -> list[Element]:
    _ = press.words.gettext
    rows = [
        Row(
            (
                Cell([press.paragraph("FactdeskVerdict", phrases.rating(press, given))]),
                Cell([press.paragraph("FactdeskCell", press.text(given.definition))]),
            )
        )
        for given in press.document.ratings
    ]
    widest = max(metrics.width(given.name, "Calibri", _SIZE, is_bold=True) for given in press.document.ratings)
    names = min(_RATING_MOST, max(_RATING_LEAST, round((widest + 2 * _SIZE) * 20) + 2 * _VERDICT_MARGIN))
    return [
        press.paragraph("FactdeskCaps", press.text(_("How we rate"))),
        table("FactdeskRatings", (names, phrases.TEXT_WIDTH - names), rows, title=_("How we rate")),
    ]


def shortened(text: str, length: int) -> str:
    """Cut a text at a word's end to at most `length` characters, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut).rstrip(" ,;:") + "…"
