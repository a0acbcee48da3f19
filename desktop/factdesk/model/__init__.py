"""The words of the domain: enums, ids, verbs, changes, frozen values and tables.

Imports nothing else of Factdesk. To add a stored field: the value, the table and a migration.
"""
