"""Writing a session's changes: inserts in the tables' dependency order, then updates, then deletes."""

from ..sql.elements import ColumnElement
from ..sql.schema import sort_tables
from .query import key_condition, values_condition
from .state import keys_of


def flush(session):
    """Write what `session` collected."""
    new, dirty, deleted = session._new, session._dirty, session._deleted
    session._new, session._dirty, session._deleted = [], [], []
    connection = session.connection()
    order = {t: i for i, t in enumerate(sort_tables(_tables(new + deleted)))}
    for instance in sorted(new, key=lambda i: order[type(i).__table__]):
        _insert(session, connection, instance)
    for state in dirty:
        if not any([state.instance is d for d in deleted]):
            _update(session, connection, state)
    for instance in sorted(deleted, key=lambda i: -order[type(i).__table__]):
        mapper = type(instance).__mapper__
        connection.execute(mapper.local_table.delete().where(key_condition(mapper, instance)))
        session.expunge(instance)


def _tables(instances):
    made = []
    for instance in instances:
        table = type(instance).__table__
        if not any([table is t for t in made]):
            made.append(table)
    return made


def _insert(session, connection, instance):
    mapper = type(instance).__mapper__
    table = mapper.local_table
    values = {}
    for key, column in mapper.attributes.items():
        if key in instance.__dict__:
            value = instance.__dict__[key]
            if value is None and (column.default is not None or column.server_default is not None or column.primary_key):
                continue
            values[column.key] = value
        elif column.default is not None:
            value = column.default.evaluate()
            values[column.key] = value
            if not isinstance(value, ColumnElement):
                instance.__dict__[key] = value
    if mapper.polymorphic_identity is not None and mapper.polymorphic_on is not None:
        discriminator = mapper.polymorphic_on
        name = discriminator if isinstance(discriminator, str) else discriminator.key
        values.setdefault(name, mapper.polymorphic_identity)
        instance.__dict__.setdefault(name, mapper.polymorphic_identity)
    statement = table.insert().values(values)
    keys = keys_of(mapper)
    missing = [k for k in keys if mapper.attributes[k].key not in values or isinstance(values[mapper.attributes[k].key], ColumnElement)]
    if missing and connection.dialect.name not in ("sqlite", "mysql"):
        row = connection.execute(statement.returning(*[mapper.attributes[k] for k in missing])).one()
        for key, value in zip(missing, row):
            instance.__dict__[key] = value
    else:
        result = connection.execute(statement)
        if len(missing) == 1:
            instance.__dict__[missing[0]] = result.lastrowid
    state = instance.__dict__["_limbeck_state"]
    state.persistent = True
    state.dirty.clear()
    session._identity[(table, tuple([instance.__dict__.get(k) for k in keys]))] = instance
    unread = [k for k in mapper.attributes if k not in instance.__dict__ or isinstance(instance.__dict__[k], ColumnElement)]
    if unread:
        from ..sql.selectable import select

        row = connection.execute(select(*[mapper.attributes[k] for k in unread]).where(key_condition(mapper, instance))).one()
        for key, value in zip(unread, row):
            instance.__dict__[key] = value


def _update(session, connection, state):
    instance = state.instance
    mapper = type(instance).__mapper__
    changed = {mapper.attributes[k].key: instance.__dict__.get(k) for k in mapper.attributes if k in state.dirty}
    if not changed:
        return
    key = {k: state.before.get(k, instance.__dict__.get(k)) for k in keys_of(mapper)}
    result = connection.execute(mapper.local_table.update().where(values_condition(mapper, key)).values(changed))
    state.dirty.clear()
    state.before.clear()
    if result.rowcount == 0:
        from .exc import StaleDataError

        raise StaleDataError("UPDATE statement on table '%s' expected to update 1 row(s); 0 were matched." % mapper.local_table.name)
    for name, column in mapper.attributes.items():
        if isinstance(instance.__dict__.get(name), ColumnElement):
            session.refresh(instance)
            break
