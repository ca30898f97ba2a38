--: sa.Column | server_default | server_default='0'
CREATE TABLE t (
    a VARCHAR(50) DEFAULT '0'
);

--: sa.Column | server_default | server_default="it's"
CREATE TABLE t (
    a VARCHAR(50) DEFAULT 'it''s'
);

--: sa.Column | server_default | server_default='a\\b 100%'
CREATE TABLE t (
    a VARCHAR(50) DEFAULT 'a\b 100%'
);

--: sa.Column | server_default | server_default=''
CREATE TABLE t (
    a VARCHAR(50) DEFAULT ''
);

--: sa.Column | server_default | server_default=sa.text('0')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT 0
);

--: sa.Column | server_default | server_default=sa.text('-1')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT -1
);

--: sa.Column | server_default | server_default=sa.text('0.5')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT 0.5
);

--: sa.Column | server_default | server_default=sa.text("'x'")
CREATE TABLE t (
    a VARCHAR(50) DEFAULT 'x'
);

--: sa.Column | server_default | server_default=sa.text('NULL')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT NULL
);

--: sa.Column | server_default | server_default=sa.text('CURRENT_TIMESTAMP')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT CURRENT_TIMESTAMP
);

--: sa.Column | server_default | server_default=sa.text('CURRENT_TIMESTAMP(6)')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT CURRENT_TIMESTAMP(6)
);

--: sa.Column | server_default | server_default=sa.text('current_timestamp()')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT current_timestamp()
);

--: sa.Column | server_default | server_default=sa.text('now()')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT now()
);

--: sa.Column | server_default | server_default=sa.text('NOW(3)')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT NOW(3)
);

--: sa.Column | server_default | server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
);

--: sa.Column | server_default | server_default=sa.text('now() on  update now()')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT now() on  update now()
);

--: sa.Column | server_default | server_default=sa.text('(uuid())')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT (uuid())
);

--: sa.Column | server_default | server_default=sa.text('uuid()')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT uuid()
);

--: sa.Column | server_default | server_default=sa.text(' (1)')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT  (1)
);

--: sa.Column | server_default | server_default=sa.text('"x"')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT "x"
);

--: sa.Column | server_default | server_default=sa.text("b'0'")
CREATE TABLE t (
    a VARCHAR(50) DEFAULT b'0'
);

--: sa.Column | server_default | server_default=sa.text('TRUE')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT TRUE
);

--: sa.Column | server_default | server_default=sa.func.now()
CREATE TABLE t (
    a VARCHAR(50) DEFAULT now()
);

--: sa.Column | server_default | server_default=sa.func.current_timestamp()
CREATE TABLE t (
    a VARCHAR(50) DEFAULT CURRENT_TIMESTAMP
);

--: sa.Column | server_default | server_default=sa.func.now(6)
CREATE TABLE t (
    a VARCHAR(50) DEFAULT now(6)
);

--: sa.Column | server_default | server_default=sa.func.uuid()
CREATE TABLE t (
    a VARCHAR(50) DEFAULT uuid()
);

--: sa.Column | server_default | server_default=sa.true()
CREATE TABLE t (
    a VARCHAR(50) DEFAULT true
);

--: sa.Column | server_default | server_default=sa.false()
CREATE TABLE t (
    a VARCHAR(50) DEFAULT false
);

--: sa.Column | server_default | server_default=sa.null()
CREATE TABLE t (
    a VARCHAR(50) DEFAULT NULL
);

--: sa.Column | server_default | server_default=sa.cast('1', sa.Integer)
CREATE TABLE t (
    a VARCHAR(50) DEFAULT CAST(1 AS INTEGER)
);

--: sa.Column | server_default | server_default=sa.func.lower('X')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT lower('X')
);

--: sa.Column | server_default | server_default=sa.text('(JSON_ARRAY())')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT (JSON_ARRAY())
);

--: sa.Column | server_default | server_default=sa.text("('{}')")
CREATE TABLE t (
    a VARCHAR(50) DEFAULT ('{}')
);

--: sa.Column | server_default | server_default=sa.FetchedValue()
CREATE TABLE t (
    a VARCHAR(50)
);

--: sa.Column | server_onupdate | server_onupdate=sa.FetchedValue()
CREATE TABLE t (
    a VARCHAR(50)
);

--: sa.Column | server_default | server_default=sa.text('now()'), server_onupdate=sa.text('now()')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT now()
);

--: sa.Column | server_default | server_default=sa.literal_column('1')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT 1
);

--: sa.Column | default | default=5
CREATE TABLE t (
    a VARCHAR(50)
);

--: sa.Column | comment | comment='noted'
CREATE TABLE t (
    a VARCHAR(50)
);

COMMENT ON COLUMN t.a IS 'noted';

