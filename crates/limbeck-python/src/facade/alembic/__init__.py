"""Alembic's names over Rust. Nothing is loaded until it is asked for."""
from sqlalchemy._core import lazy

__version__ = "1.20.1"

__getattr__ = lazy(globals(), {"alembic.": "op context config script util operations runtime autogenerate ddl command environment migration"})
