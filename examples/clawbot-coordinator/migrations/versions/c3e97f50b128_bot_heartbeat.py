"""bot heartbeat

Revision ID: c3e97f50b128
Revises: 8d21b64fa0c7
Create Date: 2025-03-04 08:41:55.730916

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "c3e97f50b128"
down_revision: Union[str, Sequence[str], None] = "8d21b64fa0c7"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column("bots", sa.Column("last_heartbeat_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_bots_last_heartbeat_at", "bots", ["last_heartbeat_at"], unique=False)
    op.execute("UPDATE bots SET last_heartbeat_at = created_at")


def downgrade() -> None:
    op.drop_index("ix_bots_last_heartbeat_at", table_name="bots")
    op.drop_column("bots", "last_heartbeat_at")
