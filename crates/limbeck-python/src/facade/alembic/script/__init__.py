"""The script directory, for reading."""

import _limbeck


def running():
    return ScriptDirectory()


class ScriptDirectory:
    """Revisions on disk."""

    @classmethod
    def from_config(cls, config):
        return cls()

    @property
    def dir(self):
        return _limbeck.script_info("dir", None)

    def get_heads(self):
        return list(_limbeck.script_info("heads", None))

    def get_bases(self):
        return list(_limbeck.script_info("bases", None))

    def get_current_head(self):
        heads = self.get_heads()
        if len(heads) > 1:
            from ..util import CommandError

            raise CommandError("The script directory has multiple heads (due to branching).Please use get_heads(), or merge the branches using alembic merge.")
        return heads[0] if heads else None

    def as_revision_number(self, id_):
        found = self.get_revision(id_)
        return None if found is None else found.revision

    def get_revision(self, id_):
        info = _limbeck.script_info("revision", id_)
        return None if info is None else Script(info)

    def walk_revisions(self, base="base", head="heads"):
        todo, seen = self.get_heads(), set()
        while todo:
            id_ = todo.pop(0)
            if id_ in seen:
                continue
            seen.add(id_)
            script = self.get_revision(id_)
            yield script
            below = script.down_revision or ()
            todo.extend([below] if isinstance(below, str) else below)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        from sqlalchemy._core import unsupported

        raise unsupported("ScriptDirectory.%s" % name)


class Script:
    """One revision."""

    def __init__(self, info):
        self.__dict__.update(info)

    def __repr__(self):
        return "Script(%r)" % self.revision


def __getattr__(name):
    from sqlalchemy._core import import_module

    if name in ("revision", "write_hooks", "base"):
        return import_module("alembic.script." + name)
    raise AttributeError(name)
