"""The words for every closed set, once: window, menus, lists and dialogs read these tables."""

from __future__ import annotations

from factdesk.model.enums import (
    AnchorState,
    Answer,
    BlockKind,
    Channel,
    ClaimKind,
    Credibility,
    Kind,
    Outcome,
    Reliability,
    Risk,
    Role,
    SourceLevel,
    SourceType,
    Stance,
    Status,
    StrikeReason,
)
from factdesk.words import mark

STATUSES = {
    Status.TODO: mark("To do"),
    Status.PROGRESS: mark("In progress"),
    Status.REVIEW: mark("In review"),
    Status.DONE: mark("Done"),
}
ROLES = {Role.DRAFT: mark("Draft to check"), Role.REFERENCE: mark("Reference")}
CLAIM_KINDS = {
    ClaimKind.QUOTATION: mark("Quotation"),
    ClaimKind.NUMBER: mark("Number"),
    ClaimKind.DATE: mark("Date"),
    ClaimKind.NAME: mark("Name"),
    ClaimKind.EVENT: mark("Event"),
    ClaimKind.COMPARISON: mark("Comparison"),
    ClaimKind.OTHER: mark("Other"),
}
RISKS = {Risk.MUST_FIX: mark("Must fix"), Risk.RISKY: mark("Risky"), Risk.MINOR: mark("Minor")}
ANSWERS = {
    Answer.PROPOSED: mark("Proposed"),
    Answer.ACCEPTED: mark("Accepted"),
    Answer.REJECTED: mark("Rejected"),
}
STANCES = {Stance.SUPPORTS: mark("Supports"), Stance.REFUTES: mark("Refutes"), Stance.CONTEXT: mark("Context")}
STATES = {
    AnchorState.ANCHORED: mark("Found again"),
    AnchorState.CHANGED: mark("Changed"),
    AnchorState.ORPHAN: mark("Orphan"),
}
LEVELS = {SourceLevel.PRIMARY: mark("Primary"), SourceLevel.SECONDARY: mark("Secondary")}
RELIABILITIES = {
    Reliability.A: mark("Completely reliable"),
    Reliability.B: mark("Usually reliable"),
    Reliability.C: mark("Fairly reliable"),
    Reliability.D: mark("Not usually reliable"),
    Reliability.E: mark("Unreliable"),
    Reliability.F: mark("Cannot be judged"),
}
CREDIBILITIES = {
    Credibility.ONE: mark("Confirmed elsewhere"),
    Credibility.TWO: mark("Probably true"),
    Credibility.THREE: mark("Possibly true"),
    Credibility.FOUR: mark("Doubtful"),
    Credibility.FIVE: mark("Improbable"),
    Credibility.SIX: mark("Cannot be judged"),
}
SOURCE_TYPES = {
    SourceType.ARTICLE: mark("Newspaper article"),
    SourceType.WEBPAGE: mark("Web page"),
    SourceType.REPORT: mark("Report"),
    SourceType.BOOK: mark("Book"),
    SourceType.JOURNAL: mark("Journal article"),
    SourceType.INTERVIEW: mark("Interview"),
    SourceType.CALL: mark("Call or message"),
    SourceType.DOCUMENT: mark("Document"),
    SourceType.DATASET: mark("Dataset"),
    SourceType.LEGISLATION: mark("Law"),
    SourceType.BROADCAST: mark("Broadcast"),
    SourceType.SPEECH: mark("Speech"),
    SourceType.POST: mark("Post"),
}
CHANNELS = {
    Channel.PHONE: mark("Phone"),
    Channel.EMAIL: mark("E-mail"),
    Channel.MESSAGE: mark("Message"),
    Channel.MEETING: mark("Meeting"),
    Channel.LETTER: mark("Letter"),
}
OUTCOMES = {
    Outcome.ANSWERED: mark("Answered"),
    Outcome.NO_ANSWER: mark("No answer"),
    Outcome.REFUSED: mark("Refused"),
    Outcome.SENT: mark("Sent"),
}
STRIKE_REASONS = {
    StrikeReason.OPINION: mark("Opinion or feeling"),
    StrikeReason.FORECAST: mark("Plan or forecast"),
    StrikeReason.SCENE: mark("Scene or transition"),
    StrikeReason.COMMON: mark("Common knowledge"),
    StrikeReason.ELSEWHERE: mark("Checked elsewhere"),
}
BLOCKS = {
    BlockKind.HEADING: mark("Heading"),
    BlockKind.PARAGRAPH: mark("Paragraph"),
    BlockKind.ITEM: mark("List item"),
    BlockKind.QUOTATION: mark("Quotation"),
    BlockKind.CELL: mark("Table cell"),
    BlockKind.CAPTION: mark("Caption"),
}
KINDS = {
    Kind.ARTICLE: mark("Articles"),
    Kind.CLAIM: mark("Claims"),
    Kind.SOURCE: mark("Sources"),
    Kind.EVIDENCE: mark("Evidence"),
    Kind.NOTE: mark("Notes"),
    Kind.MEMO: mark("Memos"),
}
LANGUAGES = (
    ("", mark("Not known")),
    ("en", mark("English")),
    ("uk", mark("Ukrainian")),
    ("ru", mark("Russian")),
    ("de", mark("German")),
    ("fr", mark("French")),
    ("es", mark("Spanish")),
    ("it", mark("Italian")),
    ("pl", mark("Polish")),
    ("pt", mark("Portuguese")),
    ("ro", mark("Romanian")),
    ("nl", mark("Dutch")),
    ("cs", mark("Czech")),
    ("tr", mark("Turkish")),
    ("ar", mark("Arabic")),
    ("he", mark("Hebrew")),
)
