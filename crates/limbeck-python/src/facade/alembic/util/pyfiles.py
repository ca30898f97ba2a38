"""Files are not open to scripts."""


def load_python_file(dir_, filename):
    from sqlalchemy._core import unsupported

    raise unsupported("alembic.util.pyfiles.load_python_file()")
