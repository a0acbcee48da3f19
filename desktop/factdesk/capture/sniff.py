"""What a file is, by its bytes first, then its structure, then its name: total, never raises."""

from __future__ import annotations

import re

from factdesk.capture import kinds
from factdesk.capture.archive import Archive
from factdesk.errors import InputError

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", kinds.OLE),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"BM", "image/bmp"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (8, b"AVI ", "video/x-msvideo"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (8, b"WAVE", "audio/wav"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"\x1f\x8b", "application/gzip"),
    (4, b"1AY&SY", "application/x-bzip2"),
    (4, b"\x17rE8P\x90", "application/x-bzip2"),
    (0, b"\x1f\x9d", "application/x-compress"),
    (0, b"\xfd7zXZ\x00", "application/x-xz"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (257, b"ustar", "application/x-tar"),
    (0, b"%!PS", "application/postscript"),
    (0, b"AT&TFORM", "image/vnd.djvu"),
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"MZ", "application/x-executable"),
    (0, b"\xfe\xed\xfa", "application/x-executable"),
    (0, b"\xcf\xfa\xed\xfe", "application/x-executable"),
    (0, b"\x00\x01\x00\x00\x00", "font/sfnt"),
    (0, b"OTTO\x00", "font/sfnt"),
    (0, b"wOF", "font/sfnt"),
    (0, b"WARC/1.", "application/warc"),
)
_NEEDS_BINARY = frozenset({"image/bmp", "application/x-executable", "audio/mpeg"})
_OLE_STREAMS = (
    ("EncryptedPackage", kinds.LOCKED_OFFICE),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("__substg1.0_", "application/vnd.ms-outlook"),
)
_ENDINGS = {
    "htm": kinds.HTML,
    "html": kinds.HTML,
    "xhtml": kinds.HTML,
    "shtml": kinds.HTML,
    "md": kinds.MARKDOWN,
    "markdown": kinds.MARKDOWN,
    "mdown": kinds.MARKDOWN,
    "mkd": kinds.MARKDOWN,
    "eml": kinds.EML,
    "mht": kinds.MHTML,
    "mhtml": kinds.MHTML,
}
_CLAIMS = {
    kinds.HTML: kinds.HTML,
    "application/xhtml+xml": kinds.HTML,
    kinds.MARKDOWN: kinds.MARKDOWN,
    "text/x-markdown": kinds.MARKDOWN,
}
_HEADER = re.compile(
    rb"^(from|to|date|subject|received|return-path|message-id|mime-version|delivered-to|content-type|x-mailer|cc"
    rb"|reply-to|sender|in-reply-to|references|x-original-to|content-transfer-encoding|dkim-signature)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_ANY_HEADER = re.compile(rb"^[!-9;-~]{1,76}[ \t]*:")
_HTML_START = re.compile(rb"<(!doctype\s+html|html|head|body|meta|title)[\s>/]", re.IGNORECASE)
_HTML_TAG = re.compile(
    rb"</?(p|div|span|a|br|h[1-6]|ul|ol|li|table|tr|td|article|img|script|b|i|em)[\s>/]", re.IGNORECASE
)
_ROOT = re.compile(rb"<(?![?!])(?:[\w.\-]+:)?([\w.\-]+)")
_ROOTS = {
    b"html": kinds.HTML,
    b"rss": "application/rss+xml",
    b"feed": "application/rss+xml",
    b"rdf": "application/rss+xml",
    b"svg": "image/svg+xml",
    b"worddocument": "application/vnd.ms-wordml",
    b"package": "application/vnd.ms-wordml",
}
_SAMPLE = 4096


def sniff(data: bytes, name: str = "", claimed: str = "") -> str:
    """Give the media type of `data`; `name` and `claimed` decide only between kinds of text."""
    if not data.strip(b"\x00 \t\r\n"):
        return kinds.EMPTY
    if claimed in {kinds.PASTED, kinds.PASTED_TEXT}:
        return claimed
    is_text = not _is_binary(data)
    by_magic = _magic(data, is_text=is_text)
    if by_magic or not is_text:
        return by_magic or kinds.BINARY
    return _text(_narrow(data), _ending(name), claimed.split(";", maxsplit=1)[0].strip().casefold())


def _magic(data: bytes, *, is_text: bool) -> str:
    """Name a type by the bytes that every file of it begins with, or give ""."""
    if b"%PDF-" in data[:1024] and not _HTML_START.search(data[: data.find(b"%PDF-")]):
        return kinds.PDF
    if data[:4] in {b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"}:
        return _zip(data)
    for at, magic, media in _MAGIC:
        if data[at : at + len(magic)] == magic and not (is_text and media in _NEEDS_BINARY):
            return _ole(data) if media == kinds.OLE else media
    return ""


def _ending(name: str) -> str:
    return _ENDINGS.get(name.rpartition(".")[2].casefold(), "")


def _text(head: bytes, by_name: str, claimed: str) -> str:
    """Tell kinds of text apart; `head` is the start of the file, one byte a character."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if start[:1] == b"<":
        marked_up = _marked_up(start)
        if marked_up:
            return marked_up
    if start.startswith(b"From ") and _HEADER.search(start):
        return kinds.MBOX
    mail = "" if by_name == kinds.MARKDOWN else _mail(start, by_name, claimed)
    if mail or by_name in {kinds.HTML, kinds.MARKDOWN}:
        return mail or by_name
    return _CLAIMS.get(claimed, kinds.TXT)


def _marked_up(start: bytes) -> str:
    body = re.sub(rb"^(\s*(<\?.*?\?>|<!--.*?-->))+", b"", start, flags=re.DOTALL)
    root = _ROOT.search(body)
    by_root = _ROOTS.get(root.group(1).lower() if root else b"", "")
    if by_root:
        return by_root
    if _HTML_START.search(body) or _HTML_TAG.match(body) or len(_HTML_TAG.findall(body)) >= 2:
        return kinds.HTML
    return "application/xml" if start.startswith(b"<?xml") else ""


def _mail(start: bytes, by_name: str, claimed: str) -> str:
    block = re.split(rb"\r?\n\r?\n|\r\r", start, maxsplit=1)[0]
    named = {found.lower() for found in _HEADER.findall(block)}
    wanted = 1 if by_name in {kinds.EML, kinds.MHTML} or claimed in {kinds.EML, kinds.MHTML} else 3
    if len(named) < wanted or not _ANY_HEADER.match(start):
        return ""
    is_saved_page = b"multipart/related" in block.lower() and (b"received" not in named and b"to" not in named)
    return (
        kinds.MHTML if is_saved_page and (by_name == kinds.MHTML or b"snapshot-content" in block.lower()) else kinds.EML
    )


def _is_binary(data: bytes) -> bool:
    """Whether too many control characters stand in the start, UTF-16 and UTF-32 texts excepted."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    sample = data[:_SAMPLE]
    if _wide_page(sample):
        return False
    control = sum(1 for byte in sample if byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b\x00")
    if control > max(4, len(sample) // 20):
        return True
    rest = sample.replace(b"\x00", b"")
    return len(rest) < len(sample) * 0.8 and not (rest.isascii() and not control and len(rest) > len(sample) * 0.4)


def _wide_page(sample: bytes) -> bool:
    if len(sample) < 8:
        return False
    even, odd = sample[::2], sample[1::2]
    return any(
        (high.count(0) + high.count(4)) / len(high) > 0.8 and low.count(0) / len(low) < 0.6
        for high, low in ((odd, even), (even, odd))
    )


def _narrow(data: bytes) -> bytes:
    """Give the start of a text with one byte a character, so that one set of patterns fits UTF-16 and UTF-32 too."""
    head = data[: 4 * _SAMPLE]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\x00" in head and _wide_page(head[:_SAMPLE])):
        return head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return head


def _zip(data: bytes) -> str:
    try:
        archive = Archive(data, "archive")
    except InputError:
        # What is cut or a bomb is told by its reader; the first entry's name says which reader that is.
        head = data[:2048]
        is_office = b"[Content_Types].xml" in head or b"word/" in head or b"_rels/" in head
        return kinds.DOCX if is_office else kinds.ZIP
    names = archive.names
    if "mimetype" in archive:
        return _named_zip(archive)
    if any(name.startswith("word/") for name in names) or "[Content_Types].xml" in archive:
        return _office(names)
    if "Index/Document.iwa" in archive or "Index.zip" in archive:
        return "application/x-iwork"
    return kinds.ZIP


def _named_zip(archive: Archive) -> str:
    try:
        media = archive.read("mimetype")[:200].decode("ascii", errors="replace").strip()
    except InputError:
        return kinds.ZIP
    for known in kinds.FOREIGN:
        if media.startswith(known) and known != kinds.ZIP:
            return known
    return kinds.ZIP


def _office(names: tuple[str, ...]) -> str:
    for folder, media in (
        ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        ("Documents/", "application/vnd.ms-xpsdocument"),
    ):
        if any(name.startswith(folder) for name in names) and not any(name.startswith("word/") for name in names):
            return media
    return kinds.DOCX


def _ole(data: bytes) -> str:
    for stream, media in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return media
    return kinds.OLE
