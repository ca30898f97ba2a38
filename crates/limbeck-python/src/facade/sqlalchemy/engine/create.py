"""`create_engine` and `engine_from_config`."""

from .base import Engine
from .url import make_url

_KNOWN = frozenset(("connect_args convert_unicode creator creator_fn do_connect echo echo_pool enable_from_linting encoding execution_options future hide_parameters"
                    " implicit_returning insertmanyvalues_page_size use_insertmanyvalues isolation_level json_deserializer json_serializer label_length logging_name"
                    " max_identifier_length max_overflow module native_datetime paramstyle plugins pool pool_events pool_logging_name pool_pre_ping pool_recycle"
                    " pool_reset_on_return pool_size pool_timeout pool_use_lifo poolclass query_cache_size strategy executemany_mode executemany_batch_page_size"
                    " executemany_values_page_size client_encoding use_native_hstore use_native_uuid use_native_unicode server_side_cursors async_fallback"
                    " skip_autocommit_rollback fast_executemany native_inet_types sql_mode arraysize thick_mode use_setinputsizes").split())
_PASSED = ("connect_args", "isolation_level", "execution_options", "echo")


def create_engine(url, **kwargs):
    """An Engine. Pool options mean nothing here: a migration needs one connection."""
    for name in kwargs:
        if name not in _KNOWN:
            raise TypeError("Invalid argument(s) '%s' sent to create_engine(), using configuration %s/NullPool/Engine.  Please check that the keyword arguments are"
                            " appropriate for this combination of components." % (name, url))
    if kwargs.get("creator") is not None:
        from .._core import unsupported

        raise unsupported("create_engine(creator=...)", "limbeck opens connections itself, from the URL")
    url = make_url(url)
    options = {name: kwargs[name] for name in _PASSED if kwargs.get(name)}
    execution = dict(kwargs.get("execution_options") or {})
    if kwargs.get("isolation_level"):
        execution["isolation_level"] = kwargs["isolation_level"]
    return Engine(url, options, execution)


def _bool(text):
    value = text.strip().lower() if isinstance(text, str) else text
    if value in ("true", "yes", "on", "y", "t", "1", True, 1):
        return True
    if value in ("false", "no", "off", "n", "f", "0", False, 0, ""):
        return False
    raise ValueError("String is not true/false: %r" % text)


def _bool_or(names, convert):
    def function(text):
        return text if text in names else convert(text)

    return function


_COERCE = {"pool_size": int, "max_overflow": int, "pool_timeout": float, "pool_recycle": int, "echo": _bool_or(("debug",), _bool), "echo_pool": _bool,
           "pool_pre_ping": _bool, "pool_use_lifo": _bool, "hide_parameters": _bool, "future": _bool, "use_native_unicode": _bool, "label_length": int,
           "max_identifier_length": int, "query_cache_size": int}


def engine_from_config(configuration, prefix="sqlalchemy.", **kwargs):
    """An Engine from a section's keys that begin with `prefix`; KeyError without a url."""
    options = {key[len(prefix):]: value for key, value in configuration.items() if key.startswith(prefix)}
    options["_coerce_config"] = True
    options.update(kwargs)
    url = options.pop("url")
    options.pop("_coerce_config")
    for name, convert in _COERCE.items():
        if isinstance(options.get(name), str):
            options[name] = convert(options[name])
    return create_engine(url, **options)


def create_mock_engine(url, executor, **kw):
    from .interfaces import dialect_class
    from .mock import MockConnection

    return MockConnection(dialect_class(make_url(url).get_backend_name())(), executor)
