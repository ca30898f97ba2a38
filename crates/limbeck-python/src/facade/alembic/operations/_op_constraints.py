"""Operations on constraints."""

from ._names import settle
from ._op_base import _BuiltIn, _columns, _given, _table
from ._trees import check_condition, option_items


class AddConstraintOp(_BuiltIn):
    """Base of what adds a constraint."""

    constraint_type = None

    @classmethod
    def from_constraint(cls, constraint):
        made = _BY_CONSTRAINT.get(type(constraint).__name__)
        if made is None:
            raise ValueError("no dispatch function for object: %r" % (constraint,))
        return made.from_constraint(constraint)

    def to_constraint(self, migration_context=None):
        raise NotImplementedError

    def reverse(self):
        return DropConstraintOp.from_constraint(self.to_constraint())

    def to_diff_tuple(self):
        return "add_constraint", self.to_constraint()


def _attached(constraint, table_name, schema, columns):
    table = _table(table_name, schema, *_columns(columns))
    table.append_constraint(constraint)
    return constraint


class CreateUniqueConstraintOp(AddConstraintOp):
    """`op.create_unique_constraint`"""

    constraint_type = "unique"

    def __init__(self, constraint_name, table_name, columns, *, schema=None, **kw):
        self.constraint_name, self.table_name, self.columns, self.schema, self.kw = constraint_name, table_name, columns, schema, kw

    @classmethod
    def from_constraint(cls, constraint):
        settle(constraint.table)
        kw = _given(deferrable=constraint.deferrable, initially=constraint.initially)
        kw.update(constraint.dialect_kwargs)
        return cls(constraint.name, constraint.table.name, [c.name for c in constraint.columns], schema=constraint.table.schema, **kw)

    def to_constraint(self, migration_context=None):
        from sqlalchemy.sql.schema import UniqueConstraint

        return _attached(UniqueConstraint(*self.columns, name=self.constraint_name, **self.kw), self.table_name, self.schema, self.columns)

    def __limbeck__(self):
        kw = dict(_given(schema=self.schema), **option_items(self.kw))
        return "alembic.ops.create_unique_constraint", (self.constraint_name, self.table_name, list(self.columns)), kw


class CreatePrimaryKeyOp(CreateUniqueConstraintOp):
    """`op.create_primary_key`"""

    constraint_type = "primarykey"

    def to_constraint(self, migration_context=None):
        from sqlalchemy.sql.schema import PrimaryKeyConstraint

        return _attached(PrimaryKeyConstraint(*self.columns, name=self.constraint_name, **self.kw), self.table_name, self.schema, self.columns)

    def __limbeck__(self):
        name, args, kw = CreateUniqueConstraintOp.__limbeck__(self)
        return "alembic.ops.create_primary_key", args, kw


class CreateForeignKeyOp(AddConstraintOp):
    """`op.create_foreign_key`"""

    constraint_type = "foreignkey"

    def __init__(self, constraint_name, source_table, referent_table, local_cols, remote_cols, **kw):
        self.constraint_name, self.source_table, self.referent_table = constraint_name, source_table, referent_table
        self.local_cols, self.remote_cols, self.kw = local_cols, remote_cols, kw

    @classmethod
    def from_constraint(cls, constraint):
        settle(constraint.table)
        parts = [e._parts() for e in constraint.elements]
        kw = _given(onupdate=constraint.onupdate, ondelete=constraint.ondelete, initially=constraint.initially, deferrable=constraint.deferrable,
                    use_alter=constraint.use_alter or None, match=constraint.match, source_schema=constraint.table.schema, referent_schema=parts[0][0])
        kw.update(constraint.dialect_kwargs)
        return cls(constraint.name, constraint.table.name, parts[0][1], [c.name for c in constraint.columns], [p[2] for p in parts], **kw)

    def to_constraint(self, migration_context=None):
        from sqlalchemy.sql.schema import ForeignKeyConstraint

        kw = dict(self.kw)
        source, target = kw.pop("source_schema", None), kw.pop("referent_schema", None)
        remote = self.referent_table if target is None else "%s.%s" % (target, self.referent_table)
        made = ForeignKeyConstraint(list(self.local_cols), ["%s.%s" % (remote, c) for c in self.remote_cols], name=self.constraint_name, **kw)
        return _attached(made, self.source_table, source, self.local_cols)

    def to_diff_tuple(self):
        return "add_fk", self.to_constraint()

    def __limbeck__(self):
        args = (self.constraint_name, self.source_table, self.referent_table, list(self.local_cols), list(self.remote_cols))
        return "alembic.ops.create_foreign_key", args, option_items(self.kw)


