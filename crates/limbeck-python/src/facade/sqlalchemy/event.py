"""Events. Only "connect"-like ones are run; the rest are told to Rust, or refused when they would change what is done."""

from ._core import unsupported

_RUN = ("connect", "first_connect", "engine_connect")
_POOL = ("checkout", "checkin", "close", "reset", "invalidate", "soft_invalidate", "detach", "close_detached", "engine_disposed", "handle_error", "dispose")


def listen(target, identifier, fn, *args, **kw):
    """Have `fn` called when `identifier` happens to `target`."""
    import _limbeck

    from .engine.base import Connection, Engine, _Pool

    if hasattr(target, "sync_engine"):
        target = target.sync_engine
    if isinstance(target, _Pool):
        target = target._engine
    _limbeck.register("event", identifier, getattr(target, "__name__", None) or type(target).__name__)
    if isinstance(target, Engine) or target is Engine:
        if identifier in _RUN:
            target._listeners.setdefault(identifier, []).append(fn)
        elif identifier == "begin" and (target is Engine or target.dialect.name == "sqlite"):
            return  # the recipe that makes Python's sqlite3 emit BEGIN; limbeck's transactions are real already
        elif identifier not in _POOL:
            raise unsupported("the engine event %r" % identifier)
        return
    _listeners.append((target, identifier, fn))


_listeners = []  # of tables, mappers, sessions: application events, which migrations do not raise


def listens_for(target, identifier, *args, **kw):
    """Decorator form of `listen`."""

    def decorate(fn):
        listen(target, identifier, fn, *args, **kw)
        return fn

    return decorate


def contains(target, identifier, fn):
    listeners = getattr(target, "_listeners", None)
    if isinstance(listeners, dict):
        return fn in listeners.get(identifier, ())
    return any([t is target and i == identifier and f is fn for t, i, f in _listeners])


def remove(target, identifier, fn):
    listeners = getattr(target, "_listeners", None)
    if isinstance(listeners, dict):
        listeners[identifier].remove(fn)
        return
    _listeners[:] = [e for e in _listeners if not (e[0] is target and e[1] == identifier and e[2] is fn)]
