"""Writes files.json: new revision files as Alembic makes them from templates that take running Python, and from env.py files.

Run with the pinned Alembic: python regenerate.py
"""

import contextlib
import io
import json
import multiprocessing
import os
import pathlib
import re
import sys
import tempfile

from alembic.config import CommandLine

os.environ["TZ"] = "UTC"
HERE = pathlib.Path(__file__).parent
STOCK = (HERE / "../../../../limbeck-script/templates/generic/script.py.mako").read_text()
MULTI = (HERE / "../../../../limbeck-script/templates/multidb/script.py.mako").read_text()
HEAD = '"""${message}"""\nrevision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\nbranch_labels = ${repr(branch_labels)}\ndepends_on = ${repr(depends_on)}\n'
ENV = "from alembic import context\n"
cases = []


def case(name, template=STOCK, ini="", args=("-m", "a message"), env=ENV, cmd="revision"):
    cases.append({"name": name, "template": template, "ini": ini, "arguments": [cmd, *args, "--rev-id", "newrev"], "env": env})


case("stock")
case("multidb", MULTI, "databases = one, two")
def expr(name, text, **kw):
    case(name, HEAD + text + "\n", **kw)


expr("def", '<%def name="shout(text, n=2)">\n# ${text.upper()} ${n}\n% for i in range(n):\n#   ${i} ${message}\n% endfor\n</%def>\n${shout("hi")}${shout("a", n=1)}')
expr("def capture", '<%def name="f(a)">x${a}y</%def># ${capture(f, 3)} ${f(2)} ${capture(f, a="z").upper()}')
expr("nested def", '<%def name="outer(a)"><%def name="inner(b)">[${b}${a}]</%def>${inner(1)}${inner(a)}</%def># ${outer("q")}')
expr("python block", '<%\n    import datetime\n    def twice(x):\n        return x * 2\n    words = [w for w in message.split() if w]\n    total = 0\n    for w in words:\n        total += len(w)\n    text = """a\n  b\n\tc"""\n%>\n# ${twice("ab")} ${total} ${repr(text)} ${datetime.date(2020, 1, 2)}')
expr("module block", '<%!\n    import re, os.path\n    from textwrap import indent\n    X = 3\n    def clean(s):\n        return re.sub(r"\\W+", "_", s)\n%>\n# ${clean(message)} ${X} ${message | clean} ${message | clean,trim,h} ${os.path.join("a", "b")}\n${indent("# a\\n# b", "")}')
expr("while", '<% n = 3 %>\n% while n:\n# ${n}\n<% n -= 1 %>\\\n% endwhile')
expr("try", '% try:\n# ${int("x")}\n% except ValueError as e:\n# bad ${e}\n% endtry')
expr("loop", '% for w in ["a", "b", "c"]:\n# ${loop.index} ${loop.first} ${loop.last} ${loop.even} ${loop.cycle("x", "y")} ${w}\n% for v in (1, 2):\n#   ${loop.parent.index} ${loop.index} ${loop.reverse_index}\n% endfor\n% endfor')
expr("for else", '% for a, b in {"k": 1}.items():\n# ${a}=${b}\n% else:\n# none\n% endfor')
expr("with", '<%! import contextlib %>\n% with contextlib.nullcontext(5) as five:\n# ${five}\n% endwith')
expr("filters", '# ${"<a & b>" | h} ${"<\'\\">" | x} ${"a b/c" | u} ${"  t " | trim} ${"é<" | entity} ${None} ${5 | n,str} ${["a","b"] | n,comma} ${("x",) | n,comma} ${"a" | str,unicode,decode.utf8}')
expr("undefined", '% if nothing_here:\n# yes\n% elif nothing_here is UNDEFINED:\n# undefined\n% endif\n# ${context.get("nope")} ${context.get("nope", 7)} ${"comma" in context.keys()} ${sorted(k for k in context.keys() if k in ("message", "up_revision", "config", "comma", "create_date"))}')
expr("context write", '<%\n    for i in range(3):\n        context.write("# %d\\n" % i)\n%>\n# ${context["message"]} ${len(context["message"])}')
expr("closures", '<%\n    f = lambda s: s + message\n    xs = [up_revision + str(i) for i in range(2)]\n    def g():\n        return [message for _ in xs]\n%># ${f("a")} ${xs} ${g()}')
expr("text tag", '<%text># ${not} <% this %>\n# % if nothing\n</%text># done')
expr("doc", '<%doc>\n ${x} % for\n</%doc># done\n## gone\n  ## gone too\n# kept')
expr("return", '# a\n<% return %>\n# never')
expr("return stop", '# a\n% if True:\n<% return STOP_RENDERING %>\n% endif\n# never')
expr("config", '# ${config.get_main_option("thing")} ${config.get_main_option("no", "d")} ${config.config_ini_section} ${config.get_alembic_option("thing")} ${config.get_section("extra")["a"]} ${config.get_section_option("extra", "a")}', ini="thing = 5\n[extra]\na = b")
expr("dates", '# ${create_date.strftime("%Y")} ${create_date.isoformat()[:4]} ${create_date.tzinfo} ${create_date.replace(microsecond=0).year} ${(create_date + __import__("datetime").timedelta(days=1)) > create_date}')
expr("date zone", '# ${create_date.strftime("%Z %z")} ${create_date.utcoffset()}', ini="timezone = Asia/Kolkata")
expr("continued", '# ${{"a": 1}["a"]} ${"}" + \'|\'} ${("a"\n  "b")}\\\n tail')
expr("crlf", ("# a\n% if True:\n# b ${message}\n% endif\n<%\n  x = 1\n%># ${x}\n").replace("\n", "\r\n"))
expr("percent", 'x = """\n%% a\n  %%% b\n# 100% c"""')
expr("assigned", '<%\n    if True:\n        later = 3\n%># ${later}')
expr("shadow", '<% len = 3 %># ${len} ${list(map(str, [1]))}')
expr("one line block", "<% x = 1; y = 2 %># ${x + y}")
expr("control comment", "% if True: # why\n# yes\n% endif # done")
expr("nested if", "% if True:\n% if False:\n# a\n% else:\n# b\n% endif\n% endif")
expr("empty", "% if True:\n% endif\n% for x in []:\n% endfor")
expr("indented control", "    % if True:\n    # in\n    % endif")
expr("generator", '# ${", ".join(str(i) for i in range(3))} ${{k: v for k, v in zip("ab", [1, 2])}} ${[*range(2)]} ${f"{message:>12}|{up_revision!r}"}')
expr("class", '<%\n    class Point:\n        def __init__(self, x):\n            self.x = x\n        def __str__(self):\n            return "P%d" % self.x\n%># ${Point(3)}')
expr("error name", "# ${nope}")
expr("error zero", "\n\n# ${1/0}")
expr("error syntax", "\n# ${1 +}")
expr("error in function", '<%\n    def f():\n        return {}["k"]\n%>\n${f()}')
expr("error control", "% if True:\n# a")
expr("error control2", "% foo True:\n# a\n% endfoo")
expr("error end", "% if True:\n# a\n% endfor")
expr("include", '<%include file="x"/>')
expr("inherit", '<%inherit file="x"/>')
expr("error nonstr", "# ${5 | n}")
RENV = "revision_environment = true\nsqlalchemy.url = sqlite:///x.db"
ENVPY = '''from alembic import context
from sqlalchemy import create_engine, pool
config = context.config
def helper(x):
    return "<%%s>" %% x
%s
def run():
    if context.is_offline_mode():
        context.configure(url="sqlite://", %s)
        with context.begin_transaction():
            context.run_migrations()
        return
    with create_engine(config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool).connect() as connection:
        context.configure(connection=connection, %s)
        with context.begin_transaction():
            context.run_migrations()
run()
'''


