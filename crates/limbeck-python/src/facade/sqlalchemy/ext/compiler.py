"""`@compiles`: a user's function writes the SQL of a construct."""

from .._core import Construct, state


def compiles(class_, *dialects):
    """Register a function that gives the text of `class_` on some dialects, or on all."""

    def decorate(fn):
        import _limbeck

        hooks = dict(class_.__dict__.get("_compiles") or class_._compiles or {})
        for name in dialects or ("default",):
            hooks[name] = fn
        class_._compiles = hooks
        _limbeck.register("compiles", getattr(class_, "__limbeck_name__", None) or class_.__name__, list(dialects))
        return fn

    return decorate


def deregister(class_):
    class_._compiles = None


def run(function, element, dialect):
    """The text that a user's function gives."""
    return function(element, Compiler(dialect))


class Compiler:
    """What a @compiles function may use of a compiler."""

    def __init__(self, dialect):
        self.dialect = dialect
        self.preparer = dialect.identifier_preparer
        self.sql_compiler = self
        self.type_compiler = self

    def process(self, element, **kw):
        """SQL text of a part."""
        import _limbeck

        if not isinstance(element, Construct) and not hasattr(element, "__limbeck__"):
            if hasattr(element, "__clause_element__"):
                element = element.__clause_element__()
            else:
                from ..sql.elements import literal

                element = literal(element)
        old = state.dialect
        state.dialect = self.dialect
        try:
            return _limbeck.compile(element, self.dialect.name, True)
        finally:
            state.dialect = old

    def process_all(self, elements):
        return ", ".join([self.process(e) for e in elements])

    def quote(self, name):
        return self.preparer.quote(name)

    def __getattr__(self, name):
        """`compiler.visit_NAME(element)`: the text without the user's function."""
        if not name.startswith("visit_"):
            from .._core import unsupported

            raise unsupported("compiler.%s in a @compiles function" % name)

        def visit(element, *args, **kw):
            hooks = element._compiles
            if hooks is None:
                return self.process(element)
            element._compiles = None
            try:
                return self.process(element)
            finally:
                del element._compiles

        return visit
