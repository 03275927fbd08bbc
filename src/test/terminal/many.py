"""What tutors on one machine take: memory after a tour, the processor's share at an arrow a second each, and the time from a key to
its frame. First a tutor alone after all sections, then many after eight of them.

Usage: many.py [COUNT]      8 in the gate; 40 are a class
"""

import os
import pathlib
import select
import statistics
import sys
import time

from pty_driver import Nabla, PROJECT, Screens, cpu_seconds

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8
SECONDS = 10
MEMORY_MB = 34
SHARED_MB = 100
ALONE_MB = 78


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


def all_sections():
    index = (PROJECT / "lessons" / "index.yaml").read_text()
    return index.count("  - id: ")


def tour(tutors, sections):
    for _ in range(sections - 1):
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


def toured(screens, count, sections):
    tutors = []
    for _ in range(count):
        tutors.append(Nabla(screens, section="01"))
        quiet(tutors)
    tour(tutors, sections)
    play(tutors)
    return tutors


def memory(tutors, sections, most):
    taken = sum(megabytes(tutor.java()) for tutor in tutors)
    good = taken <= most
    print(f"{'passed' if good else 'FAILED'} {len(tutors)} tutors after a tour of {sections} sections: {taken:.0f} MB in all, "
          f"at most {most}", flush=True)
    return good


def pace(tutors):
    javas = [tutor.java() for tutor in tutors]
    before, begun = sum(map(cpu_seconds, javas)), time.perf_counter()
    times = arrows(tutors)
    share = (sum(map(cpu_seconds, javas)) - before) / (time.perf_counter() - begun) * 100
    good = len(times) == SECONDS * len(tutors)
    print(f"{'passed' if good else 'FAILED'} an arrow a second for each: {share:.0f} % of a core; key to frame "
          f"{statistics.median(times) * 1000:.1f} ms in the middle, {times[len(times) * 99 // 100] * 1000:.1f} ms at 99 of 100", flush=True)
    return good


def close(tutors):
    for tutor in tutors:
        tutor.close()


def main():
    screens = Screens()
    sections = all_sections()
    alone = toured(screens, 1, sections)
    good = [memory(alone, sections, ALONE_MB)]
    close(alone)
    many = toured(screens, COUNT, 8)
    good += [memory(many, 8, MEMORY_MB * COUNT + SHARED_MB), pace(many)]
    close(many)
    screens.close()
    return 0 if all(good) else 1


sys.exit(main())
