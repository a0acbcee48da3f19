"""Every language that Factdesk says it speaks has its catalogue, whole."""

from __future__ import annotations

import runpy

from architecture.sources import ROOT

from factdesk.words import LANGUAGES, catalogue

WORDS = runpy.run_path(str(ROOT / "packaging" / "words.py"))


def test_every_language_spoken_has_a_catalogue() -> None:
    assert set(WORDS["catalogues"]()) == set(LANGUAGES) - {"en"}


def test_the_compiled_catalogue_is_found_and_speaks() -> None:
    for code in set(LANGUAGES) - {"en"}:
        known = {message.id: message.string for message in WORDS["read"](code, WORDS["catalogues"]()[code])}
        word = next(text for text, said in known.items() if isinstance(text, str) and text and said != text)
        assert catalogue(code).gettext(word) == known[word]
