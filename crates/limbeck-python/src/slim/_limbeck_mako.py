"""What a translated Mako template sees while it runs."""
import builtins

import _limbeck


class Undefined:
    """A name that nobody gave a value."""

    def __str__(self):
        raise NameError("an undefined name is written")

    def __bool__(self):
        return False


UNDEFINED = Undefined()


def comma(value):
    """Alembic's filter: nothing for None, several joined."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if hasattr(value, "__iter__"):
        return ", ".join(value)
    raise ValueError("comma: %r is neither None nor a string nor several" % (value,))


class Context:
    """`context`: the names of the template, and its output."""

    UNDEFINED = UNDEFINED
    lookup = None

    def __init__(self, data):
        self._given = dict(data)
        self._data = dict(data)
        self._data["capture"] = self._capture
        self._buffers = [[]]

    @property
    def kwargs(self):
        return dict(self._given)

    def keys(self):
        return list(self._data)

    def get(self, key, default=None):
        if key in self._data:
            return self._data[key]
        return builtins.__dict__.get(key, default)

    def __getitem__(self, key):
        if key in self._data:
            return self._data[key]
        return builtins.__dict__[key]

    def __contains__(self, key):
        return key in self._data or key in builtins.__dict__

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("a template writes strings, not %s" % type(text).__name__)
        self._buffers[-1].append(text)

    def writer(self):
        return self.write

    def _capture(self, function, *args, **kw):
        self._buffers.append([])
        try:
            function(*args, **kw)
        finally:
            made = self._buffers.pop()
        return "".join(made)

    def loops(self):
        return Loops()

    str = staticmethod(str)

    @staticmethod
    def filter_x(value):
        return value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace('"', "&#34;").replace("'", "&#39;")

    filter_h = filter_x

    @staticmethod
    def filter_u(value):
        from urllib.parse import quote_plus

        return quote_plus(value.encode("utf8"))

    @staticmethod
    def filter_trim(value):
        return value.strip()

    @staticmethod
    def filter_entity(value):
        from html.entities import codepoint2name

        known = lambda c: "&%s;" % codepoint2name[ord(c)] if ord(c) in codepoint2name else c if ord(c) < 128 else "&#x%X;" % ord(c)  # noqa: E731
        return "".join([known(c) for c in value])

    @staticmethod
    def filter_decode(value):
        return value.decode() if isinstance(value, bytes) else str(value)


class Loops:
    """`loop` outside of a loop; knows those that are open."""

    def __init__(self):
        self._open = []

    def _enter(self, items):
        self._open.append(Loop(items, self._open[-1] if self._open else None))
        return self._open[-1]

    def _exit(self):
        self._open.pop()
        return self._open[-1] if self._open else self

    def __getattr__(self, name):
        raise AttributeError("loop.%s outside of a loop" % name)


class Loop:
    """`loop` inside of `% for`."""

    def __init__(self, items, parent):
        self._items = items
        self.parent = parent
        self.index = 0

    def __iter__(self):
        for item in self._items:
            yield item
            self.index += 1

    def __len__(self):
        return len(self._items)

    @property
    def reverse_index(self):
        return len(self) - self.index - 1

    @property
    def first(self):
        return self.index == 0

    @property
    def last(self):
        return self.index == len(self) - 1

    @property
    def odd(self):
        return bool(self.index % 2)

    @property
    def even(self):
        return not self.odd

    def cycle(self, *values):
        if not values:
            raise ValueError("loop.cycle() takes values")
        return values[self.index % len(values)]


def _date(parts, offset, zone):
    import datetime

    if offset is None:
        return datetime.datetime(*parts)
    return datetime.datetime(*parts, tzinfo=datetime.timezone(datetime.timedelta(seconds=offset), zone))


def _line(error, file, lines):
    """The template's line that an exception comes from."""
    if isinstance(error, SyntaxError) and error.filename == file and error.lineno:
        return lines[min(error.lineno, len(lines)) - 1]
    found, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            found = lines[min(trace.tb_lineno, len(lines)) - 1] or found
        trace = trace.tb_next
    return found


def render(source, file, lines, names, date, given):
    """`(text, None, 0)`, or `(None, what is wrong, line)`."""
    from alembic.config import running

    data = dict(names)
    data["create_date"] = _date(*date)
    data["comma"] = comma
    try:
        for name in given:
            if name in data:
                raise TypeError("template_args of env.py has '%s', which is a name of every template" % name)
        data["config"] = running()
        data.update(given)
        scope = {"__name__": "script_py_mako", "__file__": file, "UNDEFINED": UNDEFINED}
        exec(_limbeck.compile_module(source, file), scope)
        context = Context(data)
        scope["render_body"](context)
        return "".join(context._buffers[0]), None, 0
    except Exception as error:
        return None, "%s: %s" % (type(error).__name__, error), _line(error, file, lines)
