"""The Tasks panel."""

from factdesk.ui.views.tasks_panel.view import TasksPanel

__all__ = ["TasksPanel"]
