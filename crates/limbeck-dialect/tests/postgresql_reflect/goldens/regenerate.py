#!/usr/bin/env python3
"""Write reflect.json, types.json, defaults.json and indexes.json: what SQLAlchemy's inspector and Alembic's comparison say on PostgreSQL.

    regenerate.py postgresql+psycopg2://postgres@127.0.0.1:5432/postgres

Run with the Python of a virtual environment that has alembic==1.20.1 and SQLAlchemy==2.1.9, against a throw-away PostgreSQL 15 whose
database may be filled. The Rust test beside this folder looks at the same schema (../schema.sql) and compares.
"""
import json
import pathlib
import sys
import warnings

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.dialects import postgresql as pg

HERE = pathlib.Path(__file__).parent
warnings.simplefilter("ignore")
ARGUMENTS = ("length", "precision", "scale", "timezone", "fields", "varying", "collation", "name", "schema", "not_null",
             "second_precision", "dimensions", "constraint_name", "native_enum")


def tree(type_):
    """A type as data: its class and what it was given."""
    cls = type(type_)
    if isinstance(type_, sa.types.NullType):
        return {"class": "NullType"}
    dialect = cls.__module__.startswith("sqlalchemy.dialects.postgresql")
    out = {"class": cls.__name__, "dialect": dialect}
    if isinstance(type_, sa.types.UserDefinedType):
        return {"class": "Verbatim", "text": type_.get_col_spec()}
    if isinstance(type_, (sa.Interval, sa.PickleType)):
        return {"class": cls.__name__, "dialect": False, **({"second_precision": type_.second_precision}
                                                            if getattr(type_, "second_precision", None) else {})}
    if isinstance(type_, sa.types.TypeDecorator):
        return tree(type_.impl)
    for name in ARGUMENTS:
        value = getattr(type_, name, None)
        if value is not None and value is not False and not callable(value):
            out[name] = value
    if cls.__name__ in ("Enum", "ENUM"):
        out["values"] = list(type_.enums)
        out.pop("length", None)
        if type_.native_enum:
            out.pop("native_enum", None)
        else:
            out["native_enum"] = False
    elif "native_enum" in out:
        del out["native_enum"]
    if cls.__name__ in ("DOUBLE_PRECISION", "REAL", "Boolean", "BOOLEAN", "Integer", "INTEGER"):
        out = {"class": cls.__name__, "dialect": dialect}
    if isinstance(type_, pg.ARRAY) or cls.__name__ == "ARRAY":
        out = {"class": "ARRAY", "item": tree(type_.item_type), "dimensions": type_.dimensions or 1}
    if isinstance(type_, pg.DOMAIN):
        out["data_type"] = tree(type_.data_type)
        for name in ("default", "check"):
            if getattr(type_, name) is not None:
                out[name] = str(getattr(type_, name))
    return out


def columns(inspector, table, schema):
    for column in inspector.get_columns(table, schema=schema):
        out = {"name": column["name"], "type": tree(column["type"]), "nullable": column["nullable"],
               "default": column["default"], "autoincrement": column["autoincrement"], "comment": column["comment"]}
        for name in ("computed", "identity"):
            if name in column:
                out[name] = column[name]
        yield out


def described(inspector, table, schema):
    uniques = inspector.get_unique_constraints(table, schema=schema)
    return {
        "columns": list(columns(inspector, table, schema)),
        "primary_key": inspector.get_pk_constraint(table, schema=schema),
        "foreign_keys": inspector.get_foreign_keys(table, schema=schema),
        "uniques": uniques,
        "checks": inspector.get_check_constraints(table, schema=schema),
        "indexes": inspector.get_indexes(table, schema=schema),
        "comment": inspector.get_table_comment(table, schema=schema)["text"],
        "options": inspector.get_table_options(table, schema=schema),
    }


