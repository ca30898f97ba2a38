"""Operations."""
from sqlalchemy._core import lazy

__getattr__ = lazy(globals(), {"alembic.operations.": "base ops batch schemaobj toimpl", "alembic.operations.base": "Operations BatchOperations AbstractOperations",
                               "alembic.operations.ops": "MigrateOperation MigrationScript"})
