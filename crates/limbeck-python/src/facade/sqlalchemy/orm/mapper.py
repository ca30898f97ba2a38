"""Names of sqlalchemy.orm by this module's name."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    import sqlalchemy.orm

    return getattr(sqlalchemy.orm, name)
