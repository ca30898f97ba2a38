--: execute | sql | text
UPDATE t SET a = 'a\\b', b = '100%', c = ':x' WHERE d LIKE '%y';

SELECT 7 % 3;

--: execute | sql | text with values
UPDATE t SET a = 'it''s \\ 100%', b = NULL, c = true, d = -1.5;

--: execute | sql | text with values of types
UPDATE t SET a = true, b = '2020-01-02 03:04:05';

--: execute | sql | empty expanding list
DELETE FROM t WHERE id IN (SELECT _in_0 FROM (SELECT 1 AS _in_0) as _empty_set WHERE 1!=1);

--: execute | sql | updates
UPDATE t SET name='it''s \\', active=true, made='2020-01-02 03:04:05.006000' WHERE t.id = 5;

UPDATE t SET name=NULL, active=false, price=1.50;

UPDATE t SET name=concat(t.name, 'x');

--: execute | sql | conditions
DELETE FROM t WHERE t.active = 1;

DELETE FROM t WHERE t.active = 0;

DELETE FROM t WHERE (t.active = 1 OR t.id IN (1, 2)) AND t.name LIKE 'x%' AND t.name IS NULL;

DELETE FROM t WHERE true = 1;

DELETE FROM t WHERE lower(t.name) LIKE lower('A%');

--: execute | sql | concatenations
UPDATE t SET name=(concat(t.name, '_', t.name));

DELETE FROM t WHERE (concat(t.name, 'x')) = 'yx';

--: execute | sql | bytes and uuids
UPDATE t SET `key`='0000000000000000000000000000000a', raw='a''b\\c';

--: execute | sql | inserts
INSERT INTO t (id, name) VALUES (1, 'x');

INSERT INTO t (id, name) VALUES (1, 'a'), (2, NULL);

--: bulk_insert | rows | bulk insert
INSERT INTO t (id, name, active, made) VALUES (1, 'it''s \\ 100%', true, '2020-01-02 00:00:00');

INSERT INTO t (id, name, active, made) VALUES (2, NULL, false, NULL);

--: bulk_insert | rows | bulk insert of its own
INSERT INTO t (id, made) VALUES (1, '2020-01-02');

INSERT INTO t (name) VALUES ('it''s');

--: bulk_insert | rows | bulk insert of more types
INSERT INTO b (a, b, c, d, e, f, g) VALUES ('2020-01-02', '03:04:05', 1.10, 1.5, 'x', 1, 'a\\b');

--: execute | sql | casts
UPDATE t SET id=CAST(t.name AS SIGNED INTEGER), name=CAST(t.id AS CHAR(5)), made=CAST(t.name AS DATETIME), data=CAST(t.name AS JSON), price=CAST(t.name AS DECIMAL(5, 2));

--: execute | sql | casts that are none
UPDATE t SET active=t.id, price=(t.id + 1);

--: execute | sql | functions
UPDATE t SET id=char_length(t.name), name=coalesce(t.name, ''), made=now();

UPDATE t SET id=rand(), made=CURRENT_TIMESTAMP;

--: execute | sql | arithmetic
UPDATE t SET id=((t.id + 1) * 2 - t.id / 5);

UPDATE t SET id=(t.id % 3);

--: execute | sql | more updates
UPDATE t SET id=(t.id + 1), name='x';

UPDATE t SET name=(concat(t.name, 'x')), active=t.active = 0;

UPDATE t SET active=(t.id IN (1));

UPDATE t SET id=(-t.id) WHERE true = 1;

UPDATE t SET id=CASE WHEN t.active THEN 1 ELSE 0 END;
