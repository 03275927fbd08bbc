"""A free port of loopback, from a range that no outgoing connection takes. As a script, prints one."""

import random
import socket

# Below Linux's ephemeral ports: what a client is given there cannot take it before its server does.
FIRST, LAST = 20000, 32767


def free_port():
    while True:
        with socket.socket() as tried:
            port = random.randint(FIRST, LAST)
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


if __name__ == "__main__":
    print(free_port())
