"""The byline among a text's first lines: whom it names as its authors and, where it says so, whom they wrote for.

Only forms that hardly mean anything else are taken ("By Jane Doe, Reuters", "Текст: Олена Коваль"), and only when a
line holds nothing besides: a sentence that begins with "By" names nobody. Which word may be part of a name is told by
the word lists of `byline_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factdesk.capture import dateline
from factdesk.capture.byline_words import (
    AGENCY,
    JOINED,
    JOINT,
    LABEL,
    NO_NAME,
    PARTICLES,
    PLACE_STARTS,
    PLURAL,
    ROLE,
    SUFFIXES,
    TAIL,
    WRITTEN_FOR,
    WRITTEN_IN,
)

_MOST_CHARS = 200
_MOST_AUTHORS = 12
_MOST_WORDS = 4
_MOST_LETTERS = 25
_LOOKED_THROUGH = 20_000
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}[^\W\d_]?\.?")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`‑-][^\W\d_]+)*")
# "Putin's" begins a title sooner than it ends a name, "ByJane" and "DoeWriter" are two words; "MacDonald" is a name.
_NO_NAMES_SHAPE = re.compile(r"['’][sS]$|^By[A-Z]|[^\W\d_A-ZА-ЯІЇЄҐ]{5}[A-ZА-ЯІЇЄҐ]")
# What goes on after a dash like a sentence, where an outlet would be short and begin with a capital.
_SENTENCE = re.compile(r"[–—-]{1,2}\s*(?:\S+\s+){6}\S|[–—-]{1,2}\s*[^\W\d_A-ZА-ЯІЇЄҐ]\S*\s+\S+\s")
_HANDLE = re.compile(r"\s*[(\[]?@\w+[)\]]?|\s*<?\S+@\S+\.\w+>?")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says. `authors` stand in the text as they stand here; `outlet` is "" when none is named.

    `lines` are the numbers of the lines it was read from; `is_sure` is False for forms that could mean something else.
    """

    authors: tuple[str, ...] = ()
    outlet: str = ""
    lines: tuple[int, ...] = ()
    is_sure: bool = True


NONE = Byline()


def read(lines: Sequence[str]) -> Byline:
    """Read the first byline near the top of a text, given by its lines; `NONE` when there is none beyond doubt."""
    for number, line in enumerate(dateline.top(lines)):
        after = lines[number + 1 : number + 1 + _MOST_AUTHORS]
        found = _labelled(line, after) or _unlabelled(line) or (_dated(line, after) if number else None)
        if found and _is_borne_out(found, lines, number):
            return replace(found, lines=tuple(number + step for step in found.lines))
    return NONE


def is_line(words: str) -> bool:
    """Whether a line is a byline by its own words: it begins by saying so, and names somebody."""
    return _labelled(words, ()) is not None


def _labelled(line: str, after: Sequence[str]) -> Byline | None:
    """Read "By Jane Doe", or "By" alone on its line with the names on the next ones, as pages are copied."""
    label = LABEL.match(line) if len(line) <= _MOST_CHARS else None
    if label is None:
        return None
    rest, used = line[label.end() :], 1
    is_split = not rest
    if is_split and after:
        rest, used = after[0], 2
    while used < len(after) and JOINT.fullmatch(after[used - 1]):
        rest, used = f"{rest} {after[used - 1]} {after[used]}", used + 2
    if not rest or len(rest) > _MOST_CHARS:
        return None
    found = _named(rest, is_many=PLURAL.match(line) is not None)
    if found is None or (is_split and (not found.authors or WRITTEN_FOR.search(rest))):
        return None
    if not found.outlet and len(after) >= used and AGENCY.fullmatch(after[used - 1]):
        return replace(found, outlet=after[used - 1], lines=tuple(range(used + 1)))
    return replace(found, lines=tuple(range(used)))


def _unlabelled(line: str) -> Byline | None:
    """Read a name followed by what only an author has: "Jane Doe, Reuters", "Олена Коваль, для «Дзеркала тижня»"."""
    name, comma, rest = line.partition(", ")
    if not comma or len(line) > _MOST_CHARS // 2 or not _is_name(name):
        return None
    if AGENCY.fullmatch(rest):
        return Byline((name,), rest, (0,), is_sure=False)
    return Byline((name,), "", (0,), is_sure=False) if WRITTEN_FOR.fullmatch(rest) else None


def _dated(line: str, after: Sequence[str]) -> Byline | None:
    """Read names alone on their line, when the date stands alone on the next one or after what the person is."""
    below = after[1:2] if after and len(after[0]) <= _MOST_CHARS // 2 and ROLE.match(after[0]) else after[:1]
    if not below or not dateline.is_line(below[0]) or len(line) > _MOST_CHARS // 2:
        return None
    found = _named(line, is_many=True)
    if found is None or not found.authors or found.outlet or line != line.rstrip(".:;,") or TAIL.search(line):
        return None
    return replace(found, is_sure=False)


