"""The cases of the static reader's differential test: (must be read, module text).

EXPRESSIONS are each wrapped in `op.execute(...)`; those under MAY may be given up. Bodies stand inside `def upgrade():`.
"""
import textwrap

EXPRESSIONS = r'''
1 + 2 * 3 - 4
7 // 2, -7 // 2, 7 // -2, -7 // -2, 0 // 5
7 % 3, -7 % 3, 7 % -3, -7 % -3, -6 % 3
7 / 2, 1 / 3, -1 / 4, 10 / 5
2 ** 10, (-2) ** 3, 0 ** 0
1 << 5, 1024 >> 3, -1 >> 1, 6 & 3, 6 | 3, 6 ^ 3, ~5
-5, +5, --5, -True, not 5, not ""
True + True, True * 3
0x1f, 0o17, 0b101, 1_000_000
12345678901234567890123
1.5, 1.0, 100.0, 1e16, 1e15, 123456789012345680.0, 1e22, 1e-4, 1e-5, 0.1, 1.5e300, 5e-324, -0.0
0.1 + 0.2, 1.5 * 2, 3.0 - 1, 1 / 3.0
str(1.5), str(1.0), str(1e16), str(1e15), str(1e-5), str(0.1 + 0.2), str(1e100), str(123456.789)
1 == 1.0, 1 == True, "1" == 1, None == False, [] == (), [1] == [1.0], {"a": 1} == {"a": True}, (1, 2) == (1, 2)
1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 0, 3 > 2 >= 2 != 1
"a" < "b", "abc" < "abd", "Z" < "a", "" < "a", "é" > "z"
[1, 2] < [1, 3], (1, 2) < (1, 2, 0), [] < [0]
1 in [1, 2], 3 in (1, 2), "a" in {"a": 1}, "bc" in "abcd", 2 in {1, 2}, "x" not in ["y"], 1.0 in [1]
None is None, 1 is None, [] is not None, True is True, "" is None
1 and 2, 0 and 2, 0 or "x", "" or None, 1 or 2, [] or {}, not [] and 5
1 if "x" else 2, 1 if "" else 2
"a" "b" 'c', "a" + "b", "ab" * 3, 2 * "x", "x" * 0, "x" * -1
"it's", 'say "hi"', "tab\tnewline\n", "\x41\u00e9\U0001f600", r"raw\n", """multi
line"""
b"ab" + b"c", b"\x00\xff"
[1, *[2, 3], 4], (*"ab",), [*range(3)], {**{"a": 1}, "b": 2, **{"a": 3}}
{"a": 1, "b": 2, "a": 3}
{1: "a", True: "b", 1.0: "c"}
{1, 2, 2, 1}, {"x"}
[1, 2, 3][0], [1, 2, 3][-1], "abc"[1], "abc"[-1], (1, 2)[1], {"a": 5}["a"], {1: 2}[True], range(5, 10)[2], range(10)[-1]
[1, 2, 3, 4][1:3], "abcdef"[::2], "abcdef"[::-1], [1, 2, 3][:-1], [1, 2, 3][-2:], (1, 2, 3)[5:], "abc"[2:0:-1], "abc"[-10:10], [1, 2, 3][None:None]
"abcdef"[4:1:-2], "abcdef"[-1:-4:-1], [1, 2, 3, 4, 5][3::-1], [1, 2][5::-1], "héllo"[1], "héllo"[1:3]
f"{1}", f"{'x'}", f"a{1 + 1}b", f"{None}", f"{True}", f"{1.5}", f"{[1, 'a', None]}", f"{(1,)}", f"{{}}", f"{ {'a': 1} }"
f"{5:03}", f"{5:>4}|{5:<4}|{5:^4}|{5:04d}|{-5:05d}|{5:+d}|{255:x}|{255:X}|{255:o}|{5:b}|{1234567:,}|{1234567:_}"
f"{'x':>4}|{'x':<4}|{'x':^4}|{'x':*^5}|{'x':4}|{'abc':.2}|{'abc':>5.1}|{'abc':s}|{'abc':2}"
f"{1.5:.2f}|{1.005:.2f}|{2.5:.0f}|{0.5:.0f}|{3.5:.0f}|{0.125:.2f}|{1e10:.1f}|{-1.5:.1f}|{1.5:f}|{1:.2f}|{1.5:8.2f}|{1.5:<8.2f}|{-1.5:08.2f}"
f"{'x'!r}", f"{'x'!s:>3}", f"{1!r:>3}", f"{'it' + chr(39) + 's'!r}"
f"{3:{4}}", f"{'a':{'>'}{3}}"
"%s" % 1, "%s-%s" % (1, "a"), "%d" % 5, "%d" % True, "%05d" % 42, "%5d|%-5d|" % (1, 2), "%x" % 255, "%%", "100%%" % ()
"%(a)s %(b)d" % {"a": "x", "b": 5, "c": 1}, "%s" % None, "%r" % "x", "%s" % [1], "%.2f" % 1.005, "%5.1f" % 2.25, "%s" % 1.0
"%s" % {"a": 1}, "x" % {}, "%3s|%-3s|" % ("a", "b"), "%.2s" % "abc", "%o" % 8, "%X" % 255, "%i" % 3, "%f" % 1, "%s" % (("a", 1),)
"{}-{}".format(1, "a"), "{0}{1}{0}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{{}}".format(), "{:>5}".format("x"), "{:05d}".format(3), "{!r}".format("q"), "{0!s:>3}".format(1), "{} {x}".format(1, x=2)
"aBc".upper(), "aBc".lower(), "hello world".title(), "a1b c-d".title(), "hELLO".capitalize(), "".capitalize(), "it's".title()
" x ".strip(), "xxaxx".strip("x"), " x ".lstrip(), " x ".rstrip(), "abc".lstrip("ab"), "abc".rstrip("c"), "\t\n x \r".strip(), "\u00a0x\u2003".strip(), "abcab".strip("ba")
"a,b,c".split(","), "a b  c ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "a\nb".split("\n"), "a,b,c".split(",", maxsplit=1), "a,b".split(sep=","), "a--b".split("--", 0)
"a\nb\n".splitlines(), "".splitlines(), "\n".splitlines(), "a\n\nb".splitlines(), "\n\n".splitlines()
"-".join(["a", "b"]), "".join(("x",)), ",".join([]), ", ".join(str(i) for i in range(3)), "".join("abc"), ",".join({"a": 1, "b": 2}), ", ".join(map(str, [1, 2.5, None]))
"abcabc".replace("b", "X"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("x", "y"), "aa".replace("a", "")
"abc".startswith("a"), "abc".endswith(("x", "c")), "abc".startswith(()), "abc".find("c"), "abc".find("x"), "abc".index("b"), "abcabc".count("b"), "héllo".find("l"), "abcabc".rfind("b"), "x".find("")
"a.b.c".partition("."), "a.b.c".rpartition("."), "abc".partition("."), "abc".rpartition(".")
"abc".isdigit(), "12".isdigit(), "".isdigit(), "aB".isalpha(), "a1".isalnum(), "AB1".isupper(), "ab1".islower(), "1".isupper()
"prefix_x".removeprefix("prefix_"), "x_suffix".removesuffix("_suffix"), "abc".removeprefix("b")
"5".zfill(3), "x".ljust(3), "x".rjust(3, "-"), "abc".ljust(2)
"x".encode(), "é".encode("utf-8"), b"x".decode()
len("abc"), len("é"), len([1, 2]), len({}), len({1: 2}), len((1,)), len(range(5)), len({1, 1, 2}), len(range(10, 0, -3)), len(range(5, 5))
str(5), str(None), str(True), str("x"), str([1, "a'b", 'c"d', "e\n"]), str({"a": (1,)}), str(()), str(-1), repr("a'b\"c"), repr("\x00\x7f\\"), repr("\t")
int("5"), int(" 42 "), int("-7"), int(2.9), int(-2.9), int(True), int("+3"), float(3), float(True), bool([]), bool("x"), bool(0.0)
list("abc"), list((1, 2)), list({"a": 1}), tuple([1]), list(range(5)), list(range(2, 10, 3)), list(range(5, 0, -2)), set([1, 1]), frozenset([2]), dict(a=1, b=2), dict([("a", 1)]), dict({"a": 1}, b=2), dict(zip("ab", [1, 2]))
list(zip([1, 2, 3], "ab")), list(enumerate("ab")), list(enumerate("ab", 1)), list(enumerate("ab", start=5)), list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))), list(zip()), list(zip([1], [2], [3]))
sorted([3, 1, 2]), sorted(["b", "A", "a"]), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted({3, 1, 2}), sorted(["bb", "a", "ccc"], key=len), sorted(["bb", "a", "ccc", "dd"], key=len, reverse=True)
min(3, 1, 2), max([1, 5, 2]), min("b", "a"), sum([1, 2, 3]), sum([1], 5), any([0, 1]), all([1, 0]), any([]), all([]), abs(-5), abs(-1.5), max([], default=7), sum(x for x in (1, 2)), min({3, 1, 2}), sum([]), sum([True, True])
divmod(7, 2), divmod(-7, 2), chr(65), ord("A"), isinstance("x", str), isinstance(1, (str, int)), isinstance(True, int), isinstance([], dict)
[x * 2 for x in [1, 2, 3]], [x for x in range(5) if x % 2], [(a, b) for a in "ab" for b in (1, 2)], {k: v for k, v in [("a", 1)]}, {x for x in (1, 1)}, [[y for y in range(x)] for x in range(3)], [x for x in "abc" if x != "b" if x != "c"]
[x.upper() for x in ("a", "b")], [a + str(i) for i, a in enumerate(["x", "y"])], {v: k for k, v in {"a": 1, "b": 2}.items()}, [len(x) for x in [[1], []]]
list({"a": 1, "b": 2}.items()), list({"a": 1}.values()), list({"a": 1}.keys()), {"a": 1}.get("a"), {"a": 1}.get("b"), {"a": 1}.get("b", 5), "a" in {"a": 1}.keys(), len({"a": 1}.items()), 1 in {"a": 1}.values()
{"a": 1} | {"b": 2, "a": 3}, {1, 2} | {3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1}.union([2]), {1} == {1.0}, {1, 2} == {2, 1}
[1, 2].index(2), [1, 1, 2].count(1), (1, 2).index(2), [1, 2].copy(), {"a": 1}.copy()
[1] + [2], (1,) + (2,), [0] * 3, 2 * (1, 2), [[]] * 2, [] * 5
sa.Column("id", sa.Integer(), nullable=False), sa.Integer, sa.String(50), postgresql.JSONB(astext_type=sa.Text()), postgresql.UUID
sa.func.now(), sa.func.lower(sa.column("x")), sa.text("now()"), sa.true(), sa.func.pg_catalog.now()
sa.text("x = :y").bindparams(y=5), sa.table("t", sa.column("id", sa.Integer)).c.id == -5
sa.table("t").c.a + 1, 1 + sa.table("t").c.a, -sa.table("t").c.a, 5 < sa.table("t").c.a, sa.table("t").c.a != None, sa.table("t").c.a % 5, "x" + sa.table("t").c.a
(sa.table("t").c.a == 1) & ~(sa.table("t").c.b > 2) | (sa.table("t").c.c <= 3)
sa.table("t").update().where(sa.table("t").c.id == 1).values(a="b", **{"c": None}), sa.table("t").c["a b"], sa.column("j")["k"]["l"]
sa.select(sa.column("a")).where(sa.column("b").in_([1, 2])).order_by(sa.column("a").desc()).limit(5)
sa.Enum("a", "b", name="kind"), sa.Enum(*("a", "b"), **dict(name="kind"))
op.f("ix_x"), sa.Numeric(precision=10, scale=2), sa.Identity(always=True), sa.Computed("a + b", persisted=True)
(lambda: 1)() if False else 2
[] == [] == [], (1, (2, [3])) == (1, (2, [3])), not (1 == 2)
"a" if None else "b" if 0 else "c"
'''

