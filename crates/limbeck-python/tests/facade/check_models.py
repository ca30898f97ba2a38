"""Declarative models: the facade's tables beside real SQLAlchemy's."""
import json
import os
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
DUMP = str(HERE / "models" / "dump.py")


def dump(*path):
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    env.update(PYTHONPATH=os.pathsep.join(path), PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run([sys.executable, DUMP], capture_output=True, text=True, env=env)
    return json.loads(done.stdout) if done.returncode == 0 else done.stderr


class Models(unittest.TestCase):
    maxDiff = 2000

    def test_shapes(self):
        real = dump()
        if isinstance(real, str):
            self.skipTest("no real SQLAlchemy here: " + real[-200:])
        ours = dump(str(HERE.parent.parent / "src" / "facade"), str(HERE))
        self.assertIsInstance(ours, dict, ours)
        self.assertEqual(list(real), list(ours))
        for name, shape in real.items():
            with self.subTest(name):
                self.assertNotIn("error", shape, shape.get("error"))
                self.assertEqual(ours[name], shape)


if __name__ == "__main__":
    unittest.main()
