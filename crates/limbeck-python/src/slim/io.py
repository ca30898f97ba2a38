"""`io` without files of the operating system: `open()` is limbeck's own, for reading."""
import _io

_NAMES = (
    "DEFAULT_BUFFER_SIZE", "UnsupportedOperation", "BytesIO", "StringIO", "BufferedReader", "BufferedWriter", "BufferedRWPair",
    "BufferedRandom", "TextIOWrapper", "IncrementalNewlineDecoder", "text_encoding",
)
for _name in _NAMES:
    if hasattr(_io, _name):
        globals()[_name] = getattr(_io, _name)

BlockingIOError = BlockingIOError
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class IOBase(_io._IOBase):
    pass


class RawIOBase(_io._RawIOBase, IOBase):
    pass


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    pass


class TextIOBase(_io._TextIOBase, IOBase):
    pass


class FileIO(RawIOBase):
    def __init__(self, *args, **kwargs):
        raise PermissionError(1, "scripts that limbeck runs can only read files, with open()")


def open(*args, **kwargs):
    from _limbeck_boot import open_for_reading

    return open_for_reading(*args, **kwargs)


open_code = open