MAY = r'''
"ß".upper(), "É".lower()
1 is 1
"a" is "a"
2 ** 200
1.5 // 0.4
-7.5 % 2
round(2.5), round(1.25, 1)
list({1, 2, 3})
str({1})
hash("x")
(lambda x: x)(1)
"{0[a]}".format({"a": 1})
"{:.3e}".format(1.5)
f"{1.5:g}", f"{1.5:10}", f"{True:d}", f"{1e5:,}"
f"{1=}"
"%-05d" % 3, "%+d" % 3, "%e" % 1.5, "%c" % 65
"é".title()
list(map(lambda x: x + 1, [1]))
"abc".center(6), "abc".translate({97: "b"})
repr("é"), str(["é"])
10 ** -1
max("a", "bb", key=len)
1e308 * 10
(x := 5)
[y := 1, y]
int("0x10", 16), int("1_0")
float("1.5"), float("inf")
"x".join(reversed(["a", "b"]))
type(1).__name__
[*{1, 2}]
{**{"a": 1}}.items() == {"a": 1}.items()
"a\x1cb".split(), "a\x0bb".splitlines()
{"a"} ^ {"b"}, {1} < {1, 2}
"%s %(a)s" % {"a": 1}
'''

RAISES = r'''
1 / 0
1 // 0
[1][5]
{}["a"]
"a" + 1
1 + "a"
undefined_name
"%d" % "x"
"%s %s" % (1,)
"%s" % (1, 2)
"{}".format()
[1] + (2,)
len(5)
int("x")
{[]: 1}
"a" < 1
sorted([1, "a"])
[1, 2].index(3)
{}.pop("a")
"abc".index("z")
"a,b".split("")
1 < "a"
None.upper()
(1).foo
range(1, 2, 0)[0]
chr(-1)
"x" * "y"
-"x"
min([])
f"{'x':d}"
f"{5:s}"
"{} {0}".format(1)
"%(a)s" % {}
dict([1])
[].pop()
"a".join([1])
bool(sa.column("x") == 1)
not sa.column("x")
sa.column("x") == 1 == 2
[x for x in 5]
sum(["a"])
b"x" + "y"
'''

