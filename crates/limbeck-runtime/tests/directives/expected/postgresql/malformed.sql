--: create_table | malformed | wrong type of the name
CREATE TABLE "3" (
);

--: create_table | malformed | wrong type of an item
CREATE TABLE t (
);

--: create_table | malformed | unknown keyword
CREATE TABLE t (
    a INTEGER
);

--: create_table | malformed | missing the name
ERROR TypeError

--: create_table | malformed | unknown argument of a dialect
ERROR ArgumentError

--: create_table | malformed | unknown dialect
CREATE TABLE t (
    a INTEGER
);

--: create_table | malformed | the same column twice
ERROR DuplicateColumnError

--: create_table | malformed | a column without a type
ERROR CompileError

--: create_table | malformed | a constraint on a column that is not there
ERROR ConstraintColumnNotFoundError

--: create_table | malformed | two primary keys
CREATE TABLE t (
    a SERIAL NOT NULL, 
    PRIMARY KEY (a)
);

--: create_table | malformed | wrong type of if_not_exists
CREATE TABLE IF NOT EXISTS t (
    a INTEGER
);

--: create_table | malformed | wrong type of the comment
CREATE TABLE t (
    a INTEGER
);

ERROR CompileError

--: create_table | malformed | wrong type of the prefixes
CREATE T E M P O R A R Y TABLE t (
    a INTEGER
);

--: sa.Column | malformed | unknown keyword
ERROR TypeError

--: sa.Column | malformed | wrong type of nullable
CREATE TABLE t (
    a INTEGER
);

--: sa.Column | malformed | wrong type of server_default
ERROR ArgumentError

--: sa.Column | malformed | two types
ERROR ArgumentError

--: sa.Column | malformed | missing the name
ERROR ArgumentError

--: sa.ForeignKey | malformed | a table and no column
ERROR NoReferencedColumnError

--: sa.ForeignKey | malformed | unknown keyword
CREATE TABLE t (
    a INTEGER, 
    FOREIGN KEY(a) REFERENCES o (id)
);

--: sa.ForeignKeyConstraint | malformed | more columns than referred to
ERROR ArgumentError

--: sa.ForeignKeyConstraint | malformed | two tables
ERROR ArgumentError

--: sa.Index | malformed | an expression without a name
CREATE TABLE t (
    a INTEGER
);

CREATE INDEX ix_ ON t (lower(a));

--: sa.Identity | malformed | wrong type of start
ERROR TypeError

--: sa.Identity | malformed | unknown keyword
ERROR TypeError

--: sa.Computed | malformed | missing the expression
ERROR TypeError

--: sa.Computed | malformed | and a server default
ERROR ArgumentError

--: sa.Identity | malformed | and a server default
ERROR ArgumentError

--: sa.String | malformed | wrong type of the length
CREATE TABLE t (
    a VARCHAR(x)
);

--: sa.Integer | malformed | too many
ERROR TypeError

--: sa.Enum | malformed | wrong type of a value
ERROR TypeError

--: sa.Enum | malformed | missing the name
ERROR CompileError

--: drop_table | malformed | wrong type
ERROR TypeError

--: drop_table | malformed | unknown keyword
ERROR TypeError

--: drop_table | malformed | missing
ERROR TypeError

--: drop_table | malformed | too many
ERROR TypeError

--: rename_table | malformed | wrong type
ERROR AttributeError

--: rename_table | malformed | unknown keyword
ERROR TypeError

--: rename_table | malformed | missing
ERROR TypeError

--: rename_table | malformed | too many
ERROR TypeError

--: create_table_comment | malformed | wrong type
ERROR CompileError

--: create_table_comment | malformed | unknown keyword
ERROR TypeError

--: create_table_comment | malformed | missing
ERROR TypeError

--: create_table_comment | malformed | too many
ERROR TypeError

--: drop_table_comment | malformed | wrong type
ERROR TypeError

--: drop_table_comment | malformed | unknown keyword
ERROR TypeError

--: drop_table_comment | malformed | missing
ERROR TypeError

--: drop_table_comment | malformed | too many
ERROR TypeError

--: add_column | malformed | wrong type
ERROR AttributeError

--: add_column | malformed | unknown keyword
ERROR TypeError

--: add_column | malformed | missing
ERROR TypeError

--: add_column | malformed | too many
ERROR TypeError

--: add_column | malformed | a column without a type
ERROR CompileError

--: drop_column | malformed | wrong type
ERROR TypeError

--: drop_column | malformed | unknown keyword
ALTER TABLE t DROP COLUMN a;

--: drop_column | malformed | missing
ERROR TypeError

--: drop_column | malformed | too many
ERROR TypeError

--: alter_column | malformed | wrong type of type_
ERROR AttributeError

--: alter_column | malformed | wrong type of nullable
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;

--: alter_column | malformed | wrong type of server_default
ERROR ArgumentError

--: alter_column | malformed | wrong type of comment
ERROR AssertionError

--: alter_column | malformed | unknown keyword


--: alter_column | malformed | unknown keyword: type without its underscore


--: alter_column | malformed | missing
ERROR TypeError

--: alter_column | malformed | too many
ERROR TypeError

--: alter_column | malformed | postgresql_using without type_
ERROR CommandError

--: create_index | malformed | wrong type: one str of columns
CREATE INDEX i ON t (a, b, c);

--: create_index | malformed | wrong type of a column
ERROR ValueError

