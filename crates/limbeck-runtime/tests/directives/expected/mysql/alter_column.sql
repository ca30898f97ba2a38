--: alter_column | nullable | nullable=False, existing_type=sa.Integer()
ALTER TABLE t MODIFY c INTEGER NOT NULL;

--: alter_column | nullable | nullable=True, existing_type=mysql.INTEGER(11)
ALTER TABLE t MODIFY c INTEGER(11) NULL;

--: alter_column | nullable | nullable=False
ERROR CommandError

--: alter_column | type_ | type_=sa.BigInteger()
ALTER TABLE t MODIFY c BIGINT NULL;

--: alter_column | type_ | type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False
ALTER TABLE t MODIFY c BIGINT NOT NULL;

--: alter_column | type_ | type_=sa.String(20), existing_type=sa.String(10), existing_server_default='x', existing_comment='c', existing_nullable=False
ALTER TABLE t MODIFY c VARCHAR(20) NOT NULL DEFAULT 'x' COMMENT 'c';

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
ALTER TABLE t CHANGE c c DATETIME NULL DEFAULT now();

--: alter_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP'), existing_type=sa.TIMESTAMP(), existing_nullable=False
ALTER TABLE t CHANGE c c TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;

--: alter_column | server_default | server_default=sa.func.now()
ALTER TABLE t ALTER COLUMN c SET DEFAULT now();

--: alter_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP(6)'), existing_type=mysql.DATETIME(fsp=6)
ALTER TABLE t CHANGE c c DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6);

--: alter_column | existing_type | existing_type=sa.DateTime()
ALTER TABLE t CHANGE c c DATETIME NULL;

--: alter_column | nullable | nullable=False, existing_type=sa.DateTime(), existing_server_default=sa.text('now()')
ALTER TABLE t CHANGE c c DATETIME NOT NULL DEFAULT now();

--: alter_column | nullable | nullable=False, existing_type=sa.Date(), existing_server_default=sa.text('curdate()')
ALTER TABLE t MODIFY c DATE NOT NULL DEFAULT curdate();

--: alter_column | existing_type | existing_type=sa.Integer()


--: alter_column | comment | comment='noted', existing_type=sa.Integer()
ALTER TABLE t MODIFY c INTEGER NULL COMMENT 'noted';

--: alter_column | comment | comment="it's 100% \\ x", existing_type=sa.Integer(), existing_comment='y'
ALTER TABLE t MODIFY c INTEGER NULL COMMENT 'it''s 100% \\ x';

--: alter_column | comment | comment=None, existing_type=sa.Integer(), existing_comment='y'
ALTER TABLE t MODIFY c INTEGER NULL;

--: alter_column | comment | comment=None, existing_type=sa.Integer()
ALTER TABLE t MODIFY c INTEGER NULL;

--: alter_column | new_column_name | new_column_name='d', existing_type=sa.Integer()
ALTER TABLE t CHANGE c d INTEGER NULL;

--: alter_column | new_column_name | new_column_name='key', existing_type=sa.String(5), existing_nullable=False, existing_server_default='x', existing_comment='c'
ALTER TABLE t CHANGE c `key` VARCHAR(5) NOT NULL DEFAULT 'x' COMMENT 'c';

--: alter_column | new_column_name | new_column_name='d'
ERROR CommandError

--: alter_column | new_column_name | new_column_name='d', type_=sa.Text()
ALTER TABLE t CHANGE c d TEXT NULL;

--: alter_column | new_column_name | new_column_name='c', existing_type=sa.Integer(), nullable=False
ALTER TABLE t CHANGE c c INTEGER NOT NULL;

--: alter_column | autoincrement | autoincrement=True, existing_type=sa.Integer(), existing_nullable=False
ALTER TABLE t MODIFY c INTEGER NOT NULL AUTO_INCREMENT;

--: alter_column | autoincrement | autoincrement=False, existing_type=sa.Integer(), existing_autoincrement=True, nullable=False
ALTER TABLE t MODIFY c INTEGER NOT NULL;

--: alter_column | existing_autoincrement | existing_autoincrement=True, type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False
ALTER TABLE t MODIFY c BIGINT NOT NULL AUTO_INCREMENT;

