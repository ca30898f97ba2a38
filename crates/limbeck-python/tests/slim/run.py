#!/usr/bin/env python3
"""The slim settings libraries against what the real ones answer (expected.json, see regenerate.py). Any CPython from 3.11 on.

The interpreter that limbeck embeds is another one: `LIMBECK=path/to/limbeck python run.py` asks that binary too.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import types
import unittest

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
SLIM = HERE.parent.parent / "src" / "slim"
# The slim libraries before installed ones; slim `os` and `logging` are limbeck's alone.
sys.path[:0] = [str(HERE), str(SLIM / "_limbeck_thirdparty")]
sys.path.append(str(SLIM))
sys.modules["_limbeck"] = types.ModuleType("_limbeck")
sys.modules["_limbeck"].import_is_guarded = lambda path, line: "except ImportError" in pathlib.Path(path).read_text()
sys.modules["_limbeck_thirdparty"] = types.ModuleType("_limbeck_thirdparty")
sys.modules["_limbeck_thirdparty"].__path__ = [str(SLIM / "_limbeck_thirdparty")]

from cases import CASES
from execute import outcome

EXPECTED = json.loads((HERE / "expected.json").read_text())
LIMBECK = os.environ.get("LIMBECK")

ENV_PY = """
import json
{shown}
def run():
    space = {{}}
    try:
        import case
        return {{"result": shown(getattr(case, "result", None))}}
    except Exception as error:
        found = {{"raises": type(error).__name__}}
        if type(error).__name__ == "ValidationError" and hasattr(error, "errors"):
            found["at"] = sorted({{str(p["loc"][0]) if p["loc"] else "" for p in error.errors()}} - {{"__root__"}})
        return found
    except BaseException as error:
        if type(error).__name__ in ("NotKnownHere", "AbsentValue"):
            return {{"refuses": str(error)}}
        raise
print("OUTCOME", json.dumps(run()))
"""


def by_limbeck(case):
    """The outcome in the embedded interpreter: the case is a module that env.py imports."""
    import inspect

    import execute

    with tempfile.TemporaryDirectory() as folder:
        files = {**case["files"], "case.py": case["source"], "alembic.ini": "[alembic]\nscript_location = m\nprepend_sys_path = .\n",
                 "m/env.py": ENV_PY.format(shown=inspect.getsource(execute.shown)), "m/versions/.keep": ""}  # fmt: skip
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        environment = {"HOME": "/nowhere", **case["env"]}
        ran = subprocess.run([LIMBECK, "current"], cwd=folder, env=environment, capture_output=True, text=True, timeout=60)
        for line in ran.stdout.splitlines():
            if line.startswith("OUTCOME "):
                return json.loads(line[8:])
        raise AssertionError(ran.stdout + ran.stderr)


class Same(unittest.TestCase):
    maxDiff = None


def compared(case, ask):
    def test(self):
        found = ask(case)
        if case["refused"]:
            self.assertIn("refuses", found)
        else:
            self.assertEqual(EXPECTED[case["name"]], found)

    return test


for number, case in enumerate(CASES):
    setattr(Same, f"test_{number:03}_{case['name']}", compared(case, outcome))
    if LIMBECK:
        setattr(Same, f"test_{number:03}_{case['name']} (limbeck)", compared(case, by_limbeck))


class Complete(unittest.TestCase):
    def test_every_case_has_an_expected_outcome(self):
        self.assertEqual(sorted(EXPECTED), sorted(case["name"] for case in CASES))


if __name__ == "__main__":
    unittest.main()
