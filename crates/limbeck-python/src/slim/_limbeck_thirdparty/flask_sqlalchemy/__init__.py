"""Flask-SQLAlchemy, as far as tables go: `db.Model`, SQLAlchemy's names on `db`, and the engines of an application. There is no session."""

import sqlalchemy
import sqlalchemy.orm
from sqlalchemy.orm.decl_api import DeclarativeMeta, _init, registry


def _table_name(name):
    """`UserRole` is `user_role`, `HTTPError` is `http_error`."""
    small = "abcdefghijklmnopqrstuvwxyz"
    made = ""
    for at, letter in enumerate(name):
        before, after = name[at - 1:at], name[at + 1:at + 2]
        if "A" <= letter <= "Z" and at and (before in small + "0123456789" or after != "" and after in small):
            made += "_"
        made += letter
    return made.lower().lstrip("_")


def _wants_name(cls):
    """Whether the class is a table that says no name. One that inherits a table has one of its own when it has a key of its own."""
    if cls.__dict__.get("__abstract__") or "__table__" in cls.__dict__:
        return False
    for base in cls.__mro__:
        if "__tablename__" in base.__dict__:
            if base is cls or base.__dict__.get("__abstract__") or "__mapper__" not in base.__dict__:
                return False
            break
    inherited = any(["__mapper__" in base.__dict__ for base in cls.__mro__[1:]])
    classes = [cls] if inherited else cls.__mro__
    return any([_is_key(value) for base in classes for value in base.__dict__.values()])


def _is_key(value):
    from sqlalchemy.orm.properties import MappedColumn
    from sqlalchemy.sql.columns import Column

    return isinstance(value, Column) and value.primary_key or isinstance(value, MappedColumn) and bool(value.kwargs.get("primary_key"))


class DefaultMeta(DeclarativeMeta):
    def __init__(cls, name, bases, body, **options):
        key = body.get("__bind_key__")
        if key is not None and "metadata" not in body:
            type.__setattr__(cls, "metadata", cls.__fsa__._metadata(key))
        if "_limbeck_root" not in body and _wants_name(cls):
            type.__setattr__(cls, "__tablename__", _table_name(name))
        DeclarativeMeta.__init__(cls, name, bases, body, **options)


class SQLAlchemy:
    """`db`"""

    def __init__(self, app=None, *, metadata=None, session_options=None, query_class=None, model_class=None, engine_options=None, add_models_to_shell=True,
                 disable_autonaming=False):
        from sqlalchemy.orm.decl_api import DeclarativeBase

        self.metadatas = {}
        if isinstance(model_class, type) and issubclass(model_class, DeclarativeBase):
            # The application's own base: its classes are mapped by it, and named here.
            meta = type("DefaultMeta", (DefaultMeta, type(model_class)), {})
            body = {"__abstract__": True, "_limbeck_root": True, "__fsa__": self}
            self.Model = meta("Model", (model_class,), body)
        else:
            owner = registry(metadata=metadata)
            body = {"registry": owner, "metadata": owner.metadata, "_limbeck_root": True, "__abstract__": True, "__init__": _init, "__fsa__": self}
            bases = (object,) if model_class is None else (model_class,)
            self.Model = DefaultMeta("Model", bases, body)
        self.metadatas[None] = self.Model.metadata
        self._apps = []
        if app is not None:
            self.init_app(app)

    @property
    def metadata(self):
        return self.metadatas[None]

    def _metadata(self, key):
        if key not in self.metadatas:
            self.metadatas[key] = sqlalchemy.MetaData(info={"bind_key": key})
        return self.metadatas[key]

    def Table(self, name, *args, bind_key=None, **options):
        if args and isinstance(args[0], sqlalchemy.MetaData):
            return sqlalchemy.Table(name, *args, **options)
        return sqlalchemy.Table(name, self._metadata(bind_key), *args, **options)

    def init_app(self, app):
        from flask import Flask

        if isinstance(app, Flask):
            from flask_sqlalchemy._engines import settings

            app.extensions["sqlalchemy"] = self
            self._apps.append((app, settings(app), {}))

    @property
    def engines(self):
        """Those of the current application, by bind key."""
        from flask import current_app
        from flask_sqlalchemy._engines import engine

        wanted = current_app._get_current_object()
        found = next(((options, made) for app, options, made in self._apps if app is wanted), None)
        if found is None:
            raise RuntimeError("The current Flask app is not registered with this 'SQLAlchemy' instance. Did you forget to call 'init_app'?")
        options, made = found
        for key in options:
            if key not in made:
                made[key] = engine(wanted, options[key])
        return made

    @property
    def engine(self):
        return self.engines[None]

    def get_engine(self, bind_key=None, **kw):
        return self.engines[bind_key or kw.get("bind")]

    def __getattr__(self, name):
        for module in (sqlalchemy, sqlalchemy.orm):
            found = getattr(module, name, None)
            if found is not None:
                return found
        if name.startswith("__"):
            raise AttributeError(name)
        from _limbeck_absent import Absent

        return Absent("db." + name, "flask_sqlalchemy")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from _limbeck_absent import Absent

    return Absent(name, "flask_sqlalchemy")
