"""The choice between readers, and what all of them give."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.samples import ENGLISH, Put, captured, docx, kept, paragraph, pdf
from factdesk.capture.captured import Doubt, Payload
from factdesk.capture.limits import Limits
from factdesk.capture.readers import READERS, pasted, read
from factdesk.compute import Workers
from factdesk.errors import InputError, UserError

PAGE = f"<html><body><article><h1>Deficit</h1><p>{ENGLISH}</p></article></body></html>".encode()
SAMPLES = {
    "page.html": PAGE,
    "file.pdf": pdf([[Put("A line of text")]]),
    "file.docx": docx(paragraph("A line of text")),
    "mail.eml": b"From: a@b.example\nSubject: Title\nDate: Wed, 11 Nov 2026 06:40:00 +0200\n\nA line of text\n",
    "note.md": b"# Title\n\nA line of text\n",
    "note.txt": b"A line of text\n",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_read_crosses_a_process(name: str) -> None:
    found = captured(SAMPLES[name], name)
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.tool
    assert found.media_type


def test_a_worker_process_reads_and_refuses() -> None:
    workers = Workers(processes=1)
    try:
        assert kept(workers.run(read, Payload(PAGE, "page.html")))[0] == ("heading", "Deficit")
        with pytest.raises(InputError, match=r"“empty.pdf” is empty") as caught:
            workers.run(read, Payload(b"", "empty.pdf"))
        assert caught.value.hint
    finally:
        workers.close()


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("wrong", ["page.html", "file.pdf", "file.docx", "mail.eml", "note.txt", "noname"])
def test_a_wrong_extension_does_not_hide_what_a_file_is(name: str, wrong: str) -> None:
    if name in {"note.txt", "note.md"}:
        return  # plain text and Markdown are told apart by their name alone
    assert captured(SAMPLES[name], wrong).media_type == captured(SAMPLES[name], name).media_type


@given(st.binary(max_size=300), st.sampled_from(["a.html", "a.pdf", "a.docx", "a.eml", "a.md", "a.txt", "a", "a.mht"]))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes, name: str) -> None:
    try:
        found = captured(data, name)
    except UserError as error:
        assert name in error.sentence
        assert error.hint
    else:
        assert found.canonical().text


@given(st.data(), st.sampled_from(sorted(SAMPLES)))
def test_a_damaged_file_is_read_or_refused_in_a_sentence(data: st.DataObject, name: str) -> None:
    whole = bytearray(SAMPLES[name])
    for _change in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    try:
        found = captured(bytes(whole[:cut]), name)
    except UserError as error:
        assert name in error.sentence
    else:
        assert found.canonical().text


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(InputError, match="too large"):
        read(Payload(b"x" * 100, "note.txt"), Limits(file_bytes=99))


def test_media_types_belong_to_one_reader() -> None:
    media = [name for reader in READERS for name in reader.media]
    assert len(media) == len(set(media))


def test_the_kept_blocks_make_the_canonical_text() -> None:
    found = captured(PAGE, "page.html")
    content = found.canonical()
    assert content.text == f"Deficit\n{ENGLISH}"
    assert [content.text[block.start : block.end] for block in content.blocks] == ["Deficit", ENGLISH]
    assert found.canonical(frozenset({1})).text == ENGLISH


def test_a_title_falls_back_to_heading_line_and_name() -> None:
    assert captured(b"## Heading\n\ntext", "a.md").title.value == "Heading"
    first = captured(b"First line\n\nSecond.", "a.txt").title
    assert (first.value, first.doubt) == ("First line", Doubt.UNSURE)
    long = captured((ENGLISH * 3).encode(), "annual_report.txt").title
    assert (long.value, long.doubt) == ("annual report", Doubt.UNSURE)
    assert captured(ENGLISH.encode(), "pasted").title.value.startswith("The regional hospital")


def test_pasted_text_makes_a_payload_of_its_richest_form() -> None:
    assert pasted.payload("plain", "<p>rich</p>").data == b"<p>rich</p>"
    assert pasted.payload("plain", "  ").data == b"plain"
