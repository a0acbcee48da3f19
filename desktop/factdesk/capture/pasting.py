"""What the clipboard holds as bytes to be read; light, since the window calls it before any reader is loaded."""

from __future__ import annotations

from factdesk.capture import kinds
from factdesk.capture.captured import Payload

NAME = "pasted"


def payload(words: str, html: str = "") -> Payload:
    """Give what the clipboard holds as a payload for `read`: its rich text when there is one, else its plain words."""
    if html.strip():
        return Payload(html.encode("utf-8", "replace"), NAME, media_type=kinds.PASTED, charset="utf-8")
    return Payload(words.encode("utf-8", "replace"), NAME, media_type=kinds.PASTED_TEXT, charset="utf-8")
