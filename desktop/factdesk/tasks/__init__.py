"""Threads, no domain: five lanes, one runner, and the way back to the window's thread.

Imports nothing of Factdesk but errors, progress and words. A lane gives fairness; safety is the write lock inside
the unit of work.
"""
