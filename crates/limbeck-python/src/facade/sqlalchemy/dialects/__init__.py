"""Dialects."""
from .._core import lazy

__getattr__ = lazy(globals(), {"sqlalchemy.dialects.": "postgresql mysql sqlite mssql oracle mariadb registry"})
