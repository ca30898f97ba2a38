"""Plugins: comparators under a name, by which `configure(autogenerate_plugins=...)` asks for them."""

from alembic.util._priority import DispatchPriority, PriorityDispatcher

_all = {}


class Plugin:
    def __init__(self, name):
        if name in _all:
            raise ValueError("A plugin named %s is already registered" % name)
        self.name = name
        self.autogenerate_comparators = PriorityDispatcher()
        _all[name] = self

    def remove(self):
        del _all[self.name]

    def add_autogenerate_comparator(self, fn, compare_target, compare_element=None, *, qualifier="default", priority=DispatchPriority.MEDIUM):
        self.autogenerate_comparators.dispatch_for(compare_target, subgroup=compare_element, qualifier=qualifier, priority=priority)(fn)

    @classmethod
    def setup_plugin_from_module(cls, module, name):
        module.setup(Plugin(name))


def _matches(expression, name):
    import re

    return re.fullmatch(re.escape(expression.lstrip("~")).replace(r"\.\*", r"\..+"), name) is not None


def asked_for(expressions):
    """The project's plugins that `autogenerate_plugins` names, in the order in which they were set up."""
    out = [e for e in expressions if e.startswith("~")]
    named = [e for e in expressions if not e.startswith("~")]
    return [p for p in _all.values() if any([_matches(e, p.name) for e in named]) and not any([_matches(e, p.name) for e in out])]


def others(expressions):
    """Those of `autogenerate_plugins` that name none of the project's."""
    return [e for e in expressions if not any([_matches(e, name) for name in _all])]
