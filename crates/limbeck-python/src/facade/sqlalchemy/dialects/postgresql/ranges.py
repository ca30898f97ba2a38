"""Range values."""
from ..._core import Construct


class Range(Construct):
    """`Range(1, 5, bounds="[)")`."""

    __limbeck_name__ = "sqlalchemy.dialects.postgresql.Range"

    def __init__(self, lower=None, upper=None, *, bounds="[)", empty=False):
        self._args = (lower, upper)
        self._kwargs = {"bounds": bounds, "empty": empty}
        self.lower, self.upper, self.bounds, self.empty = lower, upper, bounds, empty


class MultiRange(list):
    pass


def __getattr__(name):
    from sqlalchemy.dialects import postgresql

    return getattr(postgresql, name)
