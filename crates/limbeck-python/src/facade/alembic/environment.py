"""EnvironmentContext by its older module name."""
from .runtime.environment import EnvironmentContext  # noqa: F401
