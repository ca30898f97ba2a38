"""init

Revision ID: 0001_init
Revises:
Create Date: 2025-05-05 09:00:12.551083

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0001_init"
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.create_table(
        "projects",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("settings", JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("spec", JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("status", sa.String(length=20), server_default="open", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_tasks_project_id_status", "tasks", ["project_id", "status"], unique=False)

    # A project to begin with, and what there is to do in it.
    op.execute(
        """
        INSERT INTO projects (name, settings, created_at)
        VALUES ('scratch', jsonb_build_object('language', 'rust', 'tests', true), '2025-05-05 09:00:00+00')
        """
    )
    op.execute(
        """
        INSERT INTO tasks (project_id, title, spec, created_at)
        SELECT id, title, spec::jsonb, '2025-05-05 09:00:00+00'
        FROM projects,
            (VALUES
                (1, 'Say what the project is', '{"files": ["README.md"], "priority": 1}'),
                (2, 'Make it build', '{"files": ["Makefile"], "goal": "it''s green"}'),
                (3, 'Dream', '{"priority": "some day"}')
            ) AS first (n, title, spec)
        ORDER BY n
        """
    )


def downgrade() -> None:
    op.drop_index("ix_tasks_project_id_status", table_name="tasks")
    op.drop_table("tasks")
    op.drop_table("projects")
