"""Arguments that no directive takes: a case a kind of mistake for every directive, and more."""
#= dialects: postgresql
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

#: create_table | malformed | wrong type of the name
op.create_table(3)

#: create_table | malformed | wrong type of an item
op.create_table("t", [sa.Column("a", sa.Integer)])

#: create_table | malformed | unknown keyword
op.create_table("t", sa.Column("a", sa.Integer), if_not_exist=True)

#: create_table | malformed | missing the name
op.create_table()

#: create_table | malformed | unknown argument of a dialect
op.create_table("t", sa.Column("a", sa.Integer), postgresql_tablespce="x")

#: create_table | malformed | unknown dialect
op.create_table("t", sa.Column("a", sa.Integer), postgres_partition_by="x")

#: create_table | malformed | the same column twice
op.create_table("t", sa.Column("a", sa.Integer), sa.Column("a", sa.Text))

#: create_table | malformed | a column without a type
op.create_table("t", sa.Column("a"))

#: create_table | malformed | a constraint on a column that is not there
op.create_table("t", sa.Column("aa", sa.Integer), sa.UniqueConstraint("ab"))

#: create_table | malformed | two primary keys
op.create_table("t", sa.Column("a", sa.Integer), sa.PrimaryKeyConstraint("a"), sa.PrimaryKeyConstraint("a"))

#: create_table | malformed | wrong type of if_not_exists
op.create_table("t", sa.Column("a", sa.Integer), if_not_exists="no")

#: create_table | malformed | wrong type of the comment
op.create_table("t", sa.Column("a", sa.Integer), comment=3)

#: create_table | malformed | wrong type of the prefixes
op.create_table("t", sa.Column("a", sa.Integer), prefixes="TEMPORARY")

#: sa.Column | malformed | unknown keyword
op.create_table("t", sa.Column("a", sa.Integer, nulable=False))

#: sa.Column | malformed | wrong type of nullable
op.create_table("t", sa.Column("a", sa.Integer, nullable="no"))

#: sa.Column | malformed | wrong type of server_default
op.create_table("t", sa.Column("a", sa.Integer, server_default=0))

#: sa.Column | malformed | two types
op.create_table("t", sa.Column("a", sa.Integer, sa.Text))

#: sa.Column | malformed | missing the name
op.create_table("t", sa.Column(sa.Integer))

#: sa.ForeignKey | malformed | a table and no column
op.create_table("t", sa.Column("a", sa.Integer, sa.ForeignKey("o")))

#: sa.ForeignKey | malformed | unknown keyword
op.create_table("t", sa.Column("a", sa.Integer, sa.ForeignKey("o.id", on_delete="CASCADE")))

#: sa.ForeignKeyConstraint | malformed | more columns than referred to
op.create_table("t", sa.Column("a", sa.Integer), sa.ForeignKeyConstraint(["a"], ["o.x", "o.y"]))

#: sa.ForeignKeyConstraint | malformed | two tables
op.create_table("t", sa.Column("a", sa.Integer), sa.ForeignKeyConstraint(["a", "a"], ["o.x", "p.y"]))

#: sa.Index | malformed | an expression without a name
op.create_table("t", sa.Column("a", sa.Integer), sa.Index(None, sa.text("lower(a)")))

#: sa.Identity | malformed | wrong type of start
op.create_table("t", sa.Column("a", sa.Integer, sa.Identity(start="x")))

#: sa.Identity | malformed | unknown keyword
op.create_table("t", sa.Column("a", sa.Integer, sa.Identity(begin=3)))

#: sa.Computed | malformed | missing the expression
op.create_table("t", sa.Column("a", sa.Integer, sa.Computed()))

#: sa.Computed | malformed | and a server default
op.create_table("t", sa.Column("a", sa.Integer, sa.Computed("b"), server_default="1"))

#: sa.Identity | malformed | and a server default
op.create_table("t", sa.Column("a", sa.Integer, sa.Identity(), server_default="1"))

