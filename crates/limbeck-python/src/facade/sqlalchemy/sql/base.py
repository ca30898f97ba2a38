"""Names that people import from here."""
from .elements import ColumnCollection, Executable  # noqa: F401
from .schema import SchemaItem as SchemaEventTarget  # noqa: F401


class Immutable:
    pass


class DialectKWArgs:
    pass


class Generative:
    pass
