"""Results and rows."""

from ..exc import MultipleResultsFound, NoResultFound, NoSuchColumnError, ResourceClosedError


class Keys:
    """The column names of a result, shared by its rows."""

    __slots__ = ("names", "index", "columns", "twice")

    def __init__(self, names, columns=None):
        self.names = names
        self.index = {}
        self.twice = set()
        for i, name in enumerate(names):
            if name in self.index:
                self.twice.add(name)
            else:
                self.index[name] = i
        self.columns = columns  # what was selected, for rows asked by column object

    def find(self, key):
        i = self.index.get(key) if isinstance(key, str) else None
        if i is not None:
            if key in self.twice:
                from ..exc import InvalidRequestError

                raise InvalidRequestError("Ambiguous column name '%s' in result set column descriptions" % key)
            return i
        if not isinstance(key, (str, int)):
            for i, column in enumerate(self.columns or ()):
                if column is key:
                    return i
            name = getattr(key, "key", None) or getattr(key, "name", None)
            if isinstance(name, str) and name in self.index:
                return self.index[name]
        raise NoSuchColumnError("Could not locate column in row for column '%s'" % (key,))


class Row(tuple):
    """One row: a tuple whose items are also attributes."""

    def __new__(cls, keys, values):
        self = tuple.__new__(cls, values)
        self._keys = keys
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        keys = self.__dict__.get("_keys")
        if keys is None or name not in keys.index:
            raise AttributeError("Could not locate column in row for column '%s'" % name)
        return self[keys.find(name)]

    def count(self, *args):
        """The tuple's method; a column of this name comes first, see `__getattribute__`."""
        return tuple.count(self, *args)

    def __getattribute__(self, name):
        if name in ("count", "index", "tuple"):
            keys = tuple.__getattribute__(self, "__dict__").get("_keys")
            if keys is not None and name in keys.index:
                return self[keys.index[name]]
        return tuple.__getattribute__(self, name)

    @property
    def _mapping(self):
        return RowMapping(self)

    @property
    def _fields(self):
        return tuple(self._keys.names)

    @property
    def _data(self):
        return tuple(self)

    @property
    def _t(self):
        return self

    def _tuple(self):
        return self

    tuple = _tuple

    def _asdict(self):
        return dict(zip(self._keys.names, self))

    def __repr__(self):
        return tuple.__repr__(self)

    def __reduce__(self):
        return Row, (self._keys, tuple(self))


BaseRow = Row
LegacyRow = Row


class RowMapping:
    """A row as a mapping by column name."""

    __slots__ = ("_row",)

    def __init__(self, row):
        self._row = row

    def __getitem__(self, key):
        return self._row[self._row._keys.find(key)]

    def __iter__(self):
        return iter(self._row._keys.names)

    def __len__(self):
        return len(self._row)

    def __contains__(self, key):
        try:
            self._row._keys.find(key)
        except NoSuchColumnError:
            return False
        return True

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return list(self._row._keys.names)

    def values(self):
        return list(self._row)

    def items(self):
        return list(zip(self._row._keys.names, self._row))

    def __eq__(self, other):
        return dict(self.items()) == (dict(other.items()) if hasattr(other, "items") else other)

    __hash__ = None

    def __repr__(self):
        return repr(dict(self.items()))


class _Rows:
    """Reading: what Result, ScalarResult and MappingResult share. `_take(n)` gives raw rows, `_show` what the user sees."""

    _unique = None

    def __iter__(self):
        while True:
            rows = self._next(1)
            if not rows:
                return
            yield rows[0]

    def __next__(self):
        rows = self._next(1)
        if not rows:
            raise StopIteration
        return rows[0]

    def _next(self, count):
        """Up to `count` rows for the user; all of them for None."""
        if self._unique is None:
            return [self._show(r) for r in self._take(count)]
        made = []
        while count is None or len(made) < count:
            rows = self._take(count)
            if not rows:
                break
            for row in rows:
                shown = self._show(row)
                mark = self._unique(shown)
                if mark not in self._seen:
                    self._seen.append(mark)
                    made.append(shown)
            if count is None:
                break
        return made

    def unique(self, strategy=None):
        """Leave out rows seen before."""
        self._unique = strategy or (lambda value: value)
        self._seen = []
        return self

    def all(self):
        return self._next(None)

    fetchall = all

    def fetchmany(self, size=None):
        return self._next(1 if size is None else size)

    def fetchone(self):
        rows = self._next(1)
        return rows[0] if rows else None

    def first(self):
        rows = self._next(1)
        self.close()
        return rows[0] if rows else None

    def _only(self, required, kind="row"):
        rows = self._next(2)
        self.close()
        if len(rows) > 1:
            raise MultipleResultsFound("Multiple rows were found when exactly one was required" if required
                                       else "Multiple rows were found when one or none was required")
        if not rows:
            if required:
                raise NoResultFound("No row was found when one was required")
            return None
        return rows[0]

    def one(self):
        return self._only(True)

    def one_or_none(self):
        return self._only(False)

    def partitions(self, size=None):
        while True:
            rows = self._next(size)
            if not rows:
                return
            yield rows

    def yield_per(self, count):
        return self


