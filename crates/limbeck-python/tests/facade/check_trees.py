"""What constructs hand over."""
import datetime
import enum
import unittest

import _limbeck
import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql, sqlite

INTEGER = ("name", "sqlalchemy.Integer")
T = sa.table("t", sa.column("id", sa.Integer), sa.column("n"))
TREE = ("sqlalchemy.table", ("t", ("sqlalchemy.column", ("id", INTEGER), {}), ("sqlalchemy.column", ("n",), {})), {})
C = ("getattr", (TREE, "c"), {})
ID = ("getattr", (C, "id"), {})
N = ("getattr", (C, "n"), {})
MD = sa.MetaData()
TABLE = sa.Table("u", MD, sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String(5), key="nm"), schema="s")


class Color(enum.Enum):
    RED = "r"
    BLUE = "b"


def call(name, /, *args, **kwargs):
    return (name, args, kwargs)


def op(name, /, *args):
    return ("operator." + name, args, {})


def typ(name, /, *args, **kwargs):
    return ("sqlalchemy." + name, args, kwargs)


def pg(name, /, *args, **kwargs):
    return ("sqlalchemy.dialects.postgresql." + name, args, kwargs)


def my(name, /, *args, **kwargs):
    return ("sqlalchemy.dialects.mysql." + name, args, kwargs)


X = sa.column("x")
XT = typ("column", "x")
TEXT = typ("text", "a > :p")
SELECT = typ("select", ID)
INSERT = call(".insert", TREE)

