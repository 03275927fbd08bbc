"""nabla over SSH: a server of our own on a loopback port, with keys made for this run.

Usage: remote.py PATH/TO/bin/nabla [WORD ...]   only the faults with such a word in their name
"""

import contextlib
import getpass
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

import table
from pane import Pane, Process, eventually
from ports import free_port
from tutor import NABLA

TYPING = 0.1


class Server:
    """One sshd for all tests."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        at = pathlib.Path(self.folder.name)
        for key in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(at / key)], check=True)
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        port = free_port()
        (at / "config").write_text("\n".join([
            f"Port {port}", "ListenAddress 127.0.0.1", f"HostKey {at}/host", f"AuthorizedKeysFile {at}/user.pub",
            f"PidFile {at}/pid", "StrictModes no", "UsePAM no", "PasswordAuthentication no", "AcceptEnv LANG TERM",
            "PermitRootLogin yes", "PrintMotd no", "PrintLastLog no", "MaxStartups 50", ""]))
        sshd = shutil.which("sshd") or "/usr/sbin/sshd"
        self.port = port
        self.child = subprocess.Popen([sshd, "-D", "-e", "-f", str(at / "config")], stderr=subprocess.DEVNULL)
        self.ssh = (f"env LANG=C.UTF-8 ssh -F /dev/null -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null"
                    f" -o LogLevel=ERROR -o SendEnv=LANG -i {at}/user -p {port} {getpass.getuser()}@127.0.0.1")

        def answers():
            return subprocess.run([*self.ssh.split(), "true"], stdin=subprocess.DEVNULL, capture_output=True).returncode == 0

        assert eventually(answers), "sshd does not answer"

    def close(self):
        self.child.terminate()
        self.child.wait()
        self.folder.cleanup()

    def run(self, command, **options):
        return subprocess.run([*self.ssh.split(), command], capture_output=True, text=True, timeout=60, **options)


class Slow:
    """A way to the server over which 1,500 bytes a second come back, once it is slow."""

    def __init__(self, server):
        self.slow = False
        self.passed = 0  # bytes that have come back since it is slow
        self.port = server.port
        self.child = server.child
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.ssh = server.ssh.replace(f"-p {server.port} ", f"-p {self.listener.getsockname()[1]} ")
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        client, _ = self.listener.accept()
        far = socket.socket()
        far.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)  # as little as can be: what it holds has arrived
        far.connect(("127.0.0.1", self.port))
        threading.Thread(target=self.copy, args=(client, far, False), daemon=True).start()
        self.copy(far, client, True)

    def copy(self, source, sink, back):
        with contextlib.suppress(OSError):
            while data := source.recv(50 if back and self.slow else 65536):
                sink.sendall(data)
                if back and self.slow:
                    self.passed += len(data)
                    time.sleep(1 / 30)
        sink.close()


class Visit:
    """The tutor on the far side, in a pane on this one; its mark tells its processes from those of other tests."""

    count = 0

    def __init__(self, server, width=80, height=24, keys="v"):
        Visit.count += 1
        self.mark = f"-Dvisit={Visit.count}."
        self.pane = Pane(width, height)
        self.pane.type(server.ssh.replace("ssh ", "ssh -tt ", 1)
                       + f" 'NABLA_JAVA_OPTS={self.mark} {NABLA} learn 06'; echo code=$?")
        self.pane.wait("06 Softmax")
        self.pane.keys(keys)
        self.pane.wait("FIG.06")
        self.java = eventually(lambda: self.find(server))
        self.launcher = self.parent(self.java)
        self.client = next(child for child in self.pane.shell().below() if "-tt" in child.command())

    def find(self, server):
        return next((process for process in Process(server.child.pid).below() if self.mark in process.command()), None)

    @staticmethod
    def parent(process):
        return Process(int(process._stat()[1]))

    def opens_the_section_before(self):
        """Whose figure runs for long; keys before it is open would be lost."""
        self.pane.keys("p")
        self.pane.wait("05 Gradient descent")
        self.pane.figure()
        self.pane.wait("FIG.05")

    def session(self):
        """The sshd process that holds the pty: the first above the launcher with such a name."""
        process = self.launcher
        while "sshd" not in " ".join(process.command()):
            process = self.parent(process)
        return process

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.pane.close()

    def nothing_is_left(self):
        eventually(lambda: not self.java.alive() and not self.launcher.alive(), 1)
        left = [process.command() for process in (self.java, self.launcher) if process.alive()]
        assert not left, f"left behind after 1 s: {left}"

    def shell_is_as_before(self, code):
        self.pane.wait(f"\ncode={code}")
        self.nothing_is_left()
        self.pane.prompt()
        assert self.pane.modes() == "0 1 0", self.pane.modes()


def nudged_and_quit(server):
    with Visit(server) as visit:
        visit.pane.keys("Right")
        visit.pane.wait("2.2")
        visit.pane.keys("C-c")
        visit.shell_is_as_before(130)


def resized(server):
    with Visit(server, 120, 36, "Right") as visit:
        visit.pane.resize(80, 24)
        visit.pane.keys("v")
        visit.pane.wait("FIG.06")
        assert max(map(len, visit.pane.screen().splitlines())) <= 80
        visit.pane.resize(100, 30)
        assert eventually(lambda: max(map(len, visit.pane.screen().splitlines())) > 90), visit.pane.screen()
        visit.pane.keys("C-c")
        visit.shell_is_as_before(130)


def no_size(server):
    """A client whose input is no terminal says 0x0."""
    client = subprocess.Popen([*server.ssh.replace("ssh ", "ssh -tt ", 1).split(), f"stty size; TERM=xterm {NABLA} learn 06"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out = bytearray()
    for seen, key in ((b"Softmax", b"v"), (b"FIG.06", b"\x1b[C"), (b"went up 0.1", b"\x03")):
        while seen not in out:
            more = os.read(client.stdout.fileno(), 65536)
            assert more, out
            out += more
        client.stdin.write(key)
        client.stdin.flush()
    out += client.communicate(timeout=20)[0]
    assert client.returncode == 130 and out.startswith(b"0 0"), out[:100]
    assert "went up 0.1" in out.decode() and b"\x1b[?1049l" in out, out
    rows = [int(row) for row in re.findall(rb"\x1b\[(\d+);\d+H", out)]
    assert max(rows) == 24, f"the last row drawn is {max(rows)}"


def slow(server):
    """Keys held for 5 s; what comes after them is seen once the little that is on its way has come."""
    way = Slow(server)
    with Visit(way) as visit:
        way.slow = True
        for i in range(150):
            visit.pane.keys(("Right", "Left")[i // 15 % 2])
            time.sleep(1 / 40)
        visit.pane.keys("Left", "Left", "Left")
        released = way.passed
        visit.pane.wait("0.698", seconds=60)
        more = way.passed - released
        way.slow = False
        visit.pane.keys("C-c")
        visit.shell_is_as_before(130)
        # 2,000 to 8,000 as a rule, more where sshd waits for a processor; a nabla that does not look at its connection: 28,000.
        assert more < 20_000, f"{more} bytes come after the last key"


def signalled(server):
    with Visit(server) as visit:
        visit.java.kill("TERM")
        visit.shell_is_as_before(143)


def client_killed(name):
    def fault(server):
        with Visit(server) as visit:
            visit.client.kill(name)
            visit.nothing_is_left()

    return fault


def client_frozen(server):
    """While it is frozen the figure runs on and its bytes pile up; then the connection is closed."""
    with Visit(server) as visit:
        visit.opens_the_section_before()
        visit.pane.keys("Space")
        visit.client.kill("STOP")
        time.sleep(2)
        visit.client.kill("KILL")
        visit.nothing_is_left()


def server_frozen(server):
    """Nobody reads the pty until it is full; then whoever should have read is killed."""
    with Visit(server) as visit:
        session = visit.session()
        visit.opens_the_section_before()
        visit.pane.keys("Space")
        session.kill("STOP")
        for _ in range(20):
            visit.java.kill("WINCH")
            time.sleep(TYPING)
        session.kill("KILL")
        visit.nothing_is_left()


def thawed(server):
    """What was typed while the connection was frozen arrives, and the last picture is right."""
    with Visit(server) as visit:
        visit.session().kill("STOP")
        visit.pane.keys("Right", "Right", "Right")
        time.sleep(0.5)
        visit.session().kill("CONT")
        visit.pane.wait("2.4")
        visit.pane.keys("C-c")
        visit.shell_is_as_before(130)


def connection_cut(server):
    """The client's own escape for it."""
    with Visit(server) as visit:
        visit.pane.keys("Enter", "~", ".")
        visit.nothing_is_left()


