# Types

#: the length of a string | longer | shorter
t(Column("a", String(20)))
#=>
t(Column("a", String(40)))

#: a string and a text | text | string
t(Column("a", String(20)))
#=>
t(Column("a", sa.Text))

#: a number's size | larger | smaller
t(Column("a", Integer))
#=>
t(Column("a", sa.BigInteger))

#: a number's precision | higher | lower
t(Column("a", sa.Numeric(8, 2)))
#=>
t(Column("a", sa.Numeric(12, 4)))

#: a timestamp's time zone | added | dropped
#= on: postgresql
t(Column("a", sa.DateTime))
#=>
t(Column("a", sa.DateTime(timezone=True)))

#: a timestamp's precision | set | dropped
#= on: postgresql
t(Column("a", postgresql.TIMESTAMP))
#=>
t(Column("a", postgresql.TIMESTAMP(precision=3)))

#: a timestamp's precision on MySQL | set | dropped
#= on: mariadb
t(Column("a", mysql.DATETIME))
#=>
t(Column("a", mysql.DATETIME(fsp=6)))

#: the precision of a time and an interval | set | dropped
#= on: postgresql
t(Column("a", sa.Time), Column("b", sa.Interval), Column("c", sa.ARRAY(sa.DateTime)))
#=>
t(Column("a", postgresql.TIME(precision=0)), Column("b", sa.Interval(second_precision=3)), Column("c", sa.ARRAY(postgresql.TIMESTAMP(precision=3))))

#: JSON and JSONB | JSONB | JSON
#= on: postgresql
t(Column("a", sa.JSON))
#=>
t(Column("a", postgresql.JSONB))

#: a text and JSONB | JSONB | text
#= on: postgresql
t(Column("a", sa.Text))
#=>
t(Column("a", postgresql.JSONB))

#: a string and an integer | integer | string
t(Column("a", String(20)))
#=>
t(Column("a", Integer))

#: a string and a boolean | boolean | string
#= on: postgresql sqlite
t(Column("a", String(20)))
#=>
t(Column("a", sa.Boolean))

#: an integer and a boolean with a default | boolean | integer
#= on: postgresql
t(Column("a", Integer, server_default="0", nullable=False))
#=>
t(Column("a", sa.Boolean, server_default=sa.false(), nullable=False))

#: a string and a UUID | UUID | string
#= on: postgresql
t(Column("a", String(36)))
#=>
t(Column("a", sa.Uuid))

#: a string and a timestamp | timestamp | string
t(Column("a", String(40)))
#=>
t(Column("a", sa.DateTime))

#: a value and an array of such | array | value
#= on: postgresql
t(Column("a", sa.Text))
#=>
t(Column("a", sa.ARRAY(sa.Text)))

#: an array's element | changed | changed back
#= on: postgresql
t(Column("a", sa.ARRAY(Integer)))
#=>
t(Column("a", sa.ARRAY(sa.BigInteger)))

#: a float and a number of exact digits | exact | float
t(Column("a", sa.Float))
#=>
t(Column("a", sa.Numeric(10, 2)))

#: a collation | set | dropped
#= on: postgresql
t(Column("a", sa.Text))
#=>
t(Column("a", sa.Text(collation="C")))

#: a text's size on MySQL | larger | smaller
#= on: mariadb
t(Column("a", sa.Text))
#=>
t(Column("a", mysql.LONGTEXT))

#: an integer's sign on MySQL | unsigned | signed
#= on: mariadb
t(Column("a", Integer))
#=>
t(Column("a", mysql.INTEGER(unsigned=True)))

#: types | unchanged
t(Column("a", sa.Boolean, server_default=sa.true()), Column("b", sa.Float), Column("c", sa.Numeric), Column("d", sa.Enum("x", "y", name="k2")),
  Column("e", sa.LargeBinary), Column("f", sa.Date), Column("g", sa.JSON), Column("h", sa.Uuid), Column("i", sa.Double), Column("j", sa.Text),
  Column("k", sa.Unicode(10)), Column("l", sa.SmallInteger), Column("m", sa.Time), Column("n", sa.DateTime(timezone=True)), Column("o", sa.CHAR(3)))

#: types of PostgreSQL | unchanged
#= on: postgresql
t(Column("a", postgresql.TIMESTAMP(precision=3)), Column("b", sa.Interval), Column("c", postgresql.ARRAY(sa.Text, dimensions=2)), Column("d", postgresql.JSONB),
  Column("e", postgresql.DOUBLE_PRECISION), Column("f", postgresql.VARCHAR), Column("g", postgresql.TSVECTOR), Column("h", postgresql.HSTORE().with_variant(sa.Text(), "postgresql")),
  Column("i", postgresql.BIT(3, varying=True)), Column("j", postgresql.OID), Column("k", postgresql.MONEY), Column("l", postgresql.INTERVAL(fields="DAY TO SECOND", precision=2)))

#: types with a variant for another database | unchanged
t(Column("a", sa.JSON().with_variant(postgresql.JSONB(), "postgresql")), Column("b", sa.BigInteger().with_variant(Integer, "sqlite")),
  Column("c", String(20).with_variant(mysql.VARCHAR(20, charset="utf8mb4"), "mysql", "mariadb")))

#: a type of the project's own | added | dropped
class Money(sa.types.TypeDecorator):
    impl = sa.Numeric(12, 2)
    cache_ok = True
t()
#=>
class Money(sa.types.TypeDecorator):
    impl = sa.Numeric(12, 2)
    cache_ok = True
t(Column("a", Money))

#: a type of the project's own inside of a class | added | dropped
t()
#=>
class Types:
    class Money(sa.types.TypeDecorator):
        impl = sa.Numeric(12, 2)
        cache_ok = True
t(Column("a", Types.Money))

#: a type of the project's own in a plain one's place | unchanged
class Money(sa.types.TypeDecorator):
    impl = sa.Numeric(12, 2)
    cache_ok = True
t(Column("a", Money()))
