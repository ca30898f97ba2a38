--: add_column | server_default | server_default='0'
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT '0';

--: add_column | server_default | server_default="it's"
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT 'it''s';

--: add_column | server_default | server_default='a\\b 100%'
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT 'a\\b 100%';

--: add_column | server_default | server_default=''
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT '';

--: add_column | server_default | server_default=sa.text('0')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT 0;

--: add_column | server_default | server_default=sa.text('-1')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (-1);

--: add_column | server_default | server_default=sa.text('0.5')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (0.5);

--: add_column | server_default | server_default=sa.text("'x'")
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT 'x';

--: add_column | server_default | server_default=sa.text('NULL')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT NULL;

--: add_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT CURRENT_TIMESTAMP;

--: add_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP(6)')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT CURRENT_TIMESTAMP(6);

--: add_column | server_default | server_default=sa.text('current_timestamp()')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (current_timestamp());

--: add_column | server_default | server_default=sa.text('now()')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (now());

--: add_column | server_default | server_default=sa.text('NOW(3)')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT NOW(3);

--: add_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;

--: add_column | server_default | server_default=sa.text('now() on  update now()')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT now() on  update now();

--: add_column | server_default | server_default=sa.text('(uuid())')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (uuid());

--: add_column | server_default | server_default=sa.text('uuid()')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (uuid());

--: add_column | server_default | server_default=sa.text(' (1)')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT  (1);

--: add_column | server_default | server_default=sa.text('"x"')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT "x";

--: add_column | server_default | server_default=sa.text("b'0'")
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (b'0');

--: add_column | server_default | server_default=sa.text('TRUE')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT TRUE;

--: add_column | server_default | server_default=sa.func.now()
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (now());

--: add_column | server_default | server_default=sa.func.current_timestamp()
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT CURRENT_TIMESTAMP;

--: add_column | server_default | server_default=sa.func.now(6)
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT now(6);

--: add_column | server_default | server_default=sa.func.uuid()
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (uuid());

--: add_column | server_default | server_default=sa.true()
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT true;

--: add_column | server_default | server_default=sa.false()
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT false;

--: add_column | server_default | server_default=sa.null()
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT NULL;

--: add_column | server_default | server_default=sa.cast('1', sa.Integer)
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (CAST(1 AS SIGNED INTEGER));

--: add_column | server_default | server_default=sa.func.lower('X')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (lower('X'));

--: add_column | server_default | server_default=sa.text('(JSON_ARRAY())')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (JSON_ARRAY());

--: add_column | server_default | server_default=sa.text("('{}')")
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT ('{}');

--: add_column | server_default | server_default=sa.FetchedValue()
ALTER TABLE t ADD COLUMN a VARCHAR(50);

--: add_column | server_onupdate | server_onupdate=sa.FetchedValue()
ALTER TABLE t ADD COLUMN a VARCHAR(50);

--: add_column | server_default | server_default=sa.text('now()'), server_onupdate=sa.text('now()')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT (now());

--: add_column | server_default | server_default=sa.literal_column('1')
ALTER TABLE t ADD COLUMN a VARCHAR(50) DEFAULT 1;

--: add_column | default | default=5
ALTER TABLE t ADD COLUMN a VARCHAR(50);

--: add_column | comment | comment='noted'
ALTER TABLE t ADD COLUMN a VARCHAR(50) COMMENT 'noted';

--: add_column | comment | comment="it's 100% \\ :x"
ALTER TABLE t ADD COLUMN a VARCHAR(50) COMMENT 'it''s 100% \\ :x';

--: add_column | comment | comment=''
ALTER TABLE t ADD COLUMN a VARCHAR(50) COMMENT '';

--: add_column | nullable | nullable=False, comment='c', server_default='x'
ALTER TABLE t ADD COLUMN a VARCHAR(50) NOT NULL COMMENT 'c' DEFAULT 'x';

--: add_column | unique | unique=True
ALTER TABLE t ADD COLUMN a VARCHAR(50);

ALTER TABLE t ADD UNIQUE (a);

--: add_column | index | index=True
ALTER TABLE t ADD COLUMN a VARCHAR(50);

CREATE INDEX ix_t_a ON t (a);

--: add_column | index | index=True, unique=True
ALTER TABLE t ADD COLUMN a VARCHAR(50);

CREATE UNIQUE INDEX ix_t_a ON t (a);

--: add_column | primary_key | primary_key=True, autoincrement=False
ALTER TABLE t ADD COLUMN a VARCHAR(50) NOT NULL;

--: add_column | quote | quote=True
ALTER TABLE t ADD COLUMN `a` VARCHAR(50);

--: add_column | nullable | nullable=False
ALTER TABLE t ADD COLUMN a VARCHAR(50) NOT NULL;

--: add_column | key | key='other'
ALTER TABLE t ADD COLUMN a VARCHAR(50);

--: add_column | info | info={'a': 1}
ALTER TABLE t ADD COLUMN a VARCHAR(50);

--: add_column | primary_key | primary_key=True, server_default='5'
ALTER TABLE t ADD COLUMN a VARCHAR(50) NOT NULL DEFAULT '5';

--: drop_column | column_name
ALTER TABLE t DROP COLUMN `order`;

ALTER TABLE s.t DROP COLUMN a;

--: drop_column | if_exists
ALTER TABLE t DROP COLUMN IF EXISTS a;

