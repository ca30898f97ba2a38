//! Small tables, one comparator at a time.

use std::cell::RefCell;
use std::convert::Infallible;

use super::*;
use crate::autogenerate::dependency_order;
use crate::expression::Expression;
use crate::schema::*;

/// Everything takes part, and texts of types decide.
#[derive(Default)]
pub(super) struct Plain {
    pub(super) remarks: RefCell<Vec<String>>,
    pub(super) sequences: Sequences,
    pub(super) views: Vec<&'static str>,
    pub(super) excluded: Vec<(ItemKind, &'static str)>,
    pub(super) types: bool,
    pub(super) defaults: bool,
    pub(super) comments: bool,
    /// Indexes are compared by the texts of their elements.
    pub(super) elements: bool,
}

impl Rules for Plain {
    type Error = Infallible;

    fn include_name(&self, _: ItemKind, _: Option<&str>, _: &TableName) -> Result<bool, Infallible> {
        Ok(true)
    }

    fn include_object(&self, item: Item<'_>, _: Option<Item<'_>>) -> Result<bool, Infallible> {
        Ok(!self.excluded.iter().any(|(kind, name)| *kind == item.kind && Some(*name) == item.name))
    }

    fn compares_types(&self) -> bool {
        self.types
    }

    fn types_differ(&self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<bool, Infallible> {
        Ok(database.column.sql_type != model.column.sql_type)
    }

    fn compares_defaults(&self) -> bool {
        self.defaults
    }

    fn defaults_differ(&self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<bool, Infallible> {
        Ok(database.column.server_default != model.column.server_default)
    }

    fn default_sql(&self, default: &ServerDefault) -> Result<String, Infallible> {
        Ok(format!("{default:?}"))
    }

    fn same_text(&self, one: &Expression, other: &Expression, _: &TableName) -> Result<bool, Infallible> {
        let normal = |expression: &Expression| {
            let Ok(text) = self.expression_text(expression);
            text.replace([' ', '(', ')'], "").to_lowercase()
        };
        Ok(normal(one) == normal(other))
    }

    fn index_options(&self, index: &Index) -> Result<Vec<(String, String)>, Infallible> {
        let options = index.options.0.iter();
        Ok(options.map(|option| (option.name.clone(), format!("{:?}", option.value))).collect())
    }

    fn kept(&self, _: &Table, _: &Table) -> Result<Kept, Infallible> {
        Ok(if self.elements { Kept::Unknown("the test".into()) } else { Kept::AsWritten })
    }

    fn expression_text(&self, expression: &Expression) -> Result<String, Infallible> {
        match expression {
            Expression::Text(text) => Ok(text.text.clone()),
            other => Ok(format!("{other:?}")),
        }
    }

    fn compares_comments(&self) -> bool {
        self.comments
    }

    fn compares_identities(&self) -> bool {
        true
    }

    fn index_elements(&self, index: &Index) -> Result<Option<Vec<ElementText>>, Infallible> {
        let text = |element: &IndexElement| {
            let shown = match &element.expression {
                Expression::Text(text) => text.text.clone(),
                Expression::Column { name, .. } => name.clone(),
                other => format!("{other:?}"),
            };
            ElementText { normal: shown.replace(' ', "").to_lowercase(), shown }
        };
        Ok(self.elements.then(|| index.elements.iter().map(text).collect()))
    }

    fn sequences(&self) -> Result<Sequences, Infallible> {
        Ok(self.sequences.clone())
    }

    fn other_relation(&self, name: &TableName) -> Result<Option<&'static str>, Infallible> {
        Ok(self.views.contains(&name.name.as_str()).then_some("view"))
    }

    fn found(&self, _: &Difference) {}

    fn remark(&self, remark: Remark) {
        self.remarks.borrow_mut().push(remark.text);
    }
}

pub(super) fn table(name: &str, columns: &[&str]) -> Table {
    let mut table = Table::new(TableName::new(name));
    table.columns = columns.iter().map(|column| Column::new(*column, SqlType::Integer)).collect();
    table
}

fn index(table: &str, name: &str, columns: &[&str], unique: bool) -> Index {
    let elements = columns.iter().map(|column| IndexElement::column(*column)).collect();
    Index {
        name: Some(Name::finished(name)),
        table: TableName::new(table),
        elements,
        unique,
        options: DialectOptions::default(),
    }
}

fn unique(name: Option<&str>, columns: &[&str]) -> Constraint {
    Constraint::Unique(UniqueConstraint {
        name: name.map(Name::finished),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        deferral: Deferral::default(),
        options: DialectOptions::default(),
    })
}

fn foreign(name: Option<&str>, column: &str, table: &str, options: ForeignKeyOptions) -> Constraint {
    Constraint::ForeignKey(ForeignKey {
        name: name.map(Name::finished),
        columns: vec![column.into()],
        referred_table: TableName::new(table),
        referred_columns: vec!["id".into()],
        options,
    })
}

pub(super) fn lines_by(rules: &Plain, database: &[Table], models: &[Table]) -> Vec<String> {
    let Ok(found) = compare(database, models, rules);
    found.iter().map(ToString::to_string).collect()
}

fn lines(database: &[Table], models: &[Table]) -> Vec<String> {
    lines_by(&Plain { types: true, defaults: true, ..Plain::default() }, database, models)
}

#[test]
fn a_view_is_no_table() {
    let rules = Plain { views: vec!["shown"], ..Plain::default() };
    let models = [table("shown", &["a"]), table("t", &["a"])];
    assert_eq!(lines_by(&rules, &[], &models), ["Detected added table 't'"]);
    assert_eq!(rules.remarks.take(), ["Table 'shown' is not compared: in the database it is a view"]);
}

#[test]
fn tables_come_and_go_with_their_indexes() {
    let (mut old, mut new) = (table("old", &["a"]), table("new", &["a"]));
    old.indexes.push(index("old", "ix_old", &["a"], false));
    old.constraints.push(unique(Some("uq_old"), &["a"]));
    new.indexes.push(index("new", "ix_new", &["a"], false));
    assert_eq!(
        lines(&[old], &[new]),
        [
            "Detected added table 'new'",
            "Detected added index 'ix_new' on '('a',)'",
            "Detected removed index 'ix_old' on 'old'",
            "Detected removed table 'old'",
        ]
    );
}

#[test]
fn removed_columns_come_last() {
    let (mut there, mut model) = (table("t", &["id", "z", "b"]), table("t", &["id", "n"]));
    there.indexes.push(index("t", "ix_z", &["z"], false));
    model.indexes.push(index("t", "ix_n", &["n"], true));
    assert_eq!(
        lines(&[there], &[model]),
        [
            "Detected added column 't.n'",
            "Detected removed index 'ix_z' on 't'",
            "Detected added index 'ix_n' on '('n',)'",
            "Detected removed column 't.b'",
            "Detected removed column 't.z'",
        ]
    );
}

#[test]
fn null_type_and_default_of_a_column() {
    let (there, mut model) = (table("t", &["a"]), table("t", &["a"]));
    model.columns[0].nullable = false;
    model.columns[0].sql_type = SqlType::BigInteger;
    model.columns[0].server_default = Some(ServerDefault::Literal("1".into()));
    assert_eq!(
        lines(std::slice::from_ref(&there), std::slice::from_ref(&model)),
        [
            "Detected NOT NULL on column 't.a'",
            "Detected type change from Integer() to BigInteger() on 't.a'",
            "Detected server default change from None to '1' on 't.a'",
        ]
    );
    assert_eq!(lines_by(&Plain::default(), &[there], &[model]), ["Detected NOT NULL on column 't.a'"]);
}

#[test]
fn unknown_types_and_generated_columns_are_remarked_on() {
    let (mut there, mut model) = (table("t", &["a", "b"]), table("t", &["a", "b"]));
    there.columns[0].sql_type = SqlType::Null;
    let computed = |text: &str| Some(Computed { expression: Expression::text(text), persisted: None });
    there.columns[1].computed = computed("(A + 1)");
    there.columns[1].nullable = false;
    model.columns[1].computed = computed("a+1");
    let rules = Plain { types: true, defaults: true, ..Plain::default() };
    assert!(lines_by(&rules, &[there.clone()], &[model.clone()]).is_empty());
    model.columns[1].computed = computed("a+2");
    assert_eq!(lines_by(&rules, &[there.clone()], &[model.clone()]), ["Detected changed computed column 't.b'"]);
    model.columns[1].computed = None;
    assert_eq!(lines_by(&rules, &[there.clone()], &[model.clone()]), ["Detected changed computed column 't.b'"]);
    // An index would go with the column.
    there.indexes.push(index("t", "ix", &["b"], false));
    model.indexes.push(index("t", "ix", &["b"], false));
    let Ok(found) = compare(&[there], &[model], &rules);
    assert!(found.iter().any(|found| matches!(found, Difference::CannotChange { .. })));
    assert!(!found.iter().any(Difference::counts), "{found:?}");
    let said = rules.remarks.take();
    assert!(said.contains(&"Couldn't determine database type for column 't.a'".to_owned()), "{said:?}");
    assert_eq!(said.iter().filter(|text| text.starts_with("Computed default on t.b")).count(), 1, "{said:?}");
}

#[test]
fn uniques_without_names_match_by_columns() {
    let (mut there, mut model) = (table("t", &["a", "b"]), table("t", &["a", "b"]));
    there.constraints = vec![unique(Some("uq_ab"), &["a", "b"]), unique(None, &["a"])];
    model.constraints = vec![unique(None, &["b", "a"])];
    assert_eq!(lines(&[there.clone()], &[model.clone()]), ["Detected removed unique constraint None on 't'"]);
    model.constraints.push(unique(Some("any"), &["a"]));
    assert_eq!(lines(&[there.clone()], &[model.clone()]), ["Detected added unique constraint 'any' on '('a',)'"]);
    model.constraints = vec![unique(None, &["b"]), unique(None, &["a"])];
    assert_eq!(
        lines(&[there], &[model]),
        ["Detected removed unique constraint 'uq_ab' on 't'", "Detected added unique constraint None on '('b',)'"]
    );
}

#[test]
fn a_name_may_change_its_kind_and_its_columns() {
    let (mut there, mut model) = (table("t", &["a", "b"]), table("t", &["a", "b"]));
    there.constraints = vec![unique(Some("x"), &["a"]), unique(Some("y"), &["a"])];
    there.indexes = vec![index("t", "z", &["a", "b"], false)];
    model.constraints = vec![unique(Some("y"), &["b"])];
    model.indexes = vec![index("t", "x", &["a"], true), index("t", "z", &["b", "a"], true)];
    assert_eq!(
        lines(&[there], &[model]),
        [
            "Detected removed unique constraint 'x' on 't'",
            "Detected added index 'x' on '('a',)'",
            "Detected changed unique constraint 'y' on 't': expression ('a',) to ('b',)",
            "Detected changed index 'z' on 't': unique=False to unique=True, expression ('a', 'b') to ('b', 'a')",
        ]
    );
}

#[test]
fn indexes_of_expressions_are_left_alone() {
    let (mut there, mut model) = (table("t", &["a"]), table("t", &["a"]));
    let mut lower = index("t", "ix_lower", &["a"], false);
    lower.elements[0].expression = Expression::text("lower(a)");
    there.indexes = vec![lower.clone()];
    assert!(lines(&[there.clone()], &[model.clone()]).is_empty());
    model.indexes = vec![lower];
    assert!(lines(&[table("t", &["a"])], &[model.clone()]).is_empty());
    there.indexes = vec![index("t", "ix_lower", &["a"], false)];
    assert_eq!(lines(&[there], &[model]).len(), 1);
}

#[test]
fn foreign_keys_are_compared_by_what_they_say() {
    let parent = table("p", &["id"]);
    let (mut there, mut model) = (table("t", &["a"]), table("t", &["a"]));
    let says = |ondelete: &str| ForeignKeyOptions { ondelete: Some(ondelete.into()), ..ForeignKeyOptions::default() };
    there.constraints = vec![foreign(Some("one"), "a", "p", says("NO ACTION"))];
    model.constraints = vec![foreign(Some("two"), "a", "p", ForeignKeyOptions::default())];
    let compared =
        |there: &Table, model: &Table| lines(&[parent.clone(), there.clone()], &[parent.clone(), model.clone()]);
    assert!(compared(&there, &model).is_empty());
    model.constraints = vec![foreign(Some("one"), "a", "p", says("cascade"))];
    assert_eq!(
        compared(&there, &model),
        ["Detected removed foreign key (a)(id) on table t", "Detected added foreign key (a)(id) on table t"]
    );
    there.constraints = vec![foreign(None, "a", "p", says("CASCADE"))];
    assert!(compared(&there, &model).is_empty());
}

#[test]
fn what_env_py_excludes_is_not_reported() {
    let rules = Plain { excluded: vec![(ItemKind::Table, "old"), (ItemKind::Column, "b")], ..Plain::default() };
    let found = lines_by(&rules, &[table("old", &["a"]), table("t", &["a"])], &[table("t", &["a", "b"])]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn indexes_of_expressions_are_compared_where_the_database_keeps_them() {
    let rules = Plain { elements: true, ..Plain::default() };
    let of = |texts: &[&str], unique: bool| {
        let mut found = table("t", &["a"]);
        let mut index = index("t", "ix", &[], unique);
        for text in texts {
            let expression = Expression::text(*text);
            index.elements.push(IndexElement { expression, order: None, nulls: None });
        }
        found.indexes = vec![index];
        found
    };
    let compared = |there: Table, model: Table| lines_by(&rules, &[there], &[model]);
    assert!(compared(of(&["lower(a)"], false), of(&["LOWER( a )"], false)).is_empty());
    assert_eq!(
        compared(of(&["lower(a)", "b"], false), of(&["upper(a)", "b"], false)),
        ["Detected changed index 'ix' on 't': expression #1 'lower(a)' to 'upper(a)'"]
    );
    assert_eq!(
        compared(of(&["lower(a)"], false), of(&["upper(a)", "b"], true)),
        ["Detected changed index 'ix' on 't': unique=False to unique=True, expression number 1 to 2"]
    );
    assert_eq!(compared(table("t", &["a"]), of(&["lower(a)"], false)).len(), 1);
    assert_eq!(compared(of(&["lower(a)"], false), table("t", &["a"])), ["Detected removed index 'ix' on 't'"]);
    // An operator class in the text cannot be told from the expression.
    assert!(compared(of(&["lower(a)"], false), of(&["lower(a) text_ops"], false)).is_empty());
    assert!(rules.remarks.take().iter().any(|text| text.contains("postgresql_ops")));
    let nulls = |mut table: Table| {
        let value = OptionValue::Bool(true);
        table.indexes[0].options.0.push(DialectOption {
            dialect: "postgresql".into(),
            name: "nulls_not_distinct".into(),
            value,
        });
        table
    };
    assert_eq!(
        compared(of(&["a"], true), nulls(of(&["a"], true))),
        ["Detected changed index 'ix' on 't': options () to ('nulls_not_distinct',)"]
    );
}

#[test]
fn comments_are_compared_where_the_database_keeps_them() {
    let (mut there, mut model) = (table("t", &["a", "b"]), table("t", &["a", "b"]));
    there.comment = Some("old".into());
    model.columns[0].comment = Some("new".into());
    model.columns[1].comment = Some(String::new());
    let rules = Plain { comments: true, ..Plain::default() };
    let Ok(found) = compare(std::slice::from_ref(&there), std::slice::from_ref(&model), &rules);
    let kinds: Vec<_> = found.iter().flat_map(|difference| difference.kinds()).collect();
    assert_eq!(kinds, [&"modify_comment", &"remove_table_comment"]);
    assert_eq!(found[0].to_string(), "Detected column comment 't.a'");
    assert!(lines_by(&Plain::default(), &[there.clone()], &[model.clone()]).is_empty());
    model.comment = Some("new".into());
    let Ok(found) = compare(&[there], &[model], &rules);
    assert_eq!(found[1].kinds(), ["add_table_comment"]);
}

#[test]
fn identities_are_compared_by_what_the_model_says() {
    let (mut there, mut model) = (table("t", &["a"]), table("t", &["a"]));
    let identity = |always: bool, start: Option<i64>, cycle: Option<bool>| {
        let options = SequenceOptions { start, cycle, ..SequenceOptions::default() };
        Some(Identity { always, on_null: None, options })
    };
    there.columns[0].identity = identity(true, Some(1), Some(false));
    model.columns[0].identity = identity(true, None, None);
    assert!(lines(&[there.clone()], &[model.clone()]).is_empty());
    model.columns[0].identity = identity(false, Some(5), None);
    assert_eq!(
        lines(&[there.clone()], &[model.clone()]),
        ["Detected server default on column 't.a': identity options attributes ['always', 'start']"]
    );
    model.columns[0].identity = None;
    assert_eq!(lines(&[there], &[model]).len(), 1);
}

#[test]
fn tables_that_are_managed_elsewhere_are_not_removed() {
    let managed = |name: &str, by| Table { managed_elsewhere: Some(by), ..table(name, &["a"]) };
    let all = [
        managed("child", ManagedElsewhere::InheritsFrom(vec!["a".into(), "b".into()])),
        managed("docs", ManagedElsewhere::Module("fts5".into())),
        managed("docs_data", ManagedElsewhere::VirtualTable),
        managed("p_2020", ManagedElsewhere::PartitionOf("p".into())),
        managed("spatial_ref_sys", ManagedElsewhere::Extension("postgis".into())),
        managed("theirs", ManagedElsewhere::Owner("somebody".into())),
    ];
    let rules = Plain::default();
    assert!(lines_by(&rules, &all, &[]).is_empty());
    assert_eq!(
        rules.remarks.take(),
        [
            "Table 'child' is not compared: it is a child of 'a', 'b'",
            "Table 'docs' is not compared: it is a virtual table of the module 'fts5'",
            "Table 'docs_data' is not compared: it is what a virtual table keeps its data in",
            "Table 'p_2020' is not compared: it is a partition of 'p'",
            "Table 'spatial_ref_sys' is not compared: it is part of the extension 'postgis'",
            "Table 'theirs' is not compared: it is owned by 'somebody'",
        ]
    );
    // A model that names one is compared with it.
    assert_eq!(lines(&all, &[table("p_2020", &["b"])]).len(), 2);
}

fn check(name: Option<&str>, text: &str, of_type: Option<&str>) -> Constraint {
    Constraint::Check(CheckConstraint {
        name: name.map(Name::finished),
        condition: Expression::text(text),
        deferral: Deferral::default(),
        options: DialectOptions::default(),
        of_type: of_type.map(str::to_owned),
    })
}

#[test]
fn checks_are_compared_by_name_and_without_one_by_content() {
    let (mut there, mut model) = (table("t", &["a", "b"]), table("t", &["a", "b"]));
    there.constraints = vec![check(Some("same"), "a > 0", None), check(Some("t_check"), "(b > 0)", None)];
    model.constraints = vec![check(Some("same"), "A>0", None), check(None, "b > 0", None)];
    assert!(lines(&[there.clone()], &[model.clone()]).is_empty());
    model.constraints = vec![check(Some("same"), "a > 1", None), check(None, "b > 1", None)];
    assert_eq!(
        lines(&[there.clone()], &[model]),
        [
            "Detected removed check constraint 't_check' on 't'",
            "Detected changed check constraint 'same' on 't'",
            "Detected added check constraint 't_check' on 't'",
        ]
    );
}

#[test]
fn checks_of_types_are_added_where_nothing_else_does() {
    let (mut there, mut model) = (table("t", &["a"]), table("t", &["a"]));
    model.constraints = vec![check(None, "a IN (0, 1)", Some("a"))];
    assert_eq!(lines(&[there.clone()], &[model.clone()]), ["Detected added check constraint 't_check' on 't'"]);
    there.constraints = vec![check(Some("t_a_check"), "a in (0,1)", None)];
    assert!(lines(&[there.clone()], &[model.clone()]).is_empty());
    model.constraints = vec![check(Some("ck"), "a IN (0, 1, 2)", Some("a"))];
    there.constraints = vec![check(Some("ck"), "a in (0,1)", None)];
    assert_eq!(lines(&[there], &[model.clone()]), ["Detected changed check constraint 'ck' on 't'"]);
    // The directive that adds the column or changes its type adds the check.
    assert_eq!(lines(&[table("t", &["b"])], &[model.clone()]).len(), 2);
    model.columns[0].sql_type = SqlType::Boolean { name: None, create_constraint: true };
    assert_eq!(lines(&[table("t", &["a"])], &[model]).len(), 1);
}

#[test]
fn what_the_server_cannot_be_asked_about_is_no_difference() {
    let rules = Plain { elements: true, ..Plain::default() };
    let (mut there, mut model) = (table("t", &["a"]), table("t", &["a"]));
    there.constraints = vec![check(Some("ck"), "a = ANY (ARRAY[1])", None)];
    model.constraints = vec![check(Some("ck"), "a IN (1)", None)];
    assert!(lines_by(&rules, &[there.clone()], &[model.clone()]).is_empty());
    model.constraints = vec![check(None, "a IN (1)", None)];
    assert!(lines_by(&rules, &[there], &[model]).is_empty());
    assert!(rules.remarks.take().iter().any(|text| text.contains("cannot be compared")));
}

#[test]
fn a_primary_key_goes_first_and_comes_last() {
    let key = |columns: &[&str]| {
        Constraint::PrimaryKey(PrimaryKey {
            name: None,
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            deferral: Deferral::default(),
            options: DialectOptions::default(),
        })
    };
    let (mut there, mut model) = (table("t", &["a", "b"]), table("t", &["a", "b", "c"]));
    there.constraints = vec![key(&["a", "b"])];
    model.constraints = vec![key(&["a", "c"])];
    model.columns[0].nullable = false;
    there.columns[0].nullable = false;
    there.columns[1].nullable = false;
    assert_eq!(
        lines(&[there.clone()], &[model.clone()]),
        [
            "Detected removed primary key ('a', 'b') on 't'",
            "Detected added column 't.c'",
            "Detected NULL on column 't.b'",
            "Detected added primary key ('a', 'c') on 't'",
        ]
    );
    model = table("t", &["a", "b"]);
    model.columns[0].nullable = false;
    model.columns[1].nullable = false;
    model.constraints = vec![key(&["a", "b"])];
    assert!(lines(&[there], &[model]).is_empty());
}

#[test]
fn tables_that_point_at_each_other_get_their_keys_later() {
    let tables = || {
        let (mut a, mut b) = (table("a", &["id", "b_id"]), table("b", &["id", "a_id"]));
        a.constraints = vec![foreign(None, "b_id", "b", ForeignKeyOptions::default())];
        b.constraints = vec![foreign(Some("fk"), "a_id", "a", ForeignKeyOptions::default())];
        dependency_order(vec![a, b])
    };
    let Ok(added) = compare(&[], &tables(), &Plain::default());
    let kinds: Vec<_> = added.iter().flat_map(|found| found.kinds()).copied().collect();
    assert_eq!(kinds, ["add_table", "add_table", "add_fk"]);
    let Difference::AddForeignKey { key, .. } = &added[2] else { panic!("{added:?}") };
    assert_eq!(key.name, Some(Name::finished("a_b_id_fkey")));
    let Ok(removed) = compare(&tables(), &[], &Plain::default());
    let kinds: Vec<_> = removed.iter().flat_map(|found| found.kinds()).copied().collect();
    assert_eq!(kinds, ["remove_fk", "remove_table", "remove_table"]);
}

#[test]
fn a_table_goes_after_the_key_that_points_at_it() {
    let (mut there, model) = (table("t", &["a"]), table("t", &["a"]));
    there.constraints = vec![foreign(Some("fk"), "a", "u", ForeignKeyOptions::default())];
    assert_eq!(
        lines(&[there, table("u", &["id"])], &[model]),
        ["Detected removed foreign key (a)(id) on table t", "Detected removed table 'u'"]
    );
}
