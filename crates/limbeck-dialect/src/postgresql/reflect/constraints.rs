//! Constraints.

use std::collections::BTreeMap;

use limbeck_core::expression::Expression;
use limbeck_core::schema::{
    CheckConstraint, Constraint, Deferral, DialectOptions, ExcludeConstraint, ExcludeElement, ForeignKey,
    ForeignKeyOptions, Name, PrimaryKey, TableName, UniqueConstraint,
};

use super::rows::Row;
use super::{flag, name_list, options, plain};
use crate::{Catalogue, DialectError};

/// The constraints of relations, by relation: primary keys first, then by name. `schema` is the one that was asked for: what a foreign
/// key points at has a schema when the search path does not find it, or when it is this one.
pub(super) fn constraints(
    live: &mut dyn Catalogue,
    oids: &str,
    schema: Option<&str>,
) -> Result<BTreeMap<i64, Vec<Constraint>>, DialectError> {
    // A row for each column. Columns that only newer servers have are looked up in the row as JSON. The second NOT EXISTS leaves out
    // the keys that the server adds for each partition of the table pointed at.
    let query = format!(
        "SELECT r.oid::int8, r.conrelid::int8, r.conname::text, r.contype::text, r.condeferrable, r.condeferred, r.convalidated, \
         r.connoinherit, r.confdeltype::text, r.confupdtype::text, r.confmatchtype::text, \
         CASE WHEN r.contype = 'c' THEN pg_catalog.pg_get_constraintdef(r.oid, true) END, \
         fn.nspname::text, fc.relname::text, pg_catalog.pg_table_is_visible(fc.oid), \
         (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(d.attname), ', ' ORDER BY x.ord) FROM \
         pg_catalog.jsonb_array_elements_text(CASE WHEN pg_catalog.jsonb_typeof(pg_catalog.to_jsonb(r) -> 'confdelsetcols') = 'array' \
         THEN pg_catalog.to_jsonb(r) -> 'confdelsetcols' END) WITH ORDINALITY x(num, ord) JOIN pg_catalog.pg_attribute d ON \
         d.attrelid = r.conrelid AND d.attnum = x.num::int2), \
         pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct' = 'true', \
         k.ord > i.indnkeyatts, a.attname::text, fa.attname::text, \
         CASE WHEN r.contype = 'x' THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.ord::int, true) END, \
         CASE WHEN NOT pg_catalog.pg_operator_is_visible(o.oid) THEN 'OPERATOR(' || pg_catalog.quote_ident(os.nspname) || '.' || \
         o.oprname || ')' ELSE o.oprname::text END, \
         CASE WHEN NOT p.opcdefault THEN p.opcname::text END, m.amname::text, \
         CASE WHEN r.contype = 'x' THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END, r.conparentid <> 0 \
         FROM pg_catalog.pg_constraint r \
         LEFT JOIN pg_catalog.pg_class fc ON fc.oid = r.confrelid AND r.contype = 'f' \
         LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = fc.relnamespace \
         LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = r.conindid AND r.contype IN ('p', 'u', 'x') \
         LEFT JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid LEFT JOIN pg_catalog.pg_am m ON m.oid = ic.relam \
         LEFT JOIN LATERAL ROWS FROM (pg_catalog.unnest(CASE r.contype WHEN 'f' THEN r.conkey WHEN 'c' THEN NULL ELSE i.indkey::int2[] END), \
         pg_catalog.unnest(CASE WHEN r.contype = 'f' THEN r.confkey END), pg_catalog.unnest(r.conexclop), \
         pg_catalog.unnest(CASE WHEN r.contype = 'x' THEN i.indclass::oid[] END)) \
         WITH ORDINALITY k(num, fnum, operator, class, ord) ON true \
         LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = k.num \
         LEFT JOIN pg_catalog.pg_attribute fa ON fa.attrelid = r.confrelid AND fa.attnum = k.fnum \
         LEFT JOIN pg_catalog.pg_operator o ON o.oid = k.operator LEFT JOIN pg_catalog.pg_namespace os ON os.oid = o.oprnamespace \
         LEFT JOIN pg_catalog.pg_opclass p ON p.oid = k.class \
         WHERE r.conrelid = ANY ({oids}) AND r.contype IN ('p', 'u', 'f', 'c', 'x') AND NOT EXISTS (SELECT 1 FROM \
         pg_catalog.pg_constraint b WHERE b.oid = r.conparentid AND b.conrelid = r.conrelid) \
         ORDER BY r.conrelid, r.contype <> 'p', r.conname, r.oid, k.ord"
    );
    let rows = live.query(&query)?;
    let rows: Vec<Row<'_>> = rows.iter().map(|row| Row(row)).collect();
    let mut found: BTreeMap<i64, Vec<Constraint>> = BTreeMap::new();
    let mut rest = rows.as_slice();
    while let Some(first) = rest.first() {
        let oid = first.int(0)?;
        let mut end = 1;
        while let Some(row) = rest.get(end)
            && row.int(0)? == oid
        {
            end += 1;
        }
        let (own, others) = rest.split_at(end);
        found.entry(first.int(1)?).or_default().push(constraint(*first, own, schema)?);
        rest = others;
    }
    Ok(found)
}

