"""Hybrid attributes: Python on instances, SQL on classes."""


class hybrid_property:
    def __init__(self, fget, fset=None, fdel=None, expr=None, custom_comparator=None, update_expr=None):
        self.fget, self.fset, self.fdel, self.expr = fget, fset, fdel, expr
        self.__name__ = getattr(fget, "__name__", None)
        self.__doc__ = getattr(fget, "__doc__", None)

    def __get__(self, instance, owner):
        if instance is not None:
            return self.fget(instance)
        return (self.expr or self.fget)(owner)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def _with(self, **changes):
        made = hybrid_property(self.fget, self.fset, self.fdel, self.expr)
        made.__dict__.update(changes)
        return made

    def setter(self, fset):
        return self._with(fset=fset)

    def deleter(self, fdel):
        return self._with(fdel=fdel)

    def expression(self, expr):
        expr = getattr(expr, "__func__", expr)
        return self._with(expr=expr)

    def comparator(self, comparator):
        return self._with(expr=comparator)

    def update_expression(self, meth):
        return self

    @property
    def inplace(self):
        return self

    @property
    def overrides(self):
        return self


class hybrid_method:
    def __init__(self, func, expr=None):
        self.func, self.expr = func, expr

    def __get__(self, instance, owner):
        from functools import partial

        return partial(self.func, instance) if instance is not None else partial(self.expr or self.func, owner)

    def expression(self, expr):
        self.expr = expr
        return self


class Comparator:
    def __init__(self, expression):
        self.expression = expression
