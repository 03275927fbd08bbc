"""A class over SSH: `nabla serve` and real clients of OpenSSH, each with keys made for this run.

Usage: serve.py PATH/TO/bin/nabla [WORD ...]   only the cases with such a word in their name
       serve.py PATH/TO/bin/nabla kill kills=60        as many times kill -9, in place of 3
       serve.py PATH/TO/bin/nabla silent silent=1000   as many sockets, in place of 150
       serve.py PATH/TO/bin/nabla "cut off" load=1000  as many of the load client, in place of 200
       serve.py PATH/TO/bin/nabla half-way storm=3000  as many that drop their login, in place of 300
       serve.py PATH/TO/bin/nabla roster listed=120    as many names, in place of 20
       serve.py PATH/TO/bin/nabla trains stopped=40    as many that read nothing, in place of 4
"""

import collections
import concurrent.futures
import contextlib
import fcntl
import json
import os
import pathlib
import pty
import re
import resource
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time

import table
from pane import PATIENCE, Pane, eventually, shell_is_as_before
from ports import free_port
from tutor import HOME, NABLA

COURSES = pathlib.Path(__file__).resolve().parent.parent / "resources"
COURSE = COURSES / "screens-course"
TRAINING = COURSES / "load-course"
CODE = "fern-otter-42"
CLIENTS = 20
FIRST_FRAME = 1000
RIGHT, LEFT = b"\x1b[C", b"\x1b[D"
CONTROL_C = b"\x03"
TO_QUESTION = [b"a", b"\x1b[B", b"\x1b[B", b"\r"]
AN_ADDRESS = 100
MADE_ONCE = 3  # MiB; two hundred closed connections would be as much


def asked(name, otherwise):
    return next((int(word.partition("=")[2]) for word in sys.argv[2:] if word.startswith(name + "=")), otherwise)


KILLS = asked("kills", 3)
SILENT = asked("silent", 150)
LOAD = asked("load", 200)
STOPPED = asked("stopped", 4)
STORM = asked("storm", 300)
LISTED = asked("listed", 20)
AT_HOME = "q quit"
# Seconds, where a quiet machine takes a tenth of one: others share it.
SOON = 2
PAGE = "Class code:"
# A server of most rows lives for seconds, in which the thorough compiler takes a third of all processor time and gives nothing back.
QUICK_COMPILER = {"NABLA_JAVA_OPTS": "-XX:TieredStopAtLevel=1"}


class Class:
    """A class that is served, its students' keys beside it; `within` is a command that starts it elsewhere than on loopback.

    One that bears a load is compiled as users have it.
    """

    def __init__(self, *options, code=CODE, folder=None, keys=None, within=(), address="127.0.0.1", an_address=AN_ADDRESS, loaded=False):
        self.scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.at = pathlib.Path(self.scratch.name)
        self.folder = folder or self.at / "class"
        self.keys = keys or self.at
        self.within, self.address = within, address
        self.port = free_port()
        self.environment = {**os.environ, "HOME": str(self.at), "XDG_STATE_HOME": str(self.at / "state"), **({} if loaded else QUICK_COMPILER)}
        self.child = self.start("--code", code, "--max-per-address", str(an_address), *options)
        self.first = self.child.stdout.readline()
        assert "is open on port" in self.first, (self.first, self.child.stderr.read())

    def start(self, *options):
        command = [*self.within, NABLA, "serve", "--class", str(self.folder), "--port", str(self.port), "--listen", self.address,
                   *options]
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.kill()
        self.child.communicate()
        self.scratch.cleanup()

    def stop(self, name="TERM"):
        self.child.send_signal(getattr(signal, "SIG" + name))
        return self.child.wait(timeout=PATIENCE)

    def key(self, name, kind="ed25519"):
        file = self.keys / name
        if not file.exists():
            subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", "", "-f", str(file)], check=True)
        return file

    def ssh(self, name, key, *options):
        known = ["-F", "/dev/null", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"]
        proof = ["-o", "PubkeyAuthentication=no"] if key is None else ["-i", str(self.key(key)), "-o", "IdentitiesOnly=yes",
                                                                     "-o", "BatchMode=yes"]
        return ["env", "-u", "SSH_AUTH_SOCK", "ssh", *known, *proof, "-p", str(self.port), *options, f"{name}@{self.address}"]

    def run(self, name, key, *command, options=(), **more):
        return subprocess.run([*self.ssh(name, key, *options), *command], capture_output=True, text=True, timeout=60,
                              env=self.environment, **{"stdin": subprocess.DEVNULL, **more})

    def pane(self, name, key, *options, width=80, height=24, variables=""):
        pane = Pane(width, height)
        pane.type(f"{variables} " + " ".join(self.ssh(name, key, *options)) + "; echo code=$?")
        return pane

    def join(self, name, key=None):
        """In the class with a key of the same name, at home, in a pane."""
        pane = self.pane(name, key or name)
        pane.wait(PAGE)
        pane.type(CODE)
        pane.wait(AT_HOME)
        return pane

    def teach(self):
        """With a key of a teacher's."""
        self.key("teaching")
        (self.folder / "teachers").write_text(self.key("teaching.pub").read_text())
        time.sleep(0.2)  # the server looks ten times a second

    def change(self, *words, code=0):
        """What `nabla class` says beside the server."""
        said = subprocess.run([NABLA, "class", *words, "--class", str(self.folder)], capture_output=True, text=True, timeout=30,
                              env=self.environment)
        assert said.returncode == code, said
        return said.stdout

    def load(self, count, warm, seconds, trainers=0, follow=False):
        """Students of LoadClient.java; it says how they came, when they are warm, how their keys fared, and what they were told when the class closed."""
        path = os.pathsep.join([str(HOME.parent / "test-classes"), str(HOME / "lib" / "*"), str(HOME / "lib" / "serve" / "*")])
        return subprocess.Popen(["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", path, "dev.nabla.serve.LoadClient",
                                 str(self.port), str(count), str(warm), str(seconds), "stays", str(trainers), *([str(self.folder / "teachers")] if follow else [])],
                                stdout=subprocess.PIPE, text=True)

    def log(self):
        lines = [line for file in sorted((self.folder / "log").glob("*.jsonl")) for line in file.read_text().splitlines()]
        return [json.loads(line) for line in lines]

    def refusals(self):
        """How often each reason was given; the log has all of them once the server has stopped."""
        assert self.stop() == 0
        times = collections.Counter()
        for line in self.log():
            if line["what"] == "refused":
                times[line["why"]] += line["times"]
        return times


class Client:
    """A client of OpenSSH on a pty whose bytes nobody draws."""

    def __init__(self, here, name):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("4H", 24, 80, 0, 0))
        self.child = subprocess.Popen(here.ssh(name, name), stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
                                      env={**here.environment, "TERM": "xterm-256color"})
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

    def comes(self, seconds):
        """True if something comes within that time."""
        return bool(select.select([self.master], [], [], seconds)[0])

    def settle(self, quiet=0.05):
        """Reads until nothing has come for so long."""
        while self.comes(quiet):
            self.read(0)

    def open(self):
        """Waits for its first picture."""
        while self.got < FIRST_FRAME:
            assert self.comes(PATIENCE), "no first picture"
            self.read(0)

    def start(self, keys):
        """Types each of these when the picture before has come; while one is prepared, nothing comes for a while and keys are dropped."""
        self.open()
        for key in keys:
            self.settle(1)
            os.write(self.master, key)
        self.settle(1)

    def close(self):
        self.child.kill()
        self.child.wait()
        os.close(self.master)


@contextlib.contextmanager
def beside(here, name="beside"):
    """Another student presses a key on a figure again and again; 99 of 100 have to be answered soon."""
    client, over, took = Client(here, name), threading.Event(), []
    client.start([b"\x1b[B", b"\r", b"v"])  # Down lists the sections, so that Enter opens one and not the opening

    def types():
        while not over.is_set():
            client.settle()
            client.press(time.monotonic())
            took.append(client.read(time.monotonic()) if client.comes(PATIENCE) else PATIENCE)

    typing = threading.Thread(target=types)
    typing.start()
    try:
        yield
    finally:
        over.set()
        typing.join()
        client.close()
    took.sort()
    median, most = (took[int(share * (len(took) - 1))] for share in (0.5, 0.99))
    assert most < SOON, f"a key beside them took {most:.2f} s"
    print(f"  {len(took)} keys beside them: p50 {1000 * median:.0f}, p99 {1000 * most:.0f} ms", flush=True)


def heap(here, kind="Total"):
    """MiB of what is not garbage, or of one kind of it."""
    said = subprocess.run(["jcmd", str(here.child.pid), "GC.class_histogram"], check=True, capture_output=True, text=True, timeout=60)
    row = next(row for row in map(str.split, said.stdout.splitlines()) if kind in row)
    return int(row[2]) / (1 << 20)


def files(here):
    return len(os.listdir(f"/proc/{here.child.pid}/fd"))


@contextlib.contextmanager
def left_as_found(here):
    """Whoever comes meanwhile is gone within five seconds after, and so is the memory, but for what is made once."""
    before, most = heap(here), files(here) + 2
    yield
    begun = time.monotonic()
    assert eventually(lambda: files(here) <= most, 5), f"{files(here)} files are open, {most} before"
    gone, after = time.monotonic() - begun, heap(here)
    while after >= before + MADE_ONCE and time.monotonic() < begun + 5:  # a session ends in several steps after its connection
        after = heap(here)
    assert after < before + MADE_ONCE, f"{before:.1f} MiB before, {after:.1f} after"
    print(f"  all gone after {gone:.1f} s; heap {before:.1f} MiB before, {after:.1f} after", flush=True)


