"""Mail messages taken apart: headers decoded within bounds, the parts that are text, the names of the rest.

May import capture's own modules and the standard library.
"""
