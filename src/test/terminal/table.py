"""Runs faults, several at a time, and prints a table of what has passed."""

import concurrent.futures
import itertools
import os
import subprocess
import sys
import time

WORKERS = max(2, min(4, os.cpu_count() or 2))
WAITERS = 3


def verdict(fault):
    name, action = fault
    started = time.monotonic()
    try:
        action()
        said = "passed"
    except (AssertionError, subprocess.SubprocessError, OSError) as broken:
        said = f"FAILED\n{broken}"
    return name, said, time.monotonic() - started


def run(title, faults, waiting=(), workers=WORKERS):
    """Each fault is a name and what stages it. Only the ones named in the arguments after the program, if there are any.

    Those that are waiting take minutes and almost no processor; they are staged beside the others by workers of their own.
    """
    wanted = sys.argv[2:]

    def chosen(faults):
        return [fault for fault in faults if not wanted or any(word in fault[0] for word in wanted)]

    busy, waiting = chosen(faults), chosen(waiting)
    print(f"\n{title:62} {'':6} seconds", flush=True)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(WAITERS) as waiters, concurrent.futures.ThreadPoolExecutor(workers) as busy_ones:
        waited = waiters.map(verdict, waiting)
        for name, said, seconds in itertools.chain(busy_ones.map(verdict, busy), waited):
            failed += said != "passed"
            first, _, rest = said.partition("\n")
            print(f"  {name:60} {first:6} {seconds:5.1f}" + ("\n" + rest if rest else ""), flush=True)
    print(f"{title}: {len(busy) + len(waiting) - failed} passed, {failed} failed", flush=True)
    return 1 if failed else 0