def leaves(pane, code=0):
    pane.keys("q")
    pane.wait(f"\ncode={code}")
    shell_is_as_before(pane)
    pane.close()


def says_how_to_come_in():
    pane, port = Pane(140, 30), free_port()
    try:
        at = pane.scratch / "maths-10b"
        pane.type(f"HOME={pane.scratch} {NABLA} serve --class {at} --port {port} --listen 127.0.0.1; echo code=$?")
        screen = pane.wait("closes the class")
        assert "Maths 10b is open. Students connect with" in screen and f"ssh -p {port} YOUR-NAME@127.0.0.1" in screen, screen
        assert re.search(r"class code    [a-z]+-[a-z]+-\d\d\n", screen) and re.search(r"\n    SHA256:\S{43}\n", screen), screen
        for heading, file in (("for ~/.ssh/config", "config"), ("for ~/.ssh/known_hosts", "known")):
            (pane.scratch / file).write_text(screen.partition(heading)[2].partition("\n")[2].partition("for ~" if file == "config" else "\n\n")[0])
        pasted = subprocess.run(["ssh", "-F", pane.scratch / "config", "-o", f"UserKnownHostsFile={pane.scratch / 'known'}",
                                 "-o", "StrictHostKeyChecking=yes", "-o", "BatchMode=yes", "-o", "PubkeyAuthentication=no", "ada@nabla"],
                                stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        assert "Permission denied" in pasted.stderr and "verification" not in pasted.stderr, pasted
        assert "within 15 minutes, the word" in screen, screen
        for folder, code, cure in ((at, 75, "stop that one, or type --class"), (pane.scratch / "b", 69, f"type --port {port + 1}")):
            other = subprocess.run([NABLA, "serve", "--class", str(folder), "--port", str(port), "--listen", "127.0.0.1"],
                                   capture_output=True, text=True, timeout=30)
            assert other.returncode == code and cure in other.stderr, other
        pane.keys("C-c")
        pane.wait("code=0")
    finally:
        pane.close()


def joins_by_key():
    with Class() as here:
        pane = here.pane("ada", "ada")
        pane.wait(PAGE)
        pane.type("wrong-code-00")
        pane.wait("That is not the class code")
        pane.type("FERN otter 42")
        pane.wait(AT_HOME)
        pane.keys("q")
        pane.wait(f"\ncome back with: ssh -p {here.port} ada@127.0.0.1\ncode=0")
        pane.close()
        pane = here.pane("somebody", "ada")
        pane.wait("This key is ada's")
        leaves(pane)
        modes = [path.stat().st_mode & 0o077 for path in [here.folder, *here.folder.rglob("*")]]
        assert not any(modes), "others may read files of the class"


def knows_keys_of_every_kind():
    with Class() as here:
        for kind in ("rsa", "ecdsa", "ed25519"):
            here.key(kind, kind)
            leaves(here.join(kind))
            pane = here.pane(kind, kind)
            pane.wait(AT_HOME)
            leaves(pane)


def agrees_on_keys_with_each_client():
    """OpenSSH names each exchange that it shares with the class; PuTTY and dropbear choose their own."""
    with Class() as here:
        leaves(here.join("ada"))

        def exchanges(names):
            line = [word.replace("LogLevel=ERROR", "LogLevel=INFO") for word in here.ssh("ada", "ada", "-o", f"KexAlgorithms={names}")]
            return subprocess.run([*line, "progress"], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)

        known = subprocess.run(["ssh", "-Q", "kex"], capture_output=True, text=True, check=True).stdout.split()
        for name in ("mlkem768x25519-sha256", "sntrup761x25519-sha512@openssh.com", "curve25519-sha256", "curve25519-sha256@libssh.org",
                     "ecdh-sha2-nistp256", "ecdh-sha2-nistp384", "ecdh-sha2-nistp521", "diffie-hellman-group16-sha512", "diffie-hellman-group18-sha512"):
            if name in known:
                assert exchanges(name).returncode == 0, (name, exchanges(name))
                print(f"  {name}", flush=True)
        for name in ("diffie-hellman-group14-sha256", "diffie-hellman-group-exchange-sha256"):
            refused = exchanges(name)
            assert refused.returncode == 255 and "no matching key exchange method found" in refused.stderr, refused
        for _, comes in without_keys(here):
            pane = comes("bob")
            pane.wait("Class code")
            pane.close()


def passes_over_a_short_rsa_key():
    """ssh shows why, and goes on to the next key; also with one that a class of before knows."""
    with Class(code="none") as here:
        short, good = here.keys / "short", here.key("good")
        subprocess.run(["ssh-keygen", "-q", "-t", "rsa", "-b", "1024", "-N", "", "-f", str(short)], check=True)

        def comes(*keys):
            line = [{"LogLevel=ERROR": "LogLevel=INFO"}.get(word, word) for word in here.ssh("ada", "short", *keys)]
            return subprocess.run([*line, "progress"], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)

        alone = comes()
        assert alone.returncode == 255 and alone.stdout == "", alone
        why = "nabla: an RSA key needs at least 2048 bits here, and this one has 1024; type ssh-keygen -t ed25519 and come with that key\n"
        assert alone.stderr.count(why) == 1, alone
        both = comes("-i", str(good))
        assert both.returncode == 2 and why in both.stderr and "join the class first" in both.stderr, both


def takes_another_key_by_a_word():
    with Class() as here:
        first = here.join("ada")
        first.keys("K")
        word = re.search(r"type (\w{4}-\w{4}) within", first.wait("Come with the same name")).group(1)
        for key, answer in (("other", AT_HOME), ("third", "That is not the word")):
            pane = here.pane("ADA", key)
            pane.wait(PAGE)
            pane.type(CODE)
            pane.wait("The name ada is taken" if key == "ada" else "is taken.")
            pane.type(word)
            pane.wait(answer)
            pane.close()
        first.close()


def types_unseen(pane, times, prompt, typed):
    """Once a prompt has come so many times; echo is put off only after it."""
    assert eventually(lambda: pane.screen().count(prompt) >= times), pane.screen()
    time.sleep(0.2)
    pane.type(typed)


def tries_once(pane, before, code, pin):
    types_unseen(pane, before + 1, "Class code:", code)
    types_unseen(pane, before + 1, "Your PIN", pin)


def without_key(here, name, pin, *more, tries=1):
    """A client that types the code, a PIN and then more."""
    pane = here.pane(name, None, "-o", f"NumberOfPasswordPrompts={tries}", width=140)
    tries_once(pane, 0, CODE, pin)
    for prompt, typed in more:
        types_unseen(pane, 1, prompt, typed)
    return pane


AGAIN = "The same PIN again:"
CHOOSE = "Choose a PIN, 4 to 12 digits, or press Enter for three words:"


def lets_in_by_code_and_pin():
    with Class() as here:
        pane = without_key(here, "bob", "1234", (CHOOSE, "2718"), (AGAIN, "2718"))
        pane.wait(AT_HOME)
        leaves(pane)
        pane = without_key(here, "bob", "2718")
        pane.wait(AT_HOME)
        leaves(pane)
        pane = without_key(here, "bob", "3141")
        pane.wait("code=255")
        pane.close()
        pane = without_key(here, "dora", "2718", (AGAIN, "2718"))
        pane.wait(AT_HOME)
        leaves(pane)
        pane = here.pane("cleo", None, "-o", "NumberOfPasswordPrompts=20")
        for tries in range(6):
            tries_once(pane, tries, "no-such-code-00", "clear-is-no-pin")
        pane.wait("wrong 6 times")
        pane.close()
        assert here.refusals()["wrong"] == 1
        drawn = ("at", "id", "key", "port")  # digits that may be those of a PIN by chance
        values = [value for line in here.log() for name, value in line.items() if name not in drawn]
        assert "wrong" in values and not any(secret in str(values) for secret in ("2718", "3141", "no-such", "clear-is", CODE)), values


NOT_ITS_PIN = "The name bob is taken, and that is neither its PIN nor its three words."
NO_PIN = "The name ada is taken, and has no PIN."


def without_keys(here):
    """Starts each client that is installed, in a pane and without a key: OpenSSH, PuTTY's plink and dropbear's."""
    fingerprint = subprocess.run(["ssh-keygen", "-lf", here.folder / "host_key"], capture_output=True, text=True, check=True).stdout.split()[1]
    clients = {
        # without its messages of information ssh shows no instruction either
        "ssh": lambda name: " ".join(here.ssh(name, None, "-o", "NumberOfPasswordPrompts=4")).replace("LogLevel=ERROR", "LogLevel=INFO"),
        "plink": lambda name: f"plink -ssh -no-antispoof -t -P {here.port} -hostkey {fingerprint} {name}@127.0.0.1",
        "dbclient": lambda name: f"dbclient -y -t -p {here.port} {name}@127.0.0.1",
    }
    for program in filter(shutil.which, clients):
        def comes(name):
            pane = Pane(140, 50)
            pane.type(f"HOME={here.at} {clients[program](name)}; echo code=$?")
            return pane

        yield program, comes
        print(f"  {program}", flush=True)


def says_what_was_wrong():
    """The word of K lets in by each client."""
    with Class() as here:
        ada = here.join("ada")
        bob = without_key(here, "bob", "2718", (AGAIN, "2718"))
        bob.wait(AT_HOME)
        leaves(bob)
        for _, comes in without_keys(here):
            pane = comes("bob")
            for tries, (code, pin, why) in enumerate((
                    ("no-such-code-00", "2718", "That is not the class code."), (CODE, "3141", NOT_ITS_PIN), (CODE, "2718", "A wrong PIN was typed for your name"))):
                tries_once(pane, tries, code, pin)
                pane.wait(why)
            leaves(pane)
            pane = comes("ada")
            tries_once(pane, 0, CODE, "2718")
            pane.wait(NO_PIN)
            ada.keys("K")
            word = re.search(r"type (\w{4}-\w{4}) within", ada.wait("Come with the same name")).group(1)
            tries_once(pane, 1, CODE, word)
            types_unseen(pane, 1, CHOOSE, "31415")
            types_unseen(pane, 1, AGAIN, "31415")
            pane.wait(AT_HOME)
            leaves(pane)
            here.change("pin", "ada", "--forget")
            ada.wait("your teacher has reset your login")
            ada.close()
            ada = here.pane("ada", "ada")
            ada.wait(AT_HOME)
        ada.close()


DRAWN = re.compile(r"Your three words are (\w+-\w+-\w+) \(write")


def takes_words(pane):
    """Presses Enter for three words, reads them, and is in."""
    tries_once(pane, 0, CODE, "")
    pane.wait("is free.")
    types_unseen(pane, 1, CHOOSE, "")
    words = DRAWN.search(pane.wait("(write")).group(1)
    pane.type("")
    pane.wait(AT_HOME)
    return words


def draws_three_words():
    """They are in the class before they are shown, let in by each client however they are typed, and are in no file."""
    with Class() as here:
        drawn = {}
        for program, comes in without_keys(here):
            pane = comes(program)
            drawn[program] = words = takes_words(pane)
            leaves(pane)
            pane = comes(program)
            other = "acorn acorn acorn" if words != "acorn-acorn-acorn" else "actor actor actor"
            for tries, (typed, answer) in enumerate(((other, "neither its PIN nor its three words"),
                                                     (words.upper().replace("-", "  "), AT_HOME))):
                tries_once(pane, tries, CODE, typed)
                pane.wait(answer)
            leaves(pane)
        gone = here.pane("gone", None)
        tries_once(gone, 0, CODE, "")
        types_unseen(gone, 1, CHOOSE, "")
        drawn["gone"] = DRAWN.search(gone.wait("(write")).group(1)
        gone.close()
        pane = without_key(here, "gone", drawn["gone"])
        pane.wait(AT_HOME)
        leaves(pane)
        word = re.search(r"PIN: (\w{4}-\w{4})\n", here.change("pin", "gone", "--forget")).group(1)
        pane = without_key(here, "gone", drawn["gone"])
        pane.wait("code=255")
        pane.close()
        pane = without_key(here, "gone", word, (CHOOSE, "2718"), (AGAIN, "2718"))
        pane.wait(AT_HOME)
        leaves(pane)
        kept = [file.read_text().lower() for file in here.folder.rglob("*") if file.is_file()]
        assert not any(words in text or words.replace("-", "  ") in text for words in drawn.values() for text in kept), drawn


def slows_who_guesses_and_nobody_else():
    """After wrong codes from an address each answer takes a second there, a right one is let in, and a key that is known waits for nothing."""
    with Class() as here:
        here.join("known").close()
        guessing = [here.pane("eve", None, "-o", "NumberOfPasswordPrompts=5") for _ in range(7)]
        for tries in range(5):
            for pane in guessing:
                tries_once(pane, tries, "no", "0000")
        for pane in guessing:
            pane.wait("code=255", seconds=40)
            pane.close()
        begun = time.monotonic()
        assert here.run("known", "known", "progress").returncode == 0
        known = time.monotonic() - begun
        page = here.pane("ada", "ada")
        page.wait(PAGE)
        begun = time.monotonic()
        page.type(CODE)
        page.wait(AT_HOME)
        code = time.monotonic() - begun
        leaves(page)
        pane = without_key(here, "bob", "2718", (AGAIN, "2718"))
        pane.wait(AT_HOME)
        leaves(pane)
        assert known < 3 and 1 < code < PATIENCE, (known, code)


def resets_who_has_lost_key_or_pin():
    """Who is inside ends and is told; the name is taken without the word, which lets in once."""
    with Class() as here:
        ada = here.join("ada")
        word = re.search(r"PIN: (\w{4}-\w{4})\n", here.change("key", "ada", "--forget")).group(1)
        ada.wait("your teacher has reset your login; come again with the word")
        shell_is_as_before(ada)
        ada.close()
        for key, typed, answer in (("eve", "abcd-efgh", "That is not the word"), ("new", word.upper(), AT_HOME),
                                   ("eve", word, "That is not the word")):
            pane = here.pane("ada", key)
            pane.wait(PAGE)
            pane.type(CODE)
            pane.wait("The name ada is taken")
            pane.type(typed)
            pane.wait(answer)
            pane.close()
        eve = without_key(here, "ada", "2718")
        eve.wait("code=255")
        eve.close()
        bob = without_key(here, "bob", "2718", (AGAIN, "2718"))
        bob.wait(AT_HOME)
        word = re.search(r"PIN: (\w{4}-\w{4})\n", here.change("pin", "bob", "--forget")).group(1)
        bob.wait("your teacher has reset your login")
        bob.close()
        for pin in ("2718", "3141"):
            eve = without_key(here, "bob", pin)
            eve.wait("code=255")
            eve.close()
        bob = without_key(here, "bob", word, (CHOOSE, "3141"), (AGAIN, "3141"))
        bob.wait(AT_HOME)
        leaves(bob)
        eve = without_key(here, "bob", word)
        eve.wait("code=255")
        eve.close()
        bob = without_key(here, "bob", "3141")
        bob.wait(AT_HOME)
        leaves(bob)
        assert [line["what"] for line in here.log()].count("reset") == 2, here.log()


def tells_of_wrong_pins():
    """The owner at home, the teacher on the class; after five there is a pause, which the owner's machine waits for a minute at most."""
    with Class() as here:
        here.teach()
        bob = without_key(here, "bob", "2718", (AGAIN, "2718"))
        bob.wait(AT_HOME)
        leaves(bob)
        for _ in range(3):
            eve = without_key(here, "bob", "3141")
            eve.wait("code=255")
            eve.close()
        bob = without_key(here, "bob", "2718")
        bob.wait("3 wrong PINs were typed for your name since")
        teacher = here.pane("teacher", "teaching", width=100)
        teacher.wait("1 here")
        for _ in range(5):
            eve = without_key(here, "bob", "3141")
            eve.wait("code=255")
            eve.close()
        teacher.wait("5 wrong PINs in a row for bob")
        eve = without_key(here, "bob", "2718")
        eve.wait(", then type your PIN:")
        teacher.wait("1 bob with ")
        eve.close()
        teacher.close()
        bob.close()


def lets_who_comes_wait_at_a_full_door():
    """Silent sockets hold all places of the address: a client waits, is not reset, and comes in; people at the page hold none."""
    with Class(an_address=2) as here, contextlib.ExitStack() as open_ones:
        here.teach()
        pages = [here.pane(f"s{number}", f"s{number}") for number in range(4)]
        for page in pages:
            page.wait(PAGE)
        for _ in range(2):
            open_ones.enter_context(socket.create_connection(("127.0.0.1", here.port)))
        begun = time.monotonic()
        late = here.pane("late", "late")
        late.wait(PAGE)
        waited = time.monotonic() - begun
        late.type(CODE)
        late.wait(AT_HOME)
        teacher = here.pane("teacher", "teaching", width=100)
        teacher.wait("kept waiting at the door in the last minute")
        assert 1 < waited, waited
        assert all(PAGE in page.screen() for page in pages), "somebody at the page was cut off"
        print(f"  {waited:.1f} s until there was a place", flush=True)
        for pane in (*pages, late, teacher):
            pane.close()


class Typist:
    """A client of OpenSSH on a pty, of whose screen only single words are looked for: a picture leaves out the blanks between them."""

    def __init__(self, here, name, key, *options):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("4H", 24, 80, 0, 0))
        self.child = subprocess.Popen(here.ssh(name, key, *options), stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
                                      preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
                                      env={**here.environment, "TERM": "xterm-256color"})
        os.close(slave)
        self.seen = self.before = b""

    def sees(self, word, seconds=PATIENCE):
        """True if the word comes within that time; what came before it is kept until the next word, and not looked at again."""
        until = time.monotonic() + seconds
        while word.encode() not in self.seen:
            if not select.select([self.master], [], [], max(0, until - time.monotonic()))[0]:
                return False
            try:
                self.seen += os.read(self.master, 65536)
            except OSError:
                return word.encode() in self.seen
        self.before, _, self.seen = self.seen.partition(word.encode())
        return True

    def wait(self, word):
        assert self.sees(word), f"no {word} in {self.seen[-2000:]!r}"

    def types(self, text):
        time.sleep(0.1)
        os.write(self.master, text.encode() + b"\r")

    def close(self):
        self.child.kill()
        self.child.wait()
        os.close(self.master)


