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

--: sa.Enum | name | in a new table
CREATE TYPE e AS ENUM ('x', 'y');

CREATE TABLE t (
    a e, 
    b e
);

--: sa.Enum | name | that needs quoting
CREATE TYPE "My E" AS ENUM ('x', 'y');

CREATE TABLE t (
    a "My E"
);

--: sa.Enum | name | in two tables
CREATE TYPE e AS ENUM ('x', 'y');

CREATE TABLE t (
    a e
);

CREATE TABLE u (
    a e
);

--: sa.Enum | schema
CREATE TYPE s.e AS ENUM ('x', 'y');

CREATE TABLE t (
    a s.e
);

--: sa.Enum | schema | the table's own
CREATE TYPE s.e AS ENUM ('x', 'y');

CREATE TABLE s.t (
    a s.e
);

--: sa.Enum | metadata
CREATE TYPE e AS ENUM ('x', 'y');

CREATE TABLE t (
    a e
);

--: sa.Enum | native_enum
CREATE TABLE t (
    a VARCHAR(8)
);

--: sa.Enum | create_constraint
CREATE TABLE t (
    a VARCHAR(1), 
    CONSTRAINT ck CHECK (a IN ('x', 'y'))
);

--: sa.Enum | create_constraint | without a name
CREATE TABLE t (
    a VARCHAR(1), 
    CHECK (a IN ('x', 'y'))
);

--: sa.Enum | length
CREATE TABLE t (
    a VARCHAR(30)
);

--: sa.Enum | values | with quotes and percent signs
CREATE TYPE e AS ENUM ('it''s', '100%', 'a\b');

CREATE TABLE t (
    a e
);

--: sa.Enum | default
CREATE TYPE e AS ENUM ('x', 'y');

CREATE TABLE t (
    a e DEFAULT 'x' NOT NULL
);

--: sa.Enum | collation
CREATE TYPE e AS ENUM ('x', 'y');

CREATE TABLE t (
    a e
);

--: sa.Enum | values_callable
CREATE TYPE e AS ENUM ('x', 'y');

CREATE TABLE t (
    a e
);

--: postgresql.ENUM | name
CREATE TYPE e AS ENUM ('x', 'y');

CREATE TABLE t (
    a e
);

--: postgresql.ENUM | create_type
CREATE TABLE t (
    a e
);

--: postgresql.ENUM | schema
CREATE TYPE s.e AS ENUM ('x', 'y');

CREATE TABLE t (
    a s.e
);

--: postgresql.ENUM | create
CREATE TYPE e AS ENUM ('x', 'y');

--: postgresql.ENUM | create | checkfirst=False
CREATE TYPE e AS ENUM ('x', 'y');

--: postgresql.ENUM | drop
DROP TYPE e;

--: postgresql.ENUM | in an array
CREATE TYPE e AS ENUM ('x', 'y');

CREATE TABLE t (
    a e[]
);

--: postgresql.ENUM | default
ALTER TABLE t ADD COLUMN a e DEFAULT 'x'::e;

--: postgresql.DOMAIN | in a new table
CREATE DOMAIN d AS INTEGER;

CREATE TABLE t (
    a d
);

--: postgresql.DOMAIN | every argument
CREATE DOMAIN s.d AS TEXT COLLATE "C" DEFAULT 'x' CONSTRAINT ck NOT NULL CHECK (VALUE <> '');

CREATE TABLE t (
    a s.d
);
