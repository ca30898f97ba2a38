"""Every way that a value takes into the database and back, and what it looks like to the script."""

import datetime
import decimal
import enum
import json
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "a"
down_revision = None


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


WHO = uuid.UUID("12345678123456781234567812345678")
ZONE = datetime.timezone(datetime.timedelta(hours=2))


def see(bind, number, value):
    bind.execute(sa.text("INSERT INTO seen VALUES (:number, :value)"), {"number": number, "value": repr(value)})


def upgrade():
    bind = op.get_bind()
    op.create_table("seen", sa.Column("number", sa.Integer), sa.Column("value", sa.Text))
    typed(bind)
    if bind.dialect.name == "postgresql":
        arrays(bind)
        driver(bind)
        savepoints(bind)
    if bind.dialect.name in ("mysql", "mariadb"):
        kinds(bind)
        pymysql(bind)
        savepoints(bind)


def typed(bind):
    t = op.create_table(
        "t",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("j", sa.JSON().with_variant(postgresql.JSONB(), "postgresql")),
        sa.Column("k", sa.JSON(none_as_null=True)),
        sa.Column("u", sa.Uuid()),
        sa.Column("moment", sa.DateTime(timezone=True)),
        sa.Column("n", sa.Numeric(10, 3)),
        sa.Column("b", sa.LargeBinary()),
        sa.Column("e", sa.Enum(Color, name="color")),
        sa.Column("day", sa.Date),
        sa.Column("clock", sa.Time),
        sa.Column("span", sa.Interval),
        sa.Column("f", sa.Float),
        sa.Column("s", sa.String(200)),
    )
    row = {
        "id": 1,
        "j": {"a": [1, None, "é\\ '"]},
        "k": None,
        "u": WHO,
        "moment": datetime.datetime(2020, 1, 2, 3, 4, 5, 6789, tzinfo=ZONE),
        "n": decimal.Decimal("1.50"),
        "b": b"\x00\xff'\\",
        "e": Color.RED,
        "day": datetime.date(2020, 2, 29),
        "clock": datetime.time(1, 2, 3),
        "span": datetime.timedelta(days=1, seconds=5, microseconds=7),
        "f": 0.1,
        "s": "it's \\ 100% :x %s",
    }
    op.bulk_insert(t, [row])
    for number, value in enumerate(["text", [1, 2], 5, True, None, {"k": {"n": 1.5}}, sa.null()]):
        bind.execute(t.insert().values(id=10 + number, j=value, k=value))
    bind.execute(t.insert(), [{"id": 30, "j": {"x": 1}, "e": "BLUE"}, {"id": 31, "j": None, "e": None}])
    bind.execute(t.insert(), {"id": 32, "k": None, "span": datetime.timedelta(0), "n": 3})
    light = sa.table("t", sa.column("id", sa.Integer), sa.column("j", sa.JSON))
    bind.execute(light.insert(), [{"id": 40, "j": ["a", {"b": 1}]}, {"id": 41, "j": "word"}])
    bind.execute(t.update().where(t.c.u == WHO).values(s="by its uuid", j={"new": [True]}))
    bind.execute(t.update().where(t.c.e == Color.BLUE).values(n=decimal.Decimal("-2.25")))
    several = sa.text("UPDATE t SET s = :s, n = :n WHERE id IN :ids").bindparams(sa.bindparam("ids", expanding=True))
    bind.execute(several, {"s": "a:b\\c 'q' %(x)s", "n": 3, "ids": [10, 11]})
    for found in bind.execute(sa.select(t).order_by(t.c.id)).fetchall():
        values = [value.isoformat() if key == "moment" and value else value for key, value in found._mapping.items()]
        see(bind, found.id, values)


