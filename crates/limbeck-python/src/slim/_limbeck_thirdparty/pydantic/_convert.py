"""Values for annotations: what pydantic's lax mode takes, from texts of the environment above all.

`old` means pydantic 1: numbers become texts, unions are tried from left to right, addresses stay texts.
"""
from pydantic import _kinds as kinds
from pydantic._errors import Bad, Unknown

_TRUE = ("1", "on", "t", "true", "y", "yes")
_FALSE = ("0", "off", "f", "false", "n", "no")


def _text(value, old):
    if isinstance(value, str):
        return value.value if kinds.is_enum(type(value)) else str(value)
    if isinstance(value, (bytes, bytearray)):
        try:
            return value.decode()
        except UnicodeDecodeError:
            raise Bad("string_unicode", "Input should be a valid string, unable to parse raw data as a unicode string", value) from None
    if old and isinstance(value, (int, float)):
        return str(value)
    raise Bad("string_type", "Input should be a valid string", value)


def _integer(value, old):
    if type(value) is int:
        return value
    if isinstance(value, int):
        return int(value)
    if old:
        try:
            return int(value)
        except (TypeError, ValueError, OverflowError):
            raise Bad("type_error.integer", "value is not a valid integer", value) from None
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise Bad("finite_number", "Input should be a finite number", value)
        if value != int(value):
            raise Bad("int_from_float", "Input should be a valid integer, got a number with a fractional part", value)
        return int(value)
    if isinstance(value, (str, bytes)):
        text = value.strip() if isinstance(value, str) else value.decode("latin-1").strip()
        digits, dot, zeros = text.partition(".")
        if text.isascii() and (not dot or zeros and not zeros.strip("0")):
            try:
                return int(digits)
            except ValueError:
                pass
        raise Bad("int_parsing", "Input should be a valid integer, unable to parse string as an integer", value)
    raise Bad("int_type", "Input should be a valid integer", value)


def _number(value, old):
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, (str, bytes)):
        try:
            return float(value)
        except ValueError:
            raise Bad("float_parsing", "Input should be a valid number, unable to parse string as a number", value) from None
    raise Bad("float_type", "Input should be a valid number", value)


def _truth(value, old):
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if isinstance(value, str):
        if value.lower() in _TRUE:
            return True
        if value.lower() in _FALSE:
            return False
        raise Bad("bool_parsing", "Input should be a valid boolean, unable to interpret input", value)
    if isinstance(value, (bool, int, float)) and value in (0, 1):
        return bool(value)
    raise Bad("bool_type", "Input should be a valid boolean", value)


def _bytes(value, old):
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    if isinstance(value, str):
        return value.encode()
    if old and isinstance(value, (int, float)):
        return str(value).encode()
    raise Bad("bytes_type", "Input should be a valid bytes", value)


_SIMPLE = {str: _text, int: _integer, float: _number, bool: _truth, bytes: _bytes}


def convert(kind, value, owner, old, exact=False):
    """`value` as `kind`. Raises Bad or Unknown. With `exact`, only what is of that type already passes."""
    simple = _SIMPLE.get(kind) if isinstance(kind, type) else None
    if simple:
        if exact and type(value) is not kind:
            raise Bad("type", "Input should be of that type", value)
        return simple(value, old)
    kind = kinds.resolved(kind, owner)
    if kind is None or kind is type(None):
        if value is None:
            return None
        raise Bad("none_required", "Input should be None", value)
    if kinds.is_annotated(kind):
        return _annotated(kind, value, owner, old, exact)
    if kinds.is_any(kind):
        return value
    if kinds.is_union(kind):
        return _union(kinds.arguments(kind), value, owner, old, exact)
    if kinds.is_literal(kind):
        for choice in _choices(kind):
            if type(choice) is type(value) and choice == value:
                return value
        raise Bad("literal_error", f"Input should be {_or(_choices(kind))}", value)
    if type(kind).__name__ == "Limited":
        if kind.unknown:
            raise Unknown(f"a constraint of {kind.__name__} ({', '.join(kind.unknown)})")
        return constrained(convert(kind.base, value, owner, old, exact or kind.strict), kind.constraints)
    container = kinds.origin(kind) or kind
    if container in (list, dict, set, frozenset, tuple):
        return _container(container, kinds.arguments(kind), value, owner, old, exact)
    abstract = getattr(container, "__name__", "") if getattr(container, "__module__", "") in ("collections.abc", "typing") else ""
    if abstract in ("Mapping", "MutableMapping") and isinstance(value, dict):
        return _container(dict, kinds.arguments(kind), value, owner, old, exact)
    if abstract in ("Sequence", "MutableSequence") and isinstance(value, list):
        return _container(list, kinds.arguments(kind), value, owner, old, exact)
    if not isinstance(kind, type):
        raise Unknown(f"type {kind!r}")
    return _object(kind, value, owner, old, exact)