def reflect(engine):
    with engine.begin() as connection:
        for statement in ("DROP SCHEMA public CASCADE", "CREATE SCHEMA public"):
            connection.exec_driver_sql(statement)
        for schema in sa.inspect(connection).get_schema_names():
            if schema not in ("public", "information_schema"):
                connection.exec_driver_sql(f'DROP SCHEMA {engine.dialect.identifier_preparer.quote(schema)} CASCADE')
        connection.exec_driver_sql((HERE.parent / "schema.sql").read_text().replace("%", "%%"))
    with engine.connect() as connection:
        inspector = sa.inspect(connection)
        out = {"schemas": sorted(inspector.get_schema_names()), "tables": []}
        for schema in (None, "public", "other", "Odd schema %"):
            names = sorted(inspector.get_table_names(schema))
            out.setdefault("names", []).append([schema, names])
            if schema == "public":
                continue
            views = ["seen", "kept"] if schema is None else []
            for table in names + views:
                out["tables"].append({"schema": schema, "name": table, **described(inspector, table, schema)})
        asked = [(None, "numbers"), (None, "seen"), (None, "kept"), (None, "parted_2020"), (None, "away"), ("other", "away"),
                 ("public", "numbers"), (None, "Numbers"), (None, "pg_class"), ("pg_catalog", "pg_class"), ("nowhere", "x"),
                 ("Odd schema %", "odd 'table' \"%\""), (None, "ix_plain"), (None, "loose")]
        out["has_table"] = [[schema, name, inspector.has_table(name, schema)] for schema, name in asked]
    return out


def differences(connection, model, **options):
    context = MigrationContext.configure(connection, opts={"compare_type": False, "target_metadata": model, **options})
    return compare_metadata(context, model)


class Vector(sa.types.UserDefinedType):
    cache_ok = True

    def __init__(self, size):
        self.size = size

    def get_col_spec(self, **kw):
        return f"VECTOR({self.size})"