def envpy(before="", conf=""):
    return ENVPY % (before, conf, conf)


case("renv plain", STOCK, RENV, env=envpy())
case("renv sql", STOCK, RENV, ["-m", "x", "--sql"], env=envpy())
expr("renv args", '# ${thing} ${helper(message)}', ini=RENV, env=envpy("", 'template_args={"thing": 5, "helper": helper}'))
expr("renv config", '# ${config.get_main_option("late")}', ini=RENV, env=envpy('config.set_main_option("late", "yes")'))
expr("renv tokens", 'def upgrade():\n    ${context.get("one_up", "none")}\n# ${context.get("upgrades", "none")}', ini=RENV, env=envpy("", 'upgrade_token="one_up", downgrade_token="one_down"'))
case("renv process", STOCK, RENV, env=envpy('def process(context, revision, directives):\n    directives[0].message = "changed"\n    directives[0].imports.add("import re")\n    directives[0].imports.add("import os")', "process_revision_directives=process"))
case("renv process drops", STOCK, RENV, env=envpy('def process(context, revision, directives):\n    directives[:] = []', "process_revision_directives=process"))
case("renv process id", STOCK, RENV, env=envpy('def process(context, revision, directives):\n    directives[0].rev_id = "0007"', "process_revision_directives=process"))
# Templates of all generations, in shape.
OLDEST = """\"\"\"${message}

Revision ID: ${up_revision}
Revises: ${down_revision}
Create Date: ${create_date}

\"\"\"

# revision identifiers, used by Alembic.
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}

from alembic import op
import sqlalchemy as sa
${imports if imports else ""}

def upgrade():
    ${upgrades if upgrades else "pass"}


def downgrade():
    ${downgrades if downgrades else "pass"}
"""
BINDS = """<%!
import re

%>\"\"\"${message}

Revises: ${down_revision | comma,n}

\"\"\"
from alembic import op
import sqlalchemy as sa
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade(engine_name):
    globals()[f"upgrade_{engine_name}"]()

<%
    binds = [name.strip() for name in (config.get_main_option("databases") or "").split(",")]
    all_names = [""] + sorted(name for name in binds if name)
%>

## a pair for each bind

% for db_name in all_names:

def upgrade_${db_name}():
    % if context.get(f"{db_name}_upgrades"):
    ${context.get(f"{db_name}_upgrades")}
    % else:
    pass
    % endif

% endfor
"""
case("the oldest template", OLDEST)
case("binds", BINDS, "databases = users, events")
case("merge", STOCK, RENV, ["heads"], envpy(), "merge")
case("merge with arguments", HEAD + "# ${thing} ${context.get('upgrades')}\n", RENV, ["heads"], envpy("", 'template_args={"thing": 5}'), "merge")
OTHERS = {
    "aaa": "revision = 'aaa'\ndown_revision = None\n",
    "bbb": "revision = 'bbb'\ndown_revision = 'aaa'\n",
    "ccc": "revision = 'ccc'\ndown_revision = 'aaa'\n",
}


def run(one):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "m/versions").mkdir(parents=True)
        (root / "m/script.py.mako").write_bytes(one["template"].encode())
        (root / "m/env.py").write_text(one["env"])
        (root / "alembic.ini").write_text("[alembic]\nscript_location = %(here)s/m\n" + one["ini"] + "\n")
        one["others"] = OTHERS if one["arguments"][0] == "merge" else {}
        for name, text in one["others"].items():
            (root / f"m/versions/{name}.py").write_text(text)
        os.chdir(root)
        sys.dont_write_bytecode = True
        said = io.StringIO()
        try:
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
                CommandLine("alembic").main(one["arguments"])
        except (SystemExit, Exception):
            return dict(one, files=None)
        finally:
            os.chdir("/")
        new = [path for path in (root / "m/versions").rglob("*.py") if path.stem not in one["others"]]
        mask = lambda text: re.sub(r"20\d\d-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?", "DATE", text)  # noqa: E731
        return dict(one, files={path.name: mask(path.read_bytes().decode()) for path in new})


# Each in a process of its own: what one env.py adds to the imports stays with Alembic for the next.
with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
    cases = pool.map(run, cases, chunksize=1)
(HERE / "files.json").write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n")