def _object(kind, value, owner, old, exact):
    """A value of a class."""
    if hasattr(kind, "__limbeck_value__"):
        if exact and not isinstance(value, kind):
            raise Bad("type", "Input should be of that type", value)
        return kind.__limbeck_value__(value, old)
    if kind.__module__ == "pydantic._types" and kind.__name__ in ("SecretStr", "SecretBytes", "EmailStr"):
        return _special(kind, value, owner, old, exact)
    if isinstance(value, kind) and not kinds.is_model(kind):
        return value
    if exact and not isinstance(value, kind):
        raise Bad("type", "Input should be of that type", value)
    if kinds.is_enum(kind):
        return _enum(kind, value, owner, old)
    if kinds.is_path(kind):
        if isinstance(value, str):
            return kind(value)
        raise Bad("path_type", f"Input is not a valid path for {kind}", value)
    if kinds.is_model(kind):
        return kind.__limbeck_from__(value, old)
    if kind.__module__ == "uuid" and kind.__name__ == "UUID" and isinstance(value, str):
        try:
            return kind(value)
        except ValueError:
            raise Bad("uuid_parsing", "Input should be a valid UUID", value) from None
    raise Unknown(f"type {kind.__module__}.{kind.__qualname__}")


def _special(kind, value, owner, old, exact):
    if isinstance(value, kind) and kind.__name__ != "EmailStr":
        return value
    if exact and kind.__name__ != "EmailStr":
        raise Bad("type", "Input should be of that type", value)
    if kind.__name__ == "EmailStr":
        from pydantic._types import email

        return email(_text(value, old))
    return kind(convert(kind._inner, value, owner, old))


def _enum(kind, value, owner, old):
    try:
        return kind(value)
    except ValueError:
        pass
    # pydantic 2 reads the text "1" as member 1 of an enumeration of numbers.
    for base in (int, float):
        if not old and issubclass(kind, base) and isinstance(value, (str, int, float)):
            try:
                return kind(convert(base, value, owner, old))
            except (ValueError, Bad):
                break
    raise Bad("enum", f"Input should be {_or([member.value for member in kind])}", value)


def _or(choices):
    names = [repr(choice) for choice in choices]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]


def _choices(kind):
    found = []
    for choice in kinds.arguments(kind):
        if kinds.is_literal(choice):
            found.extend(_choices(choice))
        elif kinds.is_enum(type(choice)):
            raise Unknown("a Literal of enumeration members")
        else:
            found.append(choice)
    return found


def _union(parts, value, owner, old, exact):
    parts = [kinds.resolved(part, owner) for part in parts]
    if value is None and type(None) in parts:
        return None
    parts = [part for part in parts if part is not type(None)]
    if len(parts) == 1:
        return convert(parts[0], value, owner, old, exact)
    problems, unknown = [], None
    if not old:
        for part in parts:
            try:
                return convert(part, value, owner, old, True)
            except (Bad, Unknown):
                continue
        if sum(kinds.is_complex(part, owner) for part in parts) > 1:
            raise Unknown("a union of several containers or models")
        if type(value) in (int, bool) and float in parts:
            return convert(float, value, owner, old)
    if exact:
        raise Bad("union", "Input should be of one of these types", value)
    for part in parts:
        try:
            made = convert(part, value, owner, old)
        except Bad as bad:
            problems.extend(bad.below(getattr(part, "__name__", str(part))))
        except Unknown as found:
            raise found
        else:
            return made
    raise unknown or Bad.of(problems)


