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

ALTER TABLE `order` DROP CHECK ck;

ALTER TABLE t DROP FOREIGN KEY fk;

--: drop_constraint | type_ | without
ERROR NotImplementedError
