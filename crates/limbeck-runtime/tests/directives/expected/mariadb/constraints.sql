--: constraints | all kinds
ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a, b);

ALTER TABLE s.t ADD CONSTRAINT uq UNIQUE (a, `order`);

ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0 AND b <> '%');

ALTER TABLE t ADD CONSTRAINT ck2 CHECK (a > 5);

ALTER TABLE s.t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES r.o (id) ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES o (id);

--: create_unique_constraint | deferrable
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a) DEFERRABLE;

--: create_foreign_key | deferrable | False
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id) NOT DEFERRABLE;

--: create_exclude_constraint | elements | one
ERROR UnsupportedCompilationError

--: drop_constraint | type_ | all kinds
ALTER TABLE t DROP FOREIGN KEY fk;

ALTER TABLE t DROP PRIMARY KEY;

ALTER TABLE s.t DROP INDEX `Uq`;

ALTER TABLE `order` DROP CONSTRAINT ck;

ALTER TABLE t DROP FOREIGN KEY fk;

--: drop_constraint | type_ | without
ERROR NotImplementedError

--: create_primary_key | constraint_name | named
ALTER TABLE t ADD CONSTRAINT pk_t PRIMARY KEY (a);

--: create_primary_key | constraint_name | None
ALTER TABLE t ADD PRIMARY KEY (a);

--: create_primary_key | columns | several
ALTER TABLE `My Table` ADD CONSTRAINT `Pk t` PRIMARY KEY (a, `Order`);

--: create_primary_key | schema
ALTER TABLE s.t ADD CONSTRAINT pk PRIMARY KEY (a);

--: create_unique_constraint | columns | several
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a, `Order`);

--: create_unique_constraint | constraint_name | None
ALTER TABLE t ADD UNIQUE (a);

--: create_unique_constraint | schema
ALTER TABLE s.t ADD CONSTRAINT uq UNIQUE (a);

--: create_unique_constraint | initially
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a) DEFERRABLE INITIALLY IMMEDIATE;

--: create_unique_constraint | deferrable | False
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a) NOT DEFERRABLE;

--: create_unique_constraint | postgresql_nulls_not_distinct
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a);

--: create_unique_constraint | postgresql_include
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a);

--: create_unique_constraint | sqlite_on_conflict
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a);

--: create_unique_constraint | mssql_clustered
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a);

--: create_unique_constraint | info
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a);

--: create_foreign_key | columns | one
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id);

--: create_foreign_key | columns | several
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a, b) REFERENCES o (x, y);

--: create_foreign_key | constraint_name | None
ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES o (id);

--: create_foreign_key | referent_table | itself
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(parent) REFERENCES t (id);

--: create_foreign_key | ondelete
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id) ON DELETE SET NULL;

--: create_foreign_key | ondelete | SET DEFAULT
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id) ON DELETE SET DEFAULT;

--: create_foreign_key | onupdate
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id) ON UPDATE CASCADE;

--: create_foreign_key | deferrable
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id) DEFERRABLE;

--: create_foreign_key | initially
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id) DEFERRABLE INITIALLY DEFERRED;

--: create_foreign_key | initially | in small letters
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id) DEFERRABLE INITIALLY deferred;

--: create_foreign_key | match
ERROR CompileError

--: create_foreign_key | source_schema
ALTER TABLE s.t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id);

--: create_foreign_key | referent_schema
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES r.o (id);

--: create_foreign_key | source_schema | both, that need quoting
ALTER TABLE `My S`.`T` ADD CONSTRAINT `Fk` FOREIGN KEY(`A`) REFERENCES `My R`.`O` (`Id`);

--: create_foreign_key | postgresql_not_valid
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id);

--: create_foreign_key | postgresql_not_valid | False
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id);

--: create_foreign_key | use_alter
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id);

--: create_check_constraint | condition | str
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0);

--: create_check_constraint | condition | sa.text
ALTER TABLE t ADD CONSTRAINT ck CHECK (name != 'it''s');

--: create_check_constraint | condition | an expression
ALTER TABLE t ADD CONSTRAINT ck CHECK (a BETWEEN 1 AND 5);

--: create_check_constraint | condition | a list
ALTER TABLE t ADD CONSTRAINT ck CHECK (state IN ('on', 'off'));

--: create_check_constraint | condition | sa.func
ALTER TABLE t ADD CONSTRAINT ck CHECK (length(name) > 3);

--: create_check_constraint | condition | a percent sign
ALTER TABLE t ADD CONSTRAINT ck CHECK (a % 2 = 0 AND b LIKE 'x%');

--: create_check_constraint | condition | sa.or_
ALTER TABLE t ADD CONSTRAINT ck CHECK (a IS NULL OR a != b);

--: create_check_constraint | condition | a boolean column
ALTER TABLE t ADD CONSTRAINT ck CHECK (a);

--: create_check_constraint | constraint_name | None
ALTER TABLE t ADD CHECK (a > 0);

--: create_check_constraint | schema
ALTER TABLE s.t ADD CONSTRAINT ck CHECK (a > 0);

--: create_check_constraint | postgresql_not_valid
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0);

--: create_check_constraint | deferrable
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0) DEFERRABLE;

--: create_exclude_constraint | where
ERROR UnsupportedCompilationError

--: create_exclude_constraint | using
ERROR UnsupportedCompilationError

--: create_exclude_constraint | elements | an expression
ERROR ArgumentError

--: create_exclude_constraint | deferrable
ERROR UnsupportedCompilationError

--: create_exclude_constraint | initially
ERROR UnsupportedCompilationError

--: create_exclude_constraint | schema
ERROR UnsupportedCompilationError

--: create_exclude_constraint | ops
ERROR UnsupportedCompilationError

--: create_exclude_constraint | constraint_name | None
ERROR UnsupportedCompilationError

--: drop_constraint | constraint_name | that needs quoting
ALTER TABLE `My Table` DROP INDEX `Uq t`;

--: drop_constraint | type_ | foreignkey
ALTER TABLE t DROP FOREIGN KEY fk;

--: drop_constraint | type_ | primary
ALTER TABLE t DROP PRIMARY KEY;

--: drop_constraint | type_ | unique
ALTER TABLE t DROP INDEX uq;

--: drop_constraint | type_ | check
ALTER TABLE t DROP CONSTRAINT ck;

--: drop_constraint | type_ | by position
ALTER TABLE t DROP INDEX uq;

--: drop_constraint | type_ | None
ERROR NotImplementedError

--: drop_constraint | schema
ALTER TABLE s.t DROP INDEX uq;

--: drop_constraint | if_exists
ALTER TABLE t DROP INDEX uq;

--: drop_constraint | if_exists | a check
ALTER TABLE t DROP CONSTRAINT ck;

--: drop_constraint | if_exists | False
ALTER TABLE t DROP INDEX uq;
