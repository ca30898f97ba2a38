"""The coordinator on SQLite: the revisions make the database, the application works on it."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOOL = os.environ.get("ALEMBIC", "limbeck")

_folder = tempfile.TemporaryDirectory()
# Before the application is imported: it reads its settings when it is.
os.environ["DATABASE_URL"] = f"sqlite+aiosqlite:///{_folder.name}/test.db"

from sqlalchemy import select  # noqa: E402

from coordinator.database import assign_next, engine, session  # noqa: E402
from coordinator.models import Bot, Task, Workflow  # noqa: E402


def setUpModule():
    subprocess.run([TOOL, "upgrade", "head"], cwd=ROOT, check=True)


def tearDownModule():
    _folder.cleanup()


class Coordinator(unittest.IsolatedAsyncioTestCase):
    async def asyncTearDown(self):
        await engine.dispose()

    async def test_the_first_bots_are_there(self):
        async with session() as opened:
            names = await opened.scalars(select(Bot.name).order_by(Bot.name))
            self.assertEqual(names.all(), ["claw-1", "dispatcher"])

    async def test_the_most_urgent_task_is_assigned(self):
        async with session() as opened:
            workflow = Workflow(title="Move a box")
            workflow.tasks = [
                Task(position=1, instructions="Lift", priority=7),
                Task(position=2, instructions="Shout first", priority=1),
            ]
            opened.add(workflow)
        async with session() as opened:
            bot = await opened.scalar(select(Bot).where(Bot.name == "claw-1"))
            task = await assign_next(opened, bot)
            self.assertEqual((task.instructions, task.attempts), ("Shout first", 1))


class Revisions(unittest.TestCase):
    def test_every_one_can_be_undone_and_done_again(self):
        with tempfile.TemporaryDirectory() as folder:
            environment = os.environ | {"DATABASE_URL": f"sqlite+aiosqlite:///{folder}/round.db", "ALEMBIC": TOOL}
            subprocess.run([ROOT / "scripts/check_reversible.sh"], env=environment, check=True)


if __name__ == "__main__":
    unittest.main()
