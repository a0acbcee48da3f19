"""A preview of what the memo will say, in its order and with its looks; Word lays out the pages."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from factdesk.export.citations import cite
from factdesk.export.document import MemoClaim, MemoDocument, MemoEvidence, MemoRating
from factdesk.ui.formats import date_time, partial_date
from factdesk.ui.labels import STANCES
from factdesk.ui.theme import Theme, theme
from factdesk.words import _, ngettext

GLYPHS = {"supports": "▲", "refutes": "▼", "context": "="}


class MemoPreview(QTextBrowser):
    """A sheet of paper: white in both looks, as it will be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setObjectName("memo-preview")
        self.setAccessibleName(_("Preview of the memo"))
        paper = QTextDocument(self)
        paper.setDocumentMargin(48)
        self.setDocument(paper)
        self.setStyleSheet("QTextBrowser{background:white;color:black;border:0}")

    def show_memo(self, memo: MemoDocument) -> None:
        """Show a memo; the place stays where it was."""
        at = self.verticalScrollBar().value()
        self.setHtml(_Page(memo).html())
        self.verticalScrollBar().setValue(at)


class _Page:
    """Writes the memo as the rich text Qt understands; every word of the memo is escaped."""

    def __init__(self, memo: MemoDocument) -> None:
        self._memo = memo
        self._look = Theme("light")

    def html(self) -> str:
        """Give the whole preview."""
        memo = self._memo
        reading = theme().font("reading").family()
        parts = [
            f"<p style='color:{self._ink('text2')}'>{escape(memo.library)} · {escape(memo.public_id)}</p>",
            f"<h1 style='font-family:\"{reading}\"'>{escape(memo.title)}</h1>",
            self._facts(),
        ]
        if memo.in_short:
            parts.append(f"<h3>{_('In short')}</h3><p>{escape(memo.in_short)}</p>")
        if memo.includes.summary and memo.shown_claims:
            parts.append(self._table())
        parts += [self._claim(claim) for claim in memo.shown_claims]
        if memo.includes.sources and memo.sources:
            rows = "".join(
                f"<p>[{source.number}] {escape(self._citation(source.number))}</p>" for source in memo.sources
            )
            parts.append(f"<h3>{_('Sources')}</h3>{rows}")
        return f"<div style='color:{self._ink('text')}'>{''.join(parts)}</div>"

    def _facts(self) -> str:
        memo = self._memo
        article = ", ".join(
            part for part in (", ".join(memo.authors), memo.outlet, partial_date(memo.published)) if part
        )
        captured = date_time(memo.captured_at) if memo.captured_at else ""
        text = _("Version {number} of {total}, {when}").format(
            number=memo.version, total=memo.version_count, when=captured
        )
        covered = _("{percent} % · {done} of {total} sentences").format(
            percent=memo.coverage_percent, done=memo.sentences_covered, total=memo.sentences
        )
        rows = (
            (_("Article"), article),
            (_("Address"), memo.link),
            (_("Text checked"), f"{text} · SHA-256 {memo.original_sha256[:16]}…"),
            (_("Checked by"), ", ".join(memo.checkers)),
            (_("Reviewed by"), ", ".join(memo.reviewers)),
            (_("Coverage"), covered),
        )
        cells = "".join(
            f"<tr><td width='120' style='color:{self._ink('text2')}'>{escape(name)}</td><td>{escape(value)}</td></tr>"
            for name, value in rows
            if value
        )
        return f"<table cellpadding='2'>{cells}</table>"

    def _table(self) -> str:
        claims = self._memo.shown_claims
        title = ngettext("{count} claim", "{count} claims", len(claims)).format(count=len(claims))
        rows = "".join(
            f"<tr><td>{claim.number}</td><td>“{escape(_cut(claim.quotation))}”</td>"
            f"<td>{escape(claim.claimant)}</td>{self._verdict_cell(claim)}</tr>"
            for claim in claims
        )
        return f"<h3>{title}</h3><table width='100%' cellpadding='5' cellspacing='0'>{rows}</table>"

    def _claim(self, claim: MemoClaim) -> str:
        ink = self._look.verdict(claim.look).ink.name()
        facts = " · ".join(part for part in (claim.claimant, claim.said_when, claim.said_where) if part)
        parts = [
            f"<hr><h3>{_('Claim {number}').format(number=claim.number)} "
            f"<span style='color:{self._ink('text3')}'>{claim.public_id}</span> "
            f"<span style='color:{ink}'>{escape(self._verdict_words(claim))}</span></h3>",
            f"<p style='color:{ink}'><i>“{escape(claim.quotation)}”</i></p>",
            f"<p>{escape(claim.statement)}</p>" if claim.statement else "",
            f"<p style='color:{self._ink('text2')}'>{escape(facts)}</p>" if facts else "",
            f"<p><b>{_('Finding')}</b><br>{escape(claim.rationale)}</p>" if claim.rationale else "",
        ]
        parts += [self._evidence(one) for one in claim.evidence]
        if not claim.evidence:
            parts.append(f"<p style='color:{self._ink('warn')}'>{_('No evidence.')}</p>")
        if claim.wording and self._memo.includes.wording:
            parts.append(f"<p><b>{_('Proposed wording')}</b><br>{escape(claim.wording)}</p>")
        return "".join(parts)

    def _evidence(self, one: MemoEvidence) -> str:
        words = f"{GLYPHS[one.stance]} {_(STANCES[one.stance])}"
        passage = f"“{escape(one.passage)}”<br>" if one.passage else ""
        facts = ", ".join(part for part in (f"[{one.source}]", one.locator, one.code) if part)
        return f"<p><b>{words}</b> {passage}<span style='color:{self._ink('text2')}'>{escape(facts)}</span></p>"

    def _citation(self, number: int) -> str:
        source = self._memo.source(number)
        if source is None:
            return ""
        if source.is_confidential:
            return _("Confidential source {number}").format(number=number)
        return cite(source.citation, self._memo.language)

    def _verdict_cell(self, claim: MemoClaim) -> str:
        look = self._look.verdict(claim.look)
        words = escape(self._verdict_words(claim))
        return f"<td style='background:{look.tint.name()};color:{look.ink.name()}'><b>{words}</b></td>"

    @staticmethod
    def _verdict_words(claim: MemoClaim) -> str:
        rating: MemoRating | None = claim.verdict
        if rating is None:
            return _("No verdict")
        return rating.name if claim.is_done else _("{verdict}, proposed").format(verdict=rating.name)

    def _ink(self, name: str) -> str:
        return self._look.colour(name).name()


def _cut(words: str) -> str:
    return words if len(words) <= 140 else words[:139] + "…"
