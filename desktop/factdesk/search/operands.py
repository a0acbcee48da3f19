"""Turns one word or phrase of a query into its node: a word, a phrase, a prefix, a pattern, words like it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factdesk.search.fields import BY_NAME, Compare, Field
from factdesk.search.folding import fold, label, parts, tokens
from factdesk.search.lexer import Token
from factdesk.search.likeness import FARTHEST, SHORTEST
from factdesk.search.nodes import (
    And,
    Everything,
    InField,
    Nearby,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    PublicId,
    Similar,
    Word,
)
from factdesk.search.wild import folded, has_stars, pieces
from factdesk.words import _

MOST_TERMS = 64
MOST_BETWEEN = 60
"""More words would reach from one part of a document into the next (`analysis.GAP`)."""
# A dash between blanks is how headlines are written; nobody has to be told.
_DASHES = "-–—−‐‑"
_PUBLIC_ID = re.compile(r"([A-Za-z])-0*([1-9][0-9]{0,17})\Z")
_UNKNOWN_FIELD = re.compile(r"([^\W\d_]{2,}):\S")
_PREFIX = re.compile(r"([^*?]*[^\W_])\*+\Z")
_FUZZY = re.compile(r"(.*[^\W_])~([0-9]{0,3})\Z")

Say = Callable[[str], None]


def all_of(nodes: list[Node]) -> Node | None:
    """Join by AND; NOT alone is taken from everything; None when there is nothing to join."""
    if not nodes:
        return None
    if all(isinstance(node, Not) for node in nodes):
        nodes = [Everything(), *nodes]
    return nodes[0] if len(nodes) == 1 else And(tuple(nodes))


def phrase(token: Token, say: Say) -> Node | None:
    """Read what stands between quotation marks; `say` hears what is left out."""
    words = tuple(_starred(token.text) if has_stars(token.text) else _words_of(token.text))
    if not words:
        say(_("“{words}” holds no words.").format(words=token.text.strip()))
        return None
    if len(words) > MOST_TERMS:
        say(_("Only the first {number} words were looked for.").format(number=MOST_TERMS))
    return Phrase(words[:MOST_TERMS], slop_of(token.slop, say) if len(words) > 1 else 0)


def word(token: Token, row: Field | None, say: Say, *, is_open: bool) -> Node | None:
    """Read one word, of a field or of all text; it may turn out to be several ("10:30"), which are a phrase then."""
    text = token.text
    public = _PUBLIC_ID.match(text)
    if public is not None and row is None and not token.is_exact:
        return PublicId(f"{public[1].upper()}-{public[2]}")
    unknown = _UNKNOWN_FIELD.match(text)
    is_address = "//" in text
    if unknown is not None and not is_address:
        say(_("“{field}:” is no field; its words were looked for.").format(field=unknown[1]))
    if has_stars(text) and not is_address:
        is_whole = row is not None and row.compare is Compare.LABEL
        return _pattern_of_label(text, say) if is_whole else _pattern(text, say)
    fuzzy = _FUZZY.match(text)
    if fuzzy is not None and not is_address:
        return _similar(fuzzy[1], int(fuzzy[2] or 1), say)
    words = [found.group() for found in tokens(text)]
    if not words:
        if text.strip(_DASHES):
            say(_("“{words}” holds no words.").format(words=text))
        return None
    if token.is_exact or len(words) > 1:
        return Phrase(tuple(part for one in words for part in parts(one))[:MOST_TERMS])
    return Word(words[0], is_open=is_open and text[-1:].isalnum())


def nearby(nodes: list[Node], slop: int, say: Say) -> Node | None:
    """Join what NEAR stands between, as long as all of them are words of one text; else by AND, and say so."""
    fields = {node.field for node in nodes if isinstance(node, InField)} | {
        _field_of(node) for node in nodes if not isinstance(node, InField)
    }
    field = next(iter(fields))
    inner = [_beneath(node) for node in nodes]
    row = BY_NAME.get(field)
    is_text = row is None or row.compare in {Compare.NAME, Compare.TEXT}
    if len(fields) > 1 or not is_text or not all(map(_has_places, inner)):
        say(_("“NEAR” stands between words and phrases of one text; here it was taken for “AND”."))
        return all_of(nodes)
    near = Nearby(tuple(inner), slop_of(slop, say))
    return InField(field, near) if field else near


def slop_of(number: int, say: Say) -> int:
    """Give how many words may stand between, no more than can be told apart from the next part of a text."""
    if number > MOST_BETWEEN:
        say(_("At most {number} words may stand between; no more were allowed.").format(number=MOST_BETWEEN))
    return min(number, MOST_BETWEEN)


def _pattern(text: str, say: Say) -> Node | None:
    prefix = _PREFIX.match(text)
    if prefix is not None:
        words = [found.group() for found in tokens(prefix[1])]
        before: list[Node] = [Phrase(tuple(words[:-1]))] if words[:-1] else []
        return all_of([*before, Prefix(words[-1])]) if words else None
    nodes = [node for node in map(_piece, pieces(text)) if node is not None]
    if not nodes:
        say(_("“{words}” holds no words.").format(words=text))
    return all_of(nodes[:MOST_TERMS])


def _pattern_of_label(text: str, say: Say) -> Node | None:
    """Read a value of a closed set, which is one word whatever stands in it."""
    if not label(text):
        say(_("“{words}” holds no words.").format(words=text))
        return None
    prefix = _PREFIX.match(text)
    return Prefix(prefix[1]) if prefix is not None else Pattern(text)


def _piece(text: str) -> Node | None:
    """Read a word that may have stars."""
    if not has_stars(text):
        words = _words_of(text)
        return Phrase(tuple(words)) if len(words) > 1 else (Word(words[0]) if words else None)
    prefix = _PREFIX.match(text)
    if prefix is not None:
        return Prefix(prefix[1]) if fold(prefix[1]) else None
    return Pattern(text) if folded(text) else None


def _similar(text: str, distance: int, say: Say) -> Node | None:
    words = [found.group() for found in tokens(text)]
    if not words:
        say(_("“{words}” holds no words.").format(words=text))
        return None
    if len(words) > 1 or not distance:
        return Phrase(tuple(part for one in words for part in parts(one))[:MOST_TERMS])
    if len(fold(words[0])) < SHORTEST:
        say(_("“{word}” is too short to look for words like it.").format(word=words[0]))
        return Word(words[0])
    if distance > FARTHEST:
        say(_("Words that differ in more than {number} letters were not looked for.").format(number=FARTHEST))
    return Similar(words[0], min(distance, FARTHEST))


def _starred(text: str) -> Iterator[str]:
    """Go through the words of a phrase, those with stars whole."""
    for one in text.split():
        for piece in pieces(one) if has_stars(one) else (one,):
            yield from (piece,) if has_stars(piece) else _words_of(piece)


def _words_of(text: str) -> list[str]:
    return [part for found in tokens(text) for part in parts(found.group())]


def _field_of(node: Node) -> str:
    """Give the field that all branches of an OR name, "" when they name none."""
    if isinstance(node, Or):
        fields = {one.field if isinstance(one, InField) else "" for one in node.nodes}
        return fields.pop() if len(fields) == 1 else ""
    return ""


def _beneath(node: Node) -> Node:
    """Give the node without the field around it, public ids as their words."""
    match node:
        case InField(_, inner):
            return _beneath(inner)
        case Or(nodes):
            return Or(tuple(map(_beneath, nodes)))
        case PublicId(text):
            return Phrase(tuple(parts(text)))
    return node


def _has_places(node: Node) -> bool:
    """Say whether places in a text can be told for a node: a word or a phrase, or one of several single words."""
    if isinstance(node, Or):
        return all(_is_single(one) for one in node.nodes)
    return isinstance(node, Word | Phrase | Prefix | Pattern)


def _is_single(node: Node) -> bool:
    match node:
        case Word(text) | Prefix(text):
            return len(parts(text)) == 1
        case Phrase(words):
            return len(words) == 1
    return isinstance(node, Pattern)
