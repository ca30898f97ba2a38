//! Types of a project's own, and the functions of env.py that have a say in a revision.

use crate::cases::{Case, asked, case};

const TYPES: &str = "from sqlalchemy.types import TypeDecorator, UserDefinedType
class Money(TypeDecorator):
    impl = sa.Numeric
    cache_ok = True
class Short(TypeDecorator):
    impl = String(20)
    cache_ok = True
class Coded(TypeDecorator):
    impl = sa.LargeBinary
    cache_ok = True
    def __init__(self, secret, size=3):
        super().__init__()
        self.secret, self.size = secret, size
class Point(UserDefinedType):
    cache_ok = True
    def __init__(self, srid=4326):
        self.srid = srid
    def get_col_spec(self, **kw):
        return 'POINT'
class Sub(sa.String):
    pass
metadata = sa.MetaData()
Table('a', metadata, Column('id', Integer, primary_key=True), Column('price', Money(10, 2)), Column('plain', Money), Column('short', Short()),
      Column('coded', Coded('x', size=5)), Column('at', Point()), Column('at2', Point(3857)), Column('sub', Sub(7)),
      Column('v', String(9).with_variant(Money(5, 1), 'sqlite').with_variant(postgresql.CITEXT(), 'postgresql')), Column('j', postgresql.INET),
      Column('w', Money(4, 2).with_variant(String(3), 'mysql')))
Table('b', metadata, Column('id', Integer, primary_key=True), Column('price', Money(10, 2)), Column('new', Short, nullable=False))
";
const DATABASE: &str = "CREATE TABLE b (id INTEGER NOT NULL PRIMARY KEY, price VARCHAR(3)); CREATE TABLE old (id INTEGER NOT NULL PRIMARY KEY, x VARCHAR(5));";

const MANY: &str = "metadata = sa.MetaData(naming_convention={'uq': 'uq_%(table_name)s_%(column_0_name)s', 'ix': 'ix_%(column_0_label)s',
  'ck': 'ck_%(table_name)s_%(constraint_name)s', 'fk': 'fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s', 'pk': 'pk_%(table_name)s'})
Table('p', metadata, Column('z', String(5), nullable=False), Column('created_at', sa.DateTime, server_default=sa.func.now()), Column('id', Integer, primary_key=True))
Table('t', metadata, Column('n', Integer, sa.CheckConstraint('n > 1', name='one')), Column('id', Integer, primary_key=True), Column('p_id', ForeignKey('p.id', ondelete='CASCADE'), index=True),
      Column('u', String(9), unique=True), Column('e', sa.Enum('a', 'b', name='kind')), sa.CheckConstraint('n > 0', name='positive'), sa.UniqueConstraint('n', 'u'))
Table('s', metadata, Column('id', Integer, primary_key=True), Column('a', String(20), nullable=False), Column('b', Integer, index=True), Column('c', sa.Text, server_default='x'))
";
const OLD: &str = "CREATE TABLE s (id INTEGER NOT NULL, a INTEGER, gone VARCHAR(7) DEFAULT 'q' NOT NULL, CONSTRAINT pk_s PRIMARY KEY (id));
CREATE INDEX ix_gone ON s (gone);
CREATE TABLE drop_me (id INTEGER NOT NULL PRIMARY KEY, x VARCHAR(5), CONSTRAINT uq_x UNIQUE (x)); CREATE INDEX ix_x ON drop_me (x, id);";

const REWRITER: &str = "from alembic.autogenerate import rewriter
from alembic.operations import ops
first, second = rewriter.Rewriter(), rewriter.Rewriter()
@first.rewrites(ops.AddColumnOp)
def add_column(context, revision, op):
    if op.column.nullable:
        return op
    op.column.nullable = True
    return [op, ops.AlterColumnOp(op.table_name, op.column.name, modify_nullable=False, existing_type=op.column.type, schema=op.schema)]
@second.rewrites(ops.CreateTableOp)
def order(context, revision, op):
    special = {'id': -100, 'created_at': 1001}
    columns = [c for c in op.columns if isinstance(c, sa.Column)]
    rest = [c for c in op.columns if not isinstance(c, sa.Column)]
    columns = sorted(columns, key=lambda c: (special.get(c.name, 0), c.name))
    return ops.CreateTableOp(op.table_name, columns + rest, schema=op.schema, **op.kw)
@second.rewrites(ops.DropTableOp)
def keep(context, revision, op):
    return []
@second.rewrites(ops.DropColumnOp)
def drop_column(context, revision, op):
    return ops.DropColumnOp(op.table_name, op.column_name, if_exists=True)
writer = first.chain(second)
import sqlalchemy as sa
";

