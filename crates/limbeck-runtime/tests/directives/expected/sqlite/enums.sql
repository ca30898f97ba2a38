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

--: sa.Enum | name | in a new table
CREATE TABLE t (
    a VARCHAR(1), 
    b VARCHAR(1)
);

--: sa.Enum | name | that needs quoting
CREATE TABLE t (
    a VARCHAR(1)
);

--: sa.Enum | name | in two tables
CREATE TABLE t (
    a VARCHAR(1)
);

CREATE TABLE u (
    a VARCHAR(1)
);

--: sa.Enum | schema
CREATE TABLE t (
    a VARCHAR(1)
);

--: sa.Enum | schema | the table's own
CREATE TABLE s.t (
    a VARCHAR(1)
);

--: sa.Enum | metadata
CREATE TABLE t (
    a VARCHAR(1)
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
CREATE TABLE t (
    a VARCHAR(4)
);

--: sa.Enum | default
CREATE TABLE t (
    a VARCHAR(1) DEFAULT 'x' NOT NULL
);

--: sa.Enum | collation
CREATE TABLE t (
    a VARCHAR(1)
);

--: sa.Enum | values_callable
CREATE TABLE t (
    a VARCHAR(1)
);

--: postgresql.ENUM | name
CREATE TABLE t (
    a VARCHAR(1)
);

--: postgresql.ENUM | create_type
CREATE TABLE t (
    a VARCHAR(1)
);

--: postgresql.ENUM | schema
CREATE TABLE t (
    a VARCHAR(1)
);

--: postgresql.ENUM | create


--: postgresql.ENUM | create | checkfirst=False


--: postgresql.ENUM | drop


--: postgresql.ENUM | in an array
ERROR CompileError

--: postgresql.ENUM | default
ALTER TABLE t ADD COLUMN a VARCHAR(1) DEFAULT 'x'::e;

--: postgresql.DOMAIN | in a new table
ERROR UnsupportedCompilationError

--: postgresql.DOMAIN | every argument
ERROR UnsupportedCompilationError
