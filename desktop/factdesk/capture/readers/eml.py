"""Mail (EML) and web pages saved as mail (MHTML): the text with what was forwarded and quoted, attachments by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from email.policy import compat32

from factdesk.capture import dates, kinds
from factdesk.capture.assemble import Fields, assemble
from factdesk.capture.canonical import Passage
from factdesk.capture.captured import Captured, Doubt, Guess, Payload
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.mail.headers import addresses, header
from factdesk.capture.mail.parts import Body, Contents, contents
from factdesk.capture.names import shown_name
from factdesk.capture.reader import Reader
from factdesk.capture.readers import html, pasted
from factdesk.capture.readers import text as plain
from factdesk.errors import InputError
from factdesk.model.enums import BlockKind
from factdesk.words import _, ngettext

_NEXT = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]{3,200}\r?\n[!-9;-~]{1,76}:")
_LOOKED_AT = 4 * 1024 * 1024


def read(payload: Payload, media: str, limits: Limits = LIMITS) -> Captured:
    """Read a message; InputError when it is encrypted, damaged or holds no text."""
    plain.check_plain_size(payload, limits)
    if media == kinds.MBOX and len(_NEXT.findall(payload.data[:_LOOKED_AT])) > 1:
        raise InputError(
            _("{file} is a mailbox of many messages.").format(file=shown_name(payload.name)),
            hint=_("Save the message you need as EML, then file that."),
            code="unsupported",
        )
    message = _parsed(payload)
    found = contents(message, limits)
    if media == kinds.MHTML:
        page = next((body for body in found.bodies if body.is_html), None)
        if page is not None:
            return _saved_page(page, message, payload, media, limits)
    if not found.bodies and found.is_encrypted:
        raise InputError(
            _("{file} is an encrypted message.").format(file=shown_name(payload.name)),
            hint=_("Open it in your mail program, and save or print the decrypted text."),
            code="locked",
        )
    return assemble(
        _passages(found, message),
        _fields(message, found),
        name=payload.name,
        media_type=media,
        tool="factdesk mail",
        limits=limits,
    )


def _parsed(payload: Payload) -> Message:
    """Parse with the old, lenient policy: headers stay raw until one is wanted, so that hostile ones cost nothing."""
    try:
        return message_from_bytes(payload.data, policy=compat32)
    except (MessageError, ValueError, LookupError, TypeError, RecursionError) as error:
        raise InputError(
            _("{file} is damaged or built too deep to be a message.").format(file=shown_name(payload.name)),
            hint=_("Open it in your mail program and save it anew, or print it to PDF."),
            code="damaged",
        ) from error


def _saved_page(page: Body, message: Message, payload: Payload, media: str, limits: Limits) -> Captured:
    address = header(message, "snapshot-content-location") or page.location or payload.url
    inner = Payload(
        page.words.encode("utf-8", "replace"),
        payload.name,
        charset="utf-8",
        url=address if address.startswith(("http://", "https://")) else "",
    )
    return replace(html.read(inner, kinds.HTML, limits), media_type=media)


def _passages(found: Contents, outer: Message) -> Iterator[Passage]:
    owner = outer
    for body in found.bodies:
        if body.message is not owner:
            owner = body.message
            if owner is not outer:
                yield from _heading_of(owner)
        if body.is_html:
            yield from pasted.rich_passages(body.words)
        else:
            yield from plain.passages(body.words)


def _heading_of(message: Message) -> Iterator[Passage]:
    """Give the subject and the sender of a message that was forwarded whole."""
    subject = header(message, "subject")
    if subject:
        yield Passage(BlockKind.HEADING, subject, level=2)
    for name in ("from", "date"):
        line = header(message, name)
        if line:
            yield Passage(BlockKind.PARAGRAPH, line)


def _fields(message: Message, found: Contents) -> Fields:
    subject = header(message, "subject")
    when = dates.iso(header(message, "date", 200))
    return Fields(
        title=Guess(subject[:500], _("from the subject")) if subject else Guess("", "", Doubt.MISSING),
        authors=_sender(message),
        published=Guess(when, _("the day it was sent")) if when else Guess("", "", Doubt.MISSING),
        notices=_notices(found),
    )


def _sender(message: Message) -> Guess:
    """Give who sent it; the true address is always told, since a display name can pretend to be another's."""
    for shown, address in addresses(message, "from") or addresses(message, "sender"):
        if not shown and not address:
            continue
        origin = _("from the sender, {address}").format(address=address) if address else _("from the sender")
        if not shown or "@" in shown:
            doubt = _("the display name holds an address; it was sent from {address}").format(address=address)
            return Guess(address or shown, doubt if shown else origin, Doubt.UNSURE)
        return Guess(shown[:200].replace(";", ","), origin)
    return Guess("", "", Doubt.MISSING)


def _notices(found: Contents) -> tuple[str, ...]:
    notices: list[str] = []
    if found.attachments:
        names = "; ".join(found.attachments[:10]) + ("…" if len(found.attachments) > 10 else "")
        notices.append(
            ngettext(
                "{count} attachment is not part of the text: {names}.",
                "{count} attachments are not part of the text: {names}.",
                len(found.attachments),
            ).format(count=len(found.attachments), names=names)
        )
    if found.is_cut:
        notices.append(_("It holds more parts than a message should; the last ones were left out."))
    if found.is_encrypted:
        notices.append(_("A part of it is encrypted and was left out."))
    return tuple(notices)


READER = Reader("eml", media=(kinds.EML, kinds.MHTML, kinds.MBOX), read=read)
