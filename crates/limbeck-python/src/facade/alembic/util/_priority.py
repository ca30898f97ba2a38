"""Functions by what they are for, in the order of their priorities: comparators."""


class _Answer:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "<PriorityDispatchResult.%s>" % self.name


class PriorityDispatchResult:
    """What a function says of those of its subgroup that come after it."""

    CONTINUE = _Answer("CONTINUE")
    STOP = _Answer("STOP")


class DispatchPriority:
    """When a function is called."""

    FIRST = 50
    MEDIUM = 25
    LAST = 10


class PriorityDispatcher:
    """Rust is told of each function."""

    def __init__(self):
        self._registry = {}

    def dispatch_for(self, target, *, priority=DispatchPriority.MEDIUM, qualifier="default", subgroup=None):
        def decorate(fn):
            import _limbeck

            self._registry.setdefault((target, qualifier, priority), []).append((fn, subgroup))
            _limbeck.register("comparators", str(target), fn)
            return fn

        return decorate

    def found(self, target, qualifier, priority):
        return self._registry.get((target, qualifier, priority), [])
