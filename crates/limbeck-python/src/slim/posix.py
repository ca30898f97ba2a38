"""What the standard library takes from the system: as much of it as `os` has here."""


def __getattr__(name):
    import os

    return getattr(os, name)
