"""nabla in a pane, and what must be left of it: nothing."""

import pathlib
import sys
import time

from pane import Pane, eventually

NABLA = str(pathlib.Path(sys.argv[1]).resolve())
HOME = pathlib.Path(NABLA).parent.parent
CLASSES = HOME.parent / "test-classes"
# The program of the test tree, which fails on demand, under the packaged launcher.
DEMO = (f"NABLA_JAVA_OPTS='-Xmx{{heap}} -Dnabla.home=demo -cp {CLASSES}:{HOME}/lib/nabla.jar:{HOME}/lib/*"
        " dev.nabla.tui.DemoProgram'")
AT_HOME = "q quit"
MODES = [b"1049", b"25", b"1000", b"1002", b"1006", b"2004", b"2026"]
OFF = {b"25": b"h"}


class Tutor:
    """nabla in a pane, with the shell as it was before."""

    def __init__(self, environment="", command=NABLA, seen=AT_HOME, keep=False):
        self.pane = pane = Pane()
        pane.type("bind 'set enable-bracketed-paste off'; set +o history; stty -a >$XDG_STATE_HOME.before; clear")
        eventually((pane.scratch / "state.before").exists)
        pane.prompt()
        pane.record()
        pane.type(f"echo the line before; {environment} {command}; echo code=$?")
        pane.wait(seen)
        self.looks = 0
        self.java = pane.java()
        self.launcher = pane.launcher()
        assert self.java and self.launcher, [process.command() for process in pane.shell().below()]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.pane.close()

    def shell_is_as_before(self, code, scrolled=False):
        pane = self.pane
        pane.wait(f"\ncode={code}")
        ended = time.monotonic()
        eventually(lambda: not pane.shell().below(), 3)
        left = [process.command() for process in pane.shell().below()]
        assert not left, f"left behind after {time.monotonic() - ended:.1f} s: {left}"
        screen = pane.prompt()
        assert scrolled or "the line before" in screen, screen
        self.terminal_is_as_before()
        return screen

    def modes_left(self):
        """The modes whose last switch among the bytes written is not the one a shell wants."""
        written = self.pane.written()
        left = []
        for mode in MODES:
            on, off = (written.rfind(b"\x1b[?" + mode + end) for end in (b"h", b"l"))
            last = b"h" if on > off else b"l"
            if max(on, off) < 0 or last != OFF.get(mode, b"l"):
                left.append((mode, last))
        return left

    def terminal_is_as_before(self):
        pane = self.pane
        pane.prompt()
        assert pane.modes() == "0 1 0", f"alternate screen, cursor, mouse: {pane.modes()}"
        # The bytes reach the file a moment after they reach the screen.
        assert eventually(lambda: not self.modes_left(), 2), f"modes are left {self.modes_left()}"
        self.looks += 1
        pane.type(f"stty -a >$XDG_STATE_HOME.after; echo lo''oked {self.looks}")
        pane.wait(f"looked {self.looks}")
        before, after = ((pane.scratch / f"state.{when}").read_text() for when in ("before", "after"))
        assert before == after, f"stty said\n{before}\nand says\n{after}"
