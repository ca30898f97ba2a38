"""Engines, connections, results, URLs."""
from .._core import lazy

__getattr__ = lazy(globals(), {
    "sqlalchemy.engine.": "base url result reflection interfaces default cursor row mock create",
    "sqlalchemy.engine.base": "Connection Engine Transaction NestedTransaction RootTransaction TwoPhaseTransaction",
    "sqlalchemy.engine.create": "create_engine engine_from_config create_mock_engine",
    "sqlalchemy.engine.url": "make_url URL",
    "sqlalchemy.engine.interfaces": "Dialect Compiled ExecutionContext AdaptedConnection",
    "sqlalchemy.engine.mock": "MockConnection",
    "sqlalchemy.engine.reflection": "Inspector ObjectKind ObjectScope",
    "sqlalchemy.engine.result": "Result CursorResult ScalarResult MappingResult Row RowMapping ResultProxy LegacyRow IteratorResult FrozenResult ChunkedIteratorResult",
})