def comes_by_key(here, name, word, slips):
    """At the page. A wrong word is answered after a second, and what is typed before the answer is lost; a second
    answer looks like the first. What is typed after the login would reach the tutor, so the right word is typed once."""
    typist = Typist(here, name, name)
    typist.wait("Welcome.")
    for slip in range(slips):
        typist.types(f"wrong-word-0{slip}")
        time.sleep(5)
    typist.types(word)
    typist.wait("quit")
    return typist


def comes_by_pin(here, name, word, slips):
    typist = Typist(here, name, None, "-o", "NumberOfPasswordPrompts=5")
    for slip in range(slips + 1):
        typist.wait("gave it: ")
        typist.types(word if slip == slips else f"wrong-word-0{slip}")
        typist.wait("Your PIN")
        typist.wait("word): ")
        typist.types("2718")
    typist.wait("again: ")
    typist.types("2718")
    typist.wait("quit")
    return typist


def keeps_to_a_roster():
    """Half by key, half by PIN, three of them with three wrong words before the right one: all are in, as the roster spells them."""
    with Class("--lessons", str(COURSE)) as here, contextlib.ExitStack() as open_ones:
        here.teach()
        names = [f"Student{number}" for number in range(LISTED)]
        table = here.at / "names.csv"
        table.write_text("Name;Group\n" + "".join(f"{name};{number % 3}\n" for number, name in enumerate(names)))
        drawn = json.loads(here.change("roster", str(table), "--words", "--json"))["words"]
        words = {row["student"]: row["word"] for row in drawn}
        assert sorted(words) == sorted(names), drawn
        board = here.pane("teacher", "teaching", width=120, height=36)
        board.wait(f"0 here, {LISTED} absent")
        time.sleep(1)  # the server looks four times a second at what nabla class has changed
        stranger = Typist(here, "stranger", "stranger")
        open_ones.callback(stranger.close)
        stranger.wait("Welcome.")
        for typed in (words[names[0]], CODE):
            stranger.types(typed)
            stranger.wait("spelling") if typed != CODE else time.sleep(2)
        begun = time.monotonic()

        def comes(number):
            came = comes_by_key if number % 2 == 0 else comes_by_pin
            return came(here, names[number].upper(), words[names[number]], 3 if number < 3 else 0)

        with concurrent.futures.ThreadPoolExecutor(LISTED) as crowd:
            for typist in crowd.map(comes, range(LISTED)):
                open_ones.callback(typist.close)
        took = time.monotonic() - begun
        board.wait(f"{LISTED} here, 0 absent", seconds=30)
        listed = json.loads(here.change("list", "--json"))["students"]
        assert sorted(one["student"] for one in listed) == sorted(names), listed
        assert all(row["joined"] for row in json.loads(here.change("roster", "--json"))["roster"])
        kept = [file for file in here.folder.rglob("*") if file.is_file()]
        clear = [str(file) for file in kept for word in words.values() if word.encode() in file.read_bytes()]
        assert not clear, clear
        assert (here.folder / "roster.json").stat().st_mode & 0o777 == 0o600
        board.close()
        print(f"  {LISTED} in after {took:.1f} s", flush=True)


