"""A shell in a tmux of its own, with what runs in it and what is left behind. Python's standard library only."""

import array
import fcntl
import os
import pathlib
import signal
import struct
import subprocess
import tempfile
import termios
import time

PATIENCE = 30


def eventually(condition, seconds=PATIENCE):
    """The first true value of the condition, or its last one. The longer it takes, the less often it is asked: that costs a process."""
    begun = time.monotonic()
    while not (value := condition()) and (waited := time.monotonic() - begun) < seconds:
        time.sleep(min(max(waited / 10, 0.02), 0.2))
    return value


class Process:
    """A process by its id; a zombie has ended."""

    def __init__(self, pid):
        self.pid = pid

    def _stat(self):
        try:
            return pathlib.Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return ["Z", "0"]

    def alive(self):
        return self._stat()[0] != "Z"

    def stopped(self):
        return self._stat()[0] == "T"

    def command(self):
        try:
            return pathlib.Path(f"/proc/{self.pid}/cmdline").read_text(errors="replace").split("\0")
        except OSError:
            return [""]

    def kill(self, name):
        os.kill(self.pid, getattr(signal, "SIG" + name))

    def kill_group(self, name):
        os.killpg(os.getpgid(self.pid), getattr(signal, "SIG" + name))

    def below(self):
        """All descendants, parents first."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if entry.name.isdigit() and Process(int(entry.name))._stat()[1] == str(self.pid):
                found += [child := Process(int(entry.name)), *child.below()]
        return found


class Pane:
    """One shell in one tmux server of its own, and every byte that was written to its terminal."""

    def __init__(self, width=80, height=24, environment="", shell="bash --norc --noprofile -i"):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)  # who is hung up writes down where they stand
        self.scratch = pathlib.Path(self.folder.name)
        self.socket = os.path.join(self.folder.name, "tmux")
        self.bytes_file = self.scratch / "bytes"
        inner = f"env {environment} XDG_STATE_HOME={self.folder.name}/state PS1='ready> ' {shell}"
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height), inner)
        self.tmux("set-option", "-g", "default-terminal", "tmux-256color")
        self.tmux("set-option", "-g", "remain-on-exit", "on")
        self.prompt()

    def tmux(self, *arguments):
        command = ["tmux", "-u", "-S", self.socket, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def keys(self, *names):
        for name in names:
            self.tmux("send-keys", name)

    def escape(self):
        """As CSI u, since a plain escape may begin more."""
        self.tmux("send-keys", "-l", "\x1b[27u")

    def figure(self):
        """From a text to its figure."""
        self.keys("v")

    def type(self, line):
        self.tmux("send-keys", "-l", line)
        self.tmux("send-keys", "Enter")

    def screen(self):
        return self.tmux("capture-pane", "-p")

    def resize(self, width, height):
        self.tmux("resize-window", "-x", str(width), "-y", str(height))

    def _line(self):
        return os.open(self.tmux("display-message", "-p", "#{pane_tty}").strip(), os.O_RDWR | os.O_NOCTTY)

    def keys_are_read(self):
        """Waits until the program has read all that was typed."""
        line = self._line()
        unread = array.array("i", [0])
        assert eventually(lambda: fcntl.ioctl(line, termios.FIONREAD, unread) == 0 and unread[0] == 0), "keys are not read"
        os.close(line)

    def say_sizes(self, sizes):
        """One every three milliseconds, and the terminal is as large as before."""
        line = self._line()
        for width, height in sizes:
            fcntl.ioctl(line, termios.TIOCSWINSZ, struct.pack("4H", height, width, 0, 0))
            time.sleep(0.003)
        os.close(line)

    def record(self):
        """From now on every byte written to the terminal is kept."""
        self.tmux("pipe-pane", "-O", f"exec cat >'{self.bytes_file}'")
        eventually(self.bytes_file.exists)

    def written(self):
        return self.bytes_file.read_bytes()

    def wait(self, wanted, absent=None, seconds=PATIENCE):
        def there():
            screen = self.screen()
            return screen if wanted in screen and (absent is None or absent not in screen) else None

        screen = eventually(there, seconds)
        assert screen, f"waited for {wanted!r}, the screen says:\n{self.screen()}"
        return screen

    def prompt(self):
        """Waits until the shell is ready for the next command."""
        screen = eventually(lambda: self.screen() if self.screen().split()[-1:] == ["ready>"] else None)
        assert screen, f"no prompt, the screen says:\n{self.screen()}"
        return screen

    def asks(self, command, wanted):
        """Runs a command in the shell and waits for its answer."""
        self.type("clear")
        self.prompt()
        self.type(command + " | sed 's/^/answer /'")
        return self.wait("answer " + wanted)

    def modes(self):
        """Alternate screen, visible cursor, mouse."""
        return self.tmux("display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}").strip()

    def shell(self):
        return Process(int(self.tmux("display-message", "-p", "#{pane_pid}")))

    def launcher(self):
        return self._child(lambda command: command[0].endswith("sh") and command[1:2] and command[1].endswith("/nabla"))

    def java(self):
        return self._child(lambda command: any(word.startswith("-Dnabla.home=") for word in command))

    def _child(self, fits):
        return eventually(lambda: next((child for child in self.shell().below() if fits(child.command())), None))

    def close(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True)
        self.folder.cleanup()


def shell_is_as_before(pane):
    """Primary screen, echo, cooked mode, cursor."""
    assert pane.modes() == "0 1 0", pane.modes()
    pane.asks("stty -a | tr ' ' '\\n' | grep -cxE 'echo;?|icanon;?|isig;?|ixon;?|icrnl;?'", "5")
