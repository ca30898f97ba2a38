"""Scripts that have to be run: custom operations, types of the project's own, asynchronous functions, what depends on the run."""
#= dynamic: Python that is more than directives
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

#: invoke | operation | CreateTableOp
from alembic.operations import ops
op.invoke(ops.CreateTableOp("t", [sa.Column("a", sa.Integer())]))

#: invoke | operation | DropTableOp
from alembic.operations import ops
op.invoke(ops.DropTableOp("t", schema="s", if_exists=True))

#: invoke | operation | AddColumnOp
from alembic.operations import ops
op.invoke(ops.AddColumnOp("t", sa.Column("a", sa.Integer())))

#: invoke | operation | DropColumnOp
from alembic.operations import ops
op.invoke(ops.DropColumnOp("t", "a"))

#: invoke | operation | CreateIndexOp
from alembic.operations import ops
op.invoke(ops.CreateIndexOp("ix", "t", ["a"], unique=True))

#: invoke | operation | ExecuteSQLOp
from alembic.operations import ops
op.invoke(ops.ExecuteSQLOp("UPDATE t SET a = 1"))

#: invoke | operation | AlterColumnOp
from alembic.operations import ops
op.invoke(ops.AlterColumnOp("t", "a", modify_nullable=False, existing_type=sa.Integer(), modify_server_default="5"))

#: invoke | operation | constraints
from alembic.operations import ops
op.invoke(ops.CreateUniqueConstraintOp("uq", "t", ["a", "b"]))
op.invoke(ops.CreatePrimaryKeyOp("pk", "t", ["a"]))
op.invoke(ops.CreateForeignKeyOp("fk", "t", "u", ["a"], ["id"], ondelete="CASCADE"))
op.invoke(ops.CreateCheckConstraintOp("ck", "t", "a > 0"))
op.invoke(ops.DropConstraintOp("ck", "t", type_="check"))

#: invoke | operation | CreateExcludeConstraintOp
#= dialects: postgresql
from alembic.operations import ops
op.invoke(ops.CreateExcludeConstraintOp("ex", "t", [("r", "&&")], where="a > 3", schema="s", using="gist"))

#: invoke | operation | BulkInsertOp into a table that was made
from alembic.operations import ops
made = op.invoke(ops.CreateTableOp("t", [sa.Column("a", sa.Integer()), sa.Column("b", sa.String(5))]))
op.invoke(ops.BulkInsertOp(made, [{"a": 1, "b": "x"}, {"a": 2, "b": "it's"}]))
op.invoke(ops.DropIndexOp("ix", "t"))
op.invoke(ops.RenameTableOp("t", "u"))

#: register_operation | a class with its implementation
#= module
from alembic.operations import MigrateOperation, Operations


@Operations.register_operation("make_view")
class MakeView(MigrateOperation):
    def __init__(self, name, query):
        self.name = name
        self.query = query

    @classmethod
    def make_view(cls, operations, name, query):
        return operations.invoke(cls(name, query))


@Operations.implementation_for(MakeView)
def make_view(operations, operation):
    operations.execute("CREATE VIEW %s AS %s" % (operation.name, operation.query))


def upgrade():
    op.make_view("v", "SELECT 1 AS a")

#: register_operation | for batch blocks
#= module
from alembic.operations import BatchOperations, MigrateOperation, Operations


@Operations.register_operation("note")
@BatchOperations.register_operation("note", "batch_note")
class Note(MigrateOperation):
    def __init__(self, table, text):
        self.table = table
        self.text = text

    @classmethod
    def note(cls, operations, table, text):
        return operations.invoke(cls(table, text))

    @classmethod
    def batch_note(cls, operations, text):
        return operations.invoke(cls(operations.impl.table_name, text))


@Operations.implementation_for(Note)
def note(operations, operation):
    operations.execute("INSERT INTO notes VALUES ('%s', '%s')" % (operation.table, operation.text))


def upgrade():
    op.note("t", "x")
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("a", sa.Integer()))
        batch_op.note("y")

#: types | TypeDecorator | of a text
class Mine(sa.types.TypeDecorator):
    impl = sa.String(20)
    cache_ok = True


op.create_table("t", sa.Column("a", Mine()))

#: types | TypeDecorator | by load_dialect_impl
class Mine(sa.types.TypeDecorator):
    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.JSONB())
        return dialect.type_descriptor(sa.Text())


op.create_table("t", sa.Column("a", Mine()))

#: types | UserDefinedType
class Point(sa.types.UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "POINT"


op.create_table("t", sa.Column("a", Point()))

#: upgrade | arguments | a name of a database
#= module
#= arguments: {"engine_name": "one"}
def upgrade(engine_name):
    globals()["upgrade_%s" % engine_name]()


def upgrade_one():
    op.create_table("t", sa.Column("a", sa.Integer()))

#: get_bind | dialect
if op.get_bind().dialect.name == "postgresql":
    op.execute("SELECT 'postgresql'")
else:
    op.execute("SELECT 'another'")

#: get_bind | execute | a statement with parameters
op.get_bind().execute(sa.text("UPDATE t SET a = :a"), {"a": 1})

#: directives | in a function with a loop
def add(*names):
    for name in sorted(set(names)):
        op.add_column("t", sa.Column(name, sa.Integer()))


add("b", "a")

#: run_async | async_function
async def change(connection):
    await connection.execute(sa.text("UPDATE t SET a = 1"))


op.run_async(change)
