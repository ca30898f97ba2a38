"""Writes ini.json: many small ini texts, and what Python's configparser makes of each.

Run with Python 3.11: python regenerate.py
"""

import configparser
import json
import pathlib
import tempfile

HERE = "/proj"

CASES = {
    "plain": "[alembic]\nscript_location = migrations\nb: 2\n",
    "no spaces": "[alembic]\na=1\nb:2\nc = \nd=\n",
    "case": "[alembic]\nScript_Location = M\nKEY=%(script_location)s/x\nmixed=%(SCRIPT_LOCATION)s\n",
    "first separator wins": "[a]\nurl = postgresql://u:p@h/d?x=1\nk:v=w\n",
    "comments": "# c\n; c\n[a]\n# c\nx = 1 # kept\ny = 2 ; kept\n  # indented comment\nz = 3\n",
    "comment inside value": "[a]\nx = 1\n# c\n  2\n  ; c\n  3\ny = 4\n",
    "multi line": "[a]\nx =\n  one\n  two\n    three\ny = 1\n",
    "multi line with blanks": "[a]\nx = one\n\n  two\n\n\n  three\n\ny = 1\n",
    "blank at the end": "[a]\nx = one\n\n\n",
    "blank with spaces": "[a]\nx = one\n   \n  two\n",
    "section in a value": "[a]\nx = one\n  [b]\n  y = 2\n",
    "indented section": "[a]\n  [b]\n  x = 1\n",
    "indented options": "[a]\n  x = 1\n  y = 2\n    z\n  w = 3\n",
    "deeper first": "[a]\n    x = 1\n  y = 2\n    more\n",
    "dedent then indent": "[a]\nx = 1\n y = 2\n",
    "tabs": "[a]\nx\t=\t1\n\ty\n",
    "default": "[DEFAULT]\nd = 1\n[a]\nx = %(d)s\n[b]\nd = 2\nx = %(d)s\n",
    "default last": "[a]\nx = %(d)s\n[DEFAULT]\nd = 1\n",
    "default twice": "[DEFAULT]\nd = 1\n[DEFAULT]\ne = 2\n[a]\n",
    "default option twice": "[DEFAULT]\nd = 1\n[a]\nq = 1\n[DEFAULT]\nd = 2\n",
    "only default": "[DEFAULT]\nd = 1\n",
    "here": "[alembic]\nx = %(here)s/migrations\n",
    "here overridden": "[DEFAULT]\nhere = /other\n[a]\nx = %(here)s\n",
    "percent": "[a]\nx = 100%%\nt = %%(year)d_%%(rev)s\n",
    "percent thrice": "[a]\nx = %%%%%(y)s%%\ny = 1\n",
    "stray percent": "[a]\nok = 1\nx = 100% sure\n",
    "stray percent at the end": "[a]\nx = 100%\n",
    "stray percent in a long value": "[a]\nx =\n  ok\n  p%40ss\n",
    "percent in password": "[alembic]\nsqlalchemy.url = postgresql://u:p%40ss@h/d\n",
    "missing s": "[a]\nx = %(y)d\ny = 1\n",
    "missing bracket": "[a]\nx = %(y\ny = 1\n",
    "empty reference": "[a]\nx = %()s\n",
    "missing option": "[a]\nx = %(nope)s\n",
    "missing option through another": "[a]\nx = %(y)s\ny = %(nope)s\n",
    "chain": "[a]\nx = %(y)s!\ny = %(z)s?\nz = deep\n",
    "stray through another": "[a]\nx = %(y)s\ny = 5%\n",
    "self": "[a]\nx = %(x)s\n",
    "loop": "[a]\nx = %(y)s\ny = %(x)s\n",
    "chain of nine": "[a]\n" + "".join(f"k{i} = %(k{i + 1})s\n" for i in range(9)) + "k9 = end\n",
    "chain of ten": "[a]\n" + "".join(f"k{i} = %(k{i + 1})s\n" for i in range(10)) + "k10 = end\n",
    "chain of eleven": "[a]\n" + "".join(f"k{i} = %(k{i + 1})s\n" for i in range(11)) + "k11 = end\n",
    "odd reference name": "[a]\na key = 1\nx = %(a key)s\n",
    "key with spaces": "[a]\nkey with  spaces = 1\n",
    "dotted": "[a]\nsqlalchemy.url = sqlite://\nsqlalchemy.pool_size: 5\n",
    "duplicate option": "[a]\nx = 1\ny = 2\nx = 3\n",
    "duplicate by case": "[a]\nx = 1\nX = 3\n",
    "duplicate section": "[a]\nx = 1\n[b]\n[a]\ny = 2\n",
    "same option elsewhere": "[a]\nx = 1\n[b]\nx = 2\n",
    "no header": "x = 1\n[a]\n",
    "no header after comment": "# c\n\nx = 1\n",
    "no value": "[a]\nx\n",
    "no value then more": "[a]\nx = 1\njust words\ny = 2\n",
    "no key": "[a]\n= 1\n",
    "no key colon": "[a]\nx = 1\n: 2\n",
    "empty section name": "[a]\n[]\n",
    "bracket in section": "[a]b]\nx = 1\n",
    "text after section": "[a] rest\nx = 1\n",
    "section spaces": "[ a ]\nx = 1\n",
    "crlf": "[a]\r\nx = 1\r\n  2\r\ny = 3\r\n",
    "cr": "[a]\rx = 1\ry = 2\r",
    "no newline at the end": "[a]\nx = 1",
    "empty": "",
    "only comments": "# a\n; b\n",
    "unicode": "[a]\nname = Zoë – 日本\nÄ = 1\n",
    "odd spaces": "[a]\n\u00a0x\u00a0=\u00a01\u2003\n",
    "form feed": "[a]\nx = 1\x0c\n\x0cy = 2\n",
    "line separators in a value": "[a]\nx = 1\u20282\x853\x1d4\n",
    "hash in value": "[a]\nx = #1\ny =\n  #2\n  3\n",
    "quotes": "[a]\nx = \"1\"\ny = '2'\n",
    "equals in value": "[a]\nx == 1\ny := 2\n",
    "trailing backslash": "[a]\nx = 1\\\n  2\n",
    "empty value continued": "[a]\nx =\n\n\n  1\n",
    "logging": "[loggers]\nkeys = root,alembic\n[logger_root]\nlevel = WARNING\nhandlers = console\n",
    "raw format": "[a]\nx = 1\n[formatter_generic]\nformat = %(levelname)-5.5s [%(name)s] %(message)s\n",
    "version locations": "[alembic]\nversion_locations =\n  %(here)s/a\n  %(here)s/b\npath_separator = newline\n",
}

