"""Sentences: tricky ends in English, Ukrainian, Russian and other scripts, each case with "|" where one ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.claims.sentences import sentences
from factdesk.model.enums import BlockKind
from factdesk.model.values.text import Block, CanonicalText, Span

ENGLISH = [
    "Mr. Smith met Dr. Jones.| They talked.",
    "He moved to the U.S. in 1999.| She stayed.",
    "The U.S. Senate voted.| The bill passed.",
    "They live in the U.S. He works in Ohio.".replace("U.S. He", "U.S.| He"),
    "J. R. R. Tolkien wrote it.| It sold well.",
    "The deficit was €41.6 million.| It grew.",
    "Prices rose 3.5 percent.| 15 people left.",
    "“We spent 9.2 million,” she said.| “Nobody thinks that can go on.”| Then she left.",
    "“We did it.”| She smiled.",
    "“Why?” she asked.| Nobody knew.",
    "Is it true?| Yes!| It is.",
    "He waited… and waited.| Then… Nothing.".replace("Then… N", "Then…| N"),
    "He paused ... then spoke.",
    "It was 5 p.m. when they came.",
    "They came at 5 p.m. The door was shut.".replace("p.m. T", "p.m.| T"),
    "Acme Inc. sued Beta Ltd. over it.",
    "He works at Acme Inc. The firm is old.".replace("Inc. T", "Inc.| T"),
    "See e.g. Brown v. Board.| It matters.",
    "See fig. 3 and p. 12 for it.| It is there.",
    "The answer is no. The vote is over.".replace("no. T", "no.| T"),
    "It is listed as No. 5 on the list.",
    "Gen. Mark Milley spoke.| Sen. Cruz replied.",
    "He visited St. Petersburg.| It rained.",
    "It happened on Jan. 6 in Washington.",
    "The site example.com is down.| Version 2.0.1 is out.",
    "She left (it was late.)| He stayed.",
    "It rose.[12]| It fell.",
    "1. The first rule is silence.",
    "Washington, D.C. is the capital.",
    "He has a Ph.D. in physics.",
    "“I don’t know. I was away,” he said.".replace("know. I", "know.| I"),
    "He said: “It ended.”| “When?” they asked.",
    "George W. Bush spoke.| George H. W. Bush listened.",
    "She took vitamin C. It helped.".replace("C. I", "C.| I"),
    "etc. is a word; apples, pears, etc. are fruit.",
    "Really?!| No way!!| Fine.",
]
UKRAINIAN = [
    "Зустріч відбулася на вул. Хрещатик у Києві.| Прийшли всі.",
    "Вірш написав І. Франко у 1878 р. у Львові.",
    "В. О. Сухомлинський був педагогом.| Він писав книжки.",
    "Витратили 9,2 млн грн. на ліки.",
    "Витратили 18,4 млн грн. Це рекорд.".replace("грн. Ц", "грн.| Ц"),
    "Лікарня ім. Шевченка закрита.| Чому?| Невідомо.",
    "Привезли яблука, груші і т. д. Потім поїхали.".replace("д. П", "д.| П"),
    "Згідно зі ст. 12 закону це дозволено.",
    "«Ми встигли», — сказав він.| Усі зраділи.",
    "«Чому?» — запитав він.| Ніхто не відповів.",
    "«Ми встигли.»| Усі зраділи.",
    "Це тис. людей.| Так кажуть у м. Яворів.",
    "Проф. Іваненко, д-р Петренко та ін. підписали лист.",
    "Сталося це о 10.30 ранку.| Загинули 3 особи.",
    "Він замовк…| Тоді пішов.",
    "Так!| Ні?| Можливо.",
    "Жив у с. Велике.| Помер у 2001 році.",
    "У 1991 р. Україна стала незалежною.",
    "Збитки сягли 5 млрд. Такого ще не було.".replace("млрд. Т", "млрд.| Т"),
]
RUSSIAN = [
    "Он жил на ул. Ленина.| Потом уехал.",
    "А. С. Пушкин родился в 1799 г. в Москве.",
    "Купили хлеб, соль и т. п. Затем ушли.".replace("п. З", "п.| З"),
    "Потратили 5 млн руб. на ремонт.",
    "— Почему? — спросил он.| Все молчали.",
]
OTHER = [
    ("zh", "今天下雨。|我们在家。|你呢？"),
    ("ja", "「行こう。」|彼は言った。"),
    ("hi", "यह सच है।| वह गया।"),
    ("ar", "هل هذا صحيح؟| نعم."),
    ("de", "Das war gut.| Es ist vorbei."),
    ("fr", "C’est vrai.| M. Dupont est parti."),
    ("es", "¿Es verdad?| ¡Claro!"),
    ("", "Es endete.| Чи так?| Yes."),
]
CASES = (
    [("en", case) for case in ENGLISH]
    + [("uk", case) for case in UKRAINIAN]
    + [("ru", case) for case in RUSSIAN]
    + OTHER
)


def one_block(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> CanonicalText:
    return CanonicalText(text, (Block(kind, 0, len(text)),))


@pytest.mark.parametrize(("language", "case"), CASES)
def test_sentences_end_where_marked(language: str, case: str) -> None:
    text = case.replace("|", "")
    found = [text[span.start : span.end] for span in sentences(one_block(text), language)]
    assert found == [part.strip() for part in case.split("|")]


def test_heading_and_cell_are_one_sentence_each() -> None:
    text = "Is it over? Yes. It is"
    for kind in (BlockKind.HEADING, BlockKind.CELL):
        assert sentences(one_block(text, kind), "en") == (Span(0, len(text)),)


def test_caption_of_two_sentences_is_split() -> None:
    assert len(sentences(one_block("A ward in Velmark. The photo is of 2019.", BlockKind.CAPTION), "en")) == 2


def test_sentence_never_crosses_a_block() -> None:
    text = "The first line has no stop\nand the second goes on."
    blocks = (Block(BlockKind.ITEM, 0, 26), Block(BlockKind.ITEM, 27, len(text)))
    assert sentences(CanonicalText(text, blocks), "en") == (Span(0, 26), Span(27, len(text)))


def test_text_without_blocks_is_taken_line_by_line() -> None:
    assert sentences(CanonicalText("One\n\nTwo", ()), "") == (Span(0, 3), Span(5, 8))


def test_block_without_words_is_no_sentence() -> None:
    assert sentences(one_block("* * *"), "en") == ()


def test_emoji_alone_is_a_sentence() -> None:
    assert sentences(one_block("👍"), "") == (Span(0, 1),)


@settings(deadline=None, max_examples=150)
@given(
    st.text(st.sampled_from("Aab. !?…\n”“«»І.я9,。।👩\u0301ش "), max_size=80),
    st.sampled_from(["en", "uk", "ru", "xx", ""]),
)
def test_sentences_are_ordered_apart_trimmed_and_lose_no_letter(text: str, language: str) -> None:
    content = CanonicalText(text, ())
    found = sentences(content, language)
    at = 0
    for span in found:
        assert at <= span.start < span.end <= len(text)
        assert not any(char.isalnum() for char in text[at : span.start])
        words = text[span.start : span.end]
        assert words == words.strip() and "\n" not in words
        at = span.end
    assert not any(char.isalnum() for char in text[at:])
