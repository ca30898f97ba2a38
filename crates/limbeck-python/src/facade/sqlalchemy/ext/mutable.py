"""Mutation tracking: `as_mutable` gives the type itself. Changes inside a value are not tracked; assign a new value."""

from ..sql.type_api import to_instance


class MutableBase:
    @classmethod
    def coerce(cls, key, value):
        return value

    def changed(self):
        pass


class Mutable(MutableBase):
    @classmethod
    def as_mutable(cls, sqltype):
        return to_instance(sqltype)

    @classmethod
    def associate_with(cls, sqltype):
        pass

    @classmethod
    def associate_with_attribute(cls, attribute):
        pass


class MutableDict(Mutable, dict):
    pass


class MutableList(Mutable, list):
    pass


class MutableSet(Mutable, set):
    pass


class MutableComposite(MutableBase):
    pass
