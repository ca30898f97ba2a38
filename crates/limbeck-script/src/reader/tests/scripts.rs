//! What a version script's function gives.

use super::{body, parse, read, show};
use crate::directive::{Event, Value};
use crate::reader::{Reading, read_function, read_variables};

fn reason(text: &str) -> String {
    body(text).unwrap_err().reason
}

#[test]
fn locations_are_lines_and_columns_in_characters() {
    let script = parse(
        "from alembic import op\nimport sqlalchemy as sa\n\ndef upgrade():\n    'é'; op.add_column('t', sa.Column('x'))\n",
    );
    let Ok(Reading::Events(events)) = read_function(&script, "upgrade") else { panic!() };
    let [Event::Directive { directive, .. }] = events.as_slice() else { panic!() };
    assert_eq!(directive.location.to_string(), "versions/a.py:5:10");
    let Value::Call(column) = &directive.args[1] else { panic!() };
    assert_eq!(column.location.to_string(), "versions/a.py:5:29");
}

#[test]
fn gave_up_says_where() {
    let gave_up = body("op.execute('x')\nbind = op.get_bind()").unwrap_err();
    assert_eq!(gave_up.to_string(), "versions/a.py:7:12: not read statically: `op.get_bind()`");
}

#[test]
fn a_missing_function_is_not_an_error() {
    assert_eq!(read_function(&parse("revision = 'a'\n"), "upgrade"), Ok(Reading::Missing));
}

#[test]
fn names_are_canonical() {
    let source = "\
from alembic import op
import sqlalchemy
import sqlalchemy as sa
import sqlalchemy.dialects.postgresql
import sqlalchemy.dialects.postgresql as pg
from sqlalchemy import func, schema, sql, types
from sqlalchemy import Integer as Int
from sqlalchemy.dialects import mysql
from sqlalchemy.dialects.postgresql import ARRAY, JSONB as J
from sqlalchemy.dialects.postgresql.json import JSON
from sqlalchemy.schema import Column, ForeignKey
from sqlalchemy.sql import column, expression, func as f2, sqltypes, table, text
from sqlalchemy.sql.expression import true
from sqlalchemy.sql.schema import Index
from sqlalchemy.types import String

def upgrade():
    op.execute([sqlalchemy.Text, sa.types.Text, types.Text, sa.sql.sqltypes.Text, sqltypes.Text, String, Int])
    op.execute([sqlalchemy.dialects.postgresql.UUID, pg.UUID, sa.dialects.postgresql.UUID, ARRAY, J, JSON, mysql.TINYINT])
    op.execute([func.now(), f2.now(), sa.func.now(), sa.sql.func.now(), sql.func.now(), expression.func.now()])
    op.execute([text('x'), sa.sql.text('x'), expression.text('x'), true(), sa.sql.expression.true(), sql.true()])
    op.execute([Column, ForeignKey, schema.Column, sa.schema.Index, Index, column, table, types.NullType])
";
    assert_eq!(
        read(source).unwrap(),
        [
            "execute([<sqlalchemy.Text>, <sqlalchemy.Text>, <sqlalchemy.Text>, <sqlalchemy.Text>, <sqlalchemy.Text>, \
             <sqlalchemy.String>, <sqlalchemy.Integer>])",
            "execute([<sqlalchemy.dialects.postgresql.UUID>, <sqlalchemy.dialects.postgresql.UUID>, \
             <sqlalchemy.dialects.postgresql.UUID>, <sqlalchemy.dialects.postgresql.ARRAY>, \
             <sqlalchemy.dialects.postgresql.JSONB>, <sqlalchemy.dialects.postgresql.JSON>, \
             <sqlalchemy.dialects.mysql.TINYINT>])",
            "execute([sqlalchemy.func.now(), sqlalchemy.func.now(), sqlalchemy.func.now(), sqlalchemy.func.now(), \
             sqlalchemy.func.now(), sqlalchemy.func.now()])",
            "execute([sqlalchemy.text(\"x\"), sqlalchemy.text(\"x\"), sqlalchemy.text(\"x\"), sqlalchemy.true(), \
             sqlalchemy.true(), sqlalchemy.true()])",
            "execute([<sqlalchemy.Column>, <sqlalchemy.ForeignKey>, <sqlalchemy.Column>, <sqlalchemy.Index>, \
             <sqlalchemy.Index>, <sqlalchemy.column>, <sqlalchemy.table>, <sqlalchemy.types.NullType>])",
        ]
    );
}

