--: names | reserved words
CREATE TABLE `order` (
    `rank` INTEGER, 
    `key` INTEGER, 
    offset INTEGER, 
    user INTEGER, 
    `Groups` INTEGER, 
    `a``b` INTEGER, 
    `row` INTEGER, 
    period INTEGER, 
    position INTEGER, 
    returning INTEGER
);

--: names | made by the database
CREATE TABLE s.t (
    a INTEGER, 
    b INTEGER, 
    UNIQUE (a, b), 
    UNIQUE (b)
);

CREATE UNIQUE INDEX ix_s_t_a ON s.t (a);

--: op.f | too long
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu_48f0 UNIQUE (a)
);

CREATE INDEX iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii_b762 ON t (a);

--: names | too long | an index
CREATE INDEX iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii ON t (a);

--: names | too long | a constraint
ALTER TABLE t ADD CONSTRAINT uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu UNIQUE (a);

--: op.f | too long | made and dropped
ALTER TABLE t ADD CONSTRAINT uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu UNIQUE (a);

ALTER TABLE t DROP INDEX uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu;

--: names | reserved words | in every place
CREATE TABLE user (
    `select` INTEGER, 
    `table` INTEGER, 
    CONSTRAINT `check` UNIQUE (`select`), 
    FOREIGN KEY(`table`) REFERENCES `group` (`order`)
);

--: names | quoted | not in ASCII
CREATE TABLE `größe` (
    `naïve` INTEGER
);

--: names | quoted | beginning with a digit or a dollar sign
CREATE TABLE `1t` (
    `2a` INTEGER, 
    `$b` INTEGER, 
    _c INTEGER, 
    d$ INTEGER
);

--: names | quoted | sa.sql.quoted_name
CREATE TABLE `t` (
    Abc INTEGER
);

--: op.f | in a table
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uq_t_a UNIQUE (a), 
    CONSTRAINT ck_t_a CHECK (a > 0)
);

--: names | too long | a table
CREATE TABLE a_table_whose_name_is_very_much_longer_than_any_database_could_ever_take (
    a INTEGER
);

--: names | too long | a column
CREATE TABLE t (
    a_column_whose_name_is_very_much_longer_than_any_database_could_take INTEGER
);

--: names | too long | a foreign key
ALTER TABLE t ADD CONSTRAINT ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff FOREIGN KEY(a) REFERENCES o (id);

--: names | too long | a check
ALTER TABLE t ADD CONSTRAINT cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc CHECK (a > 0);

--: names | too long | a primary key
ALTER TABLE t ADD CONSTRAINT pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp PRIMARY KEY (a);

--: names | too long | in a new table
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu UNIQUE (a)
);

--: names | too long | a dropped constraint
ALTER TABLE t DROP INDEX uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu;

--: names | too long | a dropped foreign key
ALTER TABLE t DROP FOREIGN KEY ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff;

--: names | too long | a dropped index
DROP INDEX iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii ON t;

--: names | too long | an index of a column
CREATE TABLE t (
    a_column_whose_name_is_nearly_as_long_as_a_name_may_ever_be INTEGER
);

CREATE INDEX ix_t_a_column_whose_name_is_nearly_as_long_as_a_name_may_ever_be ON t (a_column_whose_name_is_nearly_as_long_as_a_name_may_ever_be);

--: names | too long | a sequence of a key
CREATE TABLE a_table_whose_name_is_quite_long_but_not_too_long_for_anybody (
    identifier INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (identifier)
);

--: names | as long as can be
CREATE INDEX iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii ON t (a);

--: op.f | too long | a dropped index
DROP INDEX iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii_51c3 ON t;
