--: batch_alter_table | schema | many changes
ALTER TABLE s.t ADD COLUMN x VARCHAR(5) NOT NULL COMMENT 'c';

ALTER TABLE s.t MODIFY a INTEGER NOT NULL;

ALTER TABLE s.t DROP COLUMN b;

CREATE INDEX ix ON s.t (x);

DROP INDEX iy ON s.t;

ALTER TABLE s.t ADD CONSTRAINT fk FOREIGN KEY(x) REFERENCES r.o (id);

ALTER TABLE s.t DROP CONSTRAINT ck;

ALTER TABLE s.t ADD CONSTRAINT uq UNIQUE (x);

ALTER TABLE s.t COMMENT 'c';

--: batch_alter_table | recreate | always, without copy_from
ERROR CommandError

--: batch_alter_table | insert_after | without copy_from
ERROR CommandError

--: batch_alter_table | table_name | an empty block


--: batch_alter_table | table_name | what SQLite can do itself
ALTER TABLE t ADD COLUMN a INTEGER;

CREATE INDEX ix ON t (a);

DROP INDEX iy ON t;

--: batch_alter_table | schema | what SQLite can do itself
ALTER TABLE s.t ADD COLUMN a INTEGER NOT NULL DEFAULT '0';

CREATE UNIQUE INDEX ix ON s.t (a);

--: batch_alter_table | recreate | never
ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t DROP COLUMN b;

--: batch_alter_table | recreate | never, a change of type
ALTER TABLE t MODIFY a TEXT NULL;

--: batch_alter_table | recreate | never, a new name
ALTER TABLE t CHANGE a b INTEGER NULL;

--: batch_alter_table | recreate | auto, without copy_from
ALTER TABLE t DROP COLUMN b;

--: batch_alter_table | recreate | always, only a new column
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL AUTO_INCREMENT, 
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
ALTER TABLE account DROP COLUMN email;

--: batch_alter_table | copy_from | alter_column: nullable
ALTER TABLE account MODIFY email VARCHAR(50) NOT NULL;

--: batch_alter_table | copy_from | alter_column: type_
ALTER TABLE account MODIFY age TEXT NULL;

--: batch_alter_table | copy_from | alter_column: new_column_name
ALTER TABLE account CHANGE email mail VARCHAR(50) NULL;

--: batch_alter_table | copy_from | alter_column: server_default
ALTER TABLE account ALTER COLUMN age SET DEFAULT '18';

--: batch_alter_table | copy_from | alter_column: server_default taken away
ALTER TABLE account ALTER COLUMN state DROP DEFAULT;

--: batch_alter_table | copy_from | alter_column: comment
ALTER TABLE account MODIFY age INTEGER NULL COMMENT 'x';

--: batch_alter_table | copy_from | create_unique_constraint
ALTER TABLE account ADD CONSTRAINT uq_mail UNIQUE (email);

--: batch_alter_table | copy_from | create_check_constraint
ALTER TABLE account ADD CONSTRAINT ck_age CHECK (age > 0);

--: batch_alter_table | copy_from | create_foreign_key
ALTER TABLE account ADD CONSTRAINT fk_age FOREIGN KEY(age) REFERENCES ages (id) ON DELETE CASCADE;

--: batch_alter_table | copy_from | create_primary_key
ALTER TABLE account ADD CONSTRAINT pk_account PRIMARY KEY (id, email);

--: batch_alter_table | copy_from | create_exclude_constraint
ERROR UnsupportedCompilationError

--: batch_alter_table | copy_from | drop_constraint: unique
ALTER TABLE account DROP INDEX uq_account;

--: batch_alter_table | copy_from | drop_constraint: check
ALTER TABLE account DROP CONSTRAINT ck_account;

--: batch_alter_table | copy_from | drop_constraint: foreignkey
ALTER TABLE account DROP FOREIGN KEY fk_account;

--: batch_alter_table | copy_from | drop_constraint that is not there
ALTER TABLE account DROP INDEX nobody;

--: batch_alter_table | copy_from | drop_index
DROP INDEX ix_account_age ON account;

ALTER TABLE account DROP COLUMN state;

--: batch_alter_table | copy_from | drop_index that is not there
DROP INDEX nobody ON account;

ALTER TABLE account DROP COLUMN state;