class Spaced(sa.types.UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "character varying(20)"


class Decorated(sa.types.TypeDecorator):
    impl = sa.String(20)
    cache_ok = True


S, D = sa, pg
# the column in the database, the type in the model
TYPES = [
    ("integer", S.Integer()), ("integer", S.BigInteger()), ("bigint", S.Integer()), ("smallint", S.SmallInteger()),
    ("smallint", S.Integer()), ("integer", S.INTEGER()), ("integer", S.String()), ("integer", S.Numeric()),
    ("numeric", S.Numeric()), ("numeric(10,2)", S.Numeric(10, 2)), ("numeric(10,2)", S.Numeric(10)),
    ("numeric(10,2)", S.Numeric()), ("numeric(10,2)", S.Numeric(10, 3)), ("numeric(10,2)", S.Numeric(12, 2)),
    ("numeric(10,2)", S.DECIMAL(10, 2)), ("numeric", S.Float()), ("numeric(10)", S.Numeric(10)),
    ("real", S.REAL()), ("real", S.Float()), ("double precision", S.Float()), ("double precision", S.Float(53)),
    ("double precision", S.Double()), ("double precision", S.DOUBLE_PRECISION()), ("double precision", S.REAL()),
    ("boolean", S.Boolean()), ("boolean", S.Integer()), ("boolean", S.BOOLEAN()), ("money", D.MONEY()),
    ("varchar", S.String()), ("varchar(20)", S.String(20)), ("varchar(20)", S.String(30)), ("varchar(20)", S.String()),
    ("varchar", S.String(20)), ("varchar(20)", S.Text()), ("text", S.Text()), ("text", S.String()), ("text", S.UnicodeText()),
    ("varchar(20)", S.Unicode(20)), ("char(3)", S.CHAR(3)), ("char(3)", S.CHAR(4)), ("char(3)", S.String(3)),
    ("varchar(5) COLLATE \"C\"", S.String(5, collation="C")), ("varchar(5) COLLATE \"C\"", S.String(5)),
    ("varchar(5)", S.String(5, collation="C")), ("varchar(5) COLLATE \"C\"", S.String(5, collation="POSIX")),
    ("text COLLATE \"C\"", S.Text(collation="POSIX")), ("citext", D.CITEXT()), ("citext", S.Text()),
    ("date", S.Date()), ("date", S.DateTime()), ("timestamp", S.DateTime()), ("timestamp", S.DateTime(timezone=True)),
    ("timestamptz", S.DateTime(timezone=True)), ("timestamptz", S.DateTime()), ("timestamptz", S.TIMESTAMP(timezone=True)),
    ("timestamp(3)", D.TIMESTAMP(precision=3)), ("timestamp(3)", D.TIMESTAMP(precision=6)), ("timestamp(3)", S.DateTime()),
    ("timestamptz(3)", D.TIMESTAMP(precision=3, timezone=True)), ("timestamptz(3)", D.TIMESTAMP(precision=3)),
    ("time", S.Time()), ("timetz", S.Time(timezone=True)), ("timetz", S.Time()), ("time(2)", D.TIME(precision=2)),
    ("time(2)", D.TIME(precision=3)), ("interval", S.Interval()), ("interval", D.INTERVAL()), ("interval(3)", D.INTERVAL(precision=3)),
    ("interval(3)", D.INTERVAL(precision=4)), ("interval day to second", D.INTERVAL(fields="DAY TO SECOND")),
    ("interval day to second", D.INTERVAL(fields="YEAR TO MONTH")), ("interval year", D.INTERVAL(fields="YEAR")),
    ("interval", D.INTERVAL(fields="YEAR")), ("interval", S.Interval(second_precision=3)),
    ("bytea", S.LargeBinary()), ("bytea", D.BYTEA()), ("bytea", S.PickleType()), ("uuid", S.Uuid()), ("uuid", S.UUID()),
    ("uuid", S.String(36)), ("varchar(36)", S.Uuid()), ("json", S.JSON()), ("jsonb", S.JSON()), ("json", D.JSONB()), ("jsonb", D.JSONB()),
    ("inet", D.INET()), ("cidr", D.INET()), ("macaddr", D.MACADDR()), ("macaddr8", D.MACADDR()), ("tsvector", D.TSVECTOR()),
    ("tsquery", D.TSVECTOR()), ("hstore", D.HSTORE()), ("oid", D.OID()), ("regclass", D.REGCLASS()),
    ("int4range", D.INT4RANGE()), ("int8range", D.INT4RANGE()), ("tstzrange", D.TSTZRANGE()), ("int4multirange", D.INT4MULTIRANGE()),
    ("bit(3)", D.BIT(3)), ("bit(3)", D.BIT(4)), ("bit(3)", D.BIT(3, varying=True)), ("bit varying(3)", D.BIT(3, varying=True)),
    ("bit varying", D.BIT(varying=True)), ("bit varying(3)", D.BIT(5, varying=True)),
    ("integer[]", S.ARRAY(S.Integer())), ("integer[]", D.ARRAY(S.Integer())), ("integer[]", S.ARRAY(S.BigInteger())),
    ("integer[]", S.ARRAY(S.Integer(), dimensions=2)), ("varchar(5)[]", S.ARRAY(S.String(5))), ("varchar(5)[]", S.ARRAY(S.String(6))),
    ("integer[]", S.Integer()), ("integer", S.ARRAY(S.Integer())), ("text[]", S.ARRAY(S.Text())), ("text[]", S.ARRAY(S.String())),
    ("mood", S.Enum("sad", "ok", name="mood")), ("mood", S.Enum("other", name="mood")), ("mood", S.Enum("sad", name="moods")),
    ("mood", S.String(10)), ("varchar(3)", S.Enum("sad", "ok", name="mood")), ("varchar(3)", S.Enum("sad", "ok", name="m", native_enum=False)),
    ("varchar(4)", S.Enum("sad", "ok", name="m", native_enum=False)), ("other.state", D.ENUM("on", name="state", schema="other")),
    ("other.state", D.ENUM("on", name="state")), ("other.state", D.ENUM("on", name="status", schema="other")),
    ("\"Odd Enum\"", D.ENUM("x", name="Odd Enum")), ("mood[]", S.ARRAY(S.Enum("sad", name="mood"))),
    ("positive", D.DOMAIN("positive", S.Integer())), ("positive", S.Integer()), ("integer", D.DOMAIN("positive", S.Integer())),
    ("other.email", D.DOMAIN("email", S.Text(), schema="other")),
    ("xml", S.Text()), ("xml", Vector(3)), ("point", S.String()), ("varchar(20)", Spaced()), ("varchar(20)", Decorated()),
    ("varchar(20)", Vector(3)), ("name", S.String()), ("integer", S.Integer().with_variant(S.BigInteger(), "postgresql")),
    ("bigint", S.Integer().with_variant(S.BigInteger(), "postgresql")),
]


def model_tree(type_):
    variant = type_._variant_mapping.get("postgresql")
    return tree(variant if variant is not None else type_)


def types(engine):
    answers = []
    for written, model in TYPES:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE TABLE pair (c {written})")
            metadata = sa.MetaData()
            sa.Table("pair", metadata, sa.Column("c", model, nullable=not written == "positive"))
            found = differences(connection, metadata, compare_type=True,
                                include_name=lambda name, kind, parents: kind != "table" or name == "pair")
            kinds = [d[0][0] if isinstance(d, list) else d[0] for d in found]
            assert set(kinds) <= {"modify_type"}, (written, model, found)
            answers.append({"database": written, "model": model_tree(model), "shown": repr(model), "differ": bool(kinds)})
            connection.rollback()
    return answers


T = sa.text
# type, default in the database, default in the model, the column's other arguments in the model
DEFAULTS = [
    ("varchar(20)", "'x'", "x"), ("varchar(20)", "'x'", "y"), ("varchar(20)", "'x'", T("'x'")), ("varchar(20)", "'x'", None),
    ("varchar(20)", None, "x"), ("varchar(20)", "''", ""), ("varchar(20)", "'it''s'", T("'it''s'")),
    ("varchar(20)", "'x'", T("'x'::character varying")), ("text", "'a:b'", "a:b"), ("text", "'a:b'", T("'a\\:b'")),
    ("text", "'0'", "0"), ("text", "' x'", "x"), ("text", "'X'", "x"), ("text", "upper('x')", T("'X'")), ("text", "lower('X')", T("LOWER('X')")),
    ("text", "'a' || 'b'", T("'ab'")), ("text", "NULL", None), ("text", "NULL", T("NULL")), ("text", "'NULL'", T("NULL")),
    ("char(3)", "'abc'", "abc"), ("char(3)", "'a'", "a"), ("citext", "'a'", "a"), ("citext", "'a'", "A"),
    ("integer", "0", "0"), ("integer", "0", T("0")), ("integer", "0", T("'0'")), ("integer", "0", "1"), ("integer", "'5'", "5"),
    ("integer", "-1", "-1"), ("integer", "-1", T("-1")), ("integer", "-1", T("(-1)")), ("integer", "-1", "1"), ("integer", "1 + 1", T("2")),
    ("integer", "2", T("1 + 1")), ("integer", "3", T("1 + 1")), ("bigint", "5", "5"), ("smallint", "5", "5"), ("smallint", "-5", "-5"),
    ("bigint", "9000000000", "9000000000"), ("integer", None, None),
    ("numeric(10,2)", "0", "0"), ("numeric(10,2)", "0.00", "0"), ("numeric(10,2)", "0", "0.00"), ("numeric(10,2)", "0.5", "0.50"),
    ("numeric(10,2)", "0.5", T("0.5")), ("numeric(10,2)", "-1.5", "-1.5"), ("numeric(10,2)", "1.5", "1.6"), ("numeric", "'1'", T("1.0")),
    ("double precision", "0.5", "0.5"), ("double precision", "0", "0.0"), ("double precision", "1e3", T("1000")), ("real", "0.5", "0.5"),
    ("boolean", "true", T("true")), ("boolean", "true", "true"), ("boolean", "true", S.true()), ("boolean", "true", S.false()),
    ("boolean", "false", T("false")), ("boolean", "false", "0"), ("boolean", "true", "t"), ("boolean", "true", T("TRUE")), ("boolean", "false", "true"),
    ("timestamp", "now()", S.func.now()), ("timestamp", "now()", T("now()")), ("timestamp", "now()", T("CURRENT_TIMESTAMP")),
    ("timestamp", "CURRENT_TIMESTAMP", S.func.now()), ("timestamptz", "CURRENT_TIMESTAMP", T("CURRENT_TIMESTAMP")),
    ("timestamptz", "CURRENT_TIMESTAMP", S.func.current_timestamp()), ("timestamptz", "CURRENT_TIMESTAMP", T("current_timestamp")),
    ("timestamp", "timezone('utc', now())", T("timezone('utc', now())")), ("timestamp", "timezone('utc', now())", T("timezone('utc'::text, now())")),
    ("timestamp", "(now() AT TIME ZONE 'utc')", T("(now() AT TIME ZONE 'utc')")), ("timestamptz", "now()", None),
    ("timestamptz", "now()", T("now() + interval '1 day'")), ("timestamptz", "now() + interval '1 day'", T("now() + '1 day'")),
    ("date", "CURRENT_DATE", T("CURRENT_DATE")), ("date", "CURRENT_DATE", S.func.current_date()), ("date", "'2020-01-01'", "2020-01-01"),
    ("date", "'2020-01-01'", T("'2020-01-02'")), ("interval", "'1 hour'", "1 hour"), ("interval", "'1 hour'", T("'01:00:00'")),
    ("time", "'10:00'", "10:00"),
    ("uuid", "gen_random_uuid()", T("gen_random_uuid()")), ("uuid", "gen_random_uuid()", S.func.gen_random_uuid()),
    ("uuid", "gen_random_uuid()", None), ("uuid", "'00000000-0000-0000-0000-000000000001'", "00000000-0000-0000-0000-000000000001"),
    ("jsonb", "'{}'", "{}"), ("jsonb", "'{}'", T("'{}'::jsonb")), ("jsonb", "'{}'::jsonb", T("'{}'")), ("jsonb", "'[]'", "{}"),
    ("jsonb", "'{\"a\": 1}'", "{\"a\":1}"), ("json", "'{}'", T("'{}'::json")), ("json", "'{}'", "{}"), ("json", "'{}'", "[]"),
    ("text[]", "'{}'", "{}"), ("text[]", "ARRAY[]::text[]", T("ARRAY[]::text[]")), ("text[]", "ARRAY[]::text[]", "{}"),
    ("text[]", "ARRAY['a']", T("ARRAY['a']")), ("integer[]", "'{1,2}'", "{1,2}"), ("text[]", "'{}'", "{a}"),
    ("mood", "'sad'", "sad"), ("mood", "'sad'", "ok"), ("mood", "'sad'", T("'sad'")), ("mood", "'sad'", T("'sad'::mood")),
    ("other.state", "'on'", "on"), ("other.state", "'on'", "off"), ("inet", "'127.0.0.1'", "127.0.0.1"), ("bytea", "'\\x00'", "\\x00"),
    ("integer", "nextval('loose')", T("nextval('loose')")), ("integer", "nextval('loose')", T("nextval('loose'::regclass)")),
    ("integer", "nextval('loose')", None), ("integer", "nextval('loose')", T("nextval('loose2')")),
    ("integer", "nextval('loose')", None, {"primary_key": True}), ("integer", "nextval('loose')", T("nextval('loose')"), {"primary_key": True}),
    ("serial", None, None), ("serial", None, None, {"primary_key": True}), ("bigserial", None, None), ("serial", None, "5"),
    ("integer", None, None, {"primary_key": True}), ("text", "current_user", T("CURRENT_USER")), ("text", "random()::text", T("random()::text")),
    ("text", "random()::text", T("random()")), ("double precision", "random()", T("random()")), ("text", "E'a\\nb'", "a\nb"),
    ("text", "E'a\\\\b'", "a\\b"), ("text", "$$it's$$", T("'it''s'")), ("positive", None, None), ("positive", "7", "7"),
]


def defaults(engine):
    answers = []
    for number, (written, database, model, *rest) in enumerate(DEFAULTS):
        arguments = rest[0] if rest else {}
        with engine.connect() as connection:
            connection.exec_driver_sql("CREATE SEQUENCE loose2")
            clause = "" if database is None else " DEFAULT " + database
            key = " PRIMARY KEY" if arguments.get("primary_key") else ""
            ddl = f"CREATE TABLE pair (c {written}{clause}{key})"
            connection.exec_driver_sql(ddl.replace("%", "%%"))
            metadata = sa.MetaData()
            reflected = sa.inspect(connection).get_columns("pair")[0]
            column = sa.Column("c", reflected["type"], server_default=model, nullable=reflected["nullable"], **arguments)
            sa.Table("pair", metadata, column)
            try:
                found = differences(connection, metadata, compare_server_default=True,
                                    include_name=lambda name, kind, parents: kind != "table" or name == "pair")
                kinds = {d[0][0] if isinstance(d, list) else d[0] for d in found}
                assert kinds <= {"modify_default"}, (written, database, found)
                answer = bool(kinds)
            except sa.exc.DBAPIError as error:
                answer = "error: " + str(error.orig).splitlines()[0]
            if isinstance(model, str):
                shown = {"literal": model}
            elif model is None:
                shown = None
            else:
                shown = {"text": str(model.compile(dialect=engine.dialect)).replace("%%", "%")}
            answers.append({"ddl": ddl, "model": shown, "primary_key": bool(arguments), "differ": answer})
            connection.rollback()
    return answers


# the index in the database (what follows its name and ON pair), unique in the model, elements of the model, its options
INDEXES = [
    ("(a, b)", False, ["a", "b"]), ("(a, b)", False, ["b", "a"]), ("(a, b)", False, ["a"]), ("(a)", True, ["a"]),
    ("(a DESC)", False, ["a"]), ("(a)", False, [("a", "DESC")]), ("(a DESC)", False, [("a", "DESC")]),
    ("(a ASC NULLS LAST)", False, ["a"]), ("(a)", False, [("a", "ASC")]), ("(a NULLS FIRST)", False, ["a"]),
    ("(a NULLS FIRST)", False, [("a", "NULLS FIRST")]), ("(a DESC NULLS LAST)", False, [("a", "DESC")]),
    ("(lower(c))", False, ["=lower(c)"]), ("(lower(c))", False, ["=LOWER(pair.c)"]), ("(lower(c))", False, ["=upper(c)"]),
    ("(lower(c))", False, ["c"]), ("(c)", False, ["=lower(c)"]), ("(lower(c), a)", False, ["=lower(c)", "a"]),
    ("(lower(c), a)", False, ["=lower(c)", "b"]), ("((a + b))", False, ["=a + b"]), ("((a + b))", False, ["=(a + b)"]),
    ("((a + b))", False, ["=b + a"]), ("((d ->> 'key'))", False, ["=(d ->> 'key')"]), ("((d ->> 'key'))", False, ["=d ->> 'other'"]),
    ("(coalesce(c, ''))", False, ["=coalesce(c, '')"]), ("((a::text))", False, ["=CAST(a AS VARCHAR)"]),
    ("(c text_pattern_ops)", False, ["c"]), ("(lower(c) text_pattern_ops)", False, ["=lower(c) text_pattern_ops"]),
    ("(a) WHERE b > 5", False, ["a"]), ("USING hash (a)", False, ["a"]), ("(a) INCLUDE (b)", False, ["a"]),
    ("(c COLLATE \"C\")", False, ["c"]), ("(\"Odd\")", False, ["Odd"]), ("(a) NULLS NOT DISTINCT", True, ["a"]),
]


def indexes(engine):
    answers = []
    for written, unique, elements in INDEXES:
        with engine.connect() as connection:
            connection.exec_driver_sql('CREATE TABLE pair (a integer, b integer, c text, d jsonb, "Odd" integer)')
            word = "UNIQUE " if "DISTINCT" in written else ""
            ddl = f"CREATE {word}INDEX ix ON pair {written}"
            connection.exec_driver_sql(ddl.replace("%", "%%"))
            metadata = sa.MetaData()
            table = sa.Table("pair", metadata, sa.Column("a", sa.Integer), sa.Column("b", sa.Integer), sa.Column("c", sa.Text),
                             sa.Column("d", pg.JSONB), sa.Column("Odd", sa.Integer))

            def element(said):
                if isinstance(said, str):
                    return sa.text(said[1:]) if said.startswith("=") else table.c[said]
                column, direction = table.c[said[0]], said[1]
                return {"DESC": sa.desc, "ASC": sa.asc, "NULLS FIRST": sa.nulls_first}[direction](column)

            sa.Index("ix", *map(element, elements), unique=unique, _table=table)
            found = differences(connection, metadata,
                                include_name=lambda name, kind, parents: kind != "table" or name == "pair")
            kinds = [d[0] for d in found]
            assert set(kinds) <= {"remove_index", "add_index"}, (written, found)
            answers.append({"ddl": ddl, "unique": unique, "elements": elements, "differ": bool(kinds)})
            connection.rollback()
    return answers


def write(name, answer):
    text = json.dumps(answer, indent=1, ensure_ascii=False, default=str)
    (HERE / name).write_text(text + "\n")


def main():
    engine = sa.create_engine(sys.argv[1])
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("DROP DATABASE IF EXISTS limbeck_goldens")
        connection.exec_driver_sql("CREATE DATABASE limbeck_goldens")
    engine.dispose()
    engine = sa.create_engine(engine.url.set(database="limbeck_goldens"))
    write("reflect.json", reflect(engine))
    write("types.json", types(engine))
    write("defaults.json", defaults(engine))
    write("indexes.json", indexes(engine))


main()
