from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import MetaData

db = SQLAlchemy(metadata=MetaData(naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"}))

tags = db.Table("tags", db.Column("tag_id", db.Integer, db.ForeignKey("tag.id"), primary_key=True), db.Column("page_id", db.Integer, primary_key=True))


class Tag(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(20), unique=True, nullable=False)


class HTTPError2Log(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    at = db.Column(db.DateTime, server_default=db.func.now())
    tag_id = db.Column(db.ForeignKey("tag.id"))
    tag = db.relationship("Tag", backref=db.backref("errors", lazy=True))


class Mixin:
    created = db.Column(db.Date)


class Abstract(db.Model):
    __abstract__ = True
    note = db.Column(db.Text)


class Page(Mixin, Abstract):
    id: db.Mapped[int] = db.mapped_column(primary_key=True)
    title: db.Mapped[str | None] = db.mapped_column(db.String(9))


class BigPage(Page):
    size = db.Column(db.Integer)


class JoinedPage(Page):
    id = db.Column(db.ForeignKey("page.id"), primary_key=True)
    more = db.Column(db.Unicode(5))


class Named(db.Model):
    __tablename__ = "other"
    id = db.Column(db.Integer, primary_key=True)
    kind = db.Column(db.Enum("a", "b", name="kind"))


metadata = db.metadata
