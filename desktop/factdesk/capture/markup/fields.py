"""Title, authors, outlet, date, language and address as a page states them, the most reliable statement first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from factdesk.capture import dates, guesses, urls
from factdesk.capture.assemble import Fields
from factdesk.capture.canonical import clean
from factdesk.capture.captured import Doubt, Guess
from factdesk.capture.markup.json_ld import StatedArticle, stated
from factdesk.words import _

_TITLE_METAS = (
    "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title",
)  # fmt: skip
_AUTHOR_METAS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author",
    "byl", "article.author", "og:article:author", "cxenseparse:author",
)  # fmt: skip
_OUTLET_METAS = (
    "og:site_name",
    "application-name",
    "citation_journal_title",
    "dc.publisher",
    "publisher",
    "twitter:site",
)
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "citation_publication_date",
    "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "publish-date",
    "pubdate", "date", "article.published", "cxenseparse:recs:publishtime", "published_at", "og:pubdate",
    "article:post_date",
)  # fmt: skip
_SEPARATORS = re.compile(r"\s+[|–—\-·•»:/]{1,2}\s+|\s+::\s+|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class PageFields:
    """The fields of a page, and words that help to choose blocks: its headline and its description."""

    fields: Fields
    description: str


def fields(root: html.HtmlElement, url: str, *, is_plain: bool) -> PageFields:
    """Read what the page says of itself. `is_plain` False leaves out the steps that search the whole tree."""
    metas = _metas(root)
    said = stated(root)
    outlet = _outlet(metas, said, url)
    return PageFields(
        Fields(
            title=_title(root, metas, said, outlet.value),
            authors=_authors(root, metas, said, outlet.value, is_plain=is_plain),
            outlet=outlet,
            published=_published(root, metas, said, url, is_plain=is_plain),
            canonical_url=_canonical(root, metas, url),
            language=root.get("lang") or root.get("xml:lang") or said.language or metas.get("og:locale", ""),
        ),
        clean(metas.get("og:description") or metas.get("description") or ""),
    )


def _metas(root: html.HtmlElement) -> dict[str, str]:
    """Give the page's meta elements by name in lower case, the first of each name that holds something."""
    found: dict[str, str] = {}
    for number, meta in enumerate(root.iter("meta")):
        if number > 2_000:
            break
        key = (
            meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        ).casefold()
        value = (meta.get("content") or "").strip()[:5_000]
        if key and value:
            found.setdefault(key.strip(), value)
    return found


def _title(root: html.HtmlElement, metas: dict[str, str], said: StatedArticle, outlet: str) -> Guess:
    headings = [clean(_text(heading)) for heading in _some(root, "h1", 5)]
    tab = clean(_text(next(iter(_some(root, "title", 1)), None)))
    stated_title = [(said.headline, _("from the page’s metadata"))]
    stated_title += [(metas[name], _("from the page’s metadata")) for name in _TITLE_METAS if name in metas]
    one_heading = headings[0] if len(headings) == 1 else ""
    if len(one_heading.split()) > 2 and any(_is_about(one_heading, value) for value, _origin in stated_title):
        return Guess(one_heading[:500], _("from the headline"))
    for heading in headings:
        # A visible headline that the metadata or the tab repeats is the surest of all.
        if len(heading) > 8 and any(_same(heading, value) for value, _origin in [*stated_title, (tab, "")]):
            return Guess(heading[:500], _("from the headline; the metadata says the same"))
    return guesses.first(
        [
            *((_without_outlet(value, outlet), origin) for value, origin in stated_title),
            (one_heading, _("from the headline")),
            (_without_outlet(tab, outlet), _("from the window title")),
        ]
    )


def _is_about(heading: str, other: str) -> bool:
    """Whether a headline and a stated title share a word of some length, so that they can be two forms of one title."""
    words = set(re.findall(r"\w{4,}", heading.casefold()))
    return bool(words & set(re.findall(r"\w{4,}", other.casefold())))


def _same(heading: str, other: str) -> bool:
    mine, theirs = _letters(heading), _letters(other)
    return bool(mine) and (theirs.startswith(mine) or mine == theirs)


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()


def _without_outlet(title: str, outlet: str) -> str:
    """Take the outlet's name off the end (or the start) of a title: "Headline | The Courier"."""
    line = clean(title)
    parts = list(_SEPARATORS.finditer(line))
    if not parts:
        return line
    last, first = parts[-1], parts[0]
    tail, head = line[last.end() :], line[: first.start()]
    if outlet and _letters(tail) and (_letters(tail) in _letters(outlet) or _letters(outlet) in _letters(tail)):
        return line[: last.start()]
    if outlet and _letters(head) == _letters(outlet):
        return line[first.end() :]
    return line


def _authors(
    root: html.HtmlElement, metas: dict[str, str], said: StatedArticle, outlet: str, *, is_plain: bool
) -> Guess:
    origin = _("from the page’s metadata")
    stated_names = [said.authors, *((metas[name].lstrip("@"),) for name in _AUTHOR_METAS if name in metas)]
    candidates = [(values, origin) for values in stated_names if values and not _only_addresses(values)]
    candidates.append((_bylines(root), _("from the byline")))
    found = guesses.surest(candidates, outlet)
    if is_plain and found.doubt is not Doubt.NONE:
        candidates.append((_extractors_author(root), _("from the byline")))
        found = guesses.surest(candidates, outlet)
    return found


def _only_addresses(values: tuple[str, ...]) -> bool:
    return all(value.startswith(("http", "www.")) or value.isdecimal() for value in values)


