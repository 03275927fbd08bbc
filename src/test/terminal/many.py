"""What many tutors on one machine take: memory after a tour of all sections, the processor's share at an arrow a second each,
and the time from a key to its frame.

Usage: many.py [COUNT]      8 in the gate; 40 are a class
"""

import os
import pathlib
import select
import statistics
import sys
import tempfile
import time

from pty_driver import Nabla, Screens, cpu_seconds

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8
SECTIONS = 8
SECONDS = 10
MEMORY_MB = 34
SHARE = 4


def quiet(tutors):
    """Takes what they write until all have been still for a moment."""
    lines = {tutor.master: tutor for tutor in tutors}
    while ready := select.select(list(lines), [], [], 0.3)[0]:
        for line in ready:
            assert lines[line].read(), "a tutor has ended"


def press(tutors, keys):
    for tutor in tutors:
        os.write(tutor.master, keys)
    quiet(tutors)


def play(tutors):
    """The figure under the keys."""
    press([tutor for tutor in tutors if "v figure" in tutor.text()], b"v")


def megabytes(pid):
    """The process's part of the memory, what it shares divided among all that share it."""
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024


def tour(tutors):
    for _ in range(SECTIONS - 1):
        press(tutors, b"n")
        play(tutors)
        press(tutors, b"\x1b[C" * 5)
        press(tutors, b"ee")


def arrows(tutors):
    """An arrow a second each, in turn; the times to the first byte of the frame."""
    times = []
    for i in range(SECONDS * len(tutors)):
        tutor, arrow = tutors[i % len(tutors)], (b"\x1b[C", b"\x1b[D")[i // len(tutors) % 2]
        start = time.perf_counter()
        os.write(tutor.master, arrow)
        if select.select([tutor.master], [], [], 1)[0]:
            times.append(time.perf_counter() - start)
            tutor.quiet(0.01)
        time.sleep(max(0, 1 / len(tutors) - (time.perf_counter() - start)))
    return sorted(times)


def main():
    screens = Screens()
    tutors = []
    for _ in range(COUNT):
        tutors.append(Nabla(screens, section="01"))
        quiet(tutors)
    tour(tutors)
    play(tutors)
    javas = [tutor.java() for tutor in tutors]
    before, begun = sum(map(cpu_seconds, javas)), time.perf_counter()
    times = arrows(tutors)
    share = (sum(map(cpu_seconds, javas)) - before) / (time.perf_counter() - begun) * 100
    memory = sum(map(megabytes, javas))
    good = memory <= MEMORY_MB * COUNT + 100 and len(times) == SECONDS * COUNT
    print(f"{'passed' if good else 'FAILED'} {COUNT} tutors after a tour of {SECTIONS} sections: {memory:.0f} MB in all, "
          f"{share:.0f} % of a core at an arrow a second each; key to frame {statistics.median(times) * 1000:.1f} ms in the middle, "
          f"{times[len(times) * 99 // 100] * 1000:.1f} ms at 99 of 100", flush=True)
    for tutor in tutors:
        tutor.close()
    screens.close()
    return 0 if good else 1


sys.exit(main())
