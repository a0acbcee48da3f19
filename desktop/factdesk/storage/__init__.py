"""The only SQL: database, unit of work, originals, outbox, history, backups, one store an aggregate.

May import model and paths. To add a stored field: model/tables, the store, a migration and a saved library in
tests/libraries.
"""