def arrays(bind):
    op.execute("CREATE TABLE arrays (id int, a text[], n int[], d timestamptz[], m jsonb)")
    row = {"a": ["x", None, "q\"'\\"], "n": [1, -2], "d": [datetime.datetime(2020, 1, 1, tzinfo=ZONE)], "m": json.dumps({"a": 1})}
    bind.execute(sa.text("INSERT INTO arrays VALUES (1, :a, :n, :d, :m)"), row)
    t = sa.table(
        "arrays",
        sa.column("id", sa.Integer),
        sa.column("a", postgresql.ARRAY(sa.Text)),
        sa.column("n", sa.ARRAY(sa.Integer)),
        sa.column("m", postgresql.JSONB),
    )
    bind.execute(t.insert().values(id=2, a=["é", ""], n=[], m=[1, {"b": None}]))
    bind.execute(t.update().where(t.c.id == 2).values(n=[9]))
    plain = "SELECT a, n, m, d, interval '1 day 2 hours', 1.5::numeric, ARRAY[1.5::numeric], '2020-01-01'::date, inet '10.0.0.1', now() IS NOT NULL FROM arrays ORDER BY id"
    for found in bind.execute(sa.text(plain)):
        see(bind, 50, tuple(found))
    for number, (text, value) in enumerate(
        [
            ("SELECT jsonb_build_object('k', :v)", "x"),
            ("SELECT jsonb_build_object(:v, 1)", "key"),
            ("SELECT timestamp '2020-01-02' - interval :v", "1 day"),
            ("SELECT timestamp '2020-01-02' - :v", datetime.timedelta(hours=25)),
            ("SELECT case when :v is null then 'none' else 'some' end", None),
            ("SELECT case when :v is null then 'none' else 'some' end", 1),
            ("SELECT :v", decimal.Decimal("1.50")),
            ("SELECT :v || '!'", "a"),
            ("SELECT count(*) FROM generate_series(1, :v)", 3),
            ("SELECT 5 = ANY(:v)", [1, 5]),
            ("SELECT '{\"a\": 1}'::jsonb ->> :v", "a"),
        ]
    ):
        see(bind, 80 + number, bind.execute(sa.text(text), {"v": value}).scalar())
    see(bind, 51, bytes(bind.execute(sa.text("SELECT '\\x00ff'::bytea")).scalar()))


def driver(bind):
    cursor = bind.connection.cursor()
    cursor.execute("INSERT INTO seen VALUES (%s, %s)", (60, "raw %% '"))
    cursor.execute("INSERT INTO seen VALUES (%(a)s, %(b)s)", {"a": 61, "b": "100%"})
    cursor.execute("INSERT INTO seen VALUES (62, '50%')")
    cursor.close()
    bind.exec_driver_sql("INSERT INTO seen VALUES (%s, 'x%%y')", (63,))
    bind.exec_driver_sql("INSERT INTO seen VALUES (%s, %s)", [(64, "a"), (65, "b")])
    returned = bind.execute(sa.text("UPDATE seen SET value = value || '!' WHERE number > 63 RETURNING number, value"))
    see(bind, 66, sorted(tuple(row) for row in returned))
    see(bind, 67, bind.execute(sa.text("UPDATE seen SET value = value WHERE number > 63")).rowcount)


