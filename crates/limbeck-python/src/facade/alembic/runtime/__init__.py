"""The runtime."""
from sqlalchemy._core import lazy

__getattr__ = lazy(globals(), {"alembic.runtime.": "migration environment plugins"})
