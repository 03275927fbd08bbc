"""Real clients of OpenSSH in one class, each on a pty with a key a second: how long until the first byte of its picture. And before
they come: how long one takes to its first picture, and a line to its answer, beside `ssh … true` at OpenSSH's own server.

Usage: hundred.py PATH/TO/bin/nabla [COUNT]      100 by default
"""

import concurrent.futures
import os
import selectors
import statistics
import subprocess
import sys
import time

from load import idle, told
from pty_driver import cpu_seconds
from remote import Server
from serve import FIRST_FRAME, Class, Client

COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 100
WARM, SECONDS = 20, 15
RUNS = 15


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


def first(here):
    """Milliseconds to a first picture, to an answer, and of ssh … true elsewhere, in turn so that all meet the same noise."""

    def picture():
        client = Client(here, "student0")
        client.open()
        return client

    server = Server()
    whats = (picture, lambda: here.run("student0", "student0", "solve", "softmax"), lambda: server.run("true", stdin=subprocess.DEVNULL))
    took = [[], [], []]
    for _ in range(RUNS):
        for times, what in zip(took, whats):
            begun = time.monotonic()
            said = what()
            times.append(1000 * (time.monotonic() - begun))
            if isinstance(said, Client):
                said.close()
    server.close()
    return [round(statistics.median(times)) for times in took]


def main():
    print(f"{os.cpu_count()} cores, {idle():.0%} of them idle before, load {os.getloadavg()[0]:.1f}")
    with Class(code="none", loaded=True) as here, selectors.DefaultSelector() as selector:
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda number: here.key(f"student{number}"), range(COUNT)))
        picture, answer, elsewhere = first(here)
        begun = time.monotonic()
        clients = [Client(here, f"student{number}") for number in range(COUNT)]
        for client in clients:
            selector.register(client.master, selectors.EVENT_READ, client)
        read_all(60, selector, lambda: all(client.got > FIRST_FRAME for client in clients))
        came = time.monotonic() - begun
        for client in clients:
            os.write(client.master, b"\x1b[B\rv")  # Down lists the sections, so that Enter opens one and not the opening
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
    most = min(150, elsewhere + 50)
    rows = [
        ("ssh to first picture, median ms", picture, most, picture <= most),
        ("ssh … solve softmax, median ms", answer, 100, answer <= 100),
        ("  ssh … true of OpenSSH", elsewhere, "", True),
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
