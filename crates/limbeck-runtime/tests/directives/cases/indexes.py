"""create_index and drop_index."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: create_index | columns | ['a']
op.create_index('ix', 't', ['a'])

#: create_index | columns | ['a', 'order']
op.create_index('ix', 't', ['a', 'order'])

#: create_index | unique | ['a'], unique=True
op.create_index('ix', 't', ['a'], unique=True)

#: create_index | schema | ['a'], schema='s'
op.create_index('ix', 't', ['a'], schema='s')

#: create_index | mysql_length | ['a'], mysql_length=10
op.create_index('ix', 't', ['a'], mysql_length=10)

#: create_index | mysql_length | ['a', 'b'], mysql_length={'a': 10}
op.create_index('ix', 't', ['a', 'b'], mysql_length={'a': 10})

#: create_index | mysql_length | ['a', 'b'], mysql_length={'b': 5, 'a': 10}, unique=True
op.create_index('ix', 't', ['a', 'b'], mysql_length={'b': 5, 'a': 10}, unique=True)

#: create_index | mysql_prefix | ['a'], mysql_prefix='FULLTEXT'
op.create_index('ix', 't', ['a'], mysql_prefix='FULLTEXT')

#: create_index | mysql_prefix | ['a'], mysql_prefix='SPATIAL', schema='s'
op.create_index('ix', 't', ['a'], mysql_prefix='SPATIAL', schema='s')

#: create_index | mysql_prefix | ['a'], mysql_prefix='FULLTEXT', mysql_with_parser='ngram'
op.create_index('ix', 't', ['a'], mysql_prefix='FULLTEXT', mysql_with_parser='ngram')

#: create_index | mysql_using | ['a'], mysql_using='btree'
op.create_index('ix', 't', ['a'], mysql_using='btree')

#: create_index | mysql_using | ['a'], mysql_using='hash', mysql_length=5
op.create_index('ix', 't', ['a'], mysql_using='hash', mysql_length=5)

#: create_index | mariadb_using | ['a'], mariadb_using='btree', mariadb_length=4
op.create_index('ix', 't', ['a'], mariadb_using='btree', mariadb_length=4)

#: create_index | mariadb_length | ['a'], mariadb_length={'a': 4}, mysql_length={'a': 5}
op.create_index('ix', 't', ['a'], mariadb_length={'a': 4}, mysql_length={'a': 5})

#: create_index | mysql_using | ['a'], mysql_using='BTREE'
op.create_index('ix', 't', ['a'], mysql_using='BTREE')

#: create_index | columns | [sa.text('lower(a)')]
op.create_index('ix', 't', [sa.text('lower(a)')])

#: create_index | columns | [sa.text('(lower(a))')]
op.create_index('ix', 't', [sa.text('(lower(a))')])

#: create_index | columns | [sa.func.lower(sa.column('a'))]
op.create_index('ix', 't', [sa.func.lower(sa.column('a'))])

#: create_index | columns | [sa.column('a') + 1]
op.create_index('ix', 't', [sa.column('a') + 1])

#: create_index | columns | [sa.column('a').desc()]
op.create_index('ix', 't', [sa.column('a').desc()])

#: create_index | columns | [sa.column('a').desc(), 'b']
op.create_index('ix', 't', [sa.column('a').desc(), 'b'])

#: create_index | columns | [sa.text('a DESC')]
op.create_index('ix', 't', [sa.text('a DESC')])

#: create_index | columns | [sa.text('a(10)')]
op.create_index('ix', 't', [sa.text('a(10)')])

#: create_index | columns | [sa.cast(sa.column('a'), sa.String(5))]
op.create_index('ix', 't', [sa.cast(sa.column('a'), sa.String(5))])

#: create_index | columns | [sa.func.lower(sa.column('a')).desc()]
op.create_index('ix', 't', [sa.func.lower(sa.column('a')).desc()])

#: create_index | columns | [-sa.column('a')]
op.create_index('ix', 't', [-sa.column('a')])

#: create_index | if_not_exists | ['a'], if_not_exists=True
op.create_index('ix', 't', ['a'], if_not_exists=True)

#: create_index | postgresql_where | ['a'], postgresql_where=sa.text('a > 1')
op.create_index('ix', 't', ['a'], postgresql_where=sa.text('a > 1'))

#: create_index | columns | [sa.text("(json_extract(a, '$.b'))")]
op.create_index('ix', 't', [sa.text("(json_extract(a, '$.b'))")])

#: create_index | columns | [sa.literal_column('a')]
op.create_index('ix', 't', [sa.literal_column('a')])

#: create_index | columns | [sa.column('a').collate('utf8_bin')]
op.create_index('ix', 't', [sa.column('a').collate('utf8_bin')])

#: create_index | mysql_length | ['a', sa.text('b')], mysql_length={'b': 3}
op.create_index('ix', 't', ['a', sa.text('b')], mysql_length={'b': 3})

#: create_index | mysql_length | ['Mixed'], mysql_length={'Mixed': 3}
op.create_index('ix', 't', ['Mixed'], mysql_length={'Mixed': 3})

#: drop_index | table_name | several
op.drop_index('ix', table_name='t')
op.drop_index('Ix', table_name='order', schema='s')
op.drop_index(op.f('ix_t_a'), table_name='t', mysql_length=10)

#: drop_index | table_name | without
op.drop_index('ix')

#: drop_index | if_exists
op.drop_index('ix', table_name='t', if_exists=True)

#: create_index | index_name | that needs quoting
op.create_index("Ix t", "My Table", ["Group"])

#: create_index | index_name | None
op.create_index(None, "t", ["a", "b"])

#: create_index | index_name | op.f
op.create_index(op.f("ix_t_a"), "t", ["a"])

#: create_index | schema | that needs quoting
op.create_index("ix", "t", ["a"], schema="My Schema")

#: create_index | unique | False
op.create_index("ix", "t", ["a"], unique=False)

#: create_index | unique | in a schema
op.create_index("ix", "t", ["a", "b"], unique=True, schema="s")

#: create_index | if_not_exists | with everything
op.create_index("ix", "t", ["a"], unique=True, if_not_exists=True, schema="s")

#: create_index | columns | a tuple
op.create_index("ix", "t", ("a", "b"))

#: create_index | columns | a literal column
op.create_index("ix", "t", [sa.literal_column("a DESC NULLS LAST")])

#: create_index | columns | order of nulls
op.create_index("ix", "t", [sa.column("a").desc().nulls_last(), sa.column("b").asc()])

#: create_index | columns | text with a percent sign
op.create_index("ix", "t", [sa.text("(a % 5)")])

#: create_index | columns | text with a cast
op.create_index("ix", "t", [sa.text("(a::text)")])

#: create_index | columns | a function of several
op.create_index("ix", "t", [sa.func.coalesce(sa.column("a"), sa.column("b"))])

#: create_index | columns | a JSON path
op.create_index("ix", "t", [sa.text("(data ->> 'k')")])

#: create_index | postgresql_using
op.create_index("ix", "t", ["a"], postgresql_using="gin")

#: create_index | postgresql_using | in capitals
op.create_index("ix", "t", ["a"], postgresql_using="GIN")

#: create_index | postgresql_where | sa.text
op.create_index("ix", "t", ["a"], postgresql_where=sa.text("a > 5 AND b = 'it''s'"))

#: create_index | postgresql_where | str
op.create_index("ix", "t", ["a"], postgresql_where="a IS NOT NULL")

#: create_index | postgresql_where | an expression
op.create_index("ix", "t", ["a"], postgresql_where=sa.column("deleted_at").is_(None))

#: create_index | postgresql_where | several expressions
op.create_index("ix", "t", ["a"], postgresql_where=sa.and_(sa.column("a") > 5, sa.column("b") == "x"))

#: create_index | postgresql_ops
op.create_index("ix", "t", ["a", "b"], postgresql_ops={"a": "text_pattern_ops"})

#: create_index | postgresql_ops | by a label
op.create_index("ix", "t", [sa.func.lower(sa.column("a")).label("low")], postgresql_ops={"low": "text_pattern_ops"})

#: create_index | postgresql_ops | of an expression by its text
op.create_index("ix", "t", [sa.text("lower(a)")], postgresql_ops={"lower(a)": "text_pattern_ops"})

#: create_index | postgresql_with | one
op.create_index("ix", "t", ["a"], postgresql_with={"fillfactor": 50})

#: create_index | postgresql_with | several
op.create_index("ix", "t", ["a"], postgresql_using="hnsw", postgresql_with={"m": 16, "ef_construction": "64"})

#: create_index | postgresql_include
op.create_index("ix", "t", ["a"], postgresql_include=["b", "C"])

#: create_index | postgresql_include | empty
op.create_index("ix", "t", ["a"], postgresql_include=[])

#: create_index | postgresql_concurrently
op.create_index("ix", "t", ["a"], postgresql_concurrently=True)

#: create_index | postgresql_concurrently | in an autocommit block
#= transaction
with op.get_context().autocommit_block():
    op.create_index("ix", "t", ["a"], postgresql_concurrently=True, if_not_exists=True)
op.create_index("iy", "t", ["b"])

#: create_index | postgresql_tablespace
op.create_index("ix", "t", ["a"], postgresql_tablespace="Fast")

#: create_index | postgresql_nulls_not_distinct
op.create_index("ix", "t", ["a"], unique=True, postgresql_nulls_not_distinct=True)

#: create_index | postgresql_nulls_not_distinct | False
op.create_index("ix", "t", ["a"], unique=True, postgresql_nulls_not_distinct=False)

#: create_index | postgresql_using | with everything
op.create_index("ix", "t", ["a"], unique=True, if_not_exists=True, schema="s", postgresql_using="btree", postgresql_concurrently=True, postgresql_ops={"a": "int4_ops"}, postgresql_include=["b"], postgresql_nulls_not_distinct=True, postgresql_with={"fillfactor": 50}, postgresql_tablespace="ts", postgresql_where=sa.text("a > 5"))

#: create_index | sqlite_where | sa.text
op.create_index("ix", "t", ["a"], sqlite_where=sa.text("a > 5"))

#: create_index | sqlite_where | str
op.create_index("ix", "t", ["a"], sqlite_where="a > 5")

#: create_index | sqlite_where | an expression
op.create_index("ix", "t", ["a"], unique=True, sqlite_where=sa.column("a").is_not(None))

#: create_index | mysql_prefix | UNIQUE too
op.create_index("ix", "t", ["a"], unique=True, mysql_prefix="FULLTEXT", mariadb_prefix="FULLTEXT")

#: create_index | mariadb_with_parser
op.create_index("ix", "t", ["a"], mariadb_prefix="FULLTEXT", mariadb_with_parser="ngram")

#: create_index | mssql_include
op.create_index("ix", "t", ["a"], mssql_include=["b"], mssql_clustered=True, mssql_where=sa.text("a > 1"))

#: create_index | oracle_bitmap
op.create_index("ix", "t", ["a"], oracle_bitmap=True)

#: create_index | quote
op.create_index("ix", "t", ["a"], quote=True)

#: create_index | info
op.create_index("ix", "t", ["a"], info={"a": 1})

#: drop_index | schema
op.drop_index("ix", table_name="t", schema="s")

#: drop_index | schema | without a table
op.drop_index("ix", schema="s")

#: drop_index | index_name | that needs quoting
op.drop_index("Ix t", table_name="My Table")

#: drop_index | if_exists | False
op.drop_index("ix", table_name="t", if_exists=False)

#: drop_index | if_exists | in a schema
op.drop_index("ix", table_name="t", schema="s", if_exists=True)

#: drop_index | table_name | by position
op.drop_index("ix", "t")

#: drop_index | postgresql_concurrently
op.drop_index("ix", table_name="t", postgresql_concurrently=True)

#: drop_index | postgresql_concurrently | if it is there
op.drop_index("ix", table_name="t", schema="s", postgresql_concurrently=True, if_exists=True)

#: drop_index | postgresql_where
op.drop_index("ix", table_name="t", postgresql_where=sa.text("a > 1"), postgresql_using="gin")
