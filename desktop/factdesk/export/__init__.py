"""Values in, files out: the memo document and the formats it can be written in.

May import model.values, model.enums and words. To add a format: formats/<kind>.py and its line in FORMATS.
"""
