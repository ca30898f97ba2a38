//! Expressions, statements and values.

use super::{read, show};
use crate::binder::{bind_expression, bind_parameters, bind_statement, literal};

fn each(table: &[&str], shown: impl Fn(&str) -> Result<String, limbeck_core::source::SourceError>) -> String {
    let line = |text: &&str| {
        format!("{text}\n    {}\n", shown(text).unwrap_or_else(|e| e.to_string().replace('\n', "\n    ")))
    };
    table.iter().map(line).collect()
}

#[test]
fn expressions() {
    let table = [
        "sa.text('now()')",
        "sa.text('a = :x').bindparams(x=3)",
        "sa.text('a in :x').bindparams(sa.bindparam('x', [1, 2], sa.Integer, expanding=True))",
        "sa.text('a = :x').bindparams(y=3)",
        "sa.literal_column('a::int = :b')",
        "sa.func.now()",
        "sa.func.count()",
        "sa.func.pg_catalog.set_config('x', T.c.a, True, None)",
        "sa.func.coalesce(sa.column('a'), 0) + 1",
        "sa.column('n', sa.String) + 'x'",
        "sa.column('n') + 'x'",
        "sa.column('n') + 1",
        "sa.column('a') == None",
        "sa.column('a') != None",
        "sa.column('a') == True",
        "sa.column('a').is_(True)",
        "sa.column('a').isnot(None)",
        "T.c.b == 'x'",
        "'x' == T.c['b']",
        "T.c.zz",
        "T.c.j == {'k': [1, None, 'é', True, 1.5]}",
        "sa.column('a').in_(['x', 'y'])",
        "~sa.column('a').in_(sa.select(T.c.a))",
        "sa.column('a').not_in([])",
        "sa.column('a').between(1, 2)",
        "sa.column('a').like('x%')",
        "sa.column('a').ilike('x%')",
        "sa.column('a').startswith('x')",
        "sa.column('a').icontains('x')",
        "sa.column('a').contains('x', autoescape=True)",
        "sa.column('a').op('->>')('k')",
        "T.c.j['k'].astext == 'x'",
        "T.c.j[0].astext",
        "T.c.j[('a', 0)].astext",
        "T.c.j['k']['l'].astext",
        "sa.column('a').label('l')",
        "sa.column('a').desc().nullslast()",
        "sa.desc('a')",
        "sa.column('a').collate('C')",
        "sa.cast('1', sa.Integer)",
        "sa.func.cast(sa.column('a'), sa.String(3))",
        "sa.column('a').cast(sa.Date)",
        "sa.type_coerce('x', sa.String(3))",
        "sa.case((sa.column('a') == 1, 'x'), (sa.column('b') == 2, sa.null()), else_='z')",
        "sa.case({'k': 'v'}, value=sa.column('q'))",
        "sa.case([(sa.column('a') == 1, 'x')])",
        "sa.and_(sa.column('a') == 1, sa.and_(sa.column('b') > 2, sa.true()))",
        "sa.or_(sa.column('a') == 1, sa.false())",
        "sa.and_()",
        "(sa.column('a') == 1) & (sa.column('b') == 2) | (sa.column('c') >= 3)",
        "sa.not_(sa.column('a') == 1)",
        "sa.not_(sa.column('f'))",
        "~sa.exists(sa.select(sa.text('1')).select_from(T))",
        "sa.exists().where(T.c.a == 1)",
        "-sa.column('x')",
        "sa.func.count(sa.distinct(sa.column('a')))",
        "sa.tuple_(sa.column('a'), 1)",
        "sa.literal('x', sa.String)",
        "sa.bindparam('p', value=3)",
        "op.inline_literal('x')",
        "sa.sql.expression.false()",
        "sa.func.now",
        "sa.func.foo().over(order_by='x')",
        "T.insert()",
        "missing.now",
    ];
    insta::assert_snapshot!(
        each(&table, |text| bind_expression(&read::value(text), &read::at()).map(|e| show::expression(&e)))
    );
}

