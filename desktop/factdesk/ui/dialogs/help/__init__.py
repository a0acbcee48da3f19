"""The help: Markdown pages of resources/help in a window of their own, with the keys as they are set now.

To add a page: its file in resources/help/en, its line in pages.py.
"""

from factdesk.ui.dialogs.help.window import HelpWindow

__all__ = ["HelpWindow"]
