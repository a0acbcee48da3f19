"""Web pages: the main text as blocks, the rest listed as left out, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version

from factdesk.capture import kinds
from factdesk.capture.assemble import assemble
from factdesk.capture.canonical import Passage
from factdesk.capture.captured import Captured, Payload
from factdesk.capture.files import size_words
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.markup import tree
from factdesk.capture.markup.choice import chosen
from factdesk.capture.markup.fields import fields
from factdesk.capture.markup.flat import flat_text
from factdesk.capture.markup.walk import PageBlock, blocks
from factdesk.capture.names import shown_name
from factdesk.capture.reader import Reader
from factdesk.capture.readers import text as plain
from factdesk.errors import InputError
from factdesk.words import _


def read(payload: Payload, media: str, limits: Limits = LIMITS) -> Captured:
    """Read a page; InputError when it is too large or holds no text. Nothing runs and nothing is loaded."""
    if len(payload.data) > limits.markup_bytes:
        raise InputError(
            _("{file} is too large for a page: {size}, and {limit} is the most.").format(
                file=shown_name(payload.name),
                size=size_words(len(payload.data)),
                limit=size_words(limits.markup_bytes),
            ),
            hint=_("Print the page to PDF and file that."),
            code="too_large",
        )
    page = tree.parse(payload.data, payload.charset, limits)
    if page is None:
        raise InputError(
            _("{file} holds no text.").format(file=shown_name(payload.name)),
            hint=_made_by_scripts(),
            code="no_text",
        )
    said = fields(page.root, payload.url, is_plain=page.is_plain)
    notices = list(plain.charset_notices(page.decoded))
    if page.is_deep:
        found = tuple(PageBlock(passage) for passage in plain.passages(flat_text(page.decoded.text)))
    else:
        found = tuple(block for _number, block in zip(range(limits.blocks), blocks(page.root), strict=False))
    kept = chosen(page, found, said.fields.title.value, said.description, payload.url)
    if kept is None:
        notices.append(_("The main text could not be told from the rest; all of the page is shown."))
        passages: Sequence[Passage] = [replace(b.passage, is_kept=not b.is_aside and not b.is_hidden) for b in found]
    else:
        passages = kept
    return assemble(
        _bounded(passages, limits.left_out_blocks),
        replace(said.fields, notices=tuple(notices)),
        name=payload.name,
        media_type=media,
        tool=f"trafilatura {version('trafilatura')}",
        limits=limits,
        if_empty=_made_by_scripts(),
    )


def _made_by_scripts() -> str:
    return _("Open it in a browser; a page made by scripts has to be printed to PDF there, then file that.")


def _bounded(passages: Sequence[Passage], most: int) -> list[Passage]:
    """Keep all of the text and, of the left-out blocks, the `most` that stand nearest to it."""
    kept = [index for index, passage in enumerate(passages) if passage.is_kept]
    left_out = [index for index, passage in enumerate(passages) if not passage.is_kept]
    if not kept or len(left_out) <= most:
        return list(passages)
    first, last = kept[0], kept[-1]
    near = sorted(left_out, key=lambda index: max(first - index, 2 * (index - last), 0))[:most]
    wanted = frozenset(near)
    return [passage for index, passage in enumerate(passages) if passage.is_kept or index in wanted]


READER = Reader("html", media=(kinds.HTML,), read=read)

__all__ = ["READER", "PageBlock", "read"]
