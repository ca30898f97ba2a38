"""`BaseSettings` as pydantic 1 had it."""
from pydantic._model import BaseModel


class BaseSettings(BaseModel):
    __limbeck_root__ = True
    __limbeck_settings__ = True
    __limbeck_old__ = True
    __limbeck_config__ = {"extra": "forbid", "validate_all": True, "arbitrary_types_allowed": True}

    class Config:
        """What classes may derive their own from."""

    def __init__(self, **kwargs):
        from pydantic._sources import read_settings

        options = {name: kwargs.pop(name) for name in list(kwargs) if name.startswith("_")}
        self.__limbeck_fill__(read_settings(type(self), kwargs, options))
