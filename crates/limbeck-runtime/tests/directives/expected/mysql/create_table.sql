--: create_table | mysql_engine | mysql_engine='InnoDB'
CREATE TABLE t (
    a INTEGER
)ENGINE=InnoDB;

--: create_table | mysql_engine | mysql_engine='InnoDB', mysql_charset='utf8mb4', mysql_collate='utf8mb4_bin'
CREATE TABLE t (
    a INTEGER
)ENGINE=InnoDB CHARSET=utf8mb4 COLLATE utf8mb4_bin;

--: create_table | mysql_collate | mysql_collate='utf8mb4_bin', mysql_charset='utf8mb4', mysql_engine='InnoDB'
CREATE TABLE t (
    a INTEGER
)CHARSET=utf8mb4 ENGINE=InnoDB COLLATE utf8mb4_bin;

--: create_table | mysql_collate | mysql_collate='utf8mb4_bin', mysql_engine='InnoDB'
CREATE TABLE t (
    a INTEGER
)COLLATE utf8mb4_bin ENGINE=InnoDB;

--: create_table | mysql_default_charset | mysql_default_charset='utf8mb4', mysql_collate='utf8mb4_bin', comment="it's 100%"
CREATE TABLE t (
    a INTEGER
)DEFAULT CHARSET=utf8mb4 COMMENT='it''s 100%' COLLATE utf8mb4_bin;

--: create_table | mysql_DEFAULT_CHARACTER_SET | mysql_DEFAULT_CHARACTER_SET='utf8'
CREATE TABLE t (
    a INTEGER
)DEFAULT CHARACTER SET utf8;

--: create_table | mysql_character_set | mysql_character_set='utf8', mysql_default_collate='x'
CREATE TABLE t (
    a INTEGER
)CHARACTER SET utf8 DEFAULT COLLATE=x;

--: create_table | mysql_row_format | mysql_row_format='DYNAMIC', mysql_key_block_size='8'
CREATE TABLE t (
    a INTEGER
)ROW_FORMAT=DYNAMIC KEY_BLOCK_SIZE=8;

--: create_table | mysql_auto_increment | mysql_auto_increment='1000'
CREATE TABLE t (
    a INTEGER
)AUTO_INCREMENT=1000;

--: create_table | mysql_comment | mysql_comment='from options'
CREATE TABLE t (
    a INTEGER
)COMMENT='from options';

--: create_table | mysql_comment | mysql_comment='from options', comment='own'
CREATE TABLE t (
    a INTEGER
)COMMENT='own';

--: create_table | mysql_data_directory | mysql_data_directory="'/d'", mysql_index_directory="'/i'"
CREATE TABLE t (
    a INTEGER
)DATA DIRECTORY='/d' INDEX DIRECTORY='/i';

--: create_table | mysql_tablespace | mysql_tablespace='ts', mysql_connection="it's", mysql_password='p'
CREATE TABLE t (
    a INTEGER
)TABLESPACE ts CONNECTION='it''s' PASSWORD='p';

--: create_table | mysql_partition_by | mysql_partition_by='HASH(a)', mysql_partitions='4', mysql_engine='InnoDB'
CREATE TABLE t (
    a INTEGER
)ENGINE=InnoDB PARTITION BY HASH(a) PARTITIONS 4;

--: create_table | mysql_subpartitions | mysql_subpartitions='2', mysql_subpartition_by='HASH(a)', mysql_partitions='4', mysql_partition_by='RANGE (a)', mysql_engine='InnoDB', comment='c'
CREATE TABLE t (
    a INTEGER
)ENGINE=InnoDB COMMENT='c' PARTITION BY RANGE (a) PARTITIONS 4 SUBPARTITION BY HASH(a) SUBPARTITIONS 2;

--: create_table | mysql_stats_persistent | mysql_stats_persistent='1'
CREATE TABLE t (
    a INTEGER
)STATS_PERSISTENT=1;

--: create_table | mysql_ENGINE | mysql_ENGINE='MyISAM', mysql_Charset='latin1'
CREATE TABLE t (
    a INTEGER
)ENGINE=MyISAM CHARSET=latin1;

--: create_table | mariadb_engine | mariadb_engine='Aria'
CREATE TABLE t (
    a INTEGER
);

--: create_table | mariadb_engine | mariadb_engine='Aria', mariadb_charset='utf8mb4', mariadb_collate='utf8mb4_bin', mariadb_page_checksum='1'
CREATE TABLE t (
    a INTEGER
);

