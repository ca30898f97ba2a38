"""Naming conventions of target_metadata: every key and every token."""
#= convention: {"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"}
import sqlalchemy as sa
from alembic import op

#: naming convention | create_table | every constraint unnamed
op.create_table(
    "t",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("a", sa.Integer(), index=True),
    sa.Column("b", sa.Integer(), unique=True),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("a", "b"),
    sa.ForeignKeyConstraint(["a"], ["o.id"]),
)

#: naming convention | create_table | a check that has a name
op.create_table("t", sa.Column("a", sa.Integer()), sa.CheckConstraint("a > 0", name="positive"))

#: naming convention | create_table | a check without a name
op.create_table("t", sa.Column("a", sa.Integer()), sa.CheckConstraint("a > 0"))

#: naming convention | create_table | names given
op.create_table("t", sa.Column("a", sa.Integer()), sa.UniqueConstraint("a", name="mine"), sa.PrimaryKeyConstraint("a", name="mine_too"), sa.ForeignKeyConstraint(["a"], ["o.id"], name="mine_fk"))

#: naming convention | create_table | names given by op.f
op.create_table("t", sa.Column("a", sa.Integer()), sa.CheckConstraint("a > 0", name=op.f("ck_mine")), sa.UniqueConstraint("a", name=op.f("uq_mine")))

#: naming convention | create_table | on columns
op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Integer(), sa.ForeignKey("s.o.id")), sa.Column("b", sa.Integer(), sa.CheckConstraint("b > 0", name="b")))

#: naming convention | create_table | a boolean's check
op.create_table("t", sa.Column("a", sa.Boolean(create_constraint=True, name="flag")), sa.Column("b", sa.Enum("x", name="kind", native_enum=False, create_constraint=True)))

#: naming convention | create_table | a boolean's check without a name
op.create_table("t", sa.Column("a", sa.Boolean(create_constraint=True)))

#: naming convention | create_table | in a schema
op.create_table("t", sa.Column("a", sa.Integer(), index=True), sa.UniqueConstraint("a"), schema="s")

#: naming convention | create_table | capital letters
op.create_table("My T", sa.Column("My A", sa.Integer(), index=True), sa.UniqueConstraint("My A"))

#: naming convention | add_column | with what it brings
op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id")))
op.add_column("t", sa.Column("b", sa.Integer(), index=True))
op.add_column("t", sa.Column("c", sa.Integer(), unique=True))

#: naming convention | create_index | None
op.create_index(None, "t", ["a", "b"])

#: naming convention | create_index | a name
op.create_index("mine", "t", ["a"])

#: naming convention | create_index | op.f
op.create_index(op.f("ix_t_a"), "t", ["a"])

#: naming convention | create_unique_constraint | None
op.create_unique_constraint(None, "t", ["a", "b"])

#: naming convention | create_unique_constraint | a name
op.create_unique_constraint("mine", "t", ["a"])

#: naming convention | create_foreign_key | None
op.create_foreign_key(None, "t", "o", ["a"], ["id"])

#: naming convention | create_foreign_key | None, in schemas
op.create_foreign_key(None, "t", "o", ["a"], ["id"], source_schema="s", referent_schema="r")

#: naming convention | create_primary_key | None
op.create_primary_key(None, "t", ["a"])

#: naming convention | create_check_constraint | a name
op.create_check_constraint("positive", "t", "a > 0")

#: naming convention | create_check_constraint | op.f
op.create_check_constraint(op.f("ck_t_positive"), "t", "a > 0")

#: naming convention | create_check_constraint | None
op.create_check_constraint(None, "t", "a > 0")

#: naming convention | drop_constraint | a check
op.drop_constraint("positive", "t", type_="check")

#: naming convention | drop_constraint | a check by op.f
op.drop_constraint(op.f("ck_t_positive"), "t", type_="check")

#: naming convention | drop_constraint | others
op.drop_constraint("mine", "t", type_="unique")
op.drop_constraint("mine_fk", "t", type_="foreignkey")

#: naming convention | drop_index
op.drop_index("mine", table_name="t")

#: naming convention | alter_column | a boolean
op.alter_column("t", "a", type_=sa.Boolean(create_constraint=True, name="flag"), existing_type=sa.Integer())

#: naming convention | column_0_name
#= convention: {"uq": "u_%(column_0_name)s", "ix": "i_%(column_0_name)s"}
op.create_unique_constraint(None, "t", ["a", "b"])
op.create_index(None, "t", ["a", "b"])

#: naming convention | column_0_label
#= convention: {"uq": "u_%(column_0_label)s", "ix": "i_%(column_0_label)s"}
op.create_unique_constraint(None, "t", ["a", "b"], schema="s")
op.create_index(None, "t", ["a", "b"])

