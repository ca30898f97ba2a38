#!/usr/bin/env python3
"""Writes cases.json: what CPython does with the functions in cases.py, `op` and `sa` being recorders.

    python3 regenerate.py

Each case is a module's text with a function `upgrade`. The result is the list of what was called, in a plain spelling that the
Rust test gives to its events as well, or null when Python raises. No database and no SQLAlchemy is needed.
"""
import contextlib
import json
import pathlib
import sys
import types

from cases import CASES

HEADER = "from alembic import op\nimport sqlalchemy as sa\nfrom sqlalchemy.dialects import postgresql\n\n"


class Node:
    """A construct: everything done to it makes another one."""

    def __init__(self, text):
        self.text = text

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Attribute(self, name)

    def __getitem__(self, key):
        return Node(f"operator.getitem({self.text}, {show(key)})")

    def __bool__(self):
        raise TypeError("truth of a construct")

    __iter__ = None
    __hash__ = object.__hash__


class Attribute(Node):
    def __init__(self, receiver, name):
        super().__init__(f"getattr({receiver.text}, {show(name)})")
        self.__dict__.update(receiver=receiver, name=name)

    def __call__(self, *args, **kwargs):
        return Node(f".{self.name}({arguments((self.receiver,) + args, kwargs)})")


def operator(name, reflected=False):
    def method(self, other):
        pair = (other, self) if reflected else (self, other)
        return Node(f"operator.{name}({show(pair[0])}, {show(pair[1])})")

    return method


for python, name in dict(eq="eq", ne="ne", lt="lt", le="le", gt="gt", ge="ge", add="add", sub="sub", mul="mul",
                         truediv="truediv", mod="mod", **{"and": "and_", "or": "or_"}).items():
    setattr(Node, f"__{python}__", operator(name))
for python in ("add", "sub", "mul", "truediv", "mod"):
    setattr(Node, f"__r{python}__", operator(python, reflected=True))
Node.__neg__ = lambda self: Node(f"operator.neg({self.text})")
Node.__invert__ = lambda self: Node(f"operator.inv({self.text})")


class Name:
    """A class or function that may be called or not."""

    def __init__(self, path):
        self.path = path

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Name(f"{self.path}.{name}")

    def __call__(self, *args, **kwargs):
        return Node(f"{self.path}({arguments(args, kwargs)})")


class Op:
    def __init__(self, events, in_batch=False):
        self.events, self.in_batch = events, in_batch

    def f(self, name):
        return Node(f"alembic.op.f({show(name)})")

    def create_table(self, *args, **kwargs):
        self.events.append(f"create_table({arguments(args, kwargs)})")
        return Node(f"sqlalchemy.Table({arguments(args, kwargs)})")

    @contextlib.contextmanager
    def batch_alter_table(self, *args, **kwargs):
        text = f"begin batch_alter_table({arguments(args, kwargs)})"
        self.events.append(text)
        yield Op(self.events, in_batch=True)
        self.events.append("end batch")

    def get_context(self):
        @contextlib.contextmanager
        def autocommit_block():
            self.events.append("begin autocommit")
            yield
            self.events.append("end autocommit")

        return types.SimpleNamespace(autocommit_block=autocommit_block)

    def __getattr__(self, name):
        def directive(*args, **kwargs):
            self.events.append(f"{'batch ' if self.in_batch else ''}{name}({arguments(args, kwargs)})")

        return directive


def arguments(args, kwargs):
    return ", ".join([show(a) for a in args] + [f"{k}={show(v)}" for k, v in kwargs.items()])


def show(value):
    match value:
        case Node():
            return value.text
        case Name():
            return f"<{value.path}>"
        case None | bool() | int() | float():
            return repr(value)
        case str():
            return json.dumps(value)
        case bytes():
            return "b" + value.hex()
        case list():
            return "[" + ", ".join(map(show, value)) + "]"
        case tuple():
            return "(" + ", ".join(map(show, value)) + ")"
        case set() | frozenset():
            return "set(" + ", ".join(sorted(map(show, value))) + ")"
        case dict():
            return "{" + ", ".join(f"{show(k)}: {show(v)}" for k, v in value.items()) + "}"
    raise TypeError(f"cannot hand over {type(value)}")


def run(source):
    events = []
    alembic = types.ModuleType("alembic")
    alembic.op = Op(events)
    sqlalchemy = types.ModuleType("sqlalchemy")
    sqlalchemy.__getattr__ = lambda name: Name(f"sqlalchemy.{name}")
    dialects = types.ModuleType("sqlalchemy.dialects")
    dialects.postgresql = Name("sqlalchemy.dialects.postgresql")
    sys.modules.update({"alembic": alembic, "sqlalchemy": sqlalchemy, "sqlalchemy.dialects": dialects})
    try:
        namespace = {"__name__": "script_py"}
        exec(compile(source, "<case>", "exec"), namespace)
        namespace["upgrade"]()
    except Exception as error:  # whatever Python raises, the static reader must not read it
        print(f"raises {type(error).__name__}: {error}", file=sys.stderr)
        return None
    return events


def main():
    out = []
    for must, source in CASES:
        text = HEADER + source
        out.append({"source": text, "must": must, "events": run(text)})
    path = pathlib.Path(__file__).with_name("cases.json")
    path.write_text(json.dumps(out, indent=1, ensure_ascii=True) + "\n")
    print(f"{len(out)} cases, {sum(case['events'] is None for case in out)} raise, "
          f"{sum(case['must'] for case in out)} must be read")


if __name__ == "__main__":
    main()
