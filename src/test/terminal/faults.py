"""Size, input and output faults against the packaged nabla on a pty. Every cell of the screen is compared with the oracle's.

Usage: faults.py [NAME...]   where a NAME is a part of a fault's name; without one all are staged
       faults.py --timed     those that measure time, which need the machine to themselves; --untimed the others
"""

import base64
import os
import pty
import random
import signal
import subprocess
import sys
import termios
import time

from pty_driver import HOME, Nabla, Oracle, Screens, cpu_seconds, same

ESC = "\x1b"
FAULTS = []


def fault(group, name, timed=False):
    """Registers a fault; what it returns is printed behind its name."""

    def register(function):
        FAULTS.append((group, name, timed, function))
        return function

    return register


class Play:
    """A running nabla and the oracle, told the same things."""

    def __init__(self, stage, width=80, height=24, section="06", keys="v", **options):
        self.oracle = stage.oracle
        self.oracle.tell(f"start {section} {width}x{height}")
        self.nabla = Nabla(stage.screens, width, height, section, **options)
        self.nabla.until(b"\x1b[?2026l")
        self.agrees()
        for key in keys:
            self.type(key)
            self.agrees()  # a key typed while a slow figure is prepared is dropped

    def type(self, key):
        """A printable key."""
        self.gets(key, f"key {key}")

    def gets(self, sent, *meaning):
        self.nabla.send(sent)
        self.means(*meaning)

    def means(self, *meaning):
        for line in meaning:
            self.oracle.tell(line)

    def agrees(self, patience=15):
        return self.nabla.shows(self.oracle.show(), patience)

    def survives(self, sent, *meaning, quiet=0.0):
        """The screen is what the meaning says, and the next plain key is understood."""
        self.gets(sent, *meaning)
        if quiet:
            self.nabla.pump(quiet)
        self.agrees()
        self.next_key()

    def next_key(self):
        self.type(".")
        self.agrees()

    def __enter__(self):
        return self

    def __exit__(self, *fault):
        self.nabla.close()


class Stage:
    def __init__(self):
        self.screens = Screens()
        self.oracle = Oracle()

    def play(self, *arguments, **options):
        if self.oracle.child.poll() is not None:
            self.oracle = Oracle()
        return Play(self, *arguments, **options)

    def close(self):
        self.screens.close()
        self.oracle.close()


# --- size


def starts_at(width, height):
    @fault("size", f"start at {width}x{height}")
    def starts(stage):
        for section, keys in (("home", ""), ("05", "v"), ("06", "v.")):
            with stage.play(width, height, section, keys) as play:
                play.nabla.resize(80, 24)
                play.means("size 80x24")
                play.agrees()


@fault("size", "start at 0x0, as ssh -tt without a terminal sends: taken as 80x24")
def start_without_a_size(stage):
    with stage.play(told=(0, 0)) as play:
        play.next_key()
        play.nabla.resize(100, 30)
        play.means("size 100x30")
        play.agrees()
        play.nabla.tell_size(0, 0)
        play.means("size 80x24")
        play.nabla.screens.order(do="resize", id=play.nabla.id, width=80, height=24)
        play.agrees()


for size in ((1, 1), (20, 5), (40, 10), (59, 19), (500, 200)):
    starts_at(*size)


@fault("size", "storm of 200 resizes while keys are typed: no key lost, last frame exact")
def storm_of_resizes(stage):
    chance = random.Random(3)
    with stage.play() as play:
        for _ in range(200):
            play.nabla.resize(chance.randint(1, 200), chance.randint(1, 60))
            play.type(".")
            play.nabla.pump(0.005)
        play.nabla.resize(120, 40)
        play.means("size 120x40")
        play.agrees()


