"""What tests of the views share: a small library, lanes, news, a navigator, actions, settings."""

from ui.reading import deeds, parts, reader
from ui.small_library import actions, bus, empty_library, host, library, navigator, preferences, runner

__all__ = [
    "actions",
    "bus",
    "deeds",
    "empty_library",
    "host",
    "library",
    "navigator",
    "parts",
    "preferences",
    "reader",
    "runner",
]
