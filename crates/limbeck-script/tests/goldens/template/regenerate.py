"""Writes revisions.json: revision files as Alembic makes them from many templates and settings.

Run with the pinned Alembic: python regenerate.py
"""

import datetime as real_datetime
import json
import os
import pathlib
import tempfile

from alembic.config import Config
from alembic.script import ScriptDirectory, base
from alembic.util import CommandError

os.environ["TZ"] = "UTC"
FULL = "2026-11-20T21:42:48.823076"
WHOLE = "2026-07-03T04:05:06"


class FixedDatetime(real_datetime.datetime):
    moment = None

    @classmethod
    def now(cls, tz=None):
        return cls.moment if tz is None else cls.moment.replace(tzinfo=tz)


class FixedModule:
    datetime = FixedDatetime
    timezone = real_datetime.timezone


base.datetime = FixedModule

HEADER = '''"""${message}

id: ${up_revision}
after: ${down_revision | comma,n}
date: ${create_date}

"""
'''

OLD = HEADER + '''
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}

from alembic import op
import sqlalchemy as sa
${imports if imports else ""}

def upgrade():
    ${upgrades if upgrades else "pass"}


def downgrade():
    ${downgrades if downgrades else "pass"}
'''

LABELS = HEADER + '''from alembic import op
import sqlalchemy as sa
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade():
    ${upgrades if upgrades else "pass"}


def downgrade():
    ${downgrades if downgrades else "pass"}
'''

ANNOTATED = LABELS.replace("from alembic", "from typing import Sequence, Union\n\nfrom alembic", 1).replace("revision = $", "revision: str = $", 1).replace(
    "depends_on = $", "depends_on: Union[str, Sequence[str], None] = $"
).replace("branch_labels = $", "branch_labels: Union[str, Sequence[str], None] = $")

MULTI = '''<%!
import re

%>''' + LABELS.split("def upgrade")[0] + '''def upgrade(engine_name):
    globals()["upgrade_%s" % engine_name]()

<%
    db_names = config.get_main_option("databases")
%>

## one pair of functions for each database

% for db_name in re.split(r',\\s*', db_names):

def upgrade_${db_name}():
    ${context.get("%s_upgrades" % db_name, "pass")}


def downgrade_${db_name}():
    ${context.get("%s_downgrades" % db_name, "pass")}

% endfor
'''

EXTENDED = '''## -*- coding: utf-8 -*-
<%doc>
  nothing of this is shown: ${nothing} % if
</%doc>
"""${message | trim}${' !' if 'add' in message.lower() and not message.endswith('x') else ''}

one \\
line; a price of 100% and $5; braces {}
%% percent
  %%% percents
${"a}b|c"} ${'''+"'''q'''"+'''} ${f"<{up_revision}>"} ${up_revision[:4]}${up_revision[-1]} ${len(message)}
${message | h} ${message.upper().replace("A", "4")} ${create_date.year}-${create_date.strftime("%m/%d %H:%M:%S.%f %j %b")} ${create_date.isoformat()}
${", ".join(["x", "y"])} ${"-".join(sorted(("b", "a")))} ${"%s=%03d %r" % ("k", 7, "it's")} ${str(down_revision)} ${comma(down_revision)}
"""
revision = ${repr(up_revision)}
down_revision = ${down_revision | repr,n}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}
  % if upgrades and \\
     downgrades:
both = True
  % elif upgrades is not UNDEFINED:
one = True
  % else:
none = True
    % if down_revision is None or len(branch_labels or ()) > 1:
base = True
    %endif
  % endif
% for i, name in [("a", "b"), ("c", "d")]:
${i}${name} = (${i | repr}, ${name \\
 | repr})
## % endfor
% if name == "d":
last = 1
% endif
% endfor
<% greeting = "hello " + message.split()[0] %>
x = ${repr(greeting)}
<%text># "${raw}" \\ ## % if</%text>
'''.replace("${name \\\n | repr}", "${name | repr}")

CRLF = LABELS.replace("\n", "\r\n")
CODING = "# -*- coding: utf-8 -*-\n" + LABELS
NO_NEWLINE = LABELS.rstrip("\n")

