"""Helpers."""
from . import Dispatcher, asbool, rev_id, to_list, to_tuple  # noqa: F401


def __getattr__(name):
    from alembic import util

    return getattr(util, name)
