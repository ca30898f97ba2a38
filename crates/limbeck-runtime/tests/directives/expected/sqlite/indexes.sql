--: create_index | columns | ['a']
CREATE INDEX ix ON t (a);

--: create_index | columns | ['a', 'order']
CREATE INDEX ix ON t (a, "order");

--: create_index | unique | ['a'], unique=True
CREATE UNIQUE INDEX ix ON t (a);

--: create_index | schema | ['a'], schema='s'
CREATE INDEX s.ix ON t (a);

--: create_index | mysql_length | ['a'], mysql_length=10
CREATE INDEX ix ON t (a);

--: create_index | mysql_length | ['a', 'b'], mysql_length={'a': 10}
CREATE INDEX ix ON t (a, b);

--: create_index | mysql_length | ['a', 'b'], mysql_length={'b': 5, 'a': 10}, unique=True
CREATE UNIQUE INDEX ix ON t (a, b);

--: create_index | mysql_prefix | ['a'], mysql_prefix='FULLTEXT'
CREATE INDEX ix ON t (a);

--: create_index | mysql_prefix | ['a'], mysql_prefix='SPATIAL', schema='s'
CREATE INDEX s.ix ON t (a);

--: create_index | mysql_prefix | ['a'], mysql_prefix='FULLTEXT', mysql_with_parser='ngram'
CREATE INDEX ix ON t (a);

--: create_index | mysql_using | ['a'], mysql_using='btree'
CREATE INDEX ix ON t (a);

--: create_index | mysql_using | ['a'], mysql_using='hash', mysql_length=5
CREATE INDEX ix ON t (a);

--: create_index | mariadb_using | ['a'], mariadb_using='btree', mariadb_length=4
CREATE INDEX ix ON t (a);

--: create_index | mariadb_length | ['a'], mariadb_length={'a': 4}, mysql_length={'a': 5}
CREATE INDEX ix ON t (a);

--: create_index | mysql_using | ['a'], mysql_using='BTREE'
CREATE INDEX ix ON t (a);

--: create_index | columns | [sa.text('lower(a)')]
CREATE INDEX ix ON t (lower(a));

--: create_index | columns | [sa.text('(lower(a))')]
CREATE INDEX ix ON t ((lower(a)));

--: create_index | columns | [sa.func.lower(sa.column('a'))]
CREATE INDEX ix ON t (lower(a));

--: create_index | columns | [sa.column('a') + 1]
CREATE INDEX ix ON t (a + 1);

--: create_index | columns | [sa.column('a').desc()]
CREATE INDEX ix ON t (a DESC);

--: create_index | columns | [sa.column('a').desc(), 'b']
CREATE INDEX ix ON t (a DESC, b);

--: create_index | columns | [sa.text('a DESC')]
CREATE INDEX ix ON t (a DESC);

--: create_index | columns | [sa.text('a(10)')]
CREATE INDEX ix ON t (a(10));

--: create_index | columns | [sa.cast(sa.column('a'), sa.String(5))]
CREATE INDEX ix ON t (CAST(a AS VARCHAR(5)));

--: create_index | columns | [sa.func.lower(sa.column('a')).desc()]
CREATE INDEX ix ON t (lower(a) DESC);

--: create_index | columns | [-sa.column('a')]
CREATE INDEX ix ON t (-a);

--: create_index | if_not_exists | ['a'], if_not_exists=True
CREATE INDEX IF NOT EXISTS ix ON t (a);

--: create_index | postgresql_where | ['a'], postgresql_where=sa.text('a > 1')
CREATE INDEX ix ON t (a);

--: create_index | columns | [sa.text("(json_extract(a, '$.b'))")]
CREATE INDEX ix ON t ((json_extract(a, '$.b')));

--: create_index | columns | [sa.literal_column('a')]
CREATE INDEX ix ON t (a);

--: create_index | columns | [sa.column('a').collate('utf8_bin')]
CREATE INDEX ix ON t (a COLLATE utf8_bin);

--: create_index | mysql_length | ['a', sa.text('b')], mysql_length={'b': 3}
CREATE INDEX ix ON t (a, b);

--: create_index | mysql_length | ['Mixed'], mysql_length={'Mixed': 3}
CREATE INDEX ix ON t ("Mixed");

--: drop_index | table_name | several
DROP INDEX ix;

DROP INDEX s."Ix";

DROP INDEX ix_t_a;

--: drop_index | table_name | without
DROP INDEX ix;

--: drop_index | if_exists
DROP INDEX IF EXISTS ix;

--: create_index | index_name | that needs quoting
CREATE INDEX "Ix t" ON "My Table" ("Group");

