"""Plugins are refused."""


class Plugin:
    def __init__(self, name):
        from sqlalchemy._core import unsupported

        raise unsupported("autogenerate plugins")
