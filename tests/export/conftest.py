"""Memos under test: parsed parts of a package, and golden files renewed by --update-golden."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from factdesk.export.document import MemoDocument
from factdesk.export.formats.docx import render
from factdesk.export.formats.docx_parts.markup import tag

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "memo"


class Package:
    """A .docx taken apart."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
            self.dates = {entry.date_time for entry in archive.infolist()}

    def xml(self, name: str = "word/document.xml") -> Any:
        """Parse a part."""
        return etree.fromstring(self.parts[name])

    def text(self, name: str = "word/document.xml") -> str:
        """Give the words of a part, a paragraph a line."""
        return "\n".join(words_of(paragraph) for paragraph in self.xml(name).iter(tag("p")))


def words_of(element: Any) -> str:
    """Give the text of an element with its line breaks."""
    return "".join("\n" if node.tag == tag("br") else node.text or "" for node in element.iter(tag("t"), tag("br")))


@pytest.fixture
def package() -> Callable[[MemoDocument], Package]:
    """Give the function that writes a memo and takes it apart."""
    return lambda document: Package(render(document))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that renews the golden files."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Give the function that compares a part, as indented XML, with its golden file."""
    updates = bool(request.config.getoption("--update-golden", default=False))

    def compare(name: str, part: bytes) -> None:
        element = etree.fromstring(part)
        etree.indent(element)
        written = etree.tostring(element, encoding="unicode") + "\n"
        file = GOLDEN / name
        if updates:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(written, "utf-8")
        assert written == file.read_text("utf-8"), f"{name} differs; renew with --update-golden after looking at it"

    return compare
