"""Association proxies can be declared, not used."""


class AssociationProxy:
    def __init__(self, target_collection, attr, **kw):
        self.target_collection, self.attr = target_collection, attr

    def __get__(self, instance, owner):
        if instance is None:
            return self
        from .._core import unsupported

        raise unsupported("association proxies on instances")

    @classmethod
    def __class_getitem__(cls, item):
        return cls


def association_proxy(target_collection, attr, **kw):
    return AssociationProxy(target_collection, attr, **kw)
