"""A class on its first day: clients of OpenSSH from one address join with a roster within a minute, half with a key and half without,
and some of them type the class code wrongly three times before.

Usage: admission.py PATH/TO/bin/nabla [COUNT]      20 in the gate; 120 are three classes behind one router
"""

import concurrent.futures
import contextlib
import json
import re
import sys
import threading
import time

import table
from serve import AGAIN, CHOOSE, CODE, COURSE, Class, Typist

COUNT = int(sys.argv.pop(2)) if len(sys.argv) > 2 and sys.argv[2].isdigit() else 20
SLIPPING = min(10, COUNT // 2)
SLIPS = 3
USUAL_AN_ADDRESS = 64
# Seconds: an answer to a wrong code takes 5 at most, and what it shows afterwards is as before.
ANSWERED = 7
WITHIN = 60
# Seconds until who is at home is on the board, on a machine that others share.
LAG = 5


class Crowd:
    """When each student typed the last answer, and when each was at home."""

    def __init__(self):
        self.sent, self.home = [], []

    def types(self, typist, text):
        self.sent.append(time.monotonic())
        typist.types(text)
        assert typist.sees("quit", WITHIN), typist.seen[-2000:]
        self.home.append(time.monotonic())


def comes_by_key(crowd, typist, slips):
    typist.wait("Welcome.")
    for slip in range(slips):
        typist.types(f"wrong-code-0{slip}")
        time.sleep(ANSWERED)
    crowd.types(typist, CODE)


def comes_without_key(crowd, typist, slips, pin):
    """With a PIN, or by the three words of the server."""
    for slip in range(slips + 1):
        typist.wait("Class code: ")
        typist.types(CODE if slip == slips else f"wrong-code-0{slip}")
        typist.wait("word): ")
        typist.types(pin)
    if pin:
        typist.wait(AGAIN)
        crowd.types(typist, pin)
    else:
        typist.wait(CHOOSE)
        typist.types("")
        typist.wait("(write")
        crowd.types(typist, "")


def watches(board, crowd, over, seen):
    """What the board says again and again, each time with the least and the most that are here by then."""
    while not over.is_set():
        least = sum(at < time.monotonic() - LAG for at in crowd.home)
        found = re.search(r"(\d+) here, (\d+) absent", board.screen())
        seen.append((least, found and tuple(map(int, found.groups())), len(crowd.sent)))
        time.sleep(0.5)


def joins_on_the_first_day():
    with Class("--lessons", str(COURSE), an_address=USUAL_AN_ADDRESS, loaded=True) as here, contextlib.ExitStack() as open_ones:
        here.teach()
        names = [f"Student{number}" for number in range(COUNT)]
        listed = here.at / "names.csv"
        listed.write_text("name\n" + "".join(f"{name}\n" for name in names))
        here.change("roster", str(listed))
        for name in names[::2]:
            here.key(name.upper())
        board = here.pane("teacher", "teaching", width=120, height=36)
        board.wait(f"0 here, {COUNT} absent")
        crowd, over, seen = Crowd(), threading.Event(), []
        watching = threading.Thread(target=watches, args=(board, crowd, over, seen))
        watching.start()
        begun = time.monotonic()

        def comes(number):
            name, slips = names[number].upper(), SLIPS if number < SLIPPING else 0
            by_key = number % 2 == 0
            typist = Typist(here, name, name if by_key else None, "-o", "NumberOfPasswordPrompts=5")
            open_ones.callback(typist.close)
            if by_key:
                comes_by_key(crowd, typist, slips)
            else:
                comes_without_key(crowd, typist, slips, "2718" if number % 4 == 1 else "")

        try:
            with concurrent.futures.ThreadPoolExecutor(COUNT) as pool:
                list(pool.map(comes, range(COUNT)))
            took = time.monotonic() - begun
            board.wait(f"{COUNT} here, 0 absent", seconds=30)
        finally:
            over.set()
            watching.join()
        wrong = [row for row in seen if not row[1] or sum(row[1]) != COUNT or not row[0] <= row[1][0] <= row[2]]
        joined = json.loads(here.change("list", "--json"))["students"]
        board.close()
        assert sorted(one["student"] for one in joined) == sorted(names), joined
        assert not wrong, f"the board said (at least, said, at most): {wrong}"
        refused = here.refusals()
        slipped = sum(line["times"] for line in here.log() if line["what"] == "wrong")
        at = sorted(one - begun for one in crowd.home)
        print(f"  {COUNT} are in after {took:.1f} s, half of them after {at[len(at) // 2]:.1f} s; {slipped} wrong codes;"
              f" refused: {dict(refused)}; the board was right {len(seen)} times", flush=True)
        assert not refused and slipped == SLIPS * SLIPPING, (refused, slipped)
        assert took < WITHIN, took


if __name__ == "__main__":
    sys.exit(table.run("The first day of a class", [(f"{COUNT} join with a roster, half by key, {SLIPPING} with slips", joins_on_the_first_day)]))
