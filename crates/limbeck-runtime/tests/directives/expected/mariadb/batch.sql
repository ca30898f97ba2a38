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
