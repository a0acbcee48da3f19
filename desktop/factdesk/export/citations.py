"""Citations: a plain readable line in the memo's language, and CSL-JSON there and back.

CSL-JSON: the data model of the Citation Style Language 1.0.2 (names of fields, `date-parts`, `literal` names).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from factdesk import words
from factdesk.export.wording import Wording
from factdesk.model.enums import SourceType
from factdesk.model.values.sources import Citation

_PLAIN_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_CLOSED = ".!?…"


@dataclass(frozen=True, slots=True)
class CitePart:
    """A run of a citation. `is_title` is set in italics; `url` is the address the words open, or ""."""

    text: str
    is_title: bool = False
    url: str = ""


def cite(citation: Citation, language: str = "") -> str:
    """Write a citation on one line: author. title. container. publisher, place. date, pages. address.

    `language` is "en" or "uk" (the window's when empty). Empty fields leave no trace; "" when all are empty.
    """
    parts = cite_parts(citation, Wording(language or words.language()))
    return "".join(part.text for part in parts).replace("\u00a0", " ")


def cite_parts(citation: Citation, wording: Wording) -> tuple[CitePart, ...]:
    """Give the same line in runs, so that a format can set the title in italics and link the address."""
    _ = wording.gettext
    accessed = _("read {date}").format(date=wording.partial(citation.accessed)) if citation.accessed else ""
    sentences = (
        CitePart(citation.author.strip()),
        CitePart(citation.title.strip(), is_title=True),
        CitePart(citation.container.strip()),
        CitePart(_joined(citation.publisher, citation.place)),
        CitePart(wording.source_type(citation.type)),
        CitePart(_joined(citation.number, _date(citation, wording), _pages(citation.pages, wording))),
        CitePart(_shown(citation.url), url=citation.url.strip()),
        CitePart(accessed),
    )
    parts: list[CitePart] = []
    for sentence in sentences:
        if not sentence.text:
            continue
        if parts:
            before = next((part.text for part in reversed(parts) if part.text.strip()), "")
            parts.append(CitePart(" " if before[-1:] in _CLOSED else ". "))
        parts.append(sentence)
    if parts and not parts[-1].url and parts[-1].text[-1:] not in _CLOSED:
        parts.append(CitePart("."))
    return tuple(parts)


def short_parts(citation: Citation, wording: Wording) -> tuple[CitePart, ...]:
    """Give the few words that name a source beside its passage: title (or author), date."""
    named = citation.title.strip() or citation.author.strip() or _shown(citation.url)
    text = _joined(named, _date(citation, wording))
    return (CitePart(text),) if text else ()


def _date(citation: Citation, wording: Wording) -> str:
    """Write the date, unless the title says it already."""
    date = wording.partial(citation.issued)
    return "" if date.replace("\u00a0", " ") in citation.title else date


def _joined(*texts: str) -> str:
    return ", ".join(text.strip() for text in texts if text.strip())


def _pages(pages: str, wording: Wording) -> str:
    pages = pages.strip()
    if not pages:
        return ""
    if not pages[0].isdigit():
        return pages
    several = any(mark in pages for mark in "-–—,")
    return wording.ngettext("p. {pages}", "pp. {pages}", 2 if several else 1).format(pages=pages.replace("-", "–"))


def _shown(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url.strip()).rstrip("/")


def to_csl_json(citation: Citation, *, id: str = "") -> dict[str, Any]:  # noqa: A002  (the field's own name)
    """Give the citation as one CSL-JSON item; several authors are apart by ";". Empty fields are left out."""
    item: dict[str, Any] = {"id": id} if id else {}
    item["type"] = str(citation.type)
    plain = {
        "title": citation.title,
        "container-title": citation.container,
        "publisher": citation.publisher,
        "publisher-place": citation.place,
        "page": citation.pages,
        "number": citation.number,
        "URL": citation.url,
    }
    item.update({name: value for name, value in plain.items() if value})
    authors = [name.strip() for name in citation.author.split(";") if name.strip()]
    if authors:
        item["author"] = [{"literal": name} for name in authors]
    for name, text in (("issued", citation.issued), ("accessed", citation.accessed)):
        if text:
            item[name] = _to_csl_date(text)
    return item


def from_csl_json(item: Mapping[str, Any]) -> Citation:
    """Read one CSL-JSON item; fields of the wrong kind count as missing and unknown types as documents."""
    kind = item.get("type")
    known = kind in set(SourceType)
    return Citation(
        type=SourceType(str(kind)) if known else SourceType.DOCUMENT,
        title=_text(item.get("title")),
        author="; ".join(name for name in map(_name, _list(item.get("author"))) if name),
        container=_text(item.get("container-title")),
        publisher=_text(item.get("publisher")),
        issued=_from_csl_date(item.get("issued")),
        pages=_text(item.get("page")),
        url=_text(item.get("URL")),
        accessed=_from_csl_date(item.get("accessed")),
        place=_text(item.get("publisher-place")),
        number=_text(item.get("number")),
    )


def _to_csl_date(text: str) -> dict[str, Any]:
    if not _PLAIN_DATE.fullmatch(text):
        return {"literal": text}
    return {"date-parts": [[int(part) for part in text.split("-")]]}


def _from_csl_date(value: object) -> str:
    if not isinstance(value, Mapping):
        return ""
    parts = _list(value.get("date-parts"))
    first = _list(parts[0]) if parts else []
    digits = [text for text in map(_text, first) if text.isdigit()]
    if digits:
        return "-".join([digits[0].zfill(4), *(part.zfill(2) for part in digits[1:3])])
    return _text(value.get("literal")) or _text(value.get("raw"))


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _name(value: object) -> str:
    if not isinstance(value, Mapping):
        return ""
    given, family = _text(value.get("given")), _text(value.get("family"))
    return _text(value.get("literal")) or f"{given} {family}".strip()


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
