--: alter_column | nullable | nullable=False, existing_type=sa.Integer()
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | nullable | nullable=True, existing_type=mysql.INTEGER(11)
ALTER TABLE t ALTER COLUMN c DROP NOT NULL;

--: alter_column | nullable | nullable=False
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | type_ | type_=sa.BigInteger()
ALTER TABLE t ALTER COLUMN c TYPE BIGINT;

--: alter_column | type_ | type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False
ALTER TABLE t ALTER COLUMN c TYPE BIGINT;

--: alter_column | type_ | type_=sa.String(20), existing_type=sa.String(10), existing_server_default='x', existing_comment='c', existing_nullable=False
ALTER TABLE t ALTER COLUMN c TYPE VARCHAR(20);

--: alter_column | server_default | server_default='5'
ALTER TABLE t ALTER COLUMN c SET DEFAULT '5';

--: alter_column | server_default | server_default='5', existing_type=sa.Integer(), existing_nullable=False
ALTER TABLE t ALTER COLUMN c SET DEFAULT '5';

--: alter_column | server_default | server_default=None
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;

--: alter_column | server_default | server_default=None, existing_type=sa.DateTime()
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;

--: alter_column | server_default | server_default=sa.text('5')
ALTER TABLE t ALTER COLUMN c SET DEFAULT 5;

--: alter_column | server_default | server_default=sa.text('(uuid())')
ALTER TABLE t ALTER COLUMN c SET DEFAULT (uuid());

--: alter_column | server_default | server_default=sa.text('uuid()')
ALTER TABLE t ALTER COLUMN c SET DEFAULT uuid();

--: alter_column | server_default | server_default=sa.func.now(), existing_type=sa.DateTime()
ALTER TABLE t ALTER COLUMN c SET DEFAULT now();

--: alter_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP'), existing_type=sa.TIMESTAMP(), existing_nullable=False
ALTER TABLE t ALTER COLUMN c SET DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;

--: alter_column | server_default | server_default=sa.func.now()
ALTER TABLE t ALTER COLUMN c SET DEFAULT now();

--: alter_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP(6)'), existing_type=mysql.DATETIME(fsp=6)
ALTER TABLE t ALTER COLUMN c SET DEFAULT CURRENT_TIMESTAMP(6);

--: alter_column | existing_type | existing_type=sa.DateTime()


--: alter_column | nullable | nullable=False, existing_type=sa.DateTime(), existing_server_default=sa.text('now()')
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | nullable | nullable=False, existing_type=sa.Date(), existing_server_default=sa.text('curdate()')
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | existing_type | existing_type=sa.Integer()


--: alter_column | comment | comment='noted', existing_type=sa.Integer()
COMMENT ON COLUMN t.c IS 'noted';

--: alter_column | comment | comment="it's 100% \\ x", existing_type=sa.Integer(), existing_comment='y'
COMMENT ON COLUMN t.c IS 'it''s 100% \ x';

--: alter_column | comment | comment=None, existing_type=sa.Integer(), existing_comment='y'
COMMENT ON COLUMN t.c IS NULL;

--: alter_column | comment | comment=None, existing_type=sa.Integer()
COMMENT ON COLUMN t.c IS NULL;

--: alter_column | new_column_name | new_column_name='d', existing_type=sa.Integer()
ALTER TABLE t RENAME c TO d;

--: alter_column | new_column_name | new_column_name='key', existing_type=sa.String(5), existing_nullable=False, existing_server_default='x', existing_comment='c'
ALTER TABLE t RENAME c TO key;

--: alter_column | new_column_name | new_column_name='d'
ALTER TABLE t RENAME c TO d;

--: alter_column | new_column_name | new_column_name='d', type_=sa.Text()
ALTER TABLE t ALTER COLUMN c TYPE TEXT;

ALTER TABLE t RENAME c TO d;

--: alter_column | new_column_name | new_column_name='c', existing_type=sa.Integer(), nullable=False
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

ALTER TABLE t RENAME c TO c;

--: alter_column | autoincrement | autoincrement=True, existing_type=sa.Integer(), existing_nullable=False


--: alter_column | autoincrement | autoincrement=False, existing_type=sa.Integer(), existing_autoincrement=True, nullable=False
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | existing_autoincrement | existing_autoincrement=True, type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False
ALTER TABLE t ALTER COLUMN c TYPE BIGINT;

--: alter_column | nullable | nullable=False, server_default='x', type_=sa.String(5), comment='c', new_column_name='d', schema='s'
ALTER TABLE s.t ALTER COLUMN c TYPE VARCHAR(5);

ALTER TABLE s.t ALTER COLUMN c SET NOT NULL;

ALTER TABLE s.t ALTER COLUMN c SET DEFAULT 'x';

COMMENT ON COLUMN s.t.c IS 'c';

ALTER TABLE s.t RENAME c TO d;

--: alter_column | server_default | server_default=sa.true(), existing_type=sa.Boolean()
ALTER TABLE t ALTER COLUMN c SET DEFAULT true;

--: alter_column | server_default | server_default=sa.false(), existing_type=mysql.TINYINT(1), nullable=False
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

ALTER TABLE t ALTER COLUMN c SET DEFAULT false;

--: alter_column | type_ | type_=sa.Enum('a', "b'", name='e'), existing_type=sa.String(5)
ALTER TABLE t ALTER COLUMN c TYPE e;

--: alter_column | type_ | type_=sa.Boolean(create_constraint=True, name='new'), existing_type=sa.Boolean(create_constraint=True, name='old')
ALTER TABLE t ALTER COLUMN c TYPE BOOLEAN;

--: alter_column | type_ | type_=mysql.VARCHAR(5, charset='utf8', collation='utf8_bin'), existing_type=sa.Text()
ALTER TABLE t ALTER COLUMN c TYPE VARCHAR(5) COLLATE utf8_bin;

--: alter_column | type_ | type_=sa.String(), existing_type=sa.Text()
ALTER TABLE t ALTER COLUMN c TYPE VARCHAR;

--: alter_column | server_default | server_default=sa.Computed('a'), existing_type=sa.Integer()
ERROR CompileError

--: alter_column | server_default | server_default=None, existing_server_default=sa.Computed('a'), existing_type=sa.Integer()
ERROR CompileError

--: alter_column | server_default | server_default=sa.Identity(), existing_type=sa.Integer()
ALTER TABLE t ALTER COLUMN c ADD GENERATED BY DEFAULT AS IDENTITY;

--: alter_column | existing_server_default | existing_server_default='x', existing_type=sa.String(5), type_=sa.String(6)
ALTER TABLE t ALTER COLUMN c TYPE VARCHAR(6);

--: alter_column | existing_server_default | existing_server_default=False, existing_type=sa.String(5), nullable=False
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | existing_server_default | existing_server_default=None, existing_type=sa.String(5), nullable=False
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | server_default | server_default='a\\b', existing_type=sa.String(5)
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'a\b';

--: alter_column | server_default | server_default=sa.text('now()'), type_=sa.DateTime(), existing_type=sa.Date()
ALTER TABLE t ALTER COLUMN c TYPE TIMESTAMP WITHOUT TIME ZONE;

ALTER TABLE t ALTER COLUMN c SET DEFAULT now();

--: alter_column | nullable | nullable=True, existing_type=sa.Interval()
ALTER TABLE t ALTER COLUMN c DROP NOT NULL;

--: alter_column | server_default | server_default='x', existing_type=mysql.TIMESTAMP(fsp=3)
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'x';

--: alter_column | server_default | server_default='x', existing_type=sa.Time()
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'x';
