"""The parts of a Word memo: small builders of markup, and one module a section of the memo.

May import export's values and words, and docx. markup < press < links, fields, pictures, tables < the sections.
To add a section: a module with build(press) -> list of elements, and its call in formats/docx.py.
"""
