//! Single facts that are easy to get wrong.

use super::{CONVENTION, bind_with, bound, bound_by_convention, bound_on, convention, refused, state};
use crate::binder::BindState;

const EVERYTHING: &str = r#"op.create_table("t",
    sa.Column("id", sa.Integer()),
    sa.Column("a", sa.Integer(), sa.ForeignKey("o.id"), unique=True, index=True),
    sa.Column("b", sa.String(3), sa.CheckConstraint("b>1", name="bb"), sa.ForeignKey("s.o.x.id", name="fkx"), unique=True),
    sa.Column("e", sa.Enum("a", "b", name="ee", native_enum=False, create_constraint=True)),
    sa.Column("g", sa.Boolean(create_constraint=True, name="gg"), index=True),
    sa.PrimaryKeyConstraint("id"), sa.UniqueConstraint("a", "b"), sa.CheckConstraint("a>1", name="c1"),
    sa.ForeignKeyConstraint(["b"], ["s.p.q"]), sa.Index(None, "b"), sa.Index("ixn", sa.text("lower(b)"), "a"),
    schema="sch")"#;

#[test]
fn constraints_come_in_the_order_of_create_table() {
    insta::assert_snapshot!(bound(EVERYTHING), @r#"
    create table sch/t
      id Integer not null key
      a Integer
      b String(3) bb check (`b>1`)
      e Enum { values: ["a", "b"], name: Some("ee"), schema: None, native: false, create_type: true, create_constraint: true, length: None }
      g Boolean { name: Some("gg"), create_constraint: true }
      primary key ["id"]
      unique ["a", "b"]
      c1 check (`a>1`)
      foreign key ["b"] -> s/p ["q"]
      foreign key ["a"] -> o ["id"]
      unique ["b"]
      fkx foreign key ["b"] -> s.o/x ["id"]
      ee check (e IN ("a", "b")) of the type of e
      unique index ix_sch_t_a on sch/t (a)
      index ix_sch_t_g on sch/t (g)
      index ix_sch_t_b on sch/t (b)
      index ixn on sch/t (`lower(b)`, a)
    "#);
}

#[test]
fn names_by_convention() {
    let text = bound_by_convention("sqlite", EVERYTHING);
    for name in [
        "pk_t primary key [\"id\"]",
        "uq_t_a unique [\"a\", \"b\"]",
        "ck_t_bb check",
        "ck_t_c1 check",
        "fk_t_b_p foreign key",
        "fk_t_a_o foreign key",
        "uq_t_b unique [\"b\"]",
        "fkx foreign key",
        "ck_t_ee check (e IN",
        "ck_t_gg check (g IN (0, 1))",
    ] {
        assert!(text.contains(&format!(" {name}")), "{name}\n{text}");
    }
    // A final name is left alone.
    assert!(
        bound_by_convention("postgresql", r#"op.create_check_constraint(op.f("x"), "t", "a > 1")"#)
            .contains("add x check")
    );
    assert!(
        bound_by_convention("postgresql", r#"op.create_check_constraint("x", "t", "a > 1")"#)
            .contains("add ck_t_x check")
    );
    assert_eq!(
        bound_by_convention(
            "mysql",
            r#"op.add_column("t", sa.Column("a", sa.Boolean(create_constraint=True, name=op.f("nm"))))"#
        ),
        "add column t: a Boolean { name: Some(\"nm\"), create_constraint: false }\n\
         add nm check (a IN (0, 1)) of the type of a to t\n"
    );
}

#[test]
fn a_convention_that_needs_a_name_refuses_to_guess() {
    let state = || BindState { dialect_name: "sqlite".into(), naming_convention: convention(CONVENTION) };
    let error = bind_with(state(), r#"op.create_table("t", sa.Column("f", sa.Boolean(create_constraint=True)))"#);
    assert!(error.unwrap_err().to_string().contains("needs a name"));
    // PostgreSQL has booleans, so that there is no CHECK to be named.
    let state = BindState { dialect_name: "postgresql".into(), ..state() };
    assert!(bind_with(state, r#"op.create_table("t", sa.Column("f", sa.Boolean(create_constraint=True)))"#).is_ok());
}

#[test]
fn dropped_names_go_through_the_convention() {
    for (kind, expected) in [("foreignkey", "nm"), ("primary", "nm"), ("unique", "nm"), ("check", "ck_t_nm")] {
        let text = bound_by_convention("postgresql", &format!(r#"op.drop_constraint("nm", "t", type_="{kind}")"#));
        assert!(text.contains(&format!(" {expected} of t")), "{text}");
    }
    assert!(bound_by_convention("postgresql", r#"op.drop_constraint(None, "t", type_="primary")"#).contains("pk_t"));
    // Alembic would send `uq_t_` here.
    let state = BindState { dialect_name: "postgresql".into(), naming_convention: convention(CONVENTION) };
    assert!(bind_with(state, r#"op.drop_constraint(None, "t", type_="unique")"#).is_err());
    assert!(refused(r#"op.drop_constraint(None, "t", type_="primary")"#).contains("needs a name"));
}

#[test]
fn nullable_follows_the_key_and_the_identity() {
    let text = bound(
        r#"op.create_table("t",
            sa.Column("id", sa.Integer, primary_key=True),
            sa.Column("x", sa.Integer, primary_key=True, nullable=True),
            sa.Column("y", sa.Integer),
            sa.Column("i", sa.Integer, sa.Identity(always=True, start=3)),
            sa.Column("j", sa.Integer, sa.Identity(), nullable=True),
            sa.Column("n", sa.Integer, nullable=False))"#,
    );
    for line in [
        "id Integer not null key\n",
        "x Integer key\n",
        "y Integer\n",
        "i Integer not null identity always=true start=Some(3)\n",
        "j Integer identity always=false start=None\n",
        "n Integer not null\n",
    ] {
        assert!(text.contains(line), "{line}{text}");
    }
}

#[test]
fn a_key_constraint_outranks_the_flags() {
    // SQLAlchemy warns and does the same.
    assert_eq!(
        bound(
            r#"op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), sa.Column("x", sa.Integer, nullable=True),
                sa.PrimaryKeyConstraint("x", name="pp"))"#
        ),
        "create table t\n  id Integer not null\n  x Integer key\n  pp primary key [\"x\"]\n"
    );
}

#[test]
fn the_counting_column_leads_a_key_that_columns_declare() {
    let columns = r#"sa.Column("a", sa.Integer, primary_key=True), sa.Column("b", sa.Integer, primary_key=True, autoincrement=True)"#;
    assert!(bound(&format!("op.create_table('t', {columns})")).contains(r#"primary key ["b", "a"]"#));
    let written = format!("op.create_table('t', {columns}, sa.PrimaryKeyConstraint('a', 'b'))");
    assert!(bound(&written).contains(r#"primary key ["a", "b"]"#));
}

#[test]
fn values_from_elsewhere_stop_counting() {
    let column = |items: &str| format!(r#"op.create_table("t", sa.Column("a", sa.Integer, {items}))"#);
    assert!(bound(&column("primary_key=True, default=3")).contains("autoincrement=false"));
    assert!(bound(&column("primary_key=True, default=missing.new_id")).contains("autoincrement=false"));
    assert!(bound(&column("primary_key=True, server_default=sa.FetchedValue()")).contains("autoincrement=false"));
    assert!(bound(&column("sa.Sequence('q'), primary_key=True")).contains("autoincrement=false"));
    assert!(!bound_on("mysql", &column("sa.Sequence('q'), primary_key=True")).contains("autoincrement"));
    assert!(!bound(&column("default=3")).contains("autoincrement"));
    assert!(
        bound(&column("sa.ForeignKey('o.id'), primary_key=True, autoincrement='ignore_fk'"))
            .contains("autoincrement=true")
    );
}

#[test]
fn foreign_keys_are_split_from_the_right() {
    for (target, expected) in
        [("o.id", "-> o [\"id\"]"), ("s.o.id", "-> s/o [\"id\"]"), ("a.b.o.id", "-> a.b/o [\"id\"]")]
    {
        let text = bound(&format!(
            r#"op.create_table("t", sa.Column("a", sa.Integer), sa.ForeignKeyConstraint(["a"], ["{target}"], "nm", "CASCADE", "SET NULL"))"#
        ));
        assert!(text.contains(expected), "{text}");
        // The third to fifth arguments: name, onupdate, ondelete
        assert!(text.contains("nm foreign key") && text.contains("delete=SET NULL update=CASCADE"), "{text}");
    }
}

#[test]
fn a_column_brings_its_constraints_along() {
    let source = r#"op.add_column("t", sa.Column("a", sa.Boolean(create_constraint=True, name="nm"), sa.ForeignKey("o.id"),
        sa.ForeignKey("o2.id"), sa.CheckConstraint("a>1", name="cc"), unique=True, comment="hi"), schema="s")"#;
    assert_eq!(
        bound_by_convention("oracle", source),
        "add column s/t: a Boolean { name: Some(\"nm\"), create_constraint: true } ck_t_cc check (`a>1`) comment \"hi\"\n\
         add uq_t_a unique [\"a\"] to s/t\n\
         add fk_t_a_o foreign key [\"a\"] -> o [\"id\"] to s/t\n\
         add fk_t_a_o2 foreign key [\"a\"] -> o2 [\"id\"] to s/t\n\
         comment on s/t.a: \"hi\"\n"
    );
    let inline = r#"op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id", name="x"), index=True), inline_references=True)"#;
    assert_eq!(
        bound(inline),
        "add column inline references t: a Integer x references o.id\ncreate index ix_t_a on t (a)\n"
    );
}

#[test]
fn sqlite_has_no_check_to_add_outside_of_a_batch() {
    let column = r#"sa.Column("a", sa.Boolean(create_constraint=True, name="nm"))"#;
    assert_eq!(bound_on("sqlite", &format!("op.add_column('t', {column})")).lines().count(), 1);
    let batch = bound_on("sqlite", &format!("with op.batch_alter_table('t') as b:\n    b.add_column({column})"));
    assert!(batch.contains("add nm check (a IN (0, 1)) of the type of a to t"), "{batch}");
}

#[test]
fn a_type_takes_its_check_with_it() {
    let alter = r#"op.alter_column("t", "a", existing_type=sa.Enum("q", name="old", native_enum=False, create_constraint=True),
        type_=sa.Enum("x", name="new", native_enum=False, create_constraint=True))"#;
    let lines = |dialect| bound_by_convention(dialect, alter).lines().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines("postgresql")[0], "drop Some(Check) ck_t_old of t");
    assert!(lines("postgresql")[1].starts_with("alter column t.a"));
    assert_eq!(lines("postgresql")[2], "add ck_t_new check (a IN (\"x\")) of the type of a to t");
    // Alembic leaves the old one on MySQL.
    assert_eq!(lines("mysql").len(), 2);
    assert_eq!(lines("sqlite").len(), 1);
}

#[test]
fn a_batch_is_delivered_at_its_end_and_execute_at_once() {
    let source = r#"
with op.batch_alter_table("t", schema="s") as b:
    b.add_column(sa.Column("a", sa.Integer), insert_after="z")
    op.drop_column("u", "z")
    b.execute("select 1")
    op.execute("select 2")
    b.create_index("i", ["a"], unique=True)
    b.drop_constraint("q", type_="unique")
    b.create_foreign_key(None, "o", ["x"], ["y"], referent_schema="r")
op.drop_table("t")
"#;
    assert_eq!(
        bound_by_convention("postgresql", source),
        "drop column u.z\n\
         execute `select 1`\n\
         execute `select 2`\n\
         batch s/t recreate=Auto\n\
         \x20 add column s/t: a Integer After(\"z\")\n\
         \x20 create unique index i on s/t (a)\n\
         \x20 drop Some(Unique) q of s/t\n\
         \x20 add fk_t_x_o foreign key [\"x\"] -> r/o [\"y\"] to s/t\n\
         drop table t\n"
    );
}

#[test]
fn what_python_fills_in_may_be_absent() {
    let source = r#"op.create_table("t", sa.Column("a", sa.Integer, default=missing.x, onupdate=missing.y, info=missing.z), info=missing.z)"#;
    assert_eq!(bound(source), "create table t\n  a Integer\n");
    let error = refused(r#"op.add_column("t", sa.Column("a", missing.models.GUID()))"#);
    assert!(
        error.contains("missing.models.GUID") && error.contains("`app.missing`") && error.contains("help:"),
        "{error}"
    );
}

#[test]
fn the_state_is_the_callers() {
    let made = bind_with(state("sqlite"), r#"op.create_index(None, "t", ["a", "b"], schema="s")"#).unwrap();
    assert_eq!(super::show::all(&made), "create index ix_s_t_a on s/t (a, b)\n");
}

#[test]
fn what_create_table_gives_is_a_table_without_metadata() {
    // Readers hand the value of op.create_table over as a Table with the directive's own arguments.
    let rows = r#"[{"a": 1, "b": "x"}]"#;
    let columns = r#"sa.Column("a", sa.Integer), sa.Column("b", sa.Text)"#;
    for table in [
        format!(r#"sa.Table("t", {columns}, if_not_exists=True)"#),
        format!(r#"sa.Table("t", sa.MetaData(), {columns})"#),
        format!(r#"sa.Table("t", missing.metadata, {columns})"#),
    ] {
        let text = bound(&format!("op.bulk_insert({table}, {rows})"));
        assert!(text.starts_with("insert at once into t: a={1: Integer}, b="), "{text}");
    }
}
