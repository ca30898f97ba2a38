"""`conv`."""
from .._core import conv  # noqa: F401