@fault("size", "resize during the first frame, at 8 moments")
def resize_during_the_first_frame(stage):
    for attempt in range(8):
        stage.oracle.tell("start 06 101x31")
        stage.oracle.tell("size 101x31")
        with Nabla(stage.screens, 200, 50) as nabla:
            if attempt < 4:
                nabla.until(b"\x1b[?1049h")
            else:
                nabla.pump(0.12 * (attempt - 3))
            time.sleep(0.001 * attempt)
            nabla.resize(101, 31)
            nabla.shows(stage.oracle.show())


@fault("size", "smaller and back within one frame, 50 times")
def there_and_back(stage):
    with stage.play() as play:
        for _ in range(50):
            play.nabla.resize(40, 10)
            play.nabla.resize(80, 24)
        play.type(".")
        play.agrees()


# --- input


def one_of_three(play):
    """Time decides where a sequence ends, and a machine may stall. A fault of ours comes back each time. Says why it failed before."""
    told = []
    for left in (2, 1, 0):
        try:
            told.insert(0, play())
            break
        except AssertionError as why:
            if not left:
                raise
            told.append(f"failed before: {str(why).partition(chr(10))[0]:.60}")
    return "; ".join(filter(None, told))


def escape_split(millis):
    @fault("input", f"escape sequence split by {millis} ms", timed=True)
    def split(stage):
        return one_of_three(lambda: arrow_split(stage, millis))


def arrow_split(stage, millis):
    with stage.play() as play:
        for _ in range(3):
            if millis >= 40:
                play.type("?")  # for a key Esc that leads back here, not home
            play.nabla.send(ESC)
            time.sleep(millis / 1000)
            play.nabla.send("[C")
            if millis < 40:
                play.oracle.tell("key Right")
                try:
                    play.agrees(2)
                except AssertionError:
                    if millis < 30:
                        raise
                    return "taken for the key Esc once, as the line was slower"
            else:
                play.means("key Esc", "key [", "key C")
                play.agrees()
                play.agrees()
        play.next_key()


# 40 ms are the bound. A stall of the machine shortens a split: what lies above the bound must bear one.
for millis in (5, 20, 39, 150):
    escape_split(millis)


@fault("input", "all arrows with Shift, Ctrl, Alt and all together")
def arrows_with_held_keys(stage):
    with stage.play() as play:
        for held in range(1, 9):
            names = ("Ctrl+" if held - 1 & 4 else "") + ("Alt+" if held - 1 & 2 else "") + ("Shift+" if held - 1 & 1 else "")
            for final, name in zip("ABCD", ("Up", "Down", "Right", "Left")):
                play.survives(f"{ESC}[1;{held}{final}", f"key {names}{name}")


@fault("input", "application cursor mode, and the arrows of rxvt")
def application_cursor_mode(stage):
    with stage.play() as play:
        for final, name in zip("ABCD", ("Up", "Down", "Right", "Left")):
            play.survives(f"{ESC}O{final}", f"key {name}")
            play.survives(f"{ESC}[{final.lower()}", f"key Shift+{name}")


@fault("input", "CR and LF are one Enter each")
def line_ends(stage):
    with stage.play(section="05") as play:
        for end in ("\r", "\n"):
            for running in (True, False):
                play.nabla.send(end)
                play.nabla.quiet(0.3) if not running else play.nabla.pump(0.4)
                before = len(play.nabla.written)
                play.nabla.pump(0.4)
                assert (len(play.nabla.written) > before) == running, f"{end!r}: running is not {running}"
            play.gets("r", "key r")
        play.next_key()


@fault("input", "SGR mouse: press, drag, release, wheel, up to column 400")
def mouse_far_right(stage):
    with stage.play(420, 50, keys="") as play:
        for row in range(0, 50, 6):
            for column in (0, 60, 130, 222, 223, 300, 399):
                at, told = f"{column} {row}", f"{column + 1};{row + 1}"
                play.gets(f"{ESC}[<0;{told}M", f"mouse PRESS {at}")
                play.gets(f"{ESC}[<32;{column + 4};{row + 1}M", f"mouse DRAG {column + 3} {row}")
                play.gets(f"{ESC}[<0;{told}m", f"mouse RELEASE {at}")
                play.gets(f"{ESC}[<64;{told}M", f"mouse WHEEL_UP {at}")
                play.gets(f"{ESC}[<65;{told}M{ESC}[<65;{told}M", f"mouse WHEEL_DOWN {at}", f"mouse WHEEL_DOWN {at}")
            play.agrees()
        play.next_key()


