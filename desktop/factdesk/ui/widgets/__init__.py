"""Reusable widgets: buttons, chips, fields, overlays, rows and the reading page. They know no library.

May import theme, icons, fonts, words and model values (not tables); never views, dialogs or item models. To add one:
a module named after it, painted from `theme()` at paint time, with an accessible name, a test beside its siblings in
tests/ui/widgets and a place in tests/shots/gallery.py. Words come in translated; signals are in the past tense.
"""