class Result(_Rows):
    """The rows of one statement, and what else the driver said."""

    def __init__(self, columns, rows, rowcount=-1, lastrowid=None, statement=None, process=None, selected=None, owner=None):
        self._keys = None if columns is None else Keys(list(columns), selected)
        self._rows = None if columns is None else rows
        self._position = 0
        self._closed = columns is None
        self._process = process
        self.rowcount = rowcount
        self._lastrowid = lastrowid
        self._statement = statement
        self.connection = owner
        self.context = self

    @property
    def lastrowid(self):
        return self._lastrowid

    @property
    def returns_rows(self):
        return self._keys is not None

    @property
    def is_insert(self):
        return bool(getattr(self._statement, "is_insert", False))

    @property
    def closed(self):
        return self._closed

    def _take(self, count):
        if self._keys is None:
            raise ResourceClosedError("This result object does not return rows. It has been closed automatically.")
        if self._closed:
            raise ResourceClosedError("This result object is closed.")
        start = self._position
        end = len(self._rows) if count is None else start + count
        rows = self._rows[start:end]
        self._position = start + len(rows)
        return rows

    def _show(self, row):
        if self._process is not None:
            row = self._process(row)
        return Row(self._keys, row)

    def close(self):
        self._closed = True

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
        return False

    def keys(self):
        if self._keys is None:
            raise ResourceClosedError("This result object does not return rows. It has been closed automatically.")
        return ResultKeys(self._keys)

    @property
    def cursor(self):
        return self

    @property
    def description(self):
        return None if self._keys is None else [(n, None, None, None, None, None, None) for n in self._keys.names]

    def scalar(self):
        """The first column of the first row, or None."""
        rows = self._next(1)
        self.close()
        return rows[0][0] if rows else None

    def scalar_one(self):
        return self._only(True)[0]

    def scalar_one_or_none(self):
        row = self._only(False)
        return None if row is None else row[0]

    def scalars(self, index=0):
        """Only one column."""
        return ScalarResult(self, index if isinstance(index, int) else self._keys.find(index))

    def mappings(self):
        """Rows as mappings."""
        return MappingResult(self)

    def columns(self, *wanted):
        """Only these columns."""
        if self._keys is None:
            self._take(0)
        places = [i if isinstance(i, int) else self._keys.find(i) for i in wanted]
        rows = [tuple([self._show(r)[p] for p in places]) for r in self._take(None)]
        return Result([self._keys.names[p] for p in places], rows)

    def tuples(self):
        return self

    t = property(tuples)

    def freeze(self):
        rows = [tuple(r) for r in self.all()]
        names = self._keys.names
        return lambda: Result(names, rows)

    def supports_sane_rowcount(self):
        return True

    def supports_sane_multi_rowcount(self):
        return True

    @property
    def inserted_primary_key(self):
        """The key of the row an INSERT made, as far as the statement or the driver says it."""
        statement = self._statement
        table = getattr(statement, "table", None)
        if not self.is_insert or table is None:
            from ..exc import InvalidRequestError

            raise InvalidRequestError("Statement is not an insert() expression construct.")
        given = statement._args[1] if len(statement._args) > 1 and isinstance(statement._args[1], dict) else dict(statement._kwargs)
        given = dict(given)
        given.update(self._parameters if isinstance(getattr(self, "_parameters", None), dict) else {})
        names, values = [], []
        for column in table.primary_key:
            names.append(column.name)
            if column.key in given:
                values.append(given[column.key])
            elif self._lastrowid is not None and len(list(table.primary_key)) == 1:
                values.append(self._lastrowid)
            else:
                raise NotImplementedError("limbeck does not support inserted_primary_key here; use insert(...).returning(...)")
        return Row(Keys(names), values)


CursorResult = Result
ResultProxy = IteratorResult = ChunkedIteratorResult = FrozenResult = Result


class ResultKeys:
    """`result.keys()`."""

    def __init__(self, keys):
        self._keys = keys

    def __iter__(self):
        return iter(self._keys.names)

    def __len__(self):
        return len(self._keys.names)

    def __getitem__(self, index):
        return self._keys.names[index]

    def __contains__(self, name):
        return name in self._keys.index

    def __eq__(self, other):
        return list(self) == list(other)

    __hash__ = None

    def __repr__(self):
        return "RMKeyView(%r)" % (self._keys.names,)


class ScalarResult(_Rows):
    def __init__(self, result, index):
        self._result = result
        self._index = index
        if result._unique is not None:
            self.unique()

    def _take(self, count):
        return self._result._take(count)

    def _show(self, row):
        return self._result._show(row)[self._index]

    def close(self):
        self._result.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
        return False


class MappingResult(_Rows):
    def __init__(self, result):
        self._result = result

    def _take(self, count):
        return self._result._take(count)

    def _show(self, row):
        return RowMapping(self._result._show(row))

    def close(self):
        self._result.close()

    def keys(self):
        return self._result.keys()


class FilterResult:
    pass
