"""Real Alembic, imported once: starting it takes longer than most of what it does. Each request is run in a process forked from this one.

It listens on a socket beside this file until its standard input ends, as that of a test program's child does however the program ends.
"""
import gc
import marshal
import os
import select
import shutil
import signal
import socket
import sys
import traceback

# Nothing of this folder can be imported.
sys.path.pop(0)
import asyncio
import logging.config

import alembic.autogenerate
import alembic.command
import alembic.config
import sqlalchemy.orm

FOLDER = os.path.dirname(os.path.abspath(__file__))


def run(folder, environment, arguments):
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.dont_write_bytecode = bool(os.environ.get("PYTHONDONTWRITEBYTECODE"))
    sys.argv[:] = ["alembic", *arguments]
    # As for the program of this name, which is in the same folder.
    sys.path.insert(0, os.path.dirname(sys.executable))
    sys.exit(alembic.config.main())


def ends_with(work):
    """The exit code of a child that does nothing but this."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except SystemExit as end:
            if isinstance(end.code, str):
                print(end.code, file=sys.stderr)
            else:
                code = end.code or 0
        except BaseException:
            traceback.print_exc()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code & 255)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def answer(connection):
    request, files, _, _ = socket.recv_fds(connection, 1 << 20, 3)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    connection.sendall(b"%d" % ends_with(lambda: run(*marshal.loads(request))))


listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
listener.bind(os.path.join(FOLDER, "socket"))
listener.listen(64)
# Those who answer are not waited for.
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
gc.collect()
gc.freeze()
print("ready", flush=True)
while 0 not in select.select([listener, 0], [], [])[0]:
    connection, _ = listener.accept()
    if os.fork() == 0:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        listener.close()
        answer(connection)
        os._exit(0)
    connection.close()
shutil.rmtree(FOLDER, ignore_errors=True)