/// `rows` are those of the constraint, `row` the first of them.
fn constraint(row: Row<'_>, rows: &[Row<'_>], schema: Option<&str>) -> Result<Constraint, DialectError> {
    let name = Some(Name::finished(row.text(2)?));
    let deferral =
        Deferral { deferrable: row.bool(4)?.then_some(true), initially: row.bool(5)?.then(|| "DEFERRED".to_owned()) };
    let column = |row: &Row<'_>| row.text(18);
    let keys = || rows.iter().filter(|row| !row.bool(17).unwrap_or(false)).map(column).collect::<Result<Vec<_>, _>>();
    let include = || {
        let columns = rows.iter().filter(|row| row.bool(17).unwrap_or(false)).map(column);
        columns.collect::<Result<Vec<_>, _>>().map(name_list)
    };
    Ok(match row.code(3)? {
        Some('p') => Constraint::PrimaryKey(PrimaryKey {
            name,
            columns: keys()?,
            deferral,
            options: options(vec![("include", include()?)]),
        }),
        Some('u') => Constraint::Unique(UniqueConstraint {
            name,
            columns: keys()?,
            deferral,
            options: options(vec![
                ("include", include()?),
                ("nulls_not_distinct", flag(row.bool(16)?)),
                ("partition_of", flag(row.bool(25)?)),
            ]),
        }),
        Some('f') => Constraint::ForeignKey(ForeignKey {
            name,
            columns: keys()?,
            referred_table: referred(row, schema)?,
            referred_columns: rows.iter().map(|row| row.text(19)).collect::<Result<_, _>>()?,
            options: ForeignKeyOptions {
                ondelete: action(row.code(8)?).map(|action| match row.opt_text(15) {
                    Ok(Some(columns)) => format!("{action} ({columns})"),
                    _ => action.to_owned(),
                }),
                onupdate: action(row.code(9)?).map(str::to_owned),
                match_: match row.code(10)? {
                    Some('f') => Some("FULL".into()),
                    Some('p') => Some("PARTIAL".into()),
                    _ => None,
                },
                deferral,
                use_alter: false,
                dialect: options(vec![("not_valid", flag(!row.bool(6)?)), ("partition_of", flag(row.bool(25)?))]),
            },
        }),
        Some('x') => Constraint::Exclude(ExcludeConstraint {
            name,
            elements: rows.iter().map(|row| element(*row)).collect::<Result<_, _>>()?,
            using: row.text(23)?,
            filter: row.opt_text(24)?.map(|filter| plain(without_parentheses(&filter))),
            deferral,
        }),
        _ => {
            let text = row.text(11)?;
            let Some(check) = checked(&text) else {
                return Err(DialectError::Database(format!("the CHECK {text} cannot be read")));
            };
            Constraint::Check(CheckConstraint {
                name,
                condition: plain(&check.condition),
                deferral,
                options: check.options,
                of_type: None,
            })
        }
    })
}

