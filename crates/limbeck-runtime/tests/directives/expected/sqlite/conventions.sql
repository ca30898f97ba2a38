--: naming convention | create_table | every constraint unnamed
CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    b INTEGER, 
    CONSTRAINT pk_t PRIMARY KEY (id), 
    CONSTRAINT uq_t_a UNIQUE (a, b), 
    CONSTRAINT fk_t_a_o FOREIGN KEY(a) REFERENCES o (id), 
    CONSTRAINT uq_t_b UNIQUE (b)
);

CREATE INDEX ix_t_a ON t (a);

--: naming convention | create_table | a check that has a name
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT ck_t_positive CHECK (a > 0)
);

--: naming convention | create_table | a check without a name
ERROR InvalidRequestError

--: naming convention | create_table | names given
CREATE TABLE t (
    a INTEGER NOT NULL, 
    CONSTRAINT mine_too PRIMARY KEY (a), 
    CONSTRAINT mine UNIQUE (a), 
    CONSTRAINT mine_fk FOREIGN KEY(a) REFERENCES o (id)
);

--: naming convention | create_table | names given by op.f
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT ck_mine CHECK (a > 0), 
    CONSTRAINT uq_mine UNIQUE (a)
);

--: naming convention | create_table | on columns
CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    b INTEGER CONSTRAINT ck_t_b CHECK (b > 0), 
    CONSTRAINT pk_t PRIMARY KEY (id)
);

--: naming convention | create_table | a boolean's check
CREATE TABLE t (
    a BOOLEAN, 
    b VARCHAR(1), 
    CONSTRAINT ck_t_flag CHECK (a IN (0, 1)), 
    CONSTRAINT ck_t_kind CHECK (b IN ('x'))
);

--: naming convention | create_table | a boolean's check without a name
ERROR InvalidRequestError

--: naming convention | create_table | in a schema
CREATE TABLE s.t (
    a INTEGER, 
    CONSTRAINT uq_t_a UNIQUE (a)
);

CREATE INDEX s.ix_s_t_a ON t (a);

--: naming convention | create_table | capital letters
CREATE TABLE "My T" (
    "My A" INTEGER, 
    CONSTRAINT "uq_My T_My A" UNIQUE ("My A")
);

CREATE INDEX "ix_My T_My A" ON "My T" ("My A");

--: naming convention | add_column | with what it brings
ALTER TABLE t ADD COLUMN a INTEGER;

ERROR NotImplementedError

--: naming convention | create_index | None
CREATE INDEX ix_t_a ON t (a, b);

--: naming convention | create_index | a name
CREATE INDEX mine ON t (a);

--: naming convention | create_index | op.f
CREATE INDEX ix_t_a ON t (a);

--: naming convention | create_unique_constraint | None
ERROR NotImplementedError

--: naming convention | create_unique_constraint | a name
ERROR NotImplementedError

--: naming convention | create_foreign_key | None
ERROR NotImplementedError

--: naming convention | create_foreign_key | None, in schemas
ERROR NotImplementedError

--: naming convention | create_primary_key | None
ERROR NotImplementedError

--: naming convention | create_check_constraint | a name
ERROR NotImplementedError

--: naming convention | create_check_constraint | op.f
ERROR NotImplementedError

--: naming convention | create_check_constraint | None
ERROR InvalidRequestError

--: naming convention | drop_constraint | a check
ERROR NotImplementedError

--: naming convention | drop_constraint | a check by op.f
ERROR NotImplementedError

--: naming convention | drop_constraint | others
ERROR NotImplementedError

--: naming convention | drop_index
DROP INDEX mine;

--: naming convention | alter_column | a boolean
ALTER TABLE t ALTER COLUMN a TYPE BOOLEAN;

--: naming convention | column_0_name
ERROR NotImplementedError

--: naming convention | column_0_label
ERROR NotImplementedError

--: naming convention | column_0_key
ERROR NotImplementedError

--: naming convention | column_1_name
ERROR NotImplementedError

--: naming convention | column_1_name | that is not there
ERROR NotImplementedError

--: naming convention | column_0N_name
ERROR NotImplementedError

--: naming convention | column_0_N_name
ERROR NotImplementedError

--: naming convention | column_0_N_label
ERROR NotImplementedError

--: naming convention | column_0_N_key
ERROR NotImplementedError

--: naming convention | referred_table_name
ERROR NotImplementedError

--: naming convention | referred_column_0_name
ERROR NotImplementedError

--: naming convention | referred_column_0_label
ERROR KeyError

--: naming convention | constraint_name | of a unique constraint
ERROR NotImplementedError

--: naming convention | constraint_name | None
ERROR InvalidRequestError

--: naming convention | constraint_name | of an index
CREATE INDEX ix_t_x ON t (a);

DROP INDEX ix_t_x;

--: naming convention | table_name | in a schema
ERROR NotImplementedError

--: naming convention | an unknown token
ERROR KeyError

--: naming convention | no token
ERROR NotImplementedError

--: naming convention | too long
ERROR NotImplementedError

--: naming convention | keys of classes
CREATE TABLE t (
    a INTEGER NOT NULL, 
    b INTEGER CONSTRAINT c_ CHECK (b > 0), 
    CONSTRAINT p_t PRIMARY KEY (a)
);

--: naming convention | batch_alter_table | drop a constraint by convention
CREATE TABLE _alembic_tmp_t (
    a INTEGER
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

--: naming convention | batch_alter_table | add without a name
CREATE TABLE _alembic_tmp_t (
    a INTEGER, 
    CONSTRAINT uq_t_a UNIQUE (a), 
    CONSTRAINT ck_t_positive CHECK (a > 0)
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;
