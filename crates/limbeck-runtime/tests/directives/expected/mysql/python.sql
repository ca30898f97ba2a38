--: invoke | operation | CreateTableOp
CREATE TABLE t (
    a INTEGER
);

--: invoke | operation | DropTableOp
DROP TABLE IF EXISTS s.t;

--: invoke | operation | AddColumnOp
ALTER TABLE t ADD COLUMN a INTEGER;

--: invoke | operation | DropColumnOp
ALTER TABLE t DROP COLUMN a;

--: invoke | operation | CreateIndexOp
CREATE UNIQUE INDEX ix ON t (a);

--: invoke | operation | ExecuteSQLOp
UPDATE t SET a = 1;

--: invoke | operation | AlterColumnOp
ALTER TABLE t MODIFY a INTEGER NOT NULL DEFAULT '5';

--: invoke | operation | constraints
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a, b);

ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a);

ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES u (id) ON DELETE CASCADE;

ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0);

ALTER TABLE t DROP CHECK ck;

--: invoke | operation | BulkInsertOp into a table that was made
CREATE TABLE t (
    a INTEGER, 
    b VARCHAR(5)
);

INSERT INTO t (a, b) VALUES (1, 'x');

INSERT INTO t (a, b) VALUES (2, 'it''s');

DROP INDEX ix ON t;

ALTER TABLE t RENAME TO u;

--: register_operation | a class with its implementation
CREATE VIEW v AS SELECT 1 AS a;

--: register_operation | for batch blocks
INSERT INTO notes VALUES ('t', 'x');

INSERT INTO notes VALUES ('t', 'y');

ALTER TABLE t ADD COLUMN a INTEGER;

--: types | TypeDecorator | of a text
CREATE TABLE t (
    a VARCHAR(20)
);

--: types | TypeDecorator | by load_dialect_impl
CREATE TABLE t (
    a TEXT
);

--: types | UserDefinedType
CREATE TABLE t (
    a POINT
);

--: upgrade | arguments | a name of a database
CREATE TABLE t (
    a INTEGER
);

--: get_bind | dialect
SELECT 'another';

--: get_bind | execute | a statement with parameters
UPDATE t SET a = NULL;

--: directives | in a function with a loop
ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD COLUMN b INTEGER;

--: run_async | async_function
ERROR ValueError
