"""The settings of this machine: pages over `factdesk.settings.Settings`; a field there is a row here.

To add a setting, add its field; to add a page, add its line in dialog.py.
"""

from factdesk.ui.dialogs.settings.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