--: alter_column | nullable | nullable=False, server_default='x', type_=sa.String(5), comment='c', new_column_name='d', schema='s'
ALTER TABLE s.t CHANGE c d VARCHAR(5) NOT NULL DEFAULT 'x' COMMENT 'c';

--: alter_column | server_default | server_default=sa.true(), existing_type=sa.Boolean()
ALTER TABLE t ALTER COLUMN c SET DEFAULT true;

--: alter_column | server_default | server_default=sa.false(), existing_type=mysql.TINYINT(1), nullable=False
ALTER TABLE t MODIFY c TINYINT(1) NOT NULL DEFAULT false;

--: alter_column | type_ | type_=sa.Enum('a', "b'", name='e'), existing_type=sa.String(5)
ALTER TABLE t MODIFY c ENUM('a','b''') NULL;

--: alter_column | type_ | type_=sa.Boolean(create_constraint=True, name='new'), existing_type=sa.Boolean(create_constraint=True, name='old')
ALTER TABLE t MODIFY c BOOL NULL;

ALTER TABLE t ADD CONSTRAINT new CHECK (c IN (0, 1));

--: alter_column | type_ | type_=mysql.VARCHAR(5, charset='utf8', collation='utf8_bin'), existing_type=sa.Text()
ALTER TABLE t MODIFY c VARCHAR(5) CHARACTER SET utf8 COLLATE utf8_bin NULL;

--: alter_column | type_ | type_=sa.String(), existing_type=sa.Text()
ERROR CompileError

--: alter_column | server_default | server_default=sa.Computed('a'), existing_type=sa.Integer()
ERROR CompileError

--: alter_column | server_default | server_default=None, existing_server_default=sa.Computed('a'), existing_type=sa.Integer()
ERROR CompileError

--: alter_column | server_default | server_default=sa.Identity(), existing_type=sa.Integer()
ERROR CompileError

--: alter_column | existing_server_default | existing_server_default='x', existing_type=sa.String(5), type_=sa.String(6)
ALTER TABLE t MODIFY c VARCHAR(6) NULL DEFAULT 'x';

--: alter_column | existing_server_default | existing_server_default=False, existing_type=sa.String(5), nullable=False
ALTER TABLE t MODIFY c VARCHAR(5) NOT NULL;

--: alter_column | existing_server_default | existing_server_default=None, existing_type=sa.String(5), nullable=False
ALTER TABLE t MODIFY c VARCHAR(5) NOT NULL;

--: alter_column | server_default | server_default='a\\b', existing_type=sa.String(5)
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'a\\b';

--: alter_column | server_default | server_default=sa.text('now()'), type_=sa.DateTime(), existing_type=sa.Date()
ALTER TABLE t CHANGE c c DATETIME NULL DEFAULT now();

--: alter_column | nullable | nullable=True, existing_type=sa.Interval()
ALTER TABLE t MODIFY c DATETIME NULL;

--: alter_column | server_default | server_default='x', existing_type=mysql.TIMESTAMP(fsp=3)
ALTER TABLE t CHANGE c c TIMESTAMP(3) NULL DEFAULT 'x';

--: alter_column | server_default | server_default='x', existing_type=sa.Time()
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'x';

--: alter_column | column_name | nothing to change


--: alter_column | column_name | nothing to change, with what is there


--: alter_column | nullable | True
ALTER TABLE t MODIFY c VARCHAR(5) NULL;

--: alter_column | nullable | in a schema
ALTER TABLE s.t MODIFY c VARCHAR(5) NOT NULL;

--: alter_column | schema | that needs quoting
ALTER TABLE `Order`.`Table` MODIFY `Column` VARCHAR(5) NOT NULL;

--: alter_column | comment | with a type
ALTER TABLE t MODIFY c VARCHAR(5) NULL COMMENT 'it''s';

--: alter_column | comment | False
ALTER TABLE t MODIFY c VARCHAR(5) NULL;

--: alter_column | comment | empty
ALTER TABLE t MODIFY c VARCHAR(5) NULL COMMENT '';

--: alter_column | comment | in a schema
ALTER TABLE s.t MODIFY c VARCHAR(5) NULL COMMENT 'x';

--: alter_column | server_default | False
ALTER TABLE t MODIFY c INTEGER NOT NULL;

