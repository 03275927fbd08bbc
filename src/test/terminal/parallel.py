"""`solve --batch` on more than one machine, by GNU parallel: pieces of a file answered side by side, here and through sshd.

Usage: parallel.py PATH/TO/bin/nabla [WORD ...]   only the cases with such a word in their name
"""

import json
import os
import re
import subprocess
import sys
import tempfile

import table
from remote import Server
from tutor import NABLA

BLOCK = 10_000_000
BAD = 200


def questions():
    """More than two pieces, each with lines that have no answer; numbers of 17 digits, so that pieces are cut anywhere."""
    logits = [1 / (k + 3) for k in range(200)]
    some, size, number = [], 0, 0
    while size < 2.2 * BLOCK:
        number += 1
        one = {"op": "softmax", "id": f"q-{number}", "logits": logits if number % BAD else ["x"], "tau": 1 + number % 7}
        some.append(json.dumps(one))
        size += len(some[-1]) + 1
    return "\n".join(some).encode() + b"\n"


def without_places(answers):
    """A line's number is that in its piece."""
    return re.sub(rb'"line":\d+,', b"", answers)


def as_one(given, whole, *options):
    with tempfile.TemporaryDirectory() as home:
        command = ["parallel", "--will-cite", "--pipe", "-k", "--block", "10M", *options, NABLA, "solve", "--batch"]
        said = subprocess.run(command, input=given, capture_output=True, timeout=300, env={**os.environ, "HOME": home})
    assert without_places(said.stdout) == without_places(whole.stdout), said.stderr
    bad = [json.loads(line)["id"] for line in said.stdout.splitlines() if b'"error"' in line]
    assert bad == [f"q-{BAD * (place + 1)}" for place in range(len(bad))] and len(bad) > 2, bad
    pieces = said.stderr.decode().count("lines have no answer")
    assert said.returncode == pieces == 3, said.stderr


def compare(server):
    given = questions()
    whole = subprocess.run([NABLA, "solve", "--batch"], input=given, capture_output=True, timeout=300)
    assert whole.returncode == 6, whole.stderr
    ssh, _, login = server.ssh.rpartition(" ")
    return [
        ("in pieces: the bytes of one process, errors with their id", lambda: as_one(given, whole)),
        ("--sshlogin: here and at a far machine", lambda: as_one(given, whole, "--ssh", ssh, "-S", f"1/:,1/{login}")),
    ]


if __name__ == "__main__":
    serving = Server()
    try:
        sys.exit(table.run("Batches in parallel", compare(serving)))
    finally:
        serving.close()
