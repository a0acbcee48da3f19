"""Names of files made safe to show and to keep: no folders, no control characters, nothing that reads backwards."""

from __future__ import annotations

import re
import unicodedata

from factdesk.capture.limits import LIMITS
from factdesk.words import _

_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_SPACES = re.compile(r"\s+")


def safe_name(name: str, *, default: str = "file") -> str:
    """Give the last part of `name` without folders, control and bidi characters, at most 150 code points long.

    The extension is kept when the middle has to go. Names that Windows keeps for devices get a leading underscore.
    """
    shown = _FORBIDDEN.sub("_", _leaf(name)).strip(" .")
    if not shown:
        return default
    return _shortened(f"_{shown}" if _RESERVED.match(shown) else shown)


def _leaf(name: str) -> str:
    leaf = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    shown = "".join(" " if char.isspace() else char for char in leaf if not _is_hidden(char))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", shown))


def _shortened(shown: str) -> str:
    if len(shown) > LIMITS.name_chars:
        stem, dot, ending = shown.rpartition(".")
        if dot and len(ending) <= 10:
            shown = f"{stem[: LIMITS.name_chars - len(ending) - 2]}….{ending}"
        else:
            shown = f"{shown[: LIMITS.name_chars - 1]}…"
    return shown


def shown_name(name: str) -> str:
    """Give `name` for a sentence, in quotation marks: “report.pdf”."""
    return _("“{name}”").format(name=_shortened(_leaf(name).strip()) or _("this file"))


def stem(name: str) -> str:
    """Give `name` without its extension and with underscores as spaces, for a title of last resort."""
    leaf = safe_name(name, default="")
    head, dot, ending = leaf.rpartition(".")
    base = head if dot and head and len(ending) <= 8 else leaf
    return base.replace("_", " ").strip()


def _is_hidden(char: str) -> bool:
    if char.isspace():
        return False
    kind = unicodedata.category(char)
    return kind in {"Cc", "Cf", "Cs", "Cn"} and char not in "\u200c\u200d"
