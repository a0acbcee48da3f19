"""The filing dialog: what was read, shown for correction before anything is written. Parts of one dialog."""

from factdesk.ui.dialogs.filing.dialog import FilingDialog

__all__ = ["FilingDialog"]
