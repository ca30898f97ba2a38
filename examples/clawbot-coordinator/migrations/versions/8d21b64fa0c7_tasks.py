"""tasks

Revision ID: 8d21b64fa0c7
Revises: 5f0c3a91d7e2
Create Date: 2025-02-10 15:02:09.118340

"""
import uuid
from datetime import datetime, timezone
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "8d21b64fa0c7"
down_revision: Union[str, Sequence[str], None] = "5f0c3a91d7e2"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

FIRST_WORKFLOW = uuid.UUID("3d0e8a7c-9b51-4f6e-8c2d-7a1b5e4f6a01")
LONG_AGO = datetime(2025, 2, 10, 15, 0, tzinfo=timezone.utc)


def upgrade() -> None:
    tasks = op.create_table(
        "tasks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("workflow_id", sa.Uuid(), nullable=False),
        sa.Column("bot_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("instructions", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=20), server_default="waiting", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.ForeignKeyConstraint(["bot_id"], ["bots.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["workflow_id"], ["workflows.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_tasks_bot_id", "tasks", ["bot_id"], unique=False)
    op.create_index("ix_tasks_workflow_id_position", "tasks", ["workflow_id", "position"], unique=True)

    # A first workflow to try the bots with.
    workflows = sa.table(
        "workflows",
        sa.column("id", sa.Uuid()),
        sa.column("title", sa.String()),
        sa.column("created_at", sa.DateTime(timezone=True)),
    )
    op.bulk_insert(workflows, [{"id": FIRST_WORKFLOW, "title": "Say hello", "created_at": LONG_AGO}])
    op.bulk_insert(
        tasks,
        [
            {
                "id": uuid.UUID("7e5c1b9a-2d48-4f03-a6b8-c9d0e1f2a301"),
                "workflow_id": FIRST_WORKFLOW,
                "bot_id": uuid.UUID("0b6a2f04-53c1-4f0c-9f3e-1f6f1f0f7a02"),
                "position": 1,
                "instructions": "Wave. It's polite.",
                "created_at": LONG_AGO,
            }
        ],
    )


def downgrade() -> None:
    op.drop_index("ix_tasks_workflow_id_position", table_name="tasks")
    op.drop_index("ix_tasks_bot_id", table_name="tasks")
    op.drop_table("tasks")
    workflows = sa.table("workflows", sa.column("id", sa.Uuid()))
    op.execute(workflows.delete().where(workflows.c.id == FIRST_WORKFLOW))
