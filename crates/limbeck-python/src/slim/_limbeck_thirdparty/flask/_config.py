"""`app.config`: a dict that is filled from objects, files and the environment."""

import os


class Config(dict):
    def __init__(self, root_path, defaults=None):
        dict.__init__(self, defaults or {})
        self.root_path = root_path

    def from_object(self, obj):
        """The names in capitals of an object, or of what a dotted name imports."""
        if isinstance(obj, str):
            obj = _imported(obj)
        for key in dir(obj):
            if key.isupper():
                self[key] = getattr(obj, key)

    def from_mapping(self, mapping=None, **kw):
        for key, value in dict(mapping or {}, **kw).items():
            if key.isupper():
                self[key] = value
        return True

    def from_pyfile(self, filename, silent=False):
        import _limbeck

        path = os.path.join(self.root_path, filename)
        if not os.path.isfile(path):
            return self._missing(path, silent)
        names = {"__file__": path, "__name__": "config"}
        exec(_limbeck.compile_module(_limbeck.read_file(path).decode("utf-8-sig"), path), names)
        return self.from_mapping(names)

    def from_file(self, filename, load, silent=False, text=True):
        path = os.path.join(self.root_path, filename)
        if not os.path.isfile(path):
            return self._missing(path, silent)
        with open(path, "r" if text else "rb") as file:
            return self.from_mapping(load(file))

    def from_envvar(self, variable_name, silent=False):
        path = os.environ.get(variable_name)
        if not path:
            if silent:
                return False
            raise RuntimeError("The environment variable %r is not set and as such configuration could not be loaded." % variable_name)
        return self.from_pyfile(path, silent=silent)

    def from_prefixed_env(self, prefix="FLASK", *, loads=None):
        """`FLASK_A__B=1` is `config["A"]["B"] = 1`."""
        if loads is None:
            import json

            loads = json.loads
        for key in sorted(os.environ):
            if not key.startswith(prefix + "_"):
                continue
            value = os.environ[key]
            try:
                value = loads(value)
            except ValueError:
                pass
            parts = key[len(prefix) + 1:].split("__")
            inside = self
            for part in parts[:-1]:
                inside = inside.setdefault(part, {})
            inside[parts[-1]] = value
        return True

    def get_namespace(self, namespace, lowercase=True, trim_namespace=True):
        made = {}
        for key, value in self.items():
            if key.startswith(namespace):
                short = key[len(namespace):] if trim_namespace else key
                made[short.lower() if lowercase else short] = value
        return made

    @staticmethod
    def _missing(path, silent):
        if silent:
            return False
        raise FileNotFoundError(2, "Unable to load configuration file (No such file or directory)", path)


def _imported(name):
    import importlib

    name = name.replace(":", ".")
    parts = name.split(".")
    for at in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:at]))
        except ModuleNotFoundError:
            continue
        for part in parts[at:]:
            found = getattr(found, part)
        return found
    raise ImportError("no module or object %r" % name)