def without_a_terminal(server):
    for command, code in (("solve softmax --json", 0), ("solve descent --eta 0.1", 0), ("show softmax --size 80x24", 0),
                          ("solve softmax --tau 0", 2), ("", 2)):
        far = server.run(f"LANG=C.UTF-8 {NABLA} {command}")
        near = subprocess.run(["env", "-i", "LANG=C.UTF-8", f"PATH={'/usr/bin:/bin'}", NABLA, *command.split()],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        assert far.returncode == near.returncode and far.returncode in (code, 2, 3), (far, near)
        assert (far.stdout, far.stderr.replace("TERM=dumb", "")) == (near.stdout, near.stderr.replace("TERM=dumb", "")), (far, near)
        assert "\x1b" not in far.stdout + far.stderr, far


def suspended(server):
    """A login that is nothing but nabla cannot be continued by anybody, so it is not stopped."""
    with Visit(server) as visit:
        visit.pane.keys("C-z")
        time.sleep(1)
        visit.pane.keys("Right")
        visit.pane.wait("2.2")
        visit.pane.keys("C-c")
        visit.shell_is_as_before(130)


FAULTS = [
    ("ssh -tt: nudged and quit", nudged_and_quit),
    ("ssh -tt: resized", resized),
    ("ssh -tt from no terminal (0x0)", no_size),
    ("keys held for 5 s where 1,500 bytes a second come back", slow),
    ("SIGTERM on the far side", signalled),
    ("Ctrl-Z where nobody could continue it", suspended),
    ("the client is killed (SIGKILL)", client_killed("KILL")),
    ("the client is killed (SIGTERM)", client_killed("TERM")),
    ("the client cuts the connection (~.)", connection_cut),
    ("the client is frozen, then killed", client_frozen),
    ("the server is frozen with the pty full, then killed", server_frozen),
    ("the connection is frozen and thaws", thawed),
    ("ssh without a terminal", without_a_terminal),
]

if __name__ == "__main__":
    serving = Server()
    try:
        sys.exit(table.run("SSH", [(name, lambda fault=fault: fault(serving)) for name, fault in FAULTS]))
    finally:
        serving.close()
