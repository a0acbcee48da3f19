"""Queries drawn from the documents that are measured: the same for every engine. Standard library only."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus import Article

_WORD = re.compile(r"[^\W\d_]{4,}")
KINDS = (
    *("rare word", "common word", "two words", "phrase"),
    *("prefix 2", "prefix 3", "prefix 4", "prefix 5"),
    *("fuzzy", "boolean", "date", "facet"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """One query. `words` are joined by AND (kind "phrase": stand so; "prefix ...": begin so; "fuzzy": within one
    edit; "boolean": either of the two and not `without`; "date": published in `start`..`end`; "facet": outlets
    counted as well)."""

    kind: str
    words: tuple[str, ...]
    without: str = ""
    start: str = ""
    end: str = ""


def questions(found: Sequence[Article], number: int) -> list[Question]:
    """Draw `number` queries of each kind; all but "boolean", "date" and "fuzzy" have a hit at least."""
    chance = random.Random(11)
    counts: Counter[str] = Counter()
    for article in found:
        counts.update({word.casefold() for word in _WORD.findall(article.body)})
    ranked = [word for word, _count in counts.most_common()]
    common = ranked[20:400]
    middle = ranked[:5000]
    rare = [word for word in ranked if 2 <= counts[word] <= max(3, len(found) // 500)] or ranked

    def row(length: int) -> tuple[str, ...]:
        while True:
            text = chance.choice(found).body[:3000]
            at = chance.randrange(max(1, len(text)))
            match = re.compile(r"(?<!\w)" + r" +".join([r"[^\W\d_]{3,}"] * length) + r"(?!\w)").search(text, at)
            if match is not None:
                return tuple(word.casefold() for word in match.group().split())

    def days() -> tuple[str, str]:
        published = chance.choice(found).published[:4]
        return f"{published}-01-01", f"{published}-06-30"

    def prefix(length: int) -> Callable[[], Question]:
        words = [word for word in middle if len(word) > length]
        return lambda: Question(f"prefix {length}", (chance.choice(words)[:length],))

    def typed() -> str:
        word = chance.choice([one for one in middle if len(one) > 5])
        at = chance.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1 :] if chance.random() < 0.5 else word[:at] + chance.choice(word) + word[at + 1 :]

    draw: dict[str, Callable[[], Question]] = {
        "rare word": lambda: Question("rare word", (chance.choice(rare),)),
        "common word": lambda: Question("common word", (chance.choice(common),)),
        "two words": lambda: Question("two words", row(2)),
        "phrase": lambda: Question("phrase", row(chance.choice((2, 3)))),
        **{f"prefix {length}": prefix(length) for length in (2, 3, 4, 5)},
        "fuzzy": lambda: Question("fuzzy", (typed(),)),
        "boolean": lambda: Question("boolean", (chance.choice(rare), chance.choice(common)), chance.choice(common)),
        "date": lambda: Question("date", (chance.choice(common),), "", *days()),
        "facet": lambda: Question("facet", (chance.choice(common),)),
    }
    return [draw[kind]() for kind in KINDS for _ in range(number)]
