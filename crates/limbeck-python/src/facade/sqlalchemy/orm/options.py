"""Loader options: how rows are loaded does not matter here, so they say nothing."""


class Load:
    def __init__(self, *args, **kw):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kw: self


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Load
