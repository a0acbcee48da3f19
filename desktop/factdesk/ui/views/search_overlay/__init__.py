"""The search over the window: field, filters, facets, hits. Parts of one view; other views stay outside."""

from factdesk.ui.views.search_overlay.view import SearchOverlay

__all__ = ["SearchOverlay"]
