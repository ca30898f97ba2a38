--: batch_alter_table | schema | many changes
ERROR CommandError

--: batch_alter_table | recreate | always, without copy_from
ERROR CommandError

--: batch_alter_table | insert_after | without copy_from
ERROR CommandError

--: batch_alter_table | table_name | an empty block


--: batch_alter_table | table_name | what SQLite can do itself
ALTER TABLE t ADD COLUMN a INTEGER;

CREATE INDEX ix ON t (a);

DROP INDEX iy;

--: batch_alter_table | schema | what SQLite can do itself
ALTER TABLE s.t ADD COLUMN a INTEGER DEFAULT '0' NOT NULL;

CREATE UNIQUE INDEX s.ix ON t (a);

--: batch_alter_table | recreate | never
ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t DROP COLUMN b;

--: batch_alter_table | recreate | never, a change of type
ALTER TABLE t ALTER COLUMN a TYPE TEXT;

--: batch_alter_table | recreate | never, a new name
ALTER TABLE t RENAME COLUMN a TO b;

--: batch_alter_table | recreate | auto, without copy_from
ERROR CommandError

--: batch_alter_table | recreate | always, only a new column
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    x INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | drop_column
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, age, state, owner) SELECT account.id, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | alter_column: nullable
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50) NOT NULL, 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | alter_column: type_
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age TEXT NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, CAST(account.age AS TEXT) AS age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | alter_column: new_column_name
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    mail VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, mail, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | alter_column: server_default
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER DEFAULT '18' NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | alter_column: server_default taken away
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT, 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | alter_column: comment
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | create_unique_constraint
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id), 
    CONSTRAINT uq_mail UNIQUE (email)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | create_check_constraint
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id), 
    CONSTRAINT ck_age CHECK (age > 0)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | create_foreign_key
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id), 
    CONSTRAINT fk_age FOREIGN KEY(age) REFERENCES ages (id) ON DELETE CASCADE
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | create_primary_key
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50) NOT NULL, 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    CONSTRAINT pk_account PRIMARY KEY (id, email), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | create_exclude_constraint
ERROR UnsupportedCompilationError

--: batch_alter_table | copy_from | drop_constraint: unique
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | drop_constraint: check
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | drop_constraint: foreignkey
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | drop_constraint that is not there
ERROR ValueError

--: batch_alter_table | copy_from | drop_index
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, owner) SELECT account.id, account.email, account.age, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

--: batch_alter_table | copy_from | drop_index that is not there
ERROR ValueError

--: batch_alter_table | copy_from | drop_column that is not there
ERROR KeyError

--: batch_alter_table | copy_from | alter_column that is not there
ERROR KeyError

--: batch_alter_table | copy_from | drop_column of a constraint
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    PRIMARY KEY (id), 
    CONSTRAINT ck_account CHECK (age < 200)
);

INSERT INTO _alembic_tmp_account (id, email, age, state) SELECT account.id, account.email, account.age, account.state 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | drop_column of the key
CREATE TABLE _alembic_tmp_account (
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (email, age, state, owner) SELECT account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | comments
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | many changes
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    mail VARCHAR(50) NOT NULL, 
    age INTEGER NOT NULL, 
    owner INTEGER, 
    x INTEGER DEFAULT '5' NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id), 
    CONSTRAINT uq_x UNIQUE (x)
);

INSERT INTO _alembic_tmp_account (id, mail, age, owner) SELECT account.id, account.email, account.age, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

ERROR KeyError

--: batch_alter_table | copy_from | with a schema
CREATE TABLE s._alembic_tmp_t (
    a INTEGER
);

INSERT INTO s._alembic_tmp_t (a) SELECT s.t.a 
FROM s.t;

DROP TABLE s.t;

ALTER TABLE s._alembic_tmp_t RENAME TO t;

--: batch_alter_table | copy_from | of another name
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, state, owner) SELECT account.id, account.email, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | copy_from | a long name
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, state, owner) SELECT account.id, account.email, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | table_args
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_age UNIQUE (age), 
    CONSTRAINT ck_five CHECK (age > 5), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, age, state, owner) SELECT account.id, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | table_kwargs
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, age, state, owner) SELECT account.id, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | reflect_args
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, age, state, owner) SELECT account.id, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | reflect_kwargs
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, age, state, owner) SELECT account.id, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | naming_convention
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, age, state, owner) SELECT account.id, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | partial_reordering
ALTER TABLE account ADD COLUMN x INTEGER;

--: batch_alter_table | insert_before
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    x INTEGER, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | insert_after
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    x INTEGER, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | insert_after | of an altered column
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on' NOT NULL, 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | insert_after | never anew
ERROR CommandError

--: batch_alter_table | execute | in its place
UPDATE account SET age = 1;

UPDATE account SET age = 2;

CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, age, state, owner) SELECT account.id, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | f
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id), 
    CONSTRAINT uq_account_email UNIQUE (email)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | add_column | with a key
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    x INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id), 
    CONSTRAINT fk_x FOREIGN KEY(x) REFERENCES o (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | add_column | if_not_exists
ALTER TABLE account ADD COLUMN IF NOT EXISTS x INTEGER;

--: batch_alter_table | add_column | a default that is an expression
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    x DATETIME DEFAULT CURRENT_TIMESTAMP, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | add_column | computed and stored
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    x INTEGER GENERATED ALWAYS AS (age * 2) STORED, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | drop_column | if_exists
ALTER TABLE account DROP COLUMN IF EXISTS x;

--: batch_alter_table | create_index | with options
CREATE UNIQUE INDEX IF NOT EXISTS ix ON account (age) WHERE age > 1;

--: batch_alter_table | drop_index | if_exists
DROP INDEX IF EXISTS ix;

--: batch_alter_table | drop_constraint | recreate never
ERROR NotImplementedError

--: batch_alter_table | alter_column | enum with a check
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state VARCHAR(3) DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id), 
    CONSTRAINT ck_state CHECK (state IN ('on', 'off'))
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | alter_column | from an enum with a check
CREATE TABLE _alembic_tmp_t (
    a TEXT
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

--: batch_alter_table | alter_column | JSON
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    age INTEGER NOT NULL, 
    state JSON DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (age, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, age, state, owner) SELECT account.id, account.email, account.age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (age);

--: batch_alter_table | alter_column | twice
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL, 
    email VARCHAR(50), 
    years TEXT NOT NULL, 
    state TEXT DEFAULT 'on', 
    owner INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_account UNIQUE (years, owner), 
    CONSTRAINT ck_account CHECK (age < 200), 
    CONSTRAINT fk_account FOREIGN KEY(owner) REFERENCES owner (id)
);

INSERT INTO _alembic_tmp_account (id, email, years, state, owner) SELECT account.id, account.email, CAST(account.age AS TEXT) AS age, account.state, account.owner 
FROM account;

DROP TABLE account;

ALTER TABLE _alembic_tmp_account RENAME TO account;

CREATE INDEX ix_account_age ON account (years);
