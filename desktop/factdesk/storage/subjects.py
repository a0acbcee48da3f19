"""What an event is about: the one thing, and the words, that its line of the history shows."""

from __future__ import annotations

from collections.abc import Mapping

from factdesk.model.enums import Kind
from factdesk.model.verbs import Verb
from factdesk.storage.derived import Thing, touched, touched_own
from factdesk.storage.recording import RowChange

_MAIN: Mapping[Verb, Kind] = {
    Verb.FILE_ARTICLE: Kind.ARTICLE,
    Verb.ADD_VERSION: Kind.ARTICLE,
    Verb.EDIT_ARTICLE: Kind.ARTICLE,
    Verb.DELETE_ARTICLE: Kind.ARTICLE,
    Verb.MARK_CLAIM: Kind.CLAIM,
    Verb.EDIT_CLAIM: Kind.CLAIM,
    Verb.SET_VERDICT: Kind.CLAIM,
    Verb.SET_STATUS: Kind.CLAIM,
    Verb.DELETE_CLAIM: Kind.CLAIM,
    Verb.PLACE_CLAIM: Kind.CLAIM,
    Verb.STRIKE: Kind.STRIKE,
    Verb.UNSTRIKE: Kind.STRIKE,
    Verb.ADD_SOURCE: Kind.SOURCE,
    Verb.EDIT_SOURCE: Kind.SOURCE,
    Verb.DELETE_SOURCE: Kind.SOURCE,
    Verb.LOG_CONTACT: Kind.CONTACT,
    Verb.DELETE_CONTACT: Kind.CONTACT,
    Verb.LINK_EVIDENCE: Kind.EVIDENCE,
    Verb.EDIT_EVIDENCE: Kind.EVIDENCE,
    Verb.UNLINK_EVIDENCE: Kind.EVIDENCE,
    Verb.WRITE_NOTE: Kind.NOTE,
    Verb.DELETE_NOTE: Kind.NOTE,
    Verb.ADD_PERSON: Kind.PERSON,
    Verb.EDIT_PERSON: Kind.PERSON,
    Verb.EDIT_SCALE: Kind.SCALE,
    Verb.EXPORT_MEMO: Kind.MEMO,
}
_THEN = (
    Kind.CLAIM,
    Kind.SOURCE,
    Kind.EVIDENCE,
    Kind.ARTICLE,
    Kind.NOTE,
    Kind.CONTACT,
    Kind.STRIKE,
    Kind.MEMO,
    Kind.PERSON,
    Kind.SCALE,
    Kind.TAG,
    Kind.VERSION,
)


def subject_of(verb: Verb, rows: tuple[RowChange, ...]) -> Thing | None:
    """Find the main thing among written rows: of the verb's kind, else the first whose very row was written."""
    everything = touched(rows)
    main = _MAIN.get(verb)
    if main is not None and everything.get(main):
        return main, min(everything[main])
    for things in (touched_own(rows), everything):
        for kind in _THEN:
            if things.get(kind):
                return kind, min(things[kind])
    return None
