"""Runs one case of `cases.py` with whatever libraries this Python finds."""
import contextlib
import io
import os
import itertools
import pathlib
import sys
import tempfile
import types
import warnings

# pydantic 1 minds a second validator of the same name in the same module.
_NUMBERS = itertools.count()


def shown(value):
    """A value as JSON has it; what JSON has not, as Python shows it."""
    if value is None or isinstance(value, (bool, int, str)) and type(value) in (bool, int, str):
        return value
    if isinstance(value, (list, tuple)):
        return [shown(item) for item in value]
    if isinstance(value, dict):
        return {str(key): shown(item) for key, item in value.items()}
    return str(value) if isinstance(value, str) else repr(value)


def outcome(case, real=False):
    """`{"result": ...}`, or `{"raises": class, "at": fields}`."""
    source = case["source"]
    if case["old"] and real:
        source = source.replace("from pydantic import", "from pydantic.v1 import")
    folder = tempfile.mkdtemp()
    for name, text in case["files"].items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    module = pathlib.Path(folder, "case.py")
    module.write_text(source)
    before, kept = os.getcwd(), os.environ
    # A plain dictionary: like limbeck's, it takes values that are no texts.
    os.environ = {"HOME": "/nowhere", **case["env"]}
    os.chdir(folder)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            space = {"__name__": f"case_{next(_NUMBERS)}", "__file__": str(module)}
            made = sys.modules[space["__name__"]] = types.ModuleType(space["__name__"])
            made.__dict__.update(space)
            exec(compile(source, str(module), "exec"), made.__dict__)
            return {"result": shown(made.__dict__.get("result"))}
    except Exception as error:
        found = {"raises": type(error).__name__}
        if type(error).__name__ == "ValidationError" and hasattr(error, "errors"):
            found["at"] = sorted({str(problem["loc"][0]) if problem["loc"] else "" for problem in error.errors()} - {"__root__"})
        return found
    except BaseException as error:
        if type(error).__name__ in ("NotKnownHere", "AbsentValue"):
            return {"refuses": str(error)}
        raise
    finally:
        os.environ = kept
        os.chdir(before)
        sys.modules.pop("decouple", None)
