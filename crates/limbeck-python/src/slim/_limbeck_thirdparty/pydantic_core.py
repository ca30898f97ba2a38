"""Names that settings modules take from pydantic_core; the others are absent."""
_NAMES = ("MultiHostUrl", "PydanticUndefined", "Url", "ValidationError")


def __getattr__(name):
    if name.startswith("__") and name.endswith("__"):
        raise AttributeError(name)
    if name in _NAMES:
        import pydantic

        return getattr(pydantic, name)
    from _limbeck_absent import Absent

    return Absent(f"pydantic_core.{name}", "pydantic_core")
