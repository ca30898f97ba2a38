"""executions

Revision ID: c15e7a48d20b
Revises: 8b6d0e35f9c2
Create Date: 2025-01-27 14:30:09.550127+00:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision: str = "c15e7a48d20b"
down_revision: Union[str, Sequence[str], None] = "8b6d0e35f9c2"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

execution_status = postgresql.ENUM("queued", "running", "succeeded", "failed", name="execution_status", create_type=False)


def upgrade() -> None:
    execution_status.create(op.get_bind(), checkfirst=True)

    op.create_table(
        "executions",
        sa.Column("id", postgresql.UUID(as_uuid=True), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", postgresql.UUID(as_uuid=True), nullable=False, comment="the owner; every query filters by it"),
        sa.Column("agent_version_id", postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column("status", execution_status, server_default="queued", nullable=False),
        sa.Column("input", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("output", postgresql.JSONB(astext_type=sa.Text()), nullable=True, comment="NULL until it has ended"),
        sa.Column("cost_usd", sa.Numeric(precision=12, scale=6), server_default=sa.text("0"), nullable=False, comment="what the models charged"),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False, comment="set by the database"),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_version_id"],
            ["agent_versions.id"],
            name=op.f("fk_executions_agent_version_id_agent_versions"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_executions_tenant_id_tenants"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_executions")),
        comment="One run of one version",
    )
    op.create_index(op.f("ix_executions_tenant_id"), "executions", ["tenant_id"], unique=False)
    op.create_index(op.f("ix_executions_agent_version_id"), "executions", ["agent_version_id"], unique=False)
    # The scheduler asks for these all the time, and there are few of them.
    op.create_index(
        "ix_executions_running",
        "executions",
        ["tenant_id", "started_at"],
        unique=False,
        postgresql_where=sa.text("status = 'running'::execution_status"),
    )
    op.create_index(
        "ix_executions_output",
        "executions",
        ["output"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"output": "jsonb_path_ops"},
    )


def downgrade() -> None:
    op.drop_table("executions")
    execution_status.drop(op.get_bind(), checkfirst=True)
