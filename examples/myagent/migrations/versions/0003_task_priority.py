"""task priority

Revision ID: 0003_task_priority
Revises: 0002_iterations
Create Date: 2025-06-02 10:17:54.390241

Until now a priority was a key of `spec`, when somebody thought of it. It gets a column, and leaves `spec`.

"""
from typing import Sequence, Union

from alembic import context, op
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0003_task_priority"
down_revision: Union[str, Sequence[str], None] = "0002_iterations"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

tasks = sa.table("tasks", sa.column("id", sa.Integer()), sa.column("spec", JSONB()), sa.column("priority", sa.SmallInteger()))


def upgrade() -> None:
    op.add_column("tasks", sa.Column("priority", sa.SmallInteger(), server_default=sa.text("3"), nullable=False))

    if context.is_offline_mode():
        # With --sql there are no rows to look at, so the database does the same.
        op.execute(
            """
            UPDATE tasks SET spec = spec - 'priority', priority = CASE
                WHEN jsonb_typeof(spec -> 'priority') = 'number' THEN (spec ->> 'priority')::smallint ELSE 3 END
            WHERE spec ? 'priority'
            """
        )
    else:
        bind = op.get_bind()
        for task in bind.execute(sa.select(tasks.c.id, tasks.c.spec).order_by(tasks.c.id)).all():
            spec = dict(task.spec)
            if "priority" not in spec:
                continue
            given = spec.pop("priority")
            priority = given if isinstance(given, int) else 3
            bind.execute(tasks.update().where(tasks.c.id == task.id).values(spec=spec, priority=priority))

    op.create_index("ix_tasks_spec", "tasks", ["spec"], unique=False, postgresql_using="gin")


def downgrade() -> None:
    op.drop_index("ix_tasks_spec", table_name="tasks", postgresql_using="gin")
    op.execute("UPDATE tasks SET spec = spec || jsonb_build_object('priority', priority) WHERE priority <> 3")
    op.drop_column("tasks", "priority")
