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
