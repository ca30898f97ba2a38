//! Every directive once, with all that it takes.

use super::{bound, bound_on};

#[test]
fn directives() {
    let table = [
        r#"op.create_table(op.f("t"), sa.Column(op.f("a"), sa.Integer, server_default="0", quote=True), comment="c", prefixes=["TEMPORARY"], if_not_exists=True, mysql_engine="InnoDB", mysql_DEFAULT_CHARSET="utf8", postgresql_partition_by="RANGE (a)", sqlite_autoincrement=True)"#,
        r#"op.create_table("t", sa.Column("a", sa.Integer, sa.Computed("b * 2", persisted=True)), sa.Column("b", sa.Text, server_default=sa.text("x")), sa.Column("c", sa.DateTime, server_default=sa.func.now()), sa.Column("d", sa.Boolean, server_default=sa.true()), sa.Column("e", sa.Text, sa.DefaultClause("x")), sa.Column("f", sa.Text, server_default=sa.literal("y")))"#,
        r#"op.create_table("t", sa.Column(sa.Integer, name="k"), sa.Column(name="l", type_=sa.Text), sa.Column("m", sa.Integer, key="mm"), sa.UniqueConstraint("mm", name="u", deferrable=True, initially="DEFERRED", postgresql_nulls_not_distinct=True))"#,
        r#"op.create_table("t", sa.Column("a", sa.Integer), postgresql.ExcludeConstraint(("a", "="), (sa.column("p"), "&&"), name="x", using="gist", where="a > 1", ops={"a": "int_ops"}))"#,
        r#"op.create_table("t", sa.Column("a", sa.Integer, sa.ForeignKey("o.id", ondelete="CASCADE", onupdate="SET NULL", deferrable=True, initially="DEFERRED", match="FULL", use_alter=True, name="f")))"#,
        r#"op.drop_table("t", schema="s", if_exists=True)"#,
        r#"op.rename_table("a", "b", schema="s")"#,
        r#"op.create_table_comment("t", "c", existing_comment="x", schema="s")"#,
        r#"op.drop_table_comment("t", existing_comment="x", schema="s")"#,
        r#"op.add_column(table_name="t", column=sa.Column("a", sa.Integer, primary_key=True), if_not_exists=True, inline_primary_key=True)"#,
        r#"op.add_column("t", sa.Column("a", sa.Integer, nullable=False, sqlite_on_conflict_not_null="FAIL"))"#,
        r#"op.drop_column("t", "a", schema="s", if_exists=True, mssql_drop_default=True)"#,
        r#"op.alter_column("t", "a", nullable=False, comment=None, server_default=None, new_column_name="b", type_=sa.Integer, existing_type=sa.String(3), existing_server_default=False, existing_nullable=True, existing_comment="x", schema="s", postgresql_using="a::int")"#,
        r#"op.alter_column("t", "a", comment="hi", server_default=sa.text("now()"), autoincrement=True, existing_autoincrement=False)"#,
        r#"op.alter_column("t", "a", comment=False, server_default=False, existing_server_default=sa.text("0"))"#,
        r#"op.alter_column("t", "a", server_default=sa.Identity(start=3))"#,
        r#"op.create_index("i", "t", ["a", sa.text("lower(b)"), sa.func.lower(sa.column("c")), sa.column("d").desc().nulls_last(), sa.desc("e")], unique=True, schema="s", if_not_exists=True, postgresql_where=sa.and_(sa.column("a") > 5, sa.column("n") == "it's"), postgresql_using="gin", postgresql_ops={"a": "x"}, postgresql_with={"fillfactor": 50}, postgresql_include=["z"], postgresql_concurrently=True, mysql_length={"a": 10}, sqlite_where=sa.text("a > 5"), mysql_prefix=None)"#,
        r#"op.drop_index("i")"#,
        r#"op.drop_index(op.f("i"), table_name="t", schema="s", if_exists=True, postgresql_concurrently=True, postgresql_where=sa.text("a"))"#,
        r#"op.create_primary_key("p", "t", ["a", "b"], schema="s")"#,
        r#"op.create_unique_constraint("u", "t", ["a"], schema="s", deferrable=True, initially="DEFERRED", sqlite_on_conflict="IGNORE")"#,
        r#"op.create_foreign_key("f", "t", "o", ["a", "b"], ["c", "d"], onupdate="CASCADE", ondelete="SET NULL", deferrable=True, initially="DEFERRED", match="FULL", source_schema="s1", referent_schema="s2", use_alter=True, postgresql_not_valid=True)"#,
        r#"op.create_foreign_key(None, "t", "o", ["a"], ["c"])"#,
        r#"op.create_check_constraint("c", "t", sa.and_(sa.column("a") > 1, sa.column("s").in_(["x", "y"]), sa.column("f") == True), schema="s", postgresql_not_valid=True)"#,
        r#"op.create_exclude_constraint("e", "t", (sa.column("p"), "&&"), ("g", "="), where=sa.column("g") != "x", using="gist", deferrable=True, ops={"g": "g_ops"}, schema="s")"#,
        r#"op.drop_constraint("c", "t", "foreignkey", schema="s", if_exists=True)"#,
        r#"op.bulk_insert(sa.table("t", sa.column("a", sa.DateTime), sa.column("b", sa.Integer), sa.column("j", sa.JSON)), [{"a": datetime.datetime(2020, 1, 2), "b": op.inline_literal(3)}, {"b": None, "j": {"k": 1}}, {"j": None}], multiinsert=False)"#,
        r#"op.bulk_insert(sa.table("t", sa.column("j", sa.JSON(none_as_null=True))), [{"j": None}])"#,
        r#"op.bulk_insert(sa.table("t", sa.column("a")), [])"#,
        r#"op.execute("create extension x; select ':a'::text")"#,
        r#"op.execute(sa.text("update t set a = :a").bindparams(a=1), execution_options={"autocommit": True})"#,
    ];
    let lines: String = table.iter().map(|source| format!("{source}\n{}\n", bound(source))).collect();
    insta::assert_snapshot!(lines);
}

#[test]
fn batch_blocks() {
    let source = r#"
with op.batch_alter_table("t", "s", "always", [("a", "b"), ("c", "d")], copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("f", sa.Boolean(create_constraint=True)), sa.UniqueConstraint("f", name="uf")), table_args=(sa.CheckConstraint("a > 1", name="ck"),), table_kwargs={"sqlite_autoincrement": True}, reflect_args=[sa.Column("f", sa.Boolean(create_constraint=False))], naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s"}) as b:
    b.add_column(sa.Column("a", sa.Integer, sa.ForeignKey("o.id", name="f"), index=True), insert_before="z", if_not_exists=True)
    b.alter_column("c", new_column_name="d", type_=sa.Integer, existing_type=sa.Boolean(create_constraint=True, name="old"), insert_after="e")
    b.drop_column("c", if_exists=True)
    b.drop_index("i")
    b.create_check_constraint("ck", sa.column("a") > 1)
    b.create_unique_constraint("uq", ["a"])
    b.create_primary_key("pk", ["a"])
    b.create_exclude_constraint("ex", ("a", "="))
    b.create_table_comment("x")
    b.drop_table_comment()
"#;
    insta::assert_snapshot!(bound_on("sqlite", source));
}
