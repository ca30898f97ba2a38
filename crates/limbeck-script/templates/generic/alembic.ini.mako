# Migrations of one database.

[alembic]
# The folder of env.py, script.py.mako and the version scripts. %(here)s is the folder of this file.
script_location = ${script_location}

# How new version scripts are named; percent signs are written twice here. The tokens are rev, slug (the message), epoch, year, month, day,
# hour, minute and second. Without a setting it is %%(rev)s_%%(slug)s
# With date and time in front:
# file_template = %%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s
# In folders by year and month, which needs recursive_version_locations = true:
# file_template = %%(year)d/%%(month).2d/%%(day).2d_%%(hour).2d%%(minute).2d_%%(second).2d_%%(rev)s_%%(slug)s

# Where env.py and the scripts find the project's own modules. Several folders are separated as path_separator says.
prepend_sys_path = .

# The time zone of the dates in new version scripts, by its IANA name, such as Europe/Paris. Blank is the machine's local time.
# timezone =

# How many characters of the message go into the file's name.
# truncate_slug_length = 40

# Whether `revision` and `merge` run env.py as well.
# revision_environment = false

# Whether compiled scripts (.pyc) count where their source is missing.
# sourceless = false

# Where version scripts are, when that is not the folder versions of script_location. The first revision of a folder is made with --version-path.
# version_locations = %(here)s/core/versions:%(here)s/plugins/versions

# What separates the folders of version_locations and prepend_sys_path: os is the system's own separator; space, newline, : and ; are the others.
path_separator = os

# Whether folders below the version locations are searched too.
# recursive_version_locations = false

# The encoding of new version scripts.
# output_encoding = utf-8

# The database. Only env.py reads it, and may take it from somewhere else.
sqlalchemy.url = driver://user:pass@localhost/dbname


[post_write_hooks]
# Programs that are run on each new version script, in the order of `hooks`. REVISION_SCRIPT_FILENAME in the options is the file.

# A command that a Python package brings along:
# hooks = black
# black.type = console_scripts
# black.entrypoint = black
# black.options = -l 79 REVISION_SCRIPT_FILENAME

# A Python module, as python -m runs it:
# hooks = ruff
# ruff.type = module
# ruff.module = ruff
# ruff.options = check --fix REVISION_SCRIPT_FILENAME

# Any program:
# hooks = ruff
# ruff.type = exec
# ruff.executable = ruff
# ruff.options = check --fix REVISION_SCRIPT_FILENAME

# Logging, which env.py sets up from here.
[loggers]
keys = root,sqlalchemy,alembic

[handlers]
keys = console

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console
qualname =

[logger_sqlalchemy]
level = WARNING
handlers =
qualname = sqlalchemy.engine

[logger_alembic]
level = INFO
handlers =
qualname = alembic

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic

[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
