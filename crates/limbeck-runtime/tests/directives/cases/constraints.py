"""Constraints that are made and dropped."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: constraints | all kinds
op.create_primary_key('pk', 't', ['a', 'b'])
op.create_unique_constraint('uq', 't', ['a', 'order'], schema='s')
op.create_check_constraint('ck', 't', "a > 0 AND b <> '%'")
op.create_check_constraint('ck2', 't', sa.column('a') > 5)
op.create_foreign_key('fk', 't', 'o', ['a'], ['id'], ondelete='CASCADE', onupdate='RESTRICT', source_schema='s', referent_schema='r')
op.create_foreign_key(None, 't', 'o', ['a'], ['id'])

#: create_unique_constraint | deferrable
op.create_unique_constraint('uq', 't', ['a'], deferrable=True)

#: create_foreign_key | deferrable | False
op.create_foreign_key('fk', 't', 'o', ['a'], ['id'], deferrable=False)

#: create_exclude_constraint | elements | one
op.create_exclude_constraint('ex', 't', ('a', '='))

#: drop_constraint | type_ | all kinds
op.drop_constraint('fk', 't', type_='foreignkey')
op.drop_constraint('pk', 't', type_='primary')
op.drop_constraint('Uq', 't', type_='unique', schema='s')
op.drop_constraint('ck', 'order', type_='check')
op.drop_constraint('fk', 't', type_='foreignkey', if_exists=True)

#: drop_constraint | type_ | without
op.drop_constraint('x', 't')

#: create_primary_key | constraint_name | named
op.create_primary_key("pk_t", "t", ["a"])

#: create_primary_key | constraint_name | None
op.create_primary_key(None, "t", ["a"])

#: create_primary_key | columns | several
op.create_primary_key("Pk t", "My Table", ["a", "Order"])

#: create_primary_key | schema
op.create_primary_key("pk", "t", ["a"], schema="s")

#: create_unique_constraint | columns | several
op.create_unique_constraint("uq", "t", ["a", "Order"])

#: create_unique_constraint | constraint_name | None
op.create_unique_constraint(None, "t", ["a"])

#: create_unique_constraint | schema
op.create_unique_constraint("uq", "t", ["a"], schema="s")

#: create_unique_constraint | initially
op.create_unique_constraint("uq", "t", ["a"], deferrable=True, initially="IMMEDIATE")

#: create_unique_constraint | deferrable | False
op.create_unique_constraint("uq", "t", ["a"], deferrable=False)

#: create_unique_constraint | postgresql_nulls_not_distinct
op.create_unique_constraint("uq", "t", ["a"], postgresql_nulls_not_distinct=True)

#: create_unique_constraint | postgresql_include
op.create_unique_constraint("uq", "t", ["a"], postgresql_include=["b"])

#: create_unique_constraint | sqlite_on_conflict
op.create_unique_constraint("uq", "t", ["a"], sqlite_on_conflict="IGNORE")

#: create_unique_constraint | mssql_clustered
op.create_unique_constraint("uq", "t", ["a"], mssql_clustered=True)

#: create_unique_constraint | info
op.create_unique_constraint("uq", "t", ["a"], info={"a": 1})

#: create_foreign_key | columns | one
op.create_foreign_key("fk", "t", "o", ["a"], ["id"])

#: create_foreign_key | columns | several
op.create_foreign_key("fk", "t", "o", ["a", "b"], ["x", "y"])

#: create_foreign_key | constraint_name | None
op.create_foreign_key(None, "t", "o", ["a"], ["id"])

#: create_foreign_key | referent_table | itself
op.create_foreign_key("fk", "t", "t", ["parent"], ["id"])

#: create_foreign_key | ondelete
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], ondelete="SET NULL")

#: create_foreign_key | ondelete | SET DEFAULT
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], ondelete="SET DEFAULT")

#: create_foreign_key | onupdate
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], onupdate="CASCADE")

#: create_foreign_key | deferrable
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], deferrable=True)

#: create_foreign_key | initially
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], deferrable=True, initially="DEFERRED")

#: create_foreign_key | initially | in small letters
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], deferrable=True, initially="deferred")

#: create_foreign_key | match
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], match="FULL")

#: create_foreign_key | source_schema
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], source_schema="s")

#: create_foreign_key | referent_schema
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], referent_schema="r")

#: create_foreign_key | source_schema | both, that need quoting
op.create_foreign_key("Fk", "T", "O", ["A"], ["Id"], source_schema="My S", referent_schema="My R")

#: create_foreign_key | postgresql_not_valid
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], postgresql_not_valid=True)

#: create_foreign_key | postgresql_not_valid | False
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], postgresql_not_valid=False)

#: create_foreign_key | use_alter
op.create_foreign_key("fk", "t", "o", ["a"], ["id"], use_alter=True)

#: create_check_constraint | condition | str
op.create_check_constraint("ck", "t", "a > 0")

#: create_check_constraint | condition | sa.text
op.create_check_constraint("ck", "t", sa.text("name != 'it''s'"))

#: create_check_constraint | condition | an expression
op.create_check_constraint("ck", "t", sa.column("a").between(1, 5))

#: create_check_constraint | condition | a list
op.create_check_constraint("ck", "t", sa.column("state").in_(["on", "off"]))

#: create_check_constraint | condition | sa.func
op.create_check_constraint("ck", "t", sa.func.length(sa.column("name")) > 3)

#: create_check_constraint | condition | a percent sign
op.create_check_constraint("ck", "t", "a % 2 = 0 AND b LIKE 'x%'")

#: create_check_constraint | condition | sa.or_
op.create_check_constraint("ck", "t", sa.or_(sa.column("a").is_(None), sa.column("a") != sa.column("b")))

#: create_check_constraint | condition | a boolean column
op.create_check_constraint("ck", "t", sa.column("a", sa.Boolean()))

#: create_check_constraint | constraint_name | None
op.create_check_constraint(None, "t", "a > 0")

#: create_check_constraint | schema
op.create_check_constraint("ck", "t", "a > 0", schema="s")

#: create_check_constraint | postgresql_not_valid
op.create_check_constraint("ck", "t", "a > 0", postgresql_not_valid=True)

#: create_check_constraint | deferrable
op.create_check_constraint("ck", "t", "a > 0", deferrable=True)

#: create_exclude_constraint | where
op.create_exclude_constraint("ex", "t", ("period", "&&"), where=sa.text("a > 1"))

#: create_exclude_constraint | using
op.create_exclude_constraint("ex", "t", ("period", "&&"), ("grp", "="), using="gist")

#: create_exclude_constraint | elements | an expression
op.create_exclude_constraint("ex", "t", (sa.text("tsrange(a, b)"), "&&"), (sa.func.lower(sa.column("x")), "="))

#: create_exclude_constraint | deferrable
op.create_exclude_constraint("ex", "t", ("a", "="), deferrable=True)

#: create_exclude_constraint | initially
op.create_exclude_constraint("ex", "t", ("a", "="), deferrable=True, initially="DEFERRED")

#: create_exclude_constraint | schema
op.create_exclude_constraint("ex", "t", ("a", "="), schema="s")

#: create_exclude_constraint | ops
op.create_exclude_constraint("ex", "t", ("a", "="), using="gist", ops={"a": "gist_int4_ops"})

#: create_exclude_constraint | constraint_name | None
op.create_exclude_constraint(None, "t", ("a", "="))

#: drop_constraint | constraint_name | that needs quoting
op.drop_constraint("Uq t", "My Table", type_="unique")

#: drop_constraint | type_ | foreignkey
op.drop_constraint("fk", "t", type_="foreignkey")

#: drop_constraint | type_ | primary
op.drop_constraint("pk", "t", type_="primary")

#: drop_constraint | type_ | unique
op.drop_constraint("uq", "t", type_="unique")

#: drop_constraint | type_ | check
op.drop_constraint("ck", "t", type_="check")

#: drop_constraint | type_ | by position
op.drop_constraint("uq", "t", "unique")

#: drop_constraint | type_ | None
op.drop_constraint("uq", "t", type_=None)

#: drop_constraint | schema
op.drop_constraint("uq", "t", type_="unique", schema="s")

#: drop_constraint | if_exists
op.drop_constraint("uq", "t", type_="unique", if_exists=True)

#: drop_constraint | if_exists | a check
op.drop_constraint("ck", "t", type_="check", if_exists=True)

#: drop_constraint | if_exists | False
op.drop_constraint("uq", "t", type_="unique", if_exists=False)