def _named(words: str, *, is_many: bool) -> Byline | None:
    """Read a list of names, with the outlet, the place or the role that may follow; None when it is something else."""
    head, tail = _parted(words)
    if _SENTENCE.match(tail):
        return None
    if AGENCY.fullmatch(head):
        return Byline((), head.removesuffix(" Staff"), (0,), is_sure=False)
    authors: list[str] = []
    outlet = ""
    is_joined = is_many
    is_sure = True
    for part, joint in _parts(head):
        name, beyond = _leading_name(part)
        if authors and not name and AGENCY.fullmatch(part):
            outlet = part
            break
        if not name or (authors and part.split()[0].casefold() in PLACE_STARTS):
            # After a name there may stand a place or a role, but no further words of a sentence.
            if not authors or not _is_addition(part):
                return None
            break
        is_joined = is_joined or joint not in {"", ","}
        is_sure = is_sure and (not authors or is_joined)
        authors.append(name)
        if beyond:
            outlet = beyond if AGENCY.fullmatch(beyond) else ""
            break
    if not authors or len(authors) > _MOST_AUTHORS:
        return None
    unique = tuple({name.casefold(): name for name in reversed(authors)}.values())[::-1]
    return Byline(unique, outlet or _agency_of(tail), (0,), is_sure or is_joined)


def _parted(words: str) -> tuple[str, str]:
    """Part the names from what follows them on the line: a date, a bar, another outlet, who took the photographs."""
    bare = _HANDLE.sub(", ", words)
    cut = TAIL.search(bare)
    head, tail = (bare[: cut.start()], bare[cut.start() :]) if cut else (bare, "")
    head = head.strip(" ,:")
    ends_in_initial = re.search(r"(?:^|[\s.])[^\W\d_]\.$", head)
    return head if ends_in_initial else head.rstrip("."), tail.strip(" ,.|•·/();")


def _parts(head: str) -> Iterator[tuple[str, str]]:
    """Give the parts of a list and what joined each to the one before it: "," or a word such as "and"."""
    joint, at = "", 0
    for found in JOINED.finditer(head):
        yield head[at : found.start()].strip(), joint
        joint, at = found.group().strip(), found.end()
    yield head[at:].strip(), joint


def _leading_name(part: str) -> tuple[str, str]:
    """Give the name that a part begins with and what is said of it ("in Kyiv", "BBC News"); "" when it is no name."""
    if _is_name(part):
        return part, ""
    words = part.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 1, -1):
        name, beyond = " ".join(words[:count]), " ".join(words[count:])
        if _is_name(name) and any(told.fullmatch(beyond) for told in (AGENCY, WRITTEN_FOR, WRITTEN_IN, ROLE)):
            return name, beyond
    return "", ""


def _is_addition(part: str) -> bool:
    """Whether a part may follow a name and is none: a role, or a place of one to three words."""
    words = part.split()
    return bool(ROLE.fullmatch(part)) or (0 < len(words) <= 3 and all(word[:1].isupper() for word in words))


def _agency_of(tail: str) -> str:
    found = AGENCY.match(tail)
    return found.group() if found else ""


def _is_name(words: str) -> bool:
    """Whether words have the shape of a person's name: two to four capitalised words, none of them told as no name."""
    tokens = words.split()
    if len(tokens) > 2 and tokens[-1].casefold().strip(".") in SUFFIXES:
        tokens.pop()
    counted = [token for token in tokens if token.casefold() not in PARTICLES or token[:1].isupper()]
    if not 2 <= len(counted) <= _MOST_WORDS or tokens[0] != counted[0] or tokens[-1] != counted[-1]:
        return False
    if not any(len(token) > 1 and not _INITIALS.fullmatch(token) for token in counted):
        return False
    return all(_may_be_in_name(token) for token in counted) and _is_of_one_case(counted)


def _may_be_in_name(token: str) -> bool:
    if _INITIALS.fullmatch(token):
        return token[0].isupper()
    is_word = _NAME_WORD.fullmatch(token) is not None and len(token) <= _MOST_LETTERS
    if not is_word or token.casefold() in NO_NAME or _NO_NAMES_SHAPE.search(token):
        return False
    return any(part[:1].isupper() for part in re.split("['’ʼ‑-]", token))


def _is_of_one_case(tokens: Sequence[str]) -> bool:
    """Whether capital words stand among their like, a first one apart: "JK Rowling", but not "Jane Doe NATO"."""
    loud = [token.isupper() for token in tokens if len(token) > 1 and not _INITIALS.fullmatch(token)]
    return all(loud) or not any(loud[1:])


def _is_borne_out(found: Byline, lines: Sequence[str], number: int) -> bool:
    """Whether the rest of the text speaks against a byline.

    A "name" whose words all stand there in small letters is a turn of speech ("By Popular Demand"). A name that
    nothing marks as the author's and that the text mentions again belongs to somebody it tells of.
    """
    used = {number + step for step in found.lines}
    others = [line for at, line in enumerate(lines) if at not in used and line not in found.authors]
    rest = " ".join(others)[:_LOOKED_THROUGH]
    said = frozenset(re.findall(r"[^\W\d_]+", rest)) if found.authors else frozenset()
    for name in found.authors:
        words = [word for word in re.findall(r"[^\W\d_]{2,}", name) if word.casefold() not in PARTICLES]
        if words and all(word.casefold() in said for word in words):
            return False
        if not found.is_sure and LABEL.match(lines[number]) is None and words and words[-1] in said:
            return False
    return True
