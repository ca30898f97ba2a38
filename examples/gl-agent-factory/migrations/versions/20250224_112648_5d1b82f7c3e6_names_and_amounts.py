"""names and amounts

Revision ID: 5d1b82f7c3e6
Revises: e8734c0a51bf
Create Date: 2025-02-24 11:26:48.702591+00:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "5d1b82f7c3e6"
down_revision: Union[str, Sequence[str], None] = "e8734c0a51bf"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column(
        "tenants",
        sa.Column("suspended_at", sa.DateTime(timezone=True), nullable=True, comment="no executions start while this is set"),
    )

    # An empty name was never a name.
    op.alter_column(
        "users",
        "full_name",
        existing_type=sa.String(length=120),
        type_=sa.String(length=200),
        existing_nullable=False,
        nullable=True,
        existing_server_default=sa.text("''::character varying"),
        server_default=None,
    )
    op.execute("UPDATE users SET full_name = NULL WHERE full_name = ''")

    op.alter_column(
        "tenant_usage_logs",
        "amount",
        existing_type=sa.Integer(),
        type_=sa.Numeric(precision=20, scale=3),
        existing_nullable=False,
        existing_server_default=sa.text("0"),
        postgresql_using="amount::numeric(20, 3)",
    )
    op.alter_column(
        "tenant_usage_logs",
        "metric",
        existing_type=sa.String(length=40),
        existing_nullable=False,
        existing_comment="executions, tokens_in, tokens_out",
        comment="executions, tokens_in, tokens_out, storage_bytes",
    )
    op.create_table_comment(
        "tenant_usage_logs",
        "One row per tenant, day and metric: what invoices are made of",
        existing_comment="One row per tenant, day and metric",
    )


def downgrade() -> None:
    op.create_table_comment(
        "tenant_usage_logs",
        "One row per tenant, day and metric",
        existing_comment="One row per tenant, day and metric: what invoices are made of",
    )
    op.alter_column(
        "tenant_usage_logs",
        "metric",
        existing_type=sa.String(length=40),
        existing_nullable=False,
        existing_comment="executions, tokens_in, tokens_out, storage_bytes",
        comment="executions, tokens_in, tokens_out",
    )
    op.alter_column(
        "tenant_usage_logs",
        "amount",
        existing_type=sa.Numeric(precision=20, scale=3),
        type_=sa.Integer(),
        existing_nullable=False,
        existing_server_default=sa.text("0"),
        postgresql_using="round(amount)::integer",
    )
    op.execute("UPDATE users SET full_name = '' WHERE full_name IS NULL")
    op.alter_column(
        "users",
        "full_name",
        existing_type=sa.String(length=200),
        type_=sa.String(length=120),
        existing_nullable=True,
        nullable=False,
        server_default="",
        postgresql_using="left(full_name, 120)",
    )
    op.drop_column("tenants", "suspended_at")
