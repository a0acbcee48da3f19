"""Each block of a text is analysed in its own language, and the document's own is believed without good reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.search.blocks import blocks
from factdesk.search.languages import LANGUAGES
from search.apart import analyse
from search.documents import a_document

UK = "Міська рада Яворця ухвалила рішення про ремонт лікарні після довгих суперечок."
RU = "Журналисты писали о том, что город получил новую школу и детский сад."
EN = "The council was running out of money, and officials said that the wards would close."
DE = "Die Stadt hat nicht genug Geld, und der Rat sagt, dass die Schule geschlossen wird."
BG = "Общината обяви, че пътят ще бъде затворен за ремонт през цялата седмица."
BE = "Гарадскі савет прыняў рашэнне аб рамонце бальніцы пасля доўгіх спрэчак."
HR = "Gradsko vijeće je odlučilo o popravku bolnice nakon dugih rasprava u gradu."
EL = "Το δημοτικό συμβούλιο αποφάσισε χθες την επισκευή του νοσοκομείου."
LANGUAGE_OF = {"uk": UK, "ru": RU, "en": EN, "de": DE}


@pytest.mark.parametrize("own", LANGUAGE_OF)
@pytest.mark.parametrize("quoted", LANGUAGE_OF)
def test_a_quotation_has_its_own_language(own: str, quoted: str) -> None:
    text = f"{LANGUAGE_OF[own]}\n{LANGUAGE_OF[quoted]}\n{LANGUAGE_OF[own]}"
    found = [(text[start:end].strip(), code) for start, end, code in blocks(text, own)]
    if own == quoted:
        assert found == [(text, own)]
    else:
        assert found == [(LANGUAGE_OF[own], own), (LANGUAGE_OF[quoted], quoted), (LANGUAGE_OF[own], own)]


@pytest.mark.parametrize(
    ("own", "line"),
    [
        ("uk", "Reuters, BBC News"),
        ("uk", "https://example.com/the/end/of/the/news/and/more"),
        ("uk", "«Это правда», — сказав він, але міська рада Яворця так і не ухвалила рішення."),
        ("uk", "2026, 1 500 000 — 35 %"),
        ("en", "Volodymyr Hrytsenko, Jean-Luc de la Tour, Die Welt, La Repubblica, El País"),
        ("en", "He read “Der Spiegel” and “Die Zeit” while the others were asleep in the hall."),
        ("en", "漢字です。漢字です。漢字です。"),
        ("ru", "Он сказал: «Слава Україні!» — и вышел из зала, где сидели журналисты."),
        ("sr", "Градско веће је одлучило о поправци болнице после дугих расправа."),
        ("fi", "Kaupunginvaltuusto päätti sairaalan korjauksesta pitkän keskustelun jälkeen."),
    ],
)
def test_names_and_words_between_do_not_change_the_language(own: str, line: str) -> None:
    text = f"{LANGUAGE_OF.get(own, line)}\n{line}"
    assert {code for _start, _end, code in blocks(text, own)} == {own}


@pytest.mark.parametrize(
    ("own", "line", "code"),
    [
        ("bg", BG, ""),
        ("bg", EN, "en"),
        ("en", BG, ""),
        ("en", BE, ""),
        ("uk", BE, ""),
        ("hr", UK, "uk"),
        ("hr", HR, ""),
        ("", UK, "uk"),
        ("", RU, "ru"),
        ("", EN, "en"),
        ("", "Ward minutes", ""),
        ("", "Скорая помощь", ""),
        ("el", EN, "en"),
    ],
)
def test_a_language_that_is_not_known_gets_no_other_ones_stems(own: str, line: str, code: str) -> None:
    filler = {"bg": BG, "hr": HR, "el": EL}.get(own, "")
    text = f"{filler}\n{filler}\n{line}" if filler else line
    assert blocks(text, own)[-1][2] == code


def test_lines_without_words_belong_to_what_stands_before() -> None:
    text = f"{UK}\n\n{EN}\n\n{EN}\n \n"
    assert [code for _start, _end, code in blocks(text, "uk")] == ["uk", "en"]
    assert [text[start:end].strip() for start, end, _code in blocks(text, "uk")] == [UK, f"{EN}\n\n{EN}"]


def test_a_quotation_is_stemmed_as_what_it_is() -> None:
    stems = analyse(a_document(1, f"{UK}\n{EN}", language="uk", title=RU)).stems
    assert {":en:run", ":en:ward", ":uk:рад", ":ru:журналист"} <= set(stems)
    assert not {":uk:wards", ":uk:running", ":en:рад"} & set(stems)


def test_places_run_on_from_block_to_block() -> None:
    mixed = analyse(a_document(1, f"{UK}\n{EN}\n{UK}", language="uk")).words
    plain = analyse(a_document(1, f"{UK}\n{EN}\n{UK}", language="xx")).words
    assert mixed == plain


@given(
    st.text(alphabet=st.sampled_from("aі ыThe the of\n’ґ字\ud800é1"), max_size=300),
    st.sampled_from([*LANGUAGES, "", "bg"]),
)
def test_blocks_cover_any_text_and_touch(text: str, language: str) -> None:
    found = blocks(text, language)
    assert [start for start, _end, _code in found] == [0, *(end for _start, end, _code in found)][:-1]
    assert found[-1][1] == len(text)
    assert all(code in LANGUAGES or not code for _start, _end, code in found)
