--: names | reserved words
CREATE TABLE `order` (
    rank INTEGER, 
    `key` INTEGER, 
    `offset` INTEGER, 
    user INTEGER, 
    `Groups` INTEGER, 
    `a``b` INTEGER, 
    row INTEGER, 
    `period` INTEGER, 
    `position` INTEGER, 
    `returning` INTEGER
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
