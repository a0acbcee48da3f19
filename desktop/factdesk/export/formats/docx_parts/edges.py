"""What surrounds the pages: header, footer and the properties of the file."""

from __future__ import annotations

from datetime import UTC, datetime

from docx.document import Document as WordDocument

from factdesk.export.document import MemoDocument
from factdesk.export.formats.docx_parts import metrics, phrases
from factdesk.export.formats.docx_parts.fields import number, page, page_count
from factdesk.export.formats.docx_parts.markup import Element, Inline, w
from factdesk.export.formats.docx_parts.markup import tag as markup
from factdesk.export.formats.docx_parts.press import Press
from factdesk.export.formats.docx_parts.summary import shortened
from factdesk.export.scripts import cleaned, tag
from factdesk.export.wording import Wording

_NAME_ROOM = 130.0  # points for the library's and for the recipient's name
_LONGEST_PROPERTY = 255  # python-docx and Word refuse more


def build(press: Press, word: WordDocument) -> None:
    """Fill the header and the footer of the template's only section."""
    section = word.sections[0]
    _replace(section.header._element, press.paragraph("Header", _header(press)))
    _replace(section.footer._element, press.paragraph("Footer", _footer(press)))


def _replace(edge: Element, paragraph: Element) -> None:
    for old in list(edge):
        edge.remove(old)
    edge.append(paragraph)


def _header(press: Press) -> Inline:
    document, _ = press.document, press.words.gettext
    left = _("Fact-check memo {id}").format(id=document.public_id)
    if document.library:
        left = f"{_fitted(document.library, _NAME_ROOM)} · {left}"
    right = _("not for publication")
    if document.recipient:
        right = _("For {name}").format(name=_fitted(document.recipient, _NAME_ROOM)) + f" · {right}"
    else:
        right = right[0].upper() + right[1:]
    return [*press.text(left), w("r", w("tab")), *press.text(right)]


def _fitted(text: str, room: float) -> str:
    """Cut a name so that it takes at most `room` points of the header's one line."""
    length = len(text)
    while length > 1 and metrics.width(shortened(text, length), "Calibri", 8.5) > room:
        length -= 1
    return shortened(text, length)


def _footer(press: Press) -> Inline:
    document, words = press.document, press.words
    _ = words.gettext
    left = press.text(words.moment(document.made_at))
    if document.history_line:
        said = _("history line {number}").format(number=words.number(document.history_line))
        left += press.text(f" · {said}, ") + press.text(
            phrases.short_hash(document.history_hash, 12), "FactdeskFootHash"
        )
    before, _between, after = _("Page {page} of {count}").partition("{page}")
    middle, _between, end = after.partition("{count}")
    counted = [
        *press.text(before),
        *page(),
        *press.text(middle),
        *page_count(number(str(press.page_count))),
        *press.text(end),
    ]
    return [*left, w("r", w("tab")), *counted]


def properties(document: MemoDocument, word: WordDocument) -> None:
    """Say in the file's own properties what it is, and in its styles which language is meant unless a run says so."""
    default = word.styles.element.find(f".//{markup('rPrDefault')}//{markup('lang')}")
    default.set(markup("val"), tag(document.language))
    core = word.core_properties
    _ = Wording(document.language).gettext
    made = document.made_at
    made = made.astimezone(UTC).replace(tzinfo=None) if made.tzinfo else made
    core.title = _property(f"{document.public_id} · {document.title}")
    core.subject = _property(document.kicker or document.outlet)
    core.author = _property(document.made_by or "; ".join(document.checkers) or document.library)
    core.last_modified_by = core.author
    core.category = _("Fact-check memo")
    core.keywords = _property(", ".join(part for part in (document.public_id, document.article_public_id) if part))
    version = _("Version {number} of {count}").format(number=document.version, count=document.version_count)
    core.comments = _property(f"{version}; SHA-256 {document.text_sha256}")
    core.language = tag(document.language)
    core.created = core.modified = _whole_seconds(made)
    core.revision = 1


def _property(text: str) -> str:
    return shortened(cleaned(text), _LONGEST_PROPERTY)


def _whole_seconds(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
