"""Every verb of the library that undo can take back, as rows of data: how to do it, and what it is recorded as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import (
    AnchorState,
    Credibility,
    Kind,
    Reliability,
    SourceType,
    Stance,
    Status,
    StrikeReason,
)
from factdesk.model.ids import ContactId, EvidenceId, NoteId, StrikeId
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import EvidenceDraft, EvidencePatch
from factdesk.model.values.sources import Citation, SourceDraft, SourcePatch
from factdesk.model.values.versions import Placement, PlacementAnswer
from factdesk.model.verbs import Verb
from library.things import REPORT, STORY, Desk, a_contact, add_version, file_text, span_of

Do = Callable[[Library, Desk], Changes]
SECOND = STORY.replace("six weeks late", "eight weeks after the promised day")


@dataclass(frozen=True)
class Deed:
    """One verb. `before` makes what the deed needs; `missing` does it to a thing that is not there."""

    name: str
    verb: Verb
    do: Do
    kind: Kind
    before: Callable[[Library, Desk], object] | None = None
    missing: Callable[[Library], Changes] | None = None


def _placed(library: Library, desk: Desk) -> Changes:
    carried = library.versions.carry_over(desk.article)
    assert carried is not None
    waiting = [one for one in carried.claims if one.found.state is not AnchorState.ANCHORED]
    return library.versions.place([PlacementAnswer(one.claim_id, Placement.CLOSE) for one in waiting])


def _by_hand(desk: Desk) -> EvidenceDraft:
    return EvidenceDraft(desk.other_claim, desk.source, Stance.SUPPORTS, passage="opened late", locator="00:41")


GONE = 999_999
DEEDS = (
    Deed("file", Verb.FILE_ARTICLE, lambda lib, _: file_text(lib, REPORT + "Another page of it.\n"), Kind.ARTICLE),
    Deed("add_version", Verb.ADD_VERSION, lambda lib, d: add_version(lib, d.article, SECOND), Kind.VERSION),
    Deed(
        "edit_article",
        Verb.EDIT_ARTICLE,
        lambda lib, d: lib.articles.edit(d.article, ArticlePatch(title="New title", tags=("budget",))),
        Kind.ARTICLE,
        missing=lambda lib: lib.articles.edit(GONE, ArticlePatch(title="x")),  # type: ignore[arg-type]
    ),
    Deed(
        "delete_article",
        Verb.DELETE_ARTICLE,
        lambda lib, d: lib.articles.delete(d.article),
        Kind.ARTICLE,
        missing=lambda lib: lib.articles.delete(GONE),  # type: ignore[arg-type]
    ),
    Deed(
        "restore_article",
        Verb.RESTORE,
        lambda lib, d: lib.articles.restore(d.article),
        Kind.ARTICLE,
        before=lambda lib, d: lib.articles.delete(d.article),
        missing=lambda lib: lib.articles.restore(GONE),  # type: ignore[arg-type]
    ),
    Deed(
        "mark",
        Verb.MARK_CLAIM,
        lambda lib, d: lib.claims.mark(d.version, span_of(lib, d.version, "61,300 people")),
        Kind.CLAIM,
        missing=lambda lib: lib.claims.mark_quote(GONE, "61,300"),  # type: ignore[arg-type]
    ),
    Deed(
        "edit_claim",
        Verb.EDIT_CLAIM,
        lambda lib, d: lib.claims.edit(d.claim, ClaimPatch(statement="No patient lay there.", tags=("ward",))),
        Kind.CLAIM,
        missing=lambda lib: lib.claims.edit(GONE, ClaimPatch(statement="x")),  # type: ignore[arg-type]
    ),
    Deed(
        "set_verdict",
        Verb.SET_VERDICT,
        lambda lib, d: lib.claims.edit(d.claim, ClaimPatch(verdict="false")),
        Kind.CLAIM,
    ),
    Deed(
        "set_status",
        Verb.SET_STATUS,
        lambda lib, d: lib.claims.edit(d.claim, ClaimPatch(status=Status.REVIEW)),
        Kind.CLAIM,
    ),
    Deed(
        "delete_claim",
        Verb.DELETE_CLAIM,
        lambda lib, d: lib.claims.delete(d.claim),
        Kind.CLAIM,
        missing=lambda lib: lib.claims.delete(GONE),  # type: ignore[arg-type]
    ),
    Deed(
        "restore_claim",
        Verb.RESTORE,
        lambda lib, d: lib.claims.restore(d.claim),
        Kind.CLAIM,
        before=lambda lib, d: lib.claims.delete(d.claim),
    ),
    Deed("place", Verb.PLACE_CLAIM, _placed, Kind.CLAIM, before=lambda lib, d: add_version(lib, d.article, SECOND)),
    Deed(
        "strike",
        Verb.STRIKE,
        lambda lib, d: lib.coverage.strike(
            d.version, [span_of(lib, d.version, "The hall opened in November")], list(StrikeReason)[1]
        ),
        Kind.STRIKE,
    ),
    Deed(
        "unstrike",
        Verb.UNSTRIKE,
        lambda lib, d: lib.coverage.unstrike(StrikeId(d.strike)),
        Kind.STRIKE,
        missing=lambda lib: lib.coverage.unstrike(StrikeId(GONE)),
    ),
    Deed(
        "add_source",
        Verb.ADD_SOURCE,
        lambda lib, _: lib.sources.add(SourceDraft(Citation(SourceType.CALL, "Call with the ward"))),
        Kind.SOURCE,
    ),
    Deed(
        "source_from_article",
        Verb.ADD_SOURCE,
        lambda lib, d: lib.sources.from_article(d.article),
        Kind.SOURCE,
        missing=lambda lib: lib.sources.from_article(GONE),  # type: ignore[arg-type]
    ),
    Deed(
        "edit_source",
        Verb.EDIT_SOURCE,
        lambda lib, d: lib.sources.edit(d.source, SourcePatch(reliability=Reliability.B, is_confidential=True)),
        Kind.SOURCE,
        missing=lambda lib: lib.sources.edit(GONE, SourcePatch(reliability=Reliability.B)),  # type: ignore[arg-type]
    ),
    Deed(
        "delete_source",
        Verb.DELETE_SOURCE,
        lambda lib, d: lib.sources.delete(d.source),
        Kind.SOURCE,
        missing=lambda lib: lib.sources.delete(GONE),  # type: ignore[arg-type]
    ),
    Deed(
        "restore_source",
        Verb.RESTORE,
        lambda lib, d: lib.sources.restore(d.source),
        Kind.SOURCE,
        before=lambda lib, d: lib.sources.delete(d.source),
    ),
    Deed(
        "log_contact",
        Verb.LOG_CONTACT,
        lambda lib, d: lib.sources.log_contact(a_contact(d.source, answer="Nothing more.")),
        Kind.CONTACT,
        missing=lambda lib: lib.sources.log_contact(a_contact(GONE)),
    ),
    Deed(
        "delete_contact",
        Verb.DELETE_CONTACT,
        lambda lib, d: lib.sources.delete_contact(ContactId(d.contact)),
        Kind.CONTACT,
        missing=lambda lib: lib.sources.delete_contact(ContactId(GONE)),
    ),
    Deed(
        "link",
        Verb.LINK_EVIDENCE,
        lambda lib, d: lib.evidence.link(_by_hand(d)),
        Kind.EVIDENCE,
        missing=lambda lib: lib.evidence.link(EvidenceDraft(GONE, GONE, Stance.CONTEXT)),
    ),
    Deed(
        "link_span",
        Verb.LINK_EVIDENCE,
        lambda lib, d: lib.evidence.link_span(
            d.other_claim, d.source, Stance.CONTEXT, d.source_version, span_of(lib, d.source_version, "61,312 patients")
        ),
        Kind.EVIDENCE,
    ),
    Deed(
        "edit_evidence",
        Verb.EDIT_EVIDENCE,
        lambda lib, d: lib.evidence.edit(
            EvidenceId(d.evidence), EvidencePatch(stance=Stance.CONTEXT, credibility=list(Credibility)[1], note="Hm.")
        ),
        Kind.EVIDENCE,
        missing=lambda lib: lib.evidence.edit(EvidenceId(GONE), EvidencePatch(note="x")),
    ),
    Deed(
        "unlink",
        Verb.UNLINK_EVIDENCE,
        lambda lib, d: lib.evidence.unlink(EvidenceId(d.evidence)),
        Kind.EVIDENCE,
        missing=lambda lib: lib.evidence.unlink(EvidenceId(GONE)),
    ),
    Deed(
        "restore_evidence",
        Verb.RESTORE,
        lambda lib, d: lib.evidence.restore(EvidenceId(d.evidence)),
        Kind.EVIDENCE,
        before=lambda lib, d: lib.evidence.unlink(EvidenceId(d.evidence)),
    ),
    Deed(
        "write_note",
        Verb.WRITE_NOTE,
        lambda lib, d: lib.notes.write(Kind.CLAIM, d.other_claim, "Look at the photograph."),
        Kind.NOTE,
    ),
    Deed(
        "edit_note",
        Verb.WRITE_NOTE,
        lambda lib, d: lib.notes.edit(NoteId(d.note), "Ask her twice."),
        Kind.NOTE,
        missing=lambda lib: lib.notes.edit(NoteId(GONE), "x"),
    ),
    Deed(
        "delete_note",
        Verb.DELETE_NOTE,
        lambda lib, d: lib.notes.delete(NoteId(d.note)),
        Kind.NOTE,
        missing=lambda lib: lib.notes.delete(NoteId(GONE)),
    ),
    Deed("add_person", Verb.ADD_PERSON, lambda lib, _: lib.desk.add_person("Iven Pell", ["Івен"]), Kind.PERSON),
)