@fault("input", "mouse release outside, drag outside, unknown buttons")
def mouse_outside(stage):
    with stage.play(120, 36, keys="") as play:
        for row in range(0, 36, 2):
            play.gets(f"{ESC}[<0;70;{row + 1}M", f"mouse PRESS 69 {row}")
            play.gets(f"{ESC}[<32;9999;{row + 1}M", f"mouse DRAG 9998 {row}")
            play.gets(f"{ESC}[<32;0;0M", "mouse DRAG 0 0")
            play.gets(f"{ESC}[<0;99999;9999m", "mouse RELEASE 99998 9998")
            play.gets(f"{ESC}[<32;80;{row + 1}M", f"mouse DRAG 79 {row}")
        for button in (1, 2, 3, 35, 66, 67, 128, 131, 9999, 99999):
            play.survives(f"{ESC}[<{button};70;10M{ESC}[<{button};70;10m")
        play.survives(f"{ESC}[<0;1;1;1M{ESC}[<;;M{ESC}[<-1;5;5M{ESC}[M !!{ESC}[M\xa0\xff\xff")


@fault("input", "bracketed paste of 1 MB, also with escape sequences inside")
def paste(stage):
    with stage.play() as play:
        start = time.monotonic()
        play.survives(f"{ESC}[200~" + "hello q\r\n" * (1 << 17) + f"{ESC}[201~")
        evil = f"{ESC}[C{ESC}]0;title\x07{ESC}[200~\x1a{ESC}[?1049l{ESC}[20" + "\x00\x9bC"
        play.survives(f"{ESC}[200~" + evil * 30000 + f"{ESC}[201~")
        play.survives(f"{ESC}[200~never ended", quiet=2.2)
        play.survives(f"{ESC}[201~{ESC}[201~")
        return f"{time.monotonic() - start:.1f} s"


@fault("input", "focus in and out")
def focus(stage):
    with stage.play() as play:
        play.survives(f"{ESC}[I")
        play.survives(f"{ESC}[O")
        play.survives(f"{ESC}[O{ESC}[I" * 500)


@fault("input", "replies to DA1, DA2, DSR, CPR, OSC 11, OSC 52, DECRQM, XTVERSION, kitty")
def replies(stage):
    with stage.play() as play:
        for reply in (
            "[?62;22c", "[?6c", "[>41;354;0c", "[0n", "[24;80R", "[1;1R", "[?1;1R", "[?2026;2$y", "[?0u", "[8;24;80t",
            "]11;rgb:1e1e/1e1e/1e1e\x07", "]11;rgb:1e1e/1e1e/1e1e\x1b\\", "]10;rgba:ff/ff/ff/ff\x1b\\", "]52;c;cQ==\x07",
            "P>|XTerm(379)\x1b\\", "P1+r544e=787465726d\x1b\\", "P!|00000000\x1b\\", "_Gi=1;OK\x1b\\", "[?997;1n",
        ):
            play.survives(ESC + reply)


@fault("input", "CSI-u keys")
def csi_u(stage):
    with stage.play() as play:
        for sent, meaning in (
            ("46u", "key ."), ("46;1u", "key ."), ("44;1u", "key ,"), ("9;2u", "key Shift+Tab"), ("9u", "key Tab"),
            ("32u", "key Space"), ("57441;2u", None), ("97;5u", None), ("46;1:3u", None), ("0u", None),
            ("99999999999u", None), ("1114112u", None), ("55296u", None), ("46:62:46;1u", None), ("27;2;13~", None),
        ):
            play.survives(f"{ESC}[{sent}", *([meaning] if meaning else []))


