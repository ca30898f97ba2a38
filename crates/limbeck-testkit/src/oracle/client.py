# Hands its arguments, environment, folder and streams to the server beside it, and ends as that says.
import marshal
import os
import socket
import sys

connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
connection.connect(os.path.join(os.path.dirname(os.path.realpath(__file__)), "socket"))
socket.send_fds(connection, [marshal.dumps((os.getcwd(), dict(os.environ), sys.argv[1:]))], [0, 1, 2])
sys.exit(int(connection.recv(100) or b"1"))
