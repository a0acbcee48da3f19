"""The parts of a Word package: where its text, styles, notes and properties lie."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from factdesk.capture.archive import Archive
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.names import shown_name
from factdesk.capture.xml import parse
from factdesk.errors import InputError
from factdesk.words import _


@dataclass(frozen=True, slots=True)
class _Relation:
    """One relation: its id, the last word of its type ("styles"), its target's full name."""

    id: str
    kind: str
    target: str


class Package:
    """A Word file opened: parts are found by their relation, as the format asks, and parsed safely."""

    def __init__(self, data: bytes, name: str, limits: Limits = LIMITS) -> None:
        self._name = name
        self._limits = limits
        self.archive = Archive(data, name, limits)
        root = {relation.kind: relation.target for relation in reversed(self._relations(""))}
        self.main = root.get("officeDocument") or "word/document.xml"
        if self.main not in self.archive:
            raise InputError(
                _("{file} holds no Word text.").format(file=shown_name(name)),
                hint=_("Open it in its own program and save it as DOCX or PDF."),
                code="damaged",
            )
        self._core = root.get("core-properties") or "docProps/core.xml"
        relations = self._relations(self.main)
        self._parts = {relation.kind: relation.target for relation in reversed(relations)}
        self._by_id = {relation.id: relation.target for relation in relations}

    @property
    def document(self) -> etree._Element:
        """Give the root of the main part."""
        return parse(self.archive.read(self.main), self._name, self._limits)

    @property
    def core(self) -> etree._Element | None:
        """Give the root of the core properties (ISO 29500-2, 11), or None."""
        return self._parsed(self._core)

    def related(self, kind: str) -> etree._Element | None:
        """Give the root of the part the main one calls its `kind` ("styles", "footnotes"), or None."""
        target = self._parts.get(kind)
        return self._parsed(target) if target else None

    def embedded(self, relation_id: str) -> tuple[str, bytes]:
        """Give name and bytes of the part a relation of the main part leads to; ("", b"") when there is none."""
        part = self._by_id.get(relation_id, "")
        return (part, self.archive.read(part)) if part in self.archive else ("", b"")

    def _parsed(self, part: str) -> etree._Element | None:
        """Parse a side part; one that is missing or damaged counts as absent, one that is unsafe does not."""
        if part not in self.archive:
            return None
        try:
            return parse(self.archive.read(part), self._name, self._limits)
        except InputError as error:
            if error.code == "damaged":
                return None
            raise

    def _relations(self, part: str) -> list[_Relation]:
        """Give the relations of a part, inner targets only; targets by their full name in the archive."""
        folder, leaf = posixpath.split(part)
        root = self._parsed(posixpath.join(folder, "_rels", f"{leaf}.rels"))
        found: list[_Relation] = []
        for relation in root if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target") or ""
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append(_Relation(relation.get("Id") or "", (relation.get("Type") or "").rpartition("/")[2], full))
        return found
