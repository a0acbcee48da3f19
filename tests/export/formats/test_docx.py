"""The Word memo as a file: whole, the same every time, safe in its addresses, kept by Word as it is."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from export import samples
from factdesk.errors import PlaceError
from factdesk.export.document import MemoDocument, MemoIncludes
from factdesk.export.formats import FORMATS, format_named
from factdesk.export.formats.docx import render, write
from factdesk.export.formats.docx_parts.markup import WP, tag
from factdesk.paths import resource

if TYPE_CHECKING:
    from export.conftest import Package

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def findings(path: Path) -> list[str]:
    """Give what Word would repair."""
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path))
    return [str(error) for error in result.errors]


@pytest.mark.parametrize("name", samples.ALL)
def test_word_would_repair_nothing_in_any_memo(name: str, tmp_path: Path) -> None:
    target = tmp_path / "memo.docx"
    target.write_bytes(render(samples.ALL[name]()))
    assert findings(target) == []


def test_word_would_repair_nothing_in_the_template() -> None:
    assert findings(resource("templates/memo.docx")) == []


def test_the_audit_finds_a_broken_memo(tmp_path: Path) -> None:
    target = tmp_path / "memo.docx"
    word = docx.Document(io.BytesIO(render(samples.bare())))
    word.element.body[0].append(word.element.body[-1].__copy__())
    word.save(str(target))
    assert findings(target)


@pytest.mark.parametrize("name", samples.ALL)
def test_every_relationship_resolves(name: str, package: Callable[[MemoDocument], Package]) -> None:
    made = package(samples.ALL[name]())
    for part in [part for part in made.parts if part.endswith(".rels")]:
        folder = posixpath.dirname(posixpath.dirname(part))
        for relationship in made.xml(part).iter(RELATIONSHIP):
            if relationship.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target"))).lstrip("/")
                assert target in made.parts


def test_every_used_relationship_is_declared(package: Callable[[MemoDocument], Package]) -> None:
    made = package(samples.english())
    declared = {relationship.get("Id") for relationship in made.xml("word/_rels/document.xml.rels").iter(RELATIONSHIP)}
    office = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    used = {value for node in made.xml().iter() for name, value in node.items() if name.startswith(office)}
    assert used <= declared
    assert any(node.get(f"{office}embed") for node in made.xml().iter())


@pytest.mark.parametrize("name", samples.ALL)
def test_every_style_used_is_in_the_template(name: str, package: Callable[[MemoDocument], Package]) -> None:
    made = package(samples.ALL[name]())
    known = {style.get(tag("styleId")) for style in made.xml("word/styles.xml").iter(tag("style"))}
    used = {
        node.get(tag("val"))
        for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml")
        for node in made.xml(part).iter(tag("pStyle"), tag("rStyle"), tag("tblStyle"))
    }
    assert used <= known


def test_ids_and_bookmarks_are_unique(package: Callable[[MemoDocument], Package]) -> None:
    body = package(samples.large(12)).xml()
    for found in (
        [node.get(tag("id")) for node in body.iter(tag("bookmarkStart"))],
        [node.get(tag("name")) for node in body.iter(tag("bookmarkStart"))],
        [node.get("id") for node in body.iter(f"{{{WP}}}docPr")],
    ):
        assert found
        assert len(found) == len(set(found))


def test_the_same_memo_gives_the_same_bytes() -> None:
    assert render(samples.english()) == render(samples.english())


def test_the_package_carries_no_clock(package: Callable[[MemoDocument], Package]) -> None:
    assert package(samples.english()).dates == {(1980, 1, 1, 0, 0, 0)}


def test_properties_say_what_the_file_is() -> None:
    core = docx.Document(io.BytesIO(render(samples.english()))).core_properties
    assert core.title == "M-93 · Velmark hospital closes the year with a record €41.6 million deficit"
    assert core.author == "Dana Koval"
    assert core.language == "en-GB"
    assert core.created.isoformat() == "2026-11-12T15:20:00+00:00"
    assert samples.digest("text") in core.comments


def test_a_disk_that_takes_nothing_is_told_in_a_sentence() -> None:
    with Path("/dev/full").open("wb", buffering=0) as full, pytest.raises(PlaceError) as caught:
        write(samples.empty(), full)
    assert "could not be written" in caught.value.sentence
    assert caught.value.hint
    assert isinstance(caught.value.__cause__, OSError)


def test_write_puts_the_bytes_into_the_file(tmp_path: Path) -> None:
    target = tmp_path / "memo.docx"
    with target.open("wb") as file:
        format_named("docx").write(samples.empty(), file)
    assert target.read_bytes() == render(samples.empty())


def test_formats_are_found_by_name_and_no_other_is() -> None:
    assert [known.name for known in FORMATS] == ["docx"]
    with pytest.raises(KeyError):
        format_named("pdf")


def test_three_hundred_claims_are_written_in_reasonable_time() -> None:
    started = perf_counter()
    data = render(samples.large(300))
    assert perf_counter() - started < 10
    assert len(data) > 100_000


def test_unticked_parts_are_left_out(package: Callable[[MemoDocument], Package]) -> None:
    none = MemoIncludes(*([False] * 7))
    text = package(replace(samples.english(), includes=none)).text()
    for word in ("Reliability:", "Suggested wording", "Contacts", "History of this check", "a ÷ b", "Verdict\n"):
        assert word not in text
    assert "1 claim is still open: “the cardiac unit opened four months late” (C-416" in text
    assert "Claim 8" not in text
    assert "Must fix: claims 2, 4" in text
