"""HTML taken apart: a bounded tree, its blocks, the main text among them, and what the page says of itself.

May import capture's own modules, lxml, trafilatura, htmldate and nh3. One step of reading a page is one module here.
"""
