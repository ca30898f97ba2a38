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

--: sa.Sequence | CreateSequence | plain
CREATE SEQUENCE q;

--: sa.Sequence | CreateSequence | start and increment
CREATE SEQUENCE q INCREMENT BY 3 START WITH 5;

--: sa.Sequence | CreateSequence | limits
CREATE SEQUENCE q MINVALUE 1 MAXVALUE 99 CYCLE;

--: sa.Sequence | CreateSequence | no limits
CREATE SEQUENCE q NO MINVALUE NO MAXVALUE;

--: sa.Sequence | CreateSequence | cache and order
CREATE SEQUENCE q CACHE 5;

--: sa.Sequence | CreateSequence | data_type
CREATE SEQUENCE q;

--: sa.Sequence | CreateSequence | if_not_exists
CREATE SEQUENCE IF NOT EXISTS q;

--: sa.Sequence | DropSequence
DROP SEQUENCE s.q;

--: sa.Sequence | DropSequence | if_exists
DROP SEQUENCE IF EXISTS q;

--: sa.Sequence | in a column
CREATE TABLE t (
    a INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (a)
);

--: sa.Sequence | in a column | with a default of its own
CREATE TABLE t (
    a INTEGER DEFAULT (nextval('q'))
);

--: sa.Sequence | in a column | in a schema, with a start
CREATE TABLE t (
    a INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (a)
);

--: sa.Sequence | next_value | in an update
UPDATE t SET a=nextval(q);

--: sa.schema.CreateSchema | name
CREATE SCHEMA s;

--: sa.schema.CreateSchema | name | that needs quoting
CREATE SCHEMA `My s`;

--: sa.schema.DropSchema | name
DROP SCHEMA `My s`;
