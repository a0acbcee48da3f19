"""PDF files: paragraphs, pages, headings, running heads, and files that give no text."""

from __future__ import annotations

import pytest

from capture.samples import ENGLISH, UKRAINIAN, Put, captured, kept, lines_of, pdf, words
from factdesk.capture.captured import Doubt, Payload
from factdesk.capture.limits import Limits
from factdesk.capture.readers import read
from factdesk.errors import InputError

FIRST = ["The regional hospital ended its financial year with a deficit of forty-one million,",
         "the largest in its history, the board was told on Tuesday by its chair, who asked for",
         "a new plan."]  # fmt: skip
SECOND = ["The chief executive said that no ward had been closed since she arrived in March, and",
          "that none would be."]  # fmt: skip


def test_lines_become_paragraphs_on_their_page() -> None:
    first = lines_of(FIRST)
    second = lines_of(SECOND, top=first[-1].y - 25)
    found = captured(pdf([[*first, *second], lines_of(SECOND)]), "a.pdf")
    assert words(found) == [" ".join(FIRST), " ".join(SECOND), " ".join(SECOND)]
    assert [read.block.page for read in found.blocks] == [1, 1, 2]
    assert found.page_count == 2
    assert found.media_type == "application/pdf"


def test_a_paragraph_goes_on_over_a_pages_end() -> None:
    found = captured(pdf([lines_of(FIRST[:2]), lines_of(FIRST[2:])]), "a.pdf")
    assert words(found) == [" ".join(FIRST)]
    assert found.blocks[0].block.page == 1


def test_larger_letters_are_headings_by_size() -> None:
    page = [Put("Annual report", y=780, size=24), Put("The deficit", y=740, size=16), *lines_of(FIRST, top=700)]
    found = captured(pdf([page]), "a.pdf")
    assert kept(found)[:2] == [("heading", "Annual report"), ("heading", "The deficit")]
    assert [read.block.level for read in found.blocks] == [1, 2, 0]
    assert found.title.value == "Annual report"


def test_a_heading_of_two_lines_is_one() -> None:
    page = [Put("A long headline that needs", y=780, size=24), Put("two lines", y=752, size=24), *lines_of(FIRST)]
    assert words(captured(pdf([page]), "a.pdf"))[0] == "A long headline that needs two lines"


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("peri-", "odic reports", "periodic reports"),
        ("the European-", "American pact", "the European-American pact"),
        ("a well-", "known fact", "a well-known fact"),
    ],
)
def test_words_parted_at_a_lines_end_are_made_whole(upper: str, lower: str, whole: str) -> None:
    page = lines_of(
        [f"The report that everybody in the council had to read tells of the {upper}", f"{lower} of the year."]
    )
    other = lines_of(["It is well-known."], top=400)
    assert whole in captured(pdf([[*page, *other]]), "a.pdf").text


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            Put("The Velmark Courier, 11 November", y=810),
            *lines_of([f"{said} page {number}."]),
            Put(str(number), x=300, y=30),
        ]
        for number, said in enumerate(["One", "Two", "Three", "Four"], start=1)
    ]
    found = captured(pdf(pages), "a.pdf")
    assert words(found) == ["One page 1.", "Two page 2.", "Three page 3.", "Four page 4."]
    assert [found.text[read.block.start : read.block.end] for read in found.blocks if not read.is_kept] == [
        "The Velmark Courier, 11 November"
    ]


def test_items_and_captions_are_known() -> None:
    page = [
        Put("• first point of the list", y=700),
        Put("• second point of it", y=686),
        Put("Figure 3. The ward", y=600),
    ]
    found = captured(pdf([page]), "a.pdf")
    assert kept(found) == [
        ("item", "first point of the list"),
        ("item", "second point of it"),
        ("caption", "Figure 3. The ward"),
    ]


def test_any_script_is_read() -> None:
    said = UKRAINIAN[:60]
    found = captured(pdf([[Put(said), Put("שלום עולם", y=600), Put("emoji 🏴 é", y=500)]]), "a.pdf")
    assert words(found)[0] == said
    assert words(found)[2] == "emoji 🏴 é"


def test_properties_are_guesses_to_look_at() -> None:
    info = "/Title(The deficit)/Author(Lena Ashgrove)/CreationDate(D:20241111064000+02'00')"
    found = captured(pdf([[Put("The deficit", y=780), *lines_of(FIRST)]], info=info), "a.pdf")
    assert (found.title.value, found.title.doubt) == ("The deficit", Doubt.NONE)
    assert (found.authors.value, found.authors.doubt) == ("Lena Ashgrove", Doubt.UNSURE)
    assert (found.published.value, found.published.doubt) == ("2024-11-11T04:40Z", Doubt.UNSURE)


@pytest.mark.parametrize("title", ["Microsoft Word - Document1", "untitled", ""])
def test_an_idle_title_gives_way(title: str) -> None:
    assert captured(pdf([lines_of(["One line"])], info=f"/Title({title})"), "my_report.pdf").title.value != title


def test_pages_without_text_are_told() -> None:
    found = captured(pdf([lines_of(FIRST), [], []]), "a.pdf")
    assert found.notices == ("2 pages hold no text.",)


def test_a_file_changed_later_is_told() -> None:
    found = captured(pdf([lines_of(FIRST)], tail=b"\nstartxref\n0\n%%EOF"), "a.pdf")
    assert "changed 1 time" in found.notices[0]


def test_a_scan_is_refused_with_a_way_out() -> None:
    with pytest.raises(InputError, match=r"“scan.pdf” holds only pictures: there is no text on its 3 pages") as caught:
        captured(pdf([[], [], []]), "scan.pdf")
    assert "OCR" in caught.value.hint


def test_pages_beyond_the_limit_are_left_out_and_told() -> None:
    found = read(
        Payload(pdf([lines_of([f"Page {number} says this."]) for number in range(5)]), "a.pdf"), Limits(pages=2)
    )
    assert len(found.blocks) == 2
    assert found.page_count == 5
    assert found.notices == ("The last 3 pages were left out.",)


def test_the_language_is_told() -> None:
    page = lines_of([ENGLISH[at : at + 70] for at in range(0, 210, 70)])
    assert captured(pdf([page]), "a.pdf").language.value == "en"
