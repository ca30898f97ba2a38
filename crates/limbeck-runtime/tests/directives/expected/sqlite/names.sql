--: names | reserved words
CREATE TABLE "order" (
    rank INTEGER, 
    "key" INTEGER, 
    "offset" INTEGER, 
    user INTEGER, 
    "Groups" INTEGER, 
    "a`b" INTEGER, 
    "row" INTEGER, 
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

CREATE UNIQUE INDEX s.ix_s_t_a ON t (a);

--: op.f | too long
CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu UNIQUE (a)
);

CREATE INDEX iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii ON t (a);

--: names | too long | an index
CREATE INDEX iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii ON t (a);

--: names | too long | a constraint
ERROR NotImplementedError

--: op.f | too long | made and dropped
ERROR NotImplementedError
