--: execute | like | startswith
DELETE FROM t WHERE (t.name LIKE 'a' || '%');

--: execute | like | startswith and more
DELETE FROM t WHERE (t.name LIKE 'a' || '%') AND t.id = 3;

--: execute | like | not contains
DELETE FROM t WHERE (t.name NOT LIKE '%' || 'a' || '%');

--: execute | like | not contains, escaped
DELETE FROM t WHERE (t.name NOT LIKE '%' || 'a' || '%' ESCAPE '/');

--: execute | select | order by string
SELECT t.id 
FROM t ORDER BY t.id;

--: execute | select | order by string desc
SELECT t.id, t.n AS q 
FROM t ORDER BY t.id DESC, q, t.name;

--: execute | select | group by string
SELECT t.name, count(*) AS c 
FROM t GROUP BY t.name ORDER BY c;

--: execute | subquery | alias in update
UPDATE t SET n=a.x FROM u AS a WHERE t.id = a.t_id;

--: execute | subquery | alias in delete
DELETE FROM t USING t AS a WHERE t.id > a.id AND t.name = a.name;

--: execute | subquery | update alias
UPDATE t AS a SET n=3 WHERE a.id = 5;

--: execute | select | all_
SELECT t.id 
FROM t 
WHERE t.n > ALL (SELECT u.x 
FROM u);

--: execute | subquery | nested subqueries
SELECT b.z 
FROM (SELECT a.k AS z 
FROM (SELECT u.t_id AS k 
FROM u) AS a 
WHERE a.k > 1) AS b;

--: execute | select | correlated select exists
DELETE FROM t WHERE EXISTS (SELECT u.id 
FROM u 
WHERE u.t_id = t.id);

--: execute | with | cte joined
WITH c AS 
(SELECT u.t_id AS t_id, count(*) AS k 
FROM u GROUP BY u.t_id)
 SELECT t.id, c.k 
FROM t JOIN c ON c.t_id = t.id;

--: execute | subquery | cte aliased twice
WITH c AS 
(SELECT u.t_id AS t_id 
FROM u)
 SELECT c.t_id 
FROM c, c AS d 
WHERE c.t_id = d.t_id;

--: execute | union | union
SELECT t.id 
FROM t UNION SELECT u.t_id 
FROM u;

--: execute | union | union all function
SELECT t.id 
FROM t UNION ALL SELECT u.t_id 
FROM u UNION ALL SELECT u.id 
FROM u 
WHERE u.x = 3;

--: execute | union | union order limit
SELECT t.id 
FROM t UNION SELECT u.t_id 
FROM u ORDER BY id 
 LIMIT 3;

--: execute | union | union of limited
(SELECT t.id 
FROM t ORDER BY t.id 
 LIMIT 2) UNION SELECT u.t_id 
FROM u;

--: execute | union | except
SELECT t.id 
FROM t EXCEPT SELECT u.t_id 
FROM u;

--: execute | union | intersect
SELECT t.id 
FROM t INTERSECT SELECT u.t_id 
FROM u;

--: execute | union | except all
SELECT t.id 
FROM t EXCEPT ALL SELECT u.t_id 
FROM u;

--: execute | union | intersect all
SELECT t.id 
FROM t INTERSECT ALL SELECT u.t_id 
FROM u;

--: execute | union | nested set
SELECT t.id 
FROM t UNION (SELECT u.id 
FROM u EXCEPT SELECT u.t_id 
FROM u);

--: execute | union | chained union
ERROR AttributeError

--: execute | union | chained same union
ERROR AttributeError

--: execute | union | insert from union
INSERT INTO t (id, n) SELECT u.id, u.x 
FROM u UNION SELECT u.t_id, 5 AS anon_1 
FROM u;

--: execute | union | in union
DELETE FROM t WHERE t.id IN (SELECT u.id 
FROM u UNION SELECT u.t_id 
FROM u);

--: execute | union | exists union
DELETE FROM t WHERE EXISTS (SELECT anon_1.id 
FROM (SELECT u.id AS id 
FROM u UNION SELECT u.t_id AS t_id 
FROM u) AS anon_1);

--: execute | union | scalar union
UPDATE t SET n=(SELECT u.id 
FROM u UNION SELECT u.t_id 
FROM u);

--: execute | subquery | subquery in from
SELECT s.t_id 
FROM (SELECT u.t_id AS t_id, count(*) AS c 
FROM u GROUP BY u.t_id) AS s 
WHERE s.c > 1;

--: execute | subquery | anonymous subquery
SELECT anon_1.t_id, anon_1.m 
FROM (SELECT u.t_id AS t_id, max(u.x) AS m 
FROM u GROUP BY u.t_id) AS anon_1;