--: create_table | mariadb_engine | mariadb_engine='Aria', mysql_engine='InnoDB'
CREATE TABLE t (
    a INTEGER
)ENGINE=InnoDB;

--: create_table | postgresql_partition_by | postgresql_partition_by='RANGE (a)', sqlite_strict=True
CREATE TABLE t (
    a INTEGER
);

--: create_table | prefixes | prefixes=['TEMPORARY']
CREATE TEMPORARY TABLE t (
    a INTEGER
);

--: create_table | comment | comment='a\\b'
CREATE TABLE t (
    a INTEGER
)COMMENT='a\\b';

--: create_table | schema | schema='s', comment='x'
CREATE TABLE s.t (
    a INTEGER
)COMMENT='x';

--: create_table | if_not_exists | if_not_exists=True, mysql_engine='InnoDB'
CREATE TABLE IF NOT EXISTS t (
    a INTEGER
)ENGINE=InnoDB;

--: create_table | info | info={'x': 1}
CREATE TABLE t (
    a INTEGER
);

--: create_table | columns | counting keys
CREATE TABLE a (
    id BIGINT NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

CREATE TABLE b (
    id INTEGER(11) UNSIGNED NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

CREATE TABLE c (
    id TINYINT NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

CREATE TABLE d (
    id BIGINT(20) NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

--: create_table | columns | keys that do not count
CREATE TABLE a (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(id) REFERENCES o (id)
);

CREATE TABLE b (
    id VARCHAR(5) NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE c (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE d (
    id INTEGER NOT NULL DEFAULT '1', 
    PRIMARY KEY (id)
);

--: create_table | columns | composite keys
CREATE TABLE a (
    x VARCHAR(5) NOT NULL, 
    id INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id, x)
);

CREATE TABLE b (
    x INTEGER NOT NULL, 
    y INTEGER NOT NULL, 
    PRIMARY KEY (x, y)
);

--: create_table | columns | a key with a comment
CREATE TABLE a (
    id INTEGER NOT NULL COMMENT 'the key' AUTO_INCREMENT, 
    ts TIMESTAMP NOT NULL, 
    tn TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP, 
    PRIMARY KEY (id)
);

--: create_table | columns | identities
CREATE TABLE t (
    id BIGINT NOT NULL AUTO_INCREMENT, 
    b INTEGER NOT NULL, 
    c INTEGER, 
    PRIMARY KEY (id)
);

--: create_table | columns | computed
CREATE TABLE t (
    a INTEGER GENERATED ALWAYS AS (b * 2), 
    c INTEGER GENERATED ALWAYS AS (b + 1) STORED NOT NULL COMMENT 'c', 
    d INTEGER GENERATED ALWAYS AS (b - 1) VIRTUAL
);

CREATE INDEX ix_t_d ON t (d);

--: create_table | columns | constraints
CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    a INTEGER, 
    b INTEGER CONSTRAINT ckb CHECK (b > 0), 
    CONSTRAINT pk PRIMARY KEY (id) USING btree, 
    CONSTRAINT uq UNIQUE (a, b), 
    CONSTRAINT ck CHECK (a <> 'x\\y' AND b LIKE '%z'), 
    CONSTRAINT fk2 FOREIGN KEY(b) REFERENCES o (x), 
    CONSTRAINT fk FOREIGN KEY(a) REFERENCES s.o (id) ON DELETE CASCADE ON UPDATE SET NULL
);

--: create_table | columns | a key with a method
CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id) USING hash
);

--: create_table | columns | a key with MariaDB's method
CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

--: create_table | columns | a deferrable key
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id) DEFERRABLE INITIALLY DEFERRED
);

--: create_table | columns | a matching key
ERROR CompileError

--: create_table | columns | keys for later
CREATE TABLE t (
    a INTEGER
);

--: create_table | sa.Index | with a length
CREATE TABLE t (
    a TEXT, 
    b INTEGER
);

CREATE INDEX ix ON t (a(10), b);

--: create_table | columns | a default that is json
CREATE TABLE t (
    a JSON NOT NULL DEFAULT ('{"a": 1}'), 
    b JSON DEFAULT (json_object())
);

--: drop_table | table_name
DROP TABLE `order`;

DROP TABLE IF EXISTS s.t;

