"""`create_engine(connect_args=...)`, said in the URL: limbeck's drivers read nothing else."""

# Of Python's own sqlite3 and of drivers' caches; they change nothing in a database.
_DROPPED = frozenset(("check_same_thread", "cached_statements", "detect_types", "factory", "isolation_level", "uri", "autocommit", "command_timeout",
                      "statement_cache_size", "prepared_statement_cache_size", "prepared_statement_name_func", "max_cached_statement_lifetime",
                      "max_cacheable_statement_size", "prepare_threshold", "cursor_factory", "connection_factory", "cursorclass", "loop"))


def url_with(url, given):
    """The URL with the arguments, which win over it."""
    query = {}
    for name, value in (given or {}).items():
        if name in _DROPPED or value is None:
            continue
        if name == "server_settings":
            query["options"] = " ".join(["-c %s=%s" % (key, _escaped(str(setting))) for key, setting in value.items()])
            continue
        if isinstance(value, bool):
            value = "true" if value else "false"
        if not isinstance(value, (str, int, float)):
            from .._core import unsupported

            raise unsupported("connect_args[%r] as %s" % (name, type(value).__name__), "it must be text or a number; TLS is asked for in the URL: "
                              "?sslmode=verify-full&sslrootcert=FILE")
        query[name] = str(value)
    if not query:
        return url
    parts = {"user": "username", "password": "password", "host": "host", "port": "port", "dbname": "database", "database": "database"}
    given_parts = {parts[name]: query.pop(name) for name in list(query) if name in parts and url.get_backend_name() != "sqlite"}
    if "port" in given_parts:
        given_parts["port"] = int(given_parts["port"])
    if "options" in query and url.query.get("options"):
        query["options"] = url.query["options"] + " " + query["options"]
    return url.set(**given_parts).update_query_dict(query)


def _escaped(text):
    return text.replace("\\", "\\\\").replace(" ", "\\ ")