@fault("input", "unknown CSI, OSC, DCS, SS3 and two-byte escapes")
def unknown_sequences(stage):
    with stage.play() as play:
        for sent in (
            "[99~", "[1;99C", "[=5;6z", "[?25h", "[2J", "[31m", "[1;2;3;4;5;6;7;8;9p", "[ @", "[!p", "[[F", "[[Z", "OY",
            "Oj", "]0;title\x07", "]8;;file:///etc/passwd\x1b\\", "]999\x07", "Pq#0;2;0;0;0\x1b\\", "^private\x1b\\", "Xstart\x1b\\",
            "_apc\x1b\\", "c", "7", "(B", "#8", "%G",
        ):
            play.survives(ESC + sent, quiet=0.06)


@fault("input", "unterminated CSI, OSC, DCS, APC, paste start: forgotten when the line is quiet")
def unterminated_sequences(stage):
    with stage.play() as play:
        for sent in ("[1;", "[<0;1", "[?", "]11;rgb:", "]0;" + "x" * 70000, "Pabc", "_abc", "^abc", "Xabc", "[200", "[M!", "O1;"):
            play.survives(ESC + sent, quiet=0.4)


@fault("input", "8-bit C1 controls mean nothing")
def eight_bit_controls(stage):
    with stage.play() as play:
        play.survives(bytes(range(0x80, 0xa0)))
        for opener in b"\x90\x98\x9b\x9d\x9e\x9f\x8f":
            play.survives(bytes([opener]) + b".", "key .")
            play.survives(chr(opener) + ".", "key .")


@fault("input", "invalid and split UTF-8")
def broken_characters(stage):
    with stage.play() as play:
        for sent in (b"\xc3(", b"\xc0\xaf", b"\xe2\x88", b"\xf5\x80\x80\x80", b"\x80\xbf", b"\xed\xa0\x80", b"\xf0\x9f\x98",
                     b"\xff\xfe", b"\xe0\x80\x80", b"\xf4\x90\x80\x80"):
            play.survives(sent, quiet=0.06)
            play.survives(sent + b".", "key .")
        for part in (b"\xe2", b"\x88", b"\x87", b"\xf0\x9f", b"\x98\x80"):
            play.nabla.send(part)
            time.sleep(0.01)
        play.agrees()
        play.next_key()


@fault("input", "NUL, and the other control bytes that mean nothing")
def control_bytes(stage):
    with stage.play() as play:
        play.survives(b"\0" * 1000)
        play.survives(b"\x01\x02\x04\x05\x06\x07\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1c\x1d\x1e\x1f")


@fault("input", "300 kB of random bytes, seeded")
def random_bytes(stage):
    return one_of_three(lambda: noise(stage))


def noise(stage):
    """Whatever may leave the figure (q, a, i, Ctrl-C, Ctrl-Z, Esc and Backspace as keys and the like) or runs a clock (Enter) is left out; the rest is decoded by the oracle too."""
    chance = random.Random(11)
    leaving = set(b"q\x03\x1a\r\n\x1b\x08\x7f" + b"gknpvm?ail/\x8d\x9b\x8f\x90\x98\x9d\x9e\x9f")
    safe = [c for c in range(256) if c not in leaving]
    with stage.play() as play:
        for _ in range(3):
            noise = bytearray()
            while len(noise) < 100_000:
                noise += bytes(chance.choices(safe, k=chance.randint(1, 60)))
                start = chance.choice((b"\x1b[", b"\x9b", b"\x1b]", b"\x1bP", b"\x1b[<", b"\x1b[1;"))
                middle = bytes(chance.choices(b"0123456789;:<=>? ", k=chance.randint(0, 90)))
                noise += start + middle + (b"\x1b\\" if start in (b"\x1b]", b"\x1bP") else b"y")
            play.nabla.send(bytes(noise))
            play.nabla.quiet()
            play.means("bytes " + base64.b64encode(bytes(noise)).decode())
            play.agrees(patience=120)  # each of a thousand y leaves the screen and takes it again by stty
            play.next_key()


