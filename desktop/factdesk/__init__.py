"""Factdesk: a desktop archive and fact-check application for newsrooms."""

__version__ = "0.1.0"
