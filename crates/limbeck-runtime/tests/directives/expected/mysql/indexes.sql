--: create_index | columns | ['a']
CREATE INDEX ix ON t (a);

--: create_index | columns | ['a', 'order']
CREATE INDEX ix ON t (a, `order`);

--: create_index | unique | ['a'], unique=True
CREATE UNIQUE INDEX ix ON t (a);

--: create_index | schema | ['a'], schema='s'
CREATE INDEX ix ON s.t (a);

--: create_index | mysql_length | ['a'], mysql_length=10
CREATE INDEX ix ON t (a(10));

--: create_index | mysql_length | ['a', 'b'], mysql_length={'a': 10}
CREATE INDEX ix ON t (a(10), b);

--: create_index | mysql_length | ['a', 'b'], mysql_length={'b': 5, 'a': 10}, unique=True
CREATE UNIQUE INDEX ix ON t (a(10), b(5));

--: create_index | mysql_prefix | ['a'], mysql_prefix='FULLTEXT'
CREATE FULLTEXT INDEX ix ON t (a);

--: create_index | mysql_prefix | ['a'], mysql_prefix='SPATIAL', schema='s'
CREATE SPATIAL INDEX ix ON s.t (a);

--: create_index | mysql_prefix | ['a'], mysql_prefix='FULLTEXT', mysql_with_parser='ngram'
CREATE FULLTEXT INDEX ix ON t (a) WITH PARSER ngram;

--: create_index | mysql_using | ['a'], mysql_using='btree'
CREATE INDEX ix ON t (a) USING btree;

--: create_index | mysql_using | ['a'], mysql_using='hash', mysql_length=5
CREATE INDEX ix ON t (a(5)) USING hash;

--: create_index | mariadb_using | ['a'], mariadb_using='btree', mariadb_length=4
CREATE INDEX ix ON t (a);

--: create_index | mariadb_length | ['a'], mariadb_length={'a': 4}, mysql_length={'a': 5}
CREATE INDEX ix ON t (a(5));

--: create_index | mysql_using | ['a'], mysql_using='BTREE'
CREATE INDEX ix ON t (a) USING `BTREE`;

--: create_index | columns | [sa.text('lower(a)')]
CREATE INDEX ix ON t (lower(a));

--: create_index | columns | [sa.text('(lower(a))')]
CREATE INDEX ix ON t ((lower(a)));

--: create_index | columns | [sa.func.lower(sa.column('a'))]
CREATE INDEX ix ON t ((lower(a)));

--: create_index | columns | [sa.column('a') + 1]
CREATE INDEX ix ON t ((a + 1));

--: create_index | columns | [sa.column('a').desc()]
CREATE INDEX ix ON t (a DESC);

--: create_index | columns | [sa.column('a').desc(), 'b']
CREATE INDEX ix ON t (a DESC, b);

--: create_index | columns | [sa.text('a DESC')]
CREATE INDEX ix ON t (a DESC);

--: create_index | columns | [sa.text('a(10)')]
CREATE INDEX ix ON t (a(10));

--: create_index | columns | [sa.cast(sa.column('a'), sa.String(5))]
CREATE INDEX ix ON t (CAST(a AS CHAR(5)));

--: create_index | columns | [sa.func.lower(sa.column('a')).desc()]
CREATE INDEX ix ON t (lower(a) DESC);

--: create_index | columns | [-sa.column('a')]
CREATE INDEX ix ON t ((-a));

--: create_index | if_not_exists | ['a'], if_not_exists=True
CREATE INDEX IF NOT EXISTS ix ON t (a);

--: create_index | postgresql_where | ['a'], postgresql_where=sa.text('a > 1')
CREATE INDEX ix ON t (a);

--: create_index | columns | [sa.text("(json_extract(a, '$.b'))")]
CREATE INDEX ix ON t ((json_extract(a, '$.b')));

--: create_index | columns | [sa.literal_column('a')]
CREATE INDEX ix ON t (a);

--: create_index | columns | [sa.column('a').collate('utf8_bin')]
CREATE INDEX ix ON t ((a COLLATE utf8_bin));

--: create_index | mysql_length | ['a', sa.text('b')], mysql_length={'b': 3}
ERROR AttributeError

--: create_index | mysql_length | ['Mixed'], mysql_length={'Mixed': 3}
CREATE INDEX ix ON t (`Mixed`(3));

--: drop_index | table_name | several
DROP INDEX ix ON t;

DROP INDEX `Ix` ON s.`order`;

DROP INDEX ix_t_a ON t;

--: drop_index | table_name | without
DROP INDEX ix ON no_table;

--: drop_index | if_exists
DROP INDEX IF EXISTS ix ON t;
