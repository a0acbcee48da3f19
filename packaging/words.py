#!/usr/bin/env python3
"""Gathers the words a person reads from the code into each language's catalogue, and compiles what is translated.

    python packaging/words.py           brings every resources/locale/<code>/LC_MESSAGES/factdesk.po up to date
    python packaging/words.py de        starts the catalogue of another language
    python packaging/words.py --check   changes nothing; says what is missing and exits with 1

The compiled catalogue (.mo) is kept beside the .po, so that neither a checkout nor the wheel needs a further step.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import string
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
SCALES = ROOT / "resources" / "scales"
KEYWORDS = {"_": None, "mark": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
METHODS: list[tuple[str, Any]] = [("**.py", "python")]
NOTE = "Translators:"
PERCENT = re.compile(r"%(?:\(\w+\))?[-+ #0]*[\d.*]*[sdrfgxi]")


def extracted() -> Catalog:
    """Give every marked message of the code and the words of verdict scales, with the files they stand in."""
    catalogue = Catalog(project="Factdesk", charset="utf-8")
    found = extract_from_dir(
        ROOT / "desktop", METHODS, keywords=KEYWORDS, comment_tags=(NOTE,), strip_comment_tags=True
    )
    for name, _line, message, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        catalogue.add(message, locations=place(f"desktop/{name}"), auto_comments=comments, context=context)
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for words, context in formatted(path):
            catalogue.add(words, locations=place(path.relative_to(ROOT).as_posix()), context=context)
    for path in sorted(SCALES.glob("*.toml")):
        for rating in tomllib.loads(path.read_text(encoding="utf-8"))["ratings"]:
            for words in (rating["name"], rating["definition"]):
                catalogue.add(words, locations=place(path.relative_to(ROOT).as_posix()))
    return catalogue


def place(path: str) -> list[Any]:
    """Give where a message stands: the file alone, since lines would change with every edit of the code.

    Babel writes a place without its line, but its types want one.
    """
    return [(path, None)]


def formatted(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Give the messages marked inside f-strings, and their contexts; Babel passes them over before Python 3.12."""
    for text in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for call in ast.walk(text) if isinstance(text, ast.JoinedStr) else ():
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in KEYWORDS:
                continue
            words = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if call.func.id == "ngettext":
                yield tuple(words[:2]), None
            elif call.func.id == "pgettext":
                yield words[1], words[0]
            elif words:
                yield words[0], None


def catalogues() -> dict[str, Path]:
    """Give the path of each language's .po by its code."""
    return {path.parent.parent.name: path for path in sorted(LOCALE.glob("*/LC_MESSAGES/factdesk.po"))}


def read(code: str, path: Path) -> Catalog:
    """Read one language's catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def texts(value: str | Iterable[str]) -> tuple[str, ...]:
    """Give the texts of a message: one, or each of its plural forms."""
    return (value,) if isinstance(value, str) else tuple(value)


def placeholders(text: str) -> frozenset[str]:
    """Give the `{name}` and `%(name)s` of a text, doubled braces and percent signs left out."""
    try:
        named = {f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        named = set()
    return frozenset(named | set(PERCENT.findall(text.replace("%%", ""))))


def faults_of(message: Message) -> list[str]:
    """Say what is wrong with one translated message."""
    shown = repr(texts(message.id)[0])
    translations = texts(message.string) if message.string else ("",)
    if not all(translations):
        return [f"not translated: {shown}"]
    if message.fuzzy:
        return [f"translated by guess, to be read by a person: {shown}"]
    # A form for one may write the number out, so each form is held against the form for many.
    wanted = placeholders(texts(message.id)[-1])
    one = placeholders(texts(message.id)[0])
    return [
        f"placeholders differ: {shown} and {text!r}" for text in translations if placeholders(text) not in {wanted, one}
    ]


def faults(code: str, path: Path, wanted: Catalog) -> list[str]:
    """Say what one catalogue lacks, has too much, or says with other placeholders than the code."""
    catalogue = read(code, path)
    told: list[str] = []
    for message in wanted:
        key = texts(message.id)[0]
        known = catalogue.get(key, message.context)
        if key and known is None:
            told.append(f"missing: {key!r}")
        elif key and known is not None:
            told += faults_of(known)
    told += [
        f"no longer in the code: {texts(message.id)[0]!r}"
        for message in catalogue
        if message.id and wanted.get(texts(message.id)[0], message.context) is None
    ]
    compiled = path.with_suffix(".mo")
    if not compiled.is_file() or translated(compiled.read_bytes()) != translated(compile_catalogue(catalogue)):
        told.append(f"{compiled.name} is older than {path.name}: run packaging/words.py")
    return told


def compile_catalogue(catalogue: Catalog) -> bytes:
    """Give the bytes of the .mo."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def translated(compiled: bytes) -> dict[tuple[object, object], tuple[str, ...]]:
    """Give what a .mo says, whatever the version of Babel that wrote it."""
    return {
        (texts(message.id), message.context): texts(message.string or "")
        for message in read_mo(io.BytesIO(compiled))
        if message.id
    }


def update(code: str, path: Path, wanted: Catalog) -> None:
    """Bring a catalogue up to date with the code, keeping its translations, and compile it."""
    if path.is_file():
        catalogue = read(code, path)
    else:
        catalogue = Catalog(locale=Locale.parse(code), project="Factdesk", charset="utf-8", fuzzy=False)
        catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = "Factdesk"
        catalogue.revision_date = catalogue.creation_date
        catalogue.header_comment = f"# The words of Factdesk in {Locale.parse(code).english_name}."
        path.parent.mkdir(parents=True)
    catalogue.update(wanted, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    catalogue.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True)
    path.with_suffix(".mo").write_bytes(compile_catalogue(catalogue))


def main() -> int:
    """Update, start or check catalogues."""
    parser = argparse.ArgumentParser(description="Keep the catalogues of words in step with the code.")
    parser.add_argument("codes", nargs="*", help="languages to start")
    parser.add_argument("--check", action="store_true", help="change nothing; say what is missing")
    options = parser.parse_args()
    wanted = extracted()
    known = catalogues()
    if options.check:
        told = [f"{code}: {fault}" for code, path in known.items() for fault in faults(code, path, wanted)]
        print("\n".join(told) or "Every word is translated.")
        return 1 if told else 0
    for code in sorted({*known, *options.codes}):
        path = LOCALE / code / "LC_MESSAGES" / "factdesk.po"
        update(code, path, wanted)
        missing = sum(1 for message in read(code, path) if message.id and faults_of(message))
        print(f"{code}: {len(wanted)} messages, {missing} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
