"""What the slim settings libraries are asked, and the real ones: small modules that leave `result`.

A case: name, source, environment, files; `old` runs with pydantic 1 (`pydantic.v1` of the real package); `refused` says that the slim
version must refuse where the real one answers.
"""
CASES = []


def case(name, source, env=None, files=None, old=False, refused=False):
    assert not any(other["name"] == name for other in CASES), name
    CASES.append({"name": name, "source": source, "env": env or {}, "files": files or {}, "old": old, "refused": refused})


# --- dotenv

DOTENV = r"""
# comment
PLAIN=value
export EXPORTED=yes
  INDENTED = spaced out  # comment
EMPTY=
NOVALUE
HASH=a#b
HASH2= # comment
HASH3=#novalue
SINGLE='it\'s $X "q" \n ${PLAIN}'
DOUBLE="line\nnext\t\"q\" \\ \x ${PLAIN}"
MULTI="first
second # no comment
third"
'QUOTED KEY'=1
TRAIL="x"   # comment
JUNK="x" y
AFTER=1
UNCLOSED="abc
NEXT=2
REF=${PLAIN}/${MISSING}/${MISSING:-def}/${FROM_ENV:-no}/${PLAIN:x}/$PLAIN
REF2=${REF}
DUP=1
DUP=2
URL=postgresql://u:p%40ss@h:5432/db?sslmode=require
DOTTED.KEY=1
=nokey
SP ACE=1
export=3
TAB	=	t
"""
case("dotenv values", "from dotenv import dotenv_values\nresult = dict(dotenv_values('.env'))", {"FROM_ENV": "env"}, {".env": DOTENV})
case("dotenv crlf", "from dotenv import dotenv_values\nresult = dict(dotenv_values('.env'))", {}, {".env": "A=1\r\nB='x\r\ny'\r\n\r\nC=3\rD=4"})
case("dotenv bom", "from dotenv import dotenv_values\nresult = dict(dotenv_values('.env'))", {}, {".env": "\ufeffA=1\n"})
case("dotenv raw", "from dotenv import dotenv_values\nresult = dict(dotenv_values('.env', interpolate=False))", {}, {".env": "A=1\nB=${A}"})
LOAD = "import os\nfrom dotenv import load_dotenv\nanswer = load_dotenv({})\nresult = [answer, os.environ.get('A'), os.environ.get('B')]"
case("load_dotenv finds the file", LOAD.format(""), {}, {".env": "A=1\nB=${A}2"})
case("load_dotenv keeps the environment", LOAD.format(""), {"A": "e"}, {".env": "A=1\nB=${A}2"})
case("load_dotenv overrides", LOAD.format("override=True"), {"A": "e"}, {".env": "A=1\nB=${A}2"})
case("load_dotenv without a file", LOAD.format("'none.env'"), {"A": "e"})
case("load_dotenv of an empty file", LOAD.format("'.env'"), {}, {".env": "# nothing\n"})
case("load_dotenv disabled", LOAD.format(""), {"PYTHON_DOTENV_DISABLED": "True"}, {".env": "A=1"})
case("load_dotenv of a stream", "import io\n" + LOAD.format("stream=io.StringIO('A=s')"))
case("get_key", "from dotenv import get_key\nresult = [get_key('.env', 'B'), get_key('.env', 'C')]", {}, {".env": "A=1\nB=${A}2"})
case("find_dotenv", "import os\nfrom dotenv import find_dotenv\nresult = [os.path.basename(find_dotenv(n)) for n in ('.env', 'no.env')]", {}, {".env": ""})
case("find_dotenv raises", "from dotenv import find_dotenv\nresult = find_dotenv('no.env', raise_error_if_not_found=True)")
case("find_dotenv usecwd", "import os\nfrom dotenv import find_dotenv\nresult = os.path.basename(find_dotenv(usecwd=True))", {}, {".env": ""})

# --- pydantic-settings 2

HEAD = """from enum import Enum, IntEnum
from pathlib import Path
from typing import Annotated, Any, ClassVar, Dict, List, Literal, Optional, Set, Tuple, Union
from pydantic import *
from pydantic import AliasChoices, BaseModel, Field, SecretStr, PostgresDsn, computed_field, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

"""


def settings(name, body, env=None, files=None, show="s.x", **options):
    lines = "\n".join("    " + line for line in body.strip("\n").split("\n"))
    case(name, f"{HEAD}class Settings(BaseSettings):\n{lines}\n\ns = Settings()\nresult = {show}", env, files, **options)


def kinds(label, annotation, texts, **options):
    for text in texts:
        settings(f"{label}: {text!r}", f"x: {annotation}", {"X": text}, show="[s.x, type(s.x).__name__]", **options)


case("default", HEAD + "class S(BaseSettings):\n    database_url: str = 'sqlite:///default.db'\nresult = S().database_url")
settings("environment", "x: str = 'd'", {"X": "e"})
settings("environment lower", "X: str = 'd'", {"x": "e"})
settings("case sensitive", "model_config = SettingsConfigDict(case_sensitive=True)\nx: str = 'd'\nY: str = 'd'", {"X": "e", "Y": "f"}, show="[s.x, s.Y]")
settings("prefix", "model_config = SettingsConfigDict(env_prefix='APP_')\nx: str = 'd'", {"X": "no", "APP_X": "e"})
settings("prefix and alias", "model_config = {'env_prefix': 'APP_'}\nx: str = Field('d', validation_alias='DB')", {"APP_X": "no", "DB": "e"})
settings("alias", "x: str = Field('d', alias='DB')", {"X": "no", "DB": "e"})
settings("alias ignores name", "x: str = Field('d', alias='DB')", {"X": "no"})
settings("choices", "x: str = Field('d', validation_alias=AliasChoices('A', 'B'))", {"B": "b", "X": "no"})
settings("choices order", "x: str = Field('d', validation_alias=AliasChoices('A', 'B'))", {"B": "b", "A": "a"})
settings("populate by name", "model_config = {'populate_by_name': True}\nx: str = Field('d', alias='DB')", {"X": "n"})
settings("Field env is not read by 2", "x: str = Field('d', env='DB')", {"DB": "no"}, refused=True)
settings("Field env is not read by 2, the name", "x: str = Field('d', env='x')", {"X": "e"})
settings("Field env is not read by 2, unset", "x: str = Field('d', env='DB')", {"X": "e"})
case("either home of BaseSettings", "try:\n    from pydantic import BaseSettings\nexcept ImportError:\n    from pydantic_settings import BaseSettings\n"
     "class S(BaseSettings):\n    x: str\nresult = [S().x, BaseSettings.__module__.partition('.')[0]]", {"X": "e"})
