"""The preview says every word of the Word file, in its order, and nothing else."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from docx import Document

from export.samples import bare, empty, english, ukrainian
from factdesk.export.document import MemoDocument
from factdesk.export.formats.docx import render
from factdesk.export.formats.docx_parts.markup import tag
from factdesk.export.pages import COUNT, PAGE, MemoPages
from factdesk.export.preview import pages


class Words(HTMLParser):
    """Collects what a reader of the rich text sees."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep the words between tags."""
        self.found.append(data)


def words_of_preview(made: MemoPages) -> str:
    parser = Words()
    parser.feed(made.body)
    return re.sub(r"\s+", "", "".join(parser.found))


def words_of_file(document: MemoDocument) -> str:
    """Give the words in the order they are read: a verdict in its frame stands at the right of the heading after it."""
    body = list(Document(io.BytesIO(render(document))).element.body)
    for at in [at for at, one in enumerate(body) if one.find(f"{tag('pPr')}/{tag('framePr')}") is not None]:
        body[at], body[at + 1] = body[at + 1], body[at]
    return re.sub(r"\s+", "", "".join(node.text or "" for one in body for node in one.iter(tag("t"))))


@pytest.mark.parametrize("make", [english, ukrainian, empty, bare])
def test_preview_holds_the_words_of_the_file(make: Callable[[], MemoDocument]) -> None:
    document = make()
    assert words_of_preview(pages(document)) == words_of_file(document)


def test_words_are_escaped() -> None:
    document = replace(english(), title='<b>5 < 6 & "7"</b>', in_short="<img src=x>")
    made = pages(document)
    assert words_of_preview(made) == words_of_file(document)
    assert "<img src=x>" not in made.body


def test_pages_have_the_size_and_the_edges_of_the_template() -> None:
    made = pages(english())
    assert (round(made.width), round(made.height)) == (595, 842)
    assert all(30 < margin < 100 for margin in made.margins)
    assert PAGE in made.footer[1]
    assert COUNT in made.footer[1]
    assert all(name in made.body and data.startswith(b"\x89PNG") for name, data in made.pictures.items())
