"""Names: quoting, reserved words, conventions, length."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: names | reserved words
op.create_table('order', sa.Column('rank', sa.Integer()), sa.Column('key', sa.Integer()), sa.Column('offset', sa.Integer()), sa.Column('user', sa.Integer()), sa.Column('Groups', sa.Integer()), sa.Column('a`b', sa.Integer()), sa.Column('row', sa.Integer()), sa.Column('period', sa.Integer()), sa.Column('position', sa.Integer()), sa.Column('returning', sa.Integer()))

#: names | made by the database
op.create_table('t', sa.Column('a', sa.Integer(), index=True, unique=True), sa.Column('b', sa.Integer(), unique=True), sa.UniqueConstraint('a', 'b'), schema='s')

#: op.f | too long
op.create_table('t', sa.Column('a', sa.Integer()), sa.UniqueConstraint('a', name=op.f('uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu')), sa.Index(op.f('iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii'), 'a'))

#: names | too long | an index
op.create_index('iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii', 't', ['a'])

#: names | too long | a constraint
op.create_unique_constraint('uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu', 't', ['a'])

#: op.f | too long | made and dropped
op.create_unique_constraint(op.f('uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu'), 't', ['a'])
op.drop_constraint(op.f('uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu'), 't', type_='unique')

#: names | reserved words | in every place
op.create_table("user", sa.Column("select", sa.Integer()), sa.Column("table", sa.Integer(), sa.ForeignKey("group.order")), sa.UniqueConstraint("select", name="check"))

#: names | quoted | not in ASCII
op.create_table("größe", sa.Column("naïve", sa.Integer()))

#: names | quoted | beginning with a digit or a dollar sign
op.create_table("1t", sa.Column("2a", sa.Integer()), sa.Column("$b", sa.Integer()), sa.Column("_c", sa.Integer()), sa.Column("d$", sa.Integer()))

#: names | quoted | sa.sql.quoted_name
#= dynamic: sa.sql.quoted_name() is not read
op.create_table(sa.sql.quoted_name("t", quote=True), sa.Column(sa.sql.quoted_name("Abc", quote=False), sa.Integer()))

#: op.f | in a table
op.create_table("t", sa.Column("a", sa.Integer()), sa.UniqueConstraint("a", name=op.f("uq_t_a")), sa.CheckConstraint("a > 0", name=op.f("ck_t_a")))

#: names | too long | a table
op.create_table("a_table_whose_name_is_very_much_longer_than_any_database_could_ever_take", sa.Column("a", sa.Integer()))

#: names | too long | a column
op.create_table("t", sa.Column("a_column_whose_name_is_very_much_longer_than_any_database_could_take", sa.Integer()))

#: names | too long | a foreign key
op.create_foreign_key("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "t", "o", ["a"], ["id"])

#: names | too long | a check
op.create_check_constraint("cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc", "t", "a > 0")

#: names | too long | a primary key
op.create_primary_key("pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp", "t", ["a"])

#: names | too long | in a new table
op.create_table("t", sa.Column("a", sa.Integer()), sa.UniqueConstraint("a", name="uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu"))

#: names | too long | a dropped constraint
op.drop_constraint("uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu", "t", type_="unique")

#: names | too long | a dropped foreign key
op.drop_constraint("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "t", type_="foreignkey")

#: names | too long | a dropped index
op.drop_index("iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii", "t")

#: names | too long | an index of a column
op.create_table("t", sa.Column("a_column_whose_name_is_nearly_as_long_as_a_name_may_ever_be", sa.Integer(), index=True))

#: names | too long | a sequence of a key
op.create_table("a_table_whose_name_is_quite_long_but_not_too_long_for_anybody", sa.Column("identifier", sa.Integer(), primary_key=True))

#: names | as long as can be
op.create_index("iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii", "t", ["a"])

#: op.f | too long | a dropped index
op.drop_index(op.f("iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii"), "t")
