"""task priority

Revision ID: a6034f9be81d
Revises: 51e8bd4472ca
Create Date: 2025-05-19 14:21:09.664380

Until now people wrote "[P1]" in front of a title. The number gets a column of its own; the title stays as it is.

"""
import re
from typing import Sequence, Union

from alembic import context, op
import sqlalchemy as sa
from sqlalchemy import text

revision: str = "a6034f9be81d"
down_revision: Union[str, Sequence[str], None] = "51e8bd4472ca"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

MARK = re.compile(r"\[P([1-5])\] ")
USUAL = 3


def upgrade() -> None:
    op.add_column("tasks", sa.Column("priority", sa.Integer(), nullable=True))

    if context.is_offline_mode():
        # With --sql there are no rows to read, so the database does the same in one statement.
        op.execute(
            f"UPDATE tasks SET priority = CASE WHEN title GLOB '[[]P[1-5]] *' "
            f"THEN CAST(substr(title, 3, 1) AS INTEGER) ELSE {USUAL} END"
        )
    else:
        bind = op.get_bind()
        for task_id, title in bind.execute(text("SELECT id, title FROM tasks")).fetchall():
            mark = MARK.match(title)
            bind.execute(
                text("UPDATE tasks SET priority = :priority WHERE id = :id"),
                {"priority": int(mark.group(1)) if mark else USUAL, "id": task_id},
            )

    # SQLite cannot add NOT NULL to a column: the table is made anew. Offline it must be told what the table is.
    with op.batch_alter_table("tasks", copy_from=tasks_now() if context.is_offline_mode() else None) as batch_op:
        batch_op.alter_column("priority", existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("tasks", copy_from=tasks_now() if context.is_offline_mode() else None) as batch_op:
        batch_op.drop_column("priority")


def tasks_now() -> sa.Table:
    return sa.Table(
        "tasks",
        sa.MetaData(),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=20), server_default="pending", nullable=False),
        sa.Column("worker_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["worker_id"], ["workers.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.Index("ix_tasks_status", "status"),
    )
