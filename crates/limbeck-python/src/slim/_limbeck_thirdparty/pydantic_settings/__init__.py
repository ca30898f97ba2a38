"""pydantic-settings: `BaseSettings` from the environment and `.env` files. Rules as in pydantic-settings 2."""
from pydantic._errors import SettingsError
from pydantic._model import BaseModel

__version__ = "2.0.0+limbeck"


class SettingsConfigDict(dict):
    """A plain dictionary, as the typed one is."""


class NoDecode:
    """In `Annotated[..., NoDecode]`: the text of the environment is not read as JSON."""


class ForceDecode:
    """In `Annotated[..., ForceDecode]`: read as JSON although the configuration says otherwise."""


class BaseSettings(BaseModel):
    __limbeck_root__ = True
    __limbeck_settings__ = True
    __limbeck_config__ = {"extra": "forbid", "validate_default": True, "arbitrary_types_allowed": True}
    model_config = {}

    def __init__(self, **kwargs):
        from pydantic._sources import read_settings

        options = {name: kwargs.pop(name) for name in list(kwargs) if name.startswith("_")}
        self.__limbeck_fill__(read_settings(type(self), kwargs, options))


def __getattr__(name):
    if name.startswith("__") and name.endswith("__"):
        raise AttributeError(name)
    from _limbeck_absent import Absent

    return Absent(f"pydantic_settings.{name}", "pydantic_settings")
