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
