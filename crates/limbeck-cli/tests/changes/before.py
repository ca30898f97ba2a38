"""The database as the old models say."""
import sqlalchemy as sa
from alembic import op

from old_models import metadata

revision = "before"
down_revision = None


def upgrade():
    for statement in STATEMENTS:
        op.execute(statement)
    metadata.create_all(op.get_bind())


def downgrade():
    pass
