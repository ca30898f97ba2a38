//! Whatever is shown to Python comes back as it was.

use limbeck_core::autogenerate::Difference;
use limbeck_core::operation::Operation;
use limbeck_core::schema::{NamingConvention, Sequence, SequenceOptions, SqlType, Table, TableName};

use super::{Trees, read_step};
use crate::binder::{BindState, Binder};
use crate::reader::{ParsedScript, Reading, read_function};
use crate::rendering::{Block, RenderOptions, Step, blocks, blocks_back, statements};

/// The table that `op.create_table` makes.
fn table(arguments: &str, dialect: &str) -> Table {
    let source = format!(
        "import sqlalchemy as sa\nfrom sqlalchemy.dialects import postgresql\nfrom alembic import op\n\
         def upgrade():\n    op.create_table({arguments})\n"
    );
    let path: std::sync::Arc<std::path::Path> = std::path::Path::new("a.py").into();
    let script = ParsedScript::parse(path, source.as_str().into()).expect("Python");
    let Ok(Reading::Events(events)) = read_function(&script, "upgrade") else { panic!("not plain: {arguments}") };
    let state = BindState { dialect_name: dialect.into(), naming_convention: NamingConvention::default() };
    let mut binder = Binder::new(state);
    let mut operations = events.iter().flat_map(|event| binder.bind(event).expect("a directive"));
    let found = operations.find_map(|operation| match operation {
        Operation::CreateTable { table, .. } => Some(table),
        _ => None,
    });
    found.expect("a table")
}

fn code(step: &Step, dialect: &str) -> Vec<String> {
    let dialect = limbeck_dialect::by_name(dialect).expect("a dialect");
    let block = Block { table: None, steps: vec![step.clone()] };
    statements(&[block], dialect.as_ref(), &RenderOptions::default(), None).expect("code")
}

/// Each step that makes or drops the table, a part of it, or changes a column.
fn comes_back(table: &Table, dialect: &str) {
    let mut differences = vec![Difference::AddTable(table.clone()), Difference::DropTable(table.clone())];
    let name = || table.name.clone();
    for index in &table.indexes {
        differences.extend([Difference::AddIndex(index.clone()), Difference::DropIndex(index.clone())]);
    }
    for column in &table.columns {
        differences.push(Difference::AddColumn { table: name(), column: column.clone() });
        differences.push(Difference::ChangeNullable {
            table: name(),
            column: column.clone(),
            nullable: !column.nullable,
        });
        differences.push(Difference::ChangeComment {
            table: name(),
            column: column.clone(),
            comment: Some("new".into()),
        });
    }
    for constraint in &table.constraints {
        use limbeck_core::schema::Constraint;
        match constraint {
            Constraint::Unique(unique) => {
                differences.push(Difference::AddUnique { table: name(), constraint: unique.clone() });
            }
            Constraint::ForeignKey(key) => {
                differences.push(Difference::AddForeignKey { table: name(), key: key.clone() });
            }
            other => differences.push(Difference::AddConstraint { table: name(), constraint: other.clone() }),
        }
    }
    if dialect == "postgresql" {
        let options = SequenceOptions { start: Some(5), cycle: Some(false), nomaxvalue: true, ..Default::default() };
        let data_type = Some(SqlType::SmallInteger);
        let name = TableName { schema: Some("s".into()), name: "Numbers".into() };
        let sequence = Sequence { data_type, options, ..Sequence::new(name) };
        differences.extend([Difference::AddSequence(sequence.clone()), Difference::DropSequence(sequence)]);
    }
    let known = limbeck_dialect::by_name(dialect).expect("a dialect");
    let all = blocks(&differences, known.as_ref())
        .expect("steps")
        .into_iter()
        .chain(blocks_back(&differences, known.as_ref()).expect("steps"))
        .flat_map(|block| block.steps);
    for step in all {
        let shown = Trees::new(known.as_ref()).step(&step);
        let back = read_step(&shown, dialect).unwrap_or_else(|error| panic!("{shown:#?}\n{error}"));
        assert_eq!(code(&step, dialect), code(&back, dialect), "{dialect}");
    }
}

#[test]
fn steps_come_back_as_they_went() {
    for dialect in ["postgresql", "sqlite", "mysql"] {
        comes_back(
            &table(
                "'t', sa.Column('id', sa.Integer(), nullable=False), sa.Column('a', sa.String(20), server_default='x', comment='c'),
                sa.Column('b', sa.Numeric(10, 2), server_default=sa.text('1 + 1'), nullable=False),
                sa.Column('c', sa.DateTime(timezone=True), server_default=sa.func.now()), sa.Column('d', sa.Enum('p', 'q', name='kind')),
                sa.Column('e', sa.Boolean(), nullable=False), sa.Column('f', sa.Uuid()), sa.Column('g', sa.LargeBinary(9)),
                sa.Column('h', sa.Text().with_variant(sa.String(3), 'mysql')), sa.Column('i', sa.VARCHAR(7)), sa.Column('j', sa.JSON()),
                sa.Column('o_id', sa.Integer()), sa.Column('k', sa.Integer(), sa.Computed('b * 2', persisted=True)),
                sa.PrimaryKeyConstraint('id', name=op.f('pk_t')), sa.UniqueConstraint('a', 'b', name='uq'),
                sa.UniqueConstraint('f', deferrable=True, initially='DEFERRED', name=op.f('uq_f')),
                sa.ForeignKeyConstraint(['o_id'], ['s.o.id'], name='fk', ondelete='CASCADE', onupdate='SET NULL'),
                sa.CheckConstraint('b > 0', name='positive'), sa.Index('ix', 'a', sa.column('b').desc(), unique=True),
                schema='s', comment='of t'",
                dialect,
            ),
            dialect,
        );
    }
}

#[test]
fn what_only_postgresql_has_comes_back() {
    comes_back(
        &table(
            "'t', sa.Column('id', sa.BigInteger(), sa.Identity(always=True, start=5, increment=2), nullable=False),
            sa.Column('j', postgresql.JSONB(), nullable=False), sa.Column('a', sa.ARRAY(sa.Integer(), dimensions=2)),
            sa.Column('d', postgresql.DOMAIN('positive', sa.Integer())), sa.Column('k', postgresql.ENUM('a', 'b', name='kind', create_type=False)),
            sa.Column('r', postgresql.TSTZRANGE()), sa.Column('n', postgresql.INTERVAL(precision=3)), sa.PrimaryKeyConstraint('id'),
            postgresql.ExcludeConstraint((sa.column('r'), '&&'), name='no_overlap', using='gist'),
            sa.Index('ix', sa.text('lower(j::text)'), postgresql_using='gin', postgresql_where=sa.text('id > 3'), postgresql_include=['a']),
            postgresql_partition_by='RANGE (id)'",
            "postgresql",
        ),
        "postgresql",
    );
}
