"""The cases on which search engines fail as they come: each is found by the other spelling, through a real index."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.progress import CancelToken
from factdesk.search.engine import SearchRequest
from factdesk.search.folding import fold, parts, plain, tokens
from factdesk.search.forms import forms
from factdesk.search.languages import LANGUAGES
from factdesk.search.languages.snowball import SNOWBALL
from factdesk.search.nodes import Phrase
from factdesk.search.query import Query
from factdesk.search.whoosh_engine import WhooshEngine
from search.documents import a_document, an_engine, found

TEXTS = {
    1: ("uk", "Вони жили під час війни."),
    2: ("uk", "У Łódź приїхав письменник, а з ним пам’ять про п’ятдесятьох."),
    3: ("uk", unicodedata.normalize("NFD", "Йогурт і їжак стояли поруч.")),
    4: ("uk", "Со\u00adлідар\u00adність перемагає."),
    5: ("en", "The café in São Tomé paid 1,000 to the U.S. by e-mail."),
    6: ("de", "Die Straße nach Gießen, die Häuser am Fluß."),
    7: ("en", "Ｆｕｌｌ width and ﬁnance, Ⅻ chapters."),
    8: ("en", "Æsop met Ørsted and Þórr near Đakovo; İstanbul and naïve Zoë."),
    9: ("en", "To be or not to be, that is the question."),
    10: ("ru", "Журналисты проводили расследование о погибшем ребёнке."),
    11: ("uk", "Столиця — Kиїв, і це не помилка: Gоogle знає."),
    12: ("en", "They closed the wards; nobody closes them."),
}
ASKED = [
    ("війна", 1),
    ("ВІЙНОЮ", 1),
    ("Lodz", 2),
    ("łódź", 2),
    ("пам'ять", 2),
    ("памʼяті", 2),
    ("п'ятдесят", 2),
    ("йогурт", 3),
    ("їжака", 3),
    (unicodedata.normalize("NFD", "їжак"), 3),
    ("солідарність", 4),
    ("соліда\u00adрності", 4),
    ("cafe", 5),
    ("CAFÉ", 5),
    ("sao tome", 5),
    ("1000", 5),
    ("US", 5),
    ("U.S.", 5),
    ("email", 5),
    ("e-mail", 5),
    ("strasse", 6),
    ("giessen", 6),
    ("fluss", 6),
    ("haus", 6),
    ("full", 7),
    ("finance", 7),
    ("xii", 7),
    ("aesop", 8),
    ("orsted", 8),
    ("thorr", 8),
    ("dakovo", 8),
    ("istanbul", 8),
    ("naive zoe", 8),
    ('"to be or not to be"', 9),
    ("проводит", 10),
    ("ребенок", 10),
    ("погибший", 10),
    ("Київ", 11),
    ("google", 11),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhooshEngine]:
    documents = [a_document(number, text, language=code) for number, (code, text) in TEXTS.items()]
    made = an_engine(tmp_path_factory.mktemp("hard"), *documents)
    yield made
    made.close()


@pytest.mark.parametrize(("typed", "number"), ASKED)
def test_a_hard_case_is_found(engine: WhooshEngine, typed: str, number: int) -> None:
    assert f"article-{number}" in found(engine, typed)


@pytest.mark.parametrize(("word", "is_found"), [("closed", True), ("closes", True), ("wards", True), ("ward", False)])
def test_a_phrase_of_one_word_is_its_exact_form(engine: WhooshEngine, word: str, is_found: bool) -> None:
    hits = engine.search(SearchRequest(Query(Phrase((word,)))), CancelToken())
    assert [hit.id for hit in hits.hits] == ([12] if is_found else [])


def test_every_algorithm_of_snowball_has_its_language() -> None:
    import Stemmer

    older = {"porter", "dutch_porter"}
    named = {str(language.stems.args[0]) for language in SNOWBALL} | {"en", "ru"}  # type: ignore[attr-defined]
    assert named | {"uk"} == set(LANGUAGES)
    assert len(named) - len({"nb", "nn"}) == len(set(Stemmer.algorithms()) - older)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    for word in (text, *(part for token in tokens(text) for part in parts(token.group()))):
        assert fold(fold(word)) == fold(word)
        assert plain(plain(word)) == plain(word)
        assert fold(plain(word)) == fold(word)


@given(st.text(max_size=40), st.sampled_from(["NFC", "NFD"]))
def test_composed_and_decomposed_words_are_one(text: str, form: str) -> None:
    for token in tokens(unicodedata.normalize("NFC", text)):
        for word in parts(token.group()):
            assert fold(unicodedata.normalize(form, word)) == fold(word)  # type: ignore[arg-type]


@given(st.text(max_size=30), st.sampled_from([*LANGUAGES, ""]))
def test_every_text_has_forms(text: str, code: str) -> None:
    for token in tokens(text):
        words, terms, also = forms(code).of(token.group())
        assert all(term.startswith(f":{code}:") for term in terms)
        assert not set(words) & set(also)
        assert set(forms(code).joined(token.group())) <= set(terms) or len(words) < 2 or not words


def test_phrase_with_a_number_is_found_in_other_notations(tmp_path: Path) -> None:
    engine = an_engine(
        tmp_path,
        a_document(1, "It cost 1,500,000 euros last year."),
        a_document(2, "It cost 1.5 million euros last year."),
        a_document(3, "It cost 1.5 billion euros last year."),
    )
    for typed in ('"1.5 million euros"', '"1,500,000 euros"', '"cost 1.5 million euros"'):
        assert found(engine, typed) == {"article-1", "article-2"}, typed
    engine.close()
