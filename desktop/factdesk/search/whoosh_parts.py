"""The one door to Whoosh: what search uses of it, imported without the warnings of its age.

Whoosh 2.7.4 has invalid escapes and `is 0` in its source; Python warns of them when it compiles the files, which is
at the first import where they were not compiled at installation, and a strict caller would fail on that.
"""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import __version__ as whoosh_version
    from whoosh.codec.base import Codec, FieldCursor, PerDocumentReader, TermsReader
    from whoosh.codec.whoosh3 import W3Segment
    from whoosh.fields import FieldType, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.formats import Existence, Format
    from whoosh.index import TOC, FileIndex, LockError, clean_files
    from whoosh.matching import ListMatcher
    from whoosh.reading import TermInfo, TermNotFound
    from whoosh.util.filelock import try_for

__all__ = [
    "TOC",
    "Codec",
    "Existence",
    "FieldCursor",
    "FieldType",
    "FileIndex",
    "FileStorage",
    "Format",
    "ListMatcher",
    "LockError",
    "PerDocumentReader",
    "Schema",
    "TermInfo",
    "TermNotFound",
    "TermsReader",
    "W3Segment",
    "clean_files",
    "try_for",
    "whoosh_version",
]