case("either home of BaseSettings, the other way", "try:\n    from pydantic_settings import BaseSettings\nexcept ImportError:\n    from pydantic import BaseSettings\n"
     "class S(BaseSettings):\n    x: str\nresult = [S().x, BaseSettings.__module__.partition('.')[0]]", {"X": "e"})
settings("missing", "x: str\ny: int", {"Y": "1"})
settings("missing alias", "x: str = Field(..., alias='DB')", {})
settings("wrong int", "x: int", {"X": "a"})
settings("empty is not missing", "x: str = 'd'", {"X": ""})
settings("env_ignore_empty", "model_config = {'env_ignore_empty': True}\nx: str = 'd'", {"X": ""})
settings("default is validated", "x: int = '5'", {}, show="[s.x, type(s.x).__name__]")
settings("default_factory", "x: list = Field(default_factory=list)\ny: str = Field(default_factory=lambda: 'f')", {}, show="[s.x, s.y]")
settings("class Config", "x: str = 'd'\nclass Config:\n    env_prefix = 'P_'\n    env_file = '.env'", {}, {".env": "P_X=file"})
settings("string annotations", "x: 'Optional[str]' = None\ny: 'int' = 1", {"X": "e", "Y": "2"}, show="[s.x, s.y]")
settings("underscore", "_x: str = 'd'\ny: str = 'd'", {"_X": "no", "Y": "e"}, show="[s._x, s.y]")
settings("class variable", "a: ClassVar[str] = 'c'\nx: str = 'd'", {"A": "no"}, show="[s.a, s.x]")
settings("private", "_p: str = PrivateAttr('d')\nx: str = 'd'", {}, show="[s._p, s.x]")
settings("class access", "x: str = 'd'", {}, show="Settings.x")
settings("bare attribute", "x = 'd'", {}, show="s.x")
case("inheritance", HEAD + "class A(BaseSettings):\n    model_config = {'env_prefix': 'A_'}\n    x: str = 'd'\n    y: str = 'd'\n"
     "class B(A):\n    y: int = 3\n    z: str = 'z'\nresult = B().model_dump()", {"A_X": "1", "A_Y": "2", "A_Z": "3"})
case("class arguments", HEAD + "class A(BaseSettings, env_prefix='A_'):\n    x: str = 'd'\nresult = A().x", {"A_X": "1"})
case("arguments first", HEAD + "class A(BaseSettings):\n    x: str = 'd'\nresult = A(x='init').x", {"X": "1"})
case("argument by alias", HEAD + "class A(BaseSettings):\n    x: str = Field('d', alias='DB')\nresult = A(DB='init').x", {"DB": "1"})
case("argument extra", HEAD + "class A(BaseSettings):\n    x: str = 'd'\nresult = A(y='init').x")
case("argument extra ignored", HEAD + "class A(BaseSettings):\n    model_config = {'extra': 'ignore'}\n    x: str = 'd'\nresult = A(y='i').model_dump()")
case("argument extra allowed", HEAD + "class A(BaseSettings):\n    model_config = {'extra': 'allow'}\n    x: str = 'd'\nresult = A(y='i').model_dump()")
case("_env_file", HEAD + "class A(BaseSettings):\n    x: str = 'd'\nresult = A(_env_file='my.env').x", {}, {"my.env": "X=file"})
case("_env_file off", HEAD + "class A(BaseSettings):\n    model_config={'env_file':'my.env'}\n    x: str = 'd'\nresult = A(_env_file=None).x", {}, {"my.env": "X=f"})
ENV_FILE = "model_config = SettingsConfigDict(env_file='.env'{})\nx: str = 'd'"
settings("env file", ENV_FILE.format(""), {}, {".env": "X=file"})
settings("env file under environment", ENV_FILE.format(""), {"X": "e"}, {".env": "X=file"})
settings("env file missing", ENV_FILE.format(""), {})
settings("env file extra forbidden", ENV_FILE.format(""), {}, {".env": "X=file\nOTHER=1"})
settings("env file extra ignored", ENV_FILE.format(", extra='ignore'"), {}, {".env": "X=file\nOTHER=1"}, show="s.model_dump()")
settings("env file extra allowed", ENV_FILE.format(", extra='allow'"), {}, {".env": "X=file\nOTHER=1"}, show="s.model_dump()")
settings("env file extra with prefix", ENV_FILE.format(", env_prefix='P_'"), {}, {".env": "P_X=file\nOTHER=1"})
settings("env file extra empty", ENV_FILE.format(""), {}, {".env": "X=file\nOTHER=\nNONE"})
settings("env file interpolation", ENV_FILE.format(", extra='ignore'"), {"H": "host"}, {".env": "U=me\nX=${U}@${H}"})
settings("env files", "model_config = {'env_file': ('a.env', 'b.env')}\nx: str = 'd'\ny: str = 'd'", {}, {"a.env": "X=a\nY=a", "b.env": "X=b"}, show="[s.x, s.y]")
settings("env file encoding", ENV_FILE.format(", env_file_encoding='utf-8'"), {}, {".env": "X=ü"})
settings("secrets", "model_config = {'secrets_dir': 'run'}\nx: str = 'd'", {}, {"run/X": " secret\n"})
settings("secrets under environment", "model_config = {'secrets_dir': 'run'}\nx: str = 'd'", {"x": "e"}, {"run/x": "secret"})

