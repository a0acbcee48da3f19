"""The sheet of one source: citation, trust, uses, contacts. Parts of one view; other views stay outside."""

from factdesk.ui.views.source_sheet.view import SourceSheetView

__all__ = ["SourceSheetView"]
