--: execute | sql | text
UPDATE t SET a = 'a\\b', b = '100%', c = ':x' WHERE d LIKE '%y';

SELECT 7 % 3;

--: execute | sql | text with values
UPDATE t SET a = 'it''s \ 100%', b = NULL, c = true, d = -1.5;

--: execute | sql | text with values of types
UPDATE t SET a = true, b = '2020-01-02 03:04:05';

--: execute | sql | empty expanding list
DELETE FROM t WHERE id IN (SELECT CAST(NULL AS INTEGER) WHERE 1!=1);

--: execute | sql | updates
UPDATE t SET name='it''s \', active=true, made='2020-01-02 03:04:05.006000' WHERE t.id = 5;

UPDATE t SET name=NULL, active=false, price=1.50;

UPDATE t SET name=concat(t.name, 'x');

--: execute | sql | conditions
DELETE FROM t WHERE t.active;

DELETE FROM t WHERE NOT t.active;

DELETE FROM t WHERE (t.active OR t.id IN (1, 2)) AND t.name LIKE 'x%' AND t.name IS NULL;

DELETE FROM t WHERE true;

DELETE FROM t WHERE t.name ILIKE 'A%';

--: execute | sql | concatenations
UPDATE t SET name=(t.name || '_' || t.name);

DELETE FROM t WHERE (t.name || 'x') = 'yx';

--: execute | sql | bytes and uuids
UPDATE t SET key='00000000-0000-0000-0000-00000000000a', raw='a''b\c';

--: execute | sql | inserts
INSERT INTO t (id, name) VALUES (1, 'x');

INSERT INTO t (id, name) VALUES (1, 'a'), (2, NULL);

--: bulk_insert | rows | bulk insert
INSERT INTO t (id, name, active, made) VALUES (1, 'it''s \ 100%', true, '2020-01-02 00:00:00');

INSERT INTO t (id, name, active, made) VALUES (2, NULL, false, NULL);

--: bulk_insert | rows | bulk insert of its own
INSERT INTO t (id, made) VALUES (1, '2020-01-02');

INSERT INTO t (name) VALUES ('it''s');

--: bulk_insert | rows | bulk insert of more types
INSERT INTO b (a, b, c, d, e, f, g) VALUES ('2020-01-02', '03:04:05', 1.10, 1.5, 'x', 1, 'a\b');

--: execute | sql | casts
UPDATE t SET id=CAST(t.name AS INTEGER), name=CAST(t.id AS VARCHAR(5)), made=CAST(t.name AS TIMESTAMP WITHOUT TIME ZONE), data=CAST(t.name AS JSON), price=CAST(t.name AS NUMERIC(5, 2));

--: execute | sql | casts that are none
UPDATE t SET active=CAST(t.id AS BOOLEAN), price=CAST(t.id + 1 AS FLOAT);

--: execute | sql | functions
UPDATE t SET id=char_length(t.name), name=coalesce(t.name, ''), made=now();

UPDATE t SET id=random(), made=CURRENT_TIMESTAMP;

--: execute | sql | arithmetic
UPDATE t SET id=((t.id + 1) * 2 - t.id / CAST(5 AS NUMERIC));

UPDATE t SET id=(t.id % 3);

--: execute | sql | more updates
UPDATE t SET id=(t.id + 1), name='x';

UPDATE t SET name=(t.name || 'x'), active=NOT t.active;

UPDATE t SET active=(t.id IN (1));

UPDATE t SET id=(-t.id) WHERE true;

UPDATE t SET id=CASE WHEN t.active THEN 1 ELSE 0 END;

--: execute | sqltext | plain
UPDATE t SET a = 1;

--: execute | sqltext | several statements in one
UPDATE t SET a = 1; DELETE FROM t WHERE b = 2;;

--: execute | sqltext | a semicolon and white space around it
UPDATE t
    SET a = 1;;

--: execute | sqltext | a cast
UPDATE t SET a = b::integer;

--: execute | sqltext | a cast after a bind
ERROR ArgumentError

--: execute | sqltext | escaped colons
UPDATE t SET a = 'x:y' WHERE b = '10:30';

--: execute | sqltext | a time
UPDATE t SET a = '10:30:00';

--: execute | sqltext | a JSON text
UPDATE t SET a = '{"k": 1, "l": [2]}';

--: execute | sqltext | an unescaped name
UPDATE t SET a = NULL;