kinds("int", "int", ["1", " 1 ", "1.0", "1.5", "1_000", "+5", "01", "1__0", "", "1e3", "0x10", "true", "１"])
kinds("float", "float", ["1", "1.5", " 2e3 ", "inf", "", "x"])
kinds("bool", "bool", ["1", "true", "TRUE", "Yes", "on", "t", "0", "off", "n", "2", "", " true", "False"])
kinds("bytes", "bytes", ["abc"])
kinds("path", "Path", ["/a/b"])
kinds("optional int", "Optional[int]", ["1", "", "None", "null"])
kinds("optional bar", "int | None", ["1"])
kinds("optional str", "Optional[str]", ["", "x"])
kinds("int or str", "Union[int, str]", ["1", "x"])
kinds("int or float", "Union[int, float]", ["1", "1.5", "x"])
kinds("bool or str", "Union[bool, str]", ["true"])
kinds("literal", "Literal['a', 'b']", ["a", "c", "A"])
kinds("literal int", "Literal[1, 2]", ["1"])
kinds("list", "list[int]", ["[1, \"2\"]", "1,2", "[\"x\"]", "{}", ""])
kinds("List", "List[str]", ["[\"a\"]", "a,b"])
kinds("bare list", "list", ["[1, \"2\"]"])
kinds("dict", "dict[str, int]", ["{\"a\": \"1\"}", "[]"])
kinds("set", "set[int]", ["[1, 1]"])
kinds("tuple", "tuple[int, str]", ["[1, \"a\"]", "[1]"])
kinds("tuples", "Tuple[int, ...]", ["[1, 2]"])
kinds("list or str", "Union[list[str], str]", ["[\"a\"]", "a,b", "1"])
kinds("str or list", "str | list[str]", ["[\"a\"]", "a,b"])
kinds("optional list", "Optional[list[str]]", ["[\"a\"]", "a,b"])
kinds("any", "Any", ["1"])
kinds("secret", "SecretStr", ["p", ""])
kinds("positive", "PositiveInt", ["1", "0"])
kinds("email", "EmailStr", ["a.b@Example.COM", "x"])
settings("secret value", "x: SecretStr = SecretStr('d')", {"X": "pw"}, show="[s.x.get_secret_value(), str(s.x), repr(s.x)]")
settings("constraints", "x: int = Field(5432, ge=1, le=65535)", {"X": "70000"})
settings("annotated field", "x: Annotated[int, Field(gt=0)] = 1", {"X": "0"})
settings("annotated default", "x: Annotated[str, Field(alias='DB')] = 'd'", {"DB": "e"})
settings("enum", "x: Literal['a'] = 'a'", {})
ENUMS = "class E(str, Enum):\n    A = 'a'\nclass I(IntEnum):\n    ONE = 1\nclass P(Enum):\n    N = 1\n    S = 's'\n"
for number, (annotation, text) in enumerate([("E", "a"), ("E", "A"), ("I", "1"), ("I", "ONE"), ("P", "s"), ("P", "1")]):
    case(f"enum {number}", f"{HEAD}{ENUMS}class S(BaseSettings):\n    x: {annotation}\nresult = repr(S().x)", {"X": text})
settings("NoDecode", "x: Annotated[list[str], NoDecode]\n@field_validator('x', mode='before')\n@classmethod\ndef split(cls, v):\n    return v.split(',')",
         {"X": "a,b"})

# --- validators and properties

settings("property", "h: str = 'localhost'\n@property\ndef url(self):\n    return f'postgresql://{self.h}/d'", {"H": "db"}, show="s.url")
settings("computed", "h: str = 'l'\n@computed_field\n@property\ndef url(self) -> str:\n    return f'pg://{self.h}'", {"H": "db"}, show="[s.url, s.model_dump()]")
settings("field validator", "x: str\n@field_validator('x')\n@classmethod\ndef f(cls, v):\n    return v.replace('postgres://', 'postgresql://')", {"X": "postgres://h"})
settings("field validator no classmethod", "x: str\n@field_validator('x')\ndef f(cls, v):\n    return v + '!'", {"X": "a"})
settings("field validator before", "x: int\n@field_validator('x', mode='before')\n@classmethod\ndef f(cls, v):\n    return v + '0'", {"X": "1"})
settings("field validator info", "h: str\nx: str = ''\n@field_validator('x')\n@classmethod\ndef f(cls, v, info):\n    return v or info.data['h']", {"H": "db"})
settings("field validator raises", "x: str\n@field_validator('x')\n@classmethod\ndef f(cls, v):\n    raise ValueError('no')", {"X": "1"})
settings("field validator order", "x: str\n@field_validator('x')\n@classmethod\ndef f(cls, v):\n    return v + 'f'\n@field_validator('x')\n@classmethod\n"
         "def g(cls, v):\n    return v + 'g'\n@field_validator('x', mode='before')\n@classmethod\ndef h(cls, v):\n    return v + 'h'\n"
         "@field_validator('x', mode='before')\n@classmethod\ndef i(cls, v):\n    return v + 'i'", {"X": "-"})
settings("model validator after", "h: str = 'l'\nx: Optional[str] = None\n@model_validator(mode='after')\ndef f(self):\n    if self.x is None:\n"
         "        self.x = f'pg://{self.h}'\n    return self", {"H": "db"})
settings("model validator before", "h: str = 'l'\nx: str\n@model_validator(mode='before')\n@classmethod\ndef f(cls, data):\n"
         "    data.setdefault('x', 'pg://' + data.get('h', ''))\n    return data", {"H": "db"})
settings("model validator raises", "x: str = ''\n@model_validator(mode='after')\ndef f(self):\n    raise ValueError('no')")
settings("old validator in 2", "h: str = 'l'\nx: Optional[str] = None\n@validator('x', pre=True, always=True)\ndef f(cls, v, values):\n"
         "    return v or values['h']", {"H": "db"})
settings("post init", "x: str = 'd'\ny: str = ''\ndef model_post_init(self, context):\n    self.y = self.x + '!'", {"X": "e"}, show="s.y")
settings("assignment", "x: str = 'd'", show="(setattr(s, 'x', 'n'), s.x)[1]")
settings("assignment of no field", "x: str = 'd'", show="setattr(s, 'y', 'n')")
settings("frozen", "model_config = {'frozen': True}\nx: str = 'd'", show="setattr(s, 'x', 'n')")
settings("Annotated validators", "x: Annotated[int, BeforeValidator(lambda v: v + '1'), AfterValidator(lambda v: v + 1), BeforeValidator(lambda v: v + '2')]",
         {"X": "9"})
settings("before validator of a union", "x: Annotated[Union[list[AnyUrl], str], BeforeValidator(lambda v: [i.strip() for i in v.split(',')] if not v.startswith('[') else v)] = []",
         {"X": "http://a.com, http://b.com:80/x"}, show="[str(u) for u in s.x]")
settings("cached", "x: str = 'd'", {"X": "e"}, show="s.model_copy(update={'x': 'u'}).x")
settings("dump exclude", "x: str = 'd'\ny: int = 1", show="[s.model_dump(exclude={'y'}), s.model_dump(include={'y'}), s.model_fields_set == set()]")
settings("fields", "x: str = 'd'\ny: int", {"Y": "1"}, show="[list(type(s).model_fields), type(s).model_fields['y'].is_required()]")

# --- nested models

