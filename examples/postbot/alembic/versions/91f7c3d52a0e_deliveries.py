"""deliveries

Revision ID: 91f7c3d52a0e
Revises: 6e2b40d9a713
Create Date: 2025-04-08 14:12:55.310648

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "91f7c3d52a0e"
down_revision: Union[str, Sequence[str], None] = "6e2b40d9a713"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("post_id", sa.BigInteger(), nullable=False),
        sa.Column("attempt", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_deliveries_post_id_attempt", "deliveries", ["post_id", "attempt"], unique=True)

    # What was sent before has one delivery each, at the time of its last change.
    op.execute(
        "INSERT INTO deliveries (post_id, delivered_at) SELECT id, updated_at FROM posts WHERE status = 'sent' ORDER BY id"
    )


def downgrade() -> None:
    op.drop_index("ix_deliveries_post_id_attempt", table_name="deliveries")
    op.drop_table("deliveries")
