"""No program can open a socket of any kind."""
import socket

FAMILIES = ["AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", "AF_PACKET", "AF_VSOCK", "AF_ALG", "AF_BLUETOOTH", "AF_CAN"]
KINDS = ["SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW", "SOCK_SEQPACKET"]


def attempt(name, action):
    try:
        action()
    except OSError:
        return
    print("ESCAPED", name)


for family in FAMILIES:
    for kind in KINDS:
        if hasattr(socket, family):
            attempt(f"{family} {kind}", lambda: socket.socket(getattr(socket, family), getattr(socket, kind)))
attempt("socketpair", socket.socketpair)
print("HELD if nothing above")