#: sa.String | malformed | wrong type of the length
op.create_table("t", sa.Column("a", sa.String("x")))

#: sa.Integer | malformed | too many
op.create_table("t", sa.Column("a", sa.Integer(5)))

#: sa.Enum | malformed | wrong type of a value
op.create_table("t", sa.Column("a", sa.Enum(1, 2, name="e")))

#: sa.Enum | malformed | missing the name
op.create_table("t", sa.Column("a", sa.Enum("x", "y")))

#: drop_table | malformed | wrong type
op.drop_table(["t"])

#: drop_table | malformed | unknown keyword
op.drop_table("t", cascade=True)

#: drop_table | malformed | missing
op.drop_table()

#: drop_table | malformed | too many
op.drop_table("t", "s")

#: rename_table | malformed | wrong type
op.rename_table("a", 3)

#: rename_table | malformed | unknown keyword
op.rename_table("a", "b", new_schema="s")

#: rename_table | malformed | missing
op.rename_table("a")

#: rename_table | malformed | too many
op.rename_table("a", "b", "s")

#: create_table_comment | malformed | wrong type
op.create_table_comment("t", 3)

#: create_table_comment | malformed | unknown keyword
op.create_table_comment("t", "c", existing="x")

#: create_table_comment | malformed | missing
op.create_table_comment("t")

#: create_table_comment | malformed | too many
op.create_table_comment("t", "c", "x")

#: drop_table_comment | malformed | wrong type
op.drop_table_comment(["t"])

#: drop_table_comment | malformed | unknown keyword
op.drop_table_comment("t", comment="c")

#: drop_table_comment | malformed | missing
op.drop_table_comment()

#: drop_table_comment | malformed | too many
op.drop_table_comment("t", "c")

#: add_column | malformed | wrong type
op.add_column("t", sa.text("a"))

#: add_column | malformed | unknown keyword
op.add_column("t", sa.Column("a", sa.Integer), insert_after="b")

#: add_column | malformed | missing
op.add_column("t")

#: add_column | malformed | too many
op.add_column("t", "a", sa.Integer)

#: add_column | malformed | a column without a type
op.add_column("t", sa.Column("a"))

#: drop_column | malformed | wrong type
op.drop_column("t", sa.Column("a", sa.Integer))

#: drop_column | malformed | unknown keyword
op.drop_column("t", "a", existing_type=sa.Integer)

#: drop_column | malformed | missing
op.drop_column("t")

#: drop_column | malformed | too many
op.drop_column("t", "a", "s")

#: alter_column | malformed | wrong type of type_
op.alter_column("t", "a", type_="INTEGER")

#: alter_column | malformed | wrong type of nullable
op.alter_column("t", "a", nullable="no")

#: alter_column | malformed | wrong type of server_default
op.alter_column("t", "a", server_default=True)

#: alter_column | malformed | wrong type of comment
op.alter_column("t", "a", comment=True)

#: alter_column | malformed | unknown keyword
op.alter_column("t", "a", nulable=False)

#: alter_column | malformed | unknown keyword: type without its underscore
op.alter_column("t", "a", type=sa.Integer())

#: alter_column | malformed | missing
op.alter_column("t")

#: alter_column | malformed | too many
op.alter_column("t", "a", True)

#: alter_column | malformed | postgresql_using without type_
op.alter_column("t", "a", postgresql_using="x")

#: create_index | malformed | wrong type: one str of columns
op.create_index("i", "t", "abc")

#: create_index | malformed | wrong type of a column
op.create_index("i", "t", [3])

#: create_index | malformed | unknown keyword
op.create_index("i", "t", ["a"], uniqe=True)

#: create_index | malformed | unknown argument of a dialect
op.create_index("i", "t", ["a"], postgresql_wher="x")

#: create_index | malformed | missing
op.create_index("i", "t")

#: create_index | malformed | too many
op.create_index("i", "t", ["a"], True)

#: create_index | malformed | no columns
op.create_index("i", "t", [])

#: drop_index | malformed | wrong type
op.drop_index(["i"], "t")

