"""A class on its first day: clients of OpenSSH from one address join with a roster within a minute, half with a key and half without,
and some of them type the class code wrongly three times before. Then floods of wrong words and PINs, beside which the owners of the
names come in.

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
from pane import eventually
from serve import AGAIN, CHOOSE, CODE, COURSE, Class, Typist, leaves, without_key

COUNT = int(sys.argv.pop(2)) if len(sys.argv) > 2 and sys.argv[2].isdigit() else 20
SLIPPING = min(10, COUNT // 2)
SLIPS = 3
USUAL_AN_ADDRESS = 64
# Seconds: an answer to a wrong code takes one, or more on a busy machine, and what it shows afterwards is as before.
ANSWERED = 3
WITHIN = 60
FLOODED = 20
# Seconds, from the start of the client.
OWNERS_WITHIN = 10
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


class Flood:
    """Clients of OpenSSH that answer the prompts of a login wrongly, each again and again, until the end of the block."""

    def __init__(self, here, names, address, answers):
        self.here, self.names, self.address, self.answers = here, names, address, answers
        self.over, self.tries = threading.Event(), 0

    def __enter__(self):
        self.threads = [threading.Thread(target=self.guess, args=(name,)) for name in self.names]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()

    def asked(self, typist, prompt):
        """True once the client asks; False if it has ended, or the flood."""
        while not self.over.is_set() and typist.child.poll() is None:
            if typist.sees(prompt, 0.5):
                return True
        return False

    def guess(self, name):
        while not self.over.is_set():
            typist = Typist(self.here, name, None, "-o", "NumberOfPasswordPrompts=6", "-b", self.address)
            try:
                while not self.over.is_set():
                    for prompt, answer in self.answers:
                        if not self.asked(typist, prompt):
                            break
                        typist.types(answer)
                    else:
                        self.tries += 1
                        continue
                    break
            except OSError:
                pass  # the client has ended
            finally:
                typist.close()


def comes_in(here, name, key, word):
    """The seconds from the start of the client until home."""
    begun = time.monotonic()
    with contextlib.closing(Typist(here, name, key)) as typist:
        if key:
            typist.wait("Welcome.")
            typist.types(word)
        else:
            typist.wait("gave it: ")
            typist.types(word)
            typist.wait("word): ")
            typist.types("2718")
        assert typist.sees("quit", WITHIN), f"{name}: {typist.seen[-2000:]}"
        return time.monotonic() - begun


def lets_owners_in_beside_a_flood_of_words():
    """Four students who have joined without a key, and one who comes for the first time with a key of her own, whose names are attacked."""
    for address in ("127.0.0.2", "127.0.0.1"):
        with Class("--lessons", str(COURSE), an_address=USUAL_AN_ADDRESS, loaded=True) as here:
            names = [f"Student{number}" for number in range(FLOODED)]
            listed = here.at / "names.csv"
            listed.write_text("name\n" + "".join(f"{name}\n" for name in names))
            words = {row["student"]: row["word"] for row in json.loads(here.change("roster", str(listed), "--words", "--json"))["words"]}
            here.key("new")
            time.sleep(1)  # the server looks four times a second at what nabla class has changed
            for name in names[:4]:
                with contextlib.closing(Typist(here, name, None)) as typist:
                    for prompt, answer in (("gave it: ", words[name]), ("word): ", "2718"), ("again: ", "2718")):
                        typist.wait(prompt)
                        typist.types(answer)
                    typist.wait("quit")
            with Flood(here, names, address, (("gave it: ", "acorn-actor-acorn"), ("word): ", "1111"))) as flood:
                until = time.monotonic() + WITHIN
                while flood.tries < 3 * FLOODED and time.monotonic() < until:
                    time.sleep(0.1)
                with concurrent.futures.ThreadPoolExecutor(5) as pool:
                    took = list(pool.map(lambda number: comes_in(here, names[number], "new" if number == 4 else None, words[names[number]]), range(5)))
            print(f"  {flood.tries} wrong words from {address}: five owners in after "
                  + ", ".join(f"{seconds:.1f}" for seconds in sorted(took)) + " s", flush=True)
            assert max(took) < OWNERS_WITHIN, took
            assert not here.refusals(), here.refusals()


def digit(board, waiting):
    """The digit that stands before a login on the teacher's screen."""
    found = []
    assert eventually(lambda: found.extend(re.findall(r"(\d) " + waiting, board.screen())) or found), board.screen()
    return found[-1]


def lets_a_student_with_a_pin_in_after_the_teachers_key():
    """Classmates at the same address type wrong PINs for zoe, who comes in when the teacher has pressed the digit beside her word."""
    with Class("--lessons", str(COURSE), an_address=USUAL_AN_ADDRESS, loaded=True) as here:
        here.teach()
        zoe = without_key(here, "zoe", "2718", (AGAIN, "2718"))
        zoe.wait("quit")
        leaves(zoe)
        board = here.pane("teacher", "teaching", width=120, height=36)
        board.wait("Nobody is here yet")
        with Flood(here, ["zoe"] * 3, "127.0.0.1", (("Class code: ", CODE), ("word): ", "1111"))):
            board.wait("wrong PINs in a row for zoe", seconds=WITHIN)
            time.sleep(2)
            with contextlib.closing(Typist(here, "zoe", None)) as zoe:
                for prompt, answer in (("Class code: ", CODE), ("word): ", "2718")):
                    zoe.wait(prompt)
                    zoe.types(answer)
                zoe.wait("Tell your teacher the word ")
                zoe.wait(", then type your PIN: ")
                word = zoe.before.decode()
                begun = time.monotonic()
                board.keys(digit(board, "zoe with " + word))
                board.wait("may try ten PINs within two minutes")
                zoe.types("2718")
                assert zoe.sees("wrong PINs were typed for your name", WITHIN), zoe.seen
                took = time.monotonic() - begun
        print(f"  in {took:.1f} s after the teacher's key", flush=True)
        assert took < OWNERS_WITHIN, took
        board.close()


if __name__ == "__main__":
    sys.exit(table.run("The first day of a class", [
        (f"{COUNT} join with a roster, half by key, {SLIPPING} with slips", joins_on_the_first_day),
        (f"a flood of wrong words for {FLOODED} names: five owners are in within {OWNERS_WITHIN} s", lets_owners_in_beside_a_flood_of_words),
        ("a flood of wrong PINs: the owner is in after the teacher's key", lets_a_student_with_a_pin_in_after_the_teachers_key),
    ]))
