"""merge heartbeat and priority

Revision ID: f7b82c0de461
Revises: c3e97f50b128, e40a6b1f9d35
Create Date: 2025-03-06 09:05:47.912204

"""
from typing import Sequence, Union

revision: str = "f7b82c0de461"
down_revision: Union[str, Sequence[str], None] = ("c3e97f50b128", "e40a6b1f9d35")
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