--: batch_alter_table | copy_from | drop_column that is not there
ALTER TABLE account DROP COLUMN nobody;

--: batch_alter_table | copy_from | alter_column that is not there
ALTER TABLE account MODIFY nobody INTEGER NOT NULL;

--: batch_alter_table | copy_from | drop_column of a constraint
ALTER TABLE account DROP COLUMN owner;

--: batch_alter_table | copy_from | drop_column of the key
ALTER TABLE account DROP COLUMN id;

--: batch_alter_table | copy_from | comments
ALTER TABLE account COMMENT 'x';

ALTER TABLE account COMMENT '';

--: batch_alter_table | copy_from | many changes
ALTER TABLE account ADD COLUMN x INTEGER NOT NULL DEFAULT '5';

ALTER TABLE account CHANGE email mail VARCHAR(50) NOT NULL;

ALTER TABLE account DROP COLUMN state;

CREATE UNIQUE INDEX ix_x ON account (x, mail);

ALTER TABLE account ADD CONSTRAINT uq_x UNIQUE (x);

--: batch_alter_table | copy_from | with a schema
ALTER TABLE s.t DROP COLUMN b;

--: batch_alter_table | copy_from | of another name
ALTER TABLE other DROP COLUMN age;

--: batch_alter_table | copy_from | a long name
ALTER TABLE a_table_whose_name_is_a_good_deal_longer_than_fifty_characters DROP COLUMN age;

--: batch_alter_table | table_args
ALTER TABLE account DROP COLUMN email;

--: batch_alter_table | table_kwargs
ALTER TABLE account DROP COLUMN email;

--: batch_alter_table | reflect_args
ALTER TABLE account DROP COLUMN email;

--: batch_alter_table | reflect_kwargs
ALTER TABLE account DROP COLUMN email;

--: batch_alter_table | naming_convention
ALTER TABLE account DROP COLUMN email;

--: batch_alter_table | partial_reordering
ALTER TABLE account ADD COLUMN x INTEGER;

--: batch_alter_table | insert_before
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL AUTO_INCREMENT, 
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
    id INTEGER NOT NULL AUTO_INCREMENT, 
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
ALTER TABLE account MODIFY state TEXT NOT NULL;

--: batch_alter_table | insert_after | never anew
ERROR CommandError

--: batch_alter_table | execute | in its place
UPDATE account SET age = 1;

UPDATE account SET age = 2;

ALTER TABLE account DROP COLUMN email;

--: batch_alter_table | f
ALTER TABLE account ADD CONSTRAINT uq_account_email UNIQUE (email);

--: batch_alter_table | add_column | with a key
ALTER TABLE account ADD COLUMN x INTEGER;

ALTER TABLE account ADD CONSTRAINT fk_x FOREIGN KEY(x) REFERENCES o (id);

--: batch_alter_table | add_column | if_not_exists
ALTER TABLE account ADD COLUMN IF NOT EXISTS x INTEGER;

--: batch_alter_table | add_column | a default that is an expression
ALTER TABLE account ADD COLUMN x DATETIME DEFAULT (now());

--: batch_alter_table | add_column | computed and stored
ALTER TABLE account ADD COLUMN x INTEGER GENERATED ALWAYS AS (age * 2) STORED;

--: batch_alter_table | drop_column | if_exists
ALTER TABLE account DROP COLUMN IF EXISTS x;

--: batch_alter_table | create_index | with options
CREATE UNIQUE INDEX IF NOT EXISTS ix ON account (age);

--: batch_alter_table | drop_index | if_exists
DROP INDEX IF EXISTS ix ON account;

--: batch_alter_table | drop_constraint | recreate never
ALTER TABLE account DROP INDEX uq_account;

--: batch_alter_table | alter_column | enum with a check
ALTER TABLE account MODIFY state VARCHAR(3) NULL;

ALTER TABLE account ADD CONSTRAINT ck_state CHECK (state IN ('on', 'off'));

--: batch_alter_table | alter_column | from an enum with a check
ALTER TABLE t MODIFY a TEXT NULL;

--: batch_alter_table | alter_column | JSON
ALTER TABLE account MODIFY state JSON NULL;

--: batch_alter_table | alter_column | twice
ALTER TABLE account MODIFY age TEXT NULL;

ALTER TABLE account CHANGE age years TEXT NOT NULL;