# A function's whole body.
BODIES = r'''
xs = []
ys = xs
xs.append(1)
ys.append(2)
op.execute(xs)
###
d = {"a": [1]}
e = d.copy()
e["a"].append(2)
e["b"] = 3
op.execute(d)
op.execute(e)
###
row = [[0]] * 3
row[0].append(1)
op.execute(row)
###
for name in ("a", "b"):
    op.add_column("t", sa.Column(name, sa.Integer()))
op.execute(name)
###
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    op.execute([i, a, b])
else:
    op.execute("else")
###
for x in range(5):
    if x == 1:
        continue
    if x == 3:
        break
    op.execute(x)
else:
    op.execute("never")
###
for k, v in {"a": 1, "b": 2}.items():
    op.execute(f"{k}={v}")
for k in {"a": 1}:
    op.execute(k)
###
a, b = 1, 2
a, b = b, a
(c, d), *rest = [(3, 4), 5, 6]
[e, *f] = "xyz"
*g, h = [1]
op.execute([a, b, c, d, rest, e, f, g, h])
###
a = b = []
a.append(1)
op.execute(b)
###
x = [1]
y = x
x += [2]
op.execute(y)
x = x + [3]
op.execute([x, y])
###
x = 5
x -= 2
x *= 4
x //= 5
s = "a"
s += "b"
d = {"n": 1}
d["n"] += 5
t = (1,)
t += (2,)
op.execute([x, s, d, t])
###
def add(a, b=2, *args, c=3, **kw):
    return [a, b, args, c, kw]
op.execute(add(1))
op.execute(add(1, 5, 6, 7, c=8, d=9))
op.execute(add(*[1, 2], **{"c": 4}))
op.execute(add(b=1, a=2))
###
def bad(x, acc=[]):
    acc.append(x)
    return list(acc)
op.execute(bad(1))
op.execute(bad(2))
###
n = 1
def late():
    return n
n = 2
op.execute(late())
###
fs = []
for i in range(3):
    def f(i=i):
        return i
    fs.append(f)
op.execute([g() for g in fs] if False else "ok")
###
def outer(prefix):
    def inner(x):
        return prefix + x
    return inner
add = outer("p_")
op.execute(add("x"))
op.execute(outer("q_")("y"))
###
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
op.execute(fact(10))
###
def early():
    for x in [1, 2, 3]:
        if x == 2:
            return x
    return 0
op.execute(early())
def nothing():
    pass
op.execute(nothing())
###
x = "outer"
ys = [x for x in (1, 2)]
op.execute([x, ys])
###
columns = [sa.Column("id", sa.Integer(), primary_key=True)]
columns.append(sa.Column("name", sa.String(50)))
op.create_table("t", *columns)
###
t = op.create_table("t", sa.Column("id", sa.Integer()))
op.bulk_insert(t, [{"id": 1}, {"id": 2}])
op.execute(t.insert().values(id=3))
###
with op.batch_alter_table("t", schema=None) as batch_op:
    batch_op.add_column(sa.Column("a", sa.Integer()))
    op.execute("SELECT 1")
    batch_op.create_index(batch_op.f("ix"), ["a"], unique=False)
    for name in ("x", "y"):
        batch_op.drop_column(name)
op.execute("after")
###
with op.get_context().autocommit_block():
    op.execute("CREATE INDEX CONCURRENTLY x ON y (z)")
###
ctx = op.get_context()
with ctx.autocommit_block():
    op.create_index("x", "y", ["z"], postgresql_concurrently=True)
###
if 1 > 2:
    op.execute("no")
elif [] or "x":
    op.execute("yes")
else:
    op.execute("never")
###
"""docstring"""
pass
op.execute("x")
return
op.execute("not reached")
###
pairs = zip(["a", "b"], [1, 2])
for n, v in pairs:
    op.execute([n, v])
###
def helper(table, *columns):
    for column in columns:
        op.drop_column(table, column)
helper("t", "a", "b")
###
def helper(batch, name):
    batch.drop_column(name)
with op.batch_alter_table("t") as batch_op:
    helper(batch_op, "x")
###
stack = [3, 1, 2]
stack.sort()
stack.insert(0, 9)
stack.insert(-1, 8)
last = stack.pop()
first = stack.pop(0)
stack.extend(("x",))
stack.reverse()
stack.remove(8)
op.execute([stack, first, last])
###
d = {}
d["b"] = 1
d["a"] = 2
d["b"] = 3
d.update({"c": 4}, d=5)
d.setdefault("a", 9)
d.setdefault("e", [])
p = d.pop("c")
q = d.pop("zz", None)
d["c"] = 1
op.execute([d, p, q, list(d)])
###
s = {1}
s.add(2)
s.discard(5)
op.execute(sorted(s))
###
items = [("b", 2), ("a", 2), ("c", 1)]
def second(item):
    return item[1]
op.execute(sorted(items, key=second))
op.execute(sorted(items, key=second, reverse=True))
items.sort(key=second)
op.execute(items)
###
x: int = 5
y: str
op.execute(x)
###
list = [1]
op.execute(list)
###
def str(x):
    return "mine"
op.execute(str(5))
###
for a in [1, 2]:
    for b in [3, 4]:
        if b == 4:
            break
        op.execute([a, b])
###
naming = {"pk": "pk_%(table_name)s"}
op.execute(naming["pk"] % {"table_name": "users"})
###
matrix = [[i * j for j in range(3)] for i in range(3)]
flat = [x for row in matrix for x in row]
op.execute([matrix, flat, sum(flat)])
###
enum = sa.Enum("a", "b", name="e")
op.add_column("t", sa.Column("x", enum))
op.add_column("t", sa.Column("y", enum))
###
import datetime
from sqlalchemy import Integer, Column as C
op.add_column("t", C("x", Integer))
###
words = "a b c".split()
op.execute(" ".join(w.title() for w in words if w != "b"))
###
a = [1, 2, 3]
b = a[:]
b[0] = 9
a[-1] = 7
op.execute([a, b])
###
def f(a, /, b, *, c):
    return (a, b, c)
op.execute(f(1, b=2, c=3))
###
x = 1 if op.f("a") is not None else 2
op.execute(x)
###
(a) = 1
(b, c) = "xy"
for [d, e] in [[1, 2]]:
    op.execute([a, b, c, d, e])
###
t = ([],)
t[0].append(1)
op.execute(t)
'''

