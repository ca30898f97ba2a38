--: naming convention | create_table | every constraint unnamed
CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
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
    id INTEGER NOT NULL AUTO_INCREMENT, 
    a INTEGER, 
    b INTEGER CONSTRAINT ck_t_b CHECK (b > 0), 
    CONSTRAINT pk_t PRIMARY KEY (id), 
    CONSTRAINT fk_t_a_o FOREIGN KEY(a) REFERENCES s.o (id)
);

--: naming convention | create_table | a boolean's check
CREATE TABLE t (
    a BOOL, 
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

CREATE INDEX ix_s_t_a ON s.t (a);

--: naming convention | create_table | capital letters
CREATE TABLE `My T` (
    `My A` INTEGER, 
    CONSTRAINT `uq_My T_My A` UNIQUE (`My A`)
);

CREATE INDEX `ix_My T_My A` ON `My T` (`My A`);

--: naming convention | add_column | with what it brings
ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD CONSTRAINT fk_t_a_o FOREIGN KEY(a) REFERENCES o (id);

ALTER TABLE t ADD COLUMN b INTEGER;

CREATE INDEX ix_t_b ON t (b);

ALTER TABLE t ADD COLUMN c INTEGER;

ALTER TABLE t ADD CONSTRAINT uq_t_c UNIQUE (c);

--: naming convention | create_index | None
CREATE INDEX ix_t_a ON t (a, b);

--: naming convention | create_index | a name
CREATE INDEX mine ON t (a);

--: naming convention | create_index | op.f
CREATE INDEX ix_t_a ON t (a);

--: naming convention | create_unique_constraint | None
ALTER TABLE t ADD CONSTRAINT uq_t_a UNIQUE (a, b);

--: naming convention | create_unique_constraint | a name
ALTER TABLE t ADD CONSTRAINT mine UNIQUE (a);

--: naming convention | create_foreign_key | None
ALTER TABLE t ADD CONSTRAINT fk_t_a_o FOREIGN KEY(a) REFERENCES o (id);

--: naming convention | create_foreign_key | None, in schemas
ALTER TABLE s.t ADD CONSTRAINT fk_t_a_o FOREIGN KEY(a) REFERENCES r.o (id);

--: naming convention | create_primary_key | None
ALTER TABLE t ADD CONSTRAINT pk_t PRIMARY KEY (a);

--: naming convention | create_check_constraint | a name
ALTER TABLE t ADD CONSTRAINT ck_t_positive CHECK (a > 0);

--: naming convention | create_check_constraint | op.f
ALTER TABLE t ADD CONSTRAINT ck_t_positive CHECK (a > 0);

--: naming convention | create_check_constraint | None
ERROR InvalidRequestError

--: naming convention | drop_constraint | a check
ALTER TABLE t DROP CONSTRAINT ck_t_positive;

--: naming convention | drop_constraint | a check by op.f
ALTER TABLE t DROP CONSTRAINT ck_t_positive;

--: naming convention | drop_constraint | others
ALTER TABLE t DROP INDEX mine;

ALTER TABLE t DROP FOREIGN KEY mine_fk;

--: naming convention | drop_index
DROP INDEX mine ON t;

--: naming convention | alter_column | a boolean
ALTER TABLE t MODIFY a BOOL NULL;

ALTER TABLE t ADD CONSTRAINT ck_t_flag CHECK (a IN (0, 1));

--: naming convention | column_0_name
ALTER TABLE t ADD CONSTRAINT u_a UNIQUE (a, b);

CREATE INDEX i_a ON t (a, b);

--: naming convention | column_0_label
ALTER TABLE s.t ADD CONSTRAINT u_s_t_a UNIQUE (a, b);

CREATE INDEX i_t_a ON t (a, b);

--: naming convention | column_0_key
ALTER TABLE t ADD CONSTRAINT u_a UNIQUE (a, b);

--: naming convention | column_1_name
ALTER TABLE t ADD CONSTRAINT u_b_a UNIQUE (a, b);

--: naming convention | column_1_name | that is not there
ALTER TABLE t ADD CONSTRAINT u_ UNIQUE (a);

--: naming convention | column_0N_name
ALTER TABLE t ADD CONSTRAINT u_ab UNIQUE (a, b);

CREATE INDEX i_ab ON t (a, b);

ALTER TABLE t ADD CONSTRAINT p_ab PRIMARY KEY (a, b);

--: naming convention | column_0_N_name
ALTER TABLE t ADD CONSTRAINT u_a_b UNIQUE (a, b);

ALTER TABLE t ADD CONSTRAINT f_a_b_c_d FOREIGN KEY(a, b) REFERENCES o (c, d);

--: naming convention | column_0_N_label
ALTER TABLE t ADD CONSTRAINT u_t_a_t_b UNIQUE (a, b);

CREATE INDEX i_t_at_b ON t (a, b);

--: naming convention | column_0_N_key
ALTER TABLE t ADD CONSTRAINT u_a_b UNIQUE (a, b);

--: naming convention | referred_table_name
ALTER TABLE t ADD CONSTRAINT f_t_o FOREIGN KEY(a) REFERENCES r.o (id);

--: naming convention | referred_column_0_name
ALTER TABLE t ADD CONSTRAINT f_a_id FOREIGN KEY(a) REFERENCES o (id);

--: naming convention | referred_column_0_label
ERROR KeyError

--: naming convention | constraint_name | of a unique constraint
ALTER TABLE t ADD CONSTRAINT uq_t_x UNIQUE (a);

ALTER TABLE t DROP INDEX uq_t_x;

--: naming convention | constraint_name | None
ERROR InvalidRequestError

--: naming convention | constraint_name | of an index
CREATE INDEX ix_t_x ON t (a);

DROP INDEX ix_t_x ON t;

--: naming convention | table_name | in a schema
ALTER TABLE s.t ADD CONSTRAINT uq_t UNIQUE (a);

--: naming convention | an unknown token
ERROR KeyError

--: naming convention | no token
ALTER TABLE t ADD CONSTRAINT the_one UNIQUE (a);

--: naming convention | too long
ALTER TABLE a_table_with_a_long_name ADD CONSTRAINT uq_a_table_with_a_long_name_a_column_with_a_long_name_an_f142 UNIQUE (a_column_with_a_long_name, another_column_with_a_long_name);

CREATE INDEX ix_a_table_with_a_long_name_a_column_with_a_long_name_an_d536 ON a_table_with_a_long_name (a_column_with_a_long_name, another_column_with_a_long_name);

ALTER TABLE a_table_with_a_long_name ADD CONSTRAINT fk_a_table_with_a_long_name_a_column_with_a_long_name_an_4b2b FOREIGN KEY(a_column_with_a_long_name, another_column_with_a_long_name) REFERENCES o (a, b);

--: naming convention | keys of classes
CREATE TABLE t (
    a INTEGER NOT NULL AUTO_INCREMENT, 
    b INTEGER CONSTRAINT c_ CHECK (b > 0), 
    CONSTRAINT p_t PRIMARY KEY (a)
);

--: naming convention | batch_alter_table | drop a constraint by convention
ALTER TABLE t DROP CONSTRAINT ck_t_positive;

--: naming convention | batch_alter_table | add without a name
ALTER TABLE t ADD CONSTRAINT uq_t_a UNIQUE (a);

ALTER TABLE t ADD CONSTRAINT ck_t_positive CHECK (a > 0);
