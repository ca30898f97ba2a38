import enum
import uuid
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, ClassVar, List, Optional

import sqlalchemy as sa
from sqlmodel import Field, Relationship, SQLModel


class Kind(str, enum.Enum):
    a = "x"
    b = "yyy"


class Base(SQLModel):
    name: str = Field(index=True, max_length=50)
    secret: str | None = None


class Team(Base, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    heroes: List["Hero"] = Relationship(back_populates="team")


class HeroRead(Base):
    id: int


class Hero(Base, table=True):
    __tablename__ = "heroes"
    __table_args__ = (sa.UniqueConstraint("name", "age", name="uq_hero"), {"comment": "people"})
    shared: ClassVar[int] = 3
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    age: Optional[int] = Field(default=None, index=True)
    team_id: Optional[int] = Field(default=None, foreign_key="team.id", ondelete="SET NULL")
    kind: Kind = Kind.a
    price: Decimal = Field(default=0, max_digits=5, decimal_places=3)
    day: date
    length: timedelta
    flag: bool = False
    score: float
    blob: bytes
    email: str = Field(unique=True)
    meta: dict = Field(default_factory=dict, sa_column=sa.Column(sa.JSON, nullable=False))
    text: str = Field(sa_type=sa.Text)
    number: int = Field(sa_column_kwargs={"server_default": "1", "comment": "c"})
    noted: Annotated[str, Field(max_length=9)]
    maybe: "int | None" = None
    at: Optional[date] = Field(default=None, nullable=False)
    team: Optional[Team] = Relationship(back_populates="heroes")


class Link(SQLModel, table=True):
    team_id: int | None = Field(default=None, foreign_key="team.id", primary_key=True)
    hero_id: uuid.UUID | None = Field(default=None, foreign_key="heroes.id", primary_key=True)


metadata = SQLModel.metadata
