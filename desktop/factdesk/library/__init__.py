"""Use cases: each verb of a user is one method, one transaction, one history event, one returned `Changes`.

May import model (not tables), storage, search, capture, claims, export, settings, words, paths. Verbs never call
verbs. To add one: a method in its group's file and a member in model/verbs.py.
"""
