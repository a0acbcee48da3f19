"""The one catalogue of words a person reads: gettext, the same for window, command line, help and memo."""

from __future__ import annotations

import gettext as _gettext
import locale
import os
from collections.abc import Callable

from factdesk.paths import resource

LANGUAGES = ("en", "uk")
_current: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"
_listeners: list[Callable[[str], None]] = []


def system_language() -> str:
    """Give the system's language where Factdesk speaks it, else English."""
    named = (
        os.environ.get("LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    )
    code = named.split(":")[0].split("_")[0].split(".")[0].casefold()
    return code if code in LANGUAGES else "en"


def use_language(code: str) -> None:
    """Speak `code` ("en", "uk") from now on; unknown codes mean English."""
    global _current, _language  # noqa: PLW0603  (one process speaks one language)
    folder = str(resource("locale"))
    _language = code if code in LANGUAGES else "en"
    _current = _gettext.translation("factdesk", folder, [_language], fallback=True)
    for listener in tuple(_listeners):
        listener(_language)


def on_language_changed(listener: Callable[[str], None]) -> None:
    """Call `listener` with the new code whenever the language changes."""
    _listeners.append(listener)


def language() -> str:
    """Give the code of the language now spoken."""
    return _language


def catalogue(code: str) -> _gettext.NullTranslations:
    """Give the words of `code` without speaking it, for a memo in another language than the window."""
    return _gettext.translation("factdesk", str(resource("locale")), [code], fallback=True)


def _(message: str) -> str:
    """Translate `message` into the language now spoken."""
    return _current.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Translate with the plural form that `count` asks for."""
    return _current.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Translate a word that means different things in different places."""
    return _current.pgettext(context, message)


def mark(message: str) -> str:
    """Mark a word for the catalogue without translating it yet (tables built at import)."""
    return message
