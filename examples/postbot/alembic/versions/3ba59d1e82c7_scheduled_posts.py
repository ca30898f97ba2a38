"""scheduled posts

Revision ID: 3ba59d1e82c7
Revises: c04a8e6d17bf
Create Date: 2025-05-06 16:21:39.146802

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "3ba59d1e82c7"
down_revision: Union[str, Sequence[str], None] = "c04a8e6d17bf"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column("posts", sa.Column("scheduled_for", sa.DateTime(timezone=True), nullable=True))
    op.drop_constraint("posts_status_check", "posts", type_="check")
    op.create_check_constraint("posts_status_check", "posts", "status IN ('draft', 'scheduled', 'sent', 'failed')")

    # The first column of the new index is the old one's only column.
    op.create_index("ix_posts_account_id_scheduled_for", "posts", ["account_id", "scheduled_for"], unique=False)
    op.drop_index("posts_account_id_idx", table_name="posts")
    op.create_index(
        "ix_posts_due", "posts", ["scheduled_for"], unique=False, postgresql_where=sa.text("status = 'scheduled'")
    )


def downgrade() -> None:
    op.execute("UPDATE posts SET status = 'draft' WHERE status = 'scheduled'")
    op.drop_index("ix_posts_due", table_name="posts", postgresql_where=sa.text("status = 'scheduled'"))
    op.create_index("posts_account_id_idx", "posts", ["account_id"], unique=False)
    op.drop_index("ix_posts_account_id_scheduled_for", table_name="posts")
    op.drop_constraint("posts_status_check", "posts", type_="check")
    op.create_check_constraint("posts_status_check", "posts", "status IN ('draft', 'sent', 'failed')")
    op.drop_column("posts", "scheduled_for")