NESTED = HEAD + """class Deep(BaseModel):
    z: int = 0
class Db(BaseModel):
    url: str = 'sqlite://'
    Pool: int = 5
    tags: list[str] = []
    deep: Deep = Deep()
class Settings(BaseSettings):
    model_config = SettingsConfigDict({})
    db: Db = Db()
result = Settings().model_dump()
"""
DELIMITED = NESTED.replace("SettingsConfigDict({})", "SettingsConfigDict(env_nested_delimiter='__')")
case("nested default", NESTED.format(""), {"DB__URL": "no"})
case("nested json", NESTED.format(""), {"DB": '{"url": "pg", "Pool": "7"}'})
case("nested delimiter", DELIMITED, {"DB__URL": "pg", "DB__POOL": "9", "DB__TAGS": '["a"]', "db__deep__Z": "3"})
case("nested both", DELIMITED, {"DB": '{"url": "pg", "Pool": 1}', "DB__POOL": "9"})
case("nested file", DELIMITED.replace("='__'", "='__', env_file='.env'"), {"DB__POOL": "2"}, {".env": "DB__URL=f\nDB__POOL=1"})
case("nested unknown key", DELIMITED, {"DB__NO": "x"})
case("nested wrong", DELIMITED, {"DB__POOL": "x"})
case("nested wrong json", NESTED.format(""), {"DB": "{"})
case("settings in a settings", HEAD + "class A(BaseSettings):\n    url: str = 'd'\nclass B(BaseSettings):\n    a: A = Field(default_factory=A)\n"
     "result = B().a.url", {"URL": "e"})
case("settings in a settings as default", HEAD + "class A(BaseSettings):\n    url: str = 'd'\nclass B(BaseSettings):\n    a: A = A()\nresult = B().a.url", {"URL": "e"})

# --- addresses

URLS = [
    ("PostgresDsn", "postgresql://u:p@localhost"), ("PostgresDsn", "postgresql+asyncpg://u:p w@HOST/d b"), ("PostgresDsn", "postgres://u:p%40@h:5432/d?x=1#f"),
    ("PostgresDsn", "postgresql:///db"), ("PostgresDsn", "mysql://a@b/c"), ("PostgresDsn", "postgresql://u:p@@h/db"), ("PostgresDsn", "postgresql://u:@h/db"),
    ("PostgresDsn", "postgresql://u:pä^{}|;&\\[=]@h/db'\"<>"), ("PostgresDsn", "POSTGRESQL://h/db"), ("PostgresDsn", " postgresql://h/a/../b "),
    ("PostgresDsn", "postgresql://u:p#x@h/db"), ("PostgresDsn", "postgresql://u:p@h1:1,h2:02/db"), ("PostgresDsn", "postgresql://h:99999/db"),
    ("PostgresDsn", ""), ("PostgresDsn", "db"), ("PostgresDsn", "postgresql://u:p@[::1]:5432/db"), ("PostgresDsn", "postgresql://:p@h/db"),
    ("RedisDsn", "redis://h"), ("RedisDsn", "redis://:p@h:1/2"), ("RedisDsn", "redis://localhost:6379"), ("AnyUrl", "sqlite:///x.db"), ("AnyUrl", "sqlite://"),
    ("AnyUrl", "sqlite:////x/../y.db"), ("AnyUrl", "sqlite+aiosqlite:///./a b.db"), ("AnyUrl", "http://A.com:80"), ("AnyUrl", "https://a.com?x='1'"),
    ("AnyUrl", "postgresql://u:p@H/d"), ("AnyUrl", "mssql+pyodbc://u:p@h/d?driver=ODBC+Driver 17"), ("HttpUrl", "http://localhost:3000"), ("HttpUrl", "ftp://a.com"),
    ("AnyHttpUrl", "https://k@o1.ingest.io/4"), ("MySQLDsn", "mysql+pymysql://u:p@h/d"), ("MariaDBDsn", "mariadb://u:p@h/d"), ("AmqpDsn", "amqp://g@h//"),
    ("MongoDsn", "mongodb://h"), ("KafkaDsn", "kafka://x"), ("CockroachDsn", "cockroachdb://u@h/d"), ("HttpUrl", "http://127.0.0.1:8000/a b"),
]  # fmt: skip
for annotation, url in URLS:
    settings(f"{annotation} {url}", f"x: {annotation}", {"X": url}, show="str(s.x)")
settings("dsn is no text", "x: PostgresDsn", {"X": "postgresql://u:p@h:1/d"},
         show="[isinstance(s.x, str), repr(s.x), s.x.scheme, s.x.path, s.x.hosts(), s.x.unicode_string(), s.x.query]")
settings("dsn or str", "x: Union[PostgresDsn, str]", {"X": "sqlite://"}, show="[str(s.x), isinstance(s.x, str)]")
settings("dsn default", "x: PostgresDsn = 'postgresql://h/d'", show="repr(s.x)")
BUILDS = [
    "scheme='postgresql+psycopg', username='u', password='p', host='h', port=5432, path='db'", "scheme='postgresql', username='u', host='h', path='/db'",
    "scheme='postgresql', username='u@x', password='p', host='h', path='db'", "scheme='postgresql', username='u', password='p@ w%', host='h', path='db'",
    "scheme='postgresql', username='u', password='p/q', host='h', path='db'", "scheme='postgresql', username=None, password=None, host='h', path=''",
    "scheme='postgresql', username='', password='', host='h', query='a=b', fragment='f'", "scheme='sqlite', username='u', host='h'",
    "scheme='postgresql', username='u', host='h', port='1'", "scheme='postgresql', username='u', path='d'", "scheme='postgresql', host='h', path='db'",
]  # fmt: skip
for arguments in BUILDS:
    case(f"build {arguments}", f"from pydantic import PostgresDsn\nresult = str(PostgresDsn.build({arguments}))")
case("MultiHostUrl", "from pydantic_core import MultiHostUrl\nresult = str(MultiHostUrl.build(scheme='postgresql+psycopg', username='u', password='p', host='H', port=1, path='d'))")
case("build, no user, path with a slash", "from pydantic import PostgresDsn\nresult = str(PostgresDsn.build(scheme='postgresql', host='h', path='/db'))", refused=True)