PARENT = "revision = %r\ndown_revision = %r\n"
FILES = {
    "m/versions/a_one.py": PARENT % ("aaa", None),
    "m/versions/b_two.py": PARENT % ("bbb", "aaa") + "branch_labels = 'lab'\n",
    "m/versions/c_two.py": PARENT % ("ccc", "aaa"),
}
LOCATIONS = {
    "one/x.py": PARENT % ("aaa", None),
    "two/y.py": PARENT % ("bbb", None),
}

CASES = {
    "old": dict(template=OLD, message="first thing"),
    "labels": dict(template=LABELS, message="Create Account's table: v1!", labels=["net"]),
    "annotated": dict(template=ANNOTATED, message="x", files=FILES, parents=["bbb"]),
    "merge": dict(template=LABELS, message=None, files=FILES, parents=["bbb", "ccc"]),
    "depends": dict(template=LABELS, message="dep", files=FILES, parents=["ccc"], depends_on=["bbb"]),
    "depends on two": dict(template=LABELS, message="dep", files=FILES, depends_on=["bbb", "ccc"]),
    "two labels": dict(template=LABELS, message="l", labels=["l1", "l'2"]),
    "operations": dict(template=LABELS, message="ops", variables={
        "upgrades": "# begin\n    op.drop_table('t')\n    # end", "downgrades": "", "imports": "import json\nimport os"}),
    "multi": dict(template=MULTI, message="m", ini={"databases": "engine1, engine2"}, variables={"engine2_upgrades": "op.x()"}),
    "extended": dict(template=EXTENDED, message="  Add <b> & 'q'  "),
    "extended with parents": dict(template=EXTENDED, message="add x", files=FILES, parents=["bbb", "ccc"], labels=["k"],
                                  variables={"upgrades": "1", "downgrades": "2"}),
    "extended with one": dict(template=EXTENDED, message="more", files=FILES, parents=["ccc"], variables={"upgrades": ""}),
    "crlf": dict(template=CRLF, message="crlf"),
    "coding line": dict(template=CODING, message="coding"),
    "no newline": dict(template=NO_NEWLINE, message="n"),
    "unicode": dict(template=LABELS, message="Größe Ñandú 日本語 हिन्दी Ⓐ น้ำ İ ΣΑΣ 3²", labels=["ü\u200b\u00ad'\"\x7f😀"]),
    "long slug": dict(template=LABELS, message="this message is a good deal longer than forty characters are"),
    "one long word": dict(template=LABELS, message="x" * 60),
    "exactly forty": dict(template=LABELS, message="a" * 19 + " " + "b" * 20),
    "forty one": dict(template=LABELS, message="a" * 20 + " " + "b" * 20),
    "slug length": dict(template=LABELS, message="one two three", ini={"truncate_slug_length": "9"}),
    "slug length zero": dict(template=LABELS, message="w " * 30, ini={"truncate_slug_length": "0"}),
    "underscores": dict(template=LABELS, message="__a__b -- c__"),
    "empty message": dict(template=LABELS, message=""),
    "file template": dict(template=LABELS, message="x y", ini={
        "file_template": "%%(year)d%%(month).2d%%(day).2d_%%(hour).2d%%(minute).2d%%(second).2d_%%(rev)s_%%(slug)s"}),
    "file template numbers": dict(template=LABELS, message="x y", now=WHOLE, ini={
        "file_template": "%%(day)d-%%(day)04d-%%(day)-4d-%%(hour)+d-%%(minute)4d_%%(rev).3s_%%(slug)10s%%%%"}),
    "sub folders": dict(template=LABELS, message="x", ini={
        "file_template": "%%(year)d/%%(month).2d/%%(rev)s", "recursive_version_locations": "true"}),
    "file template unknown": dict(template=LABELS, message="x", ini={"file_template": "%%(nope)s"}),
    "epoch": dict(template=LABELS, message="x", ini={"file_template": "%%(epoch)s_%%(rev)s", "timezone": "Asia/Kolkata"}),
    "zone": dict(template=LABELS, message="x", ini={"timezone": "Europe/Berlin", "file_template": "%%(hour).2d_%%(rev)s"}),
    "zone in summer": dict(template=LABELS, message="x", now=WHOLE, ini={"timezone": "Europe/Berlin"}),
    "zone west": dict(template=LABELS, message="x", ini={"timezone": "America/St_Johns"}),
    "zone by capitals": dict(template=LABELS, message="x", ini={"timezone": "utc"}),
    "zone by lower case": dict(template=LABELS, message="x", ini={"timezone": "europe/berlin"}),
    "zone unknown": dict(template=LABELS, message="x", ini={"timezone": "Mars/Olympus"}),
    "whole second": dict(template=LABELS, message="x", now=WHOLE),
    "illegal id": dict(template=LABELS, message="x", id="a@b-c"),
    "readable id": dict(template=LABELS, message="x", id="0001_init"),
    "labels not written": dict(template=OLD, message="x", labels=["net"]),
    "several labels not written": dict(template=OLD, message="x", labels=["net", "work"]),
    "locations of parent": dict(template=LABELS, message="x", files=LOCATIONS, parents=["bbb"],
                                ini={"version_locations": "%(here)s/one:%(here)s/two", "path_separator": "os"}),
    "locations without path": dict(template=LABELS, message="x", files=LOCATIONS,
                                   ini={"version_locations": "%(here)s/one %(here)s/two", "path_separator": "space"}),
    "locations with path": dict(template=LABELS, message="x", files=LOCATIONS, version_path="two",
                                ini={"version_locations": "%(here)s/one;%(here)s/two", "path_separator": ";"}),
    "locations by legacy": dict(template=LABELS, message="x", files=LOCATIONS, version_path="new",
                                ini={"version_locations": "one, two new"}),
    "path not configured": dict(template=LABELS, message="x", version_path="./other/"),
    "template without revision": dict(template='"""${message}"""\ndown_revision = None\n', message="x"),
    "undefined name": dict(template=LABELS + "${nothing}", message="x"),
    "unterminated if": dict(template=LABELS + "% if True:\n", message="x"),
    "stray endif": dict(template=LABELS + "% endif\n", message="x"),
    "none with n": dict(template=LABELS + "${down_revision | n}", message="x"),
    "unterminated expression": dict(template=LABELS + "${repr(", message="x"),
}


