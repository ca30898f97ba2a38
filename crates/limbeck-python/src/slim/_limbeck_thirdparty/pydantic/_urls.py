"""Addresses. In pydantic 2 they are objects with a normalised text, in pydantic 1 texts that stay as they are."""
from pydantic._errors import Bad, Unknown

_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}
_USER = " \"#<>?`{}/:;=@[\\]^|"
_PATH = " \"#<>?`{}^"
_QUERY = " \"#<>"
_FRAGMENT = " \"<>`"


def _encoded(text, reserved):
    made = []
    for letter in text:
        if letter in reserved or not "\x20" <= letter <= "\x7e":
            made.extend(f"%{byte:02X}" for byte in letter.encode())
        else:
            made.append(letter)
    return "".join(made)


def _wrong(message, value):
    return Bad("url_parsing", "Input should be a valid URL, " + message, value)


def _host(text, web, value):
    """(host, port) of one host."""
    if text.startswith("["):
        host, bracket, port = text[1:].partition("]")
        if not bracket or (port and port[0] != ":") or not host or set(host) - set("0123456789abcdef:") or ":::" in host:
            raise Unknown("an address with such an IPv6 host")
        if host not in ("::1", "::"):
            raise Unknown("an address with such an IPv6 host")
        host, port = f"[{host}]", port[1:]
    else:
        host, _, port = text.partition(":")
        if not host:
            raise _wrong("empty host", value)
        if not host.isascii() or not all(letter.isalnum() or letter in "._-~" for letter in host):
            raise Unknown("an address with such a host name")
        last = host.rstrip(".").rpartition(".")[2]
        if web and (last.isdigit() or last.lower().startswith("0x") or "xn--" in host.lower()):
            parts = host.split(".")
            if len(parts) != 4 or not all(part.isdigit() and (part == "0" or part[0] != "0") and int(part) < 256 for part in parts):
                raise Unknown("an address with such a host name")
        host = host.lower() if web else host
    if not port:
        return host, None
    if not (port.isascii() and port.isdigit()) or int(port) > 65535:
        raise _wrong("invalid port number", value)
    return host, int(port)


def _path(text):
    if "%2e" in text.lower():
        raise Unknown("an address with %2e in its path")
    made, parts = [], text.split("/")
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        if part == "..":
            if len(made) > 1:
                made.pop()
            made += [""] if last else []
        elif part == ".":
            made += [""] if last else []
        else:
            made.append(_encoded(part, _PATH))
    return "/".join(made)


class Parts:
    """A text taken apart as the URL standard says, as far as addresses of services need it."""

    def __init__(self, value, several=False):
        text = value.strip("".join(map(chr, range(33))))
        if not text:
            raise _wrong("input is empty", value)
        if any(letter < " " for letter in text):
            raise Unknown("an address with control characters")
        scheme, colon, rest = text.partition(":")
        if not colon or not scheme or not scheme[0].isalpha() or not scheme.isascii() or any(not (c.isalnum() or c in "+-.") for c in scheme):
            raise _wrong("relative URL without a base", value)
        self.scheme = scheme.lower()
        web = self.scheme in _DEFAULT_PORTS
        if self.scheme == "file" or not rest.startswith("//") or (web and (rest.startswith("///") or "\\" in rest)):
            raise Unknown("an address of this form")
        rest, hash_, fragment = rest[2:].partition("#")
        rest, question, query = rest.partition("?")
        authority, slash, path = rest.partition("/")
        self.fragment = _encoded(fragment, _FRAGMENT) if hash_ else None
        self.query = _encoded(query, _QUERY + "'" if web else _QUERY) if question else None
        user, at, hosts = authority.rpartition("@")
        self.username = self.password = None
        if at:
            self.username, colon, password = user.partition(":")
            self.username = _encoded(self.username, _USER)
            self.password = _encoded(password, _USER) if password else None
        if several and "," in hosts:
            if "@" in user:
                raise Unknown("several hosts with users of their own")
            self.hosts = [_host(host, web, value) for host in hosts.split(",")]
        elif not hosts and not several and not web and not at:
            self.hosts = [("", None)]
        else:
            self.hosts = [_host(hosts, web, value)]
        if web:
            self.hosts = [(host, None if port == _DEFAULT_PORTS[self.scheme] else port) for host, port in self.hosts]
        path = _path(slash + path)
        self.path = path or ("/" if web else None)

    def text(self):
        user = self.username or ""
        if self.password:
            user += ":" + self.password
        hosts = ",".join(host if port is None else f"{host}:{port}" for host, port in self.hosts)
        made = f"{self.scheme}://{user + '@' if user else ''}{hosts}{self.path or ''}"
        if self.query is not None:
            made += "?" + self.query
        return made if self.fragment is None else f"{made}#{self.fragment}"


