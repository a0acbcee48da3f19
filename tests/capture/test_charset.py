"""Bytes to text, in the encodings of Ukrainian, Russian, Polish and Western texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.samples import ENGLISH, POLISH, RUSSIAN, UKRAINIAN
from factdesk.capture.charset import decode, known

FRENCH = "L’hôpital a terminé l’année avec un déficit élevé, le plus grand de son histoire, a-t-on annoncé à l’équipe."
GERMAN = "Das Krankenhaus beendete das Jahr mit einem Defizit, dem größten seiner Geschichte, hieß es für die Ärzte."


@pytest.mark.parametrize("charset", ["cp1251", "koi8-u", "iso8859-5", "mac-cyrillic", "cp1125"])
def test_ukrainian_is_read_in_each_of_its_encodings(charset: str) -> None:
    said = UKRAINIAN if charset in {"cp1251", "mac-cyrillic"} else UKRAINIAN.replace("’", "'").replace("ґ", "г")
    found = decode(said.encode(charset))
    assert found.text == said
    assert found.is_guess
    assert not found.has_losses


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_russian_is_read_in_each_of_its_encodings(charset: str) -> None:
    assert decode(RUSSIAN.encode(charset)).text == RUSSIAN


@pytest.mark.parametrize("said", ["Їжак і ґанок.", "ЧОМУ ЦЕ НЕПРАВДА? ЗОБРАЖЕННЯ СТАРЕ", "Тема листа"])
def test_a_few_words_of_ukrainian_are_enough(said: str) -> None:
    assert decode(said.encode("cp1251")).text == said


@pytest.mark.parametrize(
    ("said", "charset"), [(POLISH, "iso8859-2"), (POLISH, "cp1250"), (FRENCH, "cp1252"), (GERMAN, "cp1252")]
)
def test_latin_letters_tell_their_encoding(said: str, charset: str) -> None:
    assert decode(said.encode(charset)).text == said


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
@pytest.mark.parametrize("said", [ENGLISH, UKRAINIAN])
def test_unicode_is_read_with_and_without_a_mark(said: str, charset: str) -> None:
    found = decode(said.encode(charset))
    assert found.text == said
    assert not found.is_guess


def test_a_declared_charset_is_believed_when_it_fits() -> None:
    assert decode("Ґанок".encode("cp1251"), "windows-1251").text == "Ґанок"
    assert decode("naïve “quotes”".encode("cp1252"), "iso-8859-1").text == "naïve “quotes”"


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode("Їжак".encode(), "windows-1251").text == "Їжак"


def test_an_unknown_declaration_is_passed_over() -> None:
    assert decode(UKRAINIAN.encode("cp1251"), "x-no-such", "").text == UKRAINIAN


def test_a_damaged_utf8_text_keeps_its_letters() -> None:
    found = decode((UKRAINIAN * 3).encode()[1:])
    assert found.text.endswith(UKRAINIAN * 2)
    assert found.has_losses


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "cp1251", "utf-7", "utf-16", "idna", "hex", "nonsense"]))
def test_decoding_never_raises(data: bytes, declared: str) -> None:
    found = decode(data, declared)
    assert isinstance(found.text, str)


@pytest.mark.parametrize(
    "label", ["utf-7", "hex", "zlib", "rot13", "idna", "punycode", "unicode_escape", "", "x" * 99, "a\x00b"]
)
def test_unsafe_and_unknown_labels_are_refused(label: str) -> None:
    assert known(label) == ""