TEMPLATE = '''import secrets
from typing import Annotated, Any, Literal

from pydantic import AnyUrl, BeforeValidator, EmailStr, HttpUrl, PostgresDsn, computed_field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from typing_extensions import Self


def parse_cors(v: Any) -> list[str] | str:
    if isinstance(v, str) and not v.startswith("["):
        return [i.strip() for i in v.split(",")]
    elif isinstance(v, list | str):
        return v
    raise ValueError(v)


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")
    SECRET_KEY: str = secrets.token_urlsafe(32)
    ACCESS_TOKEN_EXPIRE_MINUTES: int = 60 * 24 * 8
    ENVIRONMENT: Literal["local", "staging", "production"] = "local"
    BACKEND_CORS_ORIGINS: Annotated[list[AnyUrl] | str, BeforeValidator(parse_cors)] = []

    @computed_field  # type: ignore[prop-decorator]
    @property
    def all_cors_origins(self) -> list[str]:
        return [str(origin).rstrip("/") for origin in self.BACKEND_CORS_ORIGINS]

    PROJECT_NAME: str
    SENTRY_DSN: HttpUrl | None = None
    POSTGRES_SERVER: str
    POSTGRES_PORT: int = 5432
    POSTGRES_USER: str
    POSTGRES_PASSWORD: str = ""
    POSTGRES_DB: str = ""
    EMAILS_FROM_NAME: EmailStr | None = None

    @computed_field
    @property
    def SQLALCHEMY_DATABASE_URI(self) -> PostgresDsn:
        return PostgresDsn.build(scheme="postgresql+psycopg", username=self.POSTGRES_USER, password=self.POSTGRES_PASSWORD,
                                 host=self.POSTGRES_SERVER, port=self.POSTGRES_PORT, path=self.POSTGRES_DB)

    @model_validator(mode="after")
    def _enforce(self) -> Self:
        if self.POSTGRES_PASSWORD == "changethis":
            raise ValueError("change it")
        return self


settings = Settings()
result = [str(settings.SQLALCHEMY_DATABASE_URI), settings.all_cors_origins, settings.ENVIRONMENT, settings.POSTGRES_PORT]
'''
FILE = "PROJECT_NAME=\"My Project\"\nPOSTGRES_SERVER=localhost\nPOSTGRES_USER=app\nPOSTGRES_DB=app\nPOSTGRES_PASSWORD={}\nSENTRY_DSN=\nOTHER=1\nBACKEND_CORS_ORIGINS=\"http://localhost,https://a.b\"\n"
case("template", TEMPLATE, {}, {".env": FILE.format("secret")})
case("template, environment", TEMPLATE, {"POSTGRES_SERVER": "db", "POSTGRES_PORT": "6000"}, {".env": FILE.format("secret")})
case("template, refused password", TEMPLATE, {}, {".env": FILE.format("changethis")})
case("template, nothing set", TEMPLATE)

# --- pydantic 1

OLD = """from enum import Enum, IntEnum
from pathlib import Path
from typing import Any, Dict, List, Optional, Union
from pydantic import AnyUrl, BaseModel, BaseSettings, EmailStr, Field, HttpUrl, PostgresDsn, RedisDsn, SecretStr, root_validator, validator

"""


def old(name, body, env=None, files=None, show="s.x", **options):
    lines = "\n".join("    " + line for line in body.strip("\n").split("\n"))
    case("old " + name, f"{OLD}class Settings(BaseSettings):\n{lines}\n\ns = Settings()\nresult = {show}", env, files, old=True, **options)


old("environment", "x: str = 'd'", {"X": "e"})
old("default", "x: str = 'd'")
old("bare attribute", "x = 'd'\ny = 5", {"X": "e", "Y": "6"}, show="[s.x, s.y]")
old("env", "x: str = Field('d', env='DB')", {"DB": "e", "X": "no"})
old("env list", "x: str = Field('d', env=['A', 'B'])", {"B": "e"})
old("Config.fields", "x: str = 'd'\nclass Config:\n    fields = {'x': {'env': 'DB'}}", {"DB": "e"})
old("prefix", "x: str = 'd'\nclass Config:\n    env_prefix = 'p_'", {"P_X": "e"})
old("case sensitive", "x: str = 'd'\nclass Config:\n    case_sensitive = True", {"X": "e"})
old("env file", "x: str = 'd'\nclass Config:\n    env_file = '.env'", {}, {".env": "X=file\nOTHER=1"})
old("env file under environment", "x: str = 'd'\nclass Config:\n    env_file = '.env'", {"X": "e"}, {".env": "X=file"})
old("missing", "x: str")
old("optional is not required", "x: Optional[str]\ny: str = None", show="[s.x, s.y]")
old("alias is not read", "x: str = Field('d', alias='DB')", {"DB": "no"})
old("int", "x: int", {"X": "1.0"})
old("bool", "x: bool", {"X": "Yes"})
old("union", "x: Union[int, str]", {"X": "1"})
old("list", "x: List[str] = []", {"X": '["a"]'})
old("wrong list", "x: List[str] = []", {"X": "a"})
old("number as text", "x: str = 5")
old("dsn", "x: PostgresDsn", {"X": "postgresql://u:p%40@H:5432/d"}, show="[s.x, isinstance(s.x, str), s.x.host, s.x.user, s.x.password, s.x.port, s.x.path]")
old("dsn without user", "x: PostgresDsn", {"X": "postgresql://h/d"})
old("dsn of another scheme", "x: PostgresDsn", {"X": "mysql://u@h/d"})
old("secret", "x: SecretStr = 'd'", {"X": "e"}, show="[str(s.x), s.x.get_secret_value()]")
old("root validator", "h: str = 'l'\nx: str = ''\n@root_validator\ndef f(cls, values):\n    values['x'] = values['h'] + '!'\n    return values", {"H": "db"})
old("root validator pre", "h: str = 'l'\nx: str = ''\n@root_validator(pre=True)\ndef f(cls, values):\n    values['x'] = 'pre'\n    return values", {"H": "db"})
old("validator", "x: str = 'd'\n@validator('x')\ndef f(cls, v):\n    return v + '!'", {"X": "e"})
old("dict", "x: str = 'd'", {"X": "e"}, show="s.dict()")
old("nested", "x: Dict[str, int] = {}", {"X": '{"a": "1"}'})
ASSEMBLE = '''PG_SERVER: str
PG_USER: str = "u"
PG_PASSWORD: str = "p"
PG_DB: str = "d"
x: Optional[PostgresDsn] = None

@validator("x", pre=True)
def assemble(cls, v: Optional[str], values: Dict[str, Any]) -> Any:
    if isinstance(v, str):
        return v
    return PostgresDsn.build(scheme="postgresql", user=values.get("PG_USER"), password=values.get("PG_PASSWORD"),
                             host=values.get("PG_SERVER"), path=f"/{values.get('PG_DB') or ''}")

class Config:
    case_sensitive = True'''
old("assembled", ASSEMBLE, {"PG_SERVER": "db"})
old("assembled, given", ASSEMBLE, {"PG_SERVER": "db", "x": "postgresql://a:b@c/d"})
old("enum", "x: str = 'd'\nclass Config:\n    use_enum_values = False")