--: execute | subquery | two anonymous subqueries
SELECT anon_1.t_id, anon_2.id 
FROM (SELECT u.t_id AS t_id 
FROM u) AS anon_1, (SELECT t.id AS id 
FROM t) AS anon_2 
WHERE anon_1.t_id = anon_2.id;

--: execute | subquery | alias of select
SELECT q.t_id 
FROM (SELECT u.t_id AS t_id 
FROM u) AS q;

--: execute | subquery | anonymous alias of table
SELECT t_1.id 
FROM t AS t_1 
WHERE t_1.n = 3;

--: execute | subquery | two anonymous aliases
SELECT t_1.id 
FROM t AS t_1, t AS t_2 
WHERE t_1.n = t_2.id;

--: execute | subquery | join subquery
SELECT t.id 
FROM t JOIN (SELECT u.t_id AS k 
FROM u) AS s ON t.id = s.k;

--: execute | subquery | join method subquery
SELECT t.id 
FROM t JOIN (SELECT u.t_id AS k 
FROM u) AS s ON t.id = s.k;

--: execute | subquery | update from subquery
UPDATE t SET n=s.m FROM (SELECT u.t_id AS t_id, max(u.x) AS m 
FROM u GROUP BY u.t_id) AS s WHERE t.id = s.t_id;

--: execute | subquery | delete in subquery
DELETE FROM t WHERE t.id IN (SELECT s.t_id 
FROM (SELECT u.t_id AS t_id 
FROM u) AS s);

--: execute | with | cte
WITH c AS 
(SELECT u.t_id AS t_id, u.x AS x 
FROM u 
WHERE u.x > 3)
 SELECT c.t_id 
FROM c;

--: execute | with | anonymous cte
WITH anon_1 AS 
(SELECT u.t_id AS t_id 
FROM u)
 SELECT anon_1.t_id 
FROM anon_1;

--: execute | with | cte twice
WITH c AS 
(SELECT u.t_id AS t_id, u.x AS x 
FROM u)
 SELECT c.t_id 
FROM c 
WHERE c.x IN (SELECT c.x 
FROM c);

--: execute | with | two ctes
WITH c AS 
(SELECT u.t_id AS t_id 
FROM u), 
d AS 
(SELECT c.t_id AS t_id 
FROM c 
WHERE c.t_id > 2)
 SELECT d.t_id 
FROM d;

--: execute | with | recursive cte
WITH RECURSIVE c(id, t_id) AS 
(SELECT u.id AS id, u.t_id AS t_id 
FROM u 
WHERE u.t_id IS NULL UNION ALL SELECT u.id AS id, u.t_id AS t_id 
FROM u, c 
WHERE u.t_id = c.id)
 SELECT c.id 
FROM c;

--: execute | with | cte in insert
WITH c AS 
(SELECT u.t_id AS t_id, u.x AS x 
FROM u)
 INSERT INTO t (id, n) SELECT c.t_id, c.x 
FROM c;

--: execute | with | cte in update
WITH c AS 
(SELECT u.t_id AS t_id, u.x AS x 
FROM u)
 UPDATE t SET n=c.x FROM c WHERE t.id = c.t_id;

--: execute | subquery | cte in update subquery
WITH c AS 
(SELECT u.t_id AS t_id, u.x AS x 
FROM u)
 UPDATE t SET n=(SELECT c.x 
FROM c 
WHERE c.t_id = t.id);

--: execute | with | cte in delete
WITH c AS 
(SELECT u.t_id AS t_id 
FROM u)
 DELETE FROM t WHERE t.id IN (SELECT c.t_id 
FROM c);

--: execute | with | changing cte
WITH gone AS 
(DELETE FROM t WHERE t.n > 3 RETURNING t.id)
 DELETE FROM u WHERE u.t_id IN (SELECT gone.id 
FROM gone);

--: execute | over | over
SELECT t.id, row_number() OVER (PARTITION BY t.name ORDER BY t.id DESC) AS r 
FROM t;

--: execute | over | over lists
SELECT rank() OVER (PARTITION BY t.name, t.n ORDER BY t.id, t.n DESC) AS r 
FROM t;

--: execute | over | over nothing
SELECT count(*) OVER () AS r;

--: execute | over | over unlabelled
SELECT row_number() OVER (ORDER BY t.id) AS anon_1 
FROM t;

--: execute | over | over string
SELECT row_number() OVER (ORDER BY t.id) AS anon_1 
FROM t;

