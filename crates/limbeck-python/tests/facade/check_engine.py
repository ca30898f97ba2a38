"""Engines, connections, results, sessions, over sqlite3."""
import asyncio
import datetime
import decimal
import enum
import os
import tempfile
import unittest
import uuid

import _limbeck
import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, declarative_base, mapped_column, relationship, sessionmaker


class Kind(enum.Enum):
    A = "a"
    B = "b"


class Database(unittest.TestCase):
    def setUp(self):
        _limbeck.reset()
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.url = "sqlite:///" + os.path.join(self.folder.name, "x.db")
        _limbeck.database = os.path.join(self.folder.name, "x.db")
        self.engine = sa.create_engine("sqlite://", poolclass=sa.pool.NullPool)
        with self.engine.begin() as c:
            c.execute(sa.text("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, count INTEGER)"))
            c.execute(sa.text("INSERT INTO t VALUES (:i, :n, 7)"), [{"i": 1, "n": "a"}, {"i": 2, "n": "b"}, {"i": 3, "n": "c"}])

    def names(self):
        return [e[0] for e in _limbeck.log]


class Connections(Database):
    def test_autobegin_and_close_rolls_back(self):
        _limbeck.log.clear()
        with self.engine.connect() as c:
            self.assertFalse(c.in_transaction())
            c.execute(sa.text("DELETE FROM t"))
            self.assertTrue(c.in_transaction())
        with self.engine.connect() as c:
            self.assertEqual(c.scalar(sa.text("SELECT count(*) FROM t")), 3)
        self.assertTrue(c.closed)
        with self.assertRaises(exc.ResourceClosedError):
            c.execute(sa.text("SELECT 1"))

    def test_commit_as_you_go(self):
        with self.engine.connect() as c:
            c.execute(sa.text("DELETE FROM t WHERE id = 1"))
            c.commit()
            c.execute(sa.text("DELETE FROM t WHERE id = 2"))
            c.rollback()
            self.assertEqual(c.execute(sa.text("SELECT id FROM t ORDER BY id")).scalars().all(), [2, 3])
            with self.assertRaisesRegex(exc.InvalidRequestError, "already initialized"):
                c.begin()

    def test_begin_blocks(self):
        with self.engine.connect() as c:
            with c.begin():
                c.execute(sa.text("DELETE FROM t WHERE id = 1"))
            with self.assertRaises(ZeroDivisionError), c.begin():
                c.execute(sa.text("DELETE FROM t WHERE id = 2"))
                1 / 0
            with c.begin() as outer:
                with self.assertRaises(exc.IntegrityError) as caught, c.begin_nested():
                    c.execute(sa.text("INSERT INTO t VALUES (9, 'b', 0)"))
                self.assertTrue(outer.is_active)
                c.execute(sa.text("INSERT INTO t VALUES (9, 'z', 0)"))
            self.assertIn("UNIQUE", str(caught.exception.orig))
            self.assertIn("[SQL: INSERT", str(caught.exception))
            self.assertEqual(c.execute(sa.text("SELECT id FROM t ORDER BY id")).scalars().all(), [2, 3, 9])

    def test_refuses_strings(self):
        with self.engine.connect() as c, self.assertRaisesRegex(exc.ObjectNotExecutableError, "Not an executable object: 'SELECT 1'"):
            c.execute("SELECT 1")

    def test_raw(self):
        with self.engine.connect() as c:
            self.assertEqual(c.exec_driver_sql("SELECT name FROM t WHERE id = ?", (2,)).scalar(), "b")
            cursor = c.connection.cursor()
            cursor.execute("SELECT id FROM t WHERE id > ?", [1])
            self.assertEqual(cursor.fetchall(), [(2,), (3,)])
            self.assertEqual(cursor.description[0][0], "id")

    def test_listeners(self):
        seen = []

        @event.listens_for(self.engine, "connect")
        def on_connect(dbapi, record):
            cursor = dbapi.cursor()
            cursor.execute("PRAGMA foreign_keys=ON")
            cursor.close()
            seen.append(record)

        with self.engine.connect() as c:
            self.assertEqual(c.exec_driver_sql("PRAGMA foreign_keys").scalar(), 1)
        self.assertEqual(seen, [None])
        with self.assertRaisesRegex(NotImplementedError, "before_cursor_execute"):
            event.listen(self.engine, "before_cursor_execute", lambda *a: None)

    def test_positions(self):
        _limbeck.log.clear()
        with self.engine.connect() as c:
            c.execute(sa.text("SELECT 1"))
        entry = next(e for e in _limbeck.log if e[0] == "execute")
        self.assertEqual(entry[3], __file__)

    def test_inspector(self):
        with self.engine.connect() as c:
            inspector = sa.inspect(c)
            self.assertEqual(inspector.get_table_names(), ["t"])
            self.assertTrue(inspector.has_table("t"))
            self.assertTrue(self.engine.dialect.has_table(c, "t"))
            self.assertEqual([(x["name"], repr(x["type"])) for x in inspector.get_columns("t")], [("id", "INTEGER()"), ("name", "TEXT()"), ("count", "INTEGER()")])
            t = sa.Table("t", sa.MetaData(), autoload_with=c)
            self.assertEqual(t.c.keys(), ["id", "name", "count"])
            self.assertEqual([k.name for k in t.primary_key], ["id"])
            self.assertEqual(c.execute(sa.select(t.c.name).where(t.c.id == 2)).scalar(), "b")
            md = sa.MetaData()
            md.reflect(c)
            self.assertEqual(list(md.tables), ["t"])
            with self.assertRaises(exc.NoSuchTableError):
                sa.Table("nope", sa.MetaData(), autoload_with=c)

    def test_url(self):
        url = sa.make_url("postgresql+psycopg2://u%40x:p%2Fw@h:5433/db?sslmode=require&a=1&a=2")
        self.assertEqual((url.username, url.password, url.host, url.port, url.database), ("u@x", "p/w", "h", 5433, "db"))
        self.assertEqual(url.query, {"sslmode": "require", "a": ("1", "2")})
        self.assertEqual(str(url), "postgresql+psycopg2://u%40x:***@h:5433/db?a=1&a=2&sslmode=require")
        self.assertEqual(url.set(drivername="postgresql").render_as_string(hide_password=False), "postgresql://u%40x:p%2Fw@h:5433/db?a=1&a=2&sslmode=require")
        self.assertEqual(url.get_backend_name(), "postgresql")
        for text in ("sqlite://", "sqlite:///x.db", "sqlite:////abs/x.db", "postgresql://h/db", "mysql+pymysql://u:p@[::1]:3306/d", "postgresql://u@/db?host=%2Fsocket"):
            self.assertEqual(sa.make_url(text).render_as_string(hide_password=False), text)
        self.assertEqual(sa.make_url("postgresql://u:p/w@h/db").password, "p/w")
        with self.assertRaises(exc.ArgumentError):
            sa.make_url("nonsense")
        with self.assertRaises(exc.NoSuchModuleError):
            sa.create_engine("postgres://h/db")

    def test_async(self):
        from sqlalchemy.ext.asyncio import create_async_engine

        async def go():
            engine = create_async_engine("sqlite+aiosqlite://")
            async with engine.connect() as c:
                self.assertEqual(await c.run_sync(lambda sync, n: sync.scalar(sa.text("SELECT count(*) FROM t")) + n, 1), 4)
                await c.rollback()
                async with c.begin():
                    await c.execute(sa.text("DELETE FROM t"))
            async with engine.begin() as c:
                self.assertEqual((await c.execute(sa.text("SELECT 1"))).scalar_one(), 1)
            c = await engine.connect()
            self.assertEqual((await c.scalars(sa.text("SELECT id FROM t"))).all(), [])
            await c.close()
            await engine.dispose()

        asyncio.run(go())