def turns_away_who_is_not_listed():
    """At the page, without a key and line by line; a closed class lets in who is known, also after a restart."""
    with Class() as here:
        table = here.at / "names.csv"
        table.write_text("name\nAda\nbob\nDora\n")
        here.change("roster", str(table))
        time.sleep(1)

        def turned_away(name, why, *words):
            pane = Pane(140, 24)
            pane.type(" ".join([*here.ssh(name, name, "-t"), *words]) + "; echo code=$?")
            pane.wait(PAGE)
            pane.type(CODE)
            pane.wait(why)
            pane.wait("code=2")
            shell_is_as_before(pane)
            pane.close()

        no = "eve is not on the list of names of this class"
        turned_away("eve", no)
        turned_away("eve", no, "learn", "--text")
        pane = without_key(here, "eve", "2718")
        pane.wait(no)
        pane.wait("code=255")
        pane.close()
        leaves(here.join("ADA", "ada"))
        here.change("close")
        time.sleep(1)
        turned_away("dora", "takes in nobody new now")
        pane = here.pane("ada", "ada")
        pane.wait(AT_HOME)
        leaves(pane)
        assert here.stop() == 0
        here.child = here.start("--code", CODE)
        here.child.stdout.readline()
        turned_away("bob", "takes in nobody new now")
        here.change("open")
        time.sleep(1)
        leaves(here.join("bob"))
        assert [line.split()[0] for line in here.change("list").splitlines()] == ["student", "Ada", "bob"]


def asks_about_a_flood():
    """Twelve names from one address: the teacher sees a question, the command that removes them, and keeps the next twelve."""
    with Class(code="none") as here, contextlib.ExitStack() as open_ones:
        here.teach()
        board = here.pane("teacher", "teaching", width=120, height=36)
        board.wait("here · ")

        def floods(prefix):
            for number in range(12):
                client = Client(here, f"{prefix}{number}")
                open_ones.callback(client.close)
                client.open()
            board.wait("12 students joined from one address since")

        floods("bot")
        board.keys("X")
        screen = board.wait("On the server: nabla class erase")
        words = re.search(r"nabla class (erase --joined-since \d\d:\d\d --never-answered)", screen).group(1).split()
        assert "would be erased: 12 students" in here.change(*words, "--dry-run")
        assert here.change(*words, "--yes").startswith("erased: 12 students: bot0, bot1, bot10")
        board.wait("", absent="students joined from one address")
        floods("pupil")
        board.keys("Y")
        board.wait("", absent="students joined from one address")
        time.sleep(2)
        assert "students joined" not in board.screen() and len(here.change("list").splitlines()) == 13
        board.close()


def refuses_names():
    with Class() as here:
        for name, why in (("x" * 33, "1 to 32 letters"), ("a/b", "1 to 32 letters"), ("a\u202eb", "like U+202E"), (".ada", "begin with a dot"), ("root", "is kept")):
            said = here.run(name, "ada", options=["-tt"])
            assert why in said.stdout and said.returncode == 2 and "\x1b" not in said.stdout, (name, said)
        said = here.run("teacher", None)
        assert "with a key only" in said.stderr, said
        pane = here.pane("teacher", "ada")
        pane.wait("Teacher word")
        pane.type("abcd-efgh")
        pane.wait("That is not the word")
        pane.close()
        leaves(here.join("ada"))


def joins_by_names_of_several_scripts():
    """On the board, in the report and in the files they are whole; in ASCII on the board a number. Names that are no new ones are told why."""
    names = ["李明", "नेहा", "สมชัย", "שלום", "Ольга", "김민준"]
    with Class() as here:
        here.teach()
        there = [here.join(name, f"key{i}") for i, name in enumerate(names)]
        pane = here.pane("teacher", "teaching", width=120, height=36)
        screen = pane.wait(f"{len(names)} here")
        rows = {name: next((row for row in screen.splitlines() if name in row), "") for name in names}
        assert all(" home" in row for row in rows.values()), screen
        pane.close()
        pane = here.pane("teacher", "teaching", "-o", "SendEnv=LANG", width=120, height=36, variables="env -u LC_ALL LANG=C")
        screen = pane.wait(f"{len(names)} here")
        assert len(set(re.findall(r"name-\d{5} ", screen))) == len(names) and "??" not in screen, screen
        pane.close()
        for name, why in (("аda", "it mixes scripts"), ("Ольгa", "it mixes scripts"), ("0льга", "it looks like"), ("ｅｖｅ", "type eve"),
                          ("name-3", "type another name"), ("a" + "\u0301\u0302\u0303\u0304\u0306", "at most 4 marks")):
            pane = Pane(160, 24)
            pane.type(" ".join(here.ssh(name, "stranger", "-tt")) + "; echo code=$?")
            if "marks" not in why:
                pane.wait(PAGE)
                pane.type(CODE)
            pane.wait(why)
            pane.wait("code=2")
            pane.close()
        pane = without_key(here, "сора", "2718", (AGAIN, "2718"))
        pane.wait(AT_HOME)
        leaves(pane)
        pane = without_key(here, "copa", "2718")
        pane.wait("it looks like")
        pane.close()
        for one in there:
            leaves(one)
        assert [line.split()[0] for line in here.change("list").splitlines()[1:]] == sorted([*names, "сора"], key=str.lower)
        assert all(re.fullmatch(r"\d+\.jsonl", file.name) for file in (here.folder / "journals").glob("*"))
        assert all(name in here.change("report", "--csv") for name in names)


def lets_a_teacher_in():
    with Class() as here:
        here.teach()
        student = here.join("ada")
        pane = here.pane("teacher", "teaching", width=100)
        screen = pane.wait("1 here")
        assert "ada" in screen and CODE in screen, screen
        assert re.search(r"SHA256:\S{43}", here.first).group() in screen, (here.first, screen)
        plain = Pane(80, 24)
        plain.type("TERM=dumb " + " ".join(here.ssh("bob", "bob", "-tt")))
        plain.wait(PAGE)
        plain.type(CODE)
        pane.wait("2 here")
        plain.type("quit")
        pane.wait("1 here")
        plain.close()
        pane.keys("N")
        eventually(lambda: "ada" not in pane.screen())
        assert "ada" not in pane.screen(), pane.screen()
        student.close()
        pane.wait("0 here")
        pane.close()


