"""the schema as it was

Revision ID: 6e2b40d9a713
Revises:
Create Date: 2025-04-07 09:30:18.774021

What schema.sql makes, object by object. A database that has it already is stamped with this revision.

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "6e2b40d9a713"
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.execute(
        """
CREATE FUNCTION touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$$;
        """
    )
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handle", sa.String(length=50), nullable=False),
        sa.Column("display_name", sa.String(length=100), nullable=True),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("handle"),
    )
    op.create_table(
        "posts",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=20), server_default="draft", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("status IN ('draft', 'sent', 'failed')", name="posts_status_check"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"]),
        sa.PrimaryKeyConstraint("id"),
        comment="what goes out; one row per text",
    )
    op.create_index("posts_account_id_idx", "posts", ["account_id"], unique=False)
    op.execute(
        "CREATE TRIGGER posts_touch_updated_at BEFORE UPDATE ON posts "
        "FOR EACH ROW EXECUTE FUNCTION touch_updated_at()"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER posts_touch_updated_at ON posts; DROP FUNCTION touch_updated_at()")
    op.drop_index("posts_account_id_idx", table_name="posts")
    op.drop_table("posts")
    op.drop_table("accounts")
