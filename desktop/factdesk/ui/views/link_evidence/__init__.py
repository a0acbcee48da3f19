"""Linking evidence: the claim at the left, the source at the right, one key for each stance. Parts of one view."""

from factdesk.ui.views.link_evidence.view import LinkEvidenceView

__all__ = ["LinkEvidenceView"]
