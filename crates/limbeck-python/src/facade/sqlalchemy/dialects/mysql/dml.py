"""INSERT with ON DUPLICATE KEY UPDATE."""
from ...sql.dml import Insert as _Insert
from ...sql.elements import ColumnElement
from ...sql.selectable import entity


class Insert(_Insert):
    pass


def insert(table):
    """INSERT INTO table."""
    return Insert("sqlalchemy.dialects.mysql.insert", (entity(table),))._on(entity(table))


def match(*args, **kwargs):
    return ColumnElement("sqlalchemy.dialects.mysql.match", args, kwargs)
