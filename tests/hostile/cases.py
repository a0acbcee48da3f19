"""Bad files of every kind, each made here, with the code of the refusal it has to end in ("" for one that is read)."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from capture.samples import CONTENT_TYPES, PACKAGE_RELATIONS, Put, W, docx, paragraph, pdf, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
MAIL = "From: a@b.example\nTo: c@d.example\nSubject: s\nDate: Mon, 11 Nov 2024 06:40:00 +0200\n"
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
WHOLE_PDF = pdf([[Put("A line of text")]])


@dataclass(frozen=True)
class Case:
    """One bad file: its name, its bytes or how to put it in a folder, and the code it ends in."""

    name: str
    made: bytes | Callable[[Path], object]
    code: str = ""

    def put(self, folder: Path) -> None:
        """Make the file in the folder."""
        if isinstance(self.made, bytes):
            (folder / self.name).write_bytes(self.made)
        else:
            self.made(folder / self.name)


def document(xml: str | bytes, *, relations: str = PACKAGE_RELATIONS) -> bytes:
    """Make a Word file of a whole main part."""
    return zipped({"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": relations, "word/document.xml": xml})


def body(inner: str) -> str:
    """Make a whole main part of the inner XML of a body."""
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>"


def huge_part() -> bytes:
    """Make a Word file of one megabyte whose text part is 400 MB of spaces."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", PACKAGE_RELATIONS)
        with archive.open("word/document.xml", "w") as part:
            for _block in range(100):
                part.write(b" " * 4_000_000)
    return packed.getvalue()


def lying_part() -> bytes:
    """Make the same, but with both headers saying that the part is small."""
    data = bytearray(huge_part())
    entry = data.index(b"word/document.xml") - 30
    listed = data.rindex(b"word/document.xml") - 46
    struct.pack_into("<I", data, entry + 22, 1_000)
    struct.pack_into("<I", data, listed + 24, 1_000)
    return bytes(data)


def changed(data: bytes, at: bytes, shift: int, value: int, *, last: bool = False) -> bytes:
    """Set one byte, counted from the first (or last) place of `at`."""
    copy = bytearray(data)
    copy[(data.rindex(at) if last else data.index(at)) + shift] = value
    return bytes(copy)


def locked_docx() -> bytes:
    """Make a Word file whose parts say that they are encrypted."""
    data = document(body(paragraph("x")))
    return data.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


def pdf_of(catalog: str) -> bytes:
    """Make a PDF of these objects, without a cross-reference table."""
    return b"%PDF-1.7\n" + catalog.encode() + b"\ntrailer<</Root 1 0 R/Size 9>>\n%%EOF"


def locked_pdf() -> bytes:
    """Make a PDF that asks for a password nobody has."""
    key = "00" * 32
    encrypted = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{key}>/U<{key}>>>/ID[<00><00>]"
    return WHOLE_PDF.replace(b"/Root 1 0 R", f"/Root 1 0 R{encrypted}".encode())


def bomb_pdf() -> bytes:
    """Make a PDF whose page is 300 MB of spaces, packed to a few hundred kilobytes."""
    packed = zlib.compress(b" " * 300_000_000, 1)
    page = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    whole = pdf([[]])
    start = whole.index(b"<</Length", whole.index(b"/Contents"))
    return whole[:start] + page + whole[whole.index(b"endstream", start) + 9 :]


def tar_of(name: str) -> bytes:
    """Make a tar archive of one empty file."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        archive.addfile(tarfile.TarInfo(name))
    return packed.getvalue()


def sparse(size: int) -> Callable[[Path], object]:
    """Make a file of this size that holds nothing."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def writes(make: Callable[[], bytes]) -> Callable[[Path], object]:
    """Make a file of bytes that take long to make, when it is wanted."""
    return lambda path: path.write_bytes(make())


NO_PAGES = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count {}>>endobj"
APP = b"<html><head><script>app()</script></head><body><div id=app></div></body></html>"
FEED = b"<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>"
ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}

