"""Frozen values that cross borders: stdlib dataclasses, no database, no Qt.

`...Row` is a line of a list, `...Detail` a whole thing, `...Draft` not yet saved, `...Patch` a change.
In a patch `None` leaves a field as it is and an empty value ("" or ()) clears it.
"""