@fault("input", "10,000 arrow keys at once: the last state is right, and there within a second", timed=True)
def ten_thousand_arrows(stage):
    with stage.play() as play:
        play.gets(f"{ESC}[C" * 6000 + f"{ESC}[D" * 4000, "key Right 6000", "key Left 4000")
        sent = time.monotonic()
        play.type(".")
        play.agrees()
        took = time.monotonic() - sent
        assert took < 1, f"{took:.2f} s"
        frames = play.nabla.written.count(b"\x1b[?2026h")
        assert frames < 2000, f"{frames} frames"
        return f"{took * 1000:.0f} ms after the last, {frames} frames"


@fault("input", "ESC [ and 50,000 digits: bounded CPU")
def fifty_thousand_digits(stage):
    with stage.play() as play:
        java = play.nabla.java()
        before = cpu_seconds(java)
        play.survives(f"{ESC}[" + "7" * 50_000 + "A")
        play.survives(f"{ESC}[" + "7" * 50_000, quiet=0.4)
        spent = cpu_seconds(java) - before
        assert spent < 1, f"{spent:.2f} s of CPU"
        return f"{spent * 1000:.0f} ms of CPU"


# --- output


@fault("output", "a reader that stops for 10 s: no queue, newest frame wins, no key lost", timed=True)
def reader_stops(stage):
    with stage.play(120, 40, keys="") as play:
        java = play.nabla.java()
        for _ in range(300):
            play.nabla.send("m.", reading=False)
            play.means("key m", "key .")
            time.sleep(10 / 300)
        resident = memory(java)
        before = len(play.nabla.written)
        spent = cpu_seconds(java)
        time.sleep(0.3)
        assert cpu_seconds(java) - spent < 0.1, "it is busy while nobody reads"
        took = play.agrees(3)
        play.nabla.quiet()
        came = bytes(play.nabla.written[before:])
        frames = came.count(b"\x1b[?2026h")
        assert len(came) < 200_000 and resident < 200_000, f"{len(came)} bytes, {resident} kB"
        assert took < 1, f"{took:.2f} s"
        play.next_key()
        return f"600 keys, then {frames} frames, {len(came)} bytes, the newest after {took * 1000:.0f} ms"


@fault("output", "keys held for 5 s on a line of 1,500 bytes a second that says 9600 baud: over a second after the last", timed=True)
def slow_line(stage):
    """A nudge costs 240 bytes; what has been written and not read runs on."""
    with stage.play(keys="", baud=termios.B9600) as play:
        play.type("v")
        play.agrees()

        def tick():
            time.sleep(1 / 30)
            play.nabla.read(50)

        before = len(play.nabla.written)
        for i in range(5 * 30):
            sent, name = ((f"{ESC}[C", "Right"), (f"{ESC}[D", "Left"))[i // 20 % 2]
            play.nabla.send(sent, reading=False)
            play.means(f"key {name}")
            tick()
        released, wanted = time.monotonic(), play.oracle.show()
        while not same(wanted, play.nabla.screen()):
            assert time.monotonic() < released + 20, "it does not come"
            tick()
        took = time.monotonic() - released
        frames = play.nabla.written[before:].count(b"\x1b[?2026h")
        assert took < 1.5, f"{took:.1f} s, {frames} frames"
        return f"{took:.1f} s, {frames} frames"


def memory(pid):
    with open(f"/proc/{pid}/status") as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1])


@fault("output", "stdout closed from the start: a message, no trace, no process left")
def stdout_closed(stage):
    ends_well(stage, ">&-")


@fault("output", "stdout is /dev/full")
def stdout_full(stage):
    ends_well(stage, ">/dev/full")


