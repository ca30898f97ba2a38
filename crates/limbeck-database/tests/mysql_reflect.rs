//! Reflection on a throw-away MariaDB: many tables as one.

use limbeck_core::expression::Literal;
use limbeck_core::schema::{Constraint, TableName};
use limbeck_database::mysql::MysqlConnection;
use limbeck_database::{Connection, Url};
use limbeck_dialect::{Catalogue, DialectError};
use limbeck_testkit::mariadb::Server;

/// Counts questions.
struct Counting<'c>(&'c mut MysqlConnection, usize);

impl Catalogue for Counting<'_> {
    fn query(&mut self, sql: &str) -> Result<Vec<Vec<Literal>>, DialectError> {
        self.1 += 1;
        self.0.query(sql)
    }
}

#[test]
fn many_tables_take_as_many_queries_as_one() {
    let (database, other) = (Server::shared().database(), Server::shared().database());
    for n in 0..30 {
        database.sql(&format!(
            "CREATE TABLE t{n} (id INT PRIMARY KEY, `it's` VARCHAR(50) COMMENT 'x', p INT, q INT, UNIQUE KEY u (p), KEY i (`it's`(5) DESC), \
             CONSTRAINT c{n} CHECK (p > {n}), CONSTRAINT f{n} FOREIGN KEY (q) REFERENCES t{} (id) ON DELETE CASCADE); \
             CREATE VIEW v{n} AS SELECT id FROM t{n}",
            n / 2
        ));
    }
    // Names are told apart by their case here; and a namesake elsewhere is somebody else.
    database.sql("CREATE TABLE T1 (other INT)");
    other.sql("CREATE TABLE t1 (elsewhere INT, CHECK (elsewhere > 1))");
    let mut connection = MysqlConnection::open(&Url::parse(&database.url()).unwrap()).unwrap();
    let dialect = connection.dialect();
    let mut names = dialect.table_names(&mut connection, None).unwrap();
    assert_eq!(names.len(), 31);
    names.extend(["v3", "missing", "it's"].map(str::to_owned));

    let mut counting = Counting(&mut connection, 0);
    let all = dialect.reflect_tables(&mut counting, None, &names).unwrap();
    let asked = counting.1;
    assert!(asked <= 5, "{asked} queries");
    assert_eq!(all.len(), 32);
    for table in &all {
        let one = dialect.reflect_table(&mut connection, &table.name).unwrap();
        assert_eq!(one.as_ref(), Some(table), "{:?}", table.name);
    }
    let mut counting = Counting(&mut connection, 0);
    dialect.reflect_table(&mut counting, &TableName::new("t7")).unwrap();
    assert_eq!(counting.1, asked);
    assert_eq!(dialect.reflect_tables(&mut connection, None, &[]).unwrap(), []);

    let named = |name: &str| all.iter().find(|table| table.name.name == name).unwrap();
    let t7 = named("t7");
    let kinds: Vec<&str> = t7
        .constraints
        .iter()
        .map(|constraint| match constraint {
            Constraint::PrimaryKey(_) => "key",
            Constraint::Unique(_) => "unique",
            Constraint::ForeignKey(_) => "foreign key",
            Constraint::Check(_) => "check",
            Constraint::Exclude(_) => "exclude",
        })
        .collect();
    assert_eq!(kinds, ["key", "unique", "foreign key", "check"]);
    assert_eq!((t7.columns.len(), t7.indexes.len()), (4, 2));
    assert_eq!((named("T1").columns.len(), named("T1").constraints.len()), (1, 0));
    assert_eq!((named("t1").columns.len(), named("v3").columns.len()), (4, 1));

    let schema = other.name();
    let away = dialect.reflect_tables(&mut connection, Some(schema), &["t1".into(), "t2".into()]).unwrap();
    assert_eq!(away.len(), 1);
    assert_eq!((away[0].name.schema.as_deref(), away[0].columns.len()), (Some(schema), 1));
}