--: alter_column | server_default | an expression
ALTER TABLE t ALTER COLUMN c SET DEFAULT (1 + 1);

--: alter_column | server_default | a literal with a quote
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'it''s';

--: alter_column | server_default | sa.DefaultClause
ALTER TABLE t ALTER COLUMN c SET DEFAULT '5';

--: alter_column | server_default | sa.null
ALTER TABLE t ALTER COLUMN c SET DEFAULT NULL;

--: alter_column | server_default | sa.Identity, always
ERROR CompileError

--: alter_column | server_default | sa.Identity taken away
ERROR CompileError

--: alter_column | server_default | sa.Identity changed
ERROR CompileError

--: alter_column | server_default | sa.Identity that does not change
ERROR CompileError

--: alter_column | server_default | sa.Identity, every argument changed
ERROR CompileError

--: alter_column | server_default | sa.Identity for a default
ERROR CompileError

--: alter_column | server_default | sa.Computed for a default
ERROR CompileError

--: alter_column | new_column_name | that needs quoting
ALTER TABLE t CHANGE c `New Name` INTEGER NULL;

--: alter_column | new_column_name | in a schema
ALTER TABLE s.t CHANGE c d INTEGER NULL;

--: alter_column | new_column_name | with everything else
ALTER TABLE t CHANGE c d BIGINT NOT NULL DEFAULT '1' COMMENT 'x';

--: alter_column | type_ | in a schema
ALTER TABLE s.t MODIFY c TEXT NULL;

--: alter_column | type_ | with a collation
ALTER TABLE t MODIFY c VARCHAR(5) COLLATE C NULL;

--: alter_column | type_ | an array
ERROR UnsupportedCompilationError

--: alter_column | type_ | a native enum
ALTER TABLE t MODIFY c ENUM('x','y') NULL;

--: alter_column | type_ | a boolean for a number
ALTER TABLE t MODIFY c BOOL NULL;

--: alter_column | type_ | a checked enum for text
ALTER TABLE t MODIFY c VARCHAR(1) NULL;

ALTER TABLE t ADD CONSTRAINT ck CHECK (c IN ('x', 'y'));

--: alter_column | type_ | text for a checked enum
ALTER TABLE t MODIFY c VARCHAR(5) NULL;

--: alter_column | type_ | a check without a name
ALTER TABLE t MODIFY c BOOL NULL;

ALTER TABLE t ADD CHECK (c IN (0, 1));

--: alter_column | type_ | text for a check without a name
ALTER TABLE t MODIFY c INTEGER NULL;

--: alter_column | type_ | a class
ALTER TABLE t MODIFY c TEXT NULL;

--: alter_column | type_ | a TypeDecorator's name by module
ALTER TABLE t MODIFY c JSON NULL;

--: alter_column | existing_type | alone, with a check
ALTER TABLE t MODIFY c BOOL NOT NULL;

--: alter_column | existing_nullable | True
ALTER TABLE t MODIFY c INTEGER NULL;

--: alter_column | existing_comment
ALTER TABLE t MODIFY c TEXT NOT NULL COMMENT 'kept';

--: alter_column | existing_server_default | text
ALTER TABLE t MODIFY c INTEGER NOT NULL DEFAULT 5;

--: alter_column | existing_server_default | False
ALTER TABLE t MODIFY c INTEGER NOT NULL;

--: alter_column | autoincrement | in a schema
ALTER TABLE s.t MODIFY c INTEGER NOT NULL AUTO_INCREMENT;

--: alter_column | autoincrement | False
ALTER TABLE t MODIFY c INTEGER NOT NULL;

--: alter_column | existing_autoincrement
ALTER TABLE t MODIFY c INTEGER NOT NULL AUTO_INCREMENT;

--: alter_column | postgresql_using
ALTER TABLE t MODIFY c INTEGER NULL;

--: alter_column | postgresql_using | in a schema, with a percent sign
ALTER TABLE s.t MODIFY c INTEGER NULL;

--: alter_column | postgresql_using | None
ALTER TABLE t MODIFY c INTEGER NULL;

--: alter_column | mssql_drop_default
ALTER TABLE t MODIFY c INTEGER NOT NULL;
