"""What a session knows of one instance."""


class State:
    """Of an instance: its session, whether its row exists, and which attributes changed since."""

    def __init__(self, session, persistent):
        self.session = session
        self.persistent = persistent
        self.dirty = set()
        self.before = {}

    def changed(self, key, old, new):
        if not self.persistent:
            return
        if old is not new and not (type(old) is type(new) and old == new):
            self.before.setdefault(key, old)
            self.dirty.add(key)
            self.session._touched(self)


class InstanceState:
    """`inspect(instance)`."""

    def __init__(self, instance):
        self.object = instance
        self.mapper = type(instance).__mapper__
        state = instance.__dict__.get("_limbeck_state")
        self.session = None if state is None else state.session
        self.transient = state is None
        self.persistent = state is not None and state.persistent
        self.pending = state is not None and not state.persistent

    @property
    def identity(self):
        return tuple([getattr(self.object, k) for k in keys_of(self.mapper)])


def keys_of(mapper):
    """The attribute names of the primary key."""
    return [k for column in mapper.primary_key for k, c in mapper.attributes.items() if c is column]
