"""Every undoable deed, once: the name in the history and the words of the menu."""

from __future__ import annotations

from enum import StrEnum

from factdesk.words import _, mark


class Verb(StrEnum):
    """What a user did; one history event has one verb."""

    CREATE_LIBRARY = "create_library"
    FILE_ARTICLE = "file_article"
    ADD_VERSION = "add_version"
    EDIT_ARTICLE = "edit_article"
    DELETE_ARTICLE = "delete_article"
    RESTORE = "restore"
    MARK_CLAIM = "mark_claim"
    EDIT_CLAIM = "edit_claim"
    SET_VERDICT = "set_verdict"
    SET_STATUS = "set_status"
    DELETE_CLAIM = "delete_claim"
    PLACE_CLAIM = "place_claim"
    STRIKE = "strike"
    UNSTRIKE = "unstrike"
    ADD_SOURCE = "add_source"
    EDIT_SOURCE = "edit_source"
    DELETE_SOURCE = "delete_source"
    LOG_CONTACT = "log_contact"
    DELETE_CONTACT = "delete_contact"
    LINK_EVIDENCE = "link_evidence"
    EDIT_EVIDENCE = "edit_evidence"
    UNLINK_EVIDENCE = "unlink_evidence"
    WRITE_NOTE = "write_note"
    DELETE_NOTE = "delete_note"
    TAG = "tag"
    ADD_PERSON = "add_person"
    EDIT_PERSON = "edit_person"
    EDIT_SCALE = "edit_scale"
    EXPORT_MEMO = "export_memo"
    UNDO = "undo"
    REDO = "redo"

    @property
    def words(self) -> str:
        """Give the verb as a person reads it, in the language now spoken."""
        return _(_WORDS[self])

    @property
    def is_undoable(self) -> bool:
        """Whether undo may take it back (a memo that left the house cannot be unsent)."""
        return self not in _FINAL


_FINAL = frozenset({Verb.CREATE_LIBRARY, Verb.EXPORT_MEMO, Verb.UNDO, Verb.REDO})
_WORDS = {
    Verb.CREATE_LIBRARY: mark("Create library"),
    Verb.FILE_ARTICLE: mark("File article"),
    Verb.ADD_VERSION: mark("Add version"),
    Verb.EDIT_ARTICLE: mark("Edit article"),
    Verb.DELETE_ARTICLE: mark("Delete article"),
    Verb.RESTORE: mark("Restore from trash"),
    Verb.MARK_CLAIM: mark("Mark claim"),
    Verb.EDIT_CLAIM: mark("Edit claim"),
    Verb.SET_VERDICT: mark("Give verdict"),
    Verb.SET_STATUS: mark("Set status"),
    Verb.DELETE_CLAIM: mark("Delete claim"),
    Verb.PLACE_CLAIM: mark("Place claims in the new version"),
    Verb.STRIKE: mark("Mark as nothing to check"),
    Verb.UNSTRIKE: mark("Take back “nothing to check”"),
    Verb.ADD_SOURCE: mark("Add source"),
    Verb.EDIT_SOURCE: mark("Edit source"),
    Verb.DELETE_SOURCE: mark("Delete source"),
    Verb.LOG_CONTACT: mark("Log contact"),
    Verb.DELETE_CONTACT: mark("Delete contact"),
    Verb.LINK_EVIDENCE: mark("Link evidence"),
    Verb.EDIT_EVIDENCE: mark("Edit evidence"),
    Verb.UNLINK_EVIDENCE: mark("Unlink evidence"),
    Verb.WRITE_NOTE: mark("Write note"),
    Verb.DELETE_NOTE: mark("Delete note"),
    Verb.TAG: mark("Tag"),
    Verb.ADD_PERSON: mark("Add person"),
    Verb.EDIT_PERSON: mark("Edit person"),
    Verb.EDIT_SCALE: mark("Edit verdict scale"),
    Verb.EXPORT_MEMO: mark("Export memo"),
    Verb.UNDO: mark("Undo"),
    Verb.REDO: mark("Redo"),
}