--: add_column | if_not_exists
ALTER TABLE t ADD COLUMN IF NOT EXISTS a INTEGER;

--: add_column | inline_references
ALTER TABLE t ADD COLUMN a INTEGER REFERENCES o (id);

--: add_column | sa.ForeignKey | with everything
ALTER TABLE s.t ADD COLUMN a INTEGER NOT NULL COMMENT 'c' DEFAULT '1';

ALTER TABLE s.t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES s.o (id) ON DELETE CASCADE;

--: add_column | inline_primary_key
ALTER TABLE t ADD COLUMN id INTEGER NOT NULL AUTO_INCREMENT;

ALTER TABLE t ADD COLUMN id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY;

ALTER TABLE t ADD COLUMN id INTEGER NOT NULL PRIMARY KEY;

--: add_column | column | what brings more
ALTER TABLE t ADD COLUMN a BOOL;

ALTER TABLE t ADD CONSTRAINT ckb CHECK (a IN (0, 1));

ALTER TABLE t ADD COLUMN u INTEGER;

ALTER TABLE t ADD UNIQUE (u);

ALTER TABLE t ADD COLUMN b ENUM('x','y') NOT NULL;

CREATE INDEX ix_t_b ON t (b);

ALTER TABLE t ADD COLUMN c INTEGER CONSTRAINT ck CHECK (c > 0);

ALTER TABLE t ADD COLUMN d INTEGER GENERATED ALWAYS AS (a + 1) STORED;

--: add_column | server_default | a cast
ALTER TABLE t ADD COLUMN a INTEGER DEFAULT (CAST(1 AS SIGNED INTEGER));

--: add_column | schema
ALTER TABLE s.t ADD COLUMN a INTEGER;

--: add_column | column | not null
ALTER TABLE `T` ADD COLUMN `Mixed` INTEGER NOT NULL;

--: add_column | column | not null with a default
ALTER TABLE t ADD COLUMN a BOOL NOT NULL DEFAULT false;

--: add_column | if_not_exists | False
ALTER TABLE t ADD COLUMN a INTEGER;

--: add_column | if_not_exists | with an index
ALTER TABLE t ADD COLUMN IF NOT EXISTS a INTEGER;

CREATE INDEX ix_t_a ON t (a);

--: add_column | inline_references | with everything
ALTER TABLE t ADD COLUMN a INTEGER REFERENCES s.o (id) ON DELETE CASCADE ON UPDATE SET NULL;

--: add_column | inline_references | several keys
ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES o (id);

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES p (id);

--: add_column | inline_references | no key
ALTER TABLE t ADD COLUMN a INTEGER;

--: add_column | inline_references | deferrable
ERROR CompileError

--: add_column | inline_primary_key | False
ALTER TABLE t ADD COLUMN a INTEGER NOT NULL AUTO_INCREMENT;

--: add_column | inline_primary_key | no key
ALTER TABLE t ADD COLUMN a INTEGER;

--: add_column | inline_primary_key | identity
ALTER TABLE t ADD COLUMN a BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY;

--: add_column | sa.ForeignKey | plain
ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES o (id);

--: add_column | sa.ForeignKey | to itself
ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES t (id);

--: add_column | sa.ForeignKey | deferrable
ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES o (id) DEFERRABLE INITIALLY DEFERRED;

--: add_column | sa.ForeignKey | several
ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES o (id);

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES p (id);

--: add_column | sa.CheckConstraint | without a name
ALTER TABLE t ADD COLUMN a INTEGER CHECK (a > 0);

--: add_column | sa.Identity
ALTER TABLE t ADD COLUMN a INTEGER NOT NULL;

--: add_column | sa.Computed
ALTER TABLE t ADD COLUMN a INTEGER GENERATED ALWAYS AS (b * 2) STORED;

--: add_column | sa.Sequence
ALTER TABLE t ADD COLUMN a INTEGER;

--: add_column | sa.Enum | native
ALTER TABLE t ADD COLUMN a ENUM('x','y');

--: add_column | sa.Enum | native, with a default
ALTER TABLE t ADD COLUMN a ENUM('x','y') NOT NULL DEFAULT 'x';

--: add_column | sa.Boolean | create_constraint
ALTER TABLE t ADD COLUMN a BOOL;

ALTER TABLE t ADD CHECK (a IN (0, 1));

--: add_column | comment | in a schema
ALTER TABLE s.t ADD COLUMN a INTEGER COMMENT 'c';

--: add_column | index | in a schema
ALTER TABLE s.t ADD COLUMN a INTEGER;

CREATE UNIQUE INDEX ix_s_t_a ON s.t (a);

--: add_column | unique | beside an index
ALTER TABLE t ADD COLUMN a INTEGER;

CREATE UNIQUE INDEX ix_t_a ON t (a);

--: add_column | server_default | a function with parentheses on SQLite
ALTER TABLE t ADD COLUMN a DATETIME DEFAULT (now());

--: add_column | autoincrement
ALTER TABLE t ADD COLUMN a INTEGER;

--: drop_column | schema
ALTER TABLE s.t DROP COLUMN a;

--: drop_column | column_name | that needs quoting
ALTER TABLE `Order` DROP COLUMN `Group`;

--: drop_column | if_exists | False
ALTER TABLE t DROP COLUMN a;

--: drop_column | mssql_drop_default
ALTER TABLE t DROP COLUMN a;

--: drop_column | mssql_drop_check
ALTER TABLE t DROP COLUMN a;