#: drop_index | malformed | unknown keyword
op.drop_index("i", "t", cascade=True)

#: drop_index | malformed | missing
op.drop_index()

#: drop_index | malformed | too many
op.drop_index("i", "t", "s")

#: drop_index | malformed | no name
op.drop_index(None, "t")

#: create_primary_key | malformed | wrong type: one str of columns
op.create_primary_key("p", "t", "a")

#: create_primary_key | malformed | unknown keyword
op.create_primary_key("p", "t", ["a"], deferrable=True)

#: create_primary_key | malformed | missing
op.create_primary_key("p", "t")

#: create_primary_key | malformed | too many
op.create_primary_key("p", "t", ["a"], "s")

#: create_primary_key | malformed | no columns
op.create_primary_key("p", "t", [])

#: create_unique_constraint | malformed | wrong type of a column
op.create_unique_constraint("u", "t", [1])

#: create_unique_constraint | malformed | wrong type: one str of columns
op.create_unique_constraint("u", "t", "ab")

#: create_unique_constraint | malformed | unknown keyword
op.create_unique_constraint("u", "t", ["a"], unique=True)

#: create_unique_constraint | malformed | unknown argument of a dialect
op.create_unique_constraint("u", "t", ["a"], mysql_engine="x")

#: create_unique_constraint | malformed | missing
op.create_unique_constraint("u", "t")

#: create_unique_constraint | malformed | too many
op.create_unique_constraint("u", "t", ["a"], "s")

#: create_foreign_key | malformed | wrong type of the columns
op.create_foreign_key("f", "t", "o", 1, ["b"])

#: create_foreign_key | malformed | unknown keyword
op.create_foreign_key("f", "t", "o", ["a"], ["b"], on_delete="CASCADE")

#: create_foreign_key | malformed | unknown keyword: schema
op.create_foreign_key("f", "t", "o", ["a"], ["b"], schema="s")

#: create_foreign_key | malformed | missing
op.create_foreign_key("f", "t", "o", ["a"])

#: create_foreign_key | malformed | too many
op.create_foreign_key("f", "t", "o", ["a"], ["b"], "CASCADE")

#: create_foreign_key | malformed | more columns than referred to
op.create_foreign_key("f", "t", "o", ["a", "b"], ["c"])

#: create_check_constraint | malformed | wrong type
op.create_check_constraint("c", "t", 3)

#: create_check_constraint | malformed | unknown keyword
op.create_check_constraint("c", "t", "a > 1", name="d")

#: create_check_constraint | malformed | missing
op.create_check_constraint("c", "t")

#: create_check_constraint | malformed | too many
op.create_check_constraint("c", "t", "a > 1", "s")

#: create_exclude_constraint | malformed | wrong type
op.create_exclude_constraint("e", "t", "a")

#: create_exclude_constraint | malformed | unknown keyword
op.create_exclude_constraint("e", "t", ("a", "="), methd="gist")

#: create_exclude_constraint | malformed | missing
op.create_exclude_constraint("e", "t")

#: drop_constraint | malformed | wrong type: no kind of constraint
op.drop_constraint("c", "t", type_="fk")

#: drop_constraint | malformed | unknown keyword
op.drop_constraint("c", "t", cascade=True)

#: drop_constraint | malformed | missing
op.drop_constraint("c")

#: drop_constraint | malformed | too many
op.drop_constraint("c", "t", "check", "s")

#: drop_constraint | malformed | no name
op.drop_constraint(None, "t", type_="unique")

#: bulk_insert | malformed | wrong type of the table
op.bulk_insert("t", [])

#: bulk_insert | malformed | wrong type of the rows
op.bulk_insert(sa.table("t", sa.column("a")), {"a": 1})

#: bulk_insert | malformed | wrong type of a row
op.bulk_insert(sa.table("t", sa.column("a")), [(1,)])

#: bulk_insert | malformed | unknown keyword
op.bulk_insert(sa.table("t", sa.column("a")), [{"a": 1}], multi_insert=False)

