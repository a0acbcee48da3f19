"""Documents of our own writing, and short ways to ask an engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factdesk.progress import CancelToken, SilentProgress
from factdesk.search.engine import Engine, Hits, SearchDocument, SearchRequest
from factdesk.search.query import parse
from factdesk.search.whoosh_engine import WhooshEngine

KEY = b"a secret of the tests"


def a_document(number: int = 1, body: str = "", **over: Any) -> SearchDocument:
    """Make an article in English unless told otherwise."""
    values: dict[str, Any] = {
        "kind": "article",
        "id": number,
        "article_id": number,
        "title": "",
        "body": body,
        "language": "en",
        "public_id": f"A-{number}",
    }
    return SearchDocument(**{**values, **over})


def an_engine(folder: Path, *documents: SearchDocument) -> WhooshEngine:
    """Make an engine with these documents in it."""
    engine = WhooshEngine(folder / "index", key=KEY)
    engine.rebuild(documents, len(documents), SilentProgress(), CancelToken())
    return engine


def ask(engine: Engine, text: str, **over: Any) -> Hits:
    """Ask for what a person typed."""
    return engine.search(SearchRequest(parse(text, is_typing=over.pop("is_typing", False)), **over), CancelToken())


def found(engine: Engine, text: str, **over: Any) -> set[str]:
    """Give the keys of all that is found."""
    return {f"{hit.kind}-{hit.id}" for hit in ask(engine, text, limit=10_000, **over).hits}


def numbers(engine: Engine, text: str, **over: Any) -> list[int]:
    """Give the numbers of the hits in order."""
    return [hit.id for hit in ask(engine, text, **over).hits]


NEWS = (
    a_document(
        1,
        "The council was running out of money. Officials said the children’s ward would close, and nobody ran.",
        title="Budget cuts in Velmark",
        outlet="The New York Times",
        authors=("Ines Halloran", "Dana Koval"),
        tags=("money", "city hall"),
        published="2026-03-05",
    ),
    a_document(
        2,
        "Після війни у Києві п’ятдесяти людям повернули житло. Рішення ухвалила міська рада.",
        title="Відбудова триває",
        language="uk",
        outlet="Голос Яворця",
        authors=("Олена Коваль",),
        tags=("місто",),
        published="2025-11",
    ),
    a_document(
        3,
        "Журналисты писали о домах, которые строили для детей. Город получил новую школу.",
        title="Новая школа",
        language="ru",
        outlet="Вестник",
        published="2024",
    ),
    a_document(
        345,
        "No ward has been closed since I arrived.",
        kind="claim",
        article_id=1,
        title="No ward has closed",
        claimant="Ines Halloran",
        status="in_review",
        verdict="Mostly false",
        outlet="The New York Times",
        published="2026-03-05",
        public_id="C-345",
    ),
    a_document(
        7,
        "Board minutes: ward 4B closes on 30 June.",
        kind="evidence",
        article_id=1,
        title="Board minutes",
        stance="refutes",
        public_id="E-7",
    ),
)