--: rename_table | new_table_name
ALTER TABLE `order` RENAME TO `Key`;

ALTER TABLE s.a RENAME TO s.b;

--: create_table_comment | comment
ALTER TABLE t COMMENT 'it''s 100% \\ x';

ALTER TABLE s.t COMMENT 'b';

ALTER TABLE t COMMENT '';

--: create_table | table_name | quoted by force
CREATE TABLE `t` (
    a INTEGER
);

--: create_table | table_name | unusual
CREATE TABLE `a-b c.d` (
    `x y` INTEGER
);

--: create_table | table_name | capital letters
CREATE TABLE `Account` (
    `Id` INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (`Id`)
);

--: create_table | table_name | with a quotation mark
CREATE TABLE `a"b` (
    `c"d` INTEGER
);

--: create_table | table_name | with a percent sign
CREATE TABLE `a%b` (
    `c%d` INTEGER
);

--: create_table | columns | none at all
CREATE TABLE t (
);

--: create_table | schema | plain
CREATE TABLE s.t (
    a INTEGER
);

--: create_table | schema | that needs quoting
CREATE TABLE `My Schema`.t (
    a INTEGER
);

CREATE INDEX `ix_My Schema_t_a` ON `My Schema`.t (a);

--: create_table | schema | with a dot
CREATE TABLE `a.b`.t (
    a INTEGER
);

--: create_table | schema | key to a table beside it
CREATE TABLE s.t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES s.o (id)
);

--: create_table | schema | key to a table of no schema
CREATE TABLE s.t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id)
);

--: create_table | if_not_exists | with an index
CREATE TABLE IF NOT EXISTS t (
    a INTEGER
);

CREATE INDEX ix_t_a ON t (a);

--: create_table | if_not_exists | False
CREATE TABLE t (
    a INTEGER
);

--: create_table | comment | of the table and its columns
CREATE TABLE s.t (
    a INTEGER COMMENT 'the a', 
    b INTEGER COMMENT 'it''s'
)COMMENT='the table';

--: create_table | comment | empty
CREATE TABLE t (
    a INTEGER
)COMMENT='';

--: create_table | comment | several lines
CREATE TABLE t (
    a INTEGER
)COMMENT='one
two    three';

--: create_table | prefixes | several
CREATE GLOBAL TEMPORARY TABLE t (
    a INTEGER
);

--: create_table | quote | True
CREATE TABLE `t` (
    a INTEGER
);

--: create_table | quote | False
CREATE TABLE T (
    a INTEGER
);

--: create_table | implicit_returning
CREATE TABLE t (
    a INTEGER
);

--: create_table | keep_existing and extend_existing
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_partition_by
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_inherits | one table
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_inherits | several
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_tablespace
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_on_commit
CREATE TEMPORARY TABLE t (
    a INTEGER
);

--: create_table | postgresql_on_commit | with an underscore
CREATE TEMPORARY TABLE t (
    a INTEGER
);

--: create_table | postgresql_with | one
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_with | several
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_using
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_with_oids
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_with_oids | True
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_ignore_search_path
CREATE TABLE t (
    a INTEGER
);

--: create_table | postgresql_partition_by | with everything
CREATE TABLE t (
    a INTEGER
);

--: create_table | sqlite_autoincrement
CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    a TEXT, 
    PRIMARY KEY (id)
);

--: create_table | sqlite_autoincrement | by a constraint
CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

--: create_table | sqlite_autoincrement | a named key
CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    CONSTRAINT pk_t PRIMARY KEY (id)
);

--: create_table | sqlite_with_rowid
CREATE TABLE t (
    id TEXT NOT NULL, 
    PRIMARY KEY (id)
);

--: create_table | sqlite_with_rowid | True
CREATE TABLE t (
    id TEXT NOT NULL, 
    PRIMARY KEY (id)
);

--: create_table | sqlite_strict
CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

--: create_table | sqlite_strict | without rowid too
CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

--: create_table | mssql_ and oracle_ arguments
CREATE TABLE t (
    a INTEGER
);

--: create_table | info
CREATE TABLE t (
    a INTEGER
);

--: create_table | sa.PrimaryKeyConstraint | named
CREATE TABLE t (
    a INTEGER NOT NULL, 
    b INTEGER NOT NULL, 
    CONSTRAINT pk_t PRIMARY KEY (a, b)
);

