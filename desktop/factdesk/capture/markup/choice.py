"""The text of a page with its headline, standfirst and captions, and the rest marked as left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factdesk.capture.canonical import Passage
from factdesk.capture.markup.main_text import Extracted, choose, extract
from factdesk.capture.markup.tree import Page
from factdesk.capture.markup.walk import PageBlock
from factdesk.model.enums import BlockKind

_REACH = 40
_TRAILING = 3
_ASKING_CHARS = 160
_ASKING = re.compile(
    r"""^(sign\ up\ (for|to|here)|subscribe\ (to|now|here|today)|thanks\ for\ (signing|subscribing)
    |your\ subscription\ has|by\ (signing\ up|subscribing)|(continue|keep)\ reading\b|read\ (more|next|also|on)\s*[:|»→]
    |see\ also\s*[:|]|related\s*(articles?|stories|posts|topics|links)?\s*:
    |(share|follow)\ (this|us|on)\b|advertisement\b
    |story\ continues\ below|article\ continues\ (below|after)|explore\ further|(leave\ a|post\ a|view)\ comments?\b
    |comments?\s*(\(\d+\))?$|most\ (read|popular)$|recommended$|sponsored( content)?$|loading\b|skip\ to\b
    |all\ rights\ reserved|copyright\ ©|©\s*\d{4}|click\ here\ to|download\ (our|the)\ app
    |чита(йте|ти|ть)\ (також|також\ за\ темою|также|ещё|еще|далі|далее|більше)|підп(исуйтесь|исуйтеся|ишіться|исатися)\b
    |подп(исывайтесь|ишитесь)\b|реклама$|поділитися\b|поделиться\b|коментар(і|ів)?\b.{0,12}$|комментари(и|й)\b.{0,12}$
    |(más|lesen\ sie\ auch|lire\ aussi|leggi\ anche|czytaj\ (też|także|również)|lee\ también)\s*[:|])""",
    re.IGNORECASE | re.VERBOSE,
)


def chosen(page: Page, found: Sequence[PageBlock], title: str, description: str, url: str) -> list[Passage] | None:
    """Give the page's passages with `is_kept` set; None when the text cannot be told from the rest."""
    if not page.is_plain:
        return None
    extracted = extract(page.root, url)
    if not extracted.passages:
        return None
    marks = choose(found, extracted)
    if marks is None:
        return _extractors_own(found, extracted, title)
    _drop_hidden(found, marks)
    _add_headline(found, marks, title)
    _add_standfirst(found, marks, description)
    _add_captions(found, marks)
    _trim(found, marks)
    return [
        replace(block.passage, is_kept=mark)
        for block, mark in zip(found, marks, strict=True)
        if mark or not block.is_hidden
    ]


def _drop_hidden(found: Sequence[PageBlock], marks: list[bool]) -> None:
    """Leave out what readers do not see, unless it is most of the text (a page that shows itself by script)."""
    hidden = [index for index, mark in enumerate(marks) if mark and found[index].is_hidden]
    size = sum(len(found[index].passage.words) for index in hidden)
    if 2 * size < sum(len(block.passage.words) for block, mark in zip(found, marks, strict=True) if mark):
        for index in hidden:
            marks[index] = False


def _extractors_own(found: Sequence[PageBlock], extracted: Extracted, title: str) -> list[Passage]:
    """Give the extractor's passages as they are, the headline before them, the page's other blocks left out behind."""
    taken = {_letters(passage.words) for passage in extracted.passages}
    head: list[Passage] = []
    if title and _letters(title) not in taken:
        head = [block.passage for block in found if _is_headline(block, title)][:1]
    rest = [
        replace(block.passage, is_kept=False)
        for block in found
        if not block.is_hidden and block.passage not in head and _letters(block.passage.words) not in taken
    ]
    return [*head, *extracted.passages, *rest]


def _add_headline(found: Sequence[PageBlock], marks: list[bool], title: str) -> None:
    """Keep the headline above the text: the heading that says what the title says."""
    first = marks.index(True) if True in marks else 0
    if any(mark and _is_headline(block, title) for block, mark in zip(found, marks, strict=True)):
        return
    places = [index for index, block in enumerate(found) if _is_headline(block, title) and not block.is_hidden]
    if places:
        marks[min(places, key=lambda index: (index > first, abs(first - index)))] = True


def _is_headline(block: PageBlock, title: str) -> bool:
    if block.passage.kind is not BlockKind.HEADING or not title:
        return False
    mine, theirs = _letters(block.passage.words), _letters(title)
    return len(mine) > 5 and (mine == theirs or theirs.startswith(mine) or mine.startswith(theirs))


def _add_standfirst(found: Sequence[PageBlock], marks: list[bool], description: str) -> None:
    """Keep the paragraph between headline and text that says what the page's description says."""
    wanted = _letters(description)
    if len(wanted) < 30 or True not in marks:
        return
    kept = [index for index, mark in enumerate(marks) if mark]
    for index in range(kept[0], min(kept[-1], kept[0] + _REACH)):
        if not marks[index] and not found[index].is_hidden and _letters(found[index].passage.words) == wanted:
            marks[index] = True
            return


def _add_captions(found: Sequence[PageBlock], marks: list[bool]) -> None:
    """Keep the captions of pictures that stand within the text."""
    kept = [index for index, mark in enumerate(marks) if mark]
    if not kept:
        return
    seen = {_letters(found[index].passage.words) for index in kept}
    for index in range(kept[0], kept[-1]):
        block = found[index]
        words = _letters(block.passage.words)
        if block.passage.kind is BlockKind.CAPTION and not block.is_aside and not block.is_hidden and words not in seen:
            marks[index] = True
            seen.add(words)


def _trim(found: Sequence[PageBlock], marks: list[bool]) -> None:
    """Leave out what asks for something instead of telling something, and headings with nothing under them."""
    for index, block in enumerate(found):
        if marks[index] and len(block.passage.words) <= _ASKING_CHARS and _ASKING.match(block.passage.words):
            marks[index] = False
    kept = [index for index, mark in enumerate(marks) if mark]
    for index in kept[:0:-1][:_TRAILING]:
        if found[index].passage.kind is not BlockKind.HEADING:
            return
        marks[index] = False


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()
