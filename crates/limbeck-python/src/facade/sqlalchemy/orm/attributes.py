"""Names of sqlalchemy.orm by this module's name."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    import sqlalchemy.orm

    return getattr(sqlalchemy.orm, name)


def flag_modified(instance, key):
    """Have an attribute written again at the next flush."""
    state = instance.__dict__.get("_limbeck_state")
    if state is not None:
        state.dirty.add(key)


def set_attribute(instance, key, value, initiator=None):
    setattr(instance, key, value)


def get_attribute(instance, key):
    return getattr(instance, key)


set_committed_value = set_attribute