--: create_index | malformed | unknown keyword
ERROR TypeError

--: create_index | malformed | unknown argument of a dialect
ERROR ArgumentError

--: create_index | malformed | missing
ERROR TypeError

--: create_index | malformed | too many
ERROR TypeError

--: create_index | malformed | no columns
CREATE INDEX i ON t ();

--: drop_index | malformed | wrong type
DROP INDEX "['i']";

--: drop_index | malformed | unknown keyword
ERROR TypeError

--: drop_index | malformed | missing
ERROR TypeError

--: drop_index | malformed | too many
ERROR TypeError

--: drop_index | malformed | no name
DROP INDEX ix_t_x;

--: create_primary_key | malformed | wrong type: one str of columns
ALTER TABLE t ADD CONSTRAINT p PRIMARY KEY (a);

--: create_primary_key | malformed | unknown keyword
ERROR TypeError

--: create_primary_key | malformed | missing
ERROR TypeError

--: create_primary_key | malformed | too many
ERROR TypeError

--: create_primary_key | malformed | no columns
ERROR InvalidRequestError

--: create_unique_constraint | malformed | wrong type of a column
ERROR ArgumentError

--: create_unique_constraint | malformed | wrong type: one str of columns
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a, b);

--: create_unique_constraint | malformed | unknown keyword
ERROR TypeError

--: create_unique_constraint | malformed | unknown argument of a dialect
ERROR ArgumentError

--: create_unique_constraint | malformed | missing
ERROR TypeError

--: create_unique_constraint | malformed | too many
ERROR TypeError

--: create_foreign_key | malformed | wrong type of the columns
ERROR TypeError

--: create_foreign_key | malformed | unknown keyword
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY(a) REFERENCES o (b);

--: create_foreign_key | malformed | unknown keyword: schema
ERROR TypeError

--: create_foreign_key | malformed | missing
ERROR TypeError

--: create_foreign_key | malformed | too many
ERROR TypeError

--: create_foreign_key | malformed | more columns than referred to
ERROR ArgumentError

--: create_check_constraint | malformed | wrong type
ERROR ArgumentError

--: create_check_constraint | malformed | unknown keyword
ERROR TypeError

--: create_check_constraint | malformed | missing
ERROR TypeError

--: create_check_constraint | malformed | too many
ERROR TypeError

--: create_exclude_constraint | malformed | wrong type
ERROR ValueError

--: create_exclude_constraint | malformed | unknown keyword
ALTER TABLE t ADD CONSTRAINT e EXCLUDE USING gist (a WITH =);

--: create_exclude_constraint | malformed | missing
ERROR ValueError

--: drop_constraint | malformed | wrong type: no kind of constraint
ERROR TypeError

--: drop_constraint | malformed | unknown keyword
ERROR TypeError

--: drop_constraint | malformed | missing
ERROR TypeError

--: drop_constraint | malformed | too many
ERROR TypeError

--: drop_constraint | malformed | no name
ERROR CompileError

--: bulk_insert | malformed | wrong type of the table


--: bulk_insert | malformed | wrong type of the rows
ERROR TypeError

--: bulk_insert | malformed | wrong type of a row
ERROR TypeError

--: bulk_insert | malformed | unknown keyword
ERROR TypeError

--: bulk_insert | malformed | missing
ERROR TypeError

--: bulk_insert | malformed | too many
ERROR TypeError

--: bulk_insert | malformed | a column that the table does not have
ERROR KeyError

--: execute | malformed | wrong type
ERROR AttributeError

--: execute | malformed | unknown keyword
ERROR TypeError

--: execute | malformed | missing
ERROR TypeError

--: execute | malformed | too many
ERROR TypeError

--: batch_alter_table | malformed | wrong type
ERROR TypeError

--: batch_alter_table | malformed | wrong type of recreate
ERROR ValueError

--: batch_alter_table | malformed | unknown keyword
ERROR TypeError

--: batch_alter_table | malformed | missing
ERROR TypeError

--: batch_alter_table | malformed | too many
ERROR TypeError

--: batch_op.add_column | malformed | too many
ERROR TypeError

--: batch_op.add_column | malformed | before and after
ERROR CommandError

--: batch_op.alter_column | malformed | unknown keyword
ERROR TypeError

--: batch_op.drop_column | malformed | unknown keyword
ERROR TypeError

--: batch_op.create_index | malformed | missing
ERROR TypeError

--: batch_op.drop_index | malformed | too many
ERROR TypeError

--: batch_op.create_primary_key | malformed | too many
ERROR TypeError

--: batch_op.create_unique_constraint | malformed | wrong type
ALTER TABLE t ADD CONSTRAINT u UNIQUE (t);

--: batch_op.create_foreign_key | malformed | too many
ERROR TypeError

--: batch_op.create_check_constraint | malformed | wrong type
ERROR ArgumentError

--: batch_op.create_exclude_constraint | malformed | wrong type
ERROR ValueError

--: batch_op.drop_constraint | malformed | wrong type
ERROR TypeError

--: batch_op.create_table_comment | malformed | missing
ERROR TypeError

--: batch_op.drop_table_comment | malformed | too many
ERROR TypeError

--: batch_op.execute | malformed | wrong type
ERROR AttributeError

--: batch_op.create_table | malformed | no such directive
ERROR AttributeError

--: create_tabel | malformed | no such directive
ERROR AttributeError
