"""Names of typing_extensions that typing has; the others are absent."""


def __getattr__(name):
    if name.startswith("__") and name.endswith("__"):
        raise AttributeError(name)
    import typing

    try:
        return getattr(typing, name)
    except AttributeError:
        from _limbeck_absent import Absent

        return Absent(f"typing_extensions.{name}", "typing_extensions")