--: execute | sqltext | an unescaped name in quotes
SELECT 'NULL';

--: execute | sqltext | dollar quotes
DO $$ BEGIN UPDATE t SET a = 'x;y'; END $$;

--: execute | sqltext | dollar quotes with a name and an assignment
CREATE FUNCTION f() RETURNS trigger AS $body$
    BEGIN
        NEW.a := now();
        RETURN NEW;
    END;
    $body$ LANGUAGE plpgsql;;

--: execute | sqltext | an assignment
DO $$ DECLARE x int; BEGIN x := 1; END $$;

--: execute | sqltext | a percent sign
SELECT '100%', 5 % 3, '%s', '%(a)s';

--: execute | sqltext | backslashes
UPDATE t SET a = 'c:\\dir\\file';

--: execute | sqltext | comments
-- a comment
UPDATE t SET a = 1 /* another */;

--: execute | sqltext | empty
;

--: execute | sqltext | not in ASCII
UPDATE t SET a = 'Zürich – 東京';

--: execute | sqltext | sa.text
UPDATE t SET a = 1;

--: execute | sqltext | an f-string
UPDATE accounts SET a = 1;

--: execute | sqltext | in a loop
DROP VIEW IF EXISTS a;

DROP VIEW IF EXISTS b;

--: execute | bindparams | by keyword
UPDATE t SET a = 1, b = 'it''s';

--: execute | bindparams | sa.bindparam with a type
UPDATE t SET a = '2020-01-02';

--: execute | bindparams | a date
UPDATE t SET a = '2020-01-02', b = '2020-01-02 03:04:05', c = '01:02:03';

--: execute | bindparams | a decimal and a float
UPDATE t SET a = 1.50, b = 1.5;

--: execute | bindparams | bool and None
UPDATE t SET a = true, b = false WHERE c = NULL;

--: execute | bindparams | one that is missing
UPDATE t SET a = 1, b = NULL;

--: execute | bindparams | one too many
ERROR ArgumentError

--: execute | bindparams | the same twice
UPDATE t SET a = 1, b = 1;

--: execute | bindparams | an expanding list
DELETE FROM t WHERE id IN (1, 2, 3);

--: execute | bindparams | an expanding list of str
DELETE FROM t WHERE n IN ('a', 'it''s');

--: execute | bindparams | JSON
ERROR CompileError

--: execute | bindparams | a uuid
UPDATE t SET a = '00000000-0000-0000-0000-000000000005';

--: execute | bindparams | bytes
UPDATE t SET a = 'a''b';

--: execute | columns
SELECT a FROM t;

--: execute | execution_options
UPDATE t SET a = 1;

--: execute | placeholders | text
UPDATE t SET a = :a, b = '100%';

--: execute | placeholders | a statement
UPDATE t SET name=:name WHERE t.id = :id_1;

--: execute | sa.insert
INSERT INTO t (id, name, active) VALUES (1, 'x', true);

--: execute | sa.insert | several rows
INSERT INTO t (id, name) VALUES (1, 'x'), (2, 'y');

--: execute | sa.insert | from a select
INSERT INTO t (id, name) SELECT t.id, t.name 
FROM t 
WHERE t.id > 5;

--: execute | sa.insert | no values
INSERT INTO t (id, name, active, made, key, raw, data, price) VALUES (:id, :name, :active, :made, :key::UUID, :raw, :data::JSON, :price);

--: execute | sa.insert | by inline_literal
INSERT INTO t (id, name) VALUES (5, 'it''s');

--: execute | sa.insert | of types that have no literal
ERROR CompileError

--: execute | sa.update
UPDATE t SET name='b', price=(t.price * 2) WHERE t.name = 'a';

--: execute | sa.update | by inline_literal
UPDATE t SET name='b' WHERE t.name = 'a';

--: execute | sa.update | by a subquery
UPDATE t SET name=(SELECT o.name 
FROM o 
WHERE o.t_id = t.id);

--: execute | sa.update | sa.case
UPDATE t SET name=CASE WHEN (t.id = 1) THEN 'one' WHEN (t.id = 2) THEN 'two' ELSE 'many' END;

--: execute | sa.update | sa.func
UPDATE t SET name=lower(t.name), made=now(), price=coalesce(t.price, 0);

--: execute | sa.update | sa.cast
UPDATE t SET name=CAST(t.id AS VARCHAR(10));

