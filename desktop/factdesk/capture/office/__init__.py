"""Word documents taken apart: parts of the package, styles by name, paragraphs as they stand.

May import capture's own modules and lxml. Macros, links to other files and templates are never looked at.
"""
