"""XML parsed without entities, without document types, without files or network, and not too deep."""

from __future__ import annotations

import re

from lxml import etree

from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.names import shown_name
from factdesk.errors import InputError
from factdesk.words import _

_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_DOCTYPE = re.compile(rb"<\x00!\x00D\x00O\x00C\x00T\x00Y\x00P\x00E|\x00<\x00!\x00D\x00O\x00C\x00T\x00Y\x00P\x00E")


def parse(data: bytes, name: str, limits: Limits = LIMITS) -> etree._Element:
    """Give the root element; InputError naming the file when it is not well formed, too deep or declares a type.

    No office format needs a document type, and every entity attack needs one, so any is refused before parsing.
    """
    if _DOCTYPE.search(data) or _WIDE_DOCTYPE.search(data):
        raise InputError(
            _("{file} holds a document type declaration, which no such file needs, and was not read.").format(
                file=shown_name(name)
            ),
            hint=_("Open it in its own program and save it anew, or ask the sender for a PDF."),
            code="unsafe",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if "depth" in str(error).casefold():
            raise _too_deep(name) from error
        raise InputError(
            _("{file} is damaged: its inner text is not whole.").format(file=shown_name(name)),
            hint=_("Open it in its own program and save it anew."),
            code="damaged",
        ) from error
    if root is None or _is_deeper(root, limits.xml_depth):
        raise _too_deep(name)
    return root


def _too_deep(name: str) -> InputError:
    return InputError(
        _("{file} is built too deep to be a document.").format(file=shown_name(name)),
        hint=_("Open it in its own program and export it as PDF."),
        code="too_deep",
    )


def _is_deeper(root: etree._Element, limit: int) -> bool:
    depth = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False
