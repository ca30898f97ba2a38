"""`DefaultDialect`."""
from .interfaces import dialect_class

DefaultDialect = dialect_class("default")
