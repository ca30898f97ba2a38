"""env.py files and version scripts against the fake."""
import pathlib
import sys
import tempfile
import types
import unittest

import _limbeck
from alembic import _state

SCRIPT = '''
from alembic import op
import sqlalchemy as sa


def helper(name):
    op.add_column(name, sa.Column("h", sa.Integer()))


def upgrade():
    t = op.create_table("owner", sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id"), comment="x")
    op.bulk_insert(t, [{"id": 1}, {"id": 2}])
    op.create_index(op.f("ix"), "owner", ["id", sa.text("lower(x)")], unique=True, postgresql_where=sa.text("id > 1"))
    with op.batch_alter_table("owner", schema=None) as batch_op:
        batch_op.add_column(sa.Column("n", sa.Text()))
        batch_op.drop_constraint("uq", type_="unique")
        batch_op.execute("X")
    helper("owner")
    with op.get_context().autocommit_block():
        op.execute("VACUUM")
    op.execute(t.update().where(t.c.id == 1).values(id=op.inline_literal(2)))
'''

PRELUDE = "from logging.config import fileConfig\nfrom alembic import context\nfrom sqlalchemy import create_engine, engine_from_config, event, pool, text\nconfig = context.config\n"
OFFLINE = '''
def run_migrations_offline():
    context.configure(url=config.get_main_option("sqlalchemy.url"), target_metadata=target_metadata, literal_binds=True, dialect_opts={"paramstyle": "named"})
    with context.begin_transaction():
        context.run_migrations()
'''
TAIL = "\nif context.is_offline_mode():\n    run_migrations_offline()\nelse:\n    run_migrations_online()\n"
SYNC = '''
def run_migrations_online():
    connectable = engine_from_config(config.get_section(config.config_ini_section, {}), prefix="sqlalchemy.", poolclass=pool.NullPool)
    with connectable.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata, render_as_batch=True)
        with context.begin_transaction():
            context.run_migrations()
'''
SHAPES = {
    "stock": PRELUDE + "target_metadata = None\n" + OFFLINE + SYNC + TAIL,
    "models": PRELUDE + "import sqlalchemy as sa\nfrom sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column\nclass Base(DeclarativeBase):\n    metadata = sa.MetaData(naming_convention={'pk': 'x'})\n"
    "class A(Base):\n    __tablename__ = 'a'\n    id: Mapped[int] = mapped_column(primary_key=True)\ntarget_metadata = Base.metadata\n" + OFFLINE + SYNC + TAIL,
    "set_main_option": PRELUDE + "config.set_main_option('sqlalchemy.url', 'sqlite:///x%20y'.replace('%', '%%'))\nassert config.get_main_option('sqlalchemy.url') == 'sqlite:///x%20y'\n"
    "config.set_main_option('sqlalchemy.url', 'sqlite://')\ntarget_metadata = None\n" + OFFLINE + SYNC + TAIL,
    "async": PRELUDE + '''
import asyncio
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import async_engine_from_config
target_metadata = None
''' + OFFLINE + '''
def do_run_migrations(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=target_metadata)
    with context.begin_transaction():
        context.run_migrations()

async def run_async_migrations() -> None:
    connectable = async_engine_from_config(config.get_section(config.config_ini_section, {}), prefix="sqlalchemy.", poolclass=pool.NullPool)
    async with connectable.connect() as connection:
        await connection.run_sync(do_run_migrations)
    await connectable.dispose()

def run_migrations_online():
    asyncio.run(run_async_migrations())
''' + TAIL,
    "create_engine": PRELUDE + "target_metadata = None\n" + OFFLINE + '''
def run_migrations_online():
    engine = create_engine(config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool, future=True)

    @event.listens_for(engine, "connect")
    def on_connect(dbapi_connection, record):
        cursor = dbapi_connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON" if engine.dialect.name == "sqlite" else "SET lock_timeout = '5s'")
        cursor.close()

    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata)
        with context.begin_transaction():
            context.run_migrations()
''' + TAIL,
    "passed connection": PRELUDE + "target_metadata = None\n" + OFFLINE + '''
def run_migrations_online():
    connection = config.attributes.get("connection", None) or create_engine("sqlite://").connect()
    tenant = context.get_x_argument(as_dictionary=True).get("tenant")
    connection.execute(text("SELECT 1"))
    connection.commit()
    connection.dialect.default_schema_name = "acme"
    context.configure(connection=connection, target_metadata=target_metadata, on_version_apply=lambda **kw: None, include_object=lambda *a: True)
    with context.begin_transaction():
        context.run_migrations(tenant=tenant)
''' + TAIL,
}


