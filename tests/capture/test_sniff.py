"""What a file is, by its bytes before its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.samples import CONTENT_TYPES, UKRAINIAN, docx, paragraph, pdf, zipped
from factdesk.capture import kinds
from factdesk.capture.readers import READERS
from factdesk.capture.sniff import sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
FEED = "application/rss+xml"

BY_BYTES = [
    (b"", kinds.EMPTY),
    (b" \r\n\x00", kinds.EMPTY),
    (pdf([[]]), kinds.PDF),
    (b"junk before\n%PDF-1.7\n", kinds.PDF),
    (docx(paragraph("x")), kinds.DOCX),
    (docx(paragraph("x"))[:-100], kinds.DOCX),
    (zipped({"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": ""}), SHEET),
    (zipped({"mimetype": ODT, "content.xml": ""}), ODT),
    (zipped({"mimetype": "text/nonsense"}), kinds.ZIP),
    (zipped({"a.txt": "x"}), kinds.ZIP),
    (zipped({"Index/Document.iwa": "x"}), "application/x-iwork"),
    (b"PK\x03\x04 cut", kinds.ZIP),
    (OLE, kinds.OLE),
    (OLE + "WordDocument".encode("utf-16-le"), "application/msword"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), kinds.LOCKED_OFFICE),
    (b"{\\rtf1 x}", "application/rtf"),
    (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
    (b"GIF89a\x01\x00", "image/gif"),
    (b"\x1f\x8b\x08\x00\x00", "application/gzip"),
    (b"MZ\x90\x00" + bytes(range(32)) * 4, "application/x-executable"),
    (b"\x00\x01\x02\x03\x04\x05" * 20, kinds.BINARY),
    (b"<!DOCTYPE html><p>x", kinds.HTML),
    (b"\xef\xbb\xbf\n<!-- c --><html><body>", kinds.HTML),
    ("<html><body>x</body></html>".encode("utf-16"), kinds.HTML),
    (b"<p>one</p><p>two</p>", kinds.HTML),
    (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", kinds.HTML),
    (b"<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>", FEED),
    (b"<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>", FEED),
    (b"<svg xmlns='http://www.w3.org/2000/svg'><p>x</p></svg>", "image/svg+xml"),
    (b"<?xml version='1.0'?><w:wordDocument/>", "application/vnd.ms-wordml"),
    (b"<?xml version='1.0'?><data>x</data>", "application/xml"),
    (b"From: a@b\nTo: c@d\nSubject: s\n\nwords", kinds.EML),
    (b"Received: by x\r\nReceived: by y\r\nDate: d\r\nFrom: a\r\n\r\nwords", kinds.EML),
    (b"From a@b Mon Nov 11 06:40:00 2024\nFrom: a@b\n\nwords", kinds.MBOX),
    (b"plain words", kinds.TXT),
    (b"BM is how this sentence begins", kinds.TXT),
    (b"MZ is how this one does", kinds.TXT),
    (UKRAINIAN.encode("cp1251"), kinds.TXT),
    (UKRAINIAN.encode("utf-16-le"), kinds.TXT),
    (b"\x1b[31mred words\x1b[0m", kinds.TXT),
]


@pytest.mark.parametrize(("data", "media"), BY_BYTES)
@pytest.mark.parametrize("name", ["noname", "wrong.jpg", "wrong.docx"])
def test_bytes_tell_what_a_file_is(data: bytes, media: str, name: str) -> None:
    assert sniff(data, name) == media


@pytest.mark.parametrize(
    ("data", "name", "claimed", "media"),
    [
        (b"# Title", "a.md", "", kinds.MARKDOWN),
        (b"# Title", "a", "text/markdown; charset=utf-8", kinds.MARKDOWN),
        (b"words", "a.html", "", kinds.HTML),
        (b"words", "a", "text/html", kinds.HTML),
        (b"words", "a", "application/pdf", kinds.TXT),
        (b"Subject: s\n\nwords", "a.eml", "", kinds.EML),
        (b"Subject: s\n\nwords", "a.txt", "", kinds.TXT),
        (b"From: a\nTo: b\nSubject: s\n\n# words", "a.md", "", kinds.MARKDOWN),
        (b"%PDF-1.7", "a.html", "text/html", kinds.PDF),
        (b"<p>x</p>", "pasted", kinds.PASTED, kinds.PASTED),
        (b"x", "pasted", kinds.PASTED_TEXT, kinds.PASTED_TEXT),
        (b"From: <Saved>\nContent-Type: multipart/related\nSubject: s\n\nx", "a.mhtml", "", kinds.MHTML),
    ],
)
def test_names_and_claims_decide_between_kinds_of_text(data: bytes, name: str, claimed: str, media: str) -> None:
    assert sniff(data, name, claimed) == media


@given(st.binary(max_size=400), st.text(max_size=12), st.text(max_size=12))
def test_sniffing_is_total(data: bytes, name: str, claimed: str) -> None:
    readable = {media for reader in READERS for media in reader.media}
    known = readable | set(kinds.FOREIGN) | {kinds.EMPTY, kinds.BINARY, kinds.LOCKED_OFFICE}
    assert sniff(data, name, claimed) in known


@given(st.sampled_from([data for data, _media in BY_BYTES if data]), st.data())
def test_sniffing_damaged_files_is_total(data: bytes, drawn: st.DataObject) -> None:
    cut = drawn.draw(st.integers(0, len(data)))
    assert sniff(data[:cut] + drawn.draw(st.binary(max_size=20)))


def test_what_is_not_read_says_what_it_is_and_what_to_do() -> None:
    for media, foreign in kinds.FOREIGN.items():
        assert foreign.noun, media
        assert foreign.hint.endswith("."), media
