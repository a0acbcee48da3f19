"""Full-text search: the only Whoosh. Imports nothing of Factdesk but errors, progress and words.

`query` (with lexer, parser, nodes) reads what was typed, `plan` turns it into terms, `analysis` (with folding, forms,
languages) takes documents apart, `snippets` cuts passages: these serve every engine. `whoosh_engine` and what it
alone imports (schema, writing, merging, seal, snapshot, and `arrays`, the postings themselves) keep and ask the index.

To add a query field: one row in fields.py. To add a language: languages/<code>.py. Another engine implements
`engine.Engine` and passes tests/contract.
"""
