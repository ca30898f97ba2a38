--: sa.Enum | inherit_schema
CREATE TYPE s.e AS ENUM ('x');

CREATE TYPE s.f AS ENUM ('x');

CREATE TYPE g AS ENUM ('x');

CREATE TABLE s.t (
    a s.e, 
    b s.f, 
    c g
);

CREATE TYPE i AS ENUM ('x');

CREATE TABLE u (
    a i
);

ALTER TABLE s.t ADD COLUMN a s.e;

ALTER TABLE s.t ALTER COLUMN a TYPE e;

--: sa.Enum | create_constraint | in a new column
ALTER TABLE t ADD COLUMN a VARCHAR(1);

ALTER TABLE t ADD CONSTRAINT ck CHECK (a IN ('x'));