const PROCESS: &str = "from alembic.operations import ops
import sqlalchemy as sa
def process(context, revision, directives):
    script = directives[0]
    assert revision == ('aaaa',) or revision == 'aaaa', revision
    assert not script.upgrade_ops.is_empty() and script.upgrade_ops.as_diffs()
    for container in (script.upgrade_ops, script.downgrade_ops):
        found = []
        for op in container.ops:
            if isinstance(op, ops.ModifyTableOps):
                op.ops = [o for o in op.ops if not isinstance(o, ops.DropColumnOp)]
                for one in op.ops:
                    if isinstance(one, ops.CreateIndexOp):
                        one.if_not_exists = True
                        one.kw['postgresql_concurrently'] = True
                    if isinstance(one, ops.AlterColumnOp):
                        one.modify_type = sa.String(99)
                if not op.ops:
                    continue
            elif isinstance(op, ops.CreateTableOp):
                op.comment = 'made by ' + op.table_name
                op.if_not_exists = True
            found.append(op)
        container.ops[:] = found
    script.upgrade_ops.ops.insert(0, ops.ExecuteSQLOp(\"CREATE EXTENSION 'x'\"))
    script.upgrade_ops.ops += [
        ops.RenameTableOp('x', 'y', schema='z') if False else ops.ExecuteSQLOp('SELECT 1'),
        ops.ModifyTableOps('s', [ops.CreateUniqueConstraintOp('uq_more', 's', ['a', 'b'], deferrable=True),
            ops.CreateForeignKeyOp(None, 's', 'p', ['b'], ['id'], ondelete='SET NULL'), ops.CreateCheckConstraintOp('more', 's', sa.text('b > 0')),
            ops.CreateTableCommentOp('s', 'text', existing_comment=None),
            ops.CreateIndexOp('ix_lower', 's', [sa.text('lower(a)'), 'b'], unique=True)]),
        ops.CreateTableOp('fresh', [sa.Column('id', sa.Integer, primary_key=True), sa.Column('s_id', sa.Integer, sa.ForeignKey('s.id')), sa.Column('k', sa.String(3), unique=True, comment='c')])]
    script.downgrade_ops.ops.append(ops.DropTableOp('fresh', if_exists=True))
    script.downgrade_ops.ops.append(ops.ModifyTableOps('s', [ops.DropConstraintOp('pk_s', 's', 'primary'), ops.DropConstraintOp('uq_more', 's', 'unique', if_exists=True), ops.DropIndexOp('ix_lower', 's', postgresql_concurrently=True), ops.DropTableCommentOp('s', existing_comment='text')]))
    script.imports.add('import more')
";

const RENDER: &str = "import models
def render(kind, item, context):
    if kind == 'type' and isinstance(item, models.Money):
        context.imports.add('from elsewhere import Money')
        return 'Money(%r)' % (item.impl.precision,)
    if kind == 'type' and type(item).__name__ == 'Sub':
        return None
    if kind == 'server_default' and item is not None:
        return repr('other')
    if kind == 'column' and item.name == 'coded':
        return None
    if kind == 'column' and item.name == 'at':
        return 'sa.Column(\"at\", made_for(%r))' % item.table.name
    if kind in ('unique', 'check'):
        return '# %s %s' % (kind, [c.name for c in item.columns]) if kind == 'unique' else None
    if kind == 'primary_key':
        return 'sa.PrimaryKeyConstraint(%s)' % ', '.join(repr(c.name) for c in item.columns)
    if kind == 'foreign_key':
        return 'fk(%r)' % [e.target_fullname for e in item.elements]
    return False
";

const RENDERERS: &str = "from alembic.autogenerate import renderers
from alembic.operations import ops, MigrateOperation, Operations
@Operations.register_operation('create_view')
class CreateView(MigrateOperation):
    def __init__(self, name):
        self.name = name
    @classmethod
    def create_view(cls, operations, name):
        return operations.invoke(cls(name))
    def reverse(self):
        return CreateView('not ' + self.name)
    def to_diff_tuple(self):
        return ('add_constraint', self.name)
@renderers.dispatch_for(CreateView)
def render_view(context, op):
    context.imports.add('import views')
    return ['# a view', 'op.create_view(%r)' % op.name]
def process(context, revision, directives):
    directives[0].upgrade_ops.ops.append(CreateView('v'))
    directives[0].downgrade_ops.ops.append(CreateView('v').reverse())
";

pub const CASES: &[Case] = &[
    case("types of the project's own", TYPES, DATABASE),
    asked(
        "user_module_prefix",
        "",
        "user_module_prefix='types.', sqlalchemy_module_prefix='sqlalchemy.', alembic_module_prefix='o.'",
        TYPES,
        DATABASE,
    ),
    asked(
        "no prefixes",
        "",
        "user_module_prefix='', sqlalchemy_module_prefix='', render_as_batch=True",
        TYPES,
        DATABASE,
    ),
    asked("render_item", RENDER, "render_item=render", TYPES, DATABASE),
    asked("render_item of constraints and defaults", RENDER, "render_item=render", MANY_WITH_MONEY, OLD),
    asked("a rewriter", REWRITER, "process_revision_directives=writer", MANY, OLD),
    asked(
        "a rewriter in batch blocks",
        REWRITER,
        "process_revision_directives=writer, render_as_batch=True",
        MANY,
        OLD,
    ),
    asked("operations changed, taken out and added", PROCESS, "process_revision_directives=process", MANY, OLD),
    asked("the same in batch blocks", PROCESS, "process_revision_directives=process, render_as_batch=True", MANY, OLD),
    asked("operations of the project's own", RENDERERS, "process_revision_directives=process", MANY, OLD),
    asked(
        "numbers for identifiers",
        "from alembic.script import ScriptDirectory
def process(context, revision, directives):
    script = directives[0]
    head = ScriptDirectory.from_config(context.config).get_current_head()
    assert head == 'aaaa'
    script.message = 'numbered'
    script.rev_id = 'bbbb'
    script.message = ''
",
        "process_revision_directives=process",
        MANY,
        OLD,
    ),
];

const MANY_WITH_MONEY: &str = "class Money(sa.types.TypeDecorator):
    impl = sa.Numeric
metadata = sa.MetaData()
Table('p', metadata, Column('id', Integer, primary_key=True), Column('d', String(5), server_default='q'), sa.UniqueConstraint('d', name='uq_d'))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('p_id', ForeignKey('p.id')), Column('e', sa.ARRAY(Money(3))), sa.CheckConstraint('id > 0', name='positive'))
";
