"""Pure reasoning over text: anchoring, sentences, coverage, comparing, arithmetic. Values in, values out.

May import model.values and model.enums. No database, no files, no Qt.
"""
