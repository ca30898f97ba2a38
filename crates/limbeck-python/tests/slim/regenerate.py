#!/usr/bin/env python3
"""Writes expected.json: what the real libraries answer. Run with a Python that has them:

    python -m venv V && V/bin/pip install -r requirements.txt && V/bin/python regenerate.py
"""
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from cases import CASES
from execute import outcome

if __name__ == "__main__":
    expected = {case["name"]: outcome(case, real=True) for case in CASES}
    (HERE / "expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    print(f"{len(expected)} cases")
