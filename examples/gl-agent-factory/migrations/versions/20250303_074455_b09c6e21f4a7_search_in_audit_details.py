"""search in audit details

Revision ID: b09c6e21f4a7
Revises: 5d1b82f7c3e6
Create Date: 2025-03-03 07:44:55.118264+00:00

"""
from typing import Sequence, Union

from alembic import op

revision: str = "b09c6e21f4a7"
down_revision: Union[str, Sequence[str], None] = "5d1b82f7c3e6"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    # The table is large and always written to: the index is built beside it, outside any transaction.
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_audit_logs_details",
            "audit_logs",
            ["details"],
            unique=False,
            postgresql_using="gin",
            postgresql_concurrently=True,
            if_not_exists=True,
        )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index("ix_audit_logs_details", table_name="audit_logs", postgresql_concurrently=True, if_exists=True)