# expression text -> tree
CORPUS = {
    # types
    "sa.Integer": INTEGER, "sa.Integer()": typ("Integer"), "sa.String(5)": typ("String", 5), "sa.String(length=5)": typ("String", length=5),
    "sa.types.String(5)": typ("String", 5), "sa.sql.sqltypes.VARCHAR(3)": typ("VARCHAR", 3), "sa.DateTime(timezone=True)": typ("DateTime", timezone=True),
    "sa.Numeric(10, scale=2)": typ("Numeric", 10, scale=2), "sa.ARRAY(sa.Integer)": typ("ARRAY", INTEGER), "sa.ARRAY(sa.String(3), dimensions=2)": typ("ARRAY", typ("String", 3), dimensions=2),
    "sa.Enum('a', 'b', name='e')": typ("Enum", "a", "b", name="e"), "sa.Enum(Color)": typ("Enum", "RED", "BLUE", name="color"),
    "sa.Enum(Color, values_callable=lambda c: [m.value for m in c], name='k')": typ("Enum", "r", "b", name="k"), "sa.Enum(Color, name=None)": typ("Enum", "RED", "BLUE", name=None),
    "sa.INT": ("name", "sqlalchemy.INTEGER"), "sa.Uuid(as_uuid=False)": typ("Uuid", as_uuid=False), "sa.LargeBinary(10)": typ("LargeBinary", 10), "sa.PickleType()": typ("PickleType"),
    "postgresql.JSONB": ("name", "sqlalchemy.dialects.postgresql.JSONB"), "postgresql.JSONB(astext_type=sa.Text())": pg("JSONB", astext_type=typ("Text")),
    "postgresql.UUID(as_uuid=True)": typ("UUID", as_uuid=True), "postgresql.VARCHAR(3)": typ("VARCHAR", 3), "postgresql.ARRAY(sa.Text())": pg("ARRAY", typ("Text")),
    "postgresql.TIMESTAMP(True, 3)": pg("TIMESTAMP", True, 3), "postgresql.TIMESTAMP(precision=3, timezone=True)": pg("TIMESTAMP", precision=3, timezone=True),
    "postgresql.ENUM('a', name='e', create_type=False)": pg("ENUM", "a", name="e", create_type=False), "postgresql.INET()": pg("INET"), "postgresql.CITEXT()": pg("CITEXT"),
    "postgresql.INT4RANGE()": pg("INT4RANGE"), "postgresql.TSTZMULTIRANGE()": pg("TSTZMULTIRANGE"), "postgresql.BIT(3, varying=True)": pg("BIT", 3, varying=True),
    "postgresql.DOUBLE_PRECISION(precision=53)": typ("DOUBLE_PRECISION", precision=53), "postgresql.DOMAIN('d', sa.Integer())": pg("DOMAIN", "d", typ("Integer")),
    "mysql.TINYINT(1)": my("TINYINT", 1), "mysql.INTEGER(11, unsigned=True)": my("INTEGER", 11, unsigned=True), "mysql.VARCHAR(10, charset='utf8')": my("VARCHAR", 10, charset="utf8"),
    "mysql.ENUM('a', 'b')": my("ENUM", "a", "b"), "mysql.SET('a')": my("SET", "a"), "mysql.DATETIME(fsp=6)": my("DATETIME", fsp=6), "mysql.LONGTEXT()": my("LONGTEXT"),
    "mysql.BOOLEAN()": typ("BOOLEAN"), "sqlite.JSON()": ("sqlalchemy.dialects.sqlite.JSON", (), {}), "sqlite.INTEGER()": typ("INTEGER"),
    "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')": call(".with_variant", typ("JSON"), pg("JSONB"), "postgresql"),
    "sa.String(9).with_variant(mysql.VARCHAR(9), 'mysql', 'mariadb')": call(".with_variant", typ("String", 9), my("VARCHAR", 9), "mysql", "mariadb"),
    # schema items
    "sa.Column('id', sa.Integer(), nullable=False)": typ("Column", "id", typ("Integer"), nullable=False), "sa.Column('id', sa.Integer)": typ("Column", "id", INTEGER),
    "sa.Column(sa.Integer, name='q')": typ("Column", INTEGER, name="q"), "sa.Column('q', type_=sa.Text())": typ("Column", "q", type_=typ("Text")),
    "sa.Column('q', sa.Text(), server_default=sa.text(\"'x'\"))": typ("Column", "q", typ("Text"), server_default=typ("text", "'x'")),
    "sa.Column('q', sa.Boolean(), server_default=sa.true())": typ("Column", "q", typ("Boolean"), server_default=typ("true")),
    "sa.Column('q', sa.DateTime(), server_default=sa.func.now())": typ("Column", "q", typ("DateTime"), server_default=typ("func.now")),
    "sa.Column('q', sa.Integer(), sa.ForeignKey('a.id', ondelete='CASCADE'))": typ("Column", "q", typ("Integer"), typ("ForeignKey", "a.id", ondelete="CASCADE")),
    "sa.Column('q', sa.Integer(), sa.Identity(always=True, start=3))": typ("Column", "q", typ("Integer"), typ("Identity", always=True, start=3)),
    "sa.Column('q', sa.Integer(), sa.Computed('a + 1', persisted=True))": typ("Column", "q", typ("Integer"), typ("Computed", "a + 1", persisted=True)),
    "sa.Column('q', sa.Integer(), sa.Sequence('sq', start=2))": typ("Column", "q", typ("Integer"), typ("Sequence", "sq", start=2)),
    "sa.PrimaryKeyConstraint('a', 'b', name='p')": typ("PrimaryKeyConstraint", "a", "b", name="p"), "sa.UniqueConstraint('a', postgresql_nulls_not_distinct=True)": typ("UniqueConstraint", "a", postgresql_nulls_not_distinct=True),
    "sa.ForeignKeyConstraint(['a'], ['b.id'], name='f', ondelete='CASCADE')": typ("ForeignKeyConstraint", ["a"], ["b.id"], name="f", ondelete="CASCADE"),
    "sa.ForeignKeyConstraint(('a',), [TABLE.c.id])": typ("ForeignKeyConstraint", ["a"], ["s.u.id"]),
    "sa.CheckConstraint('a > 0', name='ck')": typ("CheckConstraint", "a > 0", name="ck"), "sa.CheckConstraint(sa.column('a') > 0)": typ("CheckConstraint", op("gt", typ("column", "a"), 0)),
    "sa.Index('ix', 'a', sa.text('b DESC'), unique=True)": typ("Index", "ix", "a", typ("text", "b DESC"), unique=True),
    "sa.schema.Index('ix', sa.func.lower(sa.column('a')))": typ("Index", "ix", typ("func.lower", typ("column", "a"))),
    "sa.FetchedValue()": typ("FetchedValue"), "sa.DefaultClause('1')": typ("DefaultClause", "1"), "sa.sql.expression.quoted_name('A', True)": typ("quoted_name", "A", True),
    "postgresql.ExcludeConstraint(('a', '='), using='gist', name='x')": pg("ExcludeConstraint", ("a", "="), using="gist", name="x"),
    "sa.ForeignKey(TABLE.c.id)": typ("ForeignKey", "s.u.id"), "sa.schema.CreateSequence(sa.Sequence('q'))": ("sqlalchemy.schema.CreateSequence", (typ("Sequence", "q"),), {}),
    "sa.schema.CreateSchema('s', if_not_exists=True)": ("sqlalchemy.schema.CreateSchema", ("s",), {"if_not_exists": True}), "sa.DDL('X')": typ("DDL", "X"),
    "sa.schema.conv('a')": ("alembic.op.f", ("a",), {}),
    # elements
    "sa.text('a > :p')": TEXT, "sa.text('a > :p').bindparams(p=1)": call(".bindparams", TEXT, p=1), "sa.text('a > :p').bindparams(sa.bindparam('p', 1))": call(".bindparams", TEXT, typ("bindparam", "p", 1)),
    "sa.bindparam('p', type_=sa.Integer)": typ("bindparam", "p", type_=INTEGER), "sa.bindparam('p', expanding=True)": typ("bindparam", "p", expanding=True),
    "sa.text('x').columns(sa.column('id'))": call(".columns", typ("text", "x"), typ("column", "id")),
    "sa.null()": typ("null"), "sa.true()": typ("true"), "sa.sql.false()": typ("false"), "sa.sql.expression.false()": typ("false"),
    "sa.literal(5)": typ("literal", 5), "sa.literal('a', sa.String)": typ("literal", "a", ("name", "sqlalchemy.String")), "sa.literal_column('1')": typ("literal_column", "1"),
    "sa.column('x')": XT, "sa.column('x', sa.Integer)": typ("column", "x", INTEGER), "T": TREE, "T.c": None, "T.c.id": ID, "T.c['id']": ID, "T.columns.n": N,
    "sa.table('q', schema='s')": typ("table", "q", schema="s"), "TABLE": typ("table", "u", typ("column", "id", typ("Integer")), typ("Column", "name", typ("String", 5), key="nm"), schema="s"),
    "X == 1": op("eq", XT, 1), "X != None": op("ne", XT, None), "X < 1": op("lt", XT, 1), "X <= 1": op("le", XT, 1), "X > 1": op("gt", XT, 1), "X >= 1": op("ge", XT, 1),
    "X + 1": op("add", XT, 1), "1 + X": op("add", 1, XT), "X - 1": op("sub", XT, 1), "2 * X": op("mul", 2, XT), "X / 2": op("truediv", XT, 2), "X % 2": op("mod", XT, 2),
    "~X": op("inv", XT), "-X": op("neg", XT), "X['k']": op("getitem", XT, "k"), "(X == 1) & (X == 2)": op("and_", op("eq", XT, 1), op("eq", XT, 2)),
    "(X == 1) | ~(X == 2)": op("or_", op("eq", XT, 1), op("inv", op("eq", XT, 2))), "5 < X": op("gt", XT, 5),
    "X.in_([1, 2])": call(".in_", XT, [1, 2]), "X.notin_((1,))": call(".notin_", XT, (1,)), "X.like('a%')": call(".like", XT, "a%"), "X.ilike('a', escape='/')": call(".ilike", XT, "a", escape="/"),
    "X.is_(None)": call(".is_", XT, None), "X.isnot(None)": call(".isnot", XT, None), "X.is_not(sa.null())": call(".is_not", XT, typ("null")), "X.between(1, 2)": call(".between", XT, 1, 2),
    "X.label('y')": call(".label", XT, "y"), "X.desc()": call(".desc", XT), "X.asc().nulls_last()": call(".nulls_last", call(".asc", XT)), "X.op('->>')('k')": call(".__call__", call(".op", XT, "->>"), "k"),
    "X.startswith('a')": call(".startswith", XT, "a"), "X.contains('a')": call(".contains", XT, "a"), "X.distinct()": call(".distinct", XT), "X.collate('C')": call(".collate", XT, "C"),
    "X['a'].astext": call("getattr", op("getitem", XT, "a"), "astext"), "X.cast(sa.Integer)": call(".cast", XT, INTEGER), "X.concat('a')": call(".concat", XT, "a"),
    "sa.cast(X, sa.Integer)": typ("cast", XT, INTEGER), "sa.type_coerce(X, sa.Text())": typ("type_coerce", XT, typ("Text")), "sa.and_(X == 1, X == 2)": typ("and_", op("eq", XT, 1), op("eq", XT, 2)),
    "sa.or_(X == 1)": typ("or_", op("eq", XT, 1)), "sa.not_(X == 1)": typ("not_", op("eq", XT, 1)), "sa.desc(X)": typ("desc", XT), "sa.nullslast(X)": typ("nulls_last", XT),
    "sa.case((X == 1, 'a'), else_='b')": typ("case", (op("eq", XT, 1), "a"), else_="b"), "sa.case({1: 'a'}, value=X)": typ("case", {1: "a"}, value=XT), "sa.extract('year', X)": typ("extract", "year", XT),
    "sa.between(X, 1, 2)": typ("between", XT, 1, 2), "sa.tuple_(X, X)": typ("tuple_", XT, XT), "sa.distinct(X)": typ("distinct", XT),
    "sa.func.now()": typ("func.now"), "sa.func.count(X).label('n')": call(".label", typ("func.count", XT), "n"), "sa.sql.func.a.b.c(1)": typ("func.a.b.c", 1),
    "sa.sql.functions.count(X)": typ("func.count", XT), "sa.func.row_number().over(order_by=X)": call(".over", typ("func.row_number"), order_by=XT), "sa.func.sum(X).filter(X > 1)": call(".filter", typ("func.sum", XT), op("gt", XT, 1)),
    "sa.func.coalesce(X, 0) + 1": op("add", typ("func.coalesce", XT, 0), 1), "sa.func.current_timestamp()": typ("func.current_timestamp"),
    # statements
    "sa.select(T.c.id)": SELECT, "sa.select(T)": typ("select", TREE), "sa.select(T.c.id).where(T.c.n == 1)": call(".where", SELECT, op("eq", N, 1)),
    "sa.select(T.c.id).order_by(T.c.n.desc()).limit(3)": call(".limit", call(".order_by", SELECT, call(".desc", N)), 3), "sa.select(T.c.id).scalar_subquery()": call(".scalar_subquery", SELECT),
    "sa.select(T.c.id).distinct()": call(".distinct", SELECT), "sa.select(T.c.id).union_all(sa.select(T.c.id))": call(".union_all", SELECT, SELECT), "sa.union(sa.select(T.c.id), sa.select(T.c.id))": typ("union", SELECT, SELECT),
    "sa.select(T.c.id).subquery('q').c.id": call("getattr", call("getattr", call(".subquery", SELECT, "q"), "c"), "id"), "sa.select(T.c.id).cte('q')": call(".cte", SELECT, "q"),
    "sa.select(T.c.id).select_from(T.join(T, T.c.id == T.c.n))": call(".select_from", SELECT, call(".join", TREE, TREE, op("eq", ID, N))), "T.alias('b').c.id": call("getattr", call("getattr", call(".alias", TREE, "b"), "c"), "id"),
    "sa.exists().where(T.c.id == 1)": call(".where", typ("exists"), op("eq", ID, 1)), "~sa.exists(sa.select(T.c.id))": op("inv", typ("exists", SELECT)), "T.select()": call(".select", TREE),
    "T.insert()": INSERT, "T.insert().values(id=1, n='a')": call(".values", INSERT, id=1, n="a"), "T.insert().values({'id': 1})": call(".values", INSERT, {"id": 1}), "T.insert().values([{'id': 1}])": call(".values", INSERT, [{"id": 1}]),
    "T.insert().from_select(['id'], sa.select(T.c.id))": call(".from_select", INSERT, ["id"], SELECT), "T.insert().returning(T.c.id)": call(".returning", INSERT, ID),
    "T.update().where(T.c.id == -5).values(id=-6)": call(".values", call(".where", call(".update", TREE), op("eq", ID, -5)), id=-6), "sa.update(T).values({T.c.id: 1})": call(".values", typ("update", TREE), {}),
    "sa.update(T).values(n=T.c.id + 1)": call(".values", typ("update", TREE), n=op("add", ID, 1)), "T.delete().where(T.c.id.in_([1]))": call(".where", call(".delete", TREE), call(".in_", ID, [1])),
    "sa.delete(T)": typ("delete", TREE), "sa.insert(T)": typ("insert", TREE),
    "postgresql.insert(T).values(id=1).on_conflict_do_nothing(index_elements=['id'])": call(".on_conflict_do_nothing", call(".values", pg("insert", TREE), id=1), index_elements=["id"]),
    "postgresql.insert(T).excluded.n": call("getattr", call("getattr", pg("insert", TREE), "excluded"), "n"), "mysql.insert(T).on_duplicate_key_update(n=1)": call(".on_duplicate_key_update", my("insert", TREE), n=1),
    "postgresql.array([1, 2])": pg("array", [1, 2]),
}