def _container(kind, arguments, value, owner, old, exact):
    takes = {list: (list, tuple, set, frozenset), tuple: (list, tuple), set: (list, tuple, set, frozenset),
             frozenset: (list, tuple, set, frozenset), dict: (dict,)}[kind]  # fmt: skip
    if exact and type(value) is not kind or not isinstance(value, takes):
        if not isinstance(value, (str, bytes, int, float, dict, list, tuple, set, frozenset, type(None))):
            raise Unknown(f"a value of type {type(value).__name__} for a {kind.__name__}")
        raise Bad(f"{kind.__name__}_type", f"Input should be a valid {kind.__name__}", value)
    arguments = [part for part in arguments if type(part).__name__ != "TypeVar"]
    if kind is tuple and arguments and arguments[-1] is not Ellipsis:
        if len(arguments) != len(value):
            raise Bad("tuple_length", f"Tuple should have {len(arguments)} items, not {len(value)}", value)
        each = arguments
    else:
        each = None
    problems, made = [], []
    pairs = value.items() if kind is dict else enumerate(value)
    for place, item in pairs:
        try:
            if kind is dict:
                key = convert(arguments[0], place, owner, old, exact) if arguments else place
                made.append((key, convert(arguments[1], item, owner, old, exact) if arguments else item))
            elif arguments:
                made.append(convert(each[place] if each else arguments[0], item, owner, old, exact))
            else:
                made.append(item)
        except Bad as bad:
            problems.extend(bad.below(place))
    if problems:
        raise Bad.of(problems)
    return kind(made)


def _annotated(kind, value, owner, old, exact):
    """`Annotated[...]`: the last of the validators is the outermost."""
    from pydantic._fields import BeforeValidator, FieldInfo

    metadata = list(kind.__metadata__)
    for entry in metadata:
        if type(entry).__name__ in ("Absent", "AbsentBase"):
            raise Unknown(f"{entry!r} in Annotated")
        if isinstance(entry, FieldInfo) and (entry.unknown()):
            raise Unknown(f"Field({', '.join(entry.unknown())}=...)")
    plain = None
    for entry in reversed(metadata):
        if isinstance(entry, BeforeValidator) and entry.mode != "after":
            value = called(entry.func, value)
            if entry.mode == "plain":
                plain = entry
                break
    if plain is None:
        value = convert(kinds.origin(kind), value, owner, old, exact)
    else:
        metadata = metadata[metadata.index(plain) + 1 :]
    for entry in metadata:
        if isinstance(entry, FieldInfo):
            value = constrained(value, entry.constraints())
        elif isinstance(entry, BeforeValidator) and entry.mode == "after":
            value = called(entry.func, value)
    return value


def called(function, *arguments):
    """A validator of the user's: what it raises as ValueError or AssertionError is a problem of the field."""
    code = getattr(function, "__code__", None)
    if len(arguments) == 1 and code is not None:
        required = code.co_argcount - len(getattr(function, "__defaults__", None) or ()) - hasattr(function, "__self__")
        if required > 1:
            raise Unknown("a validator in Annotated that takes more than the value")
    try:
        return function(*arguments)
    except (ValueError, AssertionError) as problem:
        kind = "assertion_error" if isinstance(problem, AssertionError) else "value_error"
        name = "Assertion failed" if isinstance(problem, AssertionError) else "Value error"
        raise Bad(kind, f"{name}, {problem}", arguments[-1]) from problem


def constrained(value, constraints):
    if value is None:
        return value
    for name, limit in constraints.items():
        try:
            if name == "gt":
                good, kind, message = value > limit, "greater_than", f"Input should be greater than {limit}"
            elif name == "ge":
                good, kind, message = value >= limit, "greater_than_equal", f"Input should be greater than or equal to {limit}"
            elif name == "lt":
                good, kind, message = value < limit, "less_than", f"Input should be less than {limit}"
            elif name == "le":
                good, kind, message = value <= limit, "less_than_equal", f"Input should be less than or equal to {limit}"
            elif name == "multiple_of":
                good, kind, message = value % limit == 0, "multiple_of", f"Input should be a multiple of {limit}"
            elif name == "min_length":
                good, kind, message = len(value) >= limit, "too_short", f"Value should have at least {limit} items"
            else:
                good, kind, message = len(value) <= limit, "too_long", f"Value should have at most {limit} items"
        except TypeError:
            raise Unknown(f"constraint {name} for such a value") from None
        if not good:
            raise Bad(kind, message, value)
    return value
