[tool.alembic]

# The folder of env.py, script.py.mako and the version scripts. %(here)s is the folder of this file.
script_location = "${script_location}"

# How new version scripts are named; percent signs are written twice here. The tokens are rev, slug (the message), epoch, year, month, day,
# hour, minute and second. Without a setting it is %%(rev)s_%%(slug)s
# With date and time in front:
# file_template = "%%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s"
# In folders by year and month, which needs recursive_version_locations = true:
# file_template = "%%(year)d/%%(month).2d/%%(day).2d_%%(hour).2d%%(minute).2d_%%(second).2d_%%(rev)s_%%(slug)s"

# Where env.py and the scripts find the project's own modules.
prepend_sys_path = [
    "."
]

# The time zone of the dates in new version scripts, by its IANA name, such as "Europe/Paris". Without a setting it is the machine's local time.
# timezone = "UTC"

# How many characters of the message go into the file's name.
# truncate_slug_length = 40

# Whether `revision` and `merge` run env.py as well.
# revision_environment = false

# Whether compiled scripts (.pyc) count where their source is missing.
# sourceless = false

# Where version scripts are, when that is not the folder versions of script_location. The first revision of a folder is made with --version-path.
# version_locations = [
#    "%(here)s/core/versions",
#    "%(here)s/plugins/versions"
# ]

# Whether folders below the version locations are searched too.
# recursive_version_locations = false

# The encoding of new version scripts.
# output_encoding = "utf-8"

# Programs that are run on each new version script, in this order. REVISION_SCRIPT_FILENAME in the options is the file.
#
# A command that a Python package brings along:
# [[tool.alembic.post_write_hooks]]
# name = "black"
# type = "console_scripts"
# entrypoint = "black"
# options = "-l 79 REVISION_SCRIPT_FILENAME"
#
# A Python module, as python -m runs it:
# [[tool.alembic.post_write_hooks]]
# name = "ruff"
# type = "module"
# module = "ruff"
# options = "check --fix REVISION_SCRIPT_FILENAME"
#
# Any program:
# [[tool.alembic.post_write_hooks]]
# name = "ruff"
# type = "exec"
# executable = "ruff"
# options = "check --fix REVISION_SCRIPT_FILENAME"
