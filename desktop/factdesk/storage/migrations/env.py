"""Alembic's environment: runs the steps in the transaction that storage/migrating.py has begun."""

from alembic import context

from factdesk.model.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
