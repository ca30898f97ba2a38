"""ScriptDirectory by this module's name."""
from . import Script, ScriptDirectory  # noqa: F401
