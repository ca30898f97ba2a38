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

--: alter_column | column_name | nothing to change


--: alter_column | column_name | nothing to change, with what is there


--: alter_column | nullable | True
ALTER TABLE t ALTER COLUMN c DROP NOT NULL;

--: alter_column | nullable | in a schema
ALTER TABLE s.t ALTER COLUMN c SET NOT NULL;

--: alter_column | schema | that needs quoting
ALTER TABLE "Order"."Table" ALTER COLUMN "Column" SET NOT NULL;

--: alter_column | comment | with a type
COMMENT ON COLUMN t.c IS 'it''s';

--: alter_column | comment | False
ALTER TABLE t ALTER COLUMN c DROP NOT NULL;

--: alter_column | comment | empty
COMMENT ON COLUMN t.c IS '';

--: alter_column | comment | in a schema
COMMENT ON COLUMN s.t.c IS 'x';

--: alter_column | server_default | False
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | server_default | an expression
ALTER TABLE t ALTER COLUMN c SET DEFAULT (1 + 1);

--: alter_column | server_default | a literal with a quote
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'it''s';

--: alter_column | server_default | sa.DefaultClause
ALTER TABLE t ALTER COLUMN c SET DEFAULT '5';

--: alter_column | server_default | sa.null
ALTER TABLE t ALTER COLUMN c SET DEFAULT NULL;

--: alter_column | server_default | sa.Identity, always
ALTER TABLE t ALTER COLUMN c ADD GENERATED ALWAYS AS IDENTITY (START WITH 3);

--: alter_column | server_default | sa.Identity taken away
ALTER TABLE t ALTER COLUMN c DROP IDENTITY;

--: alter_column | server_default | sa.Identity changed
ALTER TABLE t ALTER COLUMN c SET GENERATED ALWAYS SET INCREMENT BY 7;

--: alter_column | server_default | sa.Identity that does not change
ALTER TABLE t ALTER COLUMN c;

--: alter_column | server_default | sa.Identity, every argument changed
ALTER TABLE t ALTER COLUMN c SET GENERATED BY DEFAULT SET CACHE 4 SET CYCLE SET INCREMENT BY 3 SET MAXVALUE 99 SET MINVALUE 1 SET START WITH 2;

--: alter_column | server_default | sa.Identity for a default
ERROR AssertionError

--: alter_column | server_default | sa.Computed for a default
ERROR CompileError

--: alter_column | new_column_name | that needs quoting
ALTER TABLE t RENAME c TO "New Name";

--: alter_column | new_column_name | in a schema
ALTER TABLE s.t RENAME c TO d;

--: alter_column | new_column_name | with everything else
ALTER TABLE t ALTER COLUMN c TYPE BIGINT;

ALTER TABLE t ALTER COLUMN c SET NOT NULL;

ALTER TABLE t ALTER COLUMN c SET DEFAULT '1';

COMMENT ON COLUMN t.c IS 'x';

ALTER TABLE t RENAME c TO d;

--: alter_column | type_ | in a schema
ALTER TABLE s.t ALTER COLUMN c TYPE TEXT;

--: alter_column | type_ | with a collation
ALTER TABLE t ALTER COLUMN c TYPE VARCHAR(5) COLLATE "C";

--: alter_column | type_ | an array
ALTER TABLE t ALTER COLUMN c TYPE TEXT[];

--: alter_column | type_ | a native enum
ALTER TABLE t ALTER COLUMN c TYPE e USING c::e;

--: alter_column | type_ | a boolean for a number
ALTER TABLE t ALTER COLUMN c TYPE BOOLEAN USING c = 1;

--: alter_column | type_ | a checked enum for text
ALTER TABLE t ALTER COLUMN c TYPE VARCHAR(1);

ALTER TABLE t ADD CONSTRAINT ck CHECK (c IN ('x', 'y'));

--: alter_column | type_ | text for a checked enum
ALTER TABLE t DROP CONSTRAINT ck;

ALTER TABLE t ALTER COLUMN c TYPE VARCHAR(5);

--: alter_column | type_ | a check without a name
ALTER TABLE t ALTER COLUMN c TYPE BOOLEAN;

--: alter_column | type_ | text for a check without a name
ALTER TABLE t ALTER COLUMN c TYPE INTEGER;

--: alter_column | type_ | a class
ALTER TABLE t ALTER COLUMN c TYPE TEXT;

--: alter_column | type_ | a TypeDecorator's name by module
ALTER TABLE t ALTER COLUMN c TYPE JSONB;

--: alter_column | existing_type | alone, with a check
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | existing_nullable | True
ALTER TABLE t ALTER COLUMN c TYPE INTEGER;

--: alter_column | existing_comment
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | existing_server_default | text
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | existing_server_default | False
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | autoincrement | in a schema


--: alter_column | autoincrement | False


--: alter_column | existing_autoincrement
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

--: alter_column | postgresql_using
ALTER TABLE t ALTER COLUMN c TYPE INTEGER USING c::integer;

--: alter_column | postgresql_using | in a schema, with a percent sign
ALTER TABLE s.t ALTER COLUMN c TYPE INTEGER USING c::integer % 5;

--: alter_column | postgresql_using | None
ALTER TABLE t ALTER COLUMN c TYPE INTEGER;

--: alter_column | mssql_drop_default
ALTER TABLE t ALTER COLUMN c SET NOT NULL;
