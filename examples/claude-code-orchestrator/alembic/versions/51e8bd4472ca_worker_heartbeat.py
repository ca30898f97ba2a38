"""worker heartbeat

Revision ID: 51e8bd4472ca
Revises: d27a960b38f5
Create Date: 2025-04-02 08:33:50.207745

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "51e8bd4472ca"
down_revision: Union[str, Sequence[str], None] = "d27a960b38f5"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column("workers", sa.Column("last_seen_at", sa.DateTime(), nullable=True))
    op.create_index("ix_tasks_status", "tasks", ["status"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_tasks_status", table_name="tasks")
    with op.batch_alter_table("workers") as batch_op:
        batch_op.drop_column("last_seen_at")
