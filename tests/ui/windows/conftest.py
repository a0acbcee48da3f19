"""What tests of the frames share: the same small library and parts as the views."""

from ui.reading import deeds, parts
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
    "runner",
]