BODIES_MAY = r'''
xs = [1, 2, 3]
for x in xs:
    if x == 1:
        xs.append(4)
    op.execute(x)
###
d = {"a": 1}
for k in d:
    d[k] = 2
op.execute(d)
###
z = zip([1], [2])
list(z)
op.execute(list(z))
###
xs = [1]
g = (x for x in xs)
xs.append(2)
op.execute(list(g))
###
xs = [1, 2]
it = enumerate(xs)
xs.append(3)
op.execute(list(it))
###
xs = [1]
r = reversed(xs)
op.execute([list(r), list(r)])
###
while False:
    pass
op.execute("x")
###
try:
    op.execute("x")
except Exception:
    pass
###
class A:
    x = 1
op.execute(A.x)
###
x = 5
del x
op.execute("x")
###
assert True
op.execute("x")
###
global zz
zz = 1
op.execute(zz)
###
n = 0
def inc():
    nonlocal n
    n += 1
    return n
op.execute([inc(), inc()])
###
def gen():
    yield 1
op.execute(list(gen()))
###
if (n := 5) > 3:
    op.execute(n)
###
xs = ["a"]
op.create_index("i", "t", xs)
xs.append("b")
op.create_index("j", "t", xs)
###
rows = []
c = sa.text("x").bindparams(rows=rows)
rows.append(1)
op.execute("y")
###
c = sa.Column("x", sa.Integer())
op.add_column("a", c)
op.add_column("b", c)
###
xs = [1, 2, 3]
xs[1:2] = [9]
op.execute(xs)
###
s = {1, 2}
s |= {3}
op.execute(sorted(s))
###
match 5:
    case 5:
        op.execute("five")
###
xs = [1, 2]
xs *= 2
op.execute(xs)
###
fs = []
for i in range(3):
    def f():
        return i
    fs.append(f)
op.execute([fs[0](), fs[2]()])
###
xs = [1, 2, 3]
op.execute([xs.pop() for _ in range(2)])
op.execute(xs)
###
print("hello")
op.execute("x")
###
def effect(x):
    op.execute(x)
    return True
op.execute(any(effect(x) for x in (1, 2)))
###
l = []
l.append(l)
op.execute(len(l))
###
add = op.add_column
add("t", sa.Column("x", sa.Integer()))
###
import json
op.execute(json.dumps({"a": 1}))
###
from textwrap import dedent
op.execute(dedent("""
    SELECT 1
      FROM x
    \t
"""))
'''

