//! What the statements around a function may be.

use super::read;

/// `upgrade` is simple; the module around it is the question.
fn with(module: &str) -> Result<Vec<String>, crate::reader::GaveUp> {
    read(&format!("from alembic import op\nimport sqlalchemy as sa\n{module}\ndef upgrade():\n    op.execute('x')\n"))
}

#[test]
fn statements_that_only_bind_names_are_passed_over() {
    for module in [
        "from app.core import settings",
        "from . import helpers",
        "import sqlmodel, sqlalchemy.orm",
        "from sqlalchemy.orm import Session, declarative_base\nBase = declarative_base()",
        "import logging\nlog = logging.getLogger(__name__)",
        "from oslo_log import log as logging\nLOG = logging.getLogger(__name__)",
        "from typing import Union\nX = Union[str, None]",
        "import uuid\ndef make():\n    return uuid.uuid4()",
        "class Base(sa.orm.DeclarativeBase):\n    pass\nclass User(Base):\n    '''doc'''\n    __tablename__ = 'u'\n    id = sa.Column(sa.Integer, primary_key=True)",
        "import enum\nclass Kind(str, enum.Enum):\n    A = 'a'",
        "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int = 5",
        "try:\n    from app import GUID\nexcept ImportError:\n    GUID = sa.String",
        "import os\nSCHEMA = os.environ.get('SCHEMA', 'x')\nif SCHEMA:\n    NAME = SCHEMA + '.x'\nelse:\n    NAME = 'x'",
        "f = lambda: 5",
        "from sqlalchemy.types import TypeDecorator\nclass T(TypeDecorator):\n    impl = sa.String\n    def bind(self):\n        pass",
        "def outer():\n    global X\n    X = 1",
        "async def other():\n    pass",
        "def other(x=unknown_name):\n    pass",
    ] {
        assert_eq!(with(module).as_deref(), Ok(["execute(\"x\")".to_owned()].as_slice()), "{module}");
    }
}

#[test]
fn statements_that_may_do_more_give_everything_up() {
    for module in [
        "from app import *",
        "op.execute('y')",
        "from app import register\nregister('x')",
        "from app import register\nX = register('x')",
        "from app import deco\n@deco\ndef other(): pass",
        "from sqlalchemy.ext.compiler import compiles",
        "from sqlalchemy import event",
        "import sqlalchemy.event",
        "X = sa.event.listen('x')",
        "import alembic_utils.replaceable_entity",
        "import sys\nsys.path.insert(0, '.')",
        "sa.Text = sa.String",
        "import os\nos.environ['X'] = 'y'",
        "from alembic.operations import Operations\n@Operations.register_operation('x')\nclass X: pass",
        "from alembic.operations import MigrateOperation\nclass X(MigrateOperation): pass",
        "from sqlalchemy.sql.functions import GenericFunction\nclass f(GenericFunction): pass",
        "class A:\n    op.execute('x')",
        "class A(metaclass=type): pass",
        "class A:\n    from app import *",
        "X = exec('1')",
        "X = [op.get_bind()]",
        "for x in unknown: pass",
        "while False: pass",
        "with open('x') as f: pass",
        "del op",
        "raise SystemExit",
        "assert True",
        "print('x')",
        "X = (y := 5)",
        "X = {}\nX['a'] = unknown()",
        "def change(): pass\nX = unknown(change())",
        "X = []\nY = [X.append(1), unknown]",
        "def change(): pass\nX = [change, unknown]",
        "from app import change\nX = sorted(unknown, key=change)",
        "if unknown():\n    op.execute('y')",
        "try:\n    op.execute('y')\nexcept Exception:\n    pass",
        "return",
        "break",
        "def other(x=op.get_bind()): pass",
    ] {
        assert!(with(module).is_err(), "{module}: {:?}", with(module));
    }
}

#[test]
fn a_poisoned_name_gives_up_where_it_is_used() {
    let module =
        "from app.core import settings\nfrom alembic import op\ndef upgrade():\n    op.drop_table(settings.name)\n";
    assert_eq!(
        read(module).unwrap_err().to_string(),
        "versions/a.py:4:19: not read statically: `settings`: module `app.core` is not read statically"
    );
    // A name that either branch may bind shadows the builtin.
    let module =
        "import os\nif os.sep:\n    len = 5\nfrom alembic import op\ndef upgrade():\n    op.execute(len('x'))\n";
    assert!(read(module).is_err());
}

#[test]
fn upgrade_must_be_a_plain_function() {
    for module in [
        "def upgrade(engine): pass",
        "upgrade = None",
        "async def upgrade(): pass",
        "@staticmethod\ndef upgrade(): pass",
        "class upgrade: pass",
        "def upgrade():\n    yield 1",
        "def upgrade():\n    if False:\n        global x",
        "from app import upgrade",
    ] {
        assert!(read(module).is_err(), "{module}");
    }
    assert_eq!(read("def upgrade(x=1, *args, y=2, **kwargs): pass"), Ok(vec![]));
}
