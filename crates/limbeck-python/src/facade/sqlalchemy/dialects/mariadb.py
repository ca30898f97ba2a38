"""MariaDB: MySQL's names."""
from . import mysql as _mysql


def __getattr__(name):
    return getattr(_mysql, name)
