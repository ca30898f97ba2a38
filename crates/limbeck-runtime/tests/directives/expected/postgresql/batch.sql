--: batch_alter_table | schema | many changes
ALTER TABLE s.t ADD COLUMN x VARCHAR(5) NOT NULL;

COMMENT ON COLUMN s.t.x IS 'c';

ALTER TABLE s.t ALTER COLUMN a SET NOT NULL;

ALTER TABLE s.t DROP COLUMN b;

CREATE INDEX ix ON s.t (x);

DROP INDEX s.iy;

ALTER TABLE s.t ADD CONSTRAINT fk FOREIGN KEY(x) REFERENCES r.o (id);

ALTER TABLE s.t DROP CONSTRAINT ck;

ALTER TABLE s.t ADD CONSTRAINT uq UNIQUE (x);

COMMENT ON TABLE s.t IS 'c';

--: batch_alter_table | recreate | always, without copy_from
ERROR CommandError

--: batch_alter_table | insert_after | without copy_from
ERROR CommandError
