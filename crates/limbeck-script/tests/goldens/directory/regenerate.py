"""Writes headers.json: version scripts written in many ways, and the headers that Alembic finds in them, in its order.

Run with the pinned Alembic: python regenerate.py
"""

import json
import pathlib
import tempfile
import warnings

from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import to_tuple

warnings.simplefilter("ignore")

FILES = {
    "a_plain":"'''  Doc line\n\nmore\n'''\nrevision='a1'\ndown_revision=None\n",
    "b_tabs":"'''d\n  \nx\n\ny'''\nrevision='b1'\ndown_revision=('a1',)\nbranch_labels=['l1','l2']\ndepends_on={'a1'}\n",
    "c_fdoc":"f'''nodoc'''\nrevision='c1'\ndown_revision='a1'\n",
    "d_bytes":"b'''nodoc'''\nrevision='d1'\ndown_revision='a1'\n",
    "e_concat":"'con' 'cat'\nrevision='e' '1'\ndown_revision='a'+'1'\n",
    "f_comment":"# c\n\n'''doc after comment'''\nrevision='f1'\ndown_revision='a1'\n",
    "g_future":"'''doc'''\nfrom __future__ import annotations\nrevision: str='g1'\ndown_revision: 'str|None'='a1'\n",
    "h_late":"import os\n'''not doc'''\nrevision='h1'\ndown_revision='a1'\n",
    "i_raw":"r'''raw \\d'''\nrevision='i1'\ndown_revision='a1'\n",
    "j_esc":"'''esc \\x41\\n\\nrest'''\nrevision='j1'\ndown_revision='a1'\n",
    "k_crlf":"'''one\r\ntwo\r\n\r\nthree'''\r\nrevision='k1'\r\ndown_revision='a1'\r\n",
    "l_semicolon":"'''doc''';revision='l1';down_revision='a1'\n",
    "m_unicode":"'''Größe\u00a0\u2003'''\nrevision='m1'\ndown_revision='a1'\n",
    "n_ff":"'''x\x0c'''\nrevision='n1'\ndown_revision='a1'\n",
    "o_u":"u'''doc u'''\nrevision=u'o1'\ndown_revision='a1'\n",
    "p_paren":"('''doc p''')\nrevision=('p1')\ndown_revision=(('a1'))\n",
    "sub/z_last": "revision='z1'\ndown_revision='a1'\n",
    "a_sub/z": "revision='y1'\ndown_revision='a1'\n",
    "B_upper": "revision='u1'\ndown_revision=None\n",
    "__init__": "raise Exception\n",
}

with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder).resolve()
    for name, text in FILES.items():
        path = root / "m/versions" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    ini = root / "alembic.ini"
    ini.write_text("[alembic]\nscript_location = %(here)s/m\nrecursive_version_locations = true\n")
    scripts = [
        {
            "path": str(pathlib.Path(script.path).relative_to(root)),
            "revision": script.revision,
            "down_revisions": list(to_tuple(script.down_revision, ())),
            "branch_labels": sorted(script._orig_branch_labels),
            "depends_on": list(to_tuple(script.dependencies, ())),
            "doc": script.doc,
            "longdoc": script.longdoc,
        }
        for script in ScriptDirectory.from_config(Config(str(ini)))._load_revisions()
    ]
target = pathlib.Path(__file__).with_name("headers.json")
target.write_text(json.dumps({"files": FILES, "scripts": scripts}, indent=1) + "\n")
print(len(scripts), "scripts")