def frozen(value):
    """Comparable: constructs as keys of dicts become text."""
    if isinstance(value, dict):
        return {repr(k): frozen(v) for k, v in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(frozen(v) for v in value)
    return value


class Trees(unittest.TestCase):
    maxDiff = None

    def test_corpus(self):
        space = dict(globals())
        checked = 0
        for text, want in CORPUS.items():
            if want is None:
                continue
            with self.subTest(text):
                made = eval(text, space)
                if text == "sa.update(T).values({T.c.id: 1})":
                    (key,) = made._args[1]
                    self.assertIs(key, T.c.id)
                    continue
                self.assertEqual(frozen(_limbeck.tree(made)), frozen(want))
                checked += 1
        self.assertGreater(checked, 145)

    def test_random_history_statement(self):
        made = _limbeck.tree(T.update().where(T.c.id == -5).values(id=-6))
        self.assertEqual(made[1][0][1][1], ("operator.eq", (ID, -5), {}))

    def test_truth(self):
        for bad in (X > 1, X == 1, sa.and_(X == 1), sa.text("x"), sa.func.now(), sa.select(X)):
            if bad.__limbeck_name__ == "operator.eq":
                self.assertFalse(bad)
                continue
            with self.assertRaisesRegex(TypeError, "Boolean value of this clause is not defined"):
                bool(bad)
        columns = [T.c.id, T.c.n]
        self.assertIn(T.c.n, columns)
        self.assertNotIn(X, columns)
        self.assertEqual(columns.index(T.c.n), 1)
        self.assertTrue(X == X)
        self.assertTrue(X != T.c.id)

    def test_refusals(self):
        for text, error, message in (
            ("sa.String(foo=1)", TypeError, "unexpected keyword argument 'foo'"),
            ("sa.Integer(5)", TypeError, "takes no arguments"),
            ("sa.ARRAY()", TypeError, "item_type"),
            ("sa.Column('a', sa.Integer, nulable=True)", TypeError, "nulable"),
            ("sa.Column('a', 5)", sa.exc.ArgumentError, "SchemaItem"),
            ("sa.ForeignKey()", TypeError, "missing"),
            ("sa.select([T.c.id])", sa.exc.ArgumentError, "Did you mean to say select"),
            ("sa.NoSuch", AttributeError, "NoSuch"),
            ("T.c.nope", AttributeError, "nope"),
            ("X.no_method()", AttributeError, "no_method"),
            ("sa.Table('u', MD, sa.Column('z'), schema='s')", sa.exc.InvalidRequestError, "already defined"),
            ("sa.JSON().with_variant(sa.Text(), 'a').with_variant(sa.Text(), 'a')", sa.exc.ArgumentError, "already present"),
            ("sa.UniqueConstraint('a', foo=1)", TypeError, "foo"),
            ("sa.create_engine('sqlite://', bogus=1)", TypeError, "bogus"),
            ("sa.engine_from_config({})", KeyError, "url"),
        ):
            with self.subTest(text), self.assertRaisesRegex(error, message):
                eval(text, dict(globals()))

    def test_user_types(self):
        class Shout(sa.types.TypeDecorator):
            impl = sa.String
            cache_ok = True

            def process_bind_param(self, value, dialect):
                return value.upper() + dialect.name

        class Guid(sa.TypeDecorator):
            impl = sa.CHAR

            def load_dialect_impl(self, dialect):
                return dialect.type_descriptor(postgresql.UUID() if dialect.name == "postgresql" else sa.CHAR(32))

        class Vector(sa.types.UserDefinedType):
            def __init__(self, size):
                self.size = size

            def get_col_spec(self, **kw):
                return "VECTOR(%d)" % self.size

        class Mine(sa.String):
            pass

        here = __name__
        where = "Trees.test_user_types.<locals>."
        _limbeck.reset(dialect="postgresql")
        self.assertEqual(_limbeck.tree(Shout(5)), typ("TypeDecorator", here, where + "Shout", typ("String", 5), repr="Shout(length=5)"))
        self.assertEqual(_limbeck.tree(Guid()), typ("TypeDecorator", here, where + "Guid", typ("UUID"), repr="Guid()"))
        _limbeck.reset(dialect="sqlite")
        self.assertEqual(_limbeck.tree(Guid), typ("TypeDecorator", here, where + "Guid", typ("CHAR", 32), repr="Guid()"))
        self.assertEqual(_limbeck.tree(Vector(3)), typ("UserDefinedType", here, where + "Vector", "VECTOR(3)", repr="Vector(3)"))
        self.assertEqual(_limbeck.tree(Mine(4)), typ("TypeDecorator", here, where + "Mine", typ("String", 4), repr="Mine(length=4)"))
        t = sa.table("t", sa.column("a", Shout()), sa.column("c", sa.Enum(Color)), sa.column("j", sa.JSON()))
        made = _limbeck.tree(t.insert().values(a="x", c=Color.BLUE, j={"k": 1}))
        self.assertEqual(made[2], {"a": "Xsqlite", "c": "BLUE", "j": {"k": 1}})
        self.assertEqual(_limbeck.tree(t.c.a == "x")[1][1], "Xsqlite")
        self.assertEqual(_limbeck.tree(t.c.c.in_([Color.RED]))[1][1], ["RED"])

    def test_compiles(self):
        from sqlalchemy.ext.compiler import compiles
        from sqlalchemy.schema import DDLElement
        from sqlalchemy.sql.functions import FunctionElement

        class CreateView(DDLElement):
            def __init__(self, name, selectable):
                self.name, self.selectable = name, selectable

        class utcnow(FunctionElement):
            inherit_cache = True

        with self.assertRaisesRegex(NotImplementedError, "CreateView"):
            _limbeck.tree(CreateView("v", sa.text("SELECT 1")))

        @compiles(CreateView)
        def create_view(element, compiler, **kw):
            return "CREATE VIEW %s AS %s" % (compiler.preparer.quote(element.name), compiler.process(element.selectable))

        @compiles(utcnow, "postgresql")
        def pg_utcnow(element, compiler, **kw):
            return "TIMEZONE('utc', now())"

        _limbeck.reset(dialect="postgresql")
        self.assertEqual(_limbeck.tree(CreateView("V", sa.text("SELECT 1"))), ("limbeck.sql", ('CREATE VIEW "V" AS SELECT 1',), {}))
        self.assertEqual(_limbeck.tree(utcnow()), ("limbeck.sql", ("TIMEZONE('utc', now())",), {}))

    def test_tables(self):
        made = _limbeck.tree(MD)
        self.assertEqual(made, typ("MetaData", typ("Table", "u", typ("Column", "id", typ("Integer"), primary_key=True), typ("Column", "name", typ("String", 5), key="nm"), schema="s")))
        md = sa.MetaData(schema="app", naming_convention={"pk": "pk_%(table_name)s"})
        a = sa.Table("a", md, sa.Column("id", sa.Integer, primary_key=True), sa.Column("up", sa.ForeignKey("app.a.id")), sa.Index("ix", "id"), comment="c", mysql_engine="InnoDB")
        sa.Index("ix_up", a.c.up, unique=True)
        name, tables, kw = _limbeck.tree(md)
        self.assertEqual(kw, {"naming_convention": {"pk": "pk_%(table_name)s"}, "schema": "app"})
        self.assertEqual(tables[0], typ("Table", "a", typ("Column", "id", INTEGER, primary_key=True), typ("Column", "up", typ("Integer"), typ("ForeignKey", "app.a.id")), typ("Index", "ix", "id"),
                                        typ("Index", "ix_up", "up", unique=True), schema="app", comment="c", mysql_engine="InnoDB"))
        self.assertEqual(a.c.up.type.__class__.__name__, "Integer")


if __name__ == "__main__":
    unittest.main()