def obeys_the_teachers_file():
    """As OpenSSH reads authorized_keys, at each action: a key that is commented out, has expired or comes from elsewhere teaches nobody."""
    with Class() as here:
        here.teach()
        file, line = here.folder / "teachers", here.key("teaching.pub").read_text()
        report = lambda: here.run("teacher", "teaching", "class", "report").returncode
        assert report() == 0
        for before, code in (("# ", 2), ("#", 2), ('expiry-time="20200101" ', 2), ('expiry-time="20990101" ', 0), ('from="192.0.2.7" ', 2),
                             ('from="127.0.0.0/8" ', 0), ('from="127.*,!127.0.0.1" ', 2), ('from="localhost" ', 2), ("no-pty ", 2), ("", 0)):
            file.write_text(before + line)
            time.sleep(0.2)  # it looks ten times a second
            assert report() == code, (before, code)
        pane = here.pane("teacher", "teaching", width=100)
        pane.wait("0 here")
        pane.keys("Enter")
        file.write_text("# " + line)
        screen = pane.wait("no longer a teacher's in this class")
        assert pane.wait("code=0")
        shell_is_as_before(pane)
        pane.close()
        file.write_text(line)
        file.chmod(0o666)
        time.sleep(0.2)
        assert [report(), report()] == [2, 2]
        assert here.stop() == 0
        said = here.child.stderr.read()
        assert said.count("nabla: ") == 3 and said.count(f"others may write {file}") == 1, said
        assert said.count(f"line 1 of {file} lets nobody in: its option 'no-pty'") == said.count("'localhost'") == 1, said
        again = here.start()
        assert again.wait(60) == 77 and f"chmod go-w {file}" in again.stderr.read()
        file.chmod(0o644)
        file.write_text(line + "# " + line + 'expiry-time="20200101" ' + line)
        again = here.start()
        assert again.stdout.readline().endswith(", 1 teacher\n")
        again.terminate()
        assert again.wait(PATIENCE) == 0


def shows_a_figure_and_asks():
    """What the teacher does is seen elsewhere within a second, and told line by line between what is typed there."""
    with Class("--lessons", str(COURSE)) as here:
        here.teach()
        student, teacher = here.join("ada"), here.pane("teacher", "teaching")
        plain = here.pane("bob", "bob", "-tt", variables="TERM=dumb")
        plain.wait(PAGE)
        plain.type(CODE)
        plain.wait("told line by line")
        teacher.wait("2 here")
        teacher.keys("C", "Enter")
        teacher.wait("02 Dot product")
        teacher.keys("v")
        teacher.wait("62°")
        teacher.keys("S")
        student.wait("F follows")
        student.keys("F")
        student.wait("teacher drives")
        teacher.keys("Right")
        student.wait("63°")
        plain.wait("63°")
        assert "shows a figure." in plain.screen() and "FIG.02" in plain.screen(), plain.screen()
        plain.tmux("send-keys", "-l", "sec")
        time.sleep(0.2)
        teacher.keys("S")
        student.wait("teacher shows nothing any more")
        assert "any more" not in plain.screen(), plain.screen()
        plain.type("tions")
        plain.wait("teacher shows nothing any more")
        assert "> sections" in plain.screen(), plain.screen()
        teacher.keys("a")
        teacher.wait("try it")
        teacher.keys("Down", "Down")
        eventually(lambda: re.search(r"^ ► . question 1 ", teacher.screen(), re.M))
        teacher.keys("Enter")
        teacher.wait("", absent="try it")
        teacher.keys("C-t")
        student.wait("asks everybody a question")
        student.keys("!")
        student.wait("What is a·b?")
        student.type("1")
        teacher.wait("1 of 2 have voted")
        plain.wait("What is a·b?")
        plain.type("1")
        plain.wait("Your vote counts")
        teacher.wait("2 of 2 have voted")
        plain.close()
        student.close()
        teacher.close()


def opens_a_round_again_and_times_the_talk():
    """The teacher's board shows where those are who learn line by line, too."""
    with Class("--lessons", str(COURSE), code="none") as here:
        here.teach()
        student = here.pane("ada", "ada")
        student.wait(AT_HOME)
        teacher = here.pane("teacher", "teaching")
        plain = here.pane("bob", "bob", "-tt", variables="TERM=dumb")
        plain.wait("told line by line")
        plain.type("02")
        plain.wait("Station 1 of")
        plain.type("ask 2.1")
        plain.wait("What is a·b?")
        assert eventually(lambda: re.search(r"bob .*2\.1", teacher.screen())), teacher.screen()
        teacher.keys("S" if "S ask all" in teacher.screen() else "Down")
        if "round 1 is open" not in teacher.screen():
            teacher.keys("S")
        teacher.wait("round 1 is open")
        assert "ask all" not in teacher.screen(), teacher.screen()
        student.wait("asks everybody a question")
        student.keys("!")
        student.wait("What is a·b?")
        student.type("1")
        teacher.wait("1 of 2 have voted")
        teacher.keys("Enter")
        student.wait("The round is closed")
        teacher.wait("too few have voted for advice")
        teacher.keys("u")
        student.wait("The round is open again")
        student.wait("Your vote counts")
        plain.wait("The round is open again, and your vote stays until you change it.")
        teacher.wait("round 1 is open")
        teacher.keys("Enter")
        teacher.wait("t talk 2 min")
        teacher.keys("1")
        teacher.wait("0:5")
        student.wait("left to talk")
        plain.wait("You have 1 minute to talk.")
        for width, height in ((120, 36), (60, 20), (80, 24)):
            teacher.resize(width, height)
            teacher.wait("left to talk")
        teacher.keys("t")
        teacher.wait("t talk 2 min", absent="left to talk")
        student.wait("The round is closed", absent="left to talk")
        teacher.keys("Enter")
        teacher.wait("round 2 is open")
        teacher.keys("u")
        teacher.wait("round 1 is closed")


def draws_for_each_terminal():
    """As at home: ASCII where the locale is none of UTF-8 or the font is the console's."""
    with Class() as here:
        here.join("ada").close()
        for variables, options, plain in (
            ("TERM=xterm-256color", [], False), ("TERM=linux", [], True), ("TERM=vt100", [], False), ("TERM=tmux", [], False),
            ("LANG=C", ["-o", "SendEnv=LANG"], True), ("LANG=tr_TR.UTF-8", ["-o", "SendEnv=LANG"], False)):
            pane = here.pane("ada", "ada", *options, variables=f"env -u LC_ALL {variables}")
            screen = pane.wait(AT_HOME)
            assert plain == all(ord(sign) < 127 for sign in screen), (variables, screen)
            leaves(pane)


def follows_the_window():
    """Whatever it was before, the picture is that of a fresh session at its size."""
    with Class(code="none", loaded=True) as here:
        def fresh(name, width, height):
            pane = here.pane(name, name, width=width, height=height)
            pane.wait(AT_HOME)
            pane.keys("Down", "Enter")
            pane.wait("00 Three branches")
            return pane

        with beside(here):
            ada, bob = fresh("ada", 80, 24), fresh("bob", 500, 200)
            seen = ada.screen()
            ada.say_sizes([(1, 1), (0, 0)])
            time.sleep(1)  # until the picture of one cell has come and gone
            assert eventually(lambda: ada.screen() == seen), f"{seen}\n{ada.screen()}"
            ada.resize(500, 200)
            assert eventually(lambda: ada.screen() == bob.screen()), "500x200 is not as it is at once"
            ada.say_sizes((60 + step % 40, 20 + step % 10) for step in range(300))
            ada.resize(80, 24)
            assert eventually(lambda: ada.screen() == seen), f"{seen}\n{ada.screen()}"
            ada.close()
            bob.close()


def tells_the_course_line_by_line():
    with Class() as here:
        for variables, command in (("TERM=dumb", []), ("TERM=xterm", ["learn", "--text", "02"])):
            pane = Pane(80, 24)
            name = "dumb" if not command else "text"
            pane.type(f"{variables} " + " ".join([*here.ssh(name, name, "-tt"), *command]) + "; echo code=$?")
            pane.wait(PAGE)
            pane.type("wrongg")
            pane.wait("That is not the class code")
            pane.tmux("send-keys", "-l", CODE + "x")
            pane.keys("BSpace", "Enter")
            pane.wait("Dot product" if command else "What comes back")
            pane.type("quit")
            pane.wait("code=0")
            pane.close()


def tells_who_does_not_see_pictures():
    """By a variable for one login; by an option from then on, wherever the student logs in, until pictures are asked for."""
    with Class() as here:
        def shown(line, variables="TERM=xterm-256color", options=(), first=False):
            pane = Pane(80, 60)
            pane.type(f"{variables} " + " ".join([*here.ssh("ada", "ada", "-tt", *options), *line]) + "; echo code=$?")
            if first:
                pane.wait(PAGE)
                pane.type(CODE)
            return pane

        def told(pane, *words):
            for word in ("else can be typed", *words):
                pane.wait(word)
            assert not re.search("[\u2500-\u25ff\u2800-\u28ff]", pane.screen()), pane.screen()
            pane.type("quit")
            pane.wait("code=0")
            pane.close()

        def drawn(pane):
            pane.wait(AT_HOME)
            pane.keys("q")
            pane.wait("code=0")
            pane.close()

        sent = "TERM=xterm-256color NABLA_SCREEN_READER=1", ["-o", "SendEnv=NABLA_SCREEN_READER"]
        told(shown([], *sent, first=True))
        drawn(shown([]))
        told(shown(["learn", "--screen-reader"]), "from now on")
        told(shown([]))
        figure = here.run("ada", "ada", "show softmax")
        assert figure.returncode == 0 and "entropy is 1.12 bits." in figure.stdout and "\u2500" not in figure.stdout, figure
        drawn(shown([], "TERM=xterm-256color NABLA_SCREEN_READER=0", ["-o", "SendEnv=NABLA_SCREEN_READER"]))
        drawn(shown(["learn", "--pictures"]))
        drawn(shown([]))


def refuses_a_shell_without_a_terminal():
    with Class() as here:
        here.join("ada").close()
        said = here.run("ada", "ada", options=["-T"])
        assert said.returncode == 2 and "ssh -t" in said.stderr and "\x1b" not in said.stdout + said.stderr, said
        begun = time.monotonic()
        said = here.run("ada", "ada", options=["-tt"])
        assert "\x1b[?1049l" in said.stdout and time.monotonic() - begun < 10, said


