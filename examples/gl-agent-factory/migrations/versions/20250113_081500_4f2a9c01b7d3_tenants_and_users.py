"""tenants and users

Revision ID: 4f2a9c01b7d3
Revises:
Create Date: 2025-01-13 08:15:00.204518+00:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision: str = "4f2a9c01b7d3"
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

# Made and dropped below, and not along with a table.
tenant_plan = postgresql.ENUM("free", "team", "enterprise", name="tenant_plan", create_type=False)


def upgrade() -> None:
    tenant_plan.create(op.get_bind(), checkfirst=True)

    op.create_table(
        "tenants",
        sa.Column("id", postgresql.UUID(as_uuid=True), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("slug", sa.String(length=63), nullable=False, comment="part of the host name: a DNS label"),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("plan", tenant_plan, server_default="free", nullable=False),
        sa.Column(
            "settings",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
            comment="what the tenant's admins may change",
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False, comment="set by the database"),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenants")),
        sa.UniqueConstraint("slug", name=op.f("uq_tenants_slug")),
        comment="One customer. Everything else belongs to one.",
    )
    op.create_index("ix_tenants_settings", "tenants", ["settings"], unique=False, postgresql_using="gin")

    op.create_table(
        "users",
        sa.Column("id", postgresql.UUID(as_uuid=True), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", postgresql.UUID(as_uuid=True), nullable=False, comment="the owner; every query filters by it"),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("full_name", sa.String(length=120), server_default="", nullable=False),
        sa.Column("is_admin", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False, comment="set by the database"),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_users_tenant_id_tenants"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("tenant_id", "email", name=op.f("uq_users_tenant_id_email")),
        comment="A person; somebody in two tenants has two rows",
    )
    op.create_index(op.f("ix_users_tenant_id"), "users", ["tenant_id"], unique=False)
    op.create_index("ix_users_email_lower", "users", [sa.text("lower(email)")], unique=False)

    # The tenant that runs the factory.
    op.execute(
        """
        INSERT INTO tenants (id, slug, name, plan, settings, created_at, updated_at)
        VALUES (
            '00000000-0000-4000-8000-000000000001', 'factory', 'The factory''s own tenant', 'enterprise',
            '{"limits": {"agents": null}, "beta": true}', '2025-01-13 08:15:00+00', '2025-01-13 08:15:00+00'
        )
        """
    )


def downgrade() -> None:
    op.drop_index("ix_users_email_lower", table_name="users")
    op.drop_index(op.f("ix_users_tenant_id"), table_name="users")
    op.drop_table("users")
    op.drop_index("ix_tenants_settings", table_name="tenants", postgresql_using="gin")
    op.drop_table("tenants")
    tenant_plan.drop(op.get_bind(), checkfirst=True)
