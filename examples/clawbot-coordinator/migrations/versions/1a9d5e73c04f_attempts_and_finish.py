"""attempts and finish

Revision ID: 1a9d5e73c04f
Revises: f7b82c0de461
Create Date: 2025-04-14 13:33:26.487051

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "1a9d5e73c04f"
down_revision: Union[str, Sequence[str], None] = "f7b82c0de461"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column("tasks", sa.Column("attempts", sa.Integer(), server_default="0", nullable=False))
    op.add_column("workflows", sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True))

    # A task that has a bot was tried at least once.
    tasks = sa.table("tasks", sa.column("bot_id", sa.Uuid()), sa.column("attempts", sa.Integer()))
    op.execute(tasks.update().where(tasks.c.bot_id.is_not(None)).values(attempts=1))


def downgrade() -> None:
    op.drop_column("workflows", "finished_at")
    op.drop_column("tasks", "attempts")