class Environments(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        _limbeck.database = folder.name + "/env.db"
        self.path = pathlib.Path(folder.name)

    def run_shape(self, text, **settings):
        _limbeck.reset(**settings)
        _limbeck.sections["alembic"]["sqlalchemy.url"] = "sqlite://"
        _state.begin_run()
        path = self.path / "env.py"
        path.write_text(text)
        module = types.ModuleType("env")
        sys.modules["env"] = module
        exec(compile(text, str(path), "exec"), module.__dict__)
        return [e for e in _limbeck.log]

    def test_online(self):
        for name, text in SHAPES.items():
            with self.subTest(name):
                seen = []

                def on_run(**kw):
                    from alembic import op

                    import sqlalchemy as sa

                    bind = op.get_bind()
                    seen.append((bind.dialect.name, bind.execute(sa.text("SELECT 5")).scalar(), bind is _state.connection, bind.engine.url.drivername, kw))

                log = self.run_shape(text, on_run=on_run)
                names = [e[0] for e in log]
                order = [n for n in names if n in ("connect", "configure", "begin_transaction", "run_migrations", "end_transaction", "close")]
                self.assertEqual(order[:5], ["connect", "configure", "begin_transaction", "run_migrations", "end_transaction"])
                self.assertEqual(seen[0][:3], ("sqlite", 5, True))
                configured = next(e for e in log if e[0] == "configure")
                self.assertEqual(configured[4]["_autobegun"], False)
                if name == "models":
                    self.assertEqual(_limbeck.tree(configured[5])[2], {"naming_convention": {"pk": "x"}})

    def test_offline(self):
        for name, text in SHAPES.items():
            with self.subTest(name):
                log = self.run_shape(text, offline=True)
                self.assertEqual([e[0] for e in log if e[0] != "register"], ["configure", "begin_transaction", "run_migrations", "end_transaction"])
                configured = log[0]
                self.assertEqual(configured[1:4], (None, "sqlite://", None))
                self.assertEqual(configured[4], {"literal_binds": True, "dialect_opts": {"paramstyle": "named"}})

    def test_a_stray_select_is_told(self):
        text = PRELUDE + "c = create_engine('sqlite://').connect()\nc.execute(text('SELECT 1'))\ncontext.configure(connection=c)\n"
        log = self.run_shape(text)
        self.assertTrue(next(e for e in log if e[0] == "configure")[4]["_autobegun"])
        with self.assertRaisesRegex(Exception, "expected to be a sqlalchemy.engine.Connection"):
            self.run_shape(PRELUDE + "context.configure(connection=create_engine('sqlite://'))\n")


class Scripts(unittest.TestCase):
    def setUp(self):
        _limbeck.reset(offline=True)
        _state.begin_run()

    def test_script(self):
        space = {}
        exec(compile(SCRIPT, "/v/a.py", "exec"), space)
        space["upgrade"]()
        shown = [(e[0], e[1], e[-1]) if e[0] == "directive" else (e[0], e[-1]) for e in _limbeck.log]
        self.assertEqual(shown, [("directive", "create_table", 11), ("directive", "bulk_insert", 12), ("directive", "create_index", 13), ("begin_batch", 14), ("directive", "add_column", 15),
                                 ("directive", "drop_constraint", 16), ("directive", "execute", 17), ("end_batch", False), ("directive", "add_column", 7), ("begin_autocommit", 19),
                                 ("directive", "execute", 20), ("end_autocommit", False), ("directive", "execute", 21)])
        made = _limbeck.log
        self.assertEqual(made[0][2:4], (("owner", ("sqlalchemy.Column", ("id", ("sqlalchemy.Integer", (), {})), {"nullable": False}), ("sqlalchemy.PrimaryKeyConstraint", ("id",), {})), {"comment": "x"}))
        self.assertEqual(made[2][2], (("alembic.op.f", ("ix",), {}), "owner", ["id", ("sqlalchemy.text", ("lower(x)",), {})]))
        self.assertEqual([e[4] for e in made if e[0] == "directive"], [False, False, False, True, True, True, False, False, False])
        self.assertEqual(made[12][2][0][2]["id"], ("alembic.op.inline_literal", (2,), {}))

    def test_wrong_arguments(self):
        from alembic import op

        for call, message in (
            (lambda: op.add_column("t"), r"add_column\(\) missing 1 required positional argument: 'column'"),
            (lambda: op.add_column("t", None, "s"), "positional argument"),
            (lambda: op.drop_column(), "missing 2 required positional arguments: 'table_name' and 'column_name'"),
            (lambda: op.rename_table("a", "b", foo=1), "unexpected keyword argument 'foo'"),
            (lambda: op.drop_index("a", "t", table_name="t"), "multiple values for argument 'table_name'"),
            (lambda: op.drop_constraint("a", "t", typ="x"), "unexpected keyword argument 'typ'"),
            (lambda: op.bulk_insert(None, {}), "List expected"),
        ):
            with self.assertRaisesRegex(TypeError, message):
                call()
        with self.assertRaisesRegex(AttributeError, "nope"):
            op.nope
        self.assertEqual(_limbeck.log, [])

    def test_signatures_are_alembics(self):
        """Every parameter that Alembic's signatures have, ours have (and no others)."""
        import json
        import subprocess

        code = ("import inspect, json\ntry:\n    from alembic.operations import Operations, BatchOperations\nexcept ImportError:\n    raise SystemExit\n"
                "P = inspect.Parameter\nmade = {}\nfor cls in (Operations, BatchOperations):\n    for n in dir(cls):\n        if n.startswith('_') or not callable(getattr(cls, n)): continue\n"
                "        made[cls.__name__ + '.' + n] = [(p.name, p.kind.name, p.default is P.empty) for p in inspect.signature(getattr(cls, n)).parameters.values()][1:]\nprint(json.dumps(made))")
        done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True)
        if not done.stdout.strip():
            self.skipTest("no real Alembic here")
        real = json.loads(done.stdout)
        from alembic._signatures import BATCH, OPERATIONS, _parse

        for prefix, specs in (("Operations.", OPERATIONS), ("BatchOperations.", BATCH)):
            for name, spec in specs.items():
                positional, required, rest, keywords, anything = _parse(spec)
                params = real[prefix + name]
                with self.subTest(prefix + name):
                    self.assertEqual([p[0] for p in params if p[1] == "POSITIONAL_OR_KEYWORD"], positional)
                    self.assertEqual(sum(p[1] == "POSITIONAL_OR_KEYWORD" and p[2] for p in params), required)
                    self.assertEqual({p[0] for p in params if p[1] == "KEYWORD_ONLY"}, set(keywords))
                    self.assertEqual(any(p[1] == "VAR_POSITIONAL" for p in params), rest)
                    self.assertEqual(any(p[1] == "VAR_KEYWORD" for p in params), anything)

    def test_custom_operation(self):
        from alembic import op
        from alembic.operations import MigrateOperation, Operations

        @Operations.register_operation("create_sequence_x")
        class CreateSequenceX(MigrateOperation):
            def __init__(self, name):
                self.name = name

            @classmethod
            def create_sequence_x(cls, operations, name, **kw):
                return operations.invoke(cls(name))

        @Operations.implementation_for(CreateSequenceX)
        def run(operations, operation):
            operations.execute("CREATE SEQUENCE %s" % operation.name)

        op.create_sequence_x("q")
        self.assertEqual(_limbeck.log[0][1:3], ("execute", ("CREATE SEQUENCE q",)))
        self.assertEqual([(k, n) for k, n, _ in _limbeck.registered], [("operation", "create_sequence_x"), ("implementation", "CreateSequenceX")])

    def test_offline_bind(self):
        import sqlalchemy as sa
        from alembic import op

        bind = op.get_bind()
        self.assertEqual(bind.dialect.name, "sqlite")
        result = bind.execute(sa.text("UPDATE t SET x = :x"), {"x": 1})
        self.assertEqual(_limbeck.log[0][1], (".bindparams", (("sqlalchemy.text", ("UPDATE t SET x = :x",), {}),), {"x": 1}))
        with self.assertRaisesRegex(sa.exc.InvalidRequestError, "offline mode"):
            result.fetchall()
        with self.assertRaisesRegex(sa.exc.NoInspectionAvailable, "offline mode"):
            sa.inspect(bind)

    def test_enum(self):
        import sqlalchemy as sa
        from alembic import op
        from sqlalchemy.dialects import postgresql

        _limbeck.settings["dialect"] = "postgresql"
        kind = postgresql.ENUM("a", "b", name="kind")
        kind.create(op.get_bind(), checkfirst=True)
        sa.Enum("a", name="k").drop(op.get_bind(), checkfirst=False)
        self.assertEqual(_limbeck.log[0], ("create", ("sqlalchemy.dialects.postgresql.ENUM", ("a", "b"), {"name": "kind"}), True))
        self.assertEqual(_limbeck.log[1][0], "drop")

    def test_hooks(self):
        from alembic import _hooks

        seen = []
        _hooks.on_version_apply([lambda ctx, step, heads, run_args: seen.append((step.up_revision_id, step.is_downgrade, heads))],
                                {"up_revision_id": "a", "is_upgrade": True, "heads": ["a"], "run_args": {}, "is_stamp": False})
        self.assertEqual(seen, [("a", False, {"a"})])
        tree = ("sqlalchemy.Table", ("t", ("sqlalchemy.Column", ("id", ("sqlalchemy.Integer", (), {})), {})), {"schema": "s"})
        self.assertTrue(_hooks.include_object(lambda o, n, t, r, c: o.schema == "s" and o.c.id is not None, ("reflected", tree, "table", "t"), "t", "table", True, None))

    def test_revision(self):
        import sqlalchemy as sa
        from alembic import _revision
        from alembic.operations import ops

        info = {"rev_id": "x", "message": "m", "imports": [], "head": "head", "splice": False, "branch_label": None, "version_path": None, "depends_on": None}

        def bodies(*steps):
            return [(0, "upgrades", [("t", None, list(steps))] if steps else [], "downgrades", [])]

        def skip_empty(context, revision, directives):
            if directives[0].upgrade_ops.is_empty():
                directives[:] = []

        _revision.begin_run()
        self.assertEqual(_revision.begin(info, bodies(), sa.MetaData()), [])
        self.assertEqual(_revision.run(skip_empty, ("a",), False), [])
        step = ("alembic.ops.add_column", ("t", ("sqlalchemy.Column", ("c", ("sqlalchemy.Integer", (), {})), {"nullable": False})), {})
        _revision.begin_run()
        (made,) = _revision.begin(info, bodies(step), sa.MetaData())
        self.assertIsInstance(made, ops.AddColumnOp)

        def change(context, revision, directives):
            script = directives[0]
            self.assertEqual([d[0] for d in script.upgrade_ops.as_diffs()], ["add_column"])
            script.upgrade_ops.ops[0].ops[0].column.nullable = True
            script.upgrade_ops.ops.append(ops.ExecuteSQLOp("select 1"))
            script.rev_id = "0001"

        ((fields, ups, downs),) = _revision.run(change, ("a",), False)
        ((token, database, upgrades),) = ups
        self.assertEqual((token, database), ("upgrades", 0))
        self.assertEqual((fields["rev_id"], downs), ("0001", [("downgrades", 0, [])]))
        (table, _, ((number, op),)), (loose, _, ((other, sql),)) = upgrades
        self.assertEqual((table, number, loose, other), ("t", 0, None, -1))
        self.assertIs(op.__limbeck__()[1][1].__limbeck__()[2]["nullable"], True)
        self.assertEqual(sql.__limbeck__(), ("alembic.ops.execute", ("select 1",), {}))


if __name__ == "__main__":
    unittest.main()
