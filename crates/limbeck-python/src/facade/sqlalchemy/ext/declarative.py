"""The declarative system by its older name."""
from .._core import lazy

__getattr__ = lazy(globals(), {"sqlalchemy.orm": "declarative_base declared_attr as_declarative has_inherited_table synonym_for DeclarativeMeta",
                               "sqlalchemy.ext._concrete": "AbstractConcreteBase ConcreteBase DeferredReflection"})
