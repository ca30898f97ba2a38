"""bots and workflows

Revision ID: 5f0c3a91d7e2
Revises:
Create Date: 2025-02-03 10:14:31.402177

"""
import uuid
from datetime import datetime, timezone
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "5f0c3a91d7e2"
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    bots = op.create_table(
        "bots",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("capabilities", sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "workflows",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=20), server_default="draft", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_workflows_state", "workflows", ["state"], unique=False)

    # The bots that every installation starts with.
    monday = datetime(2025, 2, 3, 9, 0, tzinfo=timezone.utc)
    op.bulk_insert(
        bots,
        [
            {"id": uuid.UUID("0b6a2f04-53c1-4f0c-9f3e-1f6f1f0f7a01"), "name": "dispatcher", "created_at": monday},
            {"id": uuid.UUID("0b6a2f04-53c1-4f0c-9f3e-1f6f1f0f7a02"), "name": "claw-1", "created_at": monday},
        ],
    )
    # JSON has no literal in SQLAlchemy, so a value in bulk_insert would end `--sql`; as text it works everywhere.
    op.execute("""UPDATE bots SET capabilities = '{"route": true, "languages": ["en", "de"]}' WHERE name = 'dispatcher'""")
    op.execute("""UPDATE bots SET capabilities = '{"grip": {"max_kg": 2.5}}' WHERE name = 'claw-1'""")


def downgrade() -> None:
    op.drop_index("ix_workflows_state", table_name="workflows")
    op.drop_table("workflows")
    op.drop_table("bots")
