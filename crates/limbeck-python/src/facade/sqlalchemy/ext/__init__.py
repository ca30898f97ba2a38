"""Extensions."""
from .._core import lazy

__getattr__ = lazy(globals(), {"sqlalchemy.ext.": "asyncio compiler declarative hybrid mutable associationproxy orderinglist automap"})