fn referred(row: Row<'_>, asked: Option<&str>) -> Result<TableName, DialectError> {
    let schema = row.text(12)?;
    let shown = !row.bool(14)? || asked == Some(schema.as_str());
    Ok(TableName { schema: shown.then_some(schema), name: row.text(13)? })
}

/// `None` for NO ACTION, which is what the server does when nothing is said.
fn action(code: Option<char>) -> Option<&'static str> {
    match code? {
        'r' => Some("RESTRICT"),
        'c' => Some("CASCADE"),
        'n' => Some("SET NULL"),
        'd' => Some("SET DEFAULT"),
        _ => None,
    }
}

fn element(row: Row<'_>) -> Result<ExcludeElement, DialectError> {
    Ok(ExcludeElement {
        expression: match row.opt_text(18)? {
            Some(column) => Expression::column(column),
            None => plain(&row.text(20)?),
        },
        operator: row.text(21)?,
        operator_class: row.opt_text(22)?,
    })
}

/// What a CHECK says.
pub(super) struct Checked {
    pub(super) condition: String,
    options: DialectOptions,
}

/// `CHECK (...) NO INHERIT NOT VALID` in parts.
pub(super) fn checked(text: &str) -> Option<Checked> {
    let (text, not_valid) = cut(text.trim_end(), " NOT VALID");
    let (text, no_inherit) = cut(text, " NO INHERIT");
    let condition = text.strip_prefix("CHECK")?.trim_start().strip_prefix('(')?.strip_suffix(')')?;
    let options = options(vec![("not_valid", flag(not_valid)), ("no_inherit", flag(no_inherit))]);
    Some(Checked { condition: without_parentheses(condition).to_owned(), options })
}

fn cut<'t>(text: &'t str, end: &str) -> (&'t str, bool) {
    text.strip_suffix(end).map_or((text, false), |before| (before, true))
}

/// A text without the parentheses that enclose all of it; as it is when there are none.
pub(in crate::postgresql) fn without_parentheses(text: &str) -> &str {
    let mut text = text;
    while let Some(inside) = text.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && belong_together(inside)
    {
        text = inside;
    }
    text
}

/// Whether no parenthesis inside closes the one before it. Texts in quotes do not count.
fn belong_together(inside: &str) -> bool {
    let (mut depth, mut quote) = (0i32, None);
    for c in inside.chars() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0 && quote.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(String, usize)> {
        checked(text).map(|check| (check.condition, check.options.0.len()))
    }

    #[test]
    fn checks_lose_their_parentheses() {
        assert_eq!(parts("CHECK (a > 1)"), Some(("a > 1".into(), 0)));
        assert_eq!(parts("CHECK (((a > 1) AND (b > 1)))"), Some(("(a > 1) AND (b > 1)".into(), 0)));
        assert_eq!(parts("CHECK (a <> ')'::text) NO INHERIT NOT VALID"), Some(("a <> ')'::text".into(), 2)));
        assert_eq!(parts("CHECK ((a) = ANY (b)) NOT VALID"), Some(("(a) = ANY (b)".into(), 1)));
        assert_eq!(parts("FOREIGN KEY (a)"), None);
    }

    #[test]
    fn parentheses_in_quotes_are_text() {
        assert_eq!(without_parentheses("(a = '(')"), "a = '('");
        assert_eq!(without_parentheses("((x) || \")\")"), "(x) || \")\"");
        assert_eq!(without_parentheses("(a) + (b)"), "(a) + (b)");
        assert_eq!(without_parentheses("()"), "");
    }
}
