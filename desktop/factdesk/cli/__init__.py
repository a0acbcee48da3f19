"""The command line: the same use cases as the window, with words or JSON on stdout and everything else on stderr.

May import library, model (not tables), search.dates and search.engine, settings, words, paths; app.py also startup and
logs. Never tasks or PySide6 (window.py loads the window when it is asked for). To add a command: a function in the file
of its group, registered in that file's `add_to`, its result in `resources/schemas/command-line.json`, its lines in
`resources/help/en/command-line.md`. Texts of options are worded when a module is imported, so `app.main` chooses the
language first and imports the commands then.
"""
