# What SQLAlchemy knows of a MetaData, in the form of our directives: constructs by name, with their arguments. Whatever SQLAlchemy works
# out by itself (names by convention, the types of foreign keys, labels of enums) is worked out.
import inspect
import re

# A name after a colon, which text() takes for a parameter.
PARAMETER = re.compile(r"(?<![:\w\\]):(?=\w+(?!:))")
PLAIN = (str, int, float, bool, type(None))


def call(*args, **kwargs):
    """A construct: its name, then its arguments."""
    return {"call": args[0], "args": list(args[1:]), "kwargs": [[name, value] for name, value in kwargs.items()]}


def given(**kwargs):
    """The arguments that say something."""
    return {name: value for name, value in kwargs.items() if value is not None}


def is_ours(cls):
    return cls.__module__.partition(".")[0] == "sqlalchemy"


def canonical(cls):
    import sqlalchemy

    parts = cls.__module__.split(".")
    if parts[1:2] == ["dialects"]:
        return "sqlalchemy.dialects.%s.%s" % (parts[2], cls.__name__)
    where = "sqlalchemy." if hasattr(sqlalchemy, cls.__name__) else "sqlalchemy.types."
    return where + cls.__name__


def make_dialect(name):
    # Parameters by name: percent signs in a text stay single.
    if name == "postgresql":
        from sqlalchemy.dialects.postgresql.base import PGDialect as made
    elif name == "sqlite":
        from sqlalchemy.dialects.sqlite.base import SQLiteDialect as made
    else:
        from sqlalchemy.dialects.mysql.base import MySQLDialect as made
    return made(paramstyle="named")