--: execute | over | over rows
SELECT sum(t.n) OVER (ORDER BY t.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s 
FROM t;

--: execute | over | over range
SELECT sum(t.n) OVER (ORDER BY t.id RANGE BETWEEN 2 PRECEDING AND 3 FOLLOWING) AS s 
FROM t;

--: execute | over | sa.over
SELECT sum(t.n) OVER (ORDER BY t.id) AS s 
FROM t;

--: execute | over | over in subquery
DELETE FROM t WHERE t.id IN (SELECT s.id 
FROM (SELECT t.id AS id, row_number() OVER (PARTITION BY t.name ORDER BY t.id) AS rn 
FROM t) AS s 
WHERE s.rn > 1);

--: execute | over | filter
SELECT count(t.id) FILTER (WHERE t.n > 3) AS c 
FROM t;

--: execute | over | filter over
SELECT count(t.id) FILTER (WHERE t.n > 3 AND t.id < 9) OVER (ORDER BY t.id) AS c 
FROM t;

--: execute | over | within group
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY t.n DESC) AS c 
FROM t;

--: execute | select | full join
SELECT t.id 
FROM t FULL OUTER JOIN u ON t.id = u.t_id;

--: execute | like | like escape
DELETE FROM t WHERE t.name LIKE 'a/%' ESCAPE '/';

--: execute | like | startswith autoescape
DELETE FROM t WHERE (t.name LIKE 'a/%b' || '%' ESCAPE '/');

--: execute | union | except in select
SELECT 1 AS anon_1 UNION SELECT 2 AS anon_2;

--: execute | union | select from select_from union
SELECT count(*) AS count_1 
FROM (SELECT t.id AS id 
FROM t UNION ALL SELECT u.id AS id 
FROM u) AS s;

--: execute | union | union text column
SELECT 1 UNION SELECT 2;

--: execute | subquery | star count from alias
SELECT count(*) AS count_1 
FROM t AS z;

--: execute | select | any_
SELECT t.id 
FROM t 
WHERE t.n = ANY (SELECT u.x 
FROM u);

--: execute | select | extract
SELECT EXTRACT(year FROM d) AS anon_1;

--: execute | select | for update of
SELECT t.id 
FROM t FOR UPDATE SKIP LOCKED;

--: execute | select | for update nowait
SELECT t.id 
FROM t FOR UPDATE NOWAIT;

--: execute | select | distinct on
SELECT DISTINCT ON (t.name) t.id, t.name 
FROM t;

--: execute | subquery | insert select subquery value
INSERT INTO t (id, n) VALUES (1, (SELECT max(u.x) AS max_1 
FROM u));

--: execute | on_conflict | do nothing
INSERT INTO t (id, name) VALUES (1, 'a') ON CONFLICT DO NOTHING;

--: execute | on_conflict | do nothing elements
INSERT INTO t (id, name) VALUES (1, 'a') ON CONFLICT (id) DO NOTHING;

--: execute | on_conflict | do nothing column elements
INSERT INTO t (id, name) VALUES (1, 'a') ON CONFLICT (id, name) DO NOTHING;

--: execute | on_conflict | do nothing constraint
INSERT INTO t (id, name) VALUES (1, 'a') ON CONFLICT ON CONSTRAINT "uq T" DO NOTHING;

--: execute | on_conflict | do nothing index where
INSERT INTO t (id) VALUES (1) ON CONFLICT (id) WHERE n > 3 DO NOTHING;

--: execute | on_conflict | do update
INSERT INTO t (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = 'b', n = 3;

--: execute | on_conflict | do update excluded
INSERT INTO t (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = excluded.name, n = (t.n + excluded.n);

--: execute | on_conflict | do update order
INSERT INTO t (id, name, n) VALUES (1, 'a', 3) ON CONFLICT ON CONSTRAINT pk DO UPDATE SET id = 4, name = excluded.name, n = excluded.n;

--: execute | on_conflict | do update where
INSERT INTO t (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE t.n > excluded.n;

--: execute | on_conflict | do update func
INSERT INTO t (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = lower(excluded.name), n = t.n + 1;

--: execute | on_conflict | do update returning
INSERT INTO t (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = 'x' RETURNING t.id;

--: execute | on_conflict | many rows
INSERT INTO t (id, name) VALUES (1, 'a'), (2, 'b') ON CONFLICT DO NOTHING;

--: execute | on_conflict | from select
INSERT INTO t (id) SELECT u.t_id 
FROM u ON CONFLICT DO NOTHING;

--: execute | on_conflict | expression element
INSERT INTO t (id) VALUES (1) ON CONFLICT (lower(name)) DO NOTHING;

--: execute | on_conflict | index where text
INSERT INTO t (id) VALUES (1) ON CONFLICT (id) WHERE n > 3 DO NOTHING;

--: execute | on_conflict | no target
ERROR ValueError

--: execute | on_conflict | do update None
INSERT INTO t (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET n = NULL;

--: execute | on_duplicate_key_update | where there is none
ERROR UnsupportedCompilationError