#[test]
fn names_that_are_not_exported_there_give_up() {
    for name in [
        "sa.sql.Integer",
        "sa.types.text",
        "sa.schema.Integer",
        "sa.NullType",
        "sa.orm.Session",
        "sa.inspect",
        "postgresql.NOPE",
    ] {
        assert!(body(&format!("op.execute({name})")).is_err(), "{name}");
    }
}

#[test]
fn live_data_gives_up() {
    for text in [
        "op.get_bind()",
        "op.get_context().dialect",
        "op.execute(op.get_context().dialect.name)",
        "op.execute(sa.inspect(None))",
        "op.run_async(None)",
        "op.invoke(None)",
        "sa.Table('t', sa.MetaData(), autoload_with=None)",
        "print('x')",
        "open('x')",
        "x = op",
        "op.execute = None",
        "y = op.execute",
    ] {
        // Binding `op` to a name is harmless; nothing else here is.
        assert_eq!(body(text).is_ok(), text == "x = op", "{text}");
    }
}

#[test]
fn constructs_have_no_truth_length_or_items() {
    for text in [
        "if sa.text('x'): pass",
        "x = not sa.column('x')",
        "x = sa.column('x') and 1",
        "x = len(sa.text('x'))",
        "x = [*sa.text('x')]",
        "x = {sa.text('x'): 1}",
        "x = f\"{sa.text('x')}\"",
        "x = str(sa.text('x'))",
        "x = '%s' % sa.text('x')",
        "x = sa.column('x') in [1]",
        "x = 1 < sa.column('x') < 2",
        "x = sa.Integer() == 5",
        "x = sa.text('x') == 1",
        "x = sa.column('x').name",
        "x = sa.table('t').c.keys()",
        "x = sa.Enum('a').create(None)",
        "x = sa.column('x') // 2",
    ] {
        assert!(body(text).is_err(), "{text}");
    }
}

#[test]
fn a_changed_argument_gives_up_only_after_it_was_handed_over() {
    assert!(body("xs = ['a']\nop.create_index('i', 't', xs)").is_ok());
    assert_eq!(
        reason("xs = ['a']\nop.create_index('i', 't', xs)\nxs.append('b')"),
        "a list is changed after it was handed over"
    );
    assert_eq!(
        reason("d = {}\nx = sa.Enum(**{'name': 'a'}, metadata=[d])\nd['a'] = 1"),
        "a dict is changed after it was handed over"
    );
}

#[test]
fn a_column_has_one_parent() {
    assert!(reason("c = sa.Column('x')\nop.add_column('a', c)\nop.add_column('b', c)").ends_with("is used twice"));
    assert!(
        body("e = sa.Enum('a')\nop.add_column('a', sa.Column('x', e))\nop.add_column('b', sa.Column('x', e))").is_ok()
    );
}

#[test]
fn one_table_of_a_metadata_is_made_once() {
    assert!(
        body("m = sa.MetaData()\na = sa.Table('a', m, sa.Column('x'))\nb = sa.Table('b', m)\nop.execute(a.delete())")
            .is_ok()
    );
    assert!(body("m = sa.MetaData()\na = sa.Table('a', m, sa.Column('x'))\nb = sa.Table('a', m)").is_err());
    assert!(body("a = sa.Table('a', sa.MetaData())\nb = sa.Table('a', sa.MetaData())\nop.execute([a, b])").is_ok());
}

