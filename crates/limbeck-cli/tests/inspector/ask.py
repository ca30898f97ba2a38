"""Prints what an Inspector says, a line an answer. Dictionaries are printed as they come; lists that no database keeps in an order are sorted."""
import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.engine.reflection import Inspector, ObjectKind

# limbeck's own notes of a run on MariaDB.
NOTES = "alembic_version_unfinished"
DIALECT = mysql.dialect()


def plain(value):
    """`value` with its SQL texts as text: objects print their address. MySQL's types have arguments by more than one name."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if type(value).__module__.startswith("sqlalchemy.dialects.mysql"):
        return "%s: %s" % (type(value).__name__, value.compile(dialect=DIALECT))
    return "text(%r)" % value.text if type(value).__name__ == "TextClause" else value


def show(label, question, sort=False):
    try:
        answer = plain(question())
    except NotImplementedError:
        answer = "NotImplementedError"
    except sa.exc.NoSuchTableError as error:
        # Some of SQLAlchemy's methods quote the schema.
        answer = "NoSuchTableError: %s" % str(error).translate({34: None, 96: None})
    except AttributeError as error:
        answer = "AttributeError: %s" % error
    if isinstance(answer, list):
        lines = [repr(item) for item in answer]
        if sort:
            lines.sort()
        print(label, len(lines))
        for line in lines:
            print("   ", line)
    else:
        print(label, repr(answer))


def everything(connection, schemas, leave_out=()):
    inspector = sa.inspect(connection)
    show("schemas", inspector.get_schema_names)
    show("default schema", lambda: inspector.default_schema_name)
    show("temporary tables", inspector.get_temp_table_names)
    show("temporary views", inspector.get_temp_view_names)
    for schema in schemas:
        for kind in ("table", "view", "materialized_view", "sequence", "foreign_table"):
            show((schema, kind), lambda: [n for n in getattr(inspector, "get_%s_names" % kind)(schema) if n != NOTES], sort=True)
        show((schema, "enums"), lambda: inspector.get_enums(schema))
        show((schema, "domains"), lambda: inspector.get_domains(schema=schema))
        # MariaDB does not list temporary ones.
        temporary = [] if connection.dialect.name in ("mysql", "mariadb") else inspector.get_temp_table_names()
        names = sorted(set(inspector.get_table_names(schema) + inspector.get_view_names(schema) + temporary) - {NOTES})
        for name in names + ["kept", "missing"]:
            for what in ("columns", "pk_constraint", "foreign_keys", "indexes", "unique_constraints", "check_constraints",
                         "table_comment", "table_options", "view_definition"):
                if (schema, name, what) not in leave_out:
                    show((schema, name, what), lambda: getattr(inspector, "get_" + what)(name, schema=schema),
                         sort=what in ("foreign_keys", "unique_constraints"))
            show((schema, name, "exists"), lambda: (inspector.has_table(name, schema=schema), connection.dialect.has_table(connection, name, schema=schema)))
    some = names[0]
    show("many", lambda: sorted([i for i in inspector.get_multi_pk_constraint(schema).items() if i[0][1] != NOTES], key=repr))
    show("one of many", lambda: inspector.get_multi_pk_constraint(schema, filter_names=[some, "missing"]))
    show("many views", lambda: sorted(inspector.get_multi_columns(schema, kind=ObjectKind.VIEW), key=repr))
    show("has_schema", lambda: [inspector.has_schema(n) for n in ("public", "other", "main", "pg_catalog", "information_schema", "missing")])
    show("has_sequence", lambda: [inspector.has_sequence(n) for n in ("loose", "numbers_id_seq", "numbers", "missing")])
    show("has_index", lambda: [inspector.has_index("indexed", n) for n in ("ix_plain", "missing")])
    show("every enum", lambda: inspector.get_enums("*"))


def most_used(bind, table, column, index):
    """What scripts ask before they add or drop something."""
    inspector = sa.inspect(bind)
    print(isinstance(inspector, Inspector), table in inspector.get_table_names(), "missing" in inspector.get_table_names())
    print(inspector.has_table(table), inspector.has_table("missing"), inspector.has_table("seen"))
    print(sorted([c["name"] for c in inspector.get_columns(table)]), column in {c["name"] for c in inspector.get_columns(table)})
    print([i["name"] for i in inspector.get_indexes(table)], any(i["name"] == index for i in inspector.get_indexes(table)))
    print(sorted([f["name"] or "" for f in inspector.get_foreign_keys(table)]), inspector.get_pk_constraint(table)["constrained_columns"])
    print([str(c["type"].compile(bind.dialect)) for c in inspector.get_columns(table) if not isinstance(c["type"], sa.types.NullType)])
    print([isinstance(c["type"], (sa.Integer, sa.String)) for c in inspector.get_columns(table)])
    print(Inspector.from_engine(bind).get_table_names() == inspector.get_table_names())
