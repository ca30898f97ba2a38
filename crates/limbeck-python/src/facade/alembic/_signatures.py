"""Alembic's signatures, as data: names of positional parameters ("=" has a default), then keyword-only ones; "*x" takes the
rest of the positional, "**" any other keyword (dialect arguments)."""

_FK = "onupdate= ondelete= deferrable= initially= match="
_EXISTING = ("nullable= comment= server_default= new_column_name= type_= existing_type= existing_server_default= existing_nullable= existing_comment=")

OPERATIONS = {
    "add_column": "table_name column / schema= if_not_exists= inline_references= inline_primary_key=",
    "alter_column": "table_name column_name / " + _EXISTING + " schema= **",
    "bulk_insert": "table rows / multiinsert=",
    "create_check_constraint": "constraint_name table_name condition / schema= **",
    "create_exclude_constraint": "constraint_name table_name *elements / **",
    "create_foreign_key": "constraint_name source_table referent_table local_cols remote_cols / " + _FK + " source_schema= referent_schema= **",
    "create_index": "index_name table_name columns / schema= unique= if_not_exists= **",
    "create_primary_key": "constraint_name table_name columns / schema=",
    "create_table": "table_name *columns / if_not_exists= **",
    "create_table_comment": "table_name comment / existing_comment= schema=",
    "create_unique_constraint": "constraint_name table_name columns / schema= **",
    "drop_column": "table_name column_name / schema= **",
    "drop_constraint": "constraint_name table_name type_= / schema= if_exists=",
    "drop_index": "index_name table_name= / schema= if_exists= **",
    "drop_table": "table_name / schema= if_exists= **",
    "drop_table_comment": "table_name / existing_comment= schema=",
    "execute": "sqltext / execution_options=",
    "rename_table": "old_table_name new_table_name / schema=",
}

BATCH = {
    "add_column": "column / insert_before= insert_after= if_not_exists= inline_references= inline_primary_key=",
    "alter_column": "column_name / " + _EXISTING + " insert_before= insert_after= **",
    "create_check_constraint": "constraint_name condition / **",
    "create_exclude_constraint": "constraint_name *elements / **",
    "create_foreign_key": "constraint_name referent_table local_cols remote_cols / referent_schema= " + _FK + " **",
    "create_index": "index_name columns / **",
    "create_primary_key": "constraint_name columns /",
    "create_table_comment": "comment / existing_comment=",
    "create_unique_constraint": "constraint_name columns / **",
    "drop_column": "column_name / **",
    "drop_constraint": "constraint_name type_= /",
    "drop_index": "index_name / **",
    "drop_table_comment": "/ existing_comment=",
    "execute": "sqltext / execution_options=",
}

BLOCK = ("table_name schema= recreate= partial_reordering= copy_from= table_args= table_kwargs= reflect_args= reflect_kwargs= naming_convention= /")

_parsed = {}


def check(function, spec, args, kwargs):
    """Raise the TypeError that Python would for a function with this signature."""
    parsed = _parsed.get(spec)
    if parsed is None:
        parsed = _parsed[spec] = _parse(spec)
    positional, required, rest, keywords, anything = parsed
    count = len(args)
    if count > len(positional) and not rest:
        limit = len(positional)
        if limit == required:
            takes = "%d positional argument%s" % (limit, "" if limit == 1 else "s")
        else:
            takes = "from %d to %d positional arguments" % (required, limit)
        raise TypeError("%s() takes %s but %d %s given" % (function, takes, count, "was" if count == 1 else "were"))
    for name in kwargs:
        if name in positional:
            if positional.index(name) < count:
                raise TypeError("%s() got multiple values for argument %r" % (function, name))
        elif not anything and name not in keywords:
            raise TypeError("%s() got an unexpected keyword argument %r" % (function, name))
    missing = [n for n in positional[count:required] if n not in kwargs]
    if missing:
        names = [repr(n) for n in missing]
        text = names[0] if len(names) == 1 else ", ".join(names[:-1]) + (" and " if len(names) == 2 else ", and ") + names[-1]
        raise TypeError("%s() missing %d required positional argument%s: %s" % (function, len(missing), "" if len(missing) == 1 else "s", text))


def _parse(spec):
    before, _, after = spec.partition("/")
    positional, required, rest = [], 0, False
    for word in before.split():
        if word.startswith("*"):
            rest = True
        elif word.endswith("="):
            positional.append(word[:-1])
        else:
            positional.append(word)
            required += 1
    words = after.split()
    return positional, required, rest, [w.rstrip("=") for w in words if w != "**"], "**" in words
