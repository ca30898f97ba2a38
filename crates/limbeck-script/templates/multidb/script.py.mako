<%!
import re

%>"""${message}

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
Create Date: ${create_date}

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
${imports if imports else ""}

# Where this revision stands in the history.
revision: str = ${repr(up_revision)}
down_revision: Union[str, Sequence[str], None] = ${repr(down_revision)}
branch_labels: Union[str, Sequence[str], None] = ${repr(branch_labels)}
depends_on: Union[str, Sequence[str], None] = ${repr(depends_on)}


def upgrade(engine_name: str) -> None:
    """Apply this revision to one database."""
    globals()["upgrade_%s" % engine_name]()


def downgrade(engine_name: str) -> None:
    """Undo this revision on one database."""
    globals()["downgrade_%s" % engine_name]()

<%
    names = config.get_main_option("databases")
%>

## A pair of functions for each database.

% for name in re.split(r',\s*', names):

def upgrade_${name}() -> None:
    """Apply this revision to ${name}."""
    ${context.get("%s_upgrades" % name, "pass")}


def downgrade_${name}() -> None:
    """Undo this revision on ${name}."""
    ${context.get("%s_downgrades" % name, "pass")}

% endfor
