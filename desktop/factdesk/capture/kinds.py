"""Media types Factdesk names, and what to tell a person of those it cannot read: data, no code."""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.words import mark

HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EML = "message/rfc822"
MBOX = "application/mbox"
MHTML = "multipart/related"
TXT = "text/plain"
MARKDOWN = "text/markdown"
PASTED = "application/x-factdesk-pasted-html"
PASTED_TEXT = "application/x-factdesk-pasted-text"
EMPTY = "application/x-empty"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
LOCKED_OFFICE = "application/x-locked-office"
BINARY = "application/octet-stream"

_AS_DOCX = mark("Open it in its own program and save it as DOCX or PDF, then file that.")
_AS_PDF = mark("Export it as PDF, then file that.")
_UNPACK = mark("Unpack it, then file what is in it.")
_PICTURE = mark("Type the text in, or file the page or document the picture comes from.")
_SOUND = mark("File a transcript of it as text.")


@dataclass(frozen=True, slots=True)
class Foreign:
    """A kind of file that is not read: in words what it is, and the way out (both marked for the catalogue)."""

    noun: str
    hint: str


FOREIGN: dict[str, Foreign] = {
    "application/vnd.oasis.opendocument.text": Foreign(mark("an OpenDocument text"), _AS_DOCX),
    "application/vnd.oasis.opendocument.spreadsheet": Foreign(mark("an OpenDocument spreadsheet"), _AS_PDF),
    "application/vnd.oasis.opendocument.presentation": Foreign(mark("an OpenDocument presentation"), _AS_PDF),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Foreign(mark("an Excel workbook"), _AS_PDF),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": Foreign(
        mark("a PowerPoint presentation"), _AS_PDF
    ),
    "application/msword": Foreign(mark("an old Word document (DOC)"), _AS_DOCX),
    "application/vnd.ms-excel": Foreign(mark("an old Excel workbook (XLS)"), _AS_PDF),
    "application/vnd.ms-powerpoint": Foreign(mark("an old PowerPoint presentation (PPT)"), _AS_PDF),
    "application/vnd.ms-outlook": Foreign(
        mark("an Outlook message (MSG)"), mark("Save the message as EML or print it to PDF, then file that.")
    ),
    OLE: Foreign(mark("an old Office file"), _AS_DOCX),
    "application/rtf": Foreign(mark("a Rich Text document (RTF)"), _AS_DOCX),
    "application/epub+zip": Foreign(mark("an EPUB book"), _AS_PDF),
    "application/x-iwork": Foreign(mark("an Apple Pages, Numbers or Keynote file"), _AS_PDF),
    "application/vnd.ms-wordml": Foreign(mark("a Word document saved as XML"), _AS_DOCX),
    "application/vnd.ms-xpsdocument": Foreign(mark("an XPS document"), _AS_PDF),
    "application/postscript": Foreign(mark("a PostScript file"), _AS_PDF),
    "image/vnd.djvu": Foreign(mark("a DjVu scan"), _AS_PDF),
    "application/rss+xml": Foreign(
        mark("a news feed, not a page"), mark("Open the story itself and file its address.")
    ),
    "application/xml": Foreign(mark("an XML data file"), mark("Open it in its own program and export it as PDF.")),
    "application/warc": Foreign(
        mark("a web archive (WARC)"), mark("Open the page in it and save that page as HTML or PDF.")
    ),
    ZIP: Foreign(mark("a ZIP archive"), _UNPACK),
    "application/gzip": Foreign(mark("a packed file (GZIP)"), _UNPACK),
    "application/x-bzip2": Foreign(mark("a packed file (BZIP2)"), _UNPACK),
    "application/x-compress": Foreign(mark("a packed file (Z)"), _UNPACK),
    "application/x-xz": Foreign(mark("a packed file (XZ)"), _UNPACK),
    "application/zstd": Foreign(mark("a packed file (ZSTD)"), _UNPACK),
    "application/x-7z-compressed": Foreign(mark("a 7-Zip archive"), _UNPACK),
    "application/vnd.rar": Foreign(mark("a RAR archive"), _UNPACK),
    "application/x-tar": Foreign(mark("a TAR archive"), _UNPACK),
    "image/svg+xml": Foreign(mark("a drawing (SVG)"), _AS_PDF),
    "image/png": Foreign(mark("a picture (PNG)"), _PICTURE),
    "image/jpeg": Foreign(mark("a picture (JPEG)"), _PICTURE),
    "image/gif": Foreign(mark("a picture (GIF)"), _PICTURE),
    "image/webp": Foreign(mark("a picture (WebP)"), _PICTURE),
    "image/tiff": Foreign(mark("a picture (TIFF)"), _PICTURE),
    "image/bmp": Foreign(mark("a picture (BMP)"), _PICTURE),
    "image/heic": Foreign(mark("a picture (HEIC)"), _PICTURE),
    "video/mp4": Foreign(mark("a video or sound recording"), _SOUND),
    "video/webm": Foreign(mark("a video"), _SOUND),
    "video/x-msvideo": Foreign(mark("a video (AVI)"), _SOUND),
    "audio/mpeg": Foreign(mark("a sound recording (MP3)"), _SOUND),
    "audio/wav": Foreign(mark("a sound recording (WAV)"), _SOUND),
    "audio/ogg": Foreign(mark("a sound recording (OGG)"), _SOUND),
    "audio/flac": Foreign(mark("a sound recording (FLAC)"), _SOUND),
    "application/vnd.sqlite3": Foreign(mark("a database"), mark("Export what you need as text or PDF.")),
    "application/x-executable": Foreign(mark("a program"), mark("Do not run it; ask the sender for a document.")),
    "font/sfnt": Foreign(mark("a font"), mark("Choose a document instead.")),
}
