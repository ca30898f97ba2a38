WITH mine AS (
    SELECT c.oid, c.relkind, n.nspname || '.' || c.relname AS name, c.reloptions, c.relnamespace
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relname NOT LIKE 'alembic!_version%' ESCAPE '!'
)
SELECT concat_ws(' ', 'relation', relkind, name, reloptions::text, pg_get_partkeydef(oid), obj_description(oid, 'pg_class'))
FROM mine WHERE relkind <> 'i'
UNION ALL
SELECT concat_ws(' ', 'column', name, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN 'NOT NULL' END, 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), 'IDENTITY ' || nullif(a.attidentity::text, ''),
    'GENERATED ' || nullif(a.attgenerated::text, ''), 'COLLATE ' || (SELECT collname FROM pg_collation l, pg_type t
        WHERE l.oid = a.attcollation AND t.oid = a.atttypid AND t.typcollation <> l.oid), 'COMMENT ' || col_description(a.attrelid, a.attnum))
FROM mine JOIN pg_attribute a ON a.attrelid = mine.oid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND relkind IN ('r', 'p')
UNION ALL
SELECT concat_ws(' ', 'constraint', name, quote_ident(k.conname), pg_get_constraintdef(k.oid), obj_description(k.oid, 'pg_constraint'))
FROM mine JOIN pg_constraint k ON k.conrelid = mine.oid WHERE k.contype <> 'n'
UNION ALL
SELECT 'index ' || pg_get_indexdef(oid) FROM mine WHERE relkind = 'i'
UNION ALL
SELECT concat_ws(' ', 'sequence', name, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
    (SELECT 'OWNED BY ' || d.refobjid::regclass || '.' || a.attname FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE d.objid = mine.oid AND d.deptype IN ('a', 'i') AND d.refclassid = 'pg_class'::regclass))
FROM mine JOIN pg_sequence s ON s.seqrelid = mine.oid
UNION ALL
SELECT concat_ws(' ', 'enum', n.nspname || '.' || t.typname, (SELECT string_agg(quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid))
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e'
UNION ALL
SELECT concat_ws(' ', 'domain', n.nspname || '.' || t.typname, format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
    (SELECT string_agg(pg_get_constraintdef(k.oid), ',') FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'))
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'd' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
