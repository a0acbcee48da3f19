"""Word documents: kinds of paragraphs, tracked changes, what is told and what is left alone."""

from __future__ import annotations

import pytest

from capture.samples import OFFICE, captured, docx, kept, paragraph, style, words, zipped
from factdesk.capture.captured import Doubt
from factdesk.errors import InputError

STYLES = "".join(
    [
        style("Title"),
        style("heading 1", style_id="Heading1"),
        style("heading 2", style_id="berschrift2"),
        style("Quote"),
        style("caption"),
        style("My own", base="berschrift2"),
        style("Outlined", properties='<w:outlineLvl w:val="3"/>'),
        style("Loop A", base="LoopB"),
        style("Loop B", base="LoopA"),
    ]
)
LIST = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>'


def test_styles_tell_what_a_paragraph_is() -> None:
    body = (
        paragraph("Report", "Title") + paragraph("One", "Heading1") + paragraph("Two", "berschrift2")
        + paragraph("Based", "Myown") + paragraph("Outlined", "Outlined") + paragraph("Said", "Quote")
        + paragraph("Table 1", "caption") + paragraph("Point", properties=LIST) + paragraph("Plain")
        + paragraph("Loop", "LoopA") + paragraph("Unlisted", "Heading3")
    )  # fmt: skip
    found = captured(docx(body, styles=STYLES), "a.docx")
    assert kept(found) == [
        ("heading", "Report"), ("heading", "One"), ("heading", "Two"), ("heading", "Based"), ("heading", "Outlined"),
        ("quotation", "Said"), ("caption", "Table 1"), ("item", "Point"), ("paragraph", "Plain"), ("paragraph", "Loop"),
        ("heading", "Unlisted"),
    ]  # fmt: skip
    assert [read.block.level for read in found.blocks] == [1, 1, 2, 2, 4, 0, 0, 2, 0, 0, 3]
    assert (found.title.value, found.title.doubt) == ("Report", Doubt.NONE)


def test_tables_are_cells_and_one_inside_another_is_not_lost() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('inner')}</w:tc></w:tr></w:tbl>"
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    body = (
        f"<w:tbl><w:tr><w:tc>{wide}{paragraph('wide')}</w:tc><w:tc>{paragraph('third')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph('a')}{paragraph('b')}{inner}</w:tc></w:tr></w:tbl>{paragraph('after')}"
    )
    found = captured(docx(body), "a.docx")
    assert kept(found) == [("cell", "wide"), ("cell", "third"), ("cell", "a"), ("cell", "b"), ("paragraph", "inner"),
                           ("paragraph", "after")]  # fmt: skip
    places = [(read.block.row, read.block.column) for read in found.blocks]
    assert places == [(1, 1), (1, 3), (2, 1), (2, 1), (None, None), (None, None)]


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">The deficit is </w:t></w:r>'
        "<w:del><w:r><w:delText>38</w:delText></w:r></w:del><w:ins><w:r><w:t>41</w:t></w:r></w:ins>"
        '<w:r><w:t xml:space="preserve"> million.</w:t></w:r></w:p>'
        "<w:p><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>"
    )
    found = captured(docx(body), "a.docx")
    assert words(found) == ["The deficit is 41 million.", "moved"]
    assert found.notices == ("It holds 4 tracked changes, read as accepted.",)


def test_hidden_words_and_field_codes_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>shown</w:t></w:r>"
        "<w:r><w:instrText> INCLUDETEXT http://127.0.0.1:9/x </w:instrText></w:r>"
        '<w:fldSimple w:instr="DATE"><w:r><w:t xml:space="preserve"> today</w:t></w:r></w:fldSimple>'
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve"> too</w:t></w:r></w:p>'
    )
    found = captured(docx(body), "a.docx")
    assert words(found) == ["shown today too"]
    assert found.notices == ("It holds hidden text, which was left out.",)


def test_signs_inside_runs_become_characters() -> None:
    body = (
        "<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t>"
        "<w:softHyphen/><w:t>five</w:t>"
        '<w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="X" w:char="zz"/></w:r></w:p>'
    )
    assert words(captured(docx(body), "a.docx")) == ["one two three-fourfive•"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f'<w:p><w:r><w:t>around</w:t><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert sorted(words(captured(docx(body), "a.docx"))) == ["around", "boxed"]


def test_footnotes_stand_at_the_end() -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:type="separator">{paragraph("line")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("See the audit.")}</w:footnote></w:footnotes>'
    )
    found = captured(docx(paragraph("Text."), parts={"word/footnotes.xml": notes}), "a.docx")
    assert words(found) == ["Text.", "See the audit."]


def test_an_embedded_page_is_read_as_inert_text() -> None:
    parts = {
        "relations": f'<Relationship Id="c1" Type="{OFFICE}/aFChunk" Target="chunk.html"/>',
        "word/chunk.html": "<html><body><p>inner words</p><script>alert(1)</script></body></html>",
    }
    chunk = f'<w:altChunk xmlns:r="{OFFICE}" r:id="c1"/>'
    assert words(captured(docx(paragraph("outer") + chunk, parts=parts), "a.docx")) == ["outer", "inner words"]


def test_comments_are_counted_and_left_out() -> None:
    body = '<w:p><w:r><w:t>claim</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    assert captured(docx(body), "a.docx").notices == ("It holds 1 comment, which is not part of the text.",)


def test_properties_are_guesses_to_look_at() -> None:
    core = (
        "<dc:title>Budget</dc:title><dc:creator>Lena Ashgrove</dc:creator>"
        "<dcterms:created>2024-11-11T06:40:00Z</dcterms:created><dc:language>uk</dc:language>"
    )
    found = captured(docx(paragraph("Слова про бюджет області."), core=core), "a.docx")
    assert (found.title.value, found.title.doubt) == ("Budget", Doubt.UNSURE)
    assert (found.authors.value, found.authors.doubt) == ("Lena Ashgrove", Doubt.UNSURE)
    assert (found.published.value, found.published.doubt) == ("2024-11-11T06:40Z", Doubt.UNSURE)
    assert found.language.value == "uk"


def test_damaged_side_parts_do_not_hide_the_text() -> None:
    data = docx(paragraph("Text."), parts={"docProps/core.xml": "<broken", "word/styles.xml": ""})
    assert words(captured(data, "a.docx")) == ["Text."]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx("<w:p>"), "damaged"),
        (docx(""), "no_text"),
        (docx("<w:sdt>" * 400 + paragraph("x") + "</w:sdt>" * 400), "too_deep"),
        (zipped({"[Content_Types].xml": "<Types/>", "word/other.xml": "<a/>"}), "damaged"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        captured(data, "a.docx")
    assert caught.value.code == code
    assert "“a.docx”" in caught.value.sentence
