"""The first window, while no library is open. Parts of one view; other views stay outside."""

from factdesk.ui.views.first_run.view import FirstRunView

__all__ = ["FirstRunView"]
