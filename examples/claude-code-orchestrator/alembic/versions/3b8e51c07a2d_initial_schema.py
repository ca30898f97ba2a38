"""initial schema

Revision ID: 3b8e51c07a2d
Revises:
Create Date: 2025-01-06 09:12:44.018273

"""
from datetime import datetime
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "3b8e51c07a2d"
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    workers = op.create_table(
        "workers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("model", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    tasks = op.create_table(
        "tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=20), server_default="pending", nullable=False),
        sa.Column("worker_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.ForeignKeyConstraint(["worker_id"], ["workers.id"]),
        sa.PrimaryKeyConstraint("id"),
    )

    # The workers that every installation starts with, and the tasks that set it up.
    op.bulk_insert(
        workers,
        [
            {"id": 1, "name": "planner", "model": "large"},
            {"id": 2, "name": "coder", "model": "medium"},
        ],
    )
    monday = datetime(2025, 1, 6, 9, 0)
    op.bulk_insert(
        tasks,
        [
            {"id": 1, "title": "[P1] Read the repository's README", "status": "done", "worker_id": 1, "created_at": monday},
            {"id": 2, "title": "[P2] Run the test suite", "status": "error", "worker_id": 2, "created_at": monday},
            {"id": 3, "title": "Write it's-a-start notes", "status": "pending", "worker_id": None, "created_at": monday},
            {"id": 4, "title": "[P9] Tidy up", "status": "failed", "worker_id": 2, "created_at": monday},
        ],
    )


def downgrade() -> None:
    op.drop_table("tasks")
    op.drop_table("workers")
