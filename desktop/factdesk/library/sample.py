"""Builds the sample library from `resources/sample/desk.toml`: an invented desk whose check is nearly done.

Only verbs of the library are used, so the sample is what a person could have made by hand, undo and history included.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from factdesk.claims.anchoring import anchor, find_quote
from factdesk.compute import Compute, Here
from factdesk.errors import BugError
from factdesk.library.filing import article_draft
from factdesk.library.filing_values import FilingDraft, Origin
from factdesk.library.library import Library
from factdesk.model.enums import (
    Answer,
    Channel,
    ClaimKind,
    Credibility,
    Kind,
    Outcome,
    PersonRole,
    Reliability,
    Risk,
    Role,
    SourceLevel,
    SourceType,
    Stance,
    Status,
    StrikeReason,
    TwinChoice,
)
from factdesk.model.ids import ArticleId, ClaimId, SourceId, VersionId
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import Calculation, CalculationInput, EvidenceDraft
from factdesk.model.values.sources import Citation, ContactDraft, SourceDraft, SourcePatch
from factdesk.model.values.text import Anchor
from factdesk.model.values.versions import Placement, PlacementAnswer
from factdesk.paths import resource

FOLDER = "sample"
STORY = "story"
NEXT_VERSION = "story-3.html"
"""A third version of the story that is not filed: one claim's words change in it, two vanish."""
ME = "@me"

Entry = Mapping[str, Any]


def build_sample(folder: Path, *, who: str, clock: Callable[[], datetime], compute: Compute | None = None) -> Library:
    """Make the sample library in a new folder and give it open; `who` becomes one of its checkers.

    LibraryError or PlaceError when the folder cannot be made.
    """
    library = Library.create(folder, who=who, clock=clock, compute=compute or Here())
    try:
        _Builder(library, who).build()
    except BaseException:
        library.close()
        raise
    return library


def sample_file(name: str) -> Path:
    """Give a file of the sample, such as `story-3.html`."""
    return resource(f"{FOLDER}/{name}")


