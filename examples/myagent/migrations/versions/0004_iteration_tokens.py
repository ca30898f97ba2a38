"""iteration tokens

Revision ID: 0004_iteration_tokens
Revises: 0003_task_priority
Create Date: 2025-06-23 15:55:08.617733

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "0004_iteration_tokens"
down_revision: Union[str, Sequence[str], None] = "0003_task_priority"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column("iterations", sa.Column("tokens", sa.BigInteger(), server_default=sa.text("0"), nullable=False))
    op.create_check_constraint("ck_iterations_tokens", "iterations", "tokens >= 0")
    op.execute("UPDATE iterations SET tokens = (result ->> 'tokens')::bigint WHERE result ? 'tokens'")


def downgrade() -> None:
    op.drop_constraint("ck_iterations_tokens", "iterations", type_="check")
    op.drop_column("iterations", "tokens")
