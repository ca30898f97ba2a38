"""Flask, as far as an application's settings and extensions go: what `env.py` of Flask-Migrate asks `current_app` for. Nothing is served; the rest of an
application, and everything else of Flask, is absent."""

import os
import sys

from flask._config import Config  # noqa: F401

_contexts = []
_located = []


class Flask:
    def __init__(self, import_name, static_url_path=None, static_folder="static", static_host=None, host_matching=False, subdomain_matching=False,
                 template_folder="templates", instance_path=None, instance_relative_config=False, root_path=None):
        self.import_name = import_name
        self.root_path = root_path or _folder(import_name)
        if instance_path is None:
            instance_path = os.path.join(_outermost(import_name, self.root_path), "instance")
        elif not os.path.isabs(instance_path):
            raise ValueError("If an instance path is provided it must be absolute. A relative path was given instead.")
        self.instance_path = instance_path
        self.config = Config(instance_path if instance_relative_config else self.root_path, {
            "DEBUG": os.environ.get("FLASK_DEBUG", "").lower() not in ("", "0", "false", "no"), "TESTING": False, "SECRET_KEY": None, "APPLICATION_ROOT": "/",
            "PREFERRED_URL_SCHEME": "http"})
        self.extensions = {}

    @property
    def name(self):
        return self.import_name

    @property
    def debug(self):
        return self.config["DEBUG"]

    @property
    def testing(self):
        return self.config["TESTING"]

    def app_context(self):
        return AppContext(self)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        from _limbeck_absent import Absent

        return Absent("app." + name, "flask")

    def __repr__(self):
        return "<Flask %r>" % self.name


class AppContext:
    """`with app.app_context():`"""

    def __init__(self, app):
        self.app = app

    def push(self):
        _contexts.append(self.app)

    def pop(self, exc=None):
        _contexts.pop()

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, *error):
        self.pop()


def _folder(import_name):
    module = sys.modules.get(import_name)
    file = getattr(module, "__file__", None)
    return os.getcwd() if file is None else os.path.dirname(os.path.abspath(file))


def _outermost(import_name, folder):
    """The folder that holds the module, or its outermost package."""
    first = sys.modules.get(import_name.partition(".")[0])
    file = getattr(first, "__file__", None)
    if file is None:
        return folder
    folder = os.path.dirname(os.path.abspath(file))
    return os.path.dirname(folder) if os.path.basename(file) == "__init__.py" else folder


def _current():
    if _contexts:
        return _contexts[-1]
    if not _located:
        from flask._locate import locate

        # An application that asks for itself while it is made has no answer yet, as in Flask.
        _located.append(None)
        try:
            _located[0] = locate()
        except BaseException:
            del _located[:]
            raise
    if _located[0] is None:
        raise RuntimeError("Working outside of application context.")
    return _located[0]


class _CurrentApp:
    """The application: that of the context, or the one that `FLASK_APP` names."""

    def __getattr__(self, name):
        return getattr(_current(), name)

    def __setattr__(self, name, value):
        setattr(_current(), name, value)

    def __bool__(self):
        return has_app_context()

    def __repr__(self):
        return repr(_current())

    def _get_current_object(self):
        return _current()


current_app = _CurrentApp()


def has_app_context():
    return bool(_contexts)


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from _limbeck_absent import Absent

    return Absent(name, "flask")