#[test]
fn batch_blocks_nest_by_their_object() {
    assert_eq!(
        body("with op.batch_alter_table('t') as b:\n    with op.get_context().autocommit_block():\n        b.drop_column('x')")
            .unwrap(),
        ["begin batch_alter_table(\"t\")", "begin autocommit", "batch drop_column(\"x\")", "end autocommit", "end batch"]
    );
    assert!(body("with op.batch_alter_table('t') as b:\n    pass\nb.drop_column('x')").is_err());
    assert!(
        body(
            "with op.batch_alter_table('t') as a:\n    with op.batch_alter_table('u') as b:\n        a.drop_column('x')"
        )
        .is_err()
    );
    assert!(body("with op.batch_alter_table('t') as b:\n    b.get_bind()").is_err());
    // Nothing happens before the block is entered.
    assert_eq!(body("b = op.batch_alter_table('t')").unwrap(), Vec::<String>::new());
}

#[test]
fn custom_directives_are_recorded_and_their_value_is_not_known() {
    assert_eq!(body("op.create_view('v', a=1)").unwrap(), ["create_view(\"v\", a=1)"]);
    for text in ["op.execute(op.create_view('v'))", "if op.create_view('v'): pass", "x = op.create_view('v') is None"] {
        assert!(body(text).is_err(), "{text}");
    }
    assert_eq!(body("x = op.create_view('v')").unwrap(), ["create_view(\"v\")"]);
}

#[test]
fn plain_data_of_the_standard_library() {
    let source = "\
from alembic import op
import datetime as dt, uuid
from decimal import Decimal
def upgrade():
    op.execute([dt.datetime(2024, 2, 29, 12), dt.date(2020, 1, 1), uuid.UUID('12345678123456781234567812345678'), Decimal('1.50')])
";
    assert_eq!(
        read(source).unwrap(),
        ["execute([datetime.datetime(2024, 2, 29, 12), datetime.date(2020, 1, 1), \
          uuid.UUID(\"12345678123456781234567812345678\"), decimal.Decimal(\"1.50\")])"]
    );
    for call in [
        "dt.datetime.utcnow()",
        "dt.datetime(2023, 2, 29)",
        "dt.date(2020, 13, 1)",
        "uuid.UUID('x')",
        "uuid.uuid4()",
        "Decimal('x')",
        "Decimal(1.5)",
    ] {
        assert!(read(&source.replace("Decimal('1.50')", call)).is_err(), "{call}");
    }
}

#[test]
fn operators_and_methods_become_calls() {
    let text =
        "t = sa.table('t', sa.column('id', sa.Integer))\nop.execute(t.update().where(t.c.id == -5).values(id=-6))";
    assert_eq!(
        body(text).unwrap(),
        ["execute(.values(.where(.update(sqlalchemy.table(\"t\", sqlalchemy.column(\"id\", <sqlalchemy.Integer>))), \
          operator.eq(getattr(getattr(sqlalchemy.table(\"t\", sqlalchemy.column(\"id\", <sqlalchemy.Integer>)), \"c\"), \
          \"id\"), -5)), id=-6))"]
    );
    assert_eq!(
        body("t = sa.table('t')\nop.execute(t.delete().where(t.c.x == op.inline_literal('a')))").unwrap(),
        [
            "execute(.where(.delete(sqlalchemy.table(\"t\")), operator.eq(getattr(getattr(sqlalchemy.table(\"t\"), \"c\"), \
          \"x\"), alembic.op.inline_literal(\"a\"))))"
        ]
    );
}

#[test]
fn variables_of_the_module() {
    let script = parse("revision: str = 'abc'\ndown_revision = ('a', 'b')\nbad = (lambda: 1)\n");
    let values = read_variables(&script, &["revision", "down_revision", "branch_labels"]).unwrap();
    let texts: Vec<_> = values.iter().map(|value| value.as_ref().map(show)).collect();
    assert_eq!(texts, [Some("\"abc\"".to_owned()), Some("(\"a\", \"b\")".to_owned()), None]);
    assert!(read_variables(&script, &["bad"]).is_err());
}
