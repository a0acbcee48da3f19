"""The formats a memo can be written in: each a function from a MemoDocument to bytes.

May import export's values and words. To add one: <kind>.py ending in its FORMAT, and its line in FORMATS.
"""

from __future__ import annotations

from factdesk.export.formats import docx
from factdesk.export.formats.registry import Format

FORMATS: tuple[Format, ...] = (docx.FORMAT,)


def format_named(name: str) -> Format:
    """Give a format by its name ("docx"); KeyError when there is none."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise KeyError(name)
