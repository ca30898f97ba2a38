"""Trees and graphs: tables that point at themselves, at each other, and an edge table with checks."""
from sqlalchemy import CheckConstraint, Column, Float, ForeignKey, ForeignKeyConstraint, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class Employee(Base):
    __tablename__ = "employees"

    id = Column(Integer, primary_key=True)
    name = Column(String(100), nullable=False)
    boss_id = Column(Integer, ForeignKey("employees.id", name="fk_boss", ondelete="SET NULL"), index=True)
    deputy_id = Column(Integer, ForeignKey("employees.id", name="fk_deputy"))
    reports = relationship("Employee", foreign_keys=[boss_id])


class Node(Base):
    __tablename__ = "nodes"
    __table_args__ = (
        UniqueConstraint("tree", "path", name="uq_nodes_path"),
        ForeignKeyConstraint(["tree", "parent"], ["nodes.tree", "nodes.path"], name="fk_nodes_parent", onupdate="CASCADE"),
        CheckConstraint("depth >= 0 AND depth < 64", name="ck_nodes_depth"),
    )

    id = Column(Integer, primary_key=True)
    tree = Column(Integer, nullable=False)
    path = Column(String(200), nullable=False)
    parent = Column(String(200))
    depth = Column(Integer, nullable=False, server_default="0")


class Edge(Base):
    __tablename__ = "edges"
    __table_args__ = (CheckConstraint("source_id <> target_id", name="ck_no_loop"), Index("ix_edges_back", "target_id", "source_id"))

    source_id = Column(ForeignKey("nodes.id", name="fk_edge_source", ondelete="CASCADE"), primary_key=True)
    target_id = Column(ForeignKey("nodes.id", name="fk_edge_target", ondelete="CASCADE"), primary_key=True)
    weight = Column(Float, nullable=False, server_default="1")


metadata = Base.metadata