class _Builder:
    """Walks through `desk.toml` and remembers which key became which id."""

    def __init__(self, library: Library, who: str) -> None:
        self._library = library
        self._who = who
        self._desk = tomllib.loads(sample_file("desk.toml").read_text(encoding="utf-8"))
        self._articles: dict[str, ArticleId] = {}
        self._claims: dict[str, ClaimId] = {}
        self._sources: dict[str, SourceId] = {}

    def build(self) -> None:
        """Do it all, in the order in which a desk would."""
        self._add_people()
        for entry in self._entries("articles"):
            self._file(entry)
        for entry in self._entries("sources"):
            self._add_source(entry)
        for entry in self._entries("claims"):
            self._mark(entry)
        for entry in self._entries("strikes"):
            self._strike(entry)
        for entry in self._entries("versions"):
            self._add_version(entry)
        for entry in self._entries("evidence"):
            self._link(entry)
        for entry in self._entries("claims"):
            self._judge(entry)
        for entry in self._entries("contacts"):
            self._log_contact(entry)
        for entry in self._entries("notes"):
            self._write_note(entry)
        for entry in self._entries("articles"):
            self._assign(entry)
        self._library.indexing.drain()

    def _entries(self, name: str) -> Iterable[Entry]:
        entries: list[Entry] = self._desk[name]
        return entries

    def _person(self, name: str) -> str:
        return self._who if name == ME else name

    def _add_people(self) -> None:
        people = list(self._entries("people"))
        if self._who not in {entry["name"] for entry in people}:
            people.insert(0, {"name": self._who, "role": PersonRole.STAFF.value})
        for entry in people:
            self._library.desk.add_person(
                entry["name"],
                tuple(entry.get("aliases", ())),
                entry.get("title", ""),
                PersonRole(entry["role"]),
            )

    def _read(self, name: str) -> FilingDraft:
        return self._library.filing.preview(Origin.file(sample_file(name)))

    def _file(self, entry: Entry) -> None:
        draft = self._read(entry["file"])
        article = replace(
            article_draft(draft.captured, role=Role(entry["role"]), tags=tuple(entry.get("tags", ()))),
            title=entry["title"],
            outlet=entry["outlet"],
            authors=tuple(entry.get("authors", ())),
            published=entry["published"],
            language=entry["language"],
            canonical_url=entry.get("url", ""),
        )
        changes = self._library.filing.file(draft, article, TwinChoice.KEEP_BOTH, None)
        self._articles[entry["key"]] = ArticleId(changes.new(Kind.ARTICLE))

    def _assign(self, entry: Entry) -> None:
        """Say how far the work on an article is; those that somebody has read are no longer new."""
        patch = ArticlePatch(
            status=Status(entry["status"]) if "status" in entry else None,
            assignee=self._person(entry["assignee"]) if "assignee" in entry else None,
            due=entry.get("due"),
        )
        if patch != ArticlePatch():
            self._library.articles.edit(self._articles[entry["key"]], patch)
        if not entry.get("is_unread", False):
            self._library.articles.mark_read(self._articles[entry["key"]])

    def _add_source(self, entry: Entry) -> None:
        level = SourceLevel(entry["level"])
        reliability = Reliability(entry["reliability"])
        kind = SourceType(entry["type"])
        if "article" in entry:
            number = SourceId(self._library.sources.from_article(self._articles[entry["article"]]).new(Kind.SOURCE))
            citation = replace(self._library.sources.detail(number).row.citation, type=kind)
            self._library.sources.edit(number, SourcePatch(citation, level, reliability))
        else:
            known = {field.name for field in fields(Citation)} - {"type"}
            citation = Citation(type=kind, **{name: value for name, value in entry.items() if name in known})
            number = SourceId(self._library.sources.add(SourceDraft(citation, level, reliability)).new(Kind.SOURCE))
        self._sources[entry["key"]] = number

    def _mark(self, entry: Entry) -> None:
        version, place = self._place(self._articles[entry["article"]], entry["words"])
        changes = self._library.claims.mark(version, place.span, kind=ClaimKind(entry["kind"]))
        self._claims[entry["key"]] = ClaimId(changes.new(Kind.CLAIM))

    def _strike(self, entry: Entry) -> None:
        version, place = self._place(self._articles[entry["article"]], entry["words"])
        self._library.coverage.strike(version, [place.span], StrikeReason(entry["reason"]))

    def _add_version(self, entry: Entry) -> None:
        """File the next version, and say of each changed claim that it moves along."""
        article_id = self._articles[entry["article"]]
        detail = self._library.articles.detail(article_id)
        draft = self._read(entry["file"])
        twin = next(one for one in draft.twins if one.article_id == article_id)
        self._library.filing.file(
            draft,
            replace(article_draft(draft.captured), title=detail.row.title, language=detail.row.language),
            TwinChoice.NEW_VERSION,
            twin,
        )
        moved = {self._claims[one["key"]]: one["moved_to"] for one in self._entries("claims") if "moved_to" in one}
        carried = self._library.versions.carry_over(article_id)
        waiting = carried.waiting if carried else ()
        answers = []
        for claim in waiting:
            _version, place = self._place(article_id, moved[ClaimId(claim.claim_id)])
            answers.append(PlacementAnswer(claim.claim_id, Placement.BY_HAND, place))
        if answers:
            self._library.versions.place(answers)

    def _judge(self, entry: Entry) -> None:
        patch = ClaimPatch(
            statement=entry.get("statement"),
            claimant=entry.get("claimant"),
            said_when=entry.get("said_when"),
            said_where=entry.get("said_where"),
            rationale=entry.get("rationale"),
            risk=Risk(entry["risk"]),
            wording=entry.get("wording"),
            wording_answer=Answer(entry["wording_answer"]) if "wording_answer" in entry else None,
            assignee=self._person(entry["assignee"]),
            reviewer=entry.get("reviewer"),
            due=entry.get("due"),
            tags=tuple(entry["tags"]) if "tags" in entry else None,
        )
        number = self._claims[entry["key"]]
        self._library.claims.edit(number, patch)
        if "verdict" in entry:
            self._library.claims.edit(number, ClaimPatch(verdict=entry["verdict"]))
        self._library.claims.edit(number, ClaimPatch(status=Status(entry["status"])))

    def _link(self, entry: Entry) -> None:
        source = self._sources[entry["source"]]
        article = self._library.sources.detail(source).row.article_id
        version, place = (None, None) if article is None else self._place(ArticleId(article), entry["words"])
        self._library.evidence.link(
            EvidenceDraft(
                claim_id=self._claims[entry["claim"]],
                source_id=source,
                stance=Stance(entry["stance"]),
                version_id=version,
                anchor=place,
                passage=entry.get("passage", ""),
                locator=entry.get("locator", ""),
                credibility=Credibility(entry["credibility"]),
                note=entry.get("note", ""),
                calculation=self._calculation(entry.get("calculation"), source, article),
            )
        )

    def _calculation(self, entry: Entry | None, source: SourceId, article: int | None) -> Calculation | None:
        if entry is None or article is None:
            return None
        inputs = tuple(
            CalculationInput(
                name=one["name"],
                label=one["label"],
                value=one["value"],
                unit=one.get("unit", ""),
                source_id=source,
                anchor=self._place(ArticleId(article), one["words"])[1],
            )
            for one in entry["inputs"]
        )
        return Calculation(entry["question"], inputs, entry["expression"], "", entry["unit"])

    def _log_contact(self, entry: Entry) -> None:
        self._library.sources.log_contact(
            ContactDraft(
                source_id=self._sources[entry["source"]],
                at=entry["at"],
                channel=Channel(entry["channel"]),
                who=entry["who"],
                outcome=Outcome(entry["outcome"]),
                answer=entry["answer"],
            )
        )

    def _write_note(self, entry: Entry) -> None:
        owners: dict[Kind, Mapping[str, int]] = {
            Kind.CLAIM: self._claims,
            Kind.ARTICLE: self._articles,
            Kind.SOURCE: self._sources,
        }
        kind = next(one for one in owners if one.value in entry)
        self._library.notes.write(kind, owners[kind][entry[kind.value]], entry["text"])

    def _place(self, article_id: ArticleId, words: str) -> tuple[VersionId, Anchor]:
        """Give the one place of words in an article's newest version; BugError when the sample is not whole."""
        version = VersionId(self._library.articles.detail(article_id).latest.id)
        text = self._library.articles.text(version).content.text
        spans = find_quote(text, words)
        if len(spans) != 1:
            message = f"the sample's words “{words}” are {len(spans)} times in article {article_id}"
            raise BugError(message)
        return version, anchor(text, spans[0])