# --- what the slim version does not know: it refuses

settings("unknown: sources", "x: str = 'd'\n@classmethod\ndef settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings):\n"
         "    return init_settings, dotenv_settings, env_settings", {"X": "e"}, refused=True)
settings("unknown: configuration", "model_config = {'str_to_lower': True}\nx: str = 'D'", {"X": "E"}, refused=True)
settings("unknown: alias generator", "model_config = {'alias_generator': str.upper}\nx: str = 'D'", {"X": "E"}, refused=True)
settings("unknown: pattern", "x: str = Field('D', pattern='D')", {}, refused=True)
settings("unknown: pattern, another field", "y: str = Field('D', pattern='D')\nx: str = 'd'", {"X": "e"})
settings("unknown: type", "from datetime import timedelta\nx: timedelta = 5", {}, refused=True, show="s.x.total_seconds()")
settings("unknown: wrap", "x: str = 'd'\n@field_validator('x', mode='wrap')\n@classmethod\ndef f(cls, v, handler):\n    return handler(v) + '!'", {}, refused=True)
settings("unknown: info of an unknown field", "y: str = Field('D', pattern='D')\nx: str = 'd'\n@field_validator('x')\n@classmethod\ndef f(cls, v, info):\n"
         "    return info.data.get('y', 'default')", {}, refused=True)
case("unknown: mixin", HEAD + "class Mixin:\n    x: str = 'd'\nclass S(Mixin, BaseSettings):\n    y: str = 'd'\nresult = S().x", {"X": "e"}, refused=True)
case("unknown: except Exception", HEAD + "class S(BaseSettings):\n    x: str = Field('D', pattern='D')\ntry:\n    result = S().x\nexcept Exception:\n    result = 'fallback'",
     {"X": "D"}, refused=True)

# --- models of an API: cheap, and never in the way

MODELS = HEAD + """class Odd(BaseModel):
    a: "Nowhere"
    b: Callable = None
class User(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str = Field(..., min_length=1, pattern='^a', examples=['x'])
    email: Optional[EmailStr] = None
    @field_validator('name', mode='wrap')
    @classmethod
    def f(cls, v, handler):
        return handler(v)
"""
case("models are defined", MODELS.replace("    b: Callable = None\n", "") + "result = 1")
case("model", HEAD + "class M(BaseModel):\n    a: int\n    b: list[str] = []\nm = M(a='1', c=3)\nresult = [m.model_dump(), m == M(a=1), repr(m), str(m)]")
case("model wrong", HEAD + "class M(BaseModel):\n    a: int\nresult = M(a='x')")
case("model default is not validated", HEAD + "class M(BaseModel):\n    a: int = 'x'\nresult = M().a")
case("model defaults are not shared", HEAD + "class M(BaseModel):\n    a: list = []\nM().a.append(1)\nresult = M().a")

# --- decouple

DECOUPLE = "# c\nA=1\nB = 'q'  \nC=\"x # y\"\nD=a=b\nE\nF=\nG='a\"\n H = ${A}\n"
case("decouple file", "from decouple import config\nresult = [config(k, default=None) for k in 'ABCDEFGH']", {}, {".env": DECOUPLE})
case("decouple environment", "from decouple import config\nresult = [config('A'), config('A', cast=int)]", {"A": "7"}, {".env": DECOUPLE})
case("decouple missing", "from decouple import config\nresult = config('NO')")
for text in ("yes", "True", "0", "off", "", "x"):
    case(f"decouple bool {text!r}", "from decouple import config\nresult = config('A', cast=bool)", {"A": text})
case("decouple default is cast", "from decouple import config\nresult = [config('N', default='5', cast=int), config('N', default=False, cast=bool)]")
case("decouple csv", "from decouple import config, Csv\nresult = [config('A', cast=Csv()), config('A', cast=Csv(int, post_process=tuple)) == (1, 2)]", {"A": "1, 2"})
case("decouple csv quotes", "from decouple import config, Csv\nresult = config('A', cast=Csv())", {"A": "a, 'b, c' ,d"})
case("decouple choices", "from decouple import config, Choices\nresult = config('A', cast=Choices(['a']))", {"A": "b"})
case("decouple ini", "from decouple import config\nresult = [config('a'), config('B', cast=int)]", {}, {"settings.ini": "[settings]\nA=x%%y\nB: 2\n", ".env": "A=no"})
case("decouple repository", "from decouple import Config, RepositoryEnv\nresult = Config(RepositoryEnv('my.env'))('A')", {}, {"my.env": "A=1"})
case("decouple AutoConfig", "from decouple import AutoConfig\nresult = AutoConfig(search_path='sub')('A')", {}, {"sub/.env": "A=1"})

# --- environs

ENVIRONS = "from environs import Env\nenv = Env()\n"
case("environs", ENVIRONS + "result = [env('A'), env.str('A'), env.int('A'), env.float('A'), env.str('N', 'd'), env.int('N', None)]", {"A": "1"})
case("environs missing", ENVIRONS + "result = env.str('N')")
case("environs wrong", ENVIRONS + "result = env.int('A')", {"A": "x"})
for text in ("true", "YES", "0", "Off", "", "tRue"):
    case(f"environs bool {text!r}", ENVIRONS + "result = env.bool('A')", {"A": text})
case("environs list", ENVIRONS + "result = [env.list('A'), env.list('A', subcast=int), env.list('B'), env.list('A', delimiter=' ')]", {"A": "1, 2", "B": ""})
case("environs dict", ENVIRONS + "result = [env.dict('A'), env.dict('A', subcast_values=int)]", {"A": "a=1, b=2"})
case("environs json", ENVIRONS + "result = env.json('A')", {"A": '{"a": [1]}'})
case("environs wrong json", ENVIRONS + "result = env.json('A')", {"A": "{"})
case("environs path", ENVIRONS + "result = str(env.path('A'))", {"A": "/a/b"})
case("environs prefix", ENVIRONS + "with env.prefixed('P_'):\n    with env.prefixed('Q_'):\n        a = env('A')\n    b = env('B')\nresult = [a, b, env('A', 'd')]", {"P_Q_A": "1", "P_B": "2"})
case("environs file", ENVIRONS + "result = [env.read_env(), env('A'), env('B')]", {"A": "e"}, {".env": "A=1\nB=2"})
case("environs file of a path", ENVIRONS + "env.read_env('my.env', recurse=False)\nresult = env('A')", {}, {"my.env": "A=1"})
case("environs sealed", ENVIRONS + "env.seal()\nresult = env('A')", {"A": "1"})
case("environs lazy", "from environs import Env\nenv = Env(eager=False)\nenv.int('A')\nenv.str('B')\nenv.seal()", {"A": "x"})
case("environs parser", ENVIRONS + "@env.parser_for('twice')\ndef twice(value):\n    return value * 2\nresult = env.twice('A')", {"A": "1"})
case("environs unknown getter", ENVIRONS + "result = env.log_level('A')", {"A": "info"}, refused=True)
case("environs expanded", "from environs import Env\nresult = Env(expand_vars=True)('A')", {"A": "${B}", "B": "b"}, refused=True)
case("environs override", ENVIRONS + "env.read_env(override=True)\nresult = env('A')", {"A": "e"}, {".env": "A=1"}, refused=True)
case("environs and os.environ", ENVIRONS + "import os\nenv.read_env()\nresult = str(os.environ.get('A', 'default'))", {}, {".env": "A=1"}, refused=True)

