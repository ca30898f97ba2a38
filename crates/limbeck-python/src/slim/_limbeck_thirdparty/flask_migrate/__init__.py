"""Flask-Migrate, as far as an application hands its database to `env.py`."""


class _MigrateConfig:
    def __init__(self, migrate, db, configure_args):
        self.migrate, self.db, self.configure_args = migrate, db, configure_args
        self.directory = migrate.directory

    @property
    def metadata(self):
        return self.db.metadata


class Migrate:
    def __init__(self, app=None, db=None, directory="migrations", command="db", compare_type=True, render_as_batch=True, **kwargs):
        self.configure_callbacks = []
        self.db, self.command, self.directory = db, command, str(directory)
        self.alembic_ctx_kwargs = dict(kwargs, compare_type=compare_type, render_as_batch=render_as_batch)
        if app is not None and db is not None:
            self.init_app(app, db, directory)

    def init_app(self, app, db=None, directory=None, command=None, compare_type=None, render_as_batch=None, **kwargs):
        self.db = db or self.db
        self.command = command or self.command
        self.directory = str(directory or self.directory)
        given = {"compare_type": compare_type, "render_as_batch": render_as_batch}
        self.alembic_ctx_kwargs.update(kwargs, **{k: v for k, v in given.items() if v is not None})
        app.extensions["migrate"] = _MigrateConfig(self, self.db, dict(self.alembic_ctx_kwargs))

    def configure(self, function):
        self.configure_callbacks.append(function)
        return function

    def call_configure_callbacks(self, config):
        for function in self.configure_callbacks:
            config = function(config)
        return config


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from _limbeck_absent import Absent

    return Absent(name, "flask_migrate")
