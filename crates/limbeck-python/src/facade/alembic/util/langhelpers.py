"""Helpers."""
from . import Dispatcher, asbool, rev_id, to_list, to_tuple  # noqa: F401
