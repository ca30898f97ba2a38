"""In the manner of Flask-SQLAlchemy: everything hangs on one object, names of tables come from names of classes."""
import re

import sqlalchemy
from sqlalchemy import orm


class Naming(orm.DeclarativeMeta):
    def __new__(meta, name, bases, namespace, **keywords):
        if not namespace.get("__abstract__") and "__tablename__" not in namespace and "__table__" not in namespace and name != "Base":
            namespace["__tablename__"] = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
        return super().__new__(meta, name, bases, namespace, **keywords)


class Extension:
    def __init__(self, metadata=None):
        self.metadata = metadata or sqlalchemy.MetaData()
        self.Model = orm.declarative_base(metadata=self.metadata, metaclass=Naming)
        self.relationship, self.backref = orm.relationship, orm.backref

    def __getattr__(self, name):
        return getattr(sqlalchemy, name)

    def Table(self, name, *items, **options):
        return sqlalchemy.Table(name, self.metadata, *items, **options)


db = Extension()

subscriptions = db.Table(
    "subscriptions",
    db.Column("user_id", db.Integer, db.ForeignKey("user.id"), primary_key=True),
    db.Column("channel_id", db.Integer, db.ForeignKey("news_channel.id"), primary_key=True),
)


class Model(db.Model):
    __abstract__ = True

    id = db.Column(db.Integer, primary_key=True)
    created = db.Column(db.DateTime, server_default=db.func.now())


class User(Model):
    username = db.Column(db.String(80), unique=True, nullable=False)
    email = db.Column(db.String(120), unique=True, nullable=False, index=True)
    password_hash = db.Column(db.LargeBinary)
    role = db.Column(db.Enum("reader", "writer", "admin", name="user_role"), nullable=False, server_default="reader")
    channels = db.relationship("NewsChannel", secondary=subscriptions, backref=db.backref("readers", lazy="dynamic"))


class NewsChannel(Model):
    title = db.Column(db.String(120), nullable=False)
    settings = db.Column(db.JSON, nullable=False, default=dict)


class BlogPost(Model):
    __table_args__ = (
        db.Index("ix_post_channel_created", "channel_id", "created"),
        db.CheckConstraint("rating BETWEEN 1 AND 5", name="ck_rating"),
    )

    channel_id = db.Column(db.Integer, db.ForeignKey("news_channel.id", ondelete="CASCADE"), nullable=False)
    author_id = db.Column(db.Integer, db.ForeignKey("user.id", name="fk_post_author", ondelete="SET NULL"))
    body = db.Column(db.Text, nullable=False)
    rating = db.Column(db.SmallInteger)


metadata = db.metadata
