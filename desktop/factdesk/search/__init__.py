"""Full-text search: the only Whoosh. Imports nothing of Factdesk but errors and progress.

To add a query field: one row in fields.py. To add a language: languages/<code>.py. Another engine implements
`engine.Engine` and passes tests/contract.
"""
