"""Bytes in, `Captured` out: sniffing, limits, the only sockets, one reader per kind of file.

May import model.enums and model.values. To add an importer: readers/<kind>.py ending in `READER = Reader(...)`,
and its line in readers/__init__.py.
"""
