"""File names made safe to show and to keep."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.capture.names import safe_name, shown_name, stem


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\Users\\me\\draft.docx", "draft.docx"),
        ("evil\x00.txt.exe", "evil.txt.exe"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("new\r\nline.txt", "new line.txt"),
        ("..", "file"),
        ("", "file"),
        ("///", "file"),
        ("CON.txt", "_CON.txt"),
        ('a<b>:"c|d?.txt', "a_b___c_d_.txt"),
        ("Звіт про бюджет.docx", "Звіт про бюджет.docx"),
        ("trailing. . ", "trailing"),
    ],
)
def test_names_are_made_safe(raw: str, wanted: str) -> None:
    assert safe_name(raw) == wanted


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name("а" * 400 + ".pdf")
    assert len(name) <= 150
    assert name.endswith("….pdf")


@given(st.text(alphabet=st.characters(), max_size=300))
def test_a_safe_name_is_one_visible_leaf(raw: str) -> None:
    name = safe_name(raw)
    assert name
    assert not set(name) & set('/\\<>:"|?*\x00')
    assert all(unicodedata.category(char) not in {"Cc", "Cs"} for char in name)
    assert "\u202e" not in name
    assert len(name) <= 151


def test_a_shown_name_is_the_name_the_person_knows() -> None:
    assert shown_name("/home/me/nul.txt") == "“nul.txt”"
    assert shown_name("\x00") == "“this file”"


def test_a_stem_reads_like_a_title() -> None:
    assert stem("annual_report_2026.pdf") == "annual report 2026"
    assert stem("Dr. Smith on wards") == "Dr. Smith on wards"