--: create_table | sa.PrimaryKeyConstraint | by columns
CREATE TABLE t (
    a INTEGER NOT NULL, 
    b TEXT NOT NULL, 
    PRIMARY KEY (a, b)
);

--: create_table | sa.PrimaryKeyConstraint | of no columns
CREATE TABLE t (
    a INTEGER
);

--: create_table | sa.PrimaryKeyConstraint | deferrable
CREATE TABLE t (
    a INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (a) DEFERRABLE INITIALLY DEFERRED
);

--: create_table | sa.PrimaryKeyConstraint | postgresql_include
CREATE TABLE t (
    a INTEGER NOT NULL AUTO_INCREMENT, 
    b INTEGER, 
    PRIMARY KEY (a)
);

--: create_table | sa.PrimaryKeyConstraint | sqlite_on_conflict
CREATE TABLE t (
    a TEXT NOT NULL, 
    PRIMARY KEY (a)
);

--: create_table | sa.PrimaryKeyConstraint | mssql_clustered
CREATE TABLE t (
    a INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (a)
);

--: create_table | sa.UniqueConstraint | without a name
CREATE TABLE t (
    a INTEGER, 
    UNIQUE (a)
);

--: create_table | sa.UniqueConstraint | named, several columns
CREATE TABLE t (
    a INTEGER, 
    `B` INTEGER, 
    CONSTRAINT `uq_T` UNIQUE (a, `B`)
);

--: create_table | sa.UniqueConstraint | deferrable
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uq UNIQUE (a) DEFERRABLE INITIALLY IMMEDIATE
);

--: create_table | sa.UniqueConstraint | postgresql_nulls_not_distinct
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uq UNIQUE (a)
);

--: create_table | sa.UniqueConstraint | postgresql_include
CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    CONSTRAINT uq UNIQUE (a)
);

--: create_table | sa.UniqueConstraint | sqlite_on_conflict
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uq UNIQUE (a)
);

--: create_table | sa.UniqueConstraint | of no columns
CREATE TABLE t (
    a INTEGER
);

--: create_table | sa.CheckConstraint | text
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT ck CHECK (a > 0 AND a < 100)
);

--: create_table | sa.CheckConstraint | without a name
CREATE TABLE t (
    a INTEGER, 
    CHECK (a > 0)
);

--: create_table | sa.CheckConstraint | an expression
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT ck CHECK (a > 0)
);

--: create_table | sa.CheckConstraint | sa.text
CREATE TABLE t (
    a TEXT, 
    CONSTRAINT ck CHECK (a IN ('x', 'it''s'))
);

--: create_table | sa.CheckConstraint | a list of values
CREATE TABLE t (
    a TEXT, 
    CONSTRAINT ck CHECK (a IN ('x', 'y'))
);

--: create_table | sa.CheckConstraint | a pattern
CREATE TABLE t (
    a TEXT, 
    CONSTRAINT ck CHECK (a LIKE 'x%')
);

--: create_table | sa.CheckConstraint | a cast
CREATE TABLE t (
    a TEXT, 
    CONSTRAINT ck CHECK (a::text <> '')
);

--: create_table | sa.CheckConstraint | an escaped colon
CREATE TABLE t (
    a TEXT, 
    CONSTRAINT ck CHECK (a <> ':x')
);

--: create_table | sa.CheckConstraint | a colon that is not escaped
CREATE TABLE t (
    a TEXT, 
    CONSTRAINT ck CHECK (a <> 'NULL')
);

--: create_table | sa.CheckConstraint | postgresql_not_valid
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT ck CHECK (a > 0)
);

--: create_table | sa.CheckConstraint | sqlite_on_conflict
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT ck CHECK (a > 0)
);

--: create_table | sa.CheckConstraint | deferrable
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT ck CHECK (a > 0) DEFERRABLE INITIALLY DEFERRED
);

--: create_table | sa.ForeignKeyConstraint | plain
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id)
);

--: create_table | sa.ForeignKeyConstraint | several columns
CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    CONSTRAINT fk FOREIGN KEY(a, b) REFERENCES o (x, y)
);

--: create_table | sa.ForeignKeyConstraint | ondelete
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id) ON DELETE SET NULL
);

--: create_table | sa.ForeignKeyConstraint | ondelete in small letters
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id) ON DELETE cascade
);

--: create_table | sa.ForeignKeyConstraint | ondelete that is none
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id) ON DELETE CASCAD
);

