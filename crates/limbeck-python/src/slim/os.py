"""What version scripts and env.py ask of `os`: the environment, paths, and looking at files. Nothing here changes the machine."""
import sys

import _limbeck

name = "posix"
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
linesep = "\n"
curdir = "."
pardir = ".."
devnull = "/dev/null"
defpath = "/bin:/usr/bin"
supports_follow_symlinks = set()
supports_dir_fd = set()
supports_fd = set()
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NOFOLLOW = 0, 1, 2, 64, 128, 512, 1024, 131072
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
error = OSError


class PathLike:
    """Base of objects that have `__fspath__`."""

    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented

    @classmethod
    def register(cls, subclass):
        return subclass

    def __class_getitem__(cls, item):
        return cls


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        return type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}") from None


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class _Environ(dict):
    """The environment. Changes are seen by scripts, not by the process."""

    def copy(self):
        return dict(self)


environ = _Environ(_limbeck.environ())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getcwd():
    return _limbeck.getcwd()


def getcwdb():
    return getcwd().encode()


def urandom(size):
    return _limbeck.urandom(size)


def register_at_fork(**hooks):
    pass


def getpid():
    return 1


def listdir(path="."):
    return _limbeck.list_dir(fsdecode(path))


class stat_result:
    """Just enough of a stat: what kind of thing it is."""

    def __init__(self, kind):
        self.st_mode = {"file": 0o100644, "directory": 0o040755}[kind]
        self.st_size = 0


def stat(path, *, dir_fd=None, follow_symlinks=True):
    kind = _limbeck.path_kind(fsdecode(path))
    if kind is None:
        raise FileNotFoundError(2, "No such file or directory", fsdecode(path))
    return stat_result(kind)


lstat = stat


def access(path, mode, **kwargs):
    return _limbeck.path_kind(fsdecode(path)) is not None


def readlink(path, *, dir_fd=None):
    raise OSError(22, "Invalid argument", fsdecode(path))


class DirEntry:
    """An entry of scandir()."""

    def __init__(self, folder, entry):
        self.name = entry
        self.path = folder.rstrip("/") + "/" + entry

    def is_dir(self, *, follow_symlinks=True):
        return _limbeck.path_kind(self.path) == "directory"

    def is_file(self, *, follow_symlinks=True):
        return _limbeck.path_kind(self.path) == "file"

    def is_symlink(self):
        return False

    def __fspath__(self):
        return self.path


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def close(self):
        pass


def scandir(path="."):
    folder = fsdecode(path)
    return _Scan([DirEntry(folder, entry) for entry in _limbeck.list_dir(folder)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    folders, files = [], []
    for entry in scandir(top):
        (folders if entry.is_dir() else files).append(entry.name)
    if topdown:
        yield top, folders, files
    for folder in folders:
        yield from walk(top.rstrip("/") + "/" + folder, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def get_terminal_size(fd=1):
    return (80, 24)


def _refused(what):
    def function(*args, **kwargs):
        raise PermissionError(1, f"os.{what}() is not there: scripts that limbeck runs cannot change the machine")

    return function


_CHANGING = (
    "remove", "unlink", "rename", "replace", "mkdir", "makedirs", "rmdir", "removedirs", "system", "popen", "chmod", "chown", "chdir",
    "symlink", "link", "kill", "fork", "open", "write", "truncate", "utime", "execv", "execve", "spawnv", "close",
)


def __getattr__(attribute):
    if attribute in _CHANGING:
        return _refused(attribute)
    raise AttributeError(f"module 'os' has no attribute '{attribute}' here")


sys.modules.setdefault("os", sys.modules[__name__])
import posixpath as path  # noqa: E402 it needs the functions above

sys.modules["os.path"] = path
path.realpath = lambda name, *, strict=False: _limbeck.real_path(fsdecode(name))
path.exists = lambda name: _limbeck.path_kind(fsdecode(name)) is not None
path.lexists = path.exists
path.isfile = lambda name: _limbeck.path_kind(fsdecode(name)) == "file"
path.isdir = lambda name: _limbeck.path_kind(fsdecode(name)) == "directory"
path.islink = lambda name: False
