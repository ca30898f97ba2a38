"""The same names by this module's name."""
from .base import PGDialect as dialect  # noqa: F401
from .base import __getattr__  # noqa: F401
