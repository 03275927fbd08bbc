"""Real clients of OpenSSH in one class, each on a pty with a key a second: how long until the first byte of its picture.

Usage: hundred.py PATH/TO/bin/nabla [COUNT]      100 by default
"""

import concurrent.futures
import fcntl
import os
import pty
import selectors
import struct
import subprocess
import sys
import termios
import time

from load import idle, told
from pty_driver import cpu_seconds
from serve import Class

COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 100
WARM, SECONDS = 20, 15
FIRST_FRAME = 1000
RIGHT, LEFT = b"\x1b[C", b"\x1b[D"


class Client:
    def __init__(self, here, number):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("4H", 24, 80, 0, 0))
        self.child = subprocess.Popen(here.ssh(f"student{number}", f"student{number}"), stdin=slave, stdout=slave, stderr=slave,
                                      start_new_session=True, env={**here.environment, "TERM": "xterm-256color"})
        os.close(slave)
        self.got = 0
        self.pressed = None
        self.presses = 0

    def press(self, now):
        self.pressed = self.pressed or now
        os.write(self.master, RIGHT if self.presses % 8 < 4 else LEFT)
        self.presses += 1

    def read(self, now):
        """Seconds since the key that this answers; None if it answers none."""
        self.got += len(os.read(self.master, 65536))
        took, self.pressed = self.pressed and now - self.pressed, None
        return took


def type_for(seconds, clients, selector):
    """All latencies, a key a second from each, spread over it."""
    begun = time.monotonic()
    due = [begun + i / len(clients) for i in range(len(clients))]
    took, turn = [], 0
    while (now := time.monotonic()) < begun + seconds:
        while due[turn] <= now:
            clients[turn].press(now)
            due[turn] += 1
            turn = (turn + 1) % len(clients)
        for key, _ in selector.select(max(0, due[turn] - now)):
            took.append(key.data.read(time.monotonic()))
    return sorted(one for one in took if one is not None)


def read_all(seconds, selector, enough=lambda: False):
    until = time.monotonic() + seconds
    while time.monotonic() < until and not enough():
        for key, _ in selector.select(0.1):
            key.data.read(0)


def main():
    print(f"{os.cpu_count()} cores, {idle():.0%} of them idle before, load {os.getloadavg()[0]:.1f}")
    with Class(code="none") as here, selectors.DefaultSelector() as selector:
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda number: here.key(f"student{number}"), range(COUNT)))
        begun = time.monotonic()
        clients = [Client(here, number) for number in range(COUNT)]
        for client in clients:
            selector.register(client.master, selectors.EVENT_READ, client)
        read_all(60, selector, lambda: all(client.got > FIRST_FRAME for client in clients))
        came = time.monotonic() - begun
        for client in clients:
            os.write(client.master, b"\rvv")
        read_all(3, selector)
        type_for(WARM, clients, selector)
        cpu = cpu_seconds(here.child.pid)
        took = type_for(SECONDS, clients, selector)
        cpu = (cpu_seconds(here.child.pid) - cpu) / SECONDS
        here.stop()
        read_all(1, selector, lambda: all(client.child.poll() is not None for client in clients))
        ended = sum(client.child.wait(10) == 0 for client in clients)
    there = sum(client.got > FIRST_FRAME for client in clients)
    milliseconds = [round(1000 * took[int(share * (len(took) - 1))], 1) for share in (0.5, 0.99, 1)]
    rows = [
        ("who came, of " + str(COUNT), there, COUNT, there == COUNT),
        ("seconds until all had", round(came, 1), "", True),
        ("keys that were answered", len(took), COUNT * SECONDS, len(took) >= 0.99 * COUNT * SECONDS),
        ("key to picture, p50 ms", milliseconds[0], "", True),
        ("key to picture, p99 ms", milliseconds[1], 100, milliseconds[1] <= 100),
        ("key to picture, at most ms", milliseconds[2], "", True),
        ("processor of the server, % of a core", round(100 * cpu), "", True),
        ("ended with 0 when the class closed", ended, COUNT, ended == COUNT),
    ]
    return told(rows)


if __name__ == "__main__":
    sys.exit(main())