class _BaseUrl:
    schemes, default_port, path_, several, host_required, user_required = None, None, None, False, False, False

    def __init__(self, url):
        try:
            self._fill(str(url))
        except Bad as bad:
            raise _error(type(self), bad) from None
        except Unknown as unknown:
            from _limbeck_thirdparty._refuse import refuse

            refuse("pydantic", f"{type(self).__name__} of {unknown}")

    def _fill(self, value):
        parts = Parts(value, self.several)
        if self.schemes and parts.scheme not in self.schemes:
            names = [f"'{name}'" for name in self.schemes]
            expected = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]
            raise Bad("url_scheme", f"URL scheme should be {expected}", value)
        if self.host_required and not parts.hosts[0][0]:
            if type(self).__name__ == "RedisDsn":
                raise Unknown("an address without a host")
            raise _wrong("empty host", value)
        if self.default_port is not None:
            parts.hosts = [(host, self.default_port if port is None else port) for host, port in parts.hosts]
        if self.path_ and parts.path in (None, "/"):
            parts.path = self.path_
        self._parts = parts

    @classmethod
    def __limbeck_value__(cls, value, old):
        """A value of a field of this type."""
        if isinstance(value, cls) and not old:
            return value
        if isinstance(value, _BaseUrl):
            value = str(value)
        if not isinstance(value, str):
            raise Bad("url_type", "URL input should be a string or URL", value)
        made = cls.__new__(cls)
        made._fill(value)
        if not old:
            return made
        if cls.user_required and made._parts.username is None:
            raise Bad("value_error.url.userinfo", "userinfo required in URL but missing", value)
        if not made._parts.hosts[0][0] or cls.__name__ == "HttpUrl" and "." not in made._parts.hosts[0][0]:
            raise Bad("value_error.url.host", "URL host invalid", value)
        if cls.default_port is not None:
            plain = Parts(value)
            if plain.hosts[0][1] is None or cls.path_ and plain.path in (None, "/"):
                raise Unknown("such an address with pydantic 1")
        if not value.isascii() or any(letter.isspace() for letter in value.strip()) or "~" in made._parts.hosts[0][0]:
            raise Unknown("such an address with pydantic 1")
        return OldUrl(value.strip(), made._parts)

    @classmethod
    def build(cls, *, scheme, host=None, port=None, path=None, query=None, fragment=None, **names):
        from _limbeck_thirdparty._refuse import refuse

        old = "user" in names
        unknown = set(names) - {"user", "password"} if old else set(names) - {"username", "password"}
        if unknown:
            refuse("pydantic", f"{cls.__name__}.build() with {', '.join(sorted(unknown))}")
        if not old and "username" not in names and path and path.startswith("/"):
            refuse("pydantic", f"{cls.__name__}.build() with a path that starts with '/' and no user (pydantic 1 and 2 differ there)")
        user, password = names.get("user" if old else "username"), names.get("password")
        if old:
            if host is None or port is not None and not isinstance(port, str):
                raise TypeError("can only concatenate str to str: host and port must be texts")
            login = (user or "") + (":" + password if password else "")
            made = f"{scheme}://{login + '@' if login else ''}{host}{':' + port if port else ''}{path or ''}"
            return made + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
        if host is None:
            raise ValueError("expected either `host` or `hosts` to be set")
        if port is not None and not isinstance(port, int):
            raise TypeError(f"{type(port).__name__!r} object cannot be interpreted as an integer")
        login = (user or "") + (":" + password if password is not None else "")
        text = f"{scheme}://{login + '@' if user is not None or password is not None else ''}{host}"
        text += f":{port}" if port is not None else ""
        text += f"/{path}" if path is not None else ""
        return cls(text + (f"?{query}" if query is not None else "") + (f"#{fragment}" if fragment is not None else ""))

    scheme = property(lambda self: self._parts.scheme)
    path = property(lambda self: self._parts.path)
    query = property(lambda self: self._parts.query)
    fragment = property(lambda self: self._parts.fragment)

    def hosts(self):
        names = {"username": self._parts.username or None, "password": self._parts.password}
        first = [{**names, "host": host, "port": port} for host, port in self._parts.hosts[:1]]
        return first + [{"username": None, "password": None, "host": host, "port": port} for host, port in self._parts.hosts[1:]]

    def unicode_string(self):
        if "xn--" in str(self):
            raise Unknown("an international host name")
        return str(self)

    encoded_string = unicode_string

    def __str__(self):
        return self._parts.text()

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __eq__(self, other):
        return type(self) is type(other) and str(self) == str(other)

    def __lt__(self, other):
        return type(self) is type(other) and str(self) < str(other)

    def __hash__(self):
        return hash(str(self))

    def __len__(self):
        return len(str(self))


