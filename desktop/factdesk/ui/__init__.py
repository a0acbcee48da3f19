"""The window: frames, views, dialogs, item models and widgets over the library's use cases.

May import library, tasks, model (not tables), search.results, settings, words, paths. Inside: windows -> views,
dialogs -> itemmodels, widgets -> theme, icons, bus. Views never import views; they meet through Bus and Navigator.
"""