#: bulk_insert | malformed | missing
op.bulk_insert(sa.table("t", sa.column("a")))

#: bulk_insert | malformed | too many
op.bulk_insert(sa.table("t", sa.column("a")), [{"a": 1}], False)

#: bulk_insert | malformed | a column that the table does not have
op.bulk_insert(sa.table("t", sa.column("name")), [{"nme": 1}])

#: execute | malformed | wrong type
op.execute(3)

#: execute | malformed | unknown keyword
op.execute("select 1", parameters={"a": 1})

#: execute | malformed | missing
op.execute()

#: execute | malformed | too many
op.execute("select 1", {"a": 1})

#: batch_alter_table | malformed | wrong type
with op.batch_alter_table(["t"]) as batch_op:
    batch_op.drop_column("a")

#: batch_alter_table | malformed | wrong type of recreate
with op.batch_alter_table("t", recreate="sometimes") as batch_op:
    batch_op.drop_column("a")

#: batch_alter_table | malformed | unknown keyword
with op.batch_alter_table("t", recreated="always") as batch_op:
    batch_op.drop_column("a")

#: batch_alter_table | malformed | missing
with op.batch_alter_table() as batch_op:
    batch_op.drop_column("a")

#: batch_alter_table | malformed | too many
with op.batch_alter_table("t", None, "auto", (), None, (), {}, (), {}, None, "x") as batch_op:
    batch_op.drop_column("a")

#: batch_op.add_column | malformed | too many
with op.batch_alter_table("t") as batch_op:
    batch_op.add_column("t", sa.Column("a", sa.Integer))

#: batch_op.add_column | malformed | before and after
with op.batch_alter_table("t") as batch_op:
    batch_op.add_column(sa.Column("a", sa.Integer), insert_before="b", insert_after="c")

#: batch_op.alter_column | malformed | unknown keyword
with op.batch_alter_table("t") as batch_op:
    batch_op.alter_column("a", schema="s", nullable=True)

#: batch_op.drop_column | malformed | unknown keyword
with op.batch_alter_table("t") as batch_op:
    batch_op.drop_column("a", schema="s")

#: batch_op.create_index | malformed | missing
with op.batch_alter_table("t") as batch_op:
    batch_op.create_index("i")

#: batch_op.drop_index | malformed | too many
with op.batch_alter_table("t") as batch_op:
    batch_op.drop_index("i", "t")

#: batch_op.create_primary_key | malformed | too many
with op.batch_alter_table("t") as batch_op:
    batch_op.create_primary_key("p", "t", ["a"])

#: batch_op.create_unique_constraint | malformed | wrong type
with op.batch_alter_table("t") as batch_op:
    batch_op.create_unique_constraint("u", "t")

#: batch_op.create_foreign_key | malformed | too many
with op.batch_alter_table("t") as batch_op:
    batch_op.create_foreign_key("f", "t", "o", ["a"], ["b"])

#: batch_op.create_check_constraint | malformed | wrong type
with op.batch_alter_table("t") as batch_op:
    batch_op.create_check_constraint("c", 3)

#: batch_op.create_exclude_constraint | malformed | wrong type
with op.batch_alter_table("t") as batch_op:
    batch_op.create_exclude_constraint("e", "a")

#: batch_op.drop_constraint | malformed | wrong type
with op.batch_alter_table("t") as batch_op:
    batch_op.drop_constraint("c", type_="fk")

#: batch_op.create_table_comment | malformed | missing
with op.batch_alter_table("t") as batch_op:
    batch_op.create_table_comment()

#: batch_op.drop_table_comment | malformed | too many
with op.batch_alter_table("t") as batch_op:
    batch_op.drop_table_comment("c")

#: batch_op.execute | malformed | wrong type
with op.batch_alter_table("t") as batch_op:
    batch_op.execute(3)

#: batch_op.create_table | malformed | no such directive
with op.batch_alter_table("t") as batch_op:
    batch_op.create_table("a")

#: create_tabel | malformed | no such directive
op.create_tabel("t")