#: naming convention | column_0_key
#= convention: {"uq": "u_%(column_0_key)s"}
op.create_unique_constraint(None, "t", ["a", "b"])

#: naming convention | column_1_name
#= convention: {"uq": "u_%(column_1_name)s_%(column_0_name)s"}
op.create_unique_constraint(None, "t", ["a", "b"])

#: naming convention | column_1_name | that is not there
#= convention: {"uq": "u_%(column_1_name)s"}
op.create_unique_constraint(None, "t", ["a"])

#: naming convention | column_0N_name
#= convention: {"uq": "u_%(column_0N_name)s", "ix": "i_%(column_0N_name)s", "pk": "p_%(column_0N_name)s"}
op.create_unique_constraint(None, "t", ["a", "b"])
op.create_index(None, "t", ["a", "b"])
op.create_primary_key(None, "t", ["a", "b"])

#: naming convention | column_0_N_name
#= convention: {"uq": "u_%(column_0_N_name)s", "fk": "f_%(column_0_N_name)s_%(referred_column_0_N_name)s"}
op.create_unique_constraint(None, "t", ["a", "b"])
op.create_foreign_key(None, "t", "o", ["a", "b"], ["c", "d"])

#: naming convention | column_0_N_label
#= convention: {"uq": "u_%(column_0_N_label)s", "ix": "i_%(column_0N_label)s"}
op.create_unique_constraint(None, "t", ["a", "b"])
op.create_index(None, "t", ["a", "b"])

#: naming convention | column_0_N_key
#= convention: {"uq": "u_%(column_0_N_key)s"}
op.create_unique_constraint(None, "t", ["a", "b"])

#: naming convention | referred_table_name
#= convention: {"fk": "f_%(table_name)s_%(referred_table_name)s"}
op.create_foreign_key(None, "t", "o", ["a"], ["id"], referent_schema="r")

#: naming convention | referred_column_0_name
#= convention: {"fk": "f_%(column_0_name)s_%(referred_column_0_name)s"}
op.create_foreign_key(None, "t", "o", ["a"], ["id"])

#: naming convention | referred_column_0_label
#= convention: {"fk": "f_%(referred_column_0_label)s"}
op.create_foreign_key(None, "t", "o", ["a"], ["id"])

#: naming convention | constraint_name | of a unique constraint
#= convention: {"uq": "uq_%(table_name)s_%(constraint_name)s"}
op.create_unique_constraint("x", "t", ["a"])
op.drop_constraint("x", "t", type_="unique")

#: naming convention | constraint_name | None
#= convention: {"uq": "uq_%(table_name)s_%(constraint_name)s"}
op.create_unique_constraint(None, "t", ["a"])

#: naming convention | constraint_name | of an index
#= convention: {"ix": "ix_%(table_name)s_%(constraint_name)s"}
op.create_index("x", "t", ["a"])
op.drop_index("x", table_name="t")

#: naming convention | table_name | in a schema
#= convention: {"uq": "uq_%(table_name)s"}
op.create_unique_constraint(None, "t", ["a"], schema="s")

#: naming convention | an unknown token
#= convention: {"uq": "uq_%(nobody)s"}
op.create_unique_constraint(None, "t", ["a"])

#: naming convention | no token
#= convention: {"uq": "the_one"}
op.create_unique_constraint(None, "t", ["a"])

#: naming convention | too long
#= convention: {"uq": "uq_%(table_name)s_%(column_0_N_name)s", "ix": "ix_%(table_name)s_%(column_0_N_name)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s"}
op.create_unique_constraint(None, "a_table_with_a_long_name", ["a_column_with_a_long_name", "another_column_with_a_long_name"])
op.create_index(None, "a_table_with_a_long_name", ["a_column_with_a_long_name", "another_column_with_a_long_name"])
op.create_foreign_key(None, "a_table_with_a_long_name", "o", ["a_column_with_a_long_name", "another_column_with_a_long_name"], ["a", "b"])

#: naming convention | keys of classes
#= convention: {"fk": "f_%(column_0_name)s", "pk": "p_%(table_name)s", "ck": "c_%(column_0_name)s"}
op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True), sa.Column("b", sa.Integer(), sa.CheckConstraint("b > 0")))

#: naming convention | batch_alter_table | drop a constraint by convention
with op.batch_alter_table("t", copy_from=sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer()), sa.CheckConstraint("a > 0", name="ck_t_positive"))) as batch_op:
    batch_op.drop_constraint("positive", type_="check")

#: naming convention | batch_alter_table | add without a name
with op.batch_alter_table("t", copy_from=sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer()))) as batch_op:
    batch_op.create_unique_constraint(None, ["a"])
    batch_op.create_check_constraint("positive", "a > 0")