BODIES_RAISE = r'''
op.execute(x)
x = 1
###
if False:
    y = 1
op.execute(y)
###
def f(a):
    pass
f()
###
def f(a):
    pass
f(1, 2)
###
def f(a):
    pass
f(1, a=1)
###
def f(a):
    pass
f(1, b=2)
###
def f(*, a):
    pass
f(1)
###
a, b = [1]
###
a, b = 1, 2, 3
###
a, *b, c = [1]
###
for x in [1, 2]:
    x.append(5)
###
t = (1,)
t[0] = 2
###
"abc"[0] = "x"
###
raise NotImplementedError("no")
###
op.execute("x")
raise ValueError
###
d = {"a": 1}
for k in d:
    d[k + "x"] = 1
op.execute(d)
###
list = 5
list("abc")
###
x = [1]
def f():
    x = x + [2]
    return x
op.execute(f())
###
def f(n):
    return f(n + 1)
f(0)
###
op.execute(a=1, **{"a": 2})
###
def f(a, /):
    return a
f(a=1)
###
assert False
###
for i in range(2):
    pass
else:
    undefined
###
with op.batch_alter_table("t") as b:
    b.add_column(nope)
'''

# Whole modules.
MODULES = r'''
TABLE = "users"
COLUMNS = ["a", "b"]
COLUMNS.append("c")
def upgrade():
    for c in COLUMNS:
        op.drop_column(TABLE, c)
###
def table_name(x):
    return PREFIX + x
PREFIX = "p_"
def upgrade():
    op.drop_table(table_name("x"))
PREFIX = "q_"
###
import logging
import json
logger = logging.getLogger(__name__)
DATA = json.loads("{}")
class Helper:
    x: int = 5
    def run(self):
        return op
def upgrade() -> None:
    op.execute("x")
###
revision: str = "abc"
down_revision: "str | None" = None
branch_labels = None
def upgrade(x=1, *args, **kwargs):
    op.execute([x, args, kwargs])
###
if True:
    NAME = "a"
else:
    NAME = "b"
def upgrade():
    op.execute(NAME)
###
A = B = [1]
B.append(2)
X, Y = 1, 2
for i in (1, 2):
    A.append(i)
def upgrade():
    op.execute([A, X, Y, i])
###
if __name__ == "__main__":
    main()
def upgrade():
    op.execute("x")
###
try:
    import json
except ImportError:
    json = None
def upgrade():
    op.execute("x")
###
UPPER = "x".upper()
def helper(x, suffix=UPPER):
    return f"{x}_{suffix}"
UPPER = "changed"
def upgrade():
    op.execute(helper("a"))
###
def helper():
    op.execute("helper")
def upgrade():
    helper()
    downgrade()
def downgrade():
    op.execute("down")
###
from typing import Sequence, Union, TYPE_CHECKING
if TYPE_CHECKING:
    from nowhere import Thing
def upgrade():
    x: Thing = 1
    op.execute(x)
###
import enum
class Kind(enum.Enum):
    A = "a"
def upgrade():
    op.execute("x")
'''

