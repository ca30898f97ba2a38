"""one word for failure

Revision ID: d27a960b38f5
Revises: 9c4f07d1e6b3
Create Date: 2025-03-20 11:05:27.930114

"""
from typing import Sequence, Union

from alembic import op

revision: str = "d27a960b38f5"
down_revision: Union[str, Sequence[str], None] = "9c4f07d1e6b3"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.execute("UPDATE tasks SET status = 'failed' WHERE status = 'error'")


def downgrade() -> None:
    raise NotImplementedError("which tasks said 'error' is lost: restore a backup from before d27a960b38f5")