def answers_lines():
    with Class() as here:
        unknown = here.run("ada", "ada", "solve", "softmax")
        assert unknown.returncode == 2 and f"ssh -t -p {here.port} ada@127.0.0.1" in unknown.stderr, unknown
        here.join("ada").close()
        for line, given in (("solve softmax --logits 1,2 --json", ""), ("solve softmax --tau 0", ""), ("show softmax", ""),
                            ("solve softmax --logits -", "1,2,3\n"), ("check nothing", ""),
                            ("solve --batch", '{"op":"dot","a":[1],"b":[2]}\n{"op":"none"}\n'), ("solve --batch -", ""),
                            ("check --batch", '{"op":"dot","a":[1],"b":[2],"fact":"s","answer":"2"}\n{"item":"none","answer":"1"}\n'),
                            ("check --batch --no-feedback", "\n")):
            near = subprocess.run([NABLA, *line.split()], capture_output=True, text=True, input=given, timeout=60,
                                  env={**os.environ, "LANG": "C.UTF-8"})
            far = here.run("ada", "ada", line, input=given, stdin=None)
            assert (far.returncode, far.stdout, far.stderr) == (near.returncode, near.stdout, near.stderr), (line, far, near)
        for line in ("solve softmax --logits @/etc/passwd", "solve --batch /etc/passwd", "check --lessons /etc 1 2", "record x.cast",
                     "doctor", "class report"):
            said = here.run("ada", "ada", line)
            assert said.returncode == 2 and "root:" not in said.stdout + said.stderr, said
        exported = here.run("ada", "ada", "export")
        assert (exported.returncode, exported.stderr) == (0, ""), exported
        another = here.run("grace", "ada", "export")
        assert (another.returncode, another.stdout) == (0, exported.stdout), another
        assert another.stderr == "nabla: this key is ada's, so this is ada's journal\n", another