MODULES_MAY = r'''
import enum
class Kind(enum.Enum):
    A = "a"
def upgrade():
    op.execute(Kind.A.value)
###
op.execute("module")
def upgrade():
    op.execute("function")
###
import functools
@functools.lru_cache
def f():
    return 1
def upgrade():
    op.execute(f())
###
registry = {}
def register(f):
    registry["x"] = 1
    return f
@register
def other():
    pass
def upgrade():
    op.execute(registry)
###
X = [1]
Y = [X.append(2), (lambda: 5)()]
def upgrade():
    op.execute(X)
###
def deco(f):
    def g():
        op.execute("wrapped")
        f()
    return g
@deco
def upgrade():
    op.execute("x")
###
X = {"a": 1}
X["b"] = (lambda: 2)()
def upgrade():
    op.execute(X)
###
upgrade = lambda: op.execute("x")
###
import json as op2
op = op
def upgrade():
    op.execute("x")
###
import sys
sys.path.insert(0, ".")
def upgrade():
    op.execute("x")
###
def upgrade():
    inner()
def inner():
    global STATE
    STATE = 1
    op.execute(STATE)
###
async def upgrade():
    op.execute("x")
###
def upgrade():
    op.execute(__name__)
###
NAMES = ["a"]
def change():
    NAMES.append("b")
    return (lambda: 1)()
VALUE = change()
def upgrade():
    op.execute(NAMES)
###
X = [1]
try:
    X.append(2)
    1 / 0
except ZeroDivisionError:
    pass
def upgrade():
    op.execute(X)
###
str = (lambda x: "shadowed")
def upgrade():
    op.execute(str(1))
###
if (lambda: True)():
    len = (lambda x: 99)
def upgrade():
    op.execute(len("abc"))
###
@property
def len(x):
    return 1
def upgrade():
    op.execute(len("abc"))
###
class len:
    def __init__(self, x): pass
def upgrade():
    op.execute(str(len("abc"))[:1])
'''