def kinds(bind):
    """Every type of MariaDB, as its driver gives it."""
    op.execute(
        "CREATE TABLE kinds (id INT PRIMARY KEY, tiny TINYINT, flag BOOL, big BIGINT UNSIGNED, price DECIMAL(20, 4), f FLOAT, d DOUBLE, bits BIT(10), day DATE, "
        "clock TIME(3), moment DATETIME(6), stamp TIMESTAMP NULL, y YEAR, c CHAR(5), v VARCHAR(50), b BINARY(4), vb VARBINARY(9), t TEXT, bl BLOB, "
        "e ENUM('x', 'y z'), s SET('a', 'b'), j JSON, u UUID, i4 INET4, i6 INET6, g POINT, bin VARCHAR(9) COLLATE utf8mb4_bin, latin VARCHAR(9) CHARACTER SET latin1)"
    )
    op.execute(
        "INSERT INTO kinds VALUES (1, -5, TRUE, 9223372036854775807, 12345.6, 0.1, 1e300, b'101', '2020-02-29', '-26:01:02.5', '2020-01-02 03:04:05.000007', "
        "'2020-01-02 03:04:05', 1999, 'ab ', 'é😀\\\\', 'ab', X'00FF', '', X'', 'y z', 'b,a', '{\"k\": [1, null]}', '12345678-1234-5678-1234-567812345678', "
        "'10.0.0.1', '::1', POINT(1, 2), 'bin', 'é'), (2, " + ", ".join(["NULL"] * 27) + ")"
    )
    for found in bind.execute(sa.text("SELECT * FROM kinds ORDER BY id")):
        for number, value in enumerate(found):
            see(bind, 100 + number, (found.id, value))
    for number, text in enumerate(
        [
            "SELECT 1, 1.50, 1e0, 'a', NULL, TRUE, 1 = 1, 7 DIV 2, 7 / 2, X'41', b'1', 0x41",
            "SELECT CAST('2020-01-01' AS DATE), CAST('10:00' AS TIME), CAST('2020-01-01 00:00' AS DATETIME), DATE '2020-01-01' + INTERVAL 1 DAY",
            "SELECT SUM(id), AVG(id), COUNT(*), MAX(price), GROUP_CONCAT(v), JSON_ARRAY(1, 'x'), SUM(f), STDDEV(id) FROM kinds",
            "SELECT CAST(5 AS UNSIGNED), CAST(-5 AS SIGNED), CAST(1.5 AS DECIMAL(5, 2)), CAST('x' AS CHAR), CAST('x' AS BINARY), CONCAT(1, X'41'), UNHEX('FF')",
            "SELECT TIMEDIFF('10:00:00', '12:30:00'), MAKETIME(100, 0, 0), SEC_TO_TIME(1), LAST_DAY('2020-02-01'), YEAR('2020-02-01'), '12:00:00' + INTERVAL 1 HOUR",
            "SELECT COALESCE(NULL, 1), IF(1, 'a', 2), GREATEST(1, 2.5), ROUND(1.234, 2), 1 + '1', -0.0, 9223372036854775807, 1.0E-10",
        ]
    ):
        see(bind, 140 + number, tuple(bind.execute(sa.text(text)).first()))
    bind.execute(sa.text("SET SESSION sql_mode = ''"))
    op.execute("INSERT INTO kinds (id, day, moment, stamp, clock, y) VALUES (3, '0000-00-00', '0000-00-00', '0000-00-00', '838:59:59', 0), (4, '2020-00-00', '2020-01-00', NULL, '-00:00:01', 2155)")
    for found in bind.execute(sa.text("SELECT id, day, moment, stamp, clock, y FROM kinds WHERE id > 2 ORDER BY id")):
        see(bind, 150 + found.id, tuple(found))
    for number, value in enumerate(
        [
            True, 5, -1.5, 1e100, decimal.Decimal("1.50"), "it's \\ 100% :x", b"\x00\xff'\\", None, datetime.date(2020, 2, 29), datetime.time(1, 2, 3, 4),
            datetime.datetime(2020, 1, 2, 3, 4, 5, 6), datetime.datetime(2020, 1, 2, tzinfo=ZONE), datetime.timedelta(days=1, seconds=5), datetime.timedelta(hours=-1),
            2**63 - 1, "\x00\n\r\x1a\t\"", "😀",
        ]
    ):
        see(bind, 160 + number, tuple(bind.execute(sa.text("SELECT :v, CONCAT(:v, ''), :v IS NULL"), {"v": value}).first()))


def pymysql(bind):
    cursor = bind.connection.cursor()
    cursor.execute("INSERT INTO seen VALUES (%s, %s)", (201, "raw %% '"))
    cursor.execute("INSERT INTO seen VALUES (%(a)s, %(b)s)", {"a": 202, "b": "100%"})
    cursor.execute("INSERT INTO seen VALUES (203, '50%')")
    cursor.execute("SELECT 1, 'a' UNION SELECT 2, 'b'")
    see(bind, 204, (cursor.rowcount, cursor.fetchone(), list(cursor.fetchall()), cursor.fetchone(), [d[0] for d in cursor.description]))
    cursor.close()
    bind.exec_driver_sql("INSERT INTO seen VALUES (%s, 'x%%y')", (205,))
    bind.exec_driver_sql("INSERT INTO seen VALUES (%s, %s)", [(206, "a"), (207, "b")])
    see(bind, 208, bind.execute(sa.text("UPDATE seen SET value = value WHERE number > 205")).rowcount)
    see(bind, 209, bind.execute(sa.text("UPDATE seen SET value = CONCAT(value, '!') WHERE number > 205")).rowcount)
    op.execute("CREATE TABLE counted (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(9))")
    see(bind, 210, bind.execute(sa.text("INSERT INTO counted (name) VALUES ('a')")).lastrowid)


def savepoints(bind):
    with bind.begin_nested():
        see(bind, 70, "kept")
    try:
        with bind.begin_nested():
            see(bind, 71, "taken back")
            bind.execute(sa.text("SELECT * FROM nonsense"))
    except sa.exc.ProgrammingError as error:
        see(bind, 72, (type(error).__name__, error.orig.pgcode if bind.dialect.name == "postgresql" else error.orig.args[0]))


def downgrade():
    op.drop_table("seen")
