"""Coroutines that never wait: everything limbeck offers to await is done at once, so running one is stepping it to its end."""

import _limbeck

_running = []


class CancelledError(BaseException):
    pass


class TimeoutError(Exception):
    pass


class InvalidStateError(Exception):
    pass


def _finish(awaitable):
    if hasattr(awaitable, "send"):
        step = awaitable
    elif hasattr(awaitable, "__await__"):
        step = awaitable.__await__()
    else:
        raise TypeError(f"An asyncio.Future, a coroutine or an awaitable is required, not {type(awaitable).__name__}")
    try:
        while True:
            waited_for = step.send(None) if hasattr(step, "send") else next(step)
            if waited_for is not None:
                raise RuntimeError("limbeck's asyncio cannot wait for something outside of Python")
    except StopIteration as done:
        return done.value


class AbstractEventLoop:
    """The one loop."""

    def run_until_complete(self, future):
        _running.append(self)
        try:
            return _finish(future)
        finally:
            _running.pop()

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro)

    def run_in_executor(self, executor, func, *args):
        return Task(_call(func, args))

    def is_running(self):
        return bool(_running)

    def is_closed(self):
        return False

    def close(self):
        pass

    def time(self):
        import time

        return time.monotonic()


async def _call(func, args):
    return func(*args)


BaseEventLoop = SelectorEventLoop = AbstractEventLoop
_loop = AbstractEventLoop()


class Task:
    """A coroutine that ran when it was made."""

    def __init__(self, coro):
        self._error = self._value = None
        try:
            self._value = _finish(coro)
        except Exception as error:
            self._error = error

    def result(self):
        if self._error is not None:
            raise self._error
        return self._value

    def done(self):
        return True

    def cancel(self, msg=None):
        return False

    def add_done_callback(self, callback, *, context=None):
        callback(self)

    def __await__(self):
        return self.result()
        yield


Future = Task


def run(main, *, debug=None, loop_factory=None):
    if _running:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    return _loop.run_until_complete(main)


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def run(self, coro, *, context=None):
        return run(coro)


def get_running_loop():
    if not _running:
        raise RuntimeError("no running event loop")
    return _running[-1]


def get_event_loop():
    return _loop


def new_event_loop():
    return AbstractEventLoop()


def set_event_loop(loop):
    pass


def set_event_loop_policy(policy):
    pass


class DefaultEventLoopPolicy:
    pass


WindowsSelectorEventLoopPolicy = DefaultEventLoopPolicy


def create_task(coro, *, name=None, context=None):
    return Task(coro)


def ensure_future(coro_or_future, *, loop=None):
    return coro_or_future if isinstance(coro_or_future, Task) else Task(coro_or_future)


async def gather(*coros_or_futures, return_exceptions=False):
    results = []
    for one in coros_or_futures:
        try:
            results.append(await one)
        except Exception as error:
            if not return_exceptions:
                raise
            results.append(error)
    return results


async def wait_for(fut, timeout):
    return await fut


async def sleep(delay, result=None):
    _limbeck.sleep(float(delay))
    return result


async def to_thread(func, /, *args, **kwargs):
    return func(*args, **kwargs)


def iscoroutine(obj):
    import types

    return isinstance(obj, types.CoroutineType)


def iscoroutinefunction(func):
    import inspect

    return inspect.iscoroutinefunction(func)


class Lock:
    async def __aenter__(self):
        return None

    async def __aexit__(self, *exc):
        return None


class Semaphore(Lock):
    def __init__(self, value=1):
        pass
