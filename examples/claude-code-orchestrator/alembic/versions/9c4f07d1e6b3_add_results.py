"""add results

Revision ID: 9c4f07d1e6b3
Revises: 3b8e51c07a2d
Create Date: 2025-02-11 16:40:03.551902

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "9c4f07d1e6b3"
down_revision: Union[str, Sequence[str], None] = "3b8e51c07a2d"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.create_table(
        "results",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), server_default="1", nullable=False),
        sa.Column("output", sa.Text(), nullable=True),
        sa.Column("cost_usd", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_results_task_id_attempt", "results", ["task_id", "attempt"], unique=True)
    op.execute("INSERT INTO results (task_id, output, cost_usd) VALUES (1, 'It builds with make.', 0.02)")


def downgrade() -> None:
    op.drop_index("ix_results_task_id_attempt", table_name="results")
    op.drop_table("results")