--: execute | sa.update | sa.literal_column and sa.text
UPDATE t SET id=id + 1, name='x';

--: execute | sa.update | in a schema
ERROR CompileError

--: execute | sa.delete
DELETE FROM t WHERE t.id > 5 AND t.name LIKE 'x%';

--: execute | sa.delete | everything
DELETE FROM t;

--: execute | sa.delete | exists
DELETE FROM t WHERE NOT (EXISTS (SELECT * 
FROM o 
WHERE o.t_id = t.id));

--: execute | sa.delete | not in a subquery
DELETE FROM t WHERE (t.id NOT IN (SELECT o.t_id 
FROM o));

--: execute | sa.select
SELECT t.id, t.name 
FROM t 
WHERE t.active IS true ORDER BY t.name DESC 
 LIMIT 5;

--: execute | sa.schema.DDL
CREATE VIEW v AS SELECT '100%' AS x;

--: execute | sa.schema.CreateTable
CREATE TABLE t (
    a INTEGER
);

--: bulk_insert | rows | none


--: bulk_insert | rows | one
INSERT INTO t (id, name) VALUES (1, 'it''s');

--: bulk_insert | rows | with different keys
INSERT INTO t (id, name) VALUES (1, 'x');

INSERT INTO t (id) VALUES (2);

--: bulk_insert | rows | a key too many in the second
INSERT INTO t (id) VALUES (1);

INSERT INTO t (id, name) VALUES (2, 'x');

--: bulk_insert | rows | bool, date and None
INSERT INTO t (id, active, made) VALUES (1, true, '2020-01-02 03:04:05');

INSERT INTO t (id, active, made) VALUES (2, NULL, NULL);

--: bulk_insert | rows | a date as text
ERROR CompileError

--: bulk_insert | rows | JSON
ERROR CompileError

--: bulk_insert | rows | uuids and bytes
INSERT INTO t (key, raw) VALUES ('00000000-0000-0000-0000-000000000005', 'abc');

--: bulk_insert | rows | decimals
INSERT INTO t (price) VALUES (1.50);

INSERT INTO t (price) VALUES (2);

--: bulk_insert | rows | percent signs and backslashes
INSERT INTO t (name) VALUES ('100% \ :x');

--: bulk_insert | rows | not in ASCII
INSERT INTO t (name) VALUES ('Zürich – 東京
');

--: bulk_insert | rows | in a comprehension
INSERT INTO t (id, name) VALUES (0, 'a');

INSERT INTO t (id, name) VALUES (1, 'b');

--: bulk_insert | rows | SQL expressions
ERROR CompileError

--: bulk_insert | table | with a schema
INSERT INTO "My s".t (a) VALUES (1);

--: bulk_insert | table | columns without types
ERROR CompileError

--: bulk_insert | table | a Table
INSERT INTO t (a, b) VALUES (1, 'x');

--: bulk_insert | table | a Table with a default
INSERT INTO t (a, b) VALUES (1, NULL);

--: bulk_insert | table | an enum
INSERT INTO t (a) VALUES ('x');

--: bulk_insert | multiinsert | False
INSERT INTO t (id, name) VALUES (1, 'x');

INSERT INTO t (id, name) VALUES (2, 'y');

--: bulk_insert | multiinsert | False, with inline_literal
INSERT INTO t (id, made) VALUES (1, '2020-01-02 00:00:00');

--: bulk_insert | multiinsert | True, with inline_literal
INSERT INTO t (id, made) VALUES (1, '2020-01-02 00:00:00');

--: bulk_insert | placeholders
INSERT INTO t (id, name) VALUES (1, 'it''s');

INSERT INTO t (id, name) VALUES (2, NULL);

--: inline_literal | value | a number
UPDATE t SET id=-5;

--: inline_literal | value | None
UPDATE t SET name=NULL;

--: inline_literal | value | a date
UPDATE t SET made='2020-01-02 00:00:00';

--: inline_literal | type_
UPDATE t SET name='5', active=true;

--: get_bind | execute
UPDATE t SET a = 1;

--: get_context | autocommit_block
BEGIN;

UPDATE t SET a = 1;

COMMIT;

ALTER TYPE e ADD VALUE 'z';

BEGIN;

UPDATE t SET a = 2;

COMMIT;

--: get_context | as_sql
SELECT 'offline';

--: get_context | dialect
SELECT 'postgresql';
