# Runs env.py in the project's own Python as far as context.configure(), with an `alembic.context` that keeps what it is given and
# engines that connect to nothing. limbeck gives this to `python -c`; `tables.py` and `answer.py` follow in the same text.
import collections
import configparser
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import types


class Reached(BaseException):
    """The configure() that was asked for has been called: nothing of env.py is needed after it."""


class AnythingClass(type):
    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything


class Anything(metaclass=AnythingClass):
    """Takes part in whatever env.py does with it: called, entered, awaited, subclassed, used as a decorator."""

    def __init__(self, *args, **kwargs):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()

    def __call__(self, *args, **kwargs):
        decorates = len(args) == 1 and not kwargs and (isinstance(args[0], (type, types.FunctionType)))
        return args[0] if decorates else Anything()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def __iter__(self):
        return iter(())

    def __getitem__(self, key):
        return Anything()


class Connection(Anything):
    """A connection of an engine that is not connected. What it is told to run, it does not."""

    def __init__(self, engine):
        self.engine = engine
        self.dialect = engine.dialect

    def __call__(self, *args, **kwargs):
        return Anything()

    def connect(self):
        return self

    def execution_options(self, **options):
        return self


class AsyncConnection(Connection):
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        return None

    def __await__(self):
        return self
        yield

    async def run_sync(self, function, *args, **kwargs):
        return function(Connection(self.engine), *args, **kwargs)

    async def nothing(self, *args, **kwargs):
        return Anything()

    execute = exec_driver_sql = scalar = scalars = commit = rollback = close = nothing

    def begin(self):
        return self


async def nothing(*args, **kwargs):
    return None


def keep_engines_off():
    """env.py may open connections, which it needs to configure; nothing is asked of a database here."""
    from sqlalchemy.engine import Engine

    Engine.connect = Engine.begin = Engine.raw_connection = lambda self, *args, **kwargs: Connection(self)
    try:
        from sqlalchemy.ext.asyncio import AsyncEngine
    except ImportError:
        return
    AsyncEngine.connect = AsyncEngine.begin = lambda self, *args, **kwargs: AsyncConnection(self)
    AsyncEngine.dispose = nothing


class AsRead(configparser.BasicInterpolation):
    """A percent sign that means nothing (`%(levelname)-5.5s`) is a fault of whoever asks for the value, and not of the file."""

    is_reading = True

    def before_set(self, parser, section, option, value):
        return value if self.is_reading else super().before_set(parser, section, option, value)


class Config:
    """env.py's `config`, with what limbeck knows of it."""

    def __init__(self, asked):
        self.config_file_name = asked["config_file_name"]
        self.config_ini_section = asked["section"]
        self.attributes = {}
        self.cmd_opts = types.SimpleNamespace(x=asked["x_arguments"], autogenerate=True)
        self.print_stdout = lambda text, *args: print(text % args if args else text)
        as_read = AsRead()
        self.file_config = configparser.ConfigParser({"here": asked["here"].replace("%", "%%")}, interpolation=as_read)
        for name, options in asked["sections"]:
            if name != "DEFAULT":
                self.file_config.add_section(name)
            for key, value in options:
                self.file_config.set(name, key, value)
        as_read.is_reading = False

    def get_section(self, name, default=None):
        if not self.file_config.has_section(name):
            return default
        return dict(self.file_config.items(name))

    def get_section_option(self, section, name, default=None):
        if self.file_config.has_section(section) and self.file_config.has_option(section, name):
            return self.file_config.get(section, name)
        return default

    def set_section_option(self, section, name, value):
        if not self.file_config.has_section(section):
            self.file_config.add_section(section)
        self.file_config.set(section, name, value)

    def remove_section_option(self, section, name):
        self.file_config.remove_option(section, name)

    def get_main_option(self, name, default=None):
        return self.get_section_option(self.config_ini_section, name, default)

    get_alembic_option = get_main_option

    def set_main_option(self, name, value):
        self.set_section_option(self.config_ini_section, name, value)

    def remove_main_option(self, name):
        self.remove_section_option(self.config_ini_section, name)

    def get_template_directory(self):
        return ""


class Context(types.ModuleType):
    """`alembic.context`. The configure() of that number is the one that is wanted."""

    def __init__(self, asked):
        super().__init__("alembic.context")
        self.config = Config(asked)
        self.script = Anything()
        self._asked = asked
        self._calls = 0
        self.reached = False
        self.target_metadata = None

    def configure(self, *args, **kwargs):
        self._calls += 1
        if self._calls == self._asked["number"]:
            self.reached = True
            self.target_metadata = kwargs.get("target_metadata")
            raise Reached()

    def is_offline_mode(self):
        return False

    def begin_transaction(self):
        return Anything()

    def get_x_argument(self, as_dictionary=False):
        given = self._asked["x_arguments"]
        if not as_dictionary:
            return list(given)
        return dict((part.split("=", 1) + [""])[:2] for part in given)

    def run_migrations(self, **kwargs):
        return None

    execute = static_output = run_migrations

    def get_revision_argument(self):
        return None

    get_starting_revision_argument = get_tag_argument = get_revision_argument

    def get_head_revision(self):
        heads = self._asked["heads"]
        return heads[0] if heads else None

    def get_head_revisions(self):
        return tuple(self._asked["heads"])

    def get_context(self):
        return Anything()

    def get_bind(self):
        return Anything()


class StandIn(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """`alembic`, where it is not installed. First of all finders: the script directory is often called like that."""

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] != "alembic":
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        module = types.ModuleType(spec.name)

        def __getattr__(name):
            if name.startswith("__"):
                raise AttributeError(name)
            return Anything

        module.__getattr__ = __getattr__
        return module

    def exec_module(self, module):
        pass


def is_installed():
    try:
        return importlib.util.find_spec("alembic.runtime.environment") is not None
    except ImportError:
        return False


def enter_flask(env_py):
    """The env.py of Flask-Migrate asks for the application that the command `flask` runs."""
    with open(env_py, encoding="utf-8") as file:
        if "current_app" not in file.read():
            return
    try:
        from flask.cli import ScriptInfo, load_dotenv
    except ImportError:
        return
    load_dotenv()
    ScriptInfo(app_import_path=os.environ.get("FLASK_APP")).load_app().app_context().push()


def run(asked):
    """env.py, as Alembic would load it."""
    sys.argv = ["alembic"]
    # -c has put the current folder there, which Alembic does not.
    if sys.path and sys.path[0] in ("", os.getcwd()):
        del sys.path[0]
    if not is_installed():
        sys.meta_path.insert(0, StandIn())
    sys.path[:0] = asked["search_path"]
    import alembic

    keep_engines_off()
    enter_flask(asked["env_py"])
    context = Context(asked)
    sys.modules["alembic.context"] = alembic.context = context
    spec = importlib.util.spec_from_file_location("env_py", asked["env_py"])
    try:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
    except Reached:
        pass
    except SystemExit as left:
        if left.code not in (None, 0):
            raise
    return context
