"""Claims in a new version: what was found again, what a person must decide. Parts of one view."""

from factdesk.ui.views.carry_over.view import CarryOverView

__all__ = ["CarryOverView"]
