"""Roles, by name."""


def __getattr__(name):
    if not name.endswith("Role"):
        raise AttributeError(name)
    made = globals()[name] = type(name, (), {})
    return made
