"""Finding the one place of a quotation, or saying plainly why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from factdesk.claims.anchoring import nearest
from factdesk.errors import ConflictError, NotFoundError
from factdesk.model.enums import Kind
from factdesk.model.ids import public_id
from factdesk.model.values.articles import VersionText
from factdesk.model.values.text import Span
from factdesk.words import _, ngettext

AROUND = 40
SHOWN = 3
LONGEST = 80
NEAR_ENOUGH = 0.4


def the_one_place(text: VersionText, exact: str, spans: Sequence[Span]) -> Span:
    """Give the only place of the words; NotFoundError or ConflictError with the nearest places in the hint."""
    if len(spans) == 1:
        return spans[0]
    article = public_id(Kind.ARTICLE, text.version.article_id)
    words = _cut(exact)
    if not spans:
        near = [span for span, likeness in nearest(text.content.text, exact, SHOWN) if likeness >= NEAR_ENOUGH]
        raise NotFoundError(
            _("“{words}” is not in {article}.").format(words=words, article=article),
            hint=_("Nearest: {places}").format(places=_places(text, near)) if near else "",
            code="quote_not_found",
        )
    raise ConflictError(
        ngettext(
            "“{words}” is in {article} {count} time.", "“{words}” is in {article} {count} times.", len(spans)
        ).format(words=words, article=article, count=len(spans)),
        hint=_("Quote more words around one of them: {places}").format(places=_places(text, spans, AROUND)),
        code="quote_ambiguous",
    )


def _places(text: VersionText, spans: Sequence[Span], around: int = 0) -> str:
    words = text.content.text
    parts = [
        words[max(0, span.start - around) : min(len(words), span.end + around)].replace("\n", " ")
        for span in spans[:SHOWN]
    ]
    return "; ".join(_("“{words}”").format(words=_cut(part, LONGEST + around)) for part in parts)


def _cut(words: str, most: int = LONGEST) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
