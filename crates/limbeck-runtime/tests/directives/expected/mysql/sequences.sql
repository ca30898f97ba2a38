--: sa.Sequence | CreateSequence | some
CREATE SEQUENCE IF NOT EXISTS s.`X y` START WITH 5 NOCYCLE;

DROP SEQUENCE IF EXISTS x;

--: sa.Sequence | next_value | in a new table
CREATE TABLE t (
    a INTEGER DEFAULT (nextval(x))
);

--: sa.schema.CreateSchema | if_not_exists
CREATE SCHEMA IF NOT EXISTS `a B`;

DROP SCHEMA x;

--: sa.schema.DropSchema | cascade
DROP SCHEMA x CASCADE;

--: sa.Sequence | CreateSequence | every argument
CREATE SEQUENCE x;

CREATE SEQUENCE IF NOT EXISTS s.`X y` INCREMENT BY 2 START WITH 5 MINVALUE 1 MAXVALUE 9 CACHE 3 CYCLE;

CREATE SEQUENCE y NO MINVALUE NO MAXVALUE NOCYCLE;

DROP SEQUENCE x;

DROP SEQUENCE IF EXISTS s.`X y`;

--: sa.schema.DropSchema | if_exists
CREATE SCHEMA IF NOT EXISTS `a B`;

DROP SCHEMA x;

DROP SCHEMA IF EXISTS x CASCADE;

--: sa.Sequence | next_value | everywhere
CREATE TABLE q (
    id INTEGER NOT NULL DEFAULT (nextval(x)), 
    PRIMARY KEY (id)
);

ALTER TABLE q ADD COLUMN n INTEGER DEFAULT (nextval(s.`X y`));

ALTER TABLE q ALTER COLUMN n SET DEFAULT nextval(it);