--: sa.Column | comment | comment="it's 100% \\ :x"
CREATE TABLE t (
    a VARCHAR(50)
);

COMMENT ON COLUMN t.a IS 'it''s 100% \ :x';

--: sa.Column | comment | comment=''
CREATE TABLE t (
    a VARCHAR(50)
);

COMMENT ON COLUMN t.a IS '';

--: sa.Column | nullable | nullable=False, comment='c', server_default='x'
CREATE TABLE t (
    a VARCHAR(50) DEFAULT 'x' NOT NULL
);

COMMENT ON COLUMN t.a IS 'c';

--: sa.Column | unique | unique=True
CREATE TABLE t (
    a VARCHAR(50), 
    UNIQUE (a)
);

--: sa.Column | index | index=True
CREATE TABLE t (
    a VARCHAR(50)
);

CREATE INDEX ix_t_a ON t (a);

--: sa.Column | index | index=True, unique=True
CREATE TABLE t (
    a VARCHAR(50)
);

CREATE UNIQUE INDEX ix_t_a ON t (a);

--: sa.Column | primary_key | primary_key=True, autoincrement=False
CREATE TABLE t (
    a VARCHAR(50) NOT NULL, 
    PRIMARY KEY (a)
);

--: sa.Column | quote | quote=True
CREATE TABLE t (
    "a" VARCHAR(50)
);

--: sa.Column | nullable | nullable=False
CREATE TABLE t (
    a VARCHAR(50) NOT NULL
);

--: sa.Column | key | key='other'
CREATE TABLE t (
    a VARCHAR(50)
);

--: sa.Column | info | info={'a': 1}
CREATE TABLE t (
    a VARCHAR(50)
);

--: sa.Column | primary_key | primary_key=True, server_default='5'
CREATE TABLE t (
    a VARCHAR(50) DEFAULT '5' NOT NULL, 
    PRIMARY KEY (a)
);

--: sa.Column | sa.Identity | plain
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY
);

--: sa.Column | sa.Identity | always
CREATE TABLE t (
    a BIGINT GENERATED ALWAYS AS IDENTITY, 
    PRIMARY KEY (a)
);

--: sa.Column | sa.Identity | start and increment
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 10 START WITH 5)
);

--: sa.Column | sa.Identity | minvalue and maxvalue
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY (MINVALUE -5 MAXVALUE 1000)
);

--: sa.Column | sa.Identity | nominvalue and nomaxvalue
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY (NO MINVALUE NO MAXVALUE)
);

--: sa.Column | sa.Identity | cycle
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY (CYCLE)
);

--: sa.Column | sa.Identity | cycle=False
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY (NO CYCLE)
);

--: sa.Column | sa.Identity | cache
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY (CACHE 7)
);

--: sa.Column | sa.Identity | on_null
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY
);

--: sa.Column | sa.Identity | order
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY
);

--: sa.Column | sa.Identity | on a type that is not whole
CREATE TABLE t (
    a NUMERIC GENERATED BY DEFAULT AS IDENTITY
);

--: sa.Column | sa.Identity | nullable
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY NULL
);

--: sa.Column | sa.Identity | composite key
CREATE TABLE t (
    a INTEGER GENERATED BY DEFAULT AS IDENTITY, 
    b INTEGER NOT NULL, 
    PRIMARY KEY (a, b)
);

--: sa.Column | sa.Identity | autoincrement=False
ERROR ArgumentError

--: sa.Column | sa.Computed | plain
CREATE TABLE t (
    a INTEGER, 
    b INTEGER GENERATED ALWAYS AS (a * 2) STORED
);

--: sa.Column | sa.Computed | an expression
CREATE TABLE t (
    a INTEGER, 
    b INTEGER GENERATED ALWAYS AS (a + 5) STORED
);

--: sa.Column | sa.Computed | not null
CREATE TABLE t (
    a INTEGER, 
    b INTEGER GENERATED ALWAYS AS (a * 2) STORED NOT NULL
);

--: sa.Column | sa.Computed | with text that has percent signs and quotes
CREATE TABLE t (
    a TEXT, 
    b INTEGER GENERATED ALWAYS AS (a LIKE '%it''s%') STORED
);

--: sa.Column | sa.FetchedValue
CREATE TABLE t (
    a INTEGER
);

--: sa.Column | sa.DefaultClause
CREATE TABLE t (
    a TEXT DEFAULT 'x', 
    b INTEGER DEFAULT 5
);

--: sa.Column | sa.CheckConstraint
CREATE TABLE t (
    a INTEGER CHECK (a > 0), 
    b INTEGER CONSTRAINT ck CHECK (b > 0)
);

--: sa.Column | type_ | by keyword
CREATE TABLE t (
    a INTEGER, 
    b TEXT
);

--: sa.Column | name | by keyword
CREATE TABLE t (
    a INTEGER
);

