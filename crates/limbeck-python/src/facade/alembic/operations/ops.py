"""Operations as objects: what autogenerate finds, and what env.py puts in its place. `__limbeck__` gives the directive that does it."""

from ._op_base import AlterTableOp, MigrateOperation  # noqa: F401
from ._op_columns import AddColumnOp, AlterColumnOp, DropColumnOp  # noqa: F401
from ._op_constraints import (  # noqa: F401
    AddConstraintOp,
    CreateCheckConstraintOp,
    CreateExcludeConstraintOp,
    CreateForeignKeyOp,
    CreatePrimaryKeyOp,
    CreateUniqueConstraintOp,
    DropConstraintOp,
)
from ._op_indexes import CreateIndexOp, DropIndexOp  # noqa: F401
from ._op_scripts import DowngradeOps, MigrationScript, ModifyTableOps, OpContainer, UpgradeOps  # noqa: F401
from ._op_statements import BulkInsertOp, CodeOp, ExecuteSQLOp  # noqa: F401
from ._op_tables import CreateTableCommentOp, CreateTableOp, DropTableCommentOp, DropTableOp, RenameTableOp  # noqa: F401
