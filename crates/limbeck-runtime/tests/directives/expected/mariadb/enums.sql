--: sa.Enum | inherit_schema
ERROR UnsupportedCompilationError

--: sa.Enum | create_constraint | in a new column
ALTER TABLE t ADD COLUMN a VARCHAR(1);

ALTER TABLE t ADD CONSTRAINT ck CHECK (a IN ('x'));
