"""The place History: the table of deeds and the band on its chain. Parts of one view; other views stay outside."""

from factdesk.ui.views.history.view import HistoryView

__all__ = ["HistoryView"]
