"""Types that only pydantic has."""
from pydantic._errors import Bad


class Limited:
    """A type with constraints: `PositiveInt`, `constr(min_length=1)`."""

    def __init__(self, base, constraints, unknown=(), strict=False):
        self.base, self.constraints, self.unknown, self.strict = base, constraints, unknown, strict
        self.__name__ = base.__name__

    def __call__(self, *args):
        return self.base(*args)

    def __or__(self, other):
        from typing import Union

        return Union[self, other]

    def __ror__(self, other):
        from typing import Union

        return Union[other, self]


PositiveInt, PositiveFloat = Limited(int, {"gt": 0}), Limited(float, {"gt": 0})
NegativeInt, NegativeFloat = Limited(int, {"lt": 0}), Limited(float, {"lt": 0})
NonNegativeInt, NonNegativeFloat = Limited(int, {"ge": 0}), Limited(float, {"ge": 0})
NonPositiveInt, NonPositiveFloat = Limited(int, {"le": 0}), Limited(float, {"le": 0})
StrictBool, StrictBytes, StrictFloat = Limited(bool, {}, strict=True), Limited(bytes, {}, strict=True), Limited(float, {}, strict=True)
StrictInt, StrictStr = Limited(int, {}, strict=True), Limited(str, {}, strict=True)


def _limited(base):
    def make(**options):
        from pydantic._fields import FieldInfo

        field = FieldInfo(**options)
        unknown = [name for name in options if name not in field.constraints() and options[name] not in (None, False)]
        return Limited(base, field.constraints(), unknown)

    return make


conint, confloat, constr = _limited(int), _limited(float), _limited(str)


class SecretStr:
    _inner, _empty = str, ""

    def __init__(self, secret_value):
        self._secret_value = secret_value

    def get_secret_value(self):
        return self._secret_value

    def __str__(self):
        return "**********" if self._secret_value else ""

    def __repr__(self):
        return f"{type(self).__name__}({self._shown()!r})"

    def _shown(self):
        return "**********" if self._secret_value else self._empty

    def __len__(self):
        return len(self._secret_value)

    def __eq__(self, other):
        return type(self) is type(other) and self._secret_value == other._secret_value

    def __hash__(self):
        return hash(self._secret_value)


class SecretBytes(SecretStr):
    _inner, _empty = bytes, b""

    def _shown(self):
        return b"**********" if self._secret_value else b""

    def __str__(self):
        return str(self._shown())


class EmailStr(str):
    """Only a mark for annotations: values are plain texts."""


def email(value):
    """An address of plain letters. Others are for the library email-validator to judge."""
    from pydantic._errors import Unknown

    local, at, domain = value.rpartition("@")
    if not at or not local or not domain:
        raise Bad("value_error", "value is not a valid email address: An email address must have an @-sign.", value)
    plain = value.isascii() and all(letter.isalnum() or letter in "@._+-" for letter in value) and "@" not in local
    dots = "." in domain and ".." not in value and local[0] != "." and local[-1] != "." and domain[0] not in ".-" and domain[-1] not in ".-"
    special = domain.lower().rpartition(".")[2] in ("test", "local", "localhost", "invalid", "example", "arpa", "onion", "alt")
    if not plain or not dots or special or len(value) > 200 or domain.rpartition(".")[2].isdigit() or ".-" in domain or "-." in domain:
        raise Unknown("an address that only email-validator can judge")
    return f"{local}@{domain.lower()}"
