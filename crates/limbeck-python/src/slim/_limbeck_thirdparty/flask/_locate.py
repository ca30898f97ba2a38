"""The application that the command `flask` would run: `FLASK_APP`, or `wsgi.py` or `app.py` in the current folder."""

import os
import sys


def locate():
    from alembic.util import CommandError

    from dotenv import load_dotenv

    # As the command does with python-dotenv: the environment first, then `.env`, then `.flaskenv`.
    for file in (".env", ".flaskenv"):
        if os.path.isfile(file):
            load_dotenv(file)
    named = os.environ.get("FLASK_APP")
    if not named:
        named = next((file for file in ("wsgi.py", "app.py") if os.path.isfile(file)), None)
    if named is None:
        raise CommandError("env.py needs the Flask application (flask.current_app), and nothing says which that is: set FLASK_APP to module:create_app, or run "
                           "in the folder of wsgi.py or app.py")
    module, _, what = named.partition(":")
    try:
        found = _module(module)
        app = _named(found, what) if what else _best(found)
    except LookupError as error:
        raise CommandError("the Flask application of env.py (%s) was not found: %s" % (named, error)) from None
    _configure(app)
    return app


def _module(name):
    """A module by its name or its path."""
    import importlib

    path = os.path.realpath(name)
    if os.path.splitext(path)[1] == ".py":
        path = os.path.splitext(path)[0]
    if os.path.basename(path) == "__init__":
        path = os.path.dirname(path)
    if os.path.isfile(path + ".py") or os.path.isdir(path):
        parts = []
        while True:
            path, part = os.path.split(path)
            parts.insert(0, part)
            if not os.path.isfile(os.path.join(path, "__init__.py")):
                break
        name = ".".join(parts)
    else:
        path = os.getcwd()
    if path not in sys.path:
        sys.path.insert(0, path)
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise LookupError("there is no module %r" % name) from None


def _is_app(value):
    from flask import Flask

    return isinstance(value, Flask)


def _best(module):
    for name in ("app", "application"):
        if _is_app(getattr(module, name, None)):
            return getattr(module, name)
    found = [value for value in vars(module).values() if _is_app(value)]
    if len(found) > 1:
        raise LookupError("module %r has several; set FLASK_APP to module:name" % module.__name__)
    if found:
        return found[0]
    for name in ("create_app", "make_app"):
        factory = getattr(module, name, None)
        if callable(factory):
            app = factory()
            if _is_app(app):
                return app
    raise LookupError("module %r has neither an application nor a create_app() that gives one; set FLASK_APP to module:name" % module.__name__)


def _named(module, text):
    """`app`, or `create_app("settings", debug=True)`."""
    import ast

    try:
        tree = ast.parse(text.strip(), mode="eval").body
        call = isinstance(tree, ast.Call)
        name = tree.func.id if call else tree.id
        args = [ast.literal_eval(arg) for arg in tree.args] if call else []
        kwargs = {word.arg: ast.literal_eval(word.value) for word in tree.keywords} if call else {}
    except (SyntaxError, AttributeError, ValueError):
        raise LookupError("%r is no name, and no call with plain values" % text) from None
    found = getattr(module, name, None)
    if found is None:
        raise LookupError("module %r has no %r" % (module.__name__, name))
    app = found(*args, **kwargs) if call or not _is_app(found) and callable(found) else found
    if not _is_app(app):
        raise LookupError("%r is no Flask application" % text)
    return app


def _configure(app):
    """What `@migrate.configure` says about Alembic's configuration."""
    migrate = getattr(app.extensions.get("migrate"), "migrate", None)
    if migrate is not None and migrate.configure_callbacks:
        from alembic.config import running

        migrate.call_configure_callbacks(running())
