"""content and cascade

Revision ID: c04a8e6d17bf
Revises: 91f7c3d52a0e
Create Date: 2025-04-22 10:48:07.925316

"""
from typing import Sequence, Union

from alembic import op

revision: str = "c04a8e6d17bf"
down_revision: Union[str, Sequence[str], None] = "91f7c3d52a0e"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.alter_column("posts", "body", new_column_name="content")

    # Posts go with their account, as the deliveries go with their post.
    op.drop_constraint("posts_account_id_fkey", "posts", type_="foreignkey")
    op.create_foreign_key("posts_account_id_fkey", "posts", "accounts", ["account_id"], ["id"], ondelete="CASCADE")
    op.drop_table_comment("posts", existing_comment="what goes out; one row per text")


def downgrade() -> None:
    op.create_table_comment("posts", "what goes out; one row per text")
    op.drop_constraint("posts_account_id_fkey", "posts", type_="foreignkey")
    op.create_foreign_key("posts_account_id_fkey", "posts", "accounts", ["account_id"], ["id"])
    op.alter_column("posts", "content", new_column_name="body")
