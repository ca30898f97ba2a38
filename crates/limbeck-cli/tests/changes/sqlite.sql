WITH mine AS (SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('alembic_version', 'sqlite_sequence'))
SELECT 'table ' || name FROM mine
UNION ALL
SELECT mine.name || ' column ' || c.name || ' ' || c.type || iif(c."notnull", ' NOT NULL', '') || coalesce(' DEFAULT ' || c.dflt_value, '')
    || iif(c.pk, ' PRIMARY KEY ' || c.pk, '') || iif(c.hidden, ' GENERATED ' || c.hidden, '')
FROM mine, pragma_table_xinfo(mine.name) AS c
UNION ALL
SELECT name || ' foreign key ' || other || ' ' || columns || ' ' || on_update || ' ' || on_delete
FROM (SELECT mine.name, f."table" AS other, group_concat(f."from" || '>' || coalesce(f."to", '')) AS columns, f.on_update, f.on_delete
      FROM mine, pragma_foreign_key_list(mine.name) AS f GROUP BY mine.name, f.id)
UNION ALL
SELECT mine.name || ' index ' || iif(l.origin = 'c', l.name, l.origin) || iif(l."unique", ' UNIQUE', '') || ' '
    || (SELECT group_concat(coalesce(x.name, '(expression)') || iif(x."desc", ' DESC', '') || ' ' || x.coll) FROM pragma_index_xinfo(l.name) AS x WHERE x.key)
    || coalesce(substr(m.sql, instr(m.sql, '(')), '')
FROM mine, pragma_index_list(mine.name) AS l LEFT JOIN sqlite_master AS m ON m.name = l.name
UNION ALL
SELECT type || ' ' || name || ' ' || sql FROM sqlite_master WHERE type NOT IN ('table', 'index')
