"""What tests of the dialogs share: a small library, lanes, news, a navigator, actions, settings."""

from ui.small_library import actions, bus, empty_library, host, library, navigator, preferences, runner

__all__ = ["actions", "bus", "empty_library", "host", "library", "navigator", "preferences", "runner"]
