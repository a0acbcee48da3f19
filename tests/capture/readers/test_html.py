"""Web pages: text, headline, captions, what is left out, and what a page says of itself."""

from __future__ import annotations

import json

import pytest

from capture.samples import ENGLISH, UKRAINIAN, captured, kept, words
from factdesk.capture.captured import Captured, Doubt
from factdesk.capture.markup.tree import tree
from factdesk.capture.markup.walk import blocks
from factdesk.errors import InputError
from factdesk.model.enums import BlockKind

SECOND = (
    "Ms Halloran, who took office in March, rejected the charge of the union that services had been cut by stealth."
)
THIRD = "The council will vote on the budget next week, and members of every party said that they would ask for more."
STATED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Hospital closes the year with a record deficit",
    "author": [{"@type": "Person", "name": "Lena Ashgrove"}, {"@type": "Person", "name": "Tom Reed"}],
    "publisher": {"@type": "Organization", "name": "The Velmark Courier"},
    "datePublished": "2024-11-11T06:40:00+02:00",
    "dateModified": "2024-11-12T18:20:00+02:00",
}
URL = "https://velmarkcourier.example/hospital-deficit?utm_source=newsletter"


def page(article: str, head: str = "", *, lang: str = "en", around: str = "") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>'
        f"<nav><ul><li><a href='/'>Home</a></li><li><a href='/region'>Region</a></li></ul></nav>"
        f"<main><article>{article}</article></main>{around}"
        f"<footer><p>© 2024 The Velmark Courier</p></footer></body></html>"
    ).encode()


def story() -> Captured:
    head = (
        f'<script type="application/ld+json">{json.dumps(STATED)}</script>'
        "<title>Hospital closes the year with a record deficit | The Velmark Courier</title>"
        '<link rel="canonical" href="https://velmarkcourier.example/hospital-deficit">'
        '<meta name="description" content="The chief executive says no ward has closed. The union says one did.">'
    )
    article = (
        "<h1>Hospital closes the year with a record deficit</h1>"
        '<p class="lead">The chief executive says no ward has closed. The union says one did.</p>'
        f"<p>{ENGLISH}</p><h2>What the union says</h2><blockquote><p>{SECOND}</p></blockquote>"
        '<p><a href="/x">Read also: Harbour Post buys the printing hall</a></p>'
        '<figure><img src="http://127.0.0.1:9/w"><figcaption>Ward 4B in May. Photograph: archive</figcaption></figure>'
        "<ul><li>First of the measures is a freeze on posts</li><li>Second of the measures is a sale</li></ul>"
        f"<p>{THIRD}</p>"
    )
    return captured(page(article, head), "story.html", url=URL)


def test_the_text_keeps_headline_quotations_items_and_captions() -> None:
    assert kept(story()) == [
        ("heading", "Hospital closes the year with a record deficit"),
        ("paragraph", "The chief executive says no ward has closed. The union says one did."),
        ("paragraph", ENGLISH),
        ("heading", "What the union says"),
        ("quotation", SECOND),
        ("caption", "Ward 4B in May. Photograph: archive"),
        ("item", "First of the measures is a freeze on posts"),
        ("item", "Second of the measures is a sale"),
        ("paragraph", THIRD),
    ]


def test_navigation_and_teasers_are_listed_as_left_out() -> None:
    found = story()
    left_out = [found.text[read.block.start : read.block.end] for read in found.blocks if not read.is_kept]
    assert left_out == [
        "Home",
        "Region",
        "Read also: Harbour Post buys the printing hall",
        "© 2024 The Velmark Courier",
    ]


def test_fields_come_from_the_pages_metadata() -> None:
    found = story()
    assert found.title.value == "Hospital closes the year with a record deficit"
    assert found.authors.value == "Lena Ashgrove; Tom Reed"
    assert found.outlet.value == "The Velmark Courier"
    assert found.published.value == "2024-11-11T04:40Z"
    assert found.published.origin == "from the page’s metadata; changed there on 2024-11-12"
    assert found.language.value == "en"
    assert found.canonical_url.value == "https://velmarkcourier.example/hospital-deficit"
    assert "utm_source" in found.canonical_url.origin
    guesses = (found.title, found.authors, found.outlet, found.published, found.language, found.canonical_url)
    assert all(guess.doubt is Doubt.NONE and guess.origin for guess in guesses)


def test_a_canonical_address_of_another_site_is_doubted() -> None:
    head = '<link rel="canonical" href="https://elsewhere.example/a">'
    found = captured(page(f"<p>{ENGLISH}</p><p>{SECOND}</p>", head), "a.html", url=URL).canonical_url
    assert found.value == "https://velmarkcourier.example/hospital-deficit"
    assert found.doubt is Doubt.UNSURE


def test_a_page_that_says_nothing_of_itself_leaves_fields_missing() -> None:
    found = captured(page(f"<p>{ENGLISH}</p><p>{SECOND}</p>", lang=""), "a.html")
    assert found.authors.doubt is found.published.doubt is found.canonical_url.doubt is Doubt.MISSING
    assert found.language.value == "en"


def test_a_date_on_the_page_is_found_and_doubted() -> None:
    found = captured(
        page(f'<p class="published">11 November 2024</p><p>{ENGLISH}</p><p>{SECOND}</p>'), "a.html"
    ).published
    assert (found.value, found.doubt) == ("2024-11-11", Doubt.UNSURE)


