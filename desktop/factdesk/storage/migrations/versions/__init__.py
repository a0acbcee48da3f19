"""The steps, one file each, named by number; each says what it changes and why.

Imports nothing of Factdesk. To add one, see the package above.
"""
