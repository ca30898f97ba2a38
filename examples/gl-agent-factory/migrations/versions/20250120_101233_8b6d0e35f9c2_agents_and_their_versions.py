"""agents and their versions

Revision ID: 8b6d0e35f9c2
Revises: 4f2a9c01b7d3
Create Date: 2025-01-20 10:12:33.871940+00:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision: str = "8b6d0e35f9c2"
down_revision: Union[str, Sequence[str], None] = "4f2a9c01b7d3"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    # Written by hand: constraints without a name are named by the models' convention.
    op.create_table(
        "agents",
        sa.Column("id", postgresql.UUID(as_uuid=True), server_default=sa.text("gen_random_uuid()"), primary_key=True),
        sa.Column(
            "tenant_id",
            postgresql.UUID(as_uuid=True),
            sa.ForeignKey("tenants.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
            comment="the owner; every query filters by it",
        ),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False, comment="shown in the catalogue"),
        sa.Column(
            "tags", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False, comment="a list of words"
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False, comment="set by the database"),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.UniqueConstraint("tenant_id", "name"),
        comment="What a tenant builds and runs",
    )
    op.create_index("ix_agents_tags", "agents", ["tags"], postgresql_using="gin")

    op.create_table(
        "agent_versions",
        sa.Column("id", postgresql.UUID(as_uuid=True), server_default=sa.text("gen_random_uuid()"), primary_key=True),
        sa.Column("agent_id", postgresql.UUID(as_uuid=True), sa.ForeignKey("agents.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="1, 2, ... within one agent"),
        sa.Column("definition", postgresql.JSONB(), nullable=False, comment="prompt, tools and limits, as the runner reads them"),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False, comment="set by the database"),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.UniqueConstraint("agent_id", "number"),
        sa.CheckConstraint("number > 0", name="number_positive"),
        comment="Never changed once it has run",
    )


def downgrade() -> None:
    op.drop_table("agent_versions")
    op.drop_index("ix_agents_tags", table_name="agents")
    op.drop_table("agents")