@fault("output", "stdout is a pipe that nobody reads")
def stdout_is_a_broken_pipe(stage):
    ends_well(stage, "| true")


@fault("output", "solve and show: SIGPIPE is 141 and silence, /dev/full and a closed stdout a message and 74")
def batch_output(stage):
    nabla = str(HOME / "bin" / "nabla")
    for command in ("solve descent --steps 4000 --path --json", "show descent --size 500x200"):
        silent = bash(f"'{nabla}' {command} | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}")
        assert silent.returncode == 141 and silent.stderr == "", f"{command}: {silent}"
        for where in (">/dev/full", ">&-"):
            loud = bash(f"'{nabla}' {command} {where}")
            assert loud.returncode == 74 and "nabla: " in loud.stderr and "\tat " not in loud.stderr, f"{command} {where}: {loud}"


def bash(command):
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)


# What the launcher writes after any end that is not known to be a good one.
RESTORE = f"{ESC}[?2026l{ESC}[0m{ESC}[?2004l{ESC}[?1006l{ESC}[?1002l{ESC}[?1000l{ESC}[?25h{ESC}[?1049l"


def ends_well(stage, redirection):
    """On a terminal, but with its output elsewhere: it says so or draws nothing, and gives up by itself."""
    pid, master = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp("bash", ["bash", "-c", f"stty -a >&2; '{HOME}/bin/nabla' learn 06 {redirection}; echo code $? >&2; stty -a >&2"])
    said = b""
    try:
        while True:
            data = os.read(master, 65536)
            if not data:
                break
            said += data
    except OSError:
        pass
    _, status = os.waitpid(pid, 0)
    os.close(master)
    text = said.decode(errors="replace")
    assert "code " in text and "\tat " not in text and "Exception" not in text, text
    assert ESC not in text.replace(RESTORE, ""), text
    states = [line for line in text.splitlines() if "icanon" in line or " echo " in line]
    assert len(states) % 2 == 0 and states[: len(states) // 2] == states[len(states) // 2:], text


@fault("output", "the terminal goes away in the middle of a frame: exit within a second, no message", timed=True)
def hung_up_while_writing(stage):
    nabla = Nabla(stage.screens, 120, 40)
    try:
        nabla.until(b"\x1b[?2026l")
        java = nabla.java()
        for _ in range(100):
            nabla.send("m", reading=False)
        time.sleep(0.3)
        os.close(nabla.master)
        deadline = time.monotonic() + 2
        while os.path.exists(f"/proc/{java}") and time.monotonic() < deadline:
            time.sleep(0.02)
            try:
                pid, status = os.waitpid(nabla.pid, os.WNOHANG)
                if pid:
                    nabla.code = os.waitstatus_to_exitcode(status)
            except ChildProcessError:
                break
        assert not os.path.exists(f"/proc/{java}"), "it is still there after 2 s"
    finally:
        nabla.master = os.open("/dev/null", os.O_RDONLY)
        nabla.close()


def main(wanted):
    stage = Stage()
    verdicts = []
    for group, name, timed, function in FAULTS:
        if not any(part in name or part == ("--timed" if timed else "--untimed") for part in wanted or [""]):
            continue
        start = time.monotonic()
        try:
            note = function(stage) or ""
            verdict = "passed"
        except (AssertionError, OSError, subprocess.SubprocessError) as broken:
            note, verdict = "", f"FAILED\n{type(broken).__name__} {broken}"
        verdicts.append(verdict)
        print(f"{group:7} {name:90} {verdict} {note and f'({note})'} {time.monotonic() - start:.1f} s", flush=True)
    stage.close()
    failed = len([verdict for verdict in verdicts if verdict != "passed"])
    print(f"faults of size, input, output: {len(verdicts) - failed} passed, {failed} failed")
    return 1 if failed or not verdicts else 0


sys.exit(main(sys.argv[1:]))
