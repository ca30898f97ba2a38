"""The engines of an application: by the settings that Flask-SQLAlchemy reads."""

import os


def settings(app):
    """`{bind key: options of create_engine()}`"""
    config = app.config
    wanted = dict(config.get("SQLALCHEMY_BINDS") or {})
    uri = config.setdefault("SQLALCHEMY_DATABASE_URI", None)
    if uri is not None:
        wanted.setdefault(None, uri)
    if not wanted:
        raise RuntimeError("Either 'SQLALCHEMY_DATABASE_URI' or 'SQLALCHEMY_BINDS' must be set.")
    made = {}
    for key, value in wanted.items():
        options = dict(value) if isinstance(value, dict) else {"url": value}
        if key is None:
            options = dict(config.get("SQLALCHEMY_ENGINE_OPTIONS") or {}, **options)
        made[key] = options
    return made


def engine(app, options):
    from sqlalchemy import create_engine, make_url

    options = dict(options)
    url = make_url(options.pop("url"))
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        url = url.set(database=_database(app, url.database))
    return create_engine(url, **options)


def _database(app, name):
    """A relative name is one in the instance folder; before Flask-SQLAlchemy 3 it was one beside the application."""
    if os.path.isabs(name) or name.startswith("file:"):
        return name
    now, before = os.path.join(app.instance_path, name), os.path.join(app.root_path, name)
    if os.path.isfile(before) and not os.path.isfile(now):
        from alembic.util import CommandError

        raise CommandError("SQLALCHEMY_DATABASE_URI names the SQLite file %r, which is %s for Flask-SQLAlchemy 3 and not there, and %s for Flask-SQLAlchemy 2; "
                           "write an absolute path" % (name, now, before))
    return now
