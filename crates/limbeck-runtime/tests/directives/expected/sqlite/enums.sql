--: sa.Enum | inherit_schema
CREATE TABLE s.t (
    a VARCHAR(1), 
    b VARCHAR(1), 
    c VARCHAR(1)
);

CREATE TABLE u (
    a VARCHAR(1)
);

ALTER TABLE s.t ADD COLUMN a VARCHAR(1);

ALTER TABLE s.t ALTER COLUMN a TYPE VARCHAR(1);

--: sa.Enum | create_constraint | in a new column
ALTER TABLE t ADD COLUMN a VARCHAR(1);
