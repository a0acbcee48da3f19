"""Bytes to text: byte order mark, declared charset, UTF-8, then the charset whose letters make the likeliest words."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from factdesk.capture.cyrillic import LIKELY, likeliness
from factdesk.capture.latin import latin_charset

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC = ("cp1251", "koi8-u", "cp1125", "cp866", "iso8859-5", "mac-cyrillic")
_STATISTICAL = (
    "cp1252", "cp1250", "iso8859_2", "cp1253", "iso8859_7", "cp1254", "cp1255", "cp1256", "cp1257", "cp855",
    "mac_roman", "gb18030", "big5", "cp932", "euc_jp", "euc_jis_2004", "shift_jis_2004", "cp949", "cp874",
)  # fmt: skip
_ALIASES = {
    "iso-8859-1": "cp1252",  # what browsers read it as, and what senders mean (WHATWG Encoding Standard)
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "koi8-r": "koi8-u",  # differs in box drawing only, where Ukrainian letters stand
    "x-mac-cyrillic": "mac-cyrillic",
    "x-cp1251": "cp1251",
}
_REFUSED = frozenset({"utf-7", "utf7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs"})
_SAMPLE = 64 * 1024
_ESCAPE_2022 = re.compile(rb"\x1b(\$|\()[@-Z]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python name of its charset, and whether that was a guess or some bytes had no letter."""

    text: str
    charset: str
    is_guess: bool = False
    has_losses: bool = False


def decode(data: bytes, *declared: str) -> Decoded:
    """Decode; `declared` are charsets that a sender or the text itself names, the strongest first. Never raises."""
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _loosely(data, charset)
    wide = _wide_without_mark(data)
    if wide:
        return _loosely(data, wide)
    exact = _escaped(data) or _exact(data, "utf-8")
    if exact is not None:
        return exact
    for name in declared:
        found = _exact(data, known(name))
        if found is not None and not _is_garbled(found.text):
            return found
    if _nearly_utf8(data):
        return _loosely(data, "utf-8")
    return _guessed(data)


def known(name: str) -> str:
    """Give Python's codec for a charset label as the web reads it, or "" for one unknown or unsafe."""
    label = name.strip().strip("\"'").casefold()
    label = _ALIASES.get(label, label)
    if not label or len(label) > 40 or label in _REFUSED:
        return ""
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return ""
    return info.name if info._is_text_encoding and info.name not in _REFUSED else ""


def _escaped(data: bytes) -> Decoded | None:
    """Decode the Asian charsets that are ASCII with escape sequences."""
    if not data.isascii() or not _ESCAPE_2022.search(data):
        return None
    return _exact(data, "iso2022_jp_2") or _exact(data, "iso2022_kr")


def _exact(data: bytes, charset: str) -> Decoded | None:
    if not charset:
        return None
    try:
        return Decoded(data.decode(charset), charset)
    except (UnicodeError, ValueError):
        return None


def _loosely(data: bytes, charset: str, *, is_guess: bool = False) -> Decoded:
    text = data.decode(charset, errors="replace").removeprefix("\ufeff")
    return Decoded(text, charset, is_guess, "\ufffd" in text)


def _wide_without_mark(data: bytes) -> str:
    """Name UTF-16 or UTF-32 without a mark by where its high bytes repeat, or give ""."""
    sample = data[: 4096 - len(data[:4096]) % 4]
    if len(sample) < 8:
        return ""
    zeros = [sample[place::4].count(0) / len(sample[place::4]) for place in range(4)]
    if len(data) % 4 == 0 and zeros[2] > 0.9 and zeros[3] > 0.9 and zeros[0] < 0.2:
        return "utf-32-le"
    if len(data) % 4 == 0 and zeros[0] > 0.9 and zeros[1] > 0.9 and zeros[3] < 0.2:
        return "utf-32-be"
    for charset, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        page = sum(high.count(byte) for byte in (0, 4)) / len(high)
        if page > 0.8 and low.count(0) < len(low) * 0.05 and _exact(data[: len(data) - len(data) % 2], charset):
            return charset
    return ""


def _nearly_utf8(data: bytes) -> bool:
    """Whether nearly every byte beyond ASCII belongs to a whole UTF-8 letter (a text cut or damaged here and there)."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - lost
    return whole > 20 * lost


def _is_garbled(text: str) -> bool:
    """Whether a declared charset plainly does not fit: control characters of the C1 block where letters should be."""
    sample = text[:_SAMPLE]
    odd = sum(1 for char in sample if "\x80" <= char <= "\x9f" and char != "\x85")
    return odd > max(2, sum(1 for char in sample if char > "\x7f") // 50)


def _guessed(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    best, score = "", LIKELY
    if not _ESCAPE_2022.search(sample):
        for charset in _CYRILLIC:
            text = sample.decode(charset, errors="replace")
            found = likeliness(text)
            if found > score:
                best, score = charset, found
    best = best or latin_charset(sample)
    if best:
        return _loosely(data, best, is_guess=True)
    return _loosely(data, _by_statistics(sample), is_guess=True)


def _by_statistics(sample: bytes) -> str:
    import charset_normalizer  # noqa: PLC0415  (loaded for the few texts that need it)

    match = charset_normalizer.from_bytes(sample, cp_isolation=list(_STATISTICAL)).best()
    charset = known(match.encoding) if match is not None else ""
    return charset or "cp1252"