def _bylines(root: html.HtmlElement) -> tuple[str, ...]:
    """Give the words of elements that are marked as the author: rel=author, itemprop=author."""
    found: list[str] = []
    for number, element in enumerate(root.iter("a", "span", "div", "p", "address")):
        if number > 20_000 or len(found) >= 5:
            break
        if (element.get("rel") or "").casefold() == "author" or (element.get("itemprop") or "").casefold() == "author":
            words = clean(_text(element)[:400])
            if 3 <= len(words) <= 80:
                found.append(words)
    return tuple(dict.fromkeys(found))


def _extractors_author(root: html.HtmlElement) -> tuple[str, ...]:
    """Give the author trafilatura finds by the class names of bylines, or nothing."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415  (0.3 s to load)

    try:
        document = extract_metadata(root, extensive=False)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError, etree.LxmlError):
        return ()
    return tuple((document.author or "").split("; ")) if document is not None and document.author else ()


def _outlet(metas: dict[str, str], said: StatedArticle, url: str) -> Guess:
    stated_names = [
        (metas.get("og:site_name", ""), _("from the page’s metadata")),
        (said.outlet, _("from the page’s metadata")),
    ]
    stated_names += [
        (metas[name].lstrip("@"), _("from the page’s metadata")) for name in _OUTLET_METAS if name in metas
    ]
    found = guesses.first(stated_names)
    if found.value:
        return found
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return Guess(host, _("from the address"), Doubt.UNSURE) if host else found


def _published(
    root: html.HtmlElement, metas: dict[str, str], said: StatedArticle, url: str, *, is_plain: bool
) -> Guess:
    candidates = [said.published, *(metas[name] for name in _DATE_METAS if name in metas)]
    for candidate in candidates:
        when = dates.iso(candidate)
        if when:
            return Guess(when, _changed(when, dates.iso(said.modified or metas.get("article:modified_time", ""))))
    for element in _some(root, "time", 50):
        if element.get("pubdate") is not None or "publish" in (element.get("itemprop") or "").casefold():
            when = dates.iso(element.get("datetime") or _text(element))
            if when:
                return Guess(when, _("from the date on the page"))
    found = _searched_date(root, url) if is_plain else ""
    if found:
        return Guess(found, _("from the words of the page"), Doubt.UNSURE)
    return Guess("", "", Doubt.MISSING)


def _changed(published: str, modified: str) -> str:
    """Say where the date comes from, and that the page was changed on a later day."""
    if modified[:10] > published[:10]:
        return _("from the page’s metadata; changed there on {date}").format(date=modified[:10])
    return _("from the page’s metadata")


def _searched_date(root: html.HtmlElement, url: str) -> str:
    """Give the date htmldate finds in the page (Barbaresi 2020, doi 10.21105/joss.02439), or "".

    Its extensive search is left off: it tries every short text in every language, a tenth of a second each, and finds
    years of copyright notices.
    """
    from htmldate import find_date  # noqa: PLC0415  (0.2 s to load)

    try:
        found = find_date(
            root, original_date=True, extensive_search=False, url=url or None, deferred_url_extractor=True
        )
    except (
        AttributeError,
        IndexError,
        KeyError,
        TypeError,
        ValueError,
        OverflowError,
        RecursionError,
        etree.LxmlError,
    ):
        return ""
    when = dates.iso(found) if found else ""
    # The first of January is what a bare year ("© 2024") becomes there.
    return when[:4] if when.endswith("-01-01") else when


def _canonical(root: html.HtmlElement, metas: dict[str, str], url: str) -> Guess:
    """Give the page's own canonical address when it is of the same site, else the fetched one, tracking taken off."""
    said = ""
    for link in _some(root, "link", 500):
        if "canonical" in (link.get("rel") or "").casefold().split():
            said = (link.get("href") or "").strip()
            break
    said = said or metas.get("og:url", "")
    try:
        stated_url = urljoin(url, said) if said else ""
    except ValueError:
        stated_url = ""
    if stated_url.startswith(("http://", "https://")):
        if not url:
            return Guess(urls.canonical(stated_url), _("as the page says"))
        if _site(stated_url) == _site(url):
            return Guess(urls.canonical(stated_url), _taken_off(url) or _("as the page says"))
        return Guess(
            urls.canonical(url), _("the page names another site, {host}").format(host=_site(stated_url)), Doubt.UNSURE
        )
    if url:
        return Guess(urls.canonical(url), _taken_off(url) or _("the address it was fetched from"))
    return Guess("", "", Doubt.MISSING)


def _taken_off(url: str) -> str:
    parts = urls.tracking_parts(url)
    return _("tracking part “?{name}=…” taken off").format(name=parts[0]) if parts else ""


def _site(url: str) -> str:
    """Give the last two labels of the host (three under co.uk and its like), enough to tell sites apart."""
    try:
        labels = (urlsplit(url).hostname or "").casefold().split(".")
    except ValueError:
        return ""
    wide = (
        len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in {"co", "com", "org", "net", "gov", "edu", "ac", "in"}
    )
    return ".".join(labels[-3 if wide else -2 :])


def _some(root: html.HtmlElement, tag: str, most: int) -> Iterator[html.HtmlElement]:
    for number, element in enumerate(root.iter(tag)):
        if number >= most:
            return
        yield element


def _text(element: html.HtmlElement | None) -> str:
    """Give an element's words, at most some thousand characters of them."""
    if element is None:
        return ""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > 4_000:
            break
    return "".join(parts)
