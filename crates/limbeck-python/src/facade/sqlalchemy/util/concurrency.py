"""Async bridges."""
from . import await_fallback, await_only, greenlet_spawn  # noqa: F401
