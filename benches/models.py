"""Writes a project whose models and database agree: `models.py FOLDER [--tables N]`.

Each table has 12 columns: a key, a foreign key to the table before it, a unique and an indexed column, server defaults. One revision makes all.
"""
import argparse
from pathlib import Path

import history

# So many models stand in one file.
IN_A_FILE = 25

BASE = '''\
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass
'''

HEADER = '''\
from datetime import date, datetime
from decimal import Decimal
from typing import Optional

from sqlalchemy import JSON, BigInteger, ForeignKey, Numeric, String, Text, UniqueConstraint, false, func
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Base
'''

MODEL = '''

class Thing{number}(Base):
    __tablename__ = "{table}"
    __table_args__ = (UniqueConstraint("code", name="uq_{table}_code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("{parent}.id", ondelete="CASCADE", name="fk_{table}_parent"))
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(80), index=True)
    note: Mapped[Optional[str]] = mapped_column(Text)
    size: Mapped[Optional[Decimal]] = mapped_column(Numeric(10, 2))
    amount: Mapped[int] = mapped_column(server_default="0")
    is_open: Mapped[bool] = mapped_column(server_default=false())
    made_at: Mapped[datetime] = mapped_column(server_default=func.now())
    day: Mapped[Optional[date]]
    data: Mapped[Optional[dict]] = mapped_column(JSON)
    rank: Mapped[Optional[int]] = mapped_column(BigInteger)
'''

CREATE = '''op.create_table(
        "{table}",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("size", sa.Numeric(precision=10, scale=2), nullable=True),
        sa.Column("amount", sa.Integer(), server_default="0", nullable=False),
        sa.Column("is_open", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("made_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("data", sa.JSON(), nullable=True),
        sa.Column("rank", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["{parent}.id"], name="fk_{table}_parent", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code", name="uq_{table}_code"),
    )
    op.create_index("ix_{table}_name", "{table}", ["name"], unique=False)'''


def write(folder: Path, tables: int) -> None:
    """Writes the project into a folder, which is made when it is missing."""
    history.write(folder, "stock", 0)
    env = folder / "migrations" / "env.py"
    imports = "from app.models import Base\n\ntarget_metadata = Base.metadata\n"
    env.write_text(env.read_text().replace("target_metadata = None\n", imports))
    app = folder / "app"
    app.mkdir()
    (app / "__init__.py").write_text("")
    (app / "base.py").write_text(BASE)
    names = [{"number": n, "table": f"thing_{n:04}", "parent": f"thing_{max(n - 1, 0):04}"} for n in range(tables)]
    modules = []
    for start in range(0, tables, IN_A_FILE):
        modules.append(f"things_{start:04}")
        (app / f"{modules[-1]}.py").write_text(HEADER + "".join(MODEL.format(**name) for name in names[start : start + IN_A_FILE]))
    (app / "models.py").write_text("from app.base import Base\n" + "".join(f"from app import {name}\n" for name in modules))
    up = "\n    ".join(CREATE.format(**name) for name in names)
    down = "\n    ".join(f'op.drop_table("{name["table"]}")' for name in reversed(names))
    revision = history.REVISION.format(message="make all", revision="000000000001", parent=None, parent_text="", up=up, down=down)
    (folder / "migrations" / "versions" / "000000000001_make_all.py").write_text(revision)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tables", type=int, default=100)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.tables)