def run(root, case):
    root.joinpath("m/versions").mkdir(parents=True)
    root.joinpath("m/script.py.mako").write_bytes(case["template"].encode())
    for name, text in case["files"].items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    lines = ["[alembic]", "script_location = %(here)s/m", *(f"{key} = {value}" for key, value in case["ini"].items())]
    root.joinpath("alembic.ini").write_text("\n".join(lines) + "\n")
    os.chdir(root)
    FixedDatetime.moment = FixedDatetime.fromisoformat(case["now"])
    config = Config("alembic.ini")
    try:
        script = ScriptDirectory.from_config(config).generate_revision(
            case["id"], case["message"], head=case["parents"] or "base", splice=True,
            branch_labels=case["labels"][0] if len(case["labels"]) == 1 else case["labels"] or None,
            version_path=case["version_path"], depends_on=case["depends_on"] or None, config=config, **case["variables"])
    except CommandError as error:
        message = str(error).replace(str(root), "ROOT")
        return {"error": "template" if message.startswith("Template rendering failed") else message}
    except Exception as error:
        return {"error": type(error).__name__}
    path = pathlib.Path(script.path).absolute()
    labels = sorted(script._orig_branch_labels)
    return {"path": str(path.relative_to(root)), "text": path.read_bytes().decode(), "doc": script.doc,
            "down_revisions": list(script._versioned_down_revisions), "branch_labels": labels}


golden = []
for name, given in CASES.items():
    case = dict(id="1975ea83b712", message=None, parents=[], labels=[], depends_on=[], version_path=None, variables={}, files={},
                ini={}, now=FULL)
    case.update(given)
    with tempfile.TemporaryDirectory() as folder:
        golden.append({"name": name, **case, "expected": run(pathlib.Path(folder).resolve(), case)})
target = pathlib.Path(__file__).resolve().with_name("revisions.json")
os.chdir("/")
target.write_text(json.dumps(golden, indent=1) + "\n")
print(len(golden), "cases")
for case in golden:
    if "error" in case["expected"]:
        print(f"{case['name']}: {case['expected']['error']}")
