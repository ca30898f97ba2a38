//! Types.

use super::{read, refused, show};

fn shown(text: &str) -> String {
    show::sql_type(&crate::binder::bind_type(&read::value(text), &read::at()).unwrap_or_else(|e| panic!("{text}\n{e}")))
}

#[test]
fn types() {
    let table = [
        "sa.Integer",
        "sa.Integer()",
        "sa.types.String(length=20)",
        "sa.String(20, 'C')",
        "sa.UnicodeText()",
        "sa.Numeric(10, scale=2, asdecimal=False)",
        "sa.Float(53)",
        "sa.DateTime(True)",
        "sa.TIMESTAMP(timezone=True)",
        "sa.VARCHAR(7)",
        "sa.DECIMAL(10, 2)",
        "sa.NUMERIC(scale=2)",
        "sa.INT",
        "sa.DOUBLE_PRECISION(53)",
        "sa.Uuid(as_uuid=False)",
        "sa.UUID()",
        "sa.JSON(none_as_null=True)",
        "sa.Boolean(name='x', create_constraint=True)",
        "sa.BOOLEAN()",
        "sa.LargeBinary(length=9)",
        "sa.Interval(second_precision=3)",
        "sa.ARRAY(sa.String(3), dimensions=2)",
        "sa.Enum('a', 'b', name=op.f('e'), native_enum=False, length=20, values_callable=missing.f)",
        "sa.Text().with_variant(mysql.LONGTEXT(), 'mysql', 'mariadb').with_variant(sa.String, 'oracle')",
        "sqlmodel.sql.sqltypes.AutoString(length=5)",
        "postgresql.UUID(as_uuid=True)",
        "postgresql.base.UUID",
        "postgresql.JSONB(astext_type=sa.Text(), none_as_null=True)",
        "postgresql.TIMESTAMP(timezone=True, precision=3)",
        "postgresql.INTERVAL(fields='DAY TO SECOND')",
        "postgresql.ARRAY(postgresql.ENUM('x', name='e', create_type=False))",
        "postgresql.ENUM('a', 'b', name='e', schema='s')",
        "postgresql.DOMAIN('d', sa.Integer(), not_null=True, check='VALUE > 0')",
        "postgresql.BIT(3, varying=True)",
        "postgresql.DOUBLE_PRECISION(precision=53)",
        "postgresql.INT4RANGE",
        "mysql.TINYINT(1)",
        "mysql.INTEGER(display_width=11, unsigned=True)",
        "mysql.VARCHAR(10, charset='utf8mb4', collation='utf8mb4_bin')",
        "mysql.DATETIME(fsp=6)",
        "mysql.SET('a', 'b', charset='latin1')",
        "mysql.LONGTEXT(collation='x')",
        "sqlite.JSON()",
        "sqlite.DATETIME(storage_format='x')",
        "sqlite.INTEGER()",
    ];
    let lines: String = table.iter().map(|text| format!("{text}\n    {}\n", shown(text))).collect();
    insta::assert_snapshot!(lines);
}

#[test]
fn types_that_are_not_known() {
    let table = [
        "sa.Strin(3)",
        "sqlalchemy_utils.UUIDType()",
        "sa.String('x')",
        "sa.String(lenght=3)",
        "sa.String(-1)",
        "sa.Enum(['a', 'b'], name='e')",
        "sa.Enum(missing.Colour)",
        "postgresql.ENUM('a')",
        "postgresql.JSONX()",
        "'VARCHAR'",
        "3",
        "sa.text('x')",
        "sa.ARRAY(sa.ARRAY(sa.Integer))",
        "sa.Integer(4)",
    ];
    let lines: String =
        table.iter().map(|text| refused(&format!("op.add_column('t', sa.Column('c', {text}))")) + "\n\n").collect();
    insta::assert_snapshot!(lines);
}

/// The trees in which the embedded Python hands over a user's own types: NATIVE.md, section 2.
#[test]
fn types_of_the_users_own() {
    use limbeck_core::schema::SqlType;

    let own = |text: &str| {
        crate::binder::bind_type(&read::value(text), &read::at()).unwrap_or_else(|e| panic!("{text}\n{e}"))
    };
    let decorated = own("sa.TypeDecorator('app.types', 'Trimmed', sa.String(20))");
    assert_eq!(decorated, SqlType::String { length: Some(20), collation: None });
    let nested = own("sa.TypeDecorator('a', 'B', sa.TypeDecorator('a', 'C', sa.Integer))");
    assert_eq!(nested, SqlType::Integer);
    assert_eq!(own("sa.UserDefinedType('a', 'Vector', 'VECTOR(3)')"), SqlType::Verbatim("VECTOR(3)".into()));
}
