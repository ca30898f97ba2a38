--: sa.Sequence | CreateSequence | some
CREATE SEQUENCE IF NOT EXISTS s."X y" START WITH 5 NO CYCLE;

DROP SEQUENCE IF EXISTS x;

--: sa.Sequence | next_value | in a new table
ERROR NotImplementedError

--: sa.schema.CreateSchema | if_not_exists
CREATE SCHEMA IF NOT EXISTS "a B";

DROP SCHEMA x;

--: sa.schema.DropSchema | cascade
DROP SCHEMA x CASCADE;

--: sa.Sequence | CreateSequence | every argument
CREATE SEQUENCE x;

CREATE SEQUENCE IF NOT EXISTS s."X y" INCREMENT BY 2 START WITH 5 MINVALUE 1 MAXVALUE 9 CACHE 3 CYCLE;

CREATE SEQUENCE y NO MINVALUE NO MAXVALUE NO CYCLE;

DROP SEQUENCE x;

DROP SEQUENCE IF EXISTS s."X y";

--: sa.schema.DropSchema | if_exists
CREATE SCHEMA IF NOT EXISTS "a B";

DROP SCHEMA x;

DROP SCHEMA IF EXISTS x CASCADE;

--: sa.Sequence | next_value | everywhere
ERROR NotImplementedError
