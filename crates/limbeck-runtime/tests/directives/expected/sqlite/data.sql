--: execute | sql | text
UPDATE t SET a = 'a\\b', b = '100%', c = ':x' WHERE d LIKE '%y';

SELECT 7 % 3;

--: execute | sql | text with values
UPDATE t SET a = 'it''s \ 100%', b = NULL, c = 1, d = -1.5;

--: execute | sql | text with values of types
UPDATE t SET a = 1, b = '2020-01-02 03:04:05.000000';

--: execute | sql | empty expanding list
DELETE FROM t WHERE id IN (SELECT 1 FROM (SELECT 1) WHERE 1!=1);

--: execute | sql | updates
UPDATE t SET name='it''s \', active=1, made='2020-01-02 03:04:05.006000' WHERE t.id = 5;

UPDATE t SET name=NULL, active=0, price=1.50;

UPDATE t SET name=concat(t.name, 'x');

--: execute | sql | conditions
DELETE FROM t WHERE t.active = 1;

DELETE FROM t WHERE t.active = 0;

DELETE FROM t WHERE (t.active = 1 OR t.id IN (1, 2)) AND t.name LIKE 'x%' AND t.name IS NULL;

DELETE FROM t WHERE 1 = 1;

DELETE FROM t WHERE lower(t.name) LIKE lower('A%');

--: execute | sql | concatenations
UPDATE t SET name=(t.name || '_' || t.name);

DELETE FROM t WHERE (t.name || 'x') = 'yx';

--: execute | sql | bytes and uuids
UPDATE t SET "key"='0000000000000000000000000000000a', raw='a''b\c';

--: execute | sql | inserts
INSERT INTO t (id, name) VALUES (1, 'x');

INSERT INTO t (id, name) VALUES (1, 'a'), (2, NULL);

--: bulk_insert | rows | bulk insert
INSERT INTO t (id, name, active, made) VALUES (1, 'it''s \ 100%', 1, '2020-01-02 00:00:00.000000');

INSERT INTO t (id, name, active, made) VALUES (2, NULL, 0, NULL);

--: bulk_insert | rows | bulk insert of its own
INSERT INTO t (id, made) VALUES (1, '2020-01-02');

INSERT INTO t (name) VALUES ('it''s');

--: bulk_insert | rows | bulk insert of more types
INSERT INTO b (a, b, c, d, e, f, g) VALUES ('2020-01-02', '03:04:05.000000', 1.10, 1.5, 'x', 1, 'a\b');

--: execute | sql | casts
UPDATE t SET id=CAST(t.name AS INTEGER), name=CAST(t.id AS VARCHAR(5)), made=CAST(t.name AS DATETIME), data=CAST(t.name AS JSON), price=CAST(t.name AS NUMERIC(5, 2));

--: execute | sql | casts that are none
UPDATE t SET active=CAST(t.id AS BOOLEAN), price=CAST(t.id + 1 AS FLOAT);

--: execute | sql | functions
UPDATE t SET id=length(t.name), name=coalesce(t.name, ''), made=CURRENT_TIMESTAMP;

UPDATE t SET id=random(), made=CURRENT_TIMESTAMP;

--: execute | sql | arithmetic
UPDATE t SET id=((t.id + 1) * 2 - t.id / (5 + 0.0));

UPDATE t SET id=(t.id % 3);

--: execute | sql | more updates
UPDATE t SET id=(t.id + 1), name='x';

UPDATE t SET name=(t.name || 'x'), active=t.active = 0;

UPDATE t SET active=(t.id IN (1));

UPDATE t SET id=(-t.id) WHERE 1 = 1;

UPDATE t SET id=CASE WHEN t.active THEN 1 ELSE 0 END;
