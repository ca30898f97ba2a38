"""What operations have in common."""

def _given(**kw):
    return {k: v for k, v in kw.items() if v is not None}


class MigrateOperation:
    """Base of operations."""

    _mutations = frozenset()

    @property
    def info(self):
        return self.__dict__.setdefault("_info", {})

    @info.setter
    def info(self, value):
        self.__dict__["_info"] = {} if value is None else value

    def reverse(self):
        raise NotImplementedError

    def to_diff_tuple(self):
        raise NotImplementedError


class _BuiltIn(MigrateOperation):
    _built_in = True


def _table(name, schema, *items):
    from sqlalchemy.sql.schema import MetaData, Table

    return Table(name, MetaData(), *items, schema=schema)


def _columns(names):
    from sqlalchemy.sql.schema import Column

    made = []
    for name in names:
        if name not in made:
            made.append(name)
    return [Column(name) for name in made]


class AlterTableOp(_BuiltIn):
    """Base of what changes a table that stays."""

    def __init__(self, table_name, *, schema=None):
        self.table_name, self.schema = table_name, schema