class Results(Database):
    def rows(self, sql="SELECT id, name, count FROM t ORDER BY id"):
        c = self.engine.connect()
        self.addCleanup(c.close)
        return c.execute(sa.text(sql))

    def test_rows(self):
        row = self.rows().fetchone()
        self.assertEqual(row, (1, "a", 7))
        self.assertEqual((row.id, row[1], row._mapping["name"], row.count), (1, "a", "a", 7))
        self.assertEqual(row._asdict(), {"id": 1, "name": "a", "count": 7})
        self.assertEqual(dict(row._mapping), {"id": 1, "name": "a", "count": 7})
        a, b, c = row
        self.assertEqual(row._fields, ("id", "name", "count"))
        self.assertEqual({row: 1}[(1, "a", 7)], 1)
        with self.assertRaises(AttributeError):
            row.nope
        with self.assertRaises(KeyError):
            row._mapping["nope"]

    def test_reading(self):
        self.assertEqual([r.id for r in self.rows()], [1, 2, 3])
        self.assertEqual(self.rows().first()[0], 1)
        self.assertEqual(self.rows().scalar(), 1)
        self.assertEqual(self.rows().scalars(1).all(), ["a", "b", "c"])
        self.assertEqual(self.rows().scalars("name").first(), "a")
        self.assertEqual(list(self.rows().keys()), ["id", "name", "count"])
        self.assertEqual([len(p) for p in self.rows().partitions(2)], [2, 1])
        self.assertEqual(self.rows().mappings().all()[1]["name"], "b")
        self.assertEqual(self.rows("SELECT count FROM t").scalars().unique().all(), [7])
        self.assertEqual(len(self.rows().fetchmany(2)), 2)
        self.assertIsNone(self.rows("SELECT 1 WHERE 0").scalar())
        self.assertIsNone(self.rows("SELECT 1 WHERE 0").one_or_none())
        self.assertEqual(self.rows("SELECT 5").scalar_one(), 5)
        with self.assertRaises(exc.MultipleResultsFound):
            self.rows().one()
        with self.assertRaises(exc.NoResultFound):
            self.rows("SELECT 1 WHERE 0").scalar_one()
        result = self.rows()
        result.first()
        with self.assertRaises(exc.ResourceClosedError):
            result.all()
        deleted = self.rows("DELETE FROM t WHERE id < 3")
        self.assertEqual(deleted.rowcount, 2)
        self.assertFalse(deleted.returns_rows)
        with self.assertRaises(exc.ResourceClosedError):
            deleted.fetchall()

    def test_types_of_core(self):
        md = sa.MetaData()
        t = sa.Table("k", md, sa.Column("id", sa.Integer, primary_key=True), sa.Column("flag", sa.Boolean, default=True), sa.Column("at", sa.DateTime), sa.Column("j", sa.JSON),
                     sa.Column("u", sa.Uuid, default=uuid.uuid4), sa.Column("e", sa.Enum(Kind)), sa.Column("d", sa.Numeric(10, 2)), sa.Column("n", sa.Integer, onupdate=lambda: 42))
        now = datetime.datetime(2026, 1, 2, 3, 4, 5)
        with self.engine.begin() as c:
            md.create_all(c)
            made = c.execute(t.insert().values(at=now.isoformat(" "), j={"a": [1]}, e=Kind.B, d=1.5))
            self.assertEqual(made.inserted_primary_key[0], 1)
            c.execute(t.insert(), [{"id": 5, "e": Kind.A}, {"id": 6, "e": None}])
            row = c.execute(sa.select(t).where(t.c.id == 1)).one()
            self.assertIs(row.flag, True)
            self.assertEqual((row.at, row.j, row.e, row.d), (now, {"a": [1]}, Kind.B, decimal.Decimal("1.50")))
            self.assertIsInstance(row.u, uuid.UUID)
            self.assertEqual(row._mapping[t.c.e], Kind.B)
            self.assertEqual(c.execute(sa.select(t.c.e).where(t.c.id == 5)).scalar(), Kind.A)
            c.execute(t.update().where(t.c.id == 5).values(flag=False))
            self.assertEqual(c.execute(sa.select(t.c.n, t.c.flag).where(t.c.id == 5)).one(), (42, False))