@pytest.mark.parametrize("mark", ["", ' class="date"'])
def test_a_page_of_dates_is_read_in_time(mark: str) -> None:
    days = "".join(f"<p{mark}>{day % 28 + 1} Mai {1900 + day % 120}, Teil {day}</p>" for day in range(1_000))
    found = captured(page(f"<h1>Chronik</h1>{days}<p>{ENGLISH}</p>"), "a.html")
    assert len(found.text) > 10_000


def test_the_words_win_over_a_wrong_language_tag() -> None:
    found = captured(page(f"<p>{UKRAINIAN}</p><p>{UKRAINIAN}</p>", lang="en"), "a.html").language
    assert (found.value, found.doubt) == ("uk", Doubt.UNSURE)
    assert "“en”" in found.origin


def test_metadata_that_cannot_be_read_is_passed_over() -> None:
    deep = "[" * 50_000
    head = (
        f'<script type="application/ld+json">{deep}</script><script type="application/ld+json">{{"@type": 3}}</script>'
        '<meta property="article:published_time" content="soon"><meta name="author" content="Lena Ashgrove">'
    )
    found = captured(page(f"<p>{ENGLISH}</p><p>{SECOND}</p>", head), "a.html")
    assert found.authors.value == "Lena Ashgrove"


def test_an_author_that_is_no_name_is_doubted() -> None:
    found = captured(page(f"<p>{ENGLISH}</p>", '<meta name="author" content="Lena Ashgrove, staff">'), "a.html").authors
    assert (found.value, found.doubt) == ("Lena Ashgrove; staff", Doubt.UNSURE)


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-u", "utf-8", "utf-16"])
def test_the_charset_of_the_page_is_honoured(charset: str) -> None:
    said = UKRAINIAN.replace("’", "'")
    html = f'<html><head><meta charset="{charset}"></head><body><p>{said}</p></body></html>'
    assert words(captured(html.encode(charset), "a.html")) == [said]


def test_a_charset_is_guessed_when_nobody_names_it() -> None:
    found = captured(f"<html><body><p>{UKRAINIAN}</p></body></html>".encode("cp1251"), "a.html")
    assert words(found) == [UKRAINIAN]
    assert "cp1251" in found.notices[0]


def test_scripts_styles_and_hidden_parts_are_no_text() -> None:
    html = page(
        f"<p>{ENGLISH}</p><script>alert(1)</script><style>p{{}}</style><p hidden>secret words</p>"
        '<div style="display:none">more secret words</div><template><p>template</p></template>'
        f"<iframe srcdoc='<p>inner</p>'></iframe><img src=x onerror=alert(1)><p>{SECOND}</p>"
    )
    found = captured(html, "a.html")
    assert words(found) == [ENGLISH, SECOND]
    assert not {"secret", "alert", "template", "inner"} & set(found.text.replace("(", " ").split())


def test_a_consent_dialog_is_never_the_text() -> None:
    consent = f'<div id="onetrust-consent-sdk"><p>{"We use cookies to store data on your device. " * 40}</p></div>'
    found = captured(page(f"<p>{ENGLISH}</p><p>{SECOND}</p>", around=consent), "a.html")
    assert words(found) == [ENGLISH, SECOND]


def test_table_cells_know_their_place() -> None:
    table = "<table><tr><th>Year</th><th>Deficit</th></tr><tr><td>2023</td><td>38.2 million</td></tr></table>"
    found = captured(page(f"<p>{ENGLISH}</p>{table}<p>{SECOND}</p><p>{THIRD}</p>"), "a.html")
    cells = [(read.block.row, read.block.column) for read in found.blocks if read.block.kind is BlockKind.CELL]
    assert cells == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_line_breaks_are_spaces_and_two_part_a_block() -> None:
    root = tree("<p>one<br>two<br> <br>three\nfour</p>")
    assert root is not None
    assert [block.passage.words for block in blocks(root)] == ["one two", "three four"]


def test_right_to_left_text_emoji_and_combining_marks_are_kept() -> None:
    said = "شهدت المدينة يوم الثلاثاء مظاهرة كبيرة ضد إغلاق المستشفى الوحيد فيها 👨\u200d👩\u200d👧 e\u0301"
    found = captured(page(f"<p>{said}</p><p>{said}</p>", lang="ar"), "a.html")
    assert words(found)[0] == said.replace("e\u0301", "é")
    assert found.language.value == "ar"


def test_a_page_too_deep_for_a_tree_still_gives_its_words() -> None:
    found = captured(b"<html><body>" + b"<div>" * 50_000 + b"deep <b>words</b>" + b"</div>" * 50_000, "a.html")
    assert words(found) == ["deep words"]
    assert found.notices


def test_a_heading_that_is_never_closed_is_one_for_its_first_line() -> None:
    found = captured(page(f"<h2>Heading<p>{ENGLISH}</p><p>{SECOND}</p>"), "a.html")
    assert kept(found) == [("heading", "Heading"), ("paragraph", ENGLISH), ("paragraph", SECOND)]


@pytest.mark.parametrize("html", [b"<html><body></body></html>", b"<html><body><script>x</script></body></html>"])
def test_a_page_without_text_is_refused_with_a_way_out(html: bytes) -> None:
    with pytest.raises(InputError, match=r"“app.html” holds no text") as caught:
        captured(html, "app.html")
    assert "scripts" in caught.value.hint


def test_left_out_blocks_are_bounded() -> None:
    menu = "".join(f"<li><a href='/{number}'>Entry number {number}</a></li>" for number in range(2_000))
    found = captured(page(f"<p>{ENGLISH}</p><p>{SECOND}</p>", around=f"<nav><ul>{menu}</ul></nav>"), "a.html")
    assert len(found.blocks) <= 42