# --- odds and ends

FUTURE = "from __future__ import annotations\n" + HEAD
case("future annotations", FUTURE + "class Db(BaseModel):\n    url: str = 'd'\nclass S(BaseSettings):\n    a: Optional[int] = None\n    db: Db = Db()\n"
     "    l: list[Db] = []\nresult = S().model_dump()", {"A": "1", "DB": '{"url": "e"}', "L": '[{"url": "1"}]'})
case("own Path of the env file", HEAD + "class S(BaseSettings):\n    model_config = SettingsConfigDict(env_file=Path(__file__).parent / '.env')\n    x: str = 'd'\nresult = S().x",
     {}, {".env": "X=file"})
case("env files as a list", HEAD + "class S(BaseSettings):\n    model_config = SettingsConfigDict(env_file=['a.env', 'b.env'])\n    x: str = 'd'\nresult = S().x",
     {}, {"a.env": "X=a", "b.env": "X="})
case("lru_cache", HEAD + "from functools import lru_cache\nclass S(BaseSettings):\n    x: str = 'd'\n@lru_cache\ndef get_settings():\n    return S()\n"
     "result = [get_settings().x, get_settings() is get_settings()]", {"X": "e"})
case("cached_property", HEAD + "from functools import cached_property\nclass S(BaseSettings):\n    x: str = 'd'\n    @cached_property\n    def url(self):\n"
     "        return self.x + '!'\n    @computed_field\n    @cached_property\n    def other(self) -> str:\n        return self.x + '?'\ns = S()\nresult = [s.url, s.url, s.other, s.model_dump()]",
     {"X": "e"})
settings("optional secret", "x: Optional[SecretStr] = None\ny: SecretStr = None", {"X": "p", "Y": "q"}, show="[s.x.get_secret_value(), str(s.y)]")
settings("literal or none", "x: Literal['a'] | None = None\ny: Optional[bool] = None", {"X": "a", "Y": "yes"}, show="[s.x, s.y]")
settings("dictionary of anything", "x: Dict[str, Any] = {}", {"X": '{"a": {"b": [1, null]}}'})
settings("argument by name of an alias", "x: str = Field('d', alias='DB')", show="type(s)(x='i').x")
settings("env file: a name hidden by an alias", "model_config = {'env_file': '.env'}\nx: str = Field('d', alias='DB')", {}, {".env": "X=1"})
settings("validator of all", "x: str = 'd'\n@field_validator('*')\n@classmethod\ndef f(cls, v):\n    return v + '!'", {"X": "e"})
settings("excluded", "x: str = Field('d', exclude=True)\ny: str = 'd'", show="s.model_dump()")
settings("two Fields", "x: Annotated[int, Field(gt=0)] = Field(5, lt=3)")
settings("validate_default off", "x: int = Field('a', validate_default=False)")
settings("default of a model", "x: list[int] = ['1']\ny: dict[str, int] = {'a': '2'}", show="[s.x, s.y]")
settings("prefix in small letters", "model_config = {'env_prefix': 'app_'}\nx: str = 'd'", {"APP_X": "e"})
settings("prefix with case", "model_config = {'env_prefix': 'App_', 'case_sensitive': True}\nx: str = 'd'", {"APP_x": "no", "App_x": "e"})
settings("alias with case", "model_config = {'case_sensitive': True}\nx: str = Field('d', alias='Db')", {"DB": "no"})
settings("bytes and floats in JSON", "x: list[float] = []\ny: tuple[bool, ...] = ()", {"X": '[1, "2.5"]', "Y": '[true, "no"]'}, show="[s.x, s.y]")
settings("null in JSON", "x: list[Optional[int]] = []", {"X": "[1, null]"})
settings("null as JSON", "x: Optional[list[int]] = None", {"X": "null"})
settings("nested lists", "x: list[list[int]] = []", {"X": "[[1], [2]]"})
settings("nested class", "class Inner:\n    a = 1\nx: list[str] = []", {"X": "[]"})
settings("frozenset", "x: frozenset[str] = frozenset()", {"X": '["a"]'}, show="sorted(s.x)")
settings("text that looks like a list", "x: str = ''", {"X": "[1]"})
settings("number or text default", "x: Union[str, int] = 5", show="[s.x, type(s.x).__name__]")
settings("float or int default", "x: Union[float, str] = 5", show="[s.x, type(s.x).__name__]")
settings("two unions", "x: Union[int, bool, None] = None", {"X": "true"}, show="[s.x, type(s.x).__name__]")
settings("Optional in text", "x: 'Optional[list[str]]' = None", {"X": '["a"]'})
settings("value with spaces", "x: str\ny: int", {"X": "  a ", "Y": "\t7\n"}, show="[s.x, s.y]")
settings("methods and statics", "x: str = 'd'\n@staticmethod\ndef a():\n    return 1\n@classmethod\ndef b(cls):\n    return cls.__name__\ndef c(self):\n"
         "    return self.x", {"X": "e"}, show="[s.a(), s.b(), s.c()]")
settings("own init", "x: str = 'd'\ndef __init__(self, **kwargs):\n    super().__init__(**kwargs)\n    self.x = self.x + '!'", {"X": "e"})
settings("getattr default", "x: str = 'd'", show="[getattr(s, 'nothing', 'none'), hasattr(s, 'x'), hasattr(type(s), 'x')]")
settings("environment changed later", "x: str = 'd'", show="(__import__('os').environ.update(X='later'), type(s)().x, s.x)[1:]")
settings("info of values", "h: str\np: int = 5432\nx: Optional[str] = None\n@field_validator('x', mode='before')\n@classmethod\ndef f(cls, v, info: 'ValidationInfo'):\n"
         "    return v or 'pg://{h}:{p}'.format(**info.data)", {"H": "db"})
