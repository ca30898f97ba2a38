//! What is refused, and in which words: what depends on a module that is not there, and what belongs elsewhere. Malformed arguments are cases
//! of the directive corpus, `crates/limbeck-runtime/tests/directives/cases/malformed.py`.

use super::refused;

#[test]
fn every_directive_refuses_in_plain_words() {
    let table = [
        r#"op.create_view("v", "select 1")"#,
        r#"op.create_table("t", sa.Column("a", sa.Integer, server_default=missing.d))"#,
        r#"op.create_table(missing.name)"#,
        r#"op.create_check_constraint("c", "t", missing.condition)"#,
        r#"op.bulk_insert(sa.table("t", sa.column("a")), [{"a": sa.func.now()}])"#,
        r#"op.bulk_insert(sa.table("t", sa.column("a")), [{"a": missing.x}])"#,
        r#"op.execute("select 1", execution_options={"isolation_level": "AUTOCOMMIT"})"#,
        r#"b.drop_column("a")"#,
        "with op.batch_alter_table('t') as b:\n    b.drop_column('a', schema='s')",
    ];
    let lines: String = table.iter().map(|source| format!("{source}\n{}\n\n", refused(source))).collect();
    insta::assert_snapshot!(lines);
}
