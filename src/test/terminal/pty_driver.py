"""nabla on a pty, xterm.js as its screen, and an oracle that knows what must stand there. Python's standard library only."""

import base64
import errno
import fcntl
import json
import os
import pathlib
import pty
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent.parent
TARGET = PROJECT / "target"
HOME = TARGET / "nabla"
PATIENCE = 15


class Lines:
    """A child that takes a line and may answer with one."""

    def __init__(self, command, **options):
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                      encoding="utf-8", **options)

    def tell(self, line):
        self.child.stdin.write(line + "\n")

    def ask(self, line):
        self.tell(line)
        self.child.stdin.flush()
        answer = self.child.stdout.readline()
        assert answer, f"no answer to {line}"
        return json.loads(answer)

    def close(self):
        try:
            self.child.stdin.close()
        except BrokenPipeError:
            pass  # it has died, and somebody has noticed
        self.child.wait(timeout=PATIENCE)


class Screens(Lines):
    """All terminals of a test run, in one node."""

    def __init__(self):
        modules = str(TARGET / "xterm" / "node_modules")
        super().__init__(["node", str(HERE / "xterm.js"), "serve"], env={**os.environ, "NODE_PATH": modules})
        self.count = 0

    def order(self, **order):
        self.tell(json.dumps(order))


class Oracle(Lines):
    """The tutor without a terminal: see Replay.java."""

    def __init__(self):
        path = os.pathsep.join([str(TARGET / "test-classes"), str(TARGET / "classes"), str(HOME / "lib" / "*")])
        lessons = str(HOME / "lessons")
        super().__init__(["java", "-XX:TieredStopAtLevel=1", "-cp", path, "dev.nabla.tui.Replay", lessons])

    def show(self):
        return self.ask("show")


class Nabla:
    """The packaged program on a pty of its own. What it writes is fed to a terminal of `screens` whenever we wait."""

    def __init__(self, screens, width=80, height=24, section="06", told=None, environment=None, baud=None):
        """`told` is the size that the pty says, if it is another one than the terminal's; `baud` its speed, 38400 if None."""
        self.screens, self.width, self.height = screens, width, height
        self.folder = tempfile.mkdtemp(prefix="nabla-pty-")
        self.written = bytearray()
        self.ended = False
        self.code = None
        screens.count += 1
        self.id = screens.count
        screens.order(do="open", id=self.id, width=max(2, width), height=height)  # xterm.js has no smaller one
        arguments = [str(HOME / "bin" / "nabla"), "learn"] + ([section] if section != "home" else [])
        full = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": self.folder,
                "XDG_STATE_HOME": self.folder, "XDG_CONFIG_HOME": self.folder, **(environment or {})}
        for name in ("NO_COLOR", "COLORTERM", "COLORFGBG"):
            full.pop(name, None)
        size = told or (width, height)
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                if baud:
                    modes = termios.tcgetattr(0)
                    termios.tcsetattr(0, termios.TCSANOW, [*modes[:4], baud, baud, modes[6]])
                os.execve(arguments[0], arguments, full)
            finally:
                os._exit(127)
        os.set_blocking(self.master, False)

    # --- output

    def read(self, most=65536):
        """What is there now, fed to the terminal."""
        try:
            data = os.read(self.master, most)
        except BlockingIOError:
            return b""
        except OSError as gone:
            assert gone.errno == errno.EIO, gone
            data = b""
        if not data:
            self.ended = True
        self.take(data)
        return data

    def take(self, data):
        if data:
            self.written += data
            self.screens.order(do="write", id=self.id, bytes=base64.b64encode(data).decode())

    def pump(self, seconds):
        """Reads for so long."""
        deadline = time.monotonic() + seconds
        while not self.ended:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.master], [], [], left)[0]:
                return
            self.read()

    def quiet(self, seconds=0.15):
        """Reads until nothing has come for so long."""
        while not self.ended and select.select([self.master], [], [], seconds)[0]:
            self.read()

    def until(self, mark, start=0):
        """Reads until these bytes have been written."""
        deadline = time.monotonic() + PATIENCE
        while mark not in self.written[start:]:
            assert time.monotonic() < deadline and not self.ended, f"no {mark!r} in {bytes(self.written[-500:])!r}"
            if select.select([self.master], [], [], 0.1)[0]:
                self.read()

    def screen(self):
        return self.screens.ask(json.dumps({"do": "show", "id": self.id}))

    def text(self):
        return "\n".join(row.rstrip() for row in self.screen()["rows"])

    def shows(self, expected, patience=PATIENCE):
        """Waits until every cell is as expected; returns the seconds it took."""
        start = time.monotonic()
        while True:
            seen = self.screen()
            assert seen["answers"] == "", f"the terminal has been asked, it says {seen['answers']!r}"
            if same(expected, seen):
                return time.monotonic() - start
            if time.monotonic() - start > patience or self.ended:
                raise AssertionError(difference(expected, seen))
            self.pump(0.02)

    # --- input

    def send(self, data, reading=True):
        """Types; reads meanwhile, because a terminal does so too."""
        view = memoryview(data.encode() if isinstance(data, str) else data)
        deadline = time.monotonic() + 4 * PATIENCE
        while view:
            assert time.monotonic() < deadline, "the input is not taken"
            ready = select.select([self.master] if reading else [], [self.master], [], 1)
            if ready[0]:
                self.read()
            if ready[1]:
                try:
                    view = view[os.write(self.master, view[:4096]):]
                except BlockingIOError:
                    time.sleep(0.01)

    def resize(self, width, height):
        self.width, self.height = width, height
        self.screens.order(do="resize", id=self.id, width=max(2, width), height=height)
        self.tell_size(width, height)

    def tell_size(self, width, height):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    # --- process

    def java(self):
        """The id of the JVM: the launcher's child, or the launcher itself."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for pid in [self.pid, *children(self.pid)]:
                if pathlib.Path(f"/proc/{pid}/comm").read_text().strip() == "java":
                    return pid
            time.sleep(0.02)
        raise AssertionError("no java")

    def exit_code(self, patience=5):
        """Waits for the end, reading the rest; None if it does not come."""
        deadline = time.monotonic() + patience
        while self.code is None and time.monotonic() < deadline:
            self.pump(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code

    def close(self):
        """Whatever happened, nothing is left behind."""
        try:
            if self.code is None:
                family = [*children(self.pid), self.pid]
                for pid in family:
                    try:
                        os.kill(pid, signal.SIGKILL)
                    except ProcessLookupError:
                        pass
                os.waitpid(self.pid, 0)
        finally:
            os.close(self.master)
            self.screens.order(do="close", id=self.id)
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *fault):
        self.close()


def same(expected, seen):
    if len(expected["rows"][0]) == 1:
        return expected["rows"] == [row[:1] for row in seen["rows"]]
    return expected["rows"] == seen["rows"] and expected["inks"] == seen["inks"]


def children(pid):
    try:
        return [int(word) for word in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def difference(expected, seen):
    lines = ["the screen differs (what must stand there, then what does):"]
    if len(expected["rows"]) != len(seen["rows"]):
        lines.append(f"{len(expected['rows'])} rows, {len(seen['rows'])} rows")
    for part in ("rows", "inks"):
        for y, (one, other) in enumerate(zip(expected[part], seen[part])):
            if one != other:
                lines += [f"{part} {y:3} {one.rstrip()}", f"         {other.rstrip()}"]
    return "\n".join(lines[:40])