settings("info when a field is wrong", "p: int\nx: str = ''\n@field_validator('x')\n@classmethod\ndef f(cls, v, info):\n    return str(info.data.get('p', 'none'))", {"P": "x"})
settings("validator of a missing field", "x: str\n@field_validator('x')\n@classmethod\ndef f(cls, v):\n    raise RuntimeError('not called')")
settings("validator raises another error", "x: str = 'd'\n@field_validator('x')\n@classmethod\ndef f(cls, v):\n    raise KeyError('k')")
settings("assert in a validator", "x: str = 'd'\n@field_validator('x')\n@classmethod\ndef f(cls, v):\n    assert v == 'e', 'no'\n    return v")
settings("model validator before sees the environment", "x: str = 'd'\ny: str = Field('d', alias='DB')\n@model_validator(mode='before')\n@classmethod\n"
         "def f(cls, data):\n    return {**data, 'x': ','.join(sorted(data))}", {"X": "e", "DB": "f"})
case("validators of a base", HEAD + "class A(BaseSettings):\n    x: str = 'd'\n    @field_validator('x')\n    @classmethod\n    def f(cls, v):\n        return v + cls.__name__\n"
     "class B(A):\n    y: str = 'd'\nclass C(B):\n    @field_validator('x')\n    @classmethod\n    def f(cls, v):\n        return v + '-c'\nresult = [B().x, C().x]", {"X": "e"})
case("two bases", HEAD + "class A(BaseSettings):\n    x: str = 'a'\nclass B(BaseSettings):\n    model_config = {'env_prefix': 'B_'}\n    x: str = 'b'\n    y: str = 'b'\n"
     "class C(A, B):\n    z: str = 'c'\nresult = C().model_dump()", {"B_Y": "e", "X": "x", "B_X": "bx"})
case("nested with a prefix", DELIMITED.replace("='__'", "='__', env_prefix='P_'"), {"P_DB__URL": "e", "DB__URL": "no", "P_DB__DEEP__Z": "7"})
case("nested single underscore", DELIMITED.replace("='__'", "='_'"), {"DB_URL": "e", "DB_DEEP_Z": "1"})
case("nested optional", DELIMITED.replace("db: Db = Db()", "db: Optional[Db] = None"), {"DB__URL": "e"})
case("nested required", DELIMITED.replace("db: Db = Db()", "db: Db").replace("url: str = 'sqlite://'", "url: str"), {"DB__POOL": "1"})
case("nested file extra", DELIMITED.replace("='__'", "='__', env_file='.env'"), {}, {".env": "DBX__URL=f\nDB__URL=g"})
case("nested default is an instance", HEAD + "class D(BaseModel):\n    u: str = 'd'\nclass S(BaseSettings):\n    d: D = D(u='own')\n    model_config = {'env_nested_delimiter': '__'}\n"
     "    e: D = Field(default_factory=lambda: D(u='f'))\nresult = [S().d.u, S().e.u]", {"D__U": "e"})
case("json list of models", HEAD + "class D(BaseModel):\n    u: str\nclass S(BaseSettings):\n    d: List[D]\nresult = [type(S().d[0]).__name__, S().model_dump()]", {"D": '[{"u": "1", "x": 2}]'})
case("not imported annotation", "from pydantic import Nonexistent\nfrom pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    x: Nonexistent = 'd'\nresult = str(S().x)",
     {"X": "e"}, refused=True)
case("not imported base", "from pydantic import Nonexistent\nfrom pydantic_settings import BaseSettings\nclass S(Nonexistent, BaseSettings):\n    x: str = 'd'\nresult = S().x",
     {"X": "e"}, refused=True)
case("not imported validator", HEAD + "from pydantic import Nonexistent\nclass S(BaseSettings):\n    x: Annotated[str, Nonexistent()] = 'd'\nresult = S().x", {"X": "e"}, refused=True)
old("Config of the base", "x: str = 'd'\nclass Config(BaseSettings.Config):\n    env_prefix = 'p_'", {"P_X": "e"})
case("old default replaced", OLD + "class A(BaseSettings):\n    x: str = 'a'\n    class Config:\n        env_prefix = 'p_'\nclass B(A):\n    x = 'b'\nresult = [B().x]", {}, old=True)
case("old default replaced, environment", OLD + "class A(BaseSettings):\n    x: int = 1\n    class Config:\n        env_prefix = 'p_'\nclass B(A):\n    x = 2\nresult = [B().x]",
     {"P_X": "3"}, old=True)
old("validator values", "h: str = 'l'\nx: str = ''\n@validator('x', always=True)\ndef f(cls, v, values):\n    return v or values['h']", {"H": "db"})
old("validator values, optional", "h: str = 'l'\nx: Optional[str]\n@validator('x', pre=True)\ndef f(cls, v, values):\n    return v or values['h']", {"H": "db"})
old("validator kwargs", "x: str = 'd'\n@validator('x')\ndef f(cls, v, **kwargs):\n    return v", {}, refused=True)
old("nested delimiter", "x: Dict[str, str] = {}\nclass Config:\n    env_nested_delimiter = '__'", {"X__A": "1"}, refused=True)
old("sources", "x: str = 'd'\nclass Config:\n    @classmethod\n    def customise_sources(cls, init_settings, env_settings, file_secret_settings):\n"
    "        return (init_settings,)", {"X": "e"}, refused=True)
old("arguments", "x: str = 'd'", {"X": "e"}, show="Settings(x='i').x")
old("argument extra", "x: str = 'd'", show="Settings(y='i')")
old("float", "x: float = 1", {"X": "1.5"})
old("bool or none", "x: Optional[bool] = None", {"X": "2"})
old("redis", "x: RedisDsn = 'redis://localhost:6379/0'\ny: AnyUrl = 'http://a'", {"X": "redis://h:1/2"}, show="[s.x, s.y]")
old("redis without a port", "x: RedisDsn", {"X": "redis://h"}, refused=True)
old("path", "x: Path = '/a'", show="str(s.x)")
old("union of address and text", "x: Union[PostgresDsn, str] = ''", {"X": "sqlite:///a.db"})
old("email", "x: EmailStr = 'a@b.com'", {"X": "A@B.com"})
old("numbers in a list", "x: List[int] = []", {"X": '["1", 2]'})
old("literal environment", "x: str = Field(..., env='A')", {"a": "small"})