--: create_index | index_name | None
CREATE INDEX ix_t_a ON t (a, b);

--: create_index | index_name | op.f
CREATE INDEX ix_t_a ON t (a);

--: create_index | schema | that needs quoting
CREATE INDEX "My Schema".ix ON t (a);

--: create_index | unique | False
CREATE INDEX ix ON t (a);

--: create_index | unique | in a schema
CREATE UNIQUE INDEX s.ix ON t (a, b);

--: create_index | if_not_exists | with everything
CREATE UNIQUE INDEX IF NOT EXISTS s.ix ON t (a);

--: create_index | columns | a tuple
CREATE INDEX ix ON t (a, b);

--: create_index | columns | a literal column
CREATE INDEX ix ON t (a DESC NULLS LAST);

--: create_index | columns | order of nulls
CREATE INDEX ix ON t (a DESC NULLS LAST, b ASC);

--: create_index | columns | text with a percent sign
CREATE INDEX ix ON t ((a % 5));

--: create_index | columns | text with a cast
CREATE INDEX ix ON t ((a::text));

--: create_index | columns | a function of several
CREATE INDEX ix ON t (coalesce(a, b));

--: create_index | columns | a JSON path
CREATE INDEX ix ON t ((data ->> 'k'));

--: create_index | postgresql_using
CREATE INDEX ix ON t (a);

--: create_index | postgresql_using | in capitals
CREATE INDEX ix ON t (a);

--: create_index | postgresql_where | sa.text
CREATE INDEX ix ON t (a);

--: create_index | postgresql_where | str
CREATE INDEX ix ON t (a);

--: create_index | postgresql_where | an expression
CREATE INDEX ix ON t (a);

--: create_index | postgresql_where | several expressions
CREATE INDEX ix ON t (a);

--: create_index | postgresql_ops
CREATE INDEX ix ON t (a, b);

--: create_index | postgresql_ops | by a label
CREATE INDEX ix ON t (lower(a));

--: create_index | postgresql_ops | of an expression by its text
CREATE INDEX ix ON t (lower(a));

--: create_index | postgresql_with | one
CREATE INDEX ix ON t (a);

--: create_index | postgresql_with | several
CREATE INDEX ix ON t (a);

--: create_index | postgresql_include
CREATE INDEX ix ON t (a);

--: create_index | postgresql_include | empty
CREATE INDEX ix ON t (a);

--: create_index | postgresql_concurrently
CREATE INDEX ix ON t (a);

--: create_index | postgresql_concurrently | in an autocommit block
CREATE INDEX IF NOT EXISTS ix ON t (a);

CREATE INDEX iy ON t (b);

--: create_index | postgresql_tablespace
CREATE INDEX ix ON t (a);

--: create_index | postgresql_nulls_not_distinct
CREATE UNIQUE INDEX ix ON t (a);

--: create_index | postgresql_nulls_not_distinct | False
CREATE UNIQUE INDEX ix ON t (a);

--: create_index | postgresql_using | with everything
CREATE UNIQUE INDEX IF NOT EXISTS s.ix ON t (a);

--: create_index | sqlite_where | sa.text
CREATE INDEX ix ON t (a) WHERE a > 5;

--: create_index | sqlite_where | str
ERROR AttributeError

--: create_index | sqlite_where | an expression
CREATE UNIQUE INDEX ix ON t (a) WHERE a IS NOT NULL;

--: create_index | mysql_prefix | UNIQUE too
CREATE UNIQUE INDEX ix ON t (a);

--: create_index | mariadb_with_parser
CREATE INDEX ix ON t (a);

--: create_index | mssql_include
CREATE INDEX ix ON t (a);

--: create_index | oracle_bitmap
CREATE INDEX ix ON t (a);

--: create_index | quote
CREATE INDEX "ix" ON t (a);

--: create_index | info
CREATE INDEX ix ON t (a);

--: drop_index | schema
DROP INDEX s.ix;

--: drop_index | schema | without a table
DROP INDEX s.ix;

--: drop_index | index_name | that needs quoting
DROP INDEX "Ix t";

--: drop_index | if_exists | False
DROP INDEX ix;

--: drop_index | if_exists | in a schema
DROP INDEX IF EXISTS s.ix;

--: drop_index | table_name | by position
DROP INDEX ix;

--: drop_index | postgresql_concurrently
DROP INDEX ix;

--: drop_index | postgresql_concurrently | if it is there
DROP INDEX IF EXISTS s.ix;

--: drop_index | postgresql_where
DROP INDEX ix;