class Sessions(Database):
    def models(self):
        class Base(DeclarativeBase):
            pass

        class T(Base):
            __tablename__ = "t"
            id: Mapped[int] = mapped_column(primary_key=True)
            name: Mapped[str]
            count: Mapped[int] = mapped_column(default=3)
            others = relationship("T")

        return T

    def test_queries(self):
        T = self.models()
        with Session(bind=self.engine) as session:
            self.assertEqual([t.name for t in session.query(T).order_by(T.id)], ["a", "b", "c"])
            self.assertEqual(session.query(T).filter(T.id == 2).one().name, "b")
            self.assertEqual(session.query(T).filter_by(name="c").first().id, 3)
            self.assertEqual(session.query(T.id, T.name).filter(T.id.in_([1, 2])).all(), [(1, "a"), (2, "b")])
            self.assertIs(session.get(T, 1), session.query(T).filter(T.name == "a").one())
            self.assertEqual(session.scalars(sa.select(T).where(T.id > 1).order_by(T.id.desc())).all()[0].name, "c")
            self.assertEqual([(t.id, n) for t, n in session.execute(sa.select(T, T.name).where(T.id == 1))], [(1, "a")])
            with self.assertRaisesRegex(NotImplementedError, "relationship"):
                session.get(T, 1).others

    def test_writes(self):
        T = self.models()
        make = sessionmaker(bind=self.engine)
        session = make()
        new = T(name="z")
        session.add(new)
        session.flush()
        self.assertEqual((new.id, new.count), (4, 3))
        first = session.get(T, 1)
        first.name = "renamed"
        session.delete(session.get(T, 2))
        self.assertEqual(session.query(T).filter(T.id == 3).update({"count": T.count + 1}), 1)
        self.assertEqual(session.query(T).filter(T.id == 3).one().count, 8)
        session.commit()
        session.close()
        with self.engine.connect() as c:
            self.assertEqual(c.execute(sa.text("SELECT id, name, count FROM t ORDER BY id")).all(), [(1, "renamed", 7), (3, "c", 8), (4, "z", 3)])
        with self.assertRaisesRegex(TypeError, "invalid keyword"):
            T(nope=1)

    def test_application_code_is_refused(self):
        from sqlalchemy.orm import validates

        class Base(DeclarativeBase):
            pass

        class V(Base):
            __tablename__ = "t"
            id: Mapped[int] = mapped_column(primary_key=True)

            @validates("id")
            def check(self, key, value):
                return value

        class W(Base):
            __tablename__ = "w"
            id: Mapped[int] = mapped_column(primary_key=True)

        event.listen(W, "before_insert", lambda *a: None)
        for cls in (V, W):
            with self.assertRaisesRegex(NotImplementedError, "writing %s" % cls.__name__):
                Session(bind=self.engine).add(cls(id=1))

    def test_joined_transaction(self):
        T = self.models()
        with self.engine.connect() as c:
            c.begin()
            session = Session(bind=c)
            session.add(T(name="q"))
            session.commit()  # the migration's transaction stays open
            self.assertTrue(c.in_transaction())
            with self.assertRaises(NotImplementedError):
                session.rollback()
            c.rollback()
            self.assertEqual(c.scalar(sa.text("SELECT count(*) FROM t")), 3)


if __name__ == "__main__":
    unittest.main()
