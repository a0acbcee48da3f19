"""Coverage of a text: which sentences hold a claim, need no check, or are still open."""

from __future__ import annotations

from collections.abc import Sequence

from factdesk.claims import anchoring, covering, sentences
from factdesk.library.group import Group
from factdesk.model.changes import Changes
from factdesk.model.enums import AnchorState, StrikeReason
from factdesk.model.ids import StrikeId, VersionId
from factdesk.model.values.text import Coverage, Span, StrikeRow
from factdesk.model.verbs import Verb
from factdesk.storage.stores import Stores


class Coverages(Group):
    """`library.coverage`."""

    def of_version(self, version_id: VersionId) -> Coverage:
        """Work out what of a version has been dealt with."""
        with self._read() as stores:
            return coverage_of(stores, version_id)

    def strikes(self, version_id: VersionId) -> tuple[StrikeRow, ...]:
        """List the words of a version that need no check, in the order of the text."""
        with self._read() as stores:
            return stores.strikes.of_version(version_id)

    def strike(self, version_id: VersionId, spans: Sequence[Span], reason: StrikeReason) -> Changes:
        """Say that words need no check; InputError when a span holds no words."""
        with self._read() as stores:
            text = stores.versions.text(version_id).content.text
        anchors = [anchoring.anchor(text, span) for span in spans]
        with self._begin(Verb.STRIKE) as unit:
            for anchor in anchors:
                unit.strikes.add(version_id, anchor, reason)
        return unit.changes

    def unstrike(self, strike_id: StrikeId) -> Changes:
        """Take a strike back: its words are open again."""
        with self._begin(Verb.UNSTRIKE) as unit:
            unit.strikes.delete(strike_id)
        return unit.changes


def coverage_of(stores: Stores, version_id: int) -> Coverage:
    """Work out the coverage of a version from its claims and strikes."""
    text = stores.versions.text(version_id)
    claims = [row.anchor.span for row in stores.claims.of_version(version_id) if row.state is AnchorState.ANCHORED]
    strikes = [row.anchor.span for row in stores.strikes.of_version(version_id)]
    return covering.coverage(text.content, sentences.sentences(text.content, text.language), claims, strikes)
