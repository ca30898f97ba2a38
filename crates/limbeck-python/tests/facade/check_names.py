"""Every module loads, every name that a lazy module promises is there, and importing costs little."""
import importlib
import pathlib
import re
import subprocess
import sys
import unittest

import _limbeck  # noqa: F401

FACADE = pathlib.Path(__file__).resolve().parent.parent.parent / "src" / "facade"

# what people import, by the census of public scripts and env.py files
WANTED = """
sqlalchemy.engine.reflection.Inspector sqlalchemy.ext.declarative.declarative_base sqlalchemy.sql.text sqlalchemy.sql.table sqlalchemy.sql.column
sqlalchemy.sql.expression.false sqlalchemy.sql.expression.true sqlalchemy.sql.expression.null sqlalchemy.orm.Session sqlalchemy.orm.sessionmaker
sqlalchemy.orm.session.Session sqlalchemy.exc.ProgrammingError sqlalchemy.exc.OperationalError sqlalchemy.exc.IntegrityError sqlalchemy.exc.InternalError
sqlalchemy.exc.SQLAlchemyError sqlalchemy.exc.DBAPIError sqlalchemy.exc.NoSuchTableError sqlalchemy.orm.exc.NoResultFound sqlalchemy.engine.Connection
sqlalchemy.Connection sqlalchemy.Engine sqlalchemy.Row sqlalchemy.engine.ResultProxy sqlalchemy.schema.Sequence sqlalchemy.schema.CreateSequence sqlalchemy.schema.DropSequence
sqlalchemy.schema.UniqueConstraint sqlalchemy.schema.MetaData sqlalchemy.sql.elements.TextClause sqlalchemy.ext.compiler.compiles sqlalchemy.types.TypeEngine sqlalchemy.types.String
sqlalchemy.dialects.mysql.base.MySQLDialect sqlalchemy.dialects.sqlite.base.SQLiteDialect sqlalchemy.dialects.mssql.JSON sqlalchemy.sql.False_ sqlalchemy.orm.load_only
sqlalchemy.orm.subqueryload sqlalchemy.orm.joinedload sqlalchemy.orm.scoped_session sqlalchemy.orm.backref sqlalchemy.ext.hybrid.hybrid_property
sqlalchemy.ext.mutable.MutableDict sqlalchemy.sql.functions.count sqlalchemy.event.contains sqlalchemy.event.remove sqlalchemy.sql.ddl.CreateTable sqlalchemy.sql.sqltypes.Enum
sqlalchemy.sql.schema.SchemaItem sqlalchemy.engine.url.URL sqlalchemy.engine.url.make_url sqlalchemy.pool.NullPool sqlalchemy.ext.asyncio.async_engine_from_config
sqlalchemy.ext.asyncio.AsyncEngine sqlalchemy.ext.asyncio.create_async_engine sqlalchemy.ext.asyncio.AsyncSession sqlalchemy.ext.asyncio.AsyncConnection sqlalchemy.engine.Engine
sqlalchemy.engine.base.Connection sqlalchemy.sql.type_api.TypeEngine sqlalchemy.dialects.postgresql.base.PGDialect sqlalchemy.dialects.postgresql.named_types.ENUM
sqlalchemy.orm.decl_api.DeclarativeMeta sqlalchemy.orm.attributes.InstrumentedAttribute sqlalchemy.orm.attributes.flag_modified sqlalchemy.orm.collections.attribute_mapped_collection
sqlalchemy.sql.naming.conv sqlalchemy.inspection.inspect sqlalchemy.util.await_only sqlalchemy.TableClause sqlalchemy.Constraint sqlalchemy.orm.declarative.declared_attr
alembic.op.create_table alembic.op.f alembic.context.configure alembic.context.config alembic.config.Config alembic.script.ScriptDirectory alembic.util.CommandError
alembic.util.exc.CommandError alembic.runtime.migration.MigrationContext alembic.migration.MigrationContext alembic.operations.Operations alembic.operations.MigrateOperation
alembic.operations.BatchOperations alembic.operations.ops.MigrationScript alembic.operations.ops.CreateTableOp alembic.operations.base.Operations alembic.autogenerate.rewriter.Rewriter
alembic.autogenerate.comparators alembic.autogenerate.renderers alembic.autogenerate.compare_metadata alembic.ddl.impl.DefaultImpl alembic.ddl.postgresql.PostgresqlImpl
alembic.environment.EnvironmentContext alembic.runtime.environment.EnvironmentContext alembic.autogenerate.api.AutogenContext
""".split()


def modules():
    for path in sorted(FACADE.rglob("*.py")):
        parts = list(path.relative_to(FACADE).with_suffix("").parts)
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


class Names(unittest.TestCase):
    def test_every_promise(self):
        count = 0
        for name in modules():
            module = importlib.import_module(name)
            promised = getattr(module, "__all__", ()) if "__getattr__" in vars(module) and getattr(module, "__all__", None) else ()
            for item in promised:
                with self.subTest("%s.%s" % (name, item)):
                    getattr(module, item)
                    count += 1
        self.assertGreater(count, 600)

    def test_every_dialect_type(self):
        from sqlalchemy.dialects import mysql, postgresql, sqlite

        for module in (postgresql, mysql, sqlite):
            for name in list(module._TABLE) + list(module._SAME) + list(module._MODULES):
                with self.subTest("%s.%s" % (module.__name__, name)):
                    getattr(module, name)

    def test_wanted(self):
        for dotted in WANTED:
            with self.subTest(dotted):
                module, _, name = dotted.rpartition(".")
                getattr(importlib.import_module(module), name)

    def test_nothing_heavy_is_imported(self):
        """`import sqlalchemy` and `from alembic import op` load two or three small modules, and no slow one of the standard library."""
        code = ("import sys; before = set(sys.modules); sys.path[:0] = %r; import sqlalchemy as sa; from alembic import op, context; print(sorted(set(sys.modules) - before));"
                "sa.Column('id', sa.Integer()); sa.create_engine('sqlite://'); import sqlalchemy.orm; sa.orm.DeclarativeBase; sa.orm.Session; print(sorted(set(sys.modules) - before))")
        folder = pathlib.Path(__file__).resolve().parent
        fake = str(folder / "models")
        (first, second) = subprocess.run([sys.executable, "-B", "-S", "-c", "import sys, types; sys.modules['_limbeck'] = types.ModuleType('_limbeck'); " + code % [str(FACADE), fake]],
                                         capture_output=True, text=True, check=True).stdout.strip().splitlines()
        heavy = {"typing", "enum", "dataclasses", "inspect", "re", "logging", "functools", "collections.abc", "json", "datetime", "asyncio", "contextlib"}
        self.assertEqual(set(eval(second)) & heavy, set())
        self.assertLessEqual(len([n for n in eval(first) if n.startswith("sqlalchemy")]), 2, first)

    def test_sources_say_nothing_forbidden(self):
        for path in FACADE.rglob("*.py"):
            text = path.read_text()
            self.assertTrue(text.startswith('"""'), path)
            self.assertLess(len(text.splitlines()), 700, path)
            self.assertIsNone(re.search(r"^(import|from) (typing|enum|dataclasses|inspect|re|logging|functools|collections)\b", text, re.M), path)


if __name__ == "__main__":
    unittest.main()
