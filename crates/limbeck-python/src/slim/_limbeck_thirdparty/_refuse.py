"""How a slim version says that it does not know something."""


class NotKnownHere(BaseException):
    """Not an Exception: `except Exception` must not turn a setting that was not understood into a wrong one."""


def refuse(package, construct):
    """Raises: the slim version of `package` does not know `construct`."""
    raise NotKnownHere(
        f"{construct}: limbeck's own slim version of {package} does not know this, and does not guess. "
        "Give the value in another way, for example from os.environ in env.py"
    )
