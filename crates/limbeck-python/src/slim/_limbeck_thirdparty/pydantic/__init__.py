"""What settings modules take from pydantic; every other name is absent.

Settings classes are read in full. Other models are made cheaply: nothing of them is looked at before one is filled.
"""
from pydantic._fields import Field
from pydantic._model import BaseModel

__version__ = VERSION = "2.0.0+limbeck"

_HOMES = {
    "_errors": "ValidationError SettingsError PydanticUserError",
    "_fields": "AfterValidator AliasChoices AliasPath BeforeValidator ConfigDict Extra FieldInfo PlainValidator PrivateAttr PydanticUndefined "
    "computed_field field_serializer field_validator model_serializer model_validator root_validator serializer validator",
    "_types": "EmailStr NegativeFloat NegativeInt NonNegativeFloat NonNegativeInt NonPositiveFloat NonPositiveInt PositiveFloat PositiveInt "
    "SecretBytes SecretStr StrictBool StrictBytes StrictFloat StrictInt StrictStr conint confloat constr",
    "_urls": "AmqpDsn AnyHttpUrl AnyUrl CockroachDsn HttpUrl KafkaDsn MariaDBDsn MongoDsn MultiHostUrl MySQLDsn NatsDsn PostgresDsn RedisDsn "
    "Url",
    "_v1": "BaseSettings",
}
__all__ = ["BaseModel", "Field", *" ".join(_HOMES.values()).split()]
__all__.remove("SettingsError")


def _guarded():
    """A module that tries `from pydantic import BaseSettings` and is prepared to see it fail is for pydantic 2 too."""
    import sys

    import _limbeck

    frame = sys._getframe(1)
    while frame and (frame.f_globals is globals() or frame.f_globals.get("__name__", "").startswith(("_frozen_importlib", "importlib"))):
        frame = frame.f_back
    return frame is not None and _limbeck.import_is_guarded(frame.f_code.co_filename, frame.f_lineno)


def __getattr__(name):
    # Names with an underscore are our own modules.
    if name.startswith("_"):
        raise AttributeError(name)
    if name == "BaseSettings" and _guarded():
        raise AttributeError("`BaseSettings` has been moved to the `pydantic-settings` package")
    for home, names in _HOMES.items():
        if name in names.split():
            value = getattr(__import__("pydantic." + home, None, None, [name]), name)
            if name != "BaseSettings":
                globals()[name] = value
            return value
    from _limbeck_absent import Absent

    return Absent(f"pydantic.{name}", "pydantic")