#[test]
fn statements() {
    let table = [
        "'update t set a = :x'",
        "sa.text('select 1').columns(sa.column('a'))",
        "sa.DDL('create x%%y :z')",
        "sa.func.setval('s', 1)",
        "sa.select(T.c.a, T.c.b).where(T.c.a == 1).where(T.c.b != None).order_by('a', sa.desc('b')).limit(2).offset(1)",
        "sa.select(T).distinct().group_by('a').having(sa.func.count() > 1).with_for_update()",
        "sa.select(sa.func.max(T.c.a)).select_from(T.join(sa.table('u', sa.column('k')), T.c.a == 1, isouter=True))",
        "sa.select(T.alias('x').c.a).where(T.alias('x').c.b == 'q')",
        "sa.select(T.c.a).join(sa.table('u'), sa.text('u.k = t.a'))",
        "sa.select(T.c.a).join(sa.table('u'))",
        "sa.select('a')",
        "sa.select([T.c.a])",
        "sa.select(T.c.a).union(sa.select(T.c.a))",
        "T.insert().values(b='x', a=op.inline_literal(3))",
        "T.insert().values({'a': 1}).values(b=sa.func.now()).returning(T.c.a)",
        "T.insert().values([{'a': 1, 'b': 'x'}, {'b': None, 'a': 3}])",
        "T.insert().values([{'a': 1}, {'b': 2}])",
        "T.insert().values([])",
        "T.insert().values((1, 'x'))",
        "T.insert()",
        "T.insert().values(zz=1)",
        "T.insert().from_select(['a', 'b'], sa.select(T.c.a, sa.literal('y')))",
        "T.insert().values(j={'a': 1})",
        "T.insert().values(j=None)",
        "sa.update(T).where(T.c.a == 1).values({T.c.b: sa.func.lower(T.c.b), 'a': None})",
        "T.update().values(b=sa.select(sa.func.max(T.c.b)).scalar_subquery())",
        "T.update().values(b=sa.case((T.c.a == 1, 'x'), else_=T.c.b))",
        "T.update().where(T.c.a == 1)",
        "T.update().values(aa=1)",
        "T.update().values([{'a': 1}])",
        "T.delete().where(T.c.a.in_([1, 2]), T.c.b.like('x%'))",
        "sa.delete(T)",
        "T.delete().values(a=1)",
        "sa.update(T, 3)",
        "sa.update('t')",
        "postgresql.insert(T).values(a=1).on_conflict_do_nothing()",
        "sa.Table('x', sa.MetaData(schema='m'), sa.Column('a', sa.Integer, default=5), sa.Column('b', sa.Integer, onupdate=4)).insert().values(b=1)",
        "sa.Table('x', sa.MetaData(), sa.Column('a', sa.Integer, default=5), sa.Column('b', sa.Integer, onupdate=4)).update().values(a=1)",
        "sa.Table('x', sa.MetaData(), sa.Column('a', sa.Integer, default=missing.f), sa.Column('b', sa.Integer)).insert().values(b=1)",
        "sa.Table('x', sa.MetaData(), autoload_with=3).insert()",
        "sa.schema.CreateSequence(sa.Sequence('s'))",
        "['a']",
    ];
    insta::assert_snapshot!(
        each(&table, |text| bind_statement(&read::value(text), &read::at()).map(|s| show::statement(&s)))
    );
}

#[test]
fn values() {
    let table = [
        "None",
        "1.5",
        "datetime.datetime(2020, 1, 2, 3, 4, 5, 6)",
        "datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc)",
        "datetime.datetime('2020-01-02T03:04:05+00:00')",
        "datetime.datetime(2020, 2, 30)",
        "datetime.date(2020, 1, 2)",
        "datetime.time(3, 4)",
        "datetime.timedelta(days=1, minutes=2)",
        "decimal.Decimal('1.50')",
        "decimal.Decimal('x')",
        "uuid.UUID('12345678123456781234567812345678')",
        "uuid.UUID(int=5)",
        "[1, 'a']",
        "{'a': [1, {'b': None}]}",
        "sa.text('x')",
        "missing.x",
    ];
    insta::assert_snapshot!(each(&table, |text| literal(&read::value(text), &read::at()).map(|v| show::literal(&v))));
}

#[test]
fn parameters() {
    let bind = |text| bind_parameters(&read::value(text), &read::at());
    assert_eq!(bind("None").unwrap().len(), 0);
    assert_eq!(bind("{'a': 1}").unwrap().len(), 1);
    assert_eq!(bind("[{'a': 1}, {'a': 2}]").unwrap().len(), 2);
    assert!(bind("3").is_err());
}