MODULES_RAISE = r'''
def upgrade(engine_name):
    op.execute("x")
###
def upgrade():
    op.execute(MISSING)
###
import nowhere_to_be_found
def upgrade():
    nowhere_to_be_found.go()
###
X = 1 / 0
def upgrade():
    op.execute(X)
###
def upgrade():
    return 1
upgrade = 5
'''


def _blocks(text):
    return [block.strip("\n") + "\n" for block in text.split("###\n")]


def _function(body):
    return "def upgrade():\n" + textwrap.indent(body, "    ")


def _expressions(text):
    # An expression's text may go over several lines when a string does.
    out, pending = [], ""
    for line in text.strip("\n").split("\n"):
        pending += line
        try:
            compile(f"({pending})", "", "eval")
        except SyntaxError:
            if '"""' in pending:
                pending += "\n"
                continue
            raise
        out.append(pending)
        pending = ""
    return out


CASES = (
    [(True, f"def upgrade():\n    op.execute(({e}))\n") for e in _expressions(EXPRESSIONS)]
    + [(False, f"def upgrade():\n    op.execute(({e}))\n") for e in _expressions(MAY) + _expressions(RAISES)]
    + [(True, _function(b)) for b in _blocks(BODIES)]
    + [(False, _function(b)) for b in _blocks(BODIES_MAY) + _blocks(BODIES_RAISE)]
    + [(True, m) for m in _blocks(MODULES)]
    + [(False, m) for m in _blocks(MODULES_MAY) + _blocks(MODULES_RAISE)]
)

# Each element of a tuple of expressions also as a case of its own, so that one failure hides no other.
CASES += [
    (must, f"def upgrade():\n    op.execute({element})\n")
    for text, must in ((EXPRESSIONS, True), (MAY, False))
    for expression in _expressions(text)
    for element in (__import__("ast").unparse(e) for e in getattr(__import__("ast").parse(f"({expression})", mode="eval").body, "elts", []))
    if not element.startswith("*")
]
