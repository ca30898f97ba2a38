"""Running what completes at once."""


def finish(awaitable):
    """The value of an awaitable that never waits."""
    coroutine = awaitable if hasattr(awaitable, "send") else _drive(awaitable)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    coroutine.close()
    raise NotImplementedError("limbeck does not support awaiting something else than the database here")


async def _drive(awaitable):
    return await awaitable


class Awaitable:
    """A value that can be awaited, entered with `async with`, or both."""

    def __init__(self, make, leave=None):
        self._make = make
        self._leave = leave

    def __await__(self):
        return self._make()
        yield

    async def __aenter__(self):
        self._value = self._make()
        return self._value

    async def __aexit__(self, *error):
        if self._leave is not None:
            self._leave(self._value, *error)
        return False
