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
    a VARCHAR(50) DEFAULT 'a\\b 100%'
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
    a VARCHAR(50) DEFAULT (-1)
);

--: sa.Column | server_default | server_default=sa.text('0.5')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT (0.5)
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
    a VARCHAR(50) DEFAULT (current_timestamp())
);

--: sa.Column | server_default | server_default=sa.text('now()')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT (now())
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
    a VARCHAR(50) DEFAULT (uuid())
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
    a VARCHAR(50) DEFAULT (b'0')
);

--: sa.Column | server_default | server_default=sa.text('TRUE')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT TRUE
);

--: sa.Column | server_default | server_default=sa.func.now()
CREATE TABLE t (
    a VARCHAR(50) DEFAULT (now())
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
    a VARCHAR(50) DEFAULT (uuid())
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
    a VARCHAR(50) DEFAULT (CAST(1 AS SIGNED INTEGER))
);

--: sa.Column | server_default | server_default=sa.func.lower('X')
CREATE TABLE t (
    a VARCHAR(50) DEFAULT (lower('X'))
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
    a VARCHAR(50) DEFAULT (now())
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
    a VARCHAR(50) COMMENT 'noted'
);

--: sa.Column | comment | comment="it's 100% \\ :x"
CREATE TABLE t (
    a VARCHAR(50) COMMENT 'it''s 100% \\ :x'
);

--: sa.Column | comment | comment=''
CREATE TABLE t (
    a VARCHAR(50) COMMENT ''
);

--: sa.Column | nullable | nullable=False, comment='c', server_default='x'
CREATE TABLE t (
    a VARCHAR(50) NOT NULL COMMENT 'c' DEFAULT 'x'
);

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
    `a` VARCHAR(50)
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
    a VARCHAR(50) NOT NULL DEFAULT '5', 
    PRIMARY KEY (a)
);
