"""Runs real Alembic again and again in one process, as starting it takes longer than most of what it does here.

Each line of the input is a JSON list: a folder, then the words of a command line. Each is answered with a line: null, or what went wrong.
"""
import contextlib
import importlib
import io
import json
import os
import sys
import warnings

sys.path.pop(0)  # Our own folder, where this file has the name of the package.
# Alembic keeps the standard output that there is when it is imported.
answers, sys.stdout = sys.stdout, open(os.devnull, "w")
import alembic.config

# Models are written anew faster than the clock of a file system tells versions apart.
sys.dont_write_bytecode = True
warnings.simplefilter("ignore")


def run(folder, *words):
    os.chdir(folder)
    before, modules, said = list(sys.path), set(sys.modules), io.StringIO()
    importlib.invalidate_caches()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            alembic.config.main(argv=list(words), prog="alembic")
    except SystemExit as end:
        if end.code:
            # An error of Alembic's own. Its text may have many lines.
            return said.getvalue().split("FAILED: ")[-1].strip()
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)
    finally:
        sys.path[:] = before
        for name in set(sys.modules) - modules:
            origin = getattr(sys.modules[name], "__file__", None) or ""
            if origin.startswith(folder):
                del sys.modules[name]


for line in sys.stdin:
    print(json.dumps(run(*json.loads(line))), file=answers, flush=True)
