"""Ordering lists can be declared."""


def ordering_list(attr, count_from=None, ordering_func=None, reorder_on_append=False):
    return list


class OrderingList(list):
    pass


def count_orderinglist(*args, **kw):
    return None
