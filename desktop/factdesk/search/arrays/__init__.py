"""Postings as arrays: one memory-mapped file a segment, read and evaluated a whole list at a time with numpy.

`file` is the format, `words` a sorted list of terms, `field` the postings of one field, `gather` sorts postings into
them, `building` makes a segment of documents, `merging` one of several, `codec` lets Whoosh's own readers in.
"""
