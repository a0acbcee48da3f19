"""The reader: the text, its marks, finding in it, and its coverage. Parts of one view; other views stay outside."""

from factdesk.ui.views.reader.view import ReaderView

__all__ = ["ReaderView"]
