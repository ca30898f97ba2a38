#!/usr/bin/env python3
"""Tests of the Python facade under CPython, with a recording fake of the native module.

    python run.py                 (the models' comparison needs real SQLAlchemy importable by this Python; it is skipped without)
"""
import os
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
FACADE = HERE.parent.parent / "src" / "facade"
sys.path[:0] = [str(FACADE), str(HERE)]

if __name__ == "__main__":
    os.chdir(HERE)
    suite = unittest.defaultTestLoader.discover(str(HERE), pattern="check_*.py", top_level_dir=str(HERE))
    sys.exit(not unittest.TextTestRunner(verbosity=1).run(suite).wasSuccessful())
