"""A class that several hosts share in a PostgreSQL database of their own, and what happens when one of them, or the database, is gone.

Usage: hosts.py PATH/TO/bin/nabla [WORD ...]      only the cases with such a word in their name
       hosts.py PATH/TO/bin/nabla away seats=100 away=60      so many students, so many seconds, in place of 10 and 15
       hosts.py PATH/TO/bin/nabla netns                       each host in a network namespace of its own, which root may make
"""

import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import select
import subprocess
import sys
import tempfile
import time

import table
from pane import PATIENCE, eventually
from serve import AT_HOME, COURSE, Class, Client, asked, status
from tutor import NABLA

SEATS = asked("seats", 10)
AWAY = asked("away", 15)
TOLD = ("answers wait on this server", "All answers are written")
POSTGRES = str(pathlib.Path(__file__).resolve().with_name("postgres.sh"))


class Database:
    """Each has a folder, a port and a server of its own."""

    def __init__(self, listen=""):
        self.scratch = tempfile.mkdtemp(prefix="nabla-hosts-")
        os.chmod(self.scratch, 0o755)
        self.at = self.scratch + "/db"
        self.url = self.does("start", env={**os.environ, "POSTGRES_LISTEN": listen})

    def does(self, what, **more):
        return subprocess.run([POSTGRES, what, self.at], check=True, stdout=subprocess.PIPE, text=True, timeout=60, **more).stdout.strip()

    def ask(self, sql):
        uri = self.url.removeprefix("jdbc:")
        return subprocess.run(["psql", "-At", uri, "-c", sql], check=True, capture_output=True, text=True, timeout=30).stdout.split("\n")[:-1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.does("stop")
        os.rmdir(self.scratch)


class Namespace:
    """A machine at the end of a cable: its address is 10.77.NUMBER.2, that of this end 10.77.NUMBER.1."""

    def __init__(self, number):
        self.name, self.end = f"nabla-{os.getpid()}-{number}", f"nabla{number}"
        self.here, self.address = f"10.77.{number}.1", f"10.77.{number}.2"
        self.within = ["ip", "netns", "exec", self.name]
        self.ip(f"netns add {self.name}")
        self.ip(f"link add {self.end} type veth peer name eth0 netns {self.name}")
        self.ip(f"address add {self.here}/24 dev {self.end}")
        self.ip(f"link set {self.end} up")
        for words in (f"address add {self.address}/24 dev eth0", "link set eth0 up", "link set lo up"):
            self.ip(f"-n {self.name} {words}")

    def ip(self, words):
        subprocess.run(["ip", *words.split()], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.ip(f"link delete {self.end}")
        self.ip(f"netns delete {self.name}")


def beside(first, database, **more):
    """Another host of the class, with a copy of its host key."""
    return Class("--store", database.url, "--lessons", str(COURSE), "--host-key", str(first.folder / "host_key"), keys=first.at, **more)


def at_question(pane):
    """From home to the first question of the course."""
    pane.keys("Enter")
    pane.wait("02 Dot product")
    pane.keys("a")
    pane.wait("try it")
    pane.keys("Down", "Down")
    assert eventually(lambda: re.search(r"^ ► . question 1 ", pane.screen(), re.M)), pane.screen()
    pane.keys("Enter")
    pane.wait("What is a·b?", absent="try it")


def seen_in(pane, wanted, since):
    pane.wait(wanted)
    return time.monotonic() - since


def one_class(first, second, cut):
    """What happens at one host is seen at the other within a second; `cut` takes the second one away."""
    first.teach()
    second.teach()
    ada, bob = first.join("ada"), second.join("bob")
    teacher, view, other = (host.pane("teacher", "teaching", width=100) for host in (first, first, second))
    for one in (view, other):
        screen = one.wait("2 here")
        assert "ada" in screen and "bob" in screen, screen
    here_too = second.pane("ada", "ada")
    here_too.wait(AT_HOME)  # no question: the key is known
    here_too.close()

    teacher.keys("C", "Enter")
    teacher.wait("02 Dot product")
    teacher.keys("v")
    teacher.wait("62°")
    since = time.monotonic()
    teacher.keys("S")
    times = [seen_in(bob, "F follows", since)]
    bob.keys("F")
    bob.wait("teacher drives")
    since = time.monotonic()
    teacher.keys("Right")
    times.append(seen_in(bob, "63°", since))
    teacher.keys("S")
    bob.wait("teacher shows nothing any more")

    teacher.keys("a")
    teacher.wait("try it")
    teacher.keys("Down", "Down")
    eventually(lambda: re.search(r"^ ► . question 1 ", teacher.screen(), re.M))
    teacher.keys("Enter")
    teacher.wait("", absent="try it")
    since = time.monotonic()
    teacher.keys("C-t")
    times.append(seen_in(bob, "asks everybody a question", since))
    for student, vote in ((ada, "1"), (bob, "5")):
        student.keys("!")
        student.wait("What is a·b?")
        student.type(vote)
    for one in (teacher, view, other):
        one.wait("2 of 2 have voted")
    view.keys("q")
    view.wait("2 here")
    assert min(times) < 2 and max(times) < 5, times  # within a second, on a machine that is not busy otherwise

    bob.escape()
    begun = time.monotonic()
    cut()
    view.wait("1 here", seconds=30)
    left = time.monotonic() - begun
    again = first.pane("bob", "bob")
    again.wait(AT_HOME)
    view.wait("2 here")
    teacher.wait("2 of 2 have voted")
    again.keys("!")
    again.wait("What is a·b?")
    print(f"  shown, moved, asked: {', '.join(f'{one:.2f}' for one in times)} s to the other host; the lost one's left the view"
          f" after {left:.0f} s", flush=True)
    for pane in (ada, bob, teacher, view, other, again):
        pane.close()


def share_a_class():
    with Database() as database, Class("--store", database.url, "--lessons", str(COURSE)) as first:
        with beside(first, database) as second:
            one_class(first, second, second.child.kill)


def obeys_one_roster():
    """What nabla class says of the roster at one host, the other obeys: a word, then a closed class."""
    with Database() as database, Class("--store", database.url, "--lessons", str(COURSE)) as first:
        with beside(first, database) as second:
            first.teach()
            names = first.at / "names.csv"
            names.write_text("name\nAda\nbob\n")
            store = ("--store", database.url)
            drawn = json.loads(first.change("roster", str(names), "--words", "--json", *store))["words"]
            words = {row["student"]: row["word"] for row in drawn}
            time.sleep(1)
            ada = second.pane("ada", "ada")
            ada.wait("Your word to join")
            ada.type(words["bob"])
            ada.wait("That is not the word")
            ada.type(words["Ada"])
            ada.wait(AT_HOME)
            board = first.pane("teacher", "teaching", width=100)
            board.wait("1 here, 1 absent")
            first.change("close", *store)
            time.sleep(1)
            bob = second.pane("bob", "bob", width=140)
            bob.wait("Your word to join")
            bob.type(words["bob"])
            bob.wait("takes in nobody new now")
            bob.wait("code=2")
            for pane in (ada, board, bob):
                pane.close()


def asks_about_a_flood_at_one_host():
    """Students join from one address at one host; a teacher of the other is asked, and keeps them. No address is in the database."""
    with Database() as database, Class("--store", database.url, "--lessons", str(COURSE), code="none") as first:
        with beside(first, database, code="none") as second, contextlib.ExitStack() as open_ones:
            first.teach()
            board = first.pane("teacher", "teaching", width=120, height=36)
            board.wait("here · ")
            for number in range(12):
                client = Client(second, f"pupil{number}")
                open_ones.callback(client.close)
                client.open()
            board.wait("12 students joined from one address since")
            kept = database.ask("select line from note where key like 'flood/%'")
            assert len(kept) == 12 and not any("127.0" in line for line in kept), kept
            board.keys("Y")
            board.wait("", absent="students joined from one address")
            client = Client(second, "late")
            open_ones.callback(client.close)
            client.open()
            board.wait("13 here")
            time.sleep(2)
            assert "students joined" not in board.screen(), board.screen()
            board.close()


def share_it_across_namespaces():
    with Namespace(1) as one, Namespace(2) as two, Database(f"127.0.0.1,{one.here},{two.here}") as database:
        def host(space, *options, **more):
            return Class("--store", database.url.replace("127.0.0.1", space.here), "--lessons", str(COURSE), *options, within=space.within,
                         address=space.address, **more)

        with host(one) as first, host(two, "--host-key", str(first.folder / "host_key"), keys=first.at) as second:
            one_class(first, second, lambda: two.ip(f"link set {two.end} down"))
            begun = time.monotonic()
            assert status(second, 0, 120), "sessions are left at the end of a cable that is cut"
            print(f"  they end at the lost host too, {time.monotonic() - begun:.0f} s later", flush=True)
            two.ip(f"link set {two.end} up")
            back = second.pane("ada", "ada")
            back.wait(AT_HOME)
            back.close()


class Seat:
    """A student who answers, each time something else, and waits for the verdict."""

    def __init__(self, here, number):
        self.name = f"student{number}"
        self.pane = here.pane(self.name, self.name)
        self.pane.wait(AT_HOME, seconds=60)
        at_question(self.pane)
        self.given, self.slowest, self.told = 0, 0, set()

    def answer(self, until, pause):
        while time.monotonic() < until:
            self.given += 1
            typed, begun = str(1000 + self.given), time.monotonic()
            self.pane.type(typed)
            last = self.given % 2 == 0  # a second wrong answer shows the right one
            verdict = "the answer" if last else "Not yet"
            screen = eventually(lambda: screen if typed in (screen := self.pane.screen()) and verdict in screen else None, 30)
            assert screen, f"{self.name} waited for the verdict on {typed}:\n{self.pane.screen()}"
            self.slowest = max(self.slowest, time.monotonic() - begun)
            time.sleep(pause)
            screen = self.pane.screen()  # until the next key
            self.told |= {words for words in TOLD if words in screen}
            if last:
                self.pane.keys("C-r")
                self.pane.wait("", absent=typed)


def waits_for_its_database():
    """It is stopped in the middle: nobody is thrown out, everybody is told, all answers are there afterwards, once."""
    before, after = 5, 10
    with Database() as database, Class("--store", database.url, "--lessons", str(COURSE), code="none") as here:
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            seats = list(pool.map(lambda number: Seat(here, number), range(SEATS)))
        until = time.monotonic() + before + AWAY + after
        pause = max(1.5, SEATS / 25)
        with concurrent.futures.ThreadPoolExecutor(SEATS) as pool:
            answering = [pool.submit(seat.answer, until, pause) for seat in seats]
            time.sleep(before)
            begun = time.monotonic()
            database.does("down")
            time.sleep(3)
            stranger = here.pane("stranger", "stranger")
            stranger.wait("try again in a minute")
            stranger.close()
            known = here.run(seats[0].name, seats[0].name, options=["-tt"])
            assert known.returncode == 75 and "try again in a minute" in known.stdout, known
            solved = here.run(seats[0].name, seats[0].name, "solve", "softmax")
            assert solved.returncode == 0, solved
            asked = [NABLA, "class", "status", "--class", str(here.folder), "--json"]
            assert eventually(lambda: json.loads(subprocess.run(asked, capture_output=True, text=True, timeout=60).stdout)["behind_since"],
                              8), "a status that is written every five seconds does not say that answers wait"
            time.sleep(max(0, begun + AWAY - time.monotonic()))
            database.does("up")
            for one in answering:
                one.result()
        told = [sum(words in seat.told for seat in seats) for words in TOLD]
        assert told[0] == SEATS and told[1] >= SEATS / 4, told  # it is said at each answer, and once; the next key takes it away
        given = sum(seat.given for seat in seats)
        counted = "select count(*) from event where line like '%\"answered\"%'"
        assert eventually(lambda: database.ask(counted) == [str(given)]), (given, database.ask(counted))
        twice = database.ask("select student, line::json ->> 'typed' from event where line like '%\"answered\"%'"
                             " group by 1, 2 having count(*) > 1")
        assert not twice, twice
        assert not list((here.folder / "spool").glob("*")), "answers are left on disk"
        stranger = here.pane("stranger", "stranger")
        stranger.wait(AT_HOME)
        stranger.close()
        assert here.child.poll() is None
        print(f"  {SEATS} seats, {AWAY} s away: {given} answers, all there once; told {told};"
              f" slowest verdict {max(seat.slowest for seat in seats):.1f} s",
              flush=True)
        for seat in seats:
            seat.pane.close()


def says(host):
    """A line that a host has written to its standard error, or nothing after a while."""
    return host.stderr.readline() if select.select([host.stderr], [], [], PATIENCE)[0] else ""


def answers_there(database):
    return int(database.ask("select count(*) from event where line like '%\"answered\"%'")[0])


def starts_before_its_database():
    """A host is killed with answers on its disk and started again: it says how many, can be stopped, and sends them when the database is back."""
    with Database() as database, Class("--store", database.url, "--lessons", str(COURSE), code="none") as here:
        seat = Seat(here, 1)
        database.does("down")
        seat.answer(time.monotonic() + 6, 1)
        assert eventually(lambda: list((here.folder / "spool").glob("*")))
        here.child.kill()
        here.child.communicate()
        seat.pane.close()
        waits = f"; {seat.given} answer{'s wait' if seat.given > 1 else ' waits'} on this machine. Trying again for 10 min, or until Ctrl-C\n"
        here.child = here.start("--store", database.url, "--lessons", str(COURSE))
        said = says(here.child)
        assert said.startswith("nabla: the database cannot be used: ") and said.endswith(waits), said
        begun = time.monotonic()
        assert here.stop() == 0
        stopped = time.monotonic() - begun
        assert stopped < 5 and list((here.folder / "spool").glob("*")), stopped
        here.child = here.start("--store", database.url, "--lessons", str(COURSE))
        assert says(here.child).endswith(waits)
        time.sleep(3)
        assert here.child.poll() is None
        database.does("up")
        assert "is open on port" in here.child.stdout.readline()
        assert eventually(lambda: answers_there(database) == seat.given), (seat.given, answers_there(database))
        assert eventually(lambda: not list((here.folder / "spool").glob("*")))
        again = here.pane("student1", "student1")
        again.wait(AT_HOME)
        again.close()
        print(f"  {seat.given} answers waited and are there; SIGTERM took {stopped:.1f} s", flush=True)


def refuses_another_host_key():
    """A host says both fingerprints and what to type; with --join it serves, and from then on without it."""
    def fingerprint(folder):
        return subprocess.run(["ssh-keygen", "-lf", folder / "host_key"], capture_output=True, text=True, check=True).stdout.split()[1]

    with Database() as database, Class("--store", database.url, "--lessons", str(COURSE)) as first, tempfile.TemporaryDirectory() as scratch:
        store, folder = ("--store", database.url), pathlib.Path(scratch) / "class"
        command = [NABLA, "serve", "--class", str(folder), "--port", "0", "--listen", "127.0.0.1", *store]
        refused = subprocess.run([*command, "--code", "another-code-11"], capture_output=True, text=True, timeout=60, env=first.environment)
        assert refused.returncode == 2 and refused.stdout == "", refused
        assert all(words in refused.stderr for words in (fingerprint(first.folder), fingerprint(folder), "--join", "host_key")), refused
        assert fingerprint(first.folder) != fingerprint(folder)
        first.join("ada").close()  # with the code as it was
        for options in (["--join"], []):
            host = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=first.environment)
            assert fingerprint(folder) in host.stdout.readline(), host.communicate()
            host.terminate()
            assert host.wait(PATIENCE) == 0
        alone = subprocess.run([*command[:-2], "--join"], capture_output=True, text=True, timeout=60, env=first.environment)
        assert alone.returncode == 2 and "--join" in alone.stderr, alone


CASES = [
    ("a host with another host key", refuses_another_host_key),
    ("a host that starts before its database", starts_before_its_database),
    ("two hosts: who is here, a figure, votes, one is killed", share_a_class),
    ("two hosts: a roster with words, a closed class", obeys_one_roster),
    ("two hosts: a flood at one is asked about at the other", asks_about_a_flood_at_one_host),
    ("the database is away while they answer", waits_for_its_database),
]

if __name__ == "__main__":
    words = [word for word in sys.argv[2:] if "=" not in word]
    cases = [("netns: two network namespaces, the cable of one is pulled", share_it_across_namespaces)] if words == ["netns"] else CASES
    sys.exit(table.run("One class, several hosts", cases))
