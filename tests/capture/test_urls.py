"""Addresses made whole, and one spelling for one page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.capture import urls
from factdesk.errors import NetworkError

REFUSED = [
    "file:///etc/passwd", "FILE:/etc/passwd", "ftp://example.org/", "gopher://127.0.0.1:9/_x", "javascript:alert(1)",
    "data:text/html,x", "about:blank", "view-source:http://example.com", "\\\\host\\share", "http:///nohost",
    "http://exa\r\nmple.com/", "http://example.com/\x00", "http://[::1", "http://user@example.org/",
    "http://127.0.0.1\\@example.com/", "http://256.256.256.256/", "http://2130706433/", "http://0177.0.0.1/",
    "http://0x7f.1/", "http://-a.com/", f"http://{'a' * 64}.com/", "http://①②⑦.⓪.⓪.①/", "", "two words", "https://",
    "http://example.org:99999/",
]  # fmt: skip


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    with pytest.raises(NetworkError) as caught:
        urls.whole(typed)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("example.org/story", "https://example.org/story"),
        (" <https://example.org/a> ", "https://example.org/a"),
        ("//example.org/a", "https://example.org/a"),
        ("localhost:8000/a", "https://localhost:8000/a"),
        ("HTTP://EXAMPLE.org:80/A?b=1#top", "http://example.org/A?b=1"),
        ("https://приклад.укр/шлях", "https://xn--80aikifvh.xn--j1amh/%D1%88%D0%BB%D1%8F%D1%85"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/%D1%97", "https://example.org/%D1%97"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://example.org./", "http://example.org/"),
    ],
)
def test_what_a_person_meant_is_made_whole(typed: str, wanted: str) -> None:
    assert urls.whole(typed) == wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://Example.org:443/a?utm_source=x&utm_medium=y", "https://example.org/a"),
        ("https://example.org/a?b=2&fbclid=1&a=1", "https://example.org/a?a=1&b=2"),
        ("https://example.org/a?gclid=1&id=7#part", "https://example.org/a?id=7"),
        ("https://example.org", "https://example.org/"),
        ("not an address", "not an address"),
    ],
)
def test_tracking_is_taken_off(url: str, wanted: str) -> None:
    assert urls.canonical(url) == wanted


@given(st.text(max_size=60))
def test_canonical_never_raises_and_is_stable(text: str) -> None:
    assert urls.canonical(urls.canonical(text)) == urls.canonical(text)


def test_two_spellings_of_one_page_share_their_key() -> None:
    assert urls.twin_key("http://www.example.org/a/?utm_source=x") == urls.twin_key("https://example.org/a")
    assert urls.twin_key("https://example.org/a?id=1") != urls.twin_key("https://example.org/a?id=2")


def test_tracking_parts_are_named() -> None:
    assert urls.tracking_parts("https://example.org/?a=1&utm_source=x&fbclid=2") == ("utm_source", "fbclid")
    assert urls.tracking_parts("http://[") == ()


def test_a_page_without_a_path_is_named_by_its_host() -> None:
    assert urls.file_name("https://example.org/") == "example.org"
    assert urls.file_name("https://example.org/%D1%97.html") == "ї.html"
