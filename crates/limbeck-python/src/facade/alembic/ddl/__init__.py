"""DDL implementations, by name."""
from sqlalchemy._core import lazy

__getattr__ = lazy(globals(), {"alembic.ddl.": "impl base postgresql sqlite mysql", "alembic.ddl.impl": "DefaultImpl"})