--: create_table | sa.ForeignKeyConstraint | onupdate
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id) ON UPDATE NO ACTION
);

--: create_table | sa.ForeignKeyConstraint | match
ERROR CompileError

--: create_table | sa.ForeignKeyConstraint | deferrable
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id) DEFERRABLE INITIALLY DEFERRED
);

--: create_table | sa.ForeignKeyConstraint | deferrable=False
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id) NOT DEFERRABLE
);

--: create_table | sa.ForeignKeyConstraint | initially alone
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id) INITIALLY DEFERRED
);

--: create_table | sa.ForeignKeyConstraint | use_alter
CREATE TABLE t (
    a INTEGER
);

--: create_table | sa.ForeignKeyConstraint | postgresql_not_valid
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id)
);

--: create_table | sa.ForeignKeyConstraint | sqlite_on_conflict
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id)
);

--: create_table | sa.ForeignKeyConstraint | to itself
CREATE TABLE t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    a INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk FOREIGN KEY(a) REFERENCES t (id)
);

--: create_table | sa.ForeignKey | every argument
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT `FK a` FOREIGN KEY(a) REFERENCES `Other` (`Id`) ON DELETE CASCADE ON UPDATE SET DEFAULT
);

--: create_table | sa.ForeignKey | several on one column
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id), 
    FOREIGN KEY(a) REFERENCES p (id)
);

--: create_table | sa.ForeignKey | link_to_name
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id)
);

--: create_table | sa.ForeignKey | info
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id)
);

--: create_table | sa.Index | an expression
CREATE TABLE t (
    a TEXT
);

CREATE INDEX ix ON t (lower(a));

--: create_table | sa.Index | unique
CREATE TABLE t (
    a INTEGER
);

CREATE UNIQUE INDEX ix ON t (a);

--: create_table | sa.Index | postgresql_using and postgresql_where
CREATE TABLE t (
    a INTEGER
);

CREATE INDEX ix ON t (a);

--: create_table | sa.Index | sqlite_where
CREATE TABLE t (
    a INTEGER
);

CREATE INDEX ix ON t (a);

--: create_table | sa.Index | without a name
CREATE TABLE t (
    a INTEGER
);

CREATE INDEX ix_t_a ON t (a);

--: create_table | sa.Index | in a schema
CREATE TABLE s.t (
    a INTEGER
);

CREATE INDEX ix ON s.t (a);

--: create_table | postgresql.ExcludeConstraint
ERROR UnsupportedCompilationError

--: create_table | postgresql.ExcludeConstraint | every argument
ERROR UnsupportedCompilationError

--: create_table | what it returns
CREATE TABLE t (
    a INTEGER, 
    b TEXT
);

INSERT INTO t (a, b) VALUES (1, 'x');

--: create_table | what it returns | in an insert
CREATE TABLE t (
    a INTEGER, 
    b TEXT
);

INSERT INTO t (a, b) VALUES (1, 'x');

UPDATE t SET b='y' WHERE t.a = 1;

DELETE FROM t WHERE t.b = 'z';

--: drop_table | schema
DROP TABLE s.t;

--: drop_table | if_exists
DROP TABLE IF EXISTS t;

--: drop_table | if_exists | with a schema that needs quoting
DROP TABLE IF EXISTS `My Schema`.`T`;

--: drop_table | info
DROP TABLE t;

--: drop_table | arguments of a dialect
DROP TABLE t;

--: rename_table | old_table_name
ALTER TABLE `Old` RENAME TO new;

--: rename_table | schema
ALTER TABLE s.old RENAME TO s.new;

--: rename_table | schema | that needs quoting
ALTER TABLE `My Schema`.`Old` RENAME TO `My Schema`.`New`;

--: create_table_comment | schema
ALTER TABLE s.t COMMENT 'c';

--: create_table_comment | existing_comment
ALTER TABLE t COMMENT 'c';

--: create_table_comment | comment | with a quotation mark and a line break
ALTER TABLE t COMMENT 'it''s
two lines';

--: create_table_comment | comment | None
ALTER TABLE t COMMENT NULL;

--: drop_table_comment | table_name
ALTER TABLE t COMMENT '';

--: drop_table_comment | schema
ALTER TABLE s.t COMMENT '';

--: drop_table_comment | existing_comment
ALTER TABLE t COMMENT '';