class CreateCheckConstraintOp(AddConstraintOp):
    """`op.create_check_constraint`"""

    constraint_type = "check"

    def __init__(self, constraint_name, table_name, condition, *, schema=None, **kw):
        self.constraint_name, self.table_name, self.condition, self.schema, self.kw = constraint_name, table_name, condition, schema, kw

    @classmethod
    def from_constraint(cls, constraint):
        settle(constraint.table)
        return cls(constraint.name, constraint.table.name, constraint.sqltext, schema=constraint.table.schema, **constraint.dialect_kwargs)

    def to_constraint(self, migration_context=None):
        from sqlalchemy.sql.schema import CheckConstraint

        return _attached(CheckConstraint(self.condition, name=self.constraint_name, **self.kw), self.table_name, self.schema, [])

    def __limbeck__(self):
        kw = dict(_given(schema=self.schema), **option_items(self.kw))
        return "alembic.ops.create_check_constraint", (self.constraint_name, self.table_name, check_condition(self.condition)), kw


class CreateExcludeConstraintOp(AddConstraintOp):
    """`op.create_exclude_constraint`"""

    constraint_type = "exclude"

    def __init__(self, constraint_name, table_name, elements, *, where=None, schema=None, **kw):
        self.constraint_name, self.table_name, self.elements, self.where, self.schema, self.kw = constraint_name, table_name, elements, where, schema, kw

    @classmethod
    def from_constraint(cls, constraint):
        settle(constraint.table)
        kw = dict(constraint._kwargs)
        kw.pop("name", None)
        return cls(constraint.name, constraint.table.name, list(constraint._args), schema=constraint.table.schema, **kw)

    def to_constraint(self, migration_context=None):
        from sqlalchemy.dialects.postgresql import ExcludeConstraint

        made = ExcludeConstraint(*self.elements, name=self.constraint_name, where=self.where, **self.kw)
        return _attached(made, self.table_name, self.schema, [e for e, _ in self.elements if isinstance(e, str)])

    def __limbeck__(self):
        kw = dict(_given(where=self.where, schema=self.schema), **self.kw)
        return "alembic.ops.create_exclude_constraint", (self.constraint_name, self.table_name) + tuple(self.elements), kw


_BY_CONSTRAINT = {"UniqueConstraint": CreateUniqueConstraintOp, "PrimaryKeyConstraint": CreatePrimaryKeyOp, "ForeignKeyConstraint": CreateForeignKeyOp,
                  "CheckConstraint": CreateCheckConstraintOp, "ExcludeConstraint": CreateExcludeConstraintOp}
_KINDS = {"UniqueConstraint": "unique", "PrimaryKeyConstraint": "primary", "ForeignKeyConstraint": "foreignkey", "CheckConstraint": "check"}


class DropConstraintOp(_BuiltIn):
    """`op.drop_constraint`"""

    def __init__(self, constraint_name, table_name, type_=None, *, schema=None, if_exists=None, _reverse=None):
        self.constraint_name, self.table_name, self.constraint_type = constraint_name, table_name, type_
        self.schema, self.if_exists, self._reverse = schema, if_exists, _reverse

    @classmethod
    def from_constraint(cls, constraint):
        settle(constraint.table)
        return cls(constraint.name, constraint.table.name, schema=constraint.table.schema, type_=_KINDS.get(type(constraint).__name__),
                   _reverse=AddConstraintOp.from_constraint(constraint))

    def to_constraint(self):
        if self._reverse is None:
            raise ValueError("constraint cannot be produced; original constraint is not present")
        return self._reverse.to_constraint()

    def reverse(self):
        return AddConstraintOp.from_constraint(self.to_constraint())

    def to_diff_tuple(self):
        return "remove_fk" if self.constraint_type == "foreignkey" else "remove_constraint", self.to_constraint()

    def __limbeck__(self):
        kw = _given(schema=self.schema, type_=self.constraint_type, if_exists=self.if_exists)
        return "alembic.ops.drop_constraint", (self.constraint_name, self.table_name), kw