class Writer:
    def __init__(self, dialect):
        from sqlalchemy import Column
        from sqlalchemy.sql import elements, schema

        self.dialect = make_dialect(dialect)
        self.schema, self.elements, self.Column = schema, elements, Column

    # names and data

    def name(self, name):
        """A name of a table or column, with the user's decision whether it is quoted."""
        quote = getattr(name, "quote", None)
        return str(name) if quote is None else call("sqlalchemy.quoted_name", str(name), quote)

    def final(self, name):
        """The name of a constraint or index; one that a convention made is not to be made again."""
        if not isinstance(name, str):
            return None
        return call("alembic.op.f", str(name)) if isinstance(name, self.elements._truncated_label) else str(name)

    def data(self, value):
        """An option's value. Columns stand for their names."""
        if isinstance(value, self.Column):
            return value.name
        if hasattr(value, "__clause_element__") or isinstance(value, self.elements.ClauseElement):
            return self.text(value)
        if isinstance(value, dict):
            return {"dict": [[self.data(key), self.data(item)] for key, item in value.items()]}
        if isinstance(value, (list, tuple)):
            return [self.data(item) for item in value]
        if isinstance(value, PLAIN):
            return value
        raise TypeError("the value %r of an option cannot be handed over" % (value,))

    def options(self, item):
        """Options of dialects."""
        return {key: self.data(value) for key, value in item.dialect_kwargs.items() if value is not None}

    def info(self, item):
        """`info`, for functions that ask it: what of it is plain."""
        return self.plain(item.info) if item.info else None

    def plain(self, values):
        return {"dict": [[key, value] for key, value in values.items() if isinstance(key, str) and isinstance(value, PLAIN)]}

    # expressions

    def sql(self, expression):
        compiler = self.dialect.ddl_compiler(self.dialect, None).sql_compiler
        return compiler.process(expression, include_table=False, literal_binds=True)

    def text(self, expression):
        if hasattr(expression, "__clause_element__"):
            expression = expression.__clause_element__()
        return call("sqlalchemy.text", PARAMETER.sub(r"\\:", self.sql(expression)))

    def element(self, expression, inner=False):
        """An element of an index."""
        from sqlalchemy.sql import operators

        if isinstance(expression, self.Column):
            return call("sqlalchemy.column", expression.name) if inner else expression.name
        if isinstance(expression, self.elements.UnaryExpression):
            for name in ("desc", "asc", "nulls_first", "nulls_last", "nullsfirst", "nullslast"):
                if expression.modifier is not None and expression.modifier is getattr(operators, name + "_op", None):
                    known = name.replace("nullsf", "nulls_f").replace("nullsl", "nulls_l")
                    return call("." + known, self.element(expression.element, True))
        if isinstance(expression, self.elements.TextClause):
            return self.text(expression)
        return call("sqlalchemy.literal_column", self.sql(expression))

    # types

    def type(self, type_):
        variants = getattr(type_, "_variant_mapping", None)
        if type(type_).__name__ == "Variant" and is_ours(type(type_)):
            tree, variants = self.one_type(type_.impl), type_.mapping
        else:
            tree = self.one_type(type_)
        for dialect, variant in (variants or {}).items():
            tree = call(".with_variant", tree, self.type(variant), dialect)
        return tree

    def one_type(self, type_):
        cls = type(type_)
        compiled = any("_compiler_dispatcher" in vars(base) for base in cls.__mro__)
        if is_ours(cls) and not compiled:
            return call(canonical(cls), *self.values(type_), **self.arguments(cls, type_))
        about = (cls.__module__, cls.__qualname__)
        shown = {"repr": repr(type_), "attributes": self.plain({name: value for name, value in vars(type_).items() if name[:1] != "_"})}
        if compiled or hasattr(type_, "get_col_spec"):
            return call("sqlalchemy.UserDefinedType", *(about + (type_.compile(dialect=self.dialect),)), **shown)
        if hasattr(type_, "load_dialect_impl") and hasattr(type_, "impl"):
            impl = type_.load_dialect_impl(self.dialect)
            impl = type_.impl if impl is type_ else impl
            impl = self.type(impl() if isinstance(impl, type) else impl)
        else:
            base = next((base for base in cls.__mro__ if is_ours(base)), None)
            if base is None:
                raise TypeError("the type %r cannot be handed over" % (type_,))
            impl = call(canonical(base), *self.values(type_), **self.arguments(base, type_))
        return call("sqlalchemy.TypeDecorator", *(about + (impl,)), **shown)

    def values(self, type_):
        """What a type is given by position."""
        if hasattr(type_, "enums"):
            return list(type_.enums)
        if hasattr(type_, "item_type"):
            return [self.type(type_.item_type)]
        return list(type_.values) if type(type_).__name__ == "SET" else []

    def arguments(self, cls, type_):
        """What a type is given by name, found as attributes of the same names."""
        if hasattr(type_, "enums"):
            said = given(name=type_.name, schema=type_.schema)
            for name, usual in (("native_enum", True), ("create_constraint", False), ("create_type", True)):
                value = getattr(type_, name, usual)
                said.update({} if value == usual else {name: value})
            longest = max([len(label) for label in type_.enums] or [0])
            if not type_.native_enum and type_.length not in (None, longest):
                said["length"] = type_.length
            said.update(given(charset=getattr(type_, "charset", None), collation=getattr(type_, "collation", None)))
            return said
        said, seen = {}, {"item_type", "values"}
        for base in cls.__mro__:
            init = vars(base).get("__init__")
            if init is None or base is object:
                continue
            parameters = list(inspect.signature(init).parameters.values())[1:]
            for parameter in parameters:
                if parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL) or parameter.name in seen:
                    continue
                seen.add(parameter.name)
                value = getattr(type_, parameter.name, None)
                if value is None or value is parameter.default or (isinstance(value, PLAIN) and value == parameter.default):
                    continue
                if isinstance(value, PLAIN):
                    said[parameter.name] = str(value) if isinstance(value, str) else value
                elif hasattr(value, "_type_affinity") and not isinstance(value, type) and parameter.name != "astext_type":
                    said[parameter.name] = self.type(value)
                elif isinstance(value, self.elements.ClauseElement):
                    said[parameter.name] = self.sql(value)
            if not any(parameter.kind == parameter.VAR_KEYWORD for parameter in parameters):
                break
        return said

    # what columns have

    def counting(self, item):
        """The options of a sequence or an identity column."""
        names = "start increment minvalue maxvalue nominvalue nomaxvalue cycle cache order".split()
        return given(**{name: getattr(item, name, None) for name in names})

    def sequence(self, sequence):
        said = dict(self.counting(sequence), **given(schema=sequence.schema, optional=True if sequence.optional else None))
        if sequence.data_type is not None:
            said["data_type"] = self.type(sequence.data_type)
        return call("sqlalchemy.Sequence", str(sequence.name), **said)

    def sequences(self, metadata):
        """Those that create_all() makes, and those that server defaults count with."""
        found = list(metadata._sequences.values())
        for table in metadata.tables.values():
            for column in table.columns:
                counted = getattr(getattr(column.server_default, "arg", None), "sequence", None)
                if counted is not None and counted not in found:
                    found.append(counted)
        return [self.sequence(one) for one in found]

    def server_default(self, default):
        if default is None:
            return None
        if not hasattr(default, "arg"):
            return call("sqlalchemy.FetchedValue")
        return str(default.arg) if isinstance(default.arg, str) else self.text(default.arg)

    def column(self, column, foreign_key):
        items, said = [], {"nullable": bool(column.nullable)}
        computed, identity = getattr(column, "computed", None), getattr(column, "identity", None)
        if computed is not None:
            items.append(call("sqlalchemy.Computed", self.text(computed.sqltext), **given(persisted=computed.persisted)))
        elif identity is not None:
            items.append(call("sqlalchemy.Identity", **dict(self.counting(identity), always=bool(identity.always))))
        else:
            said.update(given(server_default=self.server_default(column.server_default)))
        if getattr(column.default, "is_sequence", False):
            items.append(self.sequence(column.default))
        if foreign_key is not None:
            items.append(call("sqlalchemy.ForeignKey", self.target(foreign_key.elements[0]), **self.foreign_key_options(foreign_key)))
        # A CHECK that stands at the column is not the table's.
        items += [self.constraint(one) for one in sorted(column.constraints, key=lambda one: one._creation_order)]
        for name, usual in (("primary_key", False), ("autoincrement", "auto"), ("system", False), ("comment", None)):
            value = getattr(column, name, usual)
            said.update({} if value == usual else {name: value})
        said.update(given(info=self.info(column)), **self.options(column))
        return call("sqlalchemy.Column", self.name(column.name), self.type(column.type), *items, **said)

    # constraints and indexes

    def common(self, constraint):
        comment = getattr(constraint, "comment", None)
        said = given(name=self.final(constraint.name), deferrable=constraint.deferrable, initially=constraint.initially, comment=comment)
        said.update(given(info=self.info(constraint)), **self.options(constraint))
        return said

    def target(self, element):
        """`schema.table.column`, by names and not by keys where the table is known."""
        from sqlalchemy.exc import NoReferenceError

        try:
            column = element.column
        except NoReferenceError:
            return element.target_fullname
        return "%s.%s" % (column.table.fullname, column.name)

    def foreign_key_options(self, constraint):
        rules = given(onupdate=constraint.onupdate, ondelete=constraint.ondelete, match=constraint.match)
        return dict(self.common(constraint), **dict(rules, **({"use_alter": True} if constraint.use_alter else {})))

    def constraint(self, constraint):
        schema = self.schema
        names = [column.name for column in constraint.columns]
        if isinstance(constraint, schema.ForeignKeyConstraint):
            targets = [self.target(element) for element in constraint.elements]
            return call("sqlalchemy.ForeignKeyConstraint", names, targets, **self.foreign_key_options(constraint))
        if isinstance(constraint, schema.PrimaryKeyConstraint):
            return call("sqlalchemy.PrimaryKeyConstraint", *names, **self.common(constraint))
        if isinstance(constraint, schema.UniqueConstraint):
            return call("sqlalchemy.UniqueConstraint", *names, **self.common(constraint))
        if isinstance(constraint, schema.CheckConstraint):
            return call("sqlalchemy.CheckConstraint", self.text(constraint.sqltext), **self.common(constraint))
        if hasattr(constraint, "_render_exprs"):
            elements = [{"tuple": [self.excluded(one[0]), one[2]]} for one in constraint._render_exprs]
            said = dict(self.common(constraint), **given(using=constraint.using, ops=self.data(constraint.ops) if constraint.ops else None))
            if constraint.where is not None:
                said["where"] = self.text(constraint.where)
            return call("sqlalchemy.dialects.postgresql.ExcludeConstraint", *elements, **said)
        raise TypeError("the constraint %r cannot be handed over" % (constraint,))

    def excluded(self, expression):
        return expression if isinstance(expression, str) else self.element(expression)

    def index(self, index):
        elements = [self.element(expression) for expression in index.expressions]
        said = dict(self.options(index), **given(info=self.info(index), unique=True if index.unique else None))
        return call("sqlalchemy.Index", self.final(index.name), *elements, **said)

    def table(self, table):
        key = table.primary_key
        own = [c for c in table.constraints if not getattr(c, "_type_bound", False)]
        # Sets: in the order in which they were made.
        own.sort(key=lambda constraint: constraint._creation_order)
        # One that has an `info` of its own was not written at its column, where it would have none.
        single = {c.columns.values()[0]: c for c in own if isinstance(c, self.schema.ForeignKeyConstraint) and len(c.elements) == 1 and not c.info}
        flagged = [column for column in table.columns if column.primary_key]
        items = [self.column(column, single.get(column)) for column in table.columns]
        for constraint in own:
            if constraint is key and (not len(key.columns) or (list(key.columns) == flagged and not self.common(key))):
                continue
            if constraint not in single.values():
                items.append(self.constraint(constraint))
        items += [self.index(index) for index in sorted(table.indexes, key=lambda index: str(index.name))]
        said = dict(self.options(table), **given(comment=table.comment, info=self.info(table)))
        if table.schema is not None:
            said["schema"] = self.name(table.schema)
        if getattr(table, "_prefixes", None):
            said["prefixes"] = [str(prefix) for prefix in table._prefixes]
        return call("sqlalchemy.Table", self.name(table.name), *items, **said)

    def metadata(self, metadata):
        convention = {str(getattr(key, "__name__", key)): value for key, value in metadata.naming_convention.items()}
        convention = [[key, value] for key, value in convention.items() if isinstance(value, str)]
        tables = [self.table(table) for table in metadata.tables.values()]
        sequences = self.sequences(metadata)
        return call("sqlalchemy.MetaData", *tables, naming_convention={"dict": convention}, sequences=sequences)
