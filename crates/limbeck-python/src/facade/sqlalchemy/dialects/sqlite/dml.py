"""INSERT with ON CONFLICT."""
from ...sql.dml import Insert as _Insert
from ...sql.selectable import entity


class Insert(_Insert):
    pass


def insert(table):
    """INSERT INTO table."""
    return Insert("sqlalchemy.dialects.sqlite.insert", (entity(table),))._on(entity(table))
