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
    from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3LeafMatcher, W3TermsReader
    from whoosh.columns import VarBytesColumn
    from whoosh.fields import FieldType, Schema
    from whoosh.filedb.compound import CompoundStorage
    from whoosh.filedb.filestore import FileStorage
    from whoosh.filedb.structfile import BufferFile
    from whoosh.formats import Existence, Format
    from whoosh.index import TOC, FileIndex, LockError
    from whoosh.reading import SegmentReader, TermNotFound
    from whoosh.writing import SegmentWriter

__all__ = [
    "TOC",
    "BufferFile",
    "CompoundStorage",
    "Existence",
    "FieldType",
    "FileIndex",
    "FileStorage",
    "Format",
    "LockError",
    "Schema",
    "SegmentReader",
    "SegmentWriter",
    "TermNotFound",
    "VarBytesColumn",
    "W3Codec",
    "W3FieldWriter",
    "W3LeafMatcher",
    "W3TermsReader",
    "whoosh_version",
]
