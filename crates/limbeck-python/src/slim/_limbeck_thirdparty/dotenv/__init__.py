"""python-dotenv, for reading. Rules as in python-dotenv 1.2."""
import os
import sys

from _limbeck_thirdparty._refuse import refuse

_DOUBLE = {"\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_SINGLE = {"\\": "\\", "'": "'"}


class _Malformed(Exception):
    """Carries how far the reading came: the rest of that line is left out."""


def _blank(text, at):
    """The position behind blanks that do not end the line."""
    while at < len(text) and text[at].isspace() and text[at] not in "\r\n":
        at += 1
    return at


def _line_end(text, at):
    while at < len(text) and text[at] not in "\r\n":
        at += 1
    return at


def _key(text, at):
    if text[at : at + 1] == "'":
        end = text.find("'", at + 1)
        if end <= at + 1:
            raise _Malformed(at)
        return text[at + 1 : end], end + 1
    end = at
    while end < len(text) and text[end] not in "=#" and not text[end].isspace():
        end += 1
    if end == at:
        raise _Malformed(at)
    return text[at:end], end


def _quoted(text, at, escapes):
    """The text between quotes; a quote behind a backslash does not end it."""
    quote, made, start = text[at], [], at
    at += 1
    while at < len(text):
        letter = text[at]
        if letter == quote:
            return "".join(made), at + 1
        if letter == "\\" and at + 1 < len(text):
            following = text[at + 1]
            made.append(escapes.get(following, letter + following))
            at += 2
        elif letter == "\\":
            break
        else:
            made.append(letter)
            at += 1
    raise _Malformed(start)


def _unquoted(text, at):
    end = _line_end(text, at)
    value = text[at:end]
    for place in range(1, len(value)):
        if value[place] == "#" and value[place - 1].isspace():
            value = value[:place]
            break
    return value.rstrip(), end


def _value(text, at, spaced):
    letter = text[at : at + 1]
    if letter == "#" and spaced:
        return "", at
    if letter == "'":
        return _quoted(text, at, _SINGLE)
    if letter == '"':
        return _quoted(text, at, _DOUBLE)
    return _unquoted(text, at)


def _statement(text, at):
    """One statement from `at`: key (None for a comment), value, position behind it."""
    if text.startswith("export", at) and _blank(text, at + 6) > at + 6:
        at = _blank(text, at + 6)
    key = value = None
    if text[at : at + 1] != "#":
        key, at = _key(text, at)
    at = _blank(text, at)
    if text[at : at + 1] == "=":
        start = at + 1
        at = _blank(text, start)
        value, at = _value(text, at, at > start)
    behind = _blank(text, at)
    if text[behind : behind + 1] == "#":
        behind = _line_end(text, behind)
    if behind < len(text) and text[behind] not in "\r\n":
        raise _Malformed(behind)
    return key, value, behind


def _parse(text):
    """Keys and values in the order of the file; a statement that cannot be read is left out with a warning."""
    text = text.removeprefix("\ufeff")
    at, found = 0, []
    while at < len(text):
        start = at
        while at < len(text) and text[at].isspace():
            at += 1
        if at == len(text):
            break
        try:
            key, value, at = _statement(text, at)
        except _Malformed as malformed:
            import logging

            line = text.count("\n", 0, start) + 1
            logging.getLogger("dotenv.main").warning("python-dotenv could not parse statement starting at line %s", line)
            at = _line_end(text, malformed.args[0])
            continue
        if key is not None:
            found.append((key, value))
    return found


def _interpolated(value, names):
    made, at = [], 0
    while True:
        start = value.find("${", at)
        end = value.find("}", start) if start >= 0 else -1
        if end < 0:
            made.append(value[at:])
            return "".join(made)
        name, colon, rest = value[start + 2 : end].partition(":")
        if colon and not rest.startswith("-"):
            made.append(value[at : start + 2])
            at = start + 2
            continue
        found = names.get(name, rest[1:])
        made.append(value[at:start] + (found or ""))
        at = end + 1


def _resolved(pairs, override):
    made = {}
    for key, value in pairs:
        if value is not None and "${" in value:
            names = {**os.environ, **made} if override else {**made, **os.environ}
            value = _interpolated(value, names)
        made[key] = value
    return made


def _read(path, stream, verbose, encoding):
    if path and os.path.isfile(path):
        with open(path, encoding=encoding) as file:
            # Files are texts: their lines end as Python's do.
            return file.read().replace("\r\n", "\n").replace("\r", "\n")
    if stream is not None:
        return stream.read()
    if verbose:
        import logging

        logging.getLogger("dotenv.main").info("python-dotenv could not find configuration file %s.", path or ".env")
    return ""


def _callers_folder():
    frame = sys._getframe(1)
    while frame is not None:
        file = frame.f_code.co_filename
        if frame.f_globals.get("__name__") not in ("dotenv", "environs") and os.path.exists(file):
            return os.path.dirname(os.path.abspath(file))
        frame = frame.f_back
    return os.getcwd()


def _upwards(folder, name):
    while True:
        candidate = os.path.join(folder, name)
        if os.path.isfile(candidate):
            return candidate
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent


def find_dotenv(filename=".env", raise_error_if_not_found=False, usecwd=False):
    """The path of the file, sought from the folder of the calling file upwards; an empty text when there is none."""
    found = _upwards(os.getcwd() if usecwd else _callers_folder(), filename)
    if not found and raise_error_if_not_found:
        raise OSError("File not found")
    return found


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8"):
    """The values of a file, which the environment does not change but may be quoted from."""
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    pairs = _parse(_read(dotenv_path, stream, verbose, encoding))
    return _resolved(pairs, True) if interpolate else dict(pairs)


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"):
    """Puts the values of a file into os.environ; True when it had any."""
    if os.environ.get("PYTHON_DOTENV_DISABLED", "").casefold() in ("1", "true", "t", "yes", "y"):
        return False
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    pairs = _parse(_read(dotenv_path, stream, verbose, encoding))
    values = _resolved(pairs, override) if interpolate else dict(pairs)
    for key, value in values.items():
        if value is not None and (override or key not in os.environ):
            os.environ[key] = value
    return bool(values)


def get_key(dotenv_path, key_to_get, encoding="utf-8"):
    """One value of a file, or None."""
    return _resolved(_parse(_read(dotenv_path, None, True, encoding)), True).get(key_to_get)


def _changing(name):
    def function(*args, **kwargs):
        refuse("dotenv", f"dotenv.{name}() (scripts that limbeck runs cannot change files)")

    return function


set_key, unset_key = _changing("set_key"), _changing("unset_key")


def __getattr__(name):
    if name.startswith("__") and name.endswith("__"):
        raise AttributeError(name)
    refuse("dotenv", f"dotenv.{name}")
