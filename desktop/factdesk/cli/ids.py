"""Public ids as they are typed, such as C-12, into things the library holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factdesk.cli.arguments import UsageError
from factdesk.errors import NotFoundError
from factdesk.model.enums import Kind
from factdesk.model.ids import PREFIXES, ArticleId, ClaimId, SourceId, parse_public_id
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.library.library import Library


def resolve(library: Library, words: str, *kinds: Kind) -> tuple[Kind, int]:
    """Give kind and number of a thing of one of `kinds` that the library holds.

    UsageError when the words are no id of one of them, NotFoundError when the library holds no such thing.
    """
    hint = _("An id here looks like {ids}.").format(ids=", ".join(f"{PREFIXES[kind]}-1" for kind in kinds))
    parsed = parse_public_id(words)
    if parsed is None:
        raise UsageError(_("“{words}” is not an id.").format(words=words), hint=hint)
    if parsed[0] not in kinds:
        raise UsageError(_("{id} is of the wrong kind here.").format(id=words), hint=hint)
    reference = library.articles.resolve(words)
    return reference.kind, reference.id


def article_id(library: Library, words: str) -> ArticleId:
    """Give the id of an article; errors as `resolve`."""
    return ArticleId(resolve(library, words, Kind.ARTICLE)[1])


def claim_id(library: Library, words: str) -> ClaimId:
    """Give the id of a claim; errors as `resolve`."""
    return ClaimId(resolve(library, words, Kind.CLAIM)[1])


def source_id(library: Library, words: str) -> SourceId:
    """Give the id of the source named, or of the source that the article named is; errors as `resolve`."""
    kind, number = resolve(library, words, Kind.SOURCE, Kind.ARTICLE)
    if kind is Kind.SOURCE:
        return SourceId(number)
    row = library.sources.of_article(ArticleId(number))
    if row is None:
        raise UsageError(
            _("{id} is not a source yet.").format(id=words),
            hint=_("“factdesk source add {id}” makes it one.").format(id=words),
        )
    return SourceId(row.id)


def missing(words: str) -> NotFoundError:
    """Give the error for an id the library does not hold."""
    return NotFoundError(_("The library holds no {id}.").format(id=words))