class OldUrl(str):
    """An address as pydantic 1 gives it: a text with attributes."""

    def __new__(cls, text, parts=None):
        made = super().__new__(cls, text)
        made._parts = parts
        return made

    scheme = property(lambda self: self._parts.scheme)
    user = property(lambda self: self._raw()[0])
    password = property(lambda self: self._raw()[1])
    host = property(lambda self: self._parts.hosts[0][0])
    port = property(lambda self: None if self._parts.hosts[0][1] is None else str(self._parts.hosts[0][1]))
    path = property(lambda self: "/" + self.partition("://")[2].partition("/")[2] if "/" in self.partition("://")[2] else None)

    def _raw(self):
        login, at, _ = self.partition("://")[2].partition("/")[0].rpartition("@")
        user, colon, password = login.partition(":")
        return (user if at else None), (password if colon else None)


def _error(cls, bad):
    from pydantic._errors import ValidationError

    return ValidationError(
        cls.__name__, [{"type": kind, "loc": at, "msg": message, "input": value} for at, kind, message, value in bad.problems]
    )


class AnyUrl(_BaseUrl):
    host = property(lambda self: self._parts.hosts[0][0] or None)
    username = property(lambda self: self._parts.username or None)
    password = property(lambda self: self._parts.password)

    @property
    def port(self):
        port = self._parts.hosts[0][1]
        return _DEFAULT_PORTS.get(self._parts.scheme) if port is None else port


class Url(AnyUrl):
    pass


class AnyHttpUrl(AnyUrl):
    schemes = ("http", "https")


class HttpUrl(AnyHttpUrl):
    pass


def _service(name, schemes, port=None, path=None, host=False, user=False, base=AnyUrl):
    class Made(base):
        pass

    Made.__name__ = Made.__qualname__ = name
    Made.schemes, Made.default_port, Made.path_, Made.host_required, Made.user_required = schemes, port, path, host, user
    return Made


class MultiHostUrl(_BaseUrl):
    several = True


class PostgresDsn(MultiHostUrl):
    schemes = (
        "postgres", "postgresql", "postgresql+asyncpg", "postgresql+pg8000", "postgresql+psycopg", "postgresql+psycopg2",
        "postgresql+psycopg2cffi", "postgresql+py-postgresql", "postgresql+pygresql",
    )  # fmt: skip
    host_required = user_required = True
    host = property(lambda self: self._parts.hosts[0][0])


_MYSQL = (
    "mysql", "mysql+mysqlconnector", "mysql+aiomysql", "mysql+asyncmy", "mysql+mysqldb", "mysql+pymysql", "mysql+cymysql", "mysql+pyodbc",
)  # fmt: skip
MySQLDsn = _service("MySQLDsn", _MYSQL, 3306, host=True)
MariaDBDsn = _service("MariaDBDsn", ("mariadb", "mariadb+mariadbconnector", "mariadb+pymysql"), 3306)
RedisDsn = _service("RedisDsn", ("redis", "rediss"), 6379, "/0", host=True)
CockroachDsn = _service("CockroachDsn", ("cockroachdb", "cockroachdb+psycopg2", "cockroachdb+asyncpg"), host=True, user=True)
AmqpDsn = _service("AmqpDsn", ("amqp", "amqps"))
KafkaDsn = _service("KafkaDsn", ("kafka",), 9092)
MongoDsn = _service("MongoDsn", ("mongodb", "mongodb+srv"), 27017)
NatsDsn = _service("NatsDsn", ("nats", "tls", "ws", "wss"), 4222)
