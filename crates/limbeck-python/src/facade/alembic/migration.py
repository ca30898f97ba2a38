"""MigrationContext by its older module name."""
from .runtime.migration import MigrationContext  # noqa: F401
