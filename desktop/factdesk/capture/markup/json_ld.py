"""What a page says of itself in JSON-LD (schema.org): headline, authors, publisher, dates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TypeAlias

from lxml import html

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_ARTICLES = (
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "backgroundnewsarticle",
    "reviewnewsarticle",
    "article",
    "blogposting",
    "liveblogposting",
    "scholarlyarticle",
    "report",
    "socialmediaposting",
    "discussionforumposting",
    "advertisercontentarticle",
    "satiricalarticle",
    "claimreview",
    "webpage",
    "videoobject",
)
_MAX_SCRIPTS = 50
_MAX_BYTES = 2_000_000
_MAX_NODES = 20_000


@dataclass(frozen=True, slots=True)
class StatedArticle:
    """What the most article-like object says; "" and () where it says nothing."""

    headline: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""


def stated(root: html.HtmlElement) -> StatedArticle:
    """Read every JSON-LD script of the page and give the best object's statements; damaged ones are passed over."""
    nodes: list[dict[str, Json]] = []
    for number, script in enumerate(root.iterfind(".//script")):
        if number > 10 * _MAX_SCRIPTS or len(nodes) > _MAX_NODES:
            break
        if "ld+json" in (script.get("type") or "").casefold():
            nodes.extend(_objects(_load(script.text or "")))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    ranked = sorted((node for node in nodes if _rank(node) < len(_ARTICLES)), key=_rank)
    if not ranked:
        return StatedArticle()
    best = ranked[0]
    people = next((names for node in ranked if (names := _people(node, by_id))), ())
    return StatedArticle(
        headline=_text(best.get("headline")) or (_text(best.get("name")) if _rank(best) < len(_ARTICLES) - 2 else ""),
        authors=people,
        outlet=next((name for node in ranked if (name := _names(node.get("publisher"), by_id, 1))), ("",))[0],
        published=next((when for node in ranked if (when := _text(node.get("datePublished")))), ""),
        modified=next((when for node in ranked if (when := _text(node.get("dateModified")))), ""),
        language=_text(best.get("inLanguage")),
    )


def _load(text: str) -> Json:
    if len(text) > _MAX_BYTES:
        return None
    trimmed = text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        loaded: Json = json.loads(trimmed.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None
    return loaded


def _objects(value: Json) -> Iterator[dict[str, Json]]:
    """Give every object within, outer ones first, without recursion."""
    waiting: list[Json] = [value]
    seen = 0
    while waiting and seen < _MAX_NODES:
        here = waiting.pop(0)
        seen += 1
        if isinstance(here, dict):
            yield here
            waiting.extend(part for key, part in here.items() if key not in {"publisher", "author", "creator"})
        elif isinstance(here, list):
            waiting.extend(here[:500])


def _rank(node: dict[str, Json]) -> int:
    kinds = node.get("@type")
    named = [str(kind).rpartition("/")[2].casefold() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    return min((_ARTICLES.index(kind) for kind in named if kind in _ARTICLES), default=len(_ARTICLES))


def _people(node: dict[str, Json], by_id: dict[str, dict[str, Json]]) -> tuple[str, ...]:
    return _names(node.get("author"), by_id, 20) or _names(node.get("creator"), by_id, 20)


def _names(value: Json, by_id: dict[str, dict[str, Json]], most: int) -> tuple[str, ...]:
    found: list[str] = []
    for part in value if isinstance(value, list) else [value]:
        named = part
        if isinstance(part, dict):
            known = by_id.get(str(part.get("@id", "")), part)
            named = part.get("name") or known.get("name") or part.get("legalName")
        if isinstance(named, list):
            found.extend(_text(one) for one in named)
        else:
            found.append(_text(named))
    return tuple(name for name in found if name)[:most]


def _text(value: Json) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    return unescape(str(value)).strip()[:2000] if isinstance(value, str | int) and not isinstance(value, bool) else ""
