"""Markdown: headings, lists, quotations and tables by its marks, front matter for title, author and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factdesk.capture import dates, guesses, kinds
from factdesk.capture.assemble import Fields, assemble
from factdesk.capture.canonical import Passage
from factdesk.capture.captured import Captured, Doubt, Guess, Payload
from factdesk.capture.charset import decode
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.markup.tree import tree
from factdesk.capture.markup.walk import blocks
from factdesk.capture.reader import Reader
from factdesk.capture.readers import text as plain
from factdesk.model.enums import BlockKind
from factdesk.words import _

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.{0,20000}?)\r?\n\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^([A-Za-z_\-]{1,40})\s*[:=]\s*(.+?)\s*$")
_MOST = 2_000_000
_MOST_BRACKETS = 10_000  # each opening bracket makes the parser look ahead for its partner
_ORIGIN_KEYS = {"title": ("title",), "authors": ("author", "authors", "byline"), "date": ("date", "published")}


def read(payload: Payload, media: str, limits: Limits = LIMITS) -> Captured:
    """Read Markdown; a text too large for its parser is read as plain text."""
    plain.check_plain_size(payload, limits)
    decoded = decode(payload.data, payload.charset)
    stated, body = _front_matter(decoded.text)
    is_plain = len(body) <= _MOST and body.count("[") <= _MOST_BRACKETS
    passages = list(_passages(body)) if is_plain else []
    if not any(passage.words.strip() for passage in passages):
        passages = list(plain.passages(body))
    origin = _("from the front matter")
    when = dates.iso(_first(stated, "date"))
    return assemble(
        passages,
        Fields(
            title=guesses.first([(_first(stated, "title"), origin)]),
            authors=guesses.authors([((_first(stated, "authors"),), origin)]),
            published=Guess(when, origin) if when else Guess("", "", Doubt.MISSING),
            language=stated.get("lang", "") or stated.get("language", ""),
            notices=plain.charset_notices(decoded),
        ),
        name=payload.name,
        media_type=media,
        tool="markdown-it-py",
        limits=limits,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Part the front matter (YAML or TOML, its simple lines alone) from the text; nothing in it is run."""
    found = _FRONT.match(text)
    if not found:
        return {}, text.removeprefix("\ufeff")
    stated: dict[str, str] = {}
    for line in found.group(2).splitlines()[:200]:
        pair = _PAIR.match(line)
        if pair:
            value = pair.group(2).strip("[]").strip()
            stated.setdefault(pair.group(1).casefold(), ", ".join(part.strip(" \"'") for part in value.split('",')))
    return stated, text[found.end() :]


def _first(stated: dict[str, str], field: str) -> str:
    return next((stated[key] for key in _ORIGIN_KEYS[field] if stated.get(key)), "")


@dataclass(slots=True)
class _Place:
    """Where in the document the tokens stand."""

    quotes: int = 0
    lists: int = 0
    heading: int = 0
    row: int = 0
    column: int = 0
    is_cell: bool = False

    def move(self, token: Token) -> None:
        """Take note of a token that opens or closes something."""
        name, _under, _end = token.type.rpartition("_")
        if name == "blockquote":
            self.quotes += token.nesting
        elif name in {"bullet_list", "ordered_list"}:
            self.lists += token.nesting
        elif name == "heading":
            self.heading = int(token.tag[1]) if token.nesting > 0 else 0
        elif name == "table":
            self.row = 0
        elif name == "tr" and token.nesting > 0:
            self.row, self.column = self.row + 1, 0
        elif name in {"th", "td"}:
            self.is_cell = token.nesting > 0
            self.column += self.is_cell

    def passage(self, words: str) -> Passage:
        """Give words that stand here as the kind of passage they are."""
        if self.heading:
            return Passage(BlockKind.HEADING, words, level=self.heading)
        if self.is_cell:
            return Passage(BlockKind.CELL, words, row=self.row, column=self.column)
        if self.quotes:
            return Passage(BlockKind.QUOTATION, words)
        if self.lists:
            return Passage(BlockKind.ITEM, words, level=min(self.lists, 9))
        return Passage(BlockKind.PARAGRAPH, words)


def _passages(text: str) -> Iterator[Passage]:
    place = _Place()
    for token in MarkdownIt("commonmark", {"maxNesting": 60}).enable(["table", "strikethrough"]).parse(text):
        if token.type == "inline":
            yield place.passage(_inline(token.children or ()))
        elif token.type in {"fence", "code_block"}:
            yield from (Passage(BlockKind.PARAGRAPH, line) for line in token.content.splitlines())
        elif token.type == "html_block":
            yield from _html(token.content)
        else:
            place.move(token)


def _inline(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif token.type == "image":
            parts.append(token.content)
    return "".join(parts)


def _html(content: str) -> Iterator[Passage]:
    root = tree(content)
    if root is not None:
        yield from (block.passage for block in blocks(root) if not block.is_hidden)


READER = Reader("markdown", media=(kinds.MARKDOWN,), read=read)
