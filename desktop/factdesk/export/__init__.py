"""Values in, files out: the memo document, citations, and the formats a memo can be written in.

May import model.values, model.enums, words, errors and paths (for the template in resources/templates).
python-docx is written with here and nowhere else. No database, no Qt, no clock: everything comes in the document.
To add a format: formats/<kind>.py ending in its FORMAT, its line in formats.FORMATS, and a golden file.
"""
