"""XML without entities, document types, files or network."""

from __future__ import annotations

import pytest

from factdesk.capture.limits import Limits
from factdesk.capture.xml import parse
from factdesk.errors import InputError


def code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        parse(data, "file.docx", limits or Limits())
    assert "“file.docx”" in caught.value.sentence
    return caught.value.code


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        '<!doctype a SYSTEM "http://127.0.0.1:9/x"><a/>',
        '<?xml version="1.0"?>\n<!-- c -->\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(text: str, charset: str) -> None:
    assert code(text.encode(charset)) == ("unsafe" if charset == "utf-8" or "!DOCTYPE" in text else "damaged")


@pytest.mark.parametrize("data", [b"", b"<a>", b"no xml", b"<a>&x;</a>", b"<a>\x00</a>", b"<a></b>", b"\xff\xfe\x00"])
def test_broken_xml_is_damaged(data: bytes) -> None:
    assert code(data) == "damaged"


def test_deep_xml_is_refused() -> None:
    assert code(b"<a>" * 40 + b"</a>" * 40, Limits(xml_depth=30)) == "too_deep"
    assert code(b"<a>" * 100_000 + b"</a>" * 100_000) in {"too_deep", "damaged"}


def test_plain_xml_is_parsed() -> None:
    root = parse("<a><!-- c --><b>ї</b></a>".encode(), "file.docx")
    assert [child.text for child in root] == ["ї"]