SETS = ["", "plain", "100%%", "100%", "%(a)s", "%(a)s%", "%(", "%()s", "%%%", "%%(x)s", "a%%%(b)sc%%", "%%%%%", "%(a)s%(b)", "é%"]


def line_of(error):
    if isinstance(error, configparser.ParsingError) and not isinstance(error, configparser.MissingSectionHeaderError):
        return error.errors[0][0]
    return getattr(error, "lineno", None)


def run(text):
    parser = configparser.ConfigParser({"here": HERE})
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "x.ini")
        path.write_bytes(text.encode())
        try:
            parser.read(path, encoding="utf-8")
        except configparser.Error as error:
            return {"error": type(error).__name__, "line": line_of(error)}
    sections = {}
    for name in parser.sections():
        try:
            sections[name] = [list(item) for item in parser.items(name)]
        except configparser.Error as error:
            values = {}
            for key in parser.options(name):
                try:
                    values[key] = parser.get(name, key)
                except configparser.Error as inner:
                    values[key] = {"error": type(inner).__name__}
            sections[name] = {"error": type(error).__name__, "values": values}
    return {"sections": sections}


def run_set(value):
    parser = configparser.ConfigParser()
    parser.add_section("a")
    try:
        parser.set("a", "x", value)
    except ValueError as error:
        return int(str(error).rsplit(" ", 1)[1])
    return None


golden = {
    "cases": [{"name": name, "text": text, **run(text)} for name, text in CASES.items()],
    "sets": [{"value": value, "stray": run_set(value)} for value in SETS],
}
target = pathlib.Path(__file__).with_name("ini.json")
target.write_text(json.dumps(golden, indent=1, ensure_ascii=True) + "\n")
print(len(CASES), "cases")
