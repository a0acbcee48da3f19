"""Pure reasoning over text: anchors, sentences, coverage, differences, carrying over, arithmetic, first guesses.

May import model.values and model.enums, errors and words; rapidfuzz is used here. No database, no files, no Qt: values
in, values out, all picklable, so that each function may run in a worker process. Places are Unicode code points.

To add a kind of reasoning, add a module named by its noun with pure functions, and tests/claims/test_<noun>.py. A
language is added to sentences in `abbreviations.py`, to guesses in `cues.py`.
"""
