"""A content management system: many to many, inheritance over two tables, a tree of pages."""
from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, String, Table, Text, UniqueConstraint, func
from sqlalchemy.orm import backref, declarative_base, relationship

Base = declarative_base()

page_tags = Table(
    "page_tags",
    Base.metadata,
    Column("page_id", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("tag_id", ForeignKey("tags.id", ondelete="CASCADE"), primary_key=True),
    Column("added_at", DateTime, server_default=func.now()),
)


class Author(Base):
    __tablename__ = "authors"

    id = Column(Integer, primary_key=True)
    login = Column(String(50), unique=True, nullable=False)
    kind = Column(String(20), nullable=False)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "author"}


class Editor(Author):
    __tablename__ = "editors"

    id = Column(Integer, ForeignKey("authors.id"), primary_key=True)
    desk = Column(String(50))
    __mapper_args__ = {"polymorphic_identity": "editor"}


class Guest(Author):
    # In the table of all authors.
    introduction = Column(Text)
    __mapper_args__ = {"polymorphic_identity": "guest"}


class Page(Base):
    __tablename__ = "pages"
    __table_args__ = (UniqueConstraint("parent_id", "slug"),)

    id = Column(Integer, primary_key=True)
    parent_id = Column(Integer, ForeignKey("pages.id"), index=True)
    author_id = Column(Integer, ForeignKey("authors.id"), nullable=False, index=True)
    slug = Column(String(100), nullable=False)
    title = Column(String(200), nullable=False, default="untitled")
    body = Column(Text)
    is_published = Column(Boolean, default=False, nullable=False)
    children = relationship("Page", backref=backref("parent", remote_side=[id]))
    tags = relationship("Tag", secondary=page_tags, back_populates="pages")


class Tag(Base):
    __tablename__ = "tags"

    id = Column(Integer, primary_key=True)
    name = Column(String(50), nullable=False, unique=True, index=True)
    pages = relationship("Page", secondary=page_tags, back_populates="tags")


metadata = Base.metadata
