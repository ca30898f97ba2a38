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
