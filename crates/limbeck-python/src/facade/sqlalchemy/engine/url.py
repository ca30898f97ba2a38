"""Database URLs."""

_HEX = "0123456789abcdefABCDEF"


def unquote(text):
    """Percent-decoding, UTF-8."""
    if "%" not in text:
        return text
    parts = text.split("%")
    made = bytearray(parts[0].encode())
    for part in parts[1:]:
        if len(part) >= 2 and part[0] in _HEX and part[1] in _HEX:
            made.append(int(part[:2], 16))
            made += part[2:].encode()
        else:
            made += b"%" + part.encode()
    return made.decode("utf-8", "replace")


def quote(text, safe):
    """Percent-encoding, UTF-8."""
    made = []
    for char in text:
        if char in safe or (char.isascii() and (char.isalnum() or char in "_.-~")):
            made.append(char)
        else:
            made.append("".join(["%%%02X" % b for b in char.encode()]))
    return "".join(made)


def quote_plus(text):
    return quote(text, " ").replace(" ", "+")


class URL:
    """A database URL. `str()` hides the password."""

    __slots__ = ("drivername", "username", "password", "host", "port", "database", "query")

    def __init__(self, drivername, username=None, password=None, host=None, port=None, database=None, query=None):
        self.drivername = drivername
        self.username = username
        self.password = password
        self.host = host
        self.port = port
        self.database = database
        self.query = {k: tuple(v) if isinstance(v, list) else v for k, v in dict(query or {}).items()}

    @classmethod
    def create(cls, drivername, username=None, password=None, host=None, port=None, database=None, query=None):
        """A URL from its parts."""
        if not isinstance(drivername, str):
            raise TypeError("drivername must be a string")
        if port is not None and not isinstance(port, int):
            try:
                port = int(port)
            except ValueError:
                raise TypeError("Port argument must be an integer or None") from None
        return cls(drivername, username, password, host, port, database or None, query)

    def set(self, **changes):
        """The URL with other parts."""
        for name in changes:
            if name not in self.__slots__:
                raise TypeError("URL.set() got an unexpected keyword argument %r" % name)
        parts = {name: getattr(self, name) for name in self.__slots__}
        parts.update({k: v for k, v in changes.items() if v is not None})
        return URL.create(**parts)

    _replace = set

    def update_query_dict(self, parameters, append=False):
        query = dict(self.query)
        query.update(parameters)
        return self.set(query=query)

    def update_query_pairs(self, pairs, append=False):
        return self.update_query_dict(dict(pairs))

    def update_query_string(self, text, append=False):
        return self.update_query_dict(_query(text))

    def difference_update_query(self, names):
        made = self.set()
        made.query = {k: v for k, v in self.query.items() if k not in names}
        return made

    def render_as_string(self, hide_password=True):
        """The text."""
        text = self.drivername + "://"
        if self.username is not None:
            text += quote(self.username, " +")
            if self.password is not None:
                text += ":" + ("***" if hide_password else quote(str(self.password), " +"))
            text += "@"
        if self.host is not None:
            text += "[%s]" % self.host if ":" in self.host else self.host
        if self.port is not None:
            text += ":%d" % self.port
        if self.database is not None:
            text += "/" + quote(self.database, " +/")
        if self.query:
            pairs = []
            for key in sorted(self.query):
                value = self.query[key]
                for item in value if isinstance(value, tuple) else (value,):
                    pairs.append("%s=%s" % (quote_plus(key), quote_plus(str(item))))
            text += "?" + "&".join(pairs)
        return text

    def __str__(self):
        return self.render_as_string()

    def __repr__(self):
        return self.render_as_string()

    def __eq__(self, other):
        return isinstance(other, URL) and all([getattr(self, n) == getattr(other, n) for n in self.__slots__])

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.render_as_string(False))

    def __copy__(self):
        return self.set()

    def get_backend_name(self):
        return self.drivername.split("+", 1)[0]

    def get_driver_name(self):
        parts = self.drivername.split("+", 1)
        return parts[1] if len(parts) > 1 else {"postgresql": "psycopg", "sqlite": "pysqlite", "mysql": "mysqldb", "mariadb": "mysqldb"}.get(parts[0], "")

    def get_dialect(self):
        from .interfaces import dialect_class

        return dialect_class(self.get_backend_name())

    def translate_connect_args(self, names=None, **kw):
        made = {}
        for name in ("host", "database", "username", "password", "port"):
            value = getattr(self, name)
            if value:
                made[kw.get(name, name)] = value
        return made

    @property
    def normalized_query(self):
        return {k: v if isinstance(v, tuple) else (v,) for k, v in self.query.items()}


def _query(text):
    query = {}
    for pair in text.replace(";", "&").split("&"):
        if not pair:
            continue
        key, _, value = pair.partition("=")
        key, value = unquote(key.replace("+", " ")), unquote(value.replace("+", " "))
        if key in query:
            old = query[key]
            value = (old if isinstance(old, tuple) else (old,)) + (value,)
        query[key] = value
    return query


def make_url(url):
    """A URL from its text; a URL is returned as it is."""
    from ..exc import ArgumentError

    if isinstance(url, URL):
        return url
    if not isinstance(url, str):
        if hasattr(url, "__to_url__") or hasattr(url, "unicode_string"):
            return make_url(str(url))
        raise ArgumentError("Expected string or URL object, got %r" % (url,))
    name, mark, rest = url.partition("://")
    if not mark or not name or not all([c.isalnum() or c in "_+" for c in name]):
        raise ArgumentError("Could not parse SQLAlchemy URL from given URL string")
    rest, _, query = rest.partition("?")
    authority, slash, database = rest.partition("/")
    # a password may hold a slash: what stands before the last @ is the user's part
    at = rest.rfind("@")
    if at >= 0 and at > len(authority):
        slash_after = rest.find("/", at)
        cut = len(rest) if slash_after < 0 else slash_after
        authority, slash, database = rest[:cut], rest[cut:cut + 1], rest[cut + 1:]
    username = password = None
    user, mark, host = authority.rpartition("@")
    if mark:
        username, colon, password = user.partition(":")
        username = unquote(username)
        password = unquote(password) if colon else None
    if host.startswith("["):
        inner, _, port = host[1:].partition("]")
        host, port = inner, port[1:] if port.startswith(":") else ""
    else:
        host, _, port = host.partition(":")
    if port and not port.isdigit():
        if "," in host + port:  # several hosts
            host, port = authority.rpartition("@")[2], ""
        else:
            raise ArgumentError("Could not parse SQLAlchemy URL from given URL string")
    return URL(name, username, password, host or None, int(port) if port else None, unquote(database) if slash and database else None, _query(query))