EMPTY = [Case(f"empty.{ending}", b"", "empty") for ending in ("txt", "html", "pdf", "docx", "eml", "md")] + [
    Case("blank.txt", b" \n\t\r\n ", "empty"),
    Case("zeros.bin", b"\x00" * 4096, "empty"),
]
PDFS = [
    Case("cut.pdf", WHOLE_PDF[: len(WHOLE_PDF) // 3], "damaged"),
    Case("header-only.pdf", b"%PDF-1.7\n", "damaged"),
    Case("locked.pdf", locked_pdf(), "locked"),
    Case("scan.pdf", pdf([[], []]), "only_pictures"),
    Case("loop.pdf", pdf_of("1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1>>endobj"), "damaged"),
    Case(
        "no-pages.pdf", pdf_of("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[]/Count 0>>endobj"), "damaged"
    ),
    Case(
        "two-thousand-million-pages.pdf",
        pdf_of("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 2000000000>>endobj"),
        "damaged",
    ),
    Case(
        "deep.pdf", pdf_of("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj" + "[" * 100_000 + "endobj"), "damaged"
    ),
    Case("bomb.pdf", writes(bomb_pdf), "only_pictures"),
    Case("half-a-letter.txt", b"\xff\xfe\x00", "unsupported"),
    Case("picture.pdf", b"\xff\xd8\xff\xe0" + b"\x01\x02" * 999, "unsupported"),
    Case("page.pdf", b"<html><body><script>x</script></body></html>", "no_text"),
]
WORDS = [
    Case("cut.docx", docx(paragraph("x"))[:-200], "damaged"),
    Case("laughs.docx", document(LAUGHS + body(paragraph("&j;"))), "unsafe"),
    Case("file-entity.docx", document('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + body("")), "unsafe"),
    Case("net-entity.docx", document('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">' + body("")), "unsafe"),
    Case(
        "entity-in-relations.docx", document(body(""), relations='<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "unsafe"
    ),
    Case("deep.docx", document(body("<w:sdt>" * 200_000)), "too_deep"),
    Case("bomb.docx", writes(huge_part), "too_large"),
    Case("lying-bomb.docx", writes(lying_part), "damaged"),
    Case("many-parts.docx", zipped({f"word/{number}": b"" for number in range(30_000)}), "too_large"),
    Case("locked-parts.docx", locked_docx(), "locked"),
    Case("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
    Case("old.doc", OLE + "WordDocument".encode("utf-16-le"), "unsupported"),
    Case("old-office.docx", OLE, "unsupported"),
    Case("broken-xml.docx", document("<w:document><w:body>"), "damaged"),
    Case("bad-bytes.docx", document(body(paragraph("ї")).encode().replace("ї".encode(), b"\xff\xfe")), "damaged"),
    Case("no-text-part.docx", zipped({"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": "<a/>"}), "damaged"),
    Case("no-words.docx", document(body("<w:p/>")), "no_text"),
    Case("bad-checksum.docx", changed(docx(paragraph("x")), b"PK\x01\x02", 16, 0xFF, last=True), ""),
    Case("workbook.docx", zipped({"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": "<a/>"}), "unsupported"),
    Case("slides.docx", zipped({"[Content_Types].xml": CONTENT_TYPES, "ppt/presentation.xml": "<a/>"}), "unsupported"),
    Case(
        "odt.docx",
        zipped(ODT),
        "unsupported",
    ),
    Case("book.epub", zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<a/>"}), "unsupported"),
    Case("program.docx", b"MZ\x90\x00\x03" + bytes(range(32)) * 50, "unsupported"),
]
MAILS = [
    Case("no-words.eml", f"{MAIL}\n\n".encode(), "no_text"),
    Case("only-a-file.eml", f"{MAIL}Content-Type: image/png; name=x.png\n\nx\n".encode(), "no_text"),
    Case(
        "locked.eml", f"{MAIL}Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx\n".encode(), "locked"
    ),
    Case("cut.eml", f"{MAIL}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: ima".encode(), "no_text"),
    Case(
        "deep.eml",
        (MAIL + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5_000))).encode(),
        "damaged",
    ),
    Case("mailbox.mbox", b"From a@b Mon Nov 11 06:40:00 2024\nFrom: a@b\n\nx\n\n" * 3, "unsupported"),
    Case("outlook.msg", OLE + "__substg1.0_".encode("utf-16-le"), "unsupported"),
]
PAGES = [
    Case(
        "scripts-only.html",
        b"<html><head><script>app()</script></head><body><div id=app></div></body></html>",
        "no_text",
    ),
    Case("frames.html", b"<html><frameset><frame src=http://127.0.0.1:9/></frameset></html>", "no_text"),
    Case("drawing.html", b"<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>", "unsupported"),
    Case("feed.html", FEED, "unsupported"),
    Case("laughs.xml", f"<?xml version='1.0'?>{LAUGHS}<data>&j;</data>".encode(), "unsupported"),
]
OTHERS = [
    Case("noise.txt", bytes((n * n * 31 + n) % 256 for n in range(5_000)), "unsupported"),
    Case("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 50, "unsupported"),
    Case("archive.zip", zipped({"a.txt": b"x"}), "unsupported"),
    Case("bomb.gz", gzip.compress(b"\x00" * 20_000_000), "unsupported"),
    Case("bomb.bz2", bz2.compress(b"\x00" * 20_000_000), "unsupported"),
    Case("packed.xz", lzma.compress(b"x"), "unsupported"),
    Case("packed.tar", tar_of("../../evil"), "unsupported"),
    Case("rich.rtf", rb"{\rtf1 {\object\objdata 00}}", "unsupported"),
    Case("film.mp4", b"\x00\x00\x00\x20ftypisom" + b"\x00\x02" * 99, "unsupported"),
    Case("base.sqlite", b"SQLite format 3\x00" + b"\x00\x10" * 99, "unsupported"),
    Case("front-matter-only.md", b"---\ntitle: x\n---\n", "no_text"),
]
NAMES = [
    Case("invoice\u202efdp.exe", b"MZ\x90\x00" + bytes(range(32)) * 9, "unsupported"),
    Case("two\nlines.pdf", b"%PDF-", "damaged"),
    Case("звіт\u200b\u2066.docx", b"PK\x03\x04", "unsupported"),
    Case("a" * 240 + ".pdf", b"%PDF-", "damaged"),
]
PLACES = [
    Case("gigabyte.pdf", sparse(1024**3), "too_large"),
    Case("gigabyte.txt", sparse(1024**3), "too_large"),
    Case("pipe.txt", os.mkfifo, "not_a_file"),
    Case("folder.docx", Path.mkdir, "not_a_file"),
    Case("loop.txt", lambda path: path.symlink_to(path), "not_a_file"),
    Case("nowhere.txt", lambda path: path.symlink_to(path.parent / "gone"), "not_found"),
    Case("device.txt", lambda path: path.symlink_to("/dev/zero"), "not_a_file"),
]
DATES = "".join(f"<p class=date>{day % 28 + 1} Mai {1900 + day % 120}, Teil {day}</p>" for day in range(3_000))

READ = [
    Case("many-dates.html", f"<html><body>{DATES}</body></html>".encode(), ""),
    Case("bad-utf8.txt", "Слова, слова і ще слова ".encode() * 20 + b"\xff\xfe\xd0", ""),
    Case("deep.html", b"<html><body>" + b"<div>" * 100_000 + b"words", ""),
    Case("deep-table.html", b"<table><tr><td>" * 5_000 + b"words", ""),
    Case("many-attributes.html", b"<p " + b"".join(b"a%d=1 " % n for n in range(200_000)) + b">words</p>", ""),
    Case("long-attribute.html", b'<p title="' + b"x" * 3_000_000 + b'">words</p>', ""),
    Case("unclosed.html", b"<b><i><p>words" * 20_000, ""),
    Case("deep-json.html", b'<script type="application/ld+json">' + b"[" * 200_000 + b"</script><p>words</p>", ""),
    Case("endless-headers.eml", f"{MAIL}X: {'a' * 2_000_000}\n\nwords\n".encode(), ""),
    Case("many-headers.eml", (MAIL + "X: y\n" * 50_000 + "\nwords\n").encode(), ""),
    Case("one-line.txt", b"words " * 500_000, ""),
    Case("many-lines.txt", b"x\n" * 150_000, ""),
    Case("brackets.md", b"[" * 60_000, ""),
    Case("stars.md", b"*a_ " * 30_000, ""),
    Case("escapes.txt", b"\x1b]0;title\x07 words and more words \x1b[31m", ""),
    Case("combining.txt", ("a" + "\u0301" * 200_000).encode(), ""),
]
CASES = [*EMPTY, *PDFS, *WORDS, *MAILS, *PAGES, *OTHERS, *NAMES, *PLACES, *READ]
