"""Closed sets of words, one spelling for database, window, command line and JSON."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Kinds of things the library holds; `Changes` and search results speak of them."""

    ARTICLE = "article"
    VERSION = "version"
    CLAIM = "claim"
    STRIKE = "strike"
    SOURCE = "source"
    EVIDENCE = "evidence"
    CONTACT = "contact"
    NOTE = "note"
    PERSON = "person"
    TAG = "tag"
    SCALE = "scale"
    MEMO = "memo"


class BlockKind(StrEnum):
    """What a block of a canonical text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    CELL = "cell"
    CAPTION = "caption"


class Role(StrEnum):
    """What an article is on the desk for."""

    DRAFT = "draft"
    REFERENCE = "reference"


class Status(StrEnum):
    """How far the work on an article or a claim is."""

    TODO = "todo"
    PROGRESS = "progress"
    REVIEW = "review"
    DONE = "done"


class ClaimKind(StrEnum):
    """What a claim states."""

    QUOTATION = "quotation"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    EVENT = "event"
    COMPARISON = "comparison"
    OTHER = "other"


class Risk(StrEnum):
    """What happens when a claim goes out as it is."""

    MUST_FIX = "must_fix"
    RISKY = "risky"
    MINOR = "minor"


class AnchorState(StrEnum):
    """How an anchor stands in the version it counts in."""

    ANCHORED = "anchored"
    CHANGED = "changed"
    ORPHAN = "orphan"


class Answer(StrEnum):
    """The answer to a proposed wording."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Stance(StrEnum):
    """What a piece of evidence says of its claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class SourceLevel(StrEnum):
    """How near a source stands to what it tells."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Reliability(StrEnum):
    """Reliability of a source (Admiralty code, AJP-2.1): A completely reliable … F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """Credibility of one piece of information (Admiralty code): 1 confirmed … 6 cannot be judged."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    SIX = "6"


class SourceType(StrEnum):
    """CSL 1.0.2 item types that a desk uses; calls and interviews are CSL types too."""

    ARTICLE = "article-newspaper"
    WEBPAGE = "webpage"
    REPORT = "report"
    BOOK = "book"
    JOURNAL = "article-journal"
    INTERVIEW = "interview"
    CALL = "personal_communication"
    DOCUMENT = "document"
    DATASET = "dataset"
    LEGISLATION = "legislation"
    BROADCAST = "broadcast"
    SPEECH = "speech"
    POST = "post"


class Channel(StrEnum):
    """How somebody was reached."""

    PHONE = "phone"
    EMAIL = "email"
    MESSAGE = "message"
    MEETING = "meeting"
    LETTER = "letter"


class Outcome(StrEnum):
    """What came of a try to reach somebody."""

    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    SENT = "sent"


class StrikeReason(StrEnum):
    """Why words need no check."""

    OPINION = "opinion"
    FORECAST = "forecast"
    SCENE = "scene"
    COMMON = "common"
    ELSEWHERE = "elsewhere"


class SentenceState(StrEnum):
    """What coverage says of a sentence."""

    CLAIMED = "claimed"
    STRUCK = "struck"
    OPEN = "open"


class TwinKind(StrEnum):
    """Why a text to be filed is taken for one that is here."""

    BYTES = "bytes"
    URL = "url"
    TEXT = "text"
    NEAR = "near"


class TwinChoice(StrEnum):
    """What to do with a text that is here already."""

    OPEN = "open"
    NEW_VERSION = "new_version"
    KEEP_BOTH = "keep_both"


class FilingOutcome(StrEnum):
    """What became of one item of a filing."""

    FILED = "filed"
    NEW_VERSION = "new_version"
    KNOWN = "known"
    TWIN = "twin"
    """Other words under an address that is here already; nothing was written, a person decides."""
    FAILED = "failed"


class PersonRole(StrEnum):
    """What a person is to the desk."""

    STAFF = "staff"
    SPEAKER = "speaker"
