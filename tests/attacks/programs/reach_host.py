"""No program can reach a service of this machine: on the loopback (argument 1) or an abstract Unix socket (argument 2)."""
import socket

port, name = input().split()


def attempt(what, family, address):
    try:
        with socket.socket(family) as sock:
            sock.settimeout(2)
            sock.connect(address)
    except OSError:
        return
    print("ESCAPED", what)


attempt("loopback", socket.AF_INET, ("127.0.0.1", int(port)))
attempt("abstract socket", socket.AF_UNIX, "\0" + name)
print("HELD if nothing above")
