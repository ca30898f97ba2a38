"""batch_alter_table."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

account = sa.Table(
    "account",
    sa.MetaData(),
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("email", sa.String(50)),
    sa.Column("age", sa.Integer(), nullable=False),
    sa.Column("state", sa.Text(), server_default="on"),
    sa.Column("owner", sa.Integer()),
    sa.UniqueConstraint("age", "owner", name="uq_account"),
    sa.CheckConstraint("age < 200", name="ck_account"),
    sa.ForeignKeyConstraint(["owner"], ["owner.id"], name="fk_account"),
    sa.Index("ix_account_age", "age"),
)

#: batch_alter_table | schema | many changes
with op.batch_alter_table('t', schema='s') as batch_op:
    batch_op.add_column(sa.Column('x', sa.String(5), nullable=False, comment='c'))
    batch_op.alter_column('a', existing_type=sa.Integer(), nullable=False)
    batch_op.drop_column('b')
    batch_op.create_index('ix', ['x'], unique=False)
    batch_op.drop_index('iy')
    batch_op.create_foreign_key('fk', 'o', ['x'], ['id'], referent_schema='r')
    batch_op.drop_constraint('ck', type_='check')
    batch_op.create_unique_constraint(batch_op.f('uq'), ['x'])
    batch_op.create_table_comment('c')

#: batch_alter_table | recreate | always, without copy_from
with op.batch_alter_table('t', recreate='always') as batch_op:
    batch_op.drop_column('b')

#: batch_alter_table | insert_after | without copy_from
with op.batch_alter_table('t') as batch_op:
    batch_op.add_column(sa.Column('x', sa.Integer()), insert_after='a')

#: batch_alter_table | table_name | an empty block
with op.batch_alter_table("t") as batch_op:
    pass

#: batch_alter_table | table_name | what SQLite can do itself
with op.batch_alter_table("t") as batch_op:
    batch_op.add_column(sa.Column("a", sa.Integer()))
    batch_op.create_index("ix", ["a"])
    batch_op.drop_index("iy")

#: batch_alter_table | schema | what SQLite can do itself
with op.batch_alter_table("t", schema="s") as batch_op:
    batch_op.add_column(sa.Column("a", sa.Integer(), nullable=False, server_default="0"))
    batch_op.create_index("ix", ["a"], unique=True)

#: batch_alter_table | recreate | never
with op.batch_alter_table("t", recreate="never") as batch_op:
    batch_op.add_column(sa.Column("a", sa.Integer()))
    batch_op.drop_column("b")

#: batch_alter_table | recreate | never, a change of type
with op.batch_alter_table("t", recreate="never") as batch_op:
    batch_op.alter_column("a", type_=sa.Text(), existing_type=sa.Integer())

#: batch_alter_table | recreate | never, a new name
with op.batch_alter_table("t", recreate="never") as batch_op:
    batch_op.alter_column("a", new_column_name="b", existing_type=sa.Integer())

#: batch_alter_table | recreate | auto, without copy_from
with op.batch_alter_table("t", recreate="auto") as batch_op:
    batch_op.drop_column("b")

#: batch_alter_table | recreate | always, only a new column
with op.batch_alter_table("t", recreate="always", copy_from=account) as batch_op:
    batch_op.add_column(sa.Column("x", sa.Integer()))

#: batch_alter_table | copy_from | drop_column
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_column("email")

#: batch_alter_table | copy_from | alter_column: nullable
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("email", existing_type=sa.String(50), nullable=False)

#: batch_alter_table | copy_from | alter_column: type_
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("age", existing_type=sa.Integer(), type_=sa.Text())

#: batch_alter_table | copy_from | alter_column: new_column_name
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("email", existing_type=sa.String(50), new_column_name="mail")

#: batch_alter_table | copy_from | alter_column: server_default
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("age", existing_type=sa.Integer(), server_default="18")

#: batch_alter_table | copy_from | alter_column: server_default taken away
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("state", existing_type=sa.Text(), server_default=None)

#: batch_alter_table | copy_from | alter_column: comment
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("age", existing_type=sa.Integer(), comment="x")

#: batch_alter_table | copy_from | create_unique_constraint
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.create_unique_constraint("uq_mail", ["email"])

#: batch_alter_table | copy_from | create_check_constraint
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.create_check_constraint("ck_age", "age > 0")

#: batch_alter_table | copy_from | create_foreign_key
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.create_foreign_key("fk_age", "ages", ["age"], ["id"], ondelete="CASCADE")

#: batch_alter_table | copy_from | create_primary_key
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.create_primary_key("pk_account", ["id", "email"])

#: batch_alter_table | copy_from | create_exclude_constraint
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.create_exclude_constraint("ex", ("age", "="), using="gist")

#: batch_alter_table | copy_from | drop_constraint: unique
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_constraint("uq_account", type_="unique")

#: batch_alter_table | copy_from | drop_constraint: check
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_constraint("ck_account", type_="check")

#: batch_alter_table | copy_from | drop_constraint: foreignkey
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_constraint("fk_account", type_="foreignkey")

#: batch_alter_table | copy_from | drop_constraint that is not there
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_constraint("nobody", type_="unique")

#: batch_alter_table | copy_from | drop_index
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_index("ix_account_age")
    batch_op.drop_column("state")

#: batch_alter_table | copy_from | drop_index that is not there
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_index("nobody")
    batch_op.drop_column("state")

#: batch_alter_table | copy_from | drop_column that is not there
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_column("nobody")

#: batch_alter_table | copy_from | alter_column that is not there
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("nobody", existing_type=sa.Integer(), nullable=False)

#: batch_alter_table | copy_from | drop_column of a constraint
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_column("owner")

#: batch_alter_table | copy_from | drop_column of the key
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_column("id")

#: batch_alter_table | copy_from | comments
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.create_table_comment("x")
    batch_op.drop_table_comment(existing_comment="x")

#: batch_alter_table | copy_from | many changes
with op.batch_alter_table("account", copy_from=account, schema=None) as batch_op:
    batch_op.add_column(sa.Column("x", sa.Integer(), server_default="5", nullable=False))
    batch_op.alter_column("email", existing_type=sa.String(50), new_column_name="mail", nullable=False)
    batch_op.drop_column("state")
    batch_op.create_index("ix_x", ["x", "mail"], unique=True)
    batch_op.create_unique_constraint("uq_x", ["x"])

#: batch_alter_table | copy_from | with a schema
with op.batch_alter_table("t", schema="s", copy_from=sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()), schema="s")) as batch_op:
    batch_op.drop_column("b")

#: batch_alter_table | copy_from | of another name
with op.batch_alter_table("other", copy_from=account) as batch_op:
    batch_op.drop_column("age")

#: batch_alter_table | copy_from | a long name
with op.batch_alter_table("a_table_whose_name_is_a_good_deal_longer_than_fifty_characters", copy_from=account) as batch_op:
    batch_op.drop_column("age")

#: batch_alter_table | table_args
with op.batch_alter_table("account", copy_from=account, table_args=(sa.UniqueConstraint("age", name="uq_age"), sa.CheckConstraint("age > 5", name="ck_five"))) as batch_op:
    batch_op.drop_column("email")

#: batch_alter_table | table_kwargs
with op.batch_alter_table("account", copy_from=account, table_kwargs={"sqlite_autoincrement": True}) as batch_op:
    batch_op.drop_column("email")

#: batch_alter_table | reflect_args
with op.batch_alter_table("account", copy_from=account, reflect_args=[sa.Column("age", sa.Boolean())]) as batch_op:
    batch_op.drop_column("email")

#: batch_alter_table | reflect_kwargs
with op.batch_alter_table("account", copy_from=account, reflect_kwargs={"resolve_fks": False}) as batch_op:
    batch_op.drop_column("email")

#: batch_alter_table | naming_convention
with op.batch_alter_table("account", copy_from=account, naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s"}) as batch_op:
    batch_op.drop_column("email")

#: batch_alter_table | partial_reordering
with op.batch_alter_table("account", copy_from=account, partial_reordering=[("state", "email", "id")]) as batch_op:
    batch_op.add_column(sa.Column("x", sa.Integer()))

#: batch_alter_table | insert_before
with op.batch_alter_table("account", copy_from=account, recreate="always") as batch_op:
    batch_op.add_column(sa.Column("x", sa.Integer()), insert_before="email")

#: batch_alter_table | insert_after
with op.batch_alter_table("account", copy_from=account, recreate="always") as batch_op:
    batch_op.add_column(sa.Column("x", sa.Integer()), insert_after="id")

#: batch_alter_table | insert_after | of an altered column
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("state", existing_type=sa.Text(), nullable=False, insert_after="id")

#: batch_alter_table | insert_after | never anew
with op.batch_alter_table("account", recreate="never") as batch_op:
    batch_op.add_column(sa.Column("x", sa.Integer()), insert_after="id")

#: batch_alter_table | execute | in its place
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.drop_column("email")
    batch_op.execute("UPDATE account SET age = 1")
    op.execute("UPDATE account SET age = 2")

#: batch_alter_table | f
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.create_unique_constraint(batch_op.f("uq_account_email"), ["email"])

#: batch_alter_table | add_column | with a key
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.add_column(sa.Column("x", sa.Integer(), sa.ForeignKey("o.id", name="fk_x")))

#: batch_alter_table | add_column | if_not_exists
with op.batch_alter_table("account") as batch_op:
    batch_op.add_column(sa.Column("x", sa.Integer()), if_not_exists=True)

#: batch_alter_table | add_column | a default that is an expression
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.add_column(sa.Column("x", sa.DateTime(), server_default=sa.func.now()))

#: batch_alter_table | add_column | computed and stored
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.add_column(sa.Column("x", sa.Integer(), sa.Computed("age * 2", persisted=True)))

#: batch_alter_table | drop_column | if_exists
with op.batch_alter_table("account", recreate="never") as batch_op:
    batch_op.drop_column("x", if_exists=True)

#: batch_alter_table | create_index | with options
with op.batch_alter_table("account") as batch_op:
    batch_op.create_index("ix", ["age"], unique=True, if_not_exists=True, postgresql_where=sa.text("age > 1"), sqlite_where=sa.text("age > 1"))

#: batch_alter_table | drop_index | if_exists
with op.batch_alter_table("account") as batch_op:
    batch_op.drop_index("ix", if_exists=True)

#: batch_alter_table | drop_constraint | recreate never
with op.batch_alter_table("account", recreate="never") as batch_op:
    batch_op.drop_constraint("uq_account", type_="unique")

#: batch_alter_table | alter_column | enum with a check
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("state", existing_type=sa.Text(), type_=sa.Enum("on", "off", name="ck_state", native_enum=False, create_constraint=True))

#: batch_alter_table | alter_column | from an enum with a check
with op.batch_alter_table("t", copy_from=sa.Table("t", sa.MetaData(), sa.Column("a", sa.Enum("x", "y", name="ck_a", native_enum=False, create_constraint=True)))) as batch_op:
    batch_op.alter_column("a", existing_type=sa.Enum("x", "y", name="ck_a", native_enum=False, create_constraint=True), type_=sa.Text())

#: batch_alter_table | alter_column | JSON
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("state", existing_type=sa.Text(), type_=sa.JSON())

#: batch_alter_table | alter_column | twice
with op.batch_alter_table("account", copy_from=account) as batch_op:
    batch_op.alter_column("age", existing_type=sa.Integer(), type_=sa.Text())
    batch_op.alter_column("age", existing_type=sa.Text(), nullable=False, new_column_name="years")
