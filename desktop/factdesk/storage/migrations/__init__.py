"""Alembic's environment and the steps that brought libraries to today's form; run by storage/migrating.py alone.

May import model.tables (env.py only, for comparing); a step spells its tables out and imports nothing of Factdesk, so
that it does the same for ever. To add one: versions/NNNN_<what>.py with the next number, `HEAD` in migrating.py, and
a saved library tests/libraries/NNNN.factdesk.
"""
