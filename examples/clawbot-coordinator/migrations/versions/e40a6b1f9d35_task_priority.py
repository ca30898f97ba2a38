"""task priority

Revision ID: e40a6b1f9d35
Revises: 8d21b64fa0c7
Create Date: 2025-03-05 17:20:12.065483

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "e40a6b1f9d35"
down_revision: Union[str, Sequence[str], None] = "8d21b64fa0c7"
branch_labels: Union[str, Sequence[str], None] = ("priority",)
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    # On SQLite the table is made anew, because SQLite cannot add a CHECK; on PostgreSQL these are plain ALTERs.
    with op.batch_alter_table("tasks") as batch_op:
        batch_op.add_column(sa.Column("priority", sa.Integer(), server_default="5", nullable=False))
        batch_op.create_check_constraint("ck_tasks_priority", "priority BETWEEN 1 AND 9")
    op.create_index("ix_tasks_status_priority", "tasks", ["status", "priority"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_tasks_status_priority", table_name="tasks")
    with op.batch_alter_table("tasks") as batch_op:
        batch_op.drop_constraint("ck_tasks_priority", type_="check")
        batch_op.drop_column("priority")