def refuses_all_else():
    with Class() as here:
        here.join("ada").close()
        for what, options, command in (
            ("subsystem", ["-s"], ["sftp"]), ("tcpip-forward", ["-R", f"{free_port()}:127.0.0.1:1"], ["progress"]),
            ("agent", ["-A"], ["progress"]), ("x11-req", ["-X"], ["progress"]), ("direct-tcpip", ["-W", "127.0.0.1:22"], []),
            ("environment", ["-o", "SetEnv=FOO=bar"], ["progress"])):
            line = [part for part in here.ssh("ada", "ada", *options) if part not in ("-u", "SSH_AUTH_SOCK")] + command
            said = subprocess.run(["ssh-agent", *line], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20,
                                  env={**os.environ, "DISPLAY": "127.0.0.1:0"})
            # what was asked for besides is refused, and the line is answered; what was all that was asked for ends it
            assert (said.returncode == 0) == (command == ["progress"]), (what, said)
            assert command or "stdio forwarding failed" in said.stderr, said
        subprocess.run(["scp", *here.ssh("ada", "ada")[4:-3], "-P", str(here.port), "ada@127.0.0.1:/etc/passwd", str(here.at)],
                       stdin=subprocess.DEVNULL, capture_output=True, timeout=20)
        assert not (here.at / "passwd").exists(), "scp has read a file"
        socks = b"\x04\x01\x00\x16\x7f\x00\x00\x01\x00"  # to port 22 of 127.0.0.1
        for option, to, asked in (("-L", ":127.0.0.1:22", b""), ("-D", "", socks)):
            port = free_port()
            tunnel = subprocess.Popen(here.ssh("ada", "ada", "-N", option, f"{port}{to}"), stdin=subprocess.DEVNULL,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

            def connects():
                try:
                    return socket.create_connection(("127.0.0.1", port), 1)
                except OSError:
                    return None

            with eventually(connects) as through:
                through.settimeout(5)
                through.sendall(asked)
                came = b"".join(iter(lambda: through.recv(100), b""))
                assert b"SSH" not in came and len(came) <= 8, f"something came through the tunnel: {came}"
            assert tunnel.poll() is None, "the connection has ended"
            tunnel.kill()
            tunnel.wait()
        assert here.run("ada", "ada", "progress").returncode == 0
        refused = here.refusals()
        assert refused == {"subsystem": 2, "tcpip-forward": 1, "agent": 1, "x11-req": 1, "direct-tcpip": 3, "environment": 1}, refused


def twenty(here):
    """In panes, at home."""
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        return list(pool.map(lambda number: here.join(f"student{number}"), range(CLIENTS)))


def status(here, sessions, seconds=PATIENCE):
    def read():
        file = here.folder / "status.json"
        told = json.loads(file.read_text()) if file.exists() else {}
        return told if told.get("sessions") == sessions else None

    return eventually(read, seconds)


def holds_twenty_clients():
    """All are there, their keys are heard, threads do not grow with them; closing gives every terminal back in five seconds."""
    with Class(loaded=True) as here:
        panes = [here.join("first")]
        few = len(os.listdir(f"/proc/{here.child.pid}/task"))
        panes += twenty(here)
        assert status(here, CLIENTS + 1), "not all are there"
        many = len(os.listdir(f"/proc/{here.child.pid}/task"))
        assert many - few <= 2, f"{few} threads with one session, {many} with {CLIENTS + 1}"
        for pane in panes:
            pane.keys("Down", "Enter")
        for pane in panes:
            pane.wait("00 Three branches")
        begun = time.monotonic()
        assert here.stop() == 0
        assert time.monotonic() - begun < 6, time.monotonic() - begun
        for pane in panes:
            screen = pane.wait("code=0")
            assert "the class is closed; your answers are kept" in screen, screen
            assert pane.modes() == "0 1 0", pane.modes()
            pane.close()


def holds_two_hundred():
    """A key a second each; load.py measures, here it is enough that all are heard and nobody is forgotten at the end."""
    with Class(code="none", loaded=True) as here:
        load = here.load(LOAD, 10, 5)
        came, _, seen = (json.loads(load.stdout.readline()) for _ in range(3))
        assert (came["came"], came["failed"]) == (LOAD, 0) and seen["keys"] >= LOAD, (came, seen)
        assert here.stop() == 0
        told = json.loads(load.stdout.readline())
        assert (told["given_back"], told["told"]) == (LOAD, LOAD), told
        load.wait()
        load.stdout.close()


def forgets_who_is_cut_off():
    """The load client is killed: every session ends, and others notice nothing."""
    with Class(code="none", loaded=True) as here, beside(here), left_as_found(here):
        load = here.load(LOAD, 0, 1)
        assert json.loads(load.stdout.readline())["came"] == LOAD
        load.stdout.readline()
        load.kill()
        load.communicate()


def raw(here, *more):
    """What raw.py sees as ada."""
    command = ["/usr/bin/python3", str(pathlib.Path(__file__).with_name("raw.py")), str(here.port), "ada", str(here.key("ada"))]
    return subprocess.Popen([*command, *map(str, more)], stdout=subprocess.PIPE, text=True)


def forgets_who_turns_back_half_way():
    """After a word, after the keys are exchanged, a wrong code, the right key, a first picture: they are gone, and cost nobody a second."""
    with Class(loaded=True) as here:
        here.join("ada").close()
        here.join("beside").close()
        raw(here, 20).communicate()
        with beside(here), left_as_found(here):
            storm = raw(here, STORM)
            times = []
            while storm.poll() is None:
                before = time.monotonic()
                assert here.run("ada", "ada", "progress", options=["-b", "127.0.0.2"]).returncode == 0
                times.append(time.monotonic() - before)
                time.sleep(1)
            came = json.loads(storm.communicate()[0])
        assert sum(came.values()) == STORM, came
        assert sorted(times)[len(times) // 2] < SOON, times
        print(f"  {came}; logins beside them {', '.join(f'{one:.2f}' for one in times)} s", flush=True)


def ends_at_once_when_told_twice():
    with Class() as here:
        pane = here.join("ada")
        client = next(child for child in pane.shell().below() if "ssh" in child.command()[0])
        client.kill("STOP")
        here.child.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        here.child.send_signal(signal.SIGTERM)
        assert here.child.wait(2) in (128 + 15, 0)
        client.kill("CONT")
        pane.close()


def types(client, text):
    """As fast as it is taken, while what comes is read."""
    while text:
        reads, writes, _ = select.select([client.master], [client.master], [], PATIENCE)
        assert reads or writes, "the paste is not taken"
        if reads:
            client.read(0)
        if writes:
            text = text[os.write(client.master, text[:4096]):]


def takes_a_paste():
    """A megabyte into a question costs its seat less than a second; sixteen thousand keys, of a terminal that marks no paste, cost nobody else one."""
    with Class("--lessons", str(COURSE), code="none", loaded=True) as here, beside(here):
        times = []
        for text in 2 * [b"\x1b[200~" + (1 << 20) * b"x" + b"\x1b[201~"] + [(1 << 14) * b"x"]:
            client = Client(here, f"ada{len(times)}")
            client.start([b"\r", *TO_QUESTION])
            begun = time.monotonic()
            types(client, text + CONTROL_C)
            with contextlib.suppress(OSError):
                while client.comes(PATIENCE):
                    client.read(0)
            times.append(time.monotonic() - begun)
            assert client.child.wait(PATIENCE) == 0
            client.close()
        assert min(times[:2]) < SOON, times
        print(f"  from the first byte to the end of ssh: {', '.join(f'{one:.2f}' for one in times)} s", flush=True)


def keeps_own_names_to_the_session():
    """A list is pasted and trained; no file of the class has a name of it, and the teacher sees the student at home."""
    names = [f"sirius{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(40)]
    with Class() as here:
        pane = here.join("ada")
        pane.keys("Down", "End", "Enter")
        pane.wait("in this session only")
        (here.at / "names").write_text("\n".join([*names, "\u202eevil", "x" * 20]))
        pane.tmux("load-buffer", str(here.at / "names"))
        pane.tmux("paste-buffer", "-p")
        pane.wait("40 names; 2 lines are left out")
        pane.keys("Enter")
        pane.wait("Enter more names", seconds=120)  # a thousand steps, beside others
        pane.keys("y")
        pane.wait("Nothing of it is written on a class's server")
        pane.keys("m", "q")
        pane.wait(AT_HOME)
        leaves(pane)
        assert here.stop() == 0
        for file in filter(pathlib.Path.is_file, here.folder.rglob("*")):
            assert b"sirius" not in file.read_bytes(), file


def tells_an_escape_from_what_comes_after():
    """With every core busy: the first key ends what is typed into a figure, the second, a tenth of a second later, moves it."""
    with Class("--lessons", str(COURSE), code="none", loaded=True) as here, contextlib.ExitStack() as busy:
        pane = here.pane("ada", "ada")
        pane.wait(AT_HOME)
        pane.keys("Enter")
        pane.wait("02 Dot product")
        pane.keys("v")
        pane.wait("62°")
        for _ in range(max(2, os.cpu_count())):
            busy.callback(subprocess.Popen([sys.executable, "-c", "while True: pass"]).kill)
        for key, after in (("Right", "63°"), ("Left", "62°")) * 3:
            pane.keys("i")
            pane.wait("Esc", absent="q home")
            pane.keys("Escape")
            time.sleep(0.1)
            pane.keys(key)
            pane.wait(after)
        pane.close()


def ends_who_types_nothing():
    """Told a minute before, also who watches a training; a key keeps who presses one."""
    with Class("--idle", "1", "--lessons", str(TRAINING), code="none", loaded=True) as here:
        idle, watching, awake = (here.pane(name, name) for name in ("ada", "bob", "cleo"))
        for pane in (idle, watching, awake):
            pane.wait("all sections")  # the warning may stand in the place of the keys at once
            pane.keys("Left")  # what is said while they join is not seen
        begun = time.monotonic()
        for pane in (idle, watching, awake):
            pane.wait("The session ends in one minute", seconds=5)
        watching.keys("Enter", "n", "v")
        watching.wait("FIG.16")
        watching.keys(*8 * ["Tab"], "i")  # to the length of the schedule
        watching.type("20000")
        watching.wait("of 20,000")
        watching.keys("Enter")
        last = time.monotonic()
        time.sleep(max(0, begun + 40 - time.monotonic()))
        seen = watching.screen()
        assert eventually(lambda: watching.screen() != seen, 5), f"nothing moves:\n{seen}"
        awake.keys("Down")
        for pane in (idle, watching):
            screen = pane.wait("code=0", seconds=80)
            assert "the session ended after 1 minute" in screen, screen
        assert 55 < time.monotonic() - last < 75, time.monotonic() - last
        leaves(awake)
        for pane in (idle, watching):
            pane.close()


def lets_who_is_frozen_go():
    """Nothing is written to them, so only keepalives tell."""
    with Class() as here:
        pane = here.join("ada")
        client = next(child for child in pane.shell().below() if "ssh" in child.command()[0])
        assert status(here, 1)
        client.kill("STOP")
        assert not status(here, 0, 25), "gone too early"
        assert status(here, 0, 75), "still there after 100 s"
        client.kill("CONT")
        pane.close()


def lets_who_stops_reading_go():
    """Their trainings go on, of whose pictures one waits for each; half a minute after its window is full everybody is gone."""
    with Class("--lessons", str(TRAINING), code="none", loaded=True) as here, beside(here):
        load = here.load(STOPPED, 1, 600, STOPPED)
        for _ in range(2):
            load.stdout.readline()
        before = most = heap(here, "[B")
        load.send_signal(signal.SIGSTOP)
        begun = time.monotonic()
        assert status(here, 1 + STOPPED)
        while not status(here, 1, 2) and time.monotonic() < begun + 250:
            most = max(most, heap(here, "[B"))
        gone = time.monotonic() - begun
        load.kill()
        load.communicate()
        cut = [line["why"] for line in here.log() if line["what"] == "cut"]
        # A busy machine fills their windows so late that unanswered keepalives end them first, after 60 to 90 s.
        assert cut == STOPPED * ["nobody reads"] or set(cut) <= {"nobody reads"} and gone > 59, (gone, cut)
        assert most < before + 1, (before, most)
        print(f"  {STOPPED} who read nothing: gone after {gone:.0f} s; bytes {before:.1f} MiB before, at most {most:.1f}", flush=True)


def lets_others_in_beside_silent_ones():
    """From elsewhere at once, from the same address after a while; the silent are cut off in time."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (SILENT + 200, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    with Class() as here, contextlib.ExitStack() as open_ones:
        here.join("ada").close()
        begun = time.monotonic()
        silent = [open_ones.enter_context(socket.create_connection(("127.0.0.1", here.port))) for _ in range(SILENT)]
        opened = time.monotonic() - begun
        times = []
        for address in 3 * ["127.0.0.2"] + ["127.0.0.1"]:
            before = time.monotonic()
            assert here.run("ada", "ada", "progress", options=["-b", address]).returncode == 0
            times.append(time.monotonic() - before)
        ends = []
        for one in silent:
            one.settimeout(max(0.1, begun + 60 - time.monotonic()))
            with contextlib.suppress(ConnectionResetError):
                while one.recv(4096):
                    pass
            ends.append(time.monotonic() - begun)
        assert max(ends) < 45 + opened, max(ends)
        assert min(times[:3]) < 1 and times[3] < 20, times
        refused = here.refusals()
        lines = [line for line in here.log() if line["what"] == "refused"]
        assert sum(refused.values()) == SILENT and len(lines) <= 4, lines
        print(f"  {SILENT} silent: logins beside them {', '.join(f'{one:.2f}' for one in times)} s, the last cut after {max(ends):.1f} s")


def refuses_what_openssh_would_not_do():
    """Six tries a connection, however often it asks for the login anew; of 300 channels two, and those live."""
    with Class() as here:
        here.join("ada").close()
        seen = json.loads(raw(here).communicate(timeout=120)[0])
        assert (seen["asked"], seen["opened"], seen["answered"]) == (6, 2, 0), seen
        refused = here.refusals()
        assert refused["channels"] == 298, refused


def is_told_of_idling_line_by_line():
    with Class("--idle", "1", code="none") as here:
        pane = here.pane("ada", "ada", "-tt", variables="TERM=dumb")
        pane.wait("else can be typed")
        pane.keys("x", "BSpace")  # what is said before the contents are printed may be above the screen by now
        pane.wait("The session ends in one minute", seconds=15)
        pane.wait("the session ended after 1 minute", seconds=80)
        pane.wait("code=0")
        pane.close()


def is_full():
    """A class of one student: of two who are at the code one gets in; the student comes again, a teacher always."""
    full = "the class is full: at most 1 student at once"
    with Class("--max-sessions", "1") as here:
        here.teach()
        first, late = here.pane("ada", "ada"), here.pane("cleo", "cleo")
        late.wait(PAGE)
        first.wait(PAGE)
        first.type(CODE)
        first.wait(AT_HOME)
        late.type(CODE)
        late.wait(full)
        late.wait("code=75")
        shell_is_as_before(late)
        late.close()
        second = here.run("bob", "bob", options=["-tt"])
        assert second.returncode == 75 and full in second.stdout, second
        again = here.pane("ada", "ada")
        again.wait(AT_HOME)
        teacher = here.pane("teacher", "teaching")
        teacher.wait("1 here")
        teacher.close()
        leaves(again)
        leaves(first)
        here.join("bob").close()


def keeps_a_student_to_four_sessions():
    """The fifth is told which are open, and gets in once one is closed; others and a teacher are not held up."""
    with Class("--max-sessions", "2", code="none") as here, contextlib.ExitStack() as open_ones:
        here.teach()
        for _ in range(3):
            client = Client(here, "ada")
            open_ones.callback(client.close)
            client.open()
        text = here.pane("ada", "ada", "-tt", variables="TERM=dumb")
        text.wait("What comes back")
        for fifth in (here.run("ada", "ada", options=["-tt"]), here.run("ada", "ada", options=["-tt"])):
            words = re.sub(r"\s+", " ", fifth.stdout)
            assert fifth.returncode == 75 and "nabla: a student has at most 4 sessions, and these of yours are open: full screen" in words, fifth
            assert len(re.findall(r"full screen since \d{4}-\d\d-\d\dT\d\d:\d\d from 127.0.0.0", words)) == 3, fifth
            assert len(re.findall(r"text since \S+ from 127.0.0.0", words)) == 1 and "Close one with q" in words, fifth
        bob = here.pane("bob", "bob")
        bob.wait(AT_HOME)
        assert here.run("ada", "ada", "progress").returncode == 0
        cleo = here.run("cleo", "cleo", options=["-tt"])
        assert cleo.returncode == 75 and "the class is full: at most 2 students at once" in cleo.stdout, cleo
        teacher = here.pane("teacher", "teaching", width=100)
        teacher.wait("2 here")
        teacher.close()
        text.type("quit")
        text.wait("code=0")
        text.close()
        again = here.pane("ada", "ada")
        again.wait(AT_HOME)
        leaves(again)
        leaves(bob)


def keeps_answers_through_kill():
    """An answer whose verdict is seen is in the journal, whatever happens to the server then."""
    for _ in range(KILLS):
        with Class("--lessons", str(COURSE)) as here:
            pane = here.join("ada")
            pane.keys("Enter")
            pane.wait("02 Dot product")
            pane.keys("a")
            pane.wait("try it")
            pane.keys("Down", "Down")
            eventually(lambda: re.search(r"^ ► . question 1 ", pane.screen(), re.M))
            pane.keys("Enter")
            pane.wait("", absent="try it")
            pane.type("5")
            pane.wait("paired crosswise")
            here.child.kill()
            here.child.wait()
            journal = "".join(file.read_text() for file in (here.folder / "journals").rglob("*.jsonl"))
            answer, = (line for line in map(json.loads, journal.splitlines()) if line["event"] == "answered")
            assert (answer["item"], answer["typed"], answer["right"]) == ("2.1", "5", False), answer
            pane.close()


def is_changed_while_it_is_open():
    """What nabla class does is seen by those inside; of whom it erases no byte is left."""
    with Class("--lessons", str(COURSE)) as here:
        ada, bob = here.join("Lovelace", "ada"), here.join("bob")
        ada.keys("Enter")
        ada.wait("02 Dot product")
        ada.keys("a")
        ada.wait("try it")
        ada.keys("Down", "Down")
        eventually(lambda: re.search(r"^ ► . question 1 ", ada.screen(), re.M))
        ada.keys("Enter")
        ada.wait("", absent="try it")
        ada.type("5")
        ada.wait("paired crosswise")
        assert "Lovelace,02,no,no,1,0,0,0,," in here.change("report", "--csv"), here.change("report", "--csv")
        at_home = {**here.environment, "XDG_STATE_HOME": str(here.at / "at-home"), "LANG": "C.UTF-8"}
        exported = here.run("Lovelace", "ada", "export").stdout
        for words in (["progress", "import", "-"], ["progress"]):
            near = subprocess.run([NABLA, *words, "--lessons", str(COURSE)], input=exported, capture_output=True, text=True, timeout=30,
                                  env=at_home)
        assert near.stdout == here.run("Lovelace", "ada", "progress").stdout and near.returncode == 0, near
        print_of = here.change("key", "lovelace").strip()
        assert here.change("rename", "bob", "Robert") == "bob is Robert now\n"
        assert status(here, 2), "no status"
        assert json.loads(here.change("status", "--json"))["sessions"] == 2
        fresh = here.change("code", "--new").strip()
        cleo = here.pane("cleo", "cleo")
        cleo.wait(PAGE)
        eventually(lambda: fresh in (here.folder / "class.yaml").read_text())
        time.sleep(2)  # it looks once a second
        cleo.type(CODE)
        cleo.wait("That is not the class code")
        cleo.type(fresh)
        cleo.wait(AT_HOME)
        here.change("erase", "lovelace", code=2)
        assert here.change("erase", "lovelace", "--yes") == "erased: Lovelace\n"
        ada.wait("what was kept of you here is gone")
        shell_is_as_before(ada)
        assert [line.split()[0] for line in here.change("list").splitlines()] == ["student", "cleo", "Robert"]
        kept = [file for file in here.folder.rglob("*") if file.is_file()]
        named = [str(file) for file in kept if b"lovelace" in file.read_bytes().lower()]
        assert not named, named
        # The log, for as long as it is kept, has the number, and what was right or wrong.
        known = [str(file) for file in kept if print_of.encode() in file.read_bytes()
                 or file.parent.name != "log" and b"crossed" in file.read_bytes()]
        assert not known, known
        assert "join the class first" in here.run("ada", "ada", "progress").stderr
        for pane in (ada, bob, cleo):
            pane.close()


def minds_its_host_key():
    with Class() as here:
        here.join("ada").close()
        key = here.folder / "host_key"
        first = here.first
        assert here.stop() == 0
        again = here.start()
        assert again.stdout.readline() == first, "another fingerprint"
        again.terminate()
        assert again.wait(PATIENCE) == 0
        key.chmod(0o644)
        open_to_others = here.start()
        assert open_to_others.wait(PATIENCE) == 77 and f"chmod 600 {key}" in open_to_others.stderr.read()
        key.chmod(0o600)
        key.write_text("nonsense\n")
        broken = here.start()
        assert broken.wait(PATIENCE) == 2 and "is no Ed25519 key" in broken.stderr.read()
        key.unlink()
        fresh = here.start()
        assert fresh.stdout.readline() != first
        fresh.terminate()
        fresh.wait(PATIENCE)
        assert "host key was lost" in fresh.stderr.read()


def needs_its_jars():
    with tempfile.TemporaryDirectory() as scratch:
        home = pathlib.Path(NABLA).parent.parent
        subprocess.run(["cp", "-a", str(home), f"{scratch}/nabla"], check=True)
        subprocess.run(["rm", "-r", f"{scratch}/nabla/lib/serve"], check=True)
        said = subprocess.run([f"{scratch}/nabla/bin/nabla", "serve", "--class", f"{scratch}/class"], capture_output=True, text=True,
                              timeout=30)
        assert said.returncode == 2 and "this nabla was built without serve" in said.stderr, said
        solved = subprocess.run([f"{scratch}/nabla/bin/nabla", "solve", "softmax"], capture_output=True, timeout=30)
        assert solved.returncode == 0, solved
    loaded = subprocess.run([NABLA, "solve", "softmax"], capture_output=True, text=True, timeout=30,
                            env={**os.environ, "NABLA_JAVA_OPTS": "-Xlog:class+load"}).stdout
    strangers = re.findall(r"dev\.nabla\.(?:gpt|room|store|serve)\.\S+|org\.(?:apache|slf4j|bouncycastle|postgresql)\S+", loaded)
    assert not strangers, strangers[:5]


CASES = [
    ("says how to come in; a second one, a port that is taken", says_how_to_come_in),
    ("joins by key and code, comes again", joins_by_key),
    ("RSA, ECDSA and Ed25519", knows_keys_of_every_kind),
    ("a short RSA key, alone and beside another", passes_over_a_short_rsa_key),
    ("another key by a word, once", takes_another_key_by_a_word),
    ("code and PIN; six wrong ones", lets_in_by_code_and_pin),
    ("what was wrong is said without a key", says_what_was_wrong),
    ("three words in place of a PIN", draws_three_words),
    ("words for those who have lost key or PIN", resets_who_has_lost_key_or_pin),
    ("wrong PINs are told", tells_of_wrong_pins),
    ("waiting at a full door", lets_who_comes_wait_at_a_full_door),
    ("names that are none", refuses_names),
    ("names of several scripts", joins_by_names_of_several_scripts),
    (f"a roster of {LISTED} with words, half without a key", keeps_to_a_roster),
    ("names that are on no roster, a closed class", turns_away_who_is_not_listed),
    ("key exchanges of each client", agrees_on_keys_with_each_client),
    ("a flood of names, erased and kept", asks_about_a_flood),
    ("a teacher: the class, and no names", lets_a_teacher_in),
    ("the teachers file: comments, expiry-time, from, others may write it", obeys_the_teachers_file),
    ("a figure is followed, a question voted on", shows_a_figure_and_asks),
    ("a round is opened again, a clock for the talk", opens_a_round_again_and_times_the_talk),
    ("TERM and LANG", draws_for_each_terminal),
    ("windows of every size", follows_the_window),
    ("a paste of a megabyte", takes_a_paste),
    ("own names stay in the session", keeps_own_names_to_the_session),
    ("Esc and an arrow at full load", tells_an_escape_from_what_comes_after),
    ("line by line: TERM=dumb, learn --text", tells_the_course_line_by_line),
    ("screen reader: a variable, an option, kept", tells_who_does_not_see_pictures),
    ("no terminal, no input", refuses_a_shell_without_a_terminal),
    ("lines are answered as at home, files are not read", answers_lines),
    ("sftp, scp, -L -R -D -W -A -X, variables", refuses_all_else),
    (f"{CLIENTS} clients, then SIGTERM", holds_twenty_clients),
    (f"{LOAD} of the load client, then SIGTERM", holds_two_hundred),
    (f"{LOAD} are cut off", forgets_who_is_cut_off),
    (f"{STORM} turn back half-way", forgets_who_turns_back_half_way),
    ("SIGTERM twice", ends_at_once_when_told_twice),
    ("frozen while it trains", lets_who_stops_reading_go),
    ("a login asked for anew, hundreds of channels", refuses_what_openssh_would_not_do),
    (f"{SILENT} silent sockets", lets_others_in_beside_silent_ones),
    ("full, but for a teacher and who is in", is_full),
    ("four sessions of a student, and a fifth", keeps_a_student_to_four_sessions),
    (f"kill -9, {KILLS} times", keeps_answers_through_kill),
    ("changed by nabla class while it is open", is_changed_while_it_is_open),
    ("host keys", minds_its_host_key),
    ("without lib/serve", needs_its_jars),
]

# Minutes of waiting, the longest first.
WAITING = [
    ("frozen", lets_who_is_frozen_go),
    ("idle", ends_who_types_nothing),
    ("idle, line by line", is_told_of_idling_line_by_line),
    ("guesses are slowed, right codes are heard", slows_who_guesses_and_nobody_else),
]

if __name__ == "__main__":
    sys.exit(table.run("Class over SSH", CASES, WAITING, workers=table.WORKERS + 1))
