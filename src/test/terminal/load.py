"""A class under load: students of LoadClient.java, each with a key a second, against what a class is to hold.

Usage: load.py PATH/TO/bin/nabla [COUNT]            1,000 by default; a machine that is busy before is waited for
       load.py PATH/TO/bin/nabla COUNT train=40     40 of them let FIG.16 train, a recipe each, in a heap of 512 MiB
       load.py PATH/TO/bin/nabla COUNT follow       one is a teacher whose figure moves four times a second, the others follow
"""

import json
import os
import pathlib
import sys
import time

from pty_driver import cpu_seconds
from serve import COURSE, TRAINING, Class

COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
FOLLOW = sys.argv[3:] == ["follow"]
TRAINERS = int(sys.argv[3].removeprefix("train=")) if len(sys.argv) > 3 and not FOLLOW else 0
TYPING = (COUNT - TRAINERS) * (4 if FOLLOW else 1)
MOST_MS = 250 if FOLLOW else 100
WARM, SECONDS = 20, 20
IDLE = 0.5
TRIES = 3


def idle(seconds=1.0):
    """The share of the machine that nobody uses."""

    def times():
        fields = list(map(int, pathlib.Path("/proc/stat").read_text().split("\n")[0].split()[1:]))
        return fields[3] + fields[4], sum(fields)

    before = times()
    time.sleep(seconds)
    after = times()
    return (after[0] - before[0]) / max(1, after[1] - before[1])


def megabytes(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024


def told(rows):
    """Prints name, value and target of each; the exit code."""
    for name, value, target, held in rows:
        print(f"  {name:40} {value:>8} {target:>8} {'' if held else '  NOT HELD'}")
    return 0 if all(row[3] for row in rows) else 1


def main():
    for _ in range(TRIES):
        share = idle()
        if share >= IDLE:
            break
        time.sleep(20)
    print(f"{os.cpu_count()} cores, {share:.0%} of them idle before, load {os.getloadavg()[0]:.1f}")
    options = ("--lessons", str(COURSE)) if FOLLOW else ()
    if TRAINERS:
        os.environ["NABLA_JAVA_OPTS"] = "-Xmx512m"
        options = ("--lessons", str(TRAINING))
    with Class(*options, code="none", loaded=True) as here:
        load = here.load(COUNT, WARM, SECONDS, TRAINERS, FOLLOW)
        both = (here.child.pid, load.pid)
        begun = [cpu_seconds(pid) for pid in both]
        seen = json.loads(load.stdout.readline())
        came = [1000 * (cpu_seconds(pid) - before) / COUNT for pid, before in zip(both, begun)]
        load.stdout.readline()
        begun = [cpu_seconds(pid) for pid in both]
        seen.update(json.loads(load.stdout.readline()))
        typed = [100 * (cpu_seconds(pid) - before) / SECONDS for pid, before in zip(both, begun)]
        threads = len(os.listdir(f"/proc/{here.child.pid}/task"))
        memory = megabytes(here.child.pid)
        begun = time.monotonic()
        code = here.stop()
        closing = time.monotonic() - begun
        seen.update(json.loads(load.stdout.readline()))
        load.wait()
    most = 40 * TYPING / 1000 + (60 if TRAINERS else 0)  # half a core for training, and what its pictures cost to send
    pictures = [seen[which] / SECONDS for which in ("least_pictures", "most_pictures")]
    training = [
        ("pictures a second of who trains, least", round(pictures[0], 1), 1, pictures[0] >= 1),
        ("  and most", round(pictures[1], 1), "", True),
    ]
    rows = [
        ("who came, of " + str(COUNT), seen["came"], COUNT, seen["came"] == COUNT),
        ("logins a second", round(1000 * COUNT / seen["logins_ms"]), 80, TRAINERS > 0 or 1000 * COUNT / seen["logins_ms"] >= 80),
        ("  ms of processor each, the server's", round(came[0], 1), "", True),
        ("  and the load client's", round(came[1], 1), "", True),
        ("connect to first frame, p99 ms", seen["frame_p99_us"] // 1000, 1000, seen["frame_p99_us"] <= 1_000_000),
        ("keys that were answered", seen["keys"], TYPING * SECONDS, seen["keys"] >= 0.99 * TYPING * SECONDS),
        ("key to frame, p50 us", seen["key_p50_us"], "", True),
        ("key to frame, p99 ms", seen["key_p99_us"] // 1000, MOST_MS, seen["key_p99_us"] <= 1000 * MOST_MS),
        ("processor while they type, % of a core", round(typed[0]), "" if FOLLOW else most, FOLLOW or typed[0] <= most),
        ("  of the load client", round(typed[1]), "", True),
        ("threads", threads, "", True),
        ("memory, MB", memory, "", True),
        ("terminals given back", seen["given_back"], COUNT, seen["given_back"] == COUNT),
        ("told that the class is closed", seen["told"], COUNT, seen["told"] == COUNT),
        ("seconds to close", round(closing, 1), 5, closing <= 6 and code == 0),
    ]
    rows += training if TRAINERS else []
    return told(rows)


if __name__ == "__main__":
    sys.exit(main())
