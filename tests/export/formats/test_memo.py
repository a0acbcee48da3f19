"""What stands in a Word memo, and how: fields, headings, tables, languages, confidential sources, hostile words."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from export import samples
from factdesk.export.document import MemoClaim, MemoDocument, MemoSigner
from factdesk.export.formats.docx import render
from factdesk.export.formats.docx_parts.markup import WP, tag
from factdesk.model.enums import Stance

if TYPE_CHECKING:
    from export.conftest import Package


def instructions(part: etree._Element) -> list[str]:
    """Give the instructions of all fields."""
    return [node.text.strip() for node in part.iter(tag("instrText"))]


def styled(body: etree._Element, style: str) -> list[etree._Element]:
    """Give the paragraphs of a style."""
    return [node.getparent().getparent() for node in body.iter(tag("pStyle")) if node.get(tag("val")) == style]


def words(element: etree._Element) -> str:
    """Give the text of an element."""
    return "".join(node.text or "" for node in element.iter(tag("t")))


def test_pages_are_numbered_by_fields(package: Callable[[MemoDocument], Package]) -> None:
    made = package(samples.english())
    assert instructions(made.xml("word/footer1.xml")) == ["PAGE", "NUMPAGES"]
    assert "Fact-check memo M-93" in made.text("word/header1.xml")
    assert "For Ruth Amsel, editor · not for publication" in made.text("word/header1.xml")
    assert "history line 9,412" in made.text("word/footer1.xml")


def test_every_field_has_a_beginning_a_result_and_an_end(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.english()).xml()
    depth = 0
    for mark in body.iter(tag("fldChar")):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(tag("fldCharType"))]
        assert depth >= 0
    assert depth == 0


def test_contents_list_the_headings_with_their_pages(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.english()).xml()
    assert 'TOC \\o "1-1" \\h \\z \\u' in instructions(body)
    entries = [words(entry) for entry in styled(body, "TOC1")]
    assert [entry.rstrip("0123456789") for entry in entries][:4] == [
        "In short", "Eight claims", "Claim by claim", "Open questions",
    ]  # fmt: skip
    assert all(entry[-1].isdigit() for entry in entries)
    assert [words(heading) for heading in styled(body, "Heading2")][3] == "Claim 4\u2002 C-412"


def test_without_the_table_of_claims_the_contents_list_them(package: Callable[[MemoDocument], Package]) -> None:
    document = samples.english()
    body = package(replace(document, includes=replace(document.includes, summary=False))).xml()
    assert 'TOC \\o "1-2" \\h \\z \\u' in instructions(body)
    assert [words(entry)[:7] for entry in styled(body, "TOC2")] == [f"Claim {number}" for number in range(1, 9)]


@pytest.mark.parametrize("name", samples.ALL)
def test_every_reference_and_link_has_its_bookmark(name: str, package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.ALL[name]()).xml()
    known = {node.get(tag("name")) for node in body.iter(tag("bookmarkStart"))}
    aimed = {text.split()[1] for text in instructions(body) if text.startswith(("REF", "PAGEREF"))}
    aimed |= {node.get(tag("anchor")) for node in body.iter(tag("hyperlink")) if node.get(tag("anchor"))}
    assert aimed <= known
    assert aimed


def test_a_source_number_refers_to_the_list(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.english()).xml()
    assert instructions(body).count("REF source_3 \\h") == 1
    (start,) = (node for node in body.iter(tag("bookmarkStart")) if node.get(tag("name")) == "source_3")
    assert words(start.getnext()) == "[3]"


def test_header_rows_are_repeated_and_rows_stay_whole(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.large()).xml()
    for table in body.iter(tag("tbl")):
        style = table.find(f"{tag('tblPr')}/{tag('tblStyle')}").get(tag("val"))
        has_header = table.find(f"{tag('tr')}/{tag('trPr')}/{tag('tblHeader')}") is not None
        assert has_header is style.startswith("FactdeskTable")
    rows = list(body.iter(tag("tr")))
    assert all(row.find(f"{tag('trPr')}/{tag('cantSplit')}") is not None for row in rows)


def test_a_claim_stays_with_its_quotation() -> None:
    styles = docx.Document(io.BytesIO(render(samples.english()))).styles
    for name in ("Factdesk Rule False", "Factdesk Chip False", "Heading 2", "Factdesk Quote False"):
        style = styles[name]
        while style.paragraph_format.keep_with_next is None and style.base_style is not None:
            style = style.base_style
        assert style.paragraph_format.keep_with_next, name


def test_must_fix_comes_first_in_the_table(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.english()).xml()
    table = next(node for node in body.iter(tag("tbl")) if node.find(f".//{tag('tblHeader')}") is not None)
    rows = [[words(cell) for cell in row.iter(tag("tc"))] for row in table.iter(tag("tr"))]
    assert [row[0] for row in rows] == ["No.", "2", "4", "1", "3", "5", "6", "7", "8"]
    assert rows[1][1] == "“the largest in its 63-year history” \u00a0Must fix"


def test_verdicts_are_shape_word_and_tint(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.english()).xml()
    table = next(node for node in body.iter(tag("tbl")) if node.find(f".//{tag('tblHeader')}") is not None)
    cell = table.findall(tag("tr"))[1].findall(tag("tc"))[3]
    assert cell.find(f"{tag('tcPr')}/{tag('shd')}").get(tag("fill")) == "F9DCE1"
    assert cell.find(f".//{{{WP}}}docPr").get("descr") == "False"
    assert words(cell).strip() == "False"


def test_a_claim_not_done_says_proposed_and_has_no_tint(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.english()).xml()
    table = next(node for node in body.iter(tag("tbl")) if node.find(f".//{tag('tblHeader')}") is not None)
    cell = table.findall(tag("tr"))[-1].findall(tag("tc"))[3]
    assert words(cell).split() == ["proposed", "False"]
    assert cell.find(f"{tag('tcPr')}/{tag('shd')}") is None
    assert [words(chip).split() for chip in styled(body, "FactdeskChipOpen")] == [["proposed", "False"]]


def test_every_picture_has_its_words(package: Callable[[MemoDocument], Package]) -> None:
    pictures = list(package(samples.english()).xml().iter(f"{{{WP}}}docPr"))
    assert pictures
    assert all(picture.get("descr") for picture in pictures)


def test_every_run_of_words_names_its_language(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.ukrainian()).xml()
    for run in body.iter(tag("r")):
        if words(run).strip() and not words(run).strip("[]").isdigit():
            assert run.find(f"{tag('rPr')}/{tag('lang')}") is not None, words(run)


def test_runs_are_tagged_with_the_language_they_are_in(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.ukrainian()).xml()
    tags = {
        words(run): dict(run.find(f"{tag('rPr')}/{tag('lang')}").items())
        for run in body.iter(tag("r"))
        if run.find(f"{tag('rPr')}/{tag('lang')}") is not None
    }
    assert tags["«Лікарня втратила п’ятдесят ліжок "] == {tag("val"): "uk-UA"}
    assert tags["«Ни одного отделения не закрыли с тех пор, как я пришла»"] == {tag("val"): "ru-RU"}
    assert tags["“لم يُغلق أي قسم منذ عام 2023 في مستشفى "] == {tag("bidi"): "ar-SA"}
    assert tags["“המחלקה נסגרה ביוני 2025”"] == {tag("bidi"): "he-IL"}


def test_right_to_left_words_run_from_the_right(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.ukrainian()).xml()
    (quote,) = styled(body, "FactdeskQuoteUnverifiableRight")
    assert quote.find(f"{tag('pPr')}/{tag('bidi')}") is not None
    rtl = [words(run) for run in quote.iter(tag("r")) if run.find(f"{tag('rPr')}/{tag('rtl')}") is not None]
    assert "".join(rtl).startswith("“لم")


def test_emoji_and_scripts_come_back_as_they_went_in() -> None:
    read = docx.Document(io.BytesIO(render(samples.ukrainian())))
    text = "\n".join(paragraph.text for paragraph in read.paragraphs)
    for claim in samples.ukrainian().claims:
        assert claim.quotation in text
    emoji = [run for paragraph in read.paragraphs for run in paragraph.runs if "🏥👩‍⚕️" in run.text]
    assert {run.font.name for run in emoji} == {"Segoe UI Emoji"}


def test_a_confidential_source_is_never_named(package: Callable[[MemoDocument], Package]) -> None:
    made = package(samples.english())
    assert "Confidential source 8" in made.text()
    for name, part in made.parts.items():
        for secret in ("Nora", "Velden", "secret.example", samples.digest("Talk with Nora Velden")[:4] + " "):
            assert secret not in part.decode("utf-8", "replace"), (name, secret)


def test_links_open_their_address(package: Callable[[MemoDocument], Package]) -> None:
    rels = package(samples.english()).xml("word/_rels/document.xml.rels")
    outside = {node.get("Target") for node in rels if node.get("TargetMode") == "External"}
    assert "https://velmark.example/board/2025-06-24.pdf" in outside


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "https://[bad", "not an address", "a" * 9]
)
def test_addresses_that_should_not_open_stay_words(link: str, package: Callable[[MemoDocument], Package]) -> None:
    made = package(replace(samples.bare(), link=link))
    assert "TargetMode" not in made.parts["word/_rels/document.xml.rels"].decode()
    assert link.removeprefix("https://")[:8] in made.text()


def test_evidence_that_is_missing_is_said_to_be(package: Callable[[MemoDocument], Package]) -> None:
    text = package(samples.english()).text()
    assert text.count("No evidence is linked to this claim.") == 2
    assert "No finding has been written yet." in text


def test_a_calculation_is_written_out(package: Callable[[MemoDocument], Package]) -> None:
    lines = [words(line) for line in styled(package(samples.english()).xml(), "FactdeskCalculation")]
    assert lines == [
        "How many times the spending of two years before?",
        "a = 9.412 million € · agency staff 2025–26 [1]",
        "b = 3.127 million € · agency staff 2023–24 [1]",
        "a ÷ b = 3.01",
    ]


def test_an_empty_memo_is_whole(package: Callable[[MemoDocument], Package]) -> None:
    text = package(samples.empty()).text()
    for word in ("A short notice", "No claims", "How this was checked", "Sign-off"):
        assert word in text
    assert "Sources" not in text


def test_every_claim_that_is_not_done_is_an_open_question(package: Callable[[MemoDocument], Package]) -> None:
    document = replace(samples.english(), questions=())
    text = package(document).text()
    assert "C-416 · no evidence yet, verdict proposed, not final" in text
    assert package(samples.english()).text().count("C-416 · ") == 0
    done = tuple(claim for claim in document.claims if claim.is_done)
    assert "Open questions" not in package(replace(document, claims=done)).text()


@pytest.mark.parametrize(
    ("covered", "said"),
    [
        (50, "Every sentence of the text was either marked as a claim or struck as nothing to check."),
        (48, "2 of 50 sentences of the text were neither marked as a claim nor struck as nothing to check."),
    ],
)
def test_the_method_says_no_more_than_was_done(
    covered: int, said: str, package: Callable[[MemoDocument], Package]
) -> None:
    assert said in package(replace(samples.english(), sentences_covered=covered)).text()
    assert "chosen by hand" in package(samples.bare()).text()


def test_those_who_sign_are_the_checker_and_the_reviewer(package: Callable[[MemoDocument], Package]) -> None:
    signers = (MemoSigner("Dana Koval"), MemoSigner(""))
    assert (
        package(replace(samples.bare(), signers=signers))
        .text()
        .rstrip()
        .endswith("Dana Koval\nChecked by\n\n\nReviewed by")
    )


def test_new_words_are_taken_for_the_memos_language(package: Callable[[MemoDocument], Package]) -> None:
    defaults = package(samples.ukrainian()).xml("word/styles.xml").find(f".//{tag('rPrDefault')}")
    assert defaults.find(f".//{tag('lang')}").get(tag("val")) == "uk-UA"


def test_hostile_words_come_out_harmless(package: Callable[[MemoDocument], Package]) -> None:
    nasty = "\x00\x08\x0b]]>&amp;<w:p/>\ud800\ufffe{number}%s\r\n\u202eabc\u2028end"
    claim = MemoClaim(1, nasty, nasty, nasty, nasty, nasty, nasty, nasty, checker=nasty, rationale=nasty, wording=nasty)
    document = replace(
        samples.bare(), claims=(claim,), title=nasty, outlet=nasty, link=nasty, library=nasty, recipient=nasty
    )
    text = package(document).text()
    assert "]]>&amp;<w:p/>{number}%s\n\u202eabc\nend" in text
    assert "\x00" not in text


def test_a_rationale_of_a_hundred_thousand_characters_is_kept_whole(
    package: Callable[[MemoDocument], Package],
) -> None:
    rationale = "word " * 20_000
    claim = replace(samples.bare().claims[0], rationale=rationale, is_done=True)
    made = package(replace(samples.bare(), claims=(claim,)))
    assert rationale.strip() in made.text()
    (last,) = (
        node for node in made.xml("word/footer1.xml").iter(tag("t")) if (node.text or "").isdigit() and node.text != "1"
    )
    assert int(last.text) > 15


def test_a_long_passage_may_go_over_to_the_next_page(package: Callable[[MemoDocument], Package]) -> None:
    piece = samples.found(Stance.REFUTES, 3, "long " * 1_000)
    claim = replace(samples.bare().claims[0], evidence=(piece,))
    body = package(replace(samples.english(), claims=(claim,))).xml()
    rows = [row for row in body.iter(tag("tr")) if "long long" in words(row)]
    assert all(row.find(f"{tag('trPr')}/{tag('cantSplit')}") is None for row in rows)
    assert rows


@given(st.text(max_size=60), st.sampled_from(["", "en", "uk", "ar", "xx", "zh-Hant-TW", "\x00"]))
def test_any_words_in_any_language_make_a_memo_that_opens(text: str, language: str) -> None:
    claim = MemoClaim(1, "C-1", text, language, statement=text, claimant=text, due=text, said_when=text)
    document = replace(samples.empty(), claims=(claim,), title=text, published=text, link=text)
    docx.Document(io.BytesIO(render(document)))
