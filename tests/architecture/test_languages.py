"""Every language that Factdesk says it speaks has its catalogue and its help, whole."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from architecture.sources import ROOT
from factdesk.words import LANGUAGES, catalogue

WORDS = runpy.run_path(str(ROOT / "packaging" / "words.py"))
HELP = ROOT / "resources" / "help"
OTHERS = sorted(set(LANGUAGES) - {"en"})
FILLED = re.compile(r"\{[a-z]+(?::[\w.]+)?\}|\]\([^)]+\)|^#+ ", re.MULTILINE)
"""What a page has in every language: keys and lists that are filled in, links, headings."""


def skeleton(page: Path) -> list[str]:
    """Give what a page has in every language, in alphabetical order, since sentences order it as they need."""
    return sorted(FILLED.findall(page.read_text(encoding="utf-8")))


def test_every_language_spoken_has_a_catalogue() -> None:
    assert set(WORDS["catalogues"]()) == set(OTHERS)


def test_the_compiled_catalogue_is_found_and_speaks() -> None:
    for code in OTHERS:
        known = {message.id: message.string for message in WORDS["read"](code, WORDS["catalogues"]()[code])}
        word = next(text for text, said in known.items() if isinstance(text, str) and text and said != text)
        assert catalogue(code).gettext(word) == known[word]


def test_words_inside_formatted_strings_are_gathered(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        """line = f"{_('Key')} {ngettext('{n} page', '{n} pages', n)} {pgettext('step', 'File')} {_(name)}"\n""",
        encoding="utf-8",
    )
    assert list(WORDS["formatted"](module)) == [("Key", None), (("{n} page", "{n} pages"), None), ("File", "step")]


@pytest.mark.parametrize("code", OTHERS)
def test_help_has_the_same_pages_keys_links_and_headings(code: str) -> None:
    english = {page.name: skeleton(page) for page in sorted((HELP / "en").glob("*.md"))}
    assert {page.name: skeleton(page) for page in sorted((HELP / code).glob("*.md"))} == english
