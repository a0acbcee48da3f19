"""What the first words of a text fill, and what better means keep."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from capture.samples import ENGLISH, UKRAINIAN, captured, docx, kept, paragraph, words
from factdesk.capture.captured import Captured, Doubt
from factdesk.capture.readers import pasted, read

STORY = f"Hospital ends year in deficit\n\nBy Jane Doe and John Roe, Reuters\n\nPublished 12 March 2026\n\n{ENGLISH}\n"


def told(found: Captured) -> tuple[str, str, str, str]:
    return found.title.value, found.authors.value, found.outlet.value, found.published.value


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_texts_own_byline_and_date_fill_its_fields(name: str) -> None:
    found = captured(STORY.encode(), name)
    assert told(found) == ("Hospital ends year in deficit", "Jane Doe; John Roe", "Reuters", "2026-03-12")
    assert (found.authors.origin, found.authors.doubt) == ("from the byline", Doubt.NONE)
    assert (found.outlet.doubt, found.published.doubt) == (Doubt.UNSURE, Doubt.NONE)


def test_nothing_is_taken_from_the_text_and_a_byline_is_no_heading() -> None:
    source = f"Лікарня закінчила рік\n\nАвтор: Олена Коваль\n\n{UKRAINIAN}\n\n12 березня 2026\n\n{UKRAINIAN}"
    found = captured(source.encode(), "a.txt")
    assert words(found) == source.split("\n\n")
    assert {kind for kind, _said in kept(found)} == {"paragraph"}


def test_pasted_words_and_pasted_pages_are_read_alike() -> None:
    html = f"<h1>Лікарня закінчила рік</h1><p>Текст: Олена Коваль</p><p>12 березня 2026</p><p>{UKRAINIAN}</p>"
    plain = f"Лікарня закінчила рік\nТекст: Олена Коваль\n12 березня 2026\n{UKRAINIAN}"
    for found in (read(pasted.payload("", html)), read(pasted.payload(plain))):
        assert told(found) == ("Лікарня закінчила рік", "Олена Коваль", "", "2026-03-12")
        assert found.published.doubt is Doubt.UNSURE


def test_a_byline_at_the_very_top_is_no_title() -> None:
    found = captured(f"By Jane Doe\n12 March 2026\nHospital ends year in deficit\n{ENGLISH}".encode(), "a.txt")
    assert told(found) == ("Hospital ends year in deficit", "Jane Doe", "", "2026-03-12")


def test_a_text_of_a_byline_alone_still_has_a_title() -> None:
    assert captured(b"By Jane Doe", "a.txt").title.value == "By Jane Doe"


def test_front_matter_is_surer_than_the_text() -> None:
    front = "---\nauthor: Lena Ashgrove\ndate: 2024-11-11\n---\n"
    found = captured(f"{front}{STORY}".encode(), "a.md")
    assert (found.authors.value, found.published.value) == ("Lena Ashgrove", "2024-11-11")


def test_the_text_is_surer_than_the_properties_of_the_file() -> None:
    core = "<dc:creator>Office User</dc:creator><dcterms:created>2026-04-01T06:40:00Z</dcterms:created>"
    body = "".join(paragraph(line) for line in STORY.split("\n\n"))
    found = captured(docx(body, core=core), "a.docx")
    assert (found.authors.value, found.published.value) == ("Jane Doe; John Roe", "2026-03-12")
    silent = captured(docx(paragraph(ENGLISH), core=core), "a.docx")
    assert (silent.authors.value, silent.published.value) == ("Office User", "2026-04-01T06:40Z")


def test_the_sender_of_a_mail_stays_its_author() -> None:
    mail = f"From: Lena Ashgrove <lena@example.org>\nDate: Mon, 11 Nov 2024 06:40:00 +0000\nSubject: Story\n\n{STORY}"
    found = captured(mail.encode(), "a.eml")
    assert (found.authors.value, found.published.value) == ("Lena Ashgrove", "2024-11-11T06:40Z")


def test_a_date_ahead_is_doubted_wherever_it_was_read() -> None:
    ahead = datetime.now(UTC).year + 1
    found = captured(f"Title\nPublished 30 December {ahead}\n{ENGLISH}".encode(), "a.txt")
    assert (found.published.value, found.published.origin) == (f"{ahead}-12-30", "this date lies ahead")
    assert found.published.doubt is Doubt.UNSURE
