"""Exporting a memo: what goes in, a preview of its content, where it is written. Parts of one dialog."""

from factdesk.ui.dialogs.export_memo.dialog import ExportMemoDialog

__all__ = ["ExportMemoDialog"]
