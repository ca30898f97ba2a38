-- What the inspector is asked about on SQLite. SQLAlchemy reads the statements by patterns: they are written as it writes them.
CREATE TABLE numbers (id INTEGER NOT NULL PRIMARY KEY, x INTEGER UNIQUE, y VARCHAR(20) DEFAULT 'it''s: a' NOT NULL, CONSTRAINT both UNIQUE (x, y));
CREATE TABLE indexed (
  a INTEGER, b INTEGER, c TEXT COLLATE NOCASE, d NUMERIC(10, 2) DEFAULT 0.5, e DATETIME DEFAULT (CURRENT_TIMESTAMP), f JSON, g, h MONEY, i BLOB,
  j FLOAT, k DOUBLE PRECISION, l BOOL, m BIGINT, n TIMESTAMP, o DATE DEFAULT '2020-01-01', p CHAR(3), q DECIMAL(5), r TIME, s UUID, t JSONB,
  PRIMARY KEY (b, a),
  CONSTRAINT positive CHECK (a > 1),
  CHECK (b <> 3),
  CONSTRAINT "Odd name" CHECK (c <> 'a:b'),
  CONSTRAINT to_numbers FOREIGN KEY(a) REFERENCES numbers (id) ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT named FOREIGN KEY(b) REFERENCES numbers (id),
  FOREIGN KEY(a, c) REFERENCES numbers (x, y) ON DELETE NO ACTION
);
CREATE TABLE inline (id INTEGER PRIMARY KEY AUTOINCREMENT, p_id INTEGER REFERENCES numbers (id), n VARCHAR UNIQUE, "Odd name" INTEGER CHECK ("Odd name" > 1));
CREATE TABLE generated (a INTEGER, b INTEGER GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE named_key (id INTEGER NOT NULL, CONSTRAINT pk_named PRIMARY KEY (id));
CREATE INDEX ix_plain ON indexed (b, c);
CREATE UNIQUE INDEX ux ON indexed (d);
CREATE INDEX part ON indexed (a) WHERE b > 5 AND c <> 'a';
CREATE INDEX descending ON indexed (a DESC);
CREATE INDEX expr ON indexed (lower(c), a);
CREATE VIEW seen AS SELECT a, c FROM indexed;
CREATE TABLE no_rowid (k TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE strict_one (k TEXT, n INTEGER) STRICT;
