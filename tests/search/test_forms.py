"""Forms of one word meet in their own language; words of two languages never do."""

from __future__ import annotations

import itertools
import threading

import pytest

from factdesk.search.forms import forms
from factdesk.search.languages import LANGUAGES, known
from factdesk.search.languages.uk import light_stem

FAMILIES = {
    "en": [
        "run runs running ran",
        "child children child's children’s",
        "government governments government’s",
        "write writes writing written wrote",
        "study studies studied studying",
        "woman women",
        "close closed closes closing",
        "say says said",
        "buy buys bought",
        "city cities",
        "café cafe Cafés",
        "e-mail email E-Mail",
        "U.S US",
        "resume résumé",
    ],
    "uk": [
        "війна війни війні війну війною війн",
        "Київ Києва Києву Києві київ києві",
        "книга книги книзі книгу книг книгами",
        "п’ятдесят п'ятдесяти пʼятдесятьох",
        "пам’ять пам'яті памʼяттю",
        "український українська українського українських українською",
        "Зеленський Зеленського Зеленському Зеленським Зе́ленський",
        "стаття статті статтю статтею статей",
        "повідомити повідомив повідомила повідомили повідомило",
        "люди людей людям людьми людина",
        "діти дітей дітям дитина",
        "рік року роки років",
        "Гаврилюк Гаврилюка Гаврилюку Гаврилюком",
        "Шевчукевич Шевчукевича Шевчукевичем",
        "будинок будинку будинки будинків",
        "могти може можуть",
    ],
    "ru": [
        "война войны войне войну войной",
        "журналист журналисты журналистов журналистами",
        "дом дома домов домах",
        "ребёнок ребенка дети детей",
        "человек люди людей",
        "написать написал написала написали",
        "ёлка елки елку",
        "новый новая новое новые нового",
        "год года лет",
    ],
    "fr": ["élève élèves eleve", "l'Ukraine Ukraine", "national nationaux nationale"],
    "de": ["Straße strasse", "Häuser häusern"],
    "pl": ["Łódź lodz", "wojna wojny wojnę"],
}


@pytest.mark.parametrize(
    ("code", "family"), [(code, family) for code, families in FAMILIES.items() for family in families]
)
def test_forms_of_one_word_meet(code: str, family: str) -> None:
    first, *others = family.split(" ")
    terms = {word: set(forms(code).of(word).terms) for word in (first, *others)}
    for other in others:
        assert terms[first] & terms[other], f"{first} and {other}: {terms}"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "better good.house mouse"),
        ("uk", "війна вікно.мир мирний.рада радість"),
        ("ru", "мир мера.город огород"),
    ],
)
def test_other_words_do_not_meet(code: str, words: str) -> None:
    for pair in words.split("."):
        one, other = (set(forms(code).of(word).terms) for word in pair.split(" "))
        assert not one & other, pair


def test_a_term_names_its_language() -> None:
    for one, other in itertools.combinations(("en", "uk", "ru", "de", ""), 2):
        assert not set(forms(one).of("word").terms) & set(forms(other).of("word").terms)


def test_words_without_a_language_stand_for_themselves() -> None:
    assert forms("").of("Running").terms == ("::running",)
    assert forms("").of("Café").terms == ("::cafe",)


def test_numbers_are_not_stemmed() -> None:
    assert forms("en").of("1990s").terms == (":en:1990s",)


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_language_gives_stems(code: str) -> None:
    for word in ("word", "слово", "λόγος", "शब्द", "a", "ß"):
        stems = LANGUAGES[code].stems(word)
        assert stems
        assert all(isinstance(stem, str) for stem in stems)
        assert LANGUAGES[code].stems(word) == stems


@pytest.mark.parametrize(
    ("given", "code"),
    [("en", "en"), ("EN", "en"), ("en-GB", "en"), ("uk_UA", "uk"), ("xx", ""), ("", ""), (" ru ", "ru")],
)
def test_a_language_is_known_by_its_code(given: str, code: str) -> None:
    assert known(given) == code


def test_a_light_stem_leaves_short_words() -> None:
    assert light_stem("рада") == "рад"
    assert light_stem("ніж") == "ніж"
    assert light_stem("страх") == "страх"
    assert light_stem("київський") == light_stem("київського") == "київськ"


def test_a_token_keeps_its_words_in_order() -> None:
    entry = forms("en").of("State-of-the-Art")
    assert entry.words == ("state", "of", "the", "art")
    assert ":en:stateoftheart" in entry.terms


def test_many_threads_get_the_same_forms() -> None:
    words = [f"running{number}s" for number in range(300)]
    expected = {word: forms("en").of(word) for word in words}
    fresh = forms("pt")
    seen: list[dict[str, tuple[str, ...]]] = []
    threads = [
        threading.Thread(target=lambda: seen.append({word: fresh.of(word).terms for word in words})) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(one == seen[0] for one in seen)
    assert {word: forms("en").of(word) for word in words} == expected
