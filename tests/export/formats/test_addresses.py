"""Addresses that Word may open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.export.formats.docx_parts.addresses import LONGEST, safe_address


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://velmark.example/a?b=c#d", "https://velmark.example/a?b=c#d"),
        (" http://velmark.example:8080/ ", "http://velmark.example:8080/"),
        ("https://велмарк.example/ліжка?рік=2025", "https://xn--80adjvdg3a.example/%D0%BB%D1%96%D0%B6%D0%BA%D0%B0?%D1%80%D1%96%D0%BA=2025"),
        ("https://velmark.example/a%20b", "https://velmark.example/a%20b"),
        ("mailto:desk@velmark.example", "mailto:desk@velmark.example"),
        ("https://user:secret@velmark.example/", "https://velmark.example/"),
    ],
)  # fmt: skip
def test_whole_addresses_are_made_plain(address: str, safe: str) -> None:
    assert safe_address(address) == safe


@pytest.mark.parametrize(
    "address",
    [
        "",
        "velmark.example",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://[x",
        "https://a b/",
        "https://a.example:99999/",
        "mailto:nobody",
        "https://" + "a" * 300 + ".example/",
        "https://a.example/" + "x" * LONGEST,
    ],
)
def test_anything_else_is_no_address(address: str) -> None:
    assert safe_address(address) == ""


@given(st.one_of(st.text(), st.text().map("https://".__add__), st.text().map("https://a.example/".__add__)))
def test_what_comes_out_is_short_plain_ascii(address: str) -> None:
    safe = safe_address(address)
    assert safe.isascii()
    assert len(safe) <= LONGEST
    assert not any(character.isspace() or character in '<>"{}|\\^`' for character in safe)
    assert not safe or safe.startswith(("http://", "https://", "mailto:"))
