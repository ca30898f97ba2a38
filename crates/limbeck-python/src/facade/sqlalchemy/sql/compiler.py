"""Compiling to text, and what a user's @compiles function is given."""

from .._core import state


class Compiled:
    """SQL text of a construct: `str(construct.compile(...))`."""

    def __init__(self, element, dialect, literal):
        self.statement = element
        self.dialect = dialect
        self._literal = literal

    @property
    def string(self):
        return str(self)

    @property
    def params(self):
        import _limbeck

        return _limbeck.compile_params(self.statement, self.dialect.name)

    def __str__(self):
        import _limbeck

        old = state.dialect
        state.dialect = self.dialect
        try:
            return _limbeck.compile(self.statement, self.dialect.name, self._literal)
        finally:
            state.dialect = old


def compiled(element, bind, dialect, compile_kwargs):
    """`element.compile(bind, dialect=..., compile_kwargs=...)`"""
    from ..engine.interfaces import dialect_for

    if dialect is None:
        dialect = bind.dialect if bind is not None else dialect_for("default")
    return Compiled(element, dialect, bool((compile_kwargs or {}).get("literal_binds")))


class SQLCompiler(Compiled):
    pass


class DDLCompiler(Compiled):
    pass


class GenericTypeCompiler:
    pass


class TypeCompiler:
    pass


class IdentifierPreparer:
    pass


class StrSQLCompiler(Compiled):
    pass