--: sa.Column | type_ | a class
CREATE TABLE t (
    a INTEGER, 
    b TIMESTAMP WITHOUT TIME ZONE, 
    c TEXT
);

--: sa.Column | autoincrement | False on a key
CREATE TABLE t (
    a INTEGER NOT NULL, 
    PRIMARY KEY (a)
);

--: sa.Column | autoincrement | True on a composite key
CREATE TABLE t (
    a SERIAL NOT NULL, 
    b INTEGER NOT NULL, 
    PRIMARY KEY (a, b)
);

--: sa.Column | autoincrement | True without a key
CREATE TABLE t (
    a INTEGER
);

--: sa.Column | autoincrement | ignore_fk
CREATE TABLE t (
    a SERIAL NOT NULL, 
    PRIMARY KEY (a), 
    FOREIGN KEY(a) REFERENCES o (id)
);

--: sa.Column | autoincrement | auto
CREATE TABLE t (
    a SMALLSERIAL NOT NULL, 
    PRIMARY KEY (a)
);

--: sa.Column | autoincrement | a type that does not count
ERROR ArgumentError

--: sa.Column | autoincrement | a number without decimals
CREATE TABLE t (
    a SERIAL NOT NULL, 
    PRIMARY KEY (a)
);

--: sa.Column | autoincrement | a variant
CREATE TABLE t (
    a BIGSERIAL NOT NULL, 
    PRIMARY KEY (a)
);

--: sa.Column | primary_key | a server default beside it
CREATE TABLE t (
    a UUID DEFAULT gen_random_uuid() NOT NULL, 
    PRIMARY KEY (a)
);

--: sa.Column | server_default | sa.func.now with parentheses
CREATE TABLE t (
    a TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL
);

--: sa.Column | server_default | an expression with a cast
CREATE TABLE t (
    a TEXT DEFAULT '{}'::jsonb
);

--: sa.Column | server_default | sa.literal
CREATE TABLE t (
    a INTEGER DEFAULT 5
);

--: sa.Column | server_default | a str with a line break
CREATE TABLE t (
    a TEXT DEFAULT 'a
b'
);

--: sa.Column | server_default | sa.text with an escaped colon
CREATE TABLE t (
    a TEXT DEFAULT 'a:b'
);

--: sa.Column | server_default | sa.text with a colon
CREATE TABLE t (
    a TEXT DEFAULT 'a:b'
);

--: sa.Column | server_default | sa.text that looks like a parameter
CREATE TABLE t (
    a TEXT DEFAULT 'NULL'
);

--: sa.Column | server_default | a sum
CREATE TABLE t (
    a INTEGER DEFAULT 1 + 2
);

--: sa.Column | server_default | None
CREATE TABLE t (
    a INTEGER
);

--: sa.Column | insert_default
CREATE TABLE t (
    a INTEGER
);

--: sa.Column | onupdate
CREATE TABLE t (
    a TIMESTAMP WITHOUT TIME ZONE
);

--: sa.Column | system
CREATE TABLE t (
    a INTEGER
);

--: sa.Column | doc
CREATE TABLE t (
    a INTEGER
);

--: sa.Column | quote | False
CREATE TABLE t (
    Mixed INTEGER, 
    order INTEGER
);

--: sa.Column | index | in a schema
CREATE TABLE s.t (
    a INTEGER, 
    b INTEGER
);

CREATE INDEX ix_s_t_a ON s.t (a);

CREATE UNIQUE INDEX ix_s_t_b ON s.t (b);

--: sa.Column | unique | beside a key
CREATE TABLE t (
    a SERIAL NOT NULL, 
    b TEXT, 
    PRIMARY KEY (a), 
    UNIQUE (b)
);

--: sa.Column | sqlite_on_conflict_primary_key
CREATE TABLE t (
    a SERIAL NOT NULL, 
    PRIMARY KEY (a)
);

--: sa.Column | sqlite_on_conflict_not_null
CREATE TABLE t (
    a INTEGER NOT NULL
);

--: sa.Column | sqlite_on_conflict_unique
CREATE TABLE t (
    a INTEGER, 
    UNIQUE (a)
);

--: sa.Column | mssql_identity_start
CREATE TABLE t (
    a SERIAL NOT NULL, 
    PRIMARY KEY (a)
);

--: sa.Column | comment | in two lines
CREATE TABLE t (
    a INTEGER, 
    b INTEGER
);

COMMENT ON COLUMN t.a IS 'one
two';

COMMENT ON COLUMN t.b IS 'a; b';

--: sa.Column | nullable | False, with a default
CREATE TABLE t (
    a INTEGER DEFAULT '0' NOT NULL
);

--: sa.Column | nullable | True on a key
CREATE TABLE t (
    a SERIAL, 
    PRIMARY KEY (a)
);
