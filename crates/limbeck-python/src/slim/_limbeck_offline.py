"""A text file that is written under --sql."""
import io

import _limbeck


class OfflineFile(io.StringIO):
    """Holds the text; the file has it when flushed or closed, and is empty before."""

    def __init__(self, path):
        super().__init__()
        self.name = path
        self.mode = "w"
        _limbeck.write_file(path, "")

    def flush(self):
        if not self.closed:
            _limbeck.write_file(self.name, self.getvalue())

    def close(self):
        self.flush()
        super().close()

    def __exit__(self, *exception):
        self.close()
