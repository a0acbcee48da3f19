"""PDF pages taken apart: lines with their places, then paragraphs, headings and what repeats on every page.

May import capture's own modules and pypdfium2.
"""
