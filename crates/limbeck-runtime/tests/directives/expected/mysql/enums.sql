--: sa.Enum | inherit_schema
ERROR UnsupportedCompilationError

--: sa.Enum | create_constraint | in a new column
ALTER TABLE t ADD COLUMN a VARCHAR(1);

ALTER TABLE t ADD CONSTRAINT ck CHECK (a IN ('x'));

--: sa.Enum | name | in a new table
CREATE TABLE t (
    a ENUM('x','y'), 
    b ENUM('x','y')
);

--: sa.Enum | name | that needs quoting
CREATE TABLE t (
    a ENUM('x','y')
);

--: sa.Enum | name | in two tables
CREATE TABLE t (
    a ENUM('x','y')
);

CREATE TABLE u (
    a ENUM('x','y')
);

--: sa.Enum | schema
CREATE TABLE t (
    a ENUM('x','y')
);

--: sa.Enum | schema | the table's own
CREATE TABLE s.t (
    a ENUM('x','y')
);

--: sa.Enum | metadata
CREATE TABLE t (
    a ENUM('x','y')
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
    a ENUM('it''s','100%','a\\b')
);

--: sa.Enum | default
CREATE TABLE t (
    a ENUM('x','y') NOT NULL DEFAULT 'x'
);

--: sa.Enum | collation
CREATE TABLE t (
    a ENUM('x','y')
);

--: sa.Enum | values_callable
CREATE TABLE t (
    a ENUM('x','y')
);

--: postgresql.ENUM | name
ERROR UnsupportedCompilationError

--: postgresql.ENUM | create_type
CREATE TABLE t (
    a ENUM('x','y')
);

--: postgresql.ENUM | schema
ERROR UnsupportedCompilationError

--: postgresql.ENUM | create
ERROR UnsupportedCompilationError

--: postgresql.ENUM | create | checkfirst=False
ERROR UnsupportedCompilationError

--: postgresql.ENUM | drop
ERROR UnsupportedCompilationError

--: postgresql.ENUM | in an array
ERROR UnsupportedCompilationError

--: postgresql.ENUM | default
ALTER TABLE t ADD COLUMN a ENUM('x','y') DEFAULT 'x'::e;

--: postgresql.DOMAIN | in a new table
ERROR UnsupportedCompilationError

--: postgresql.DOMAIN | every argument
ERROR UnsupportedCompilationError
