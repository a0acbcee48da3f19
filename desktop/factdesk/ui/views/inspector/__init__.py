"""The inspector of one claim, section by section. Parts of one view; other views stay outside."""

from factdesk.ui.views.inspector.view import InspectorView

__all__ = ["InspectorView"]
