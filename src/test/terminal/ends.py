"""Whatever ends nabla, the shell is as before; and what job control does to it.

Usage: ends.py PATH/TO/bin/nabla [WORD ...]   only the faults with such a word in their name
"""

import os
import shutil
import signal
import sys
import time

import table
from pane import Pane, eventually
from tutor import AT_HOME, DEMO, NABLA, Tutor

def key(name):
    def act(tutor):
        tutor.pane.keys(name)

    return act


def to_java(name):
    return lambda tutor: tutor.java.kill(name)


def to_launcher(name):
    return lambda tutor: tutor.launcher.kill(name)


def to_group(name):
    return lambda tutor: tutor.launcher.kill_group(name)


def ends(act, code, says=""):
    def fault():
        with Tutor() as tutor:
            act(tutor)
            screen = tutor.shell_is_as_before(code)
            assert says in "".join(screen.splitlines()), screen

    return fault


def first_millisecond_to_last(name):
    """A signal at any moment from the start on, before there is anything to give back and while it is taken."""

    def fault():
        for millis in range(0, 300, 60):
            pane = Pane()
            try:
                pane.record()
                pane.type("stty -a >$XDG_STATE_HOME.before; " + NABLA)
                launcher = pane.launcher()
                time.sleep(millis / 1000)
                launcher.kill(name)
                assert eventually(lambda: not launcher.alive(), 2), f"after {millis} ms: it lives"
                pane.prompt()
                pane.type("echo code=$?")
                pane.wait(f"\ncode={128 + getattr(signal, 'SIG' + name)}")
                assert pane.modes() == "0 1 0", f"after {millis} ms: {pane.modes()}"
                pane.type("stty -a >$XDG_STATE_HOME.after; echo lo''oked")
                pane.wait("looked")
                before, after = ((pane.scratch / f"state.{when}").read_text() for when in ("before", "after"))
                assert before == after, f"after {millis} ms: {after}"
            finally:
                pane.close()

    return fault


def gives_up_at_the_start():
    """A java that is told to end while it starts may end with 1."""
    pane = Pane()
    try:
        java = pane.scratch / "jdk" / "bin" / "java"
        java.parent.mkdir(parents=True)
        java.write_text("#!/bin/sh\ntrap 'exit 1' TERM\nwhile :; do sleep 0.1; done\n")
        java.chmod(0o755)
        pane.type(f"JAVA_HOME={java.parent.parent} {NABLA}")
        launcher = pane.launcher()
        time.sleep(0.5)
        launcher.kill("INT")
        pane.prompt()
        pane.type("echo code=$?")
        pane.wait("\ncode=130")
    finally:
        pane.close()


def quit_makes_no_dump():
    with Tutor() as tutor:
        tutor.java.kill("QUIT")
        time.sleep(0.3)
        tutor.pane.keys("C-\\")
        time.sleep(0.1)
        screen = tutor.pane.screen()
        assert AT_HOME in screen and "tid=" not in screen, screen
        tutor.pane.keys("q")
        tutor.shell_is_as_before(0)


def ctrl_c_at_the_start(options):
    """A start that takes its time, here with 20 MB of journal, is ended by the key at once."""

    def fault():
        pane = Pane()
        try:
            (pane.scratch / "state" / "nabla").mkdir(parents=True)
            entry = '{"at":"2025-01-01T00:00:00Z","event":"read","section":"%02d"}\n'
            (pane.scratch / "state" / "nabla" / "journal.jsonl").write_text("".join(entry % (i % 8) for i in range(330_000)))
            pane.type(f"stty -a >$XDG_STATE_HOME.before; NABLA_JAVA_OPTS={options} {NABLA}")
            launcher = pane.launcher()
            time.sleep(0.4)
            pane.keys("C-c")
            assert eventually(lambda: not launcher.alive(), 1), "it lives"
            pane.prompt()
            pane.type("echo code=$?; stty -a >$XDG_STATE_HOME.after; echo lo''oked")
            assert "\ncode=130" in pane.wait("looked"), pane.screen()
            before, after = ((pane.scratch / f"state.{when}").read_text() for when in ("before", "after"))
            assert before == after, after
        finally:
            pane.close()

    return fault


def keeps_the_place(act):
    def fault():
        tutor, _ = at_softmax()
        with tutor:
            act(tutor)
            tutor.pane.prompt()
            tutor.pane.type("clear; " + NABLA)
            tutor.pane.wait(AT_HOME)
            tutor.pane.keys("c")
            tutor.pane.wait("2.2")

    return fault


def slow_stty(seconds, says):
    """From the stop on, stty takes so long."""

    def fault():
        tutor = Tutor("PATH=${XDG_STATE_HOME%/*}:$PATH")
        with tutor:
            pane = tutor.pane
            (pane.scratch / "stty").write_text(f"#!/bin/sh\n[ ! -e {pane.scratch}/slow ] || sleep {seconds}\nexec {shutil.which('stty')} $*\n")
            (pane.scratch / "stty").chmod(0o755)
            pane.keys("C-z")
            suspended(tutor)
            (pane.scratch / "slow").touch()
            pane.type("clear; fg; echo code=$?")
            assert says in pane.wait(says, seconds=seconds + 5)
            (pane.scratch / "slow").unlink()
            if "cannot" not in says:
                pane.keys("q")
            # The launcher gives the terminal back once more, by an stty that may have begun before.
            pane.wait("\ncode=", seconds=seconds + 5)
            tutor.shell_is_as_before(129 if "cannot" in says else 0, scrolled=True)

    return fault


def faulty(name, says, code=70, heap="64m"):
    def fault():
        with Tutor(DEMO.format(heap=heap), seen="demo 80x24") as tutor:
            tutor.pane.keys(name)
            screen = tutor.shell_is_as_before(code)
            assert says in "".join(screen.splitlines()) and "Exception in thread" not in screen and "\tat " not in screen, screen

    return fault


def input_ends():
    """A raw pty cannot end its input and live; a pipe can, and the program of the test tree does not ask whether it is one."""
    lasting = "until [ -e $XDG_STATE_HOME.over ]; do sleep 0.1; done | "
    with Tutor(lasting + DEMO.format(heap="64m"), seen="demo 80x24") as tutor:
        (tutor.pane.scratch / "state.over").touch()
        tutor.shell_is_as_before(129)


def hangs_up(act):
    def fault():
        with Tutor() as tutor:
            processes = [tutor.java, tutor.launcher]
            act(tutor.pane)
            eventually(lambda: not any(process.alive() for process in processes), 1)
            left = [process.command() for process in processes if process.alive()]
            assert not left, left

    return fault


def keys_reach_the_shell_after(leaving):
    """What comes in one read with the key is lost, so on a busy machine the key must have been read before more is typed."""

    def fault():
        for millis in (30, 60, 120, 240):
            with Tutor() as tutor:
                tutor.pane.keys(leaving)
                time.sleep(millis / 1000)
                tutor.pane.keys_are_read()
                tutor.pane.type("echo ty''ped")
                tutor.pane.wait("\ntyped", seconds=3)
                tutor.terminal_is_as_before()

    return fault


def suspended(tutor):
    tutor.pane.wait("Stopped")
    assert eventually(lambda: tutor.java.stopped() and tutor.launcher.stopped(), 2), "something still runs"
    tutor.terminal_is_as_before()


def resumed(tutor, picture):
    tutor.pane.type("fg")
    screen = eventually(lambda: tutor.pane.screen() if tutor.pane.screen() == picture else None, 5)
    assert screen, f"wanted\n{picture}\ngot\n{tutor.pane.screen()}"
    assert tutor.pane.modes() == "1 0 1", tutor.pane.modes()


def at_softmax():
    tutor = Tutor(command=NABLA + " learn 06", seen="06 Softmax")
    tutor.pane.figure()
    tutor.pane.wait("FIG.06")
    tutor.pane.keys("Right")
    tutor.pane.wait("2.2")
    time.sleep(0.1)
    return tutor, tutor.pane.screen()


def stops(act, rounds=1):
    def fault():
        tutor, picture = at_softmax()
        with tutor:
            for _ in range(rounds):
                act(tutor)
                suspended(tutor)
                resumed(tutor, picture)
            quits(tutor)

    return fault


def quits(tutor):
    tutor.pane.keys("C-c")
    tutor.pane.prompt()
    tutor.pane.type("echo code=$?")
    tutor.shell_is_as_before(130, scrolled=True)


def background_and_foreground():
    tutor, picture = at_softmax()
    with tutor:
        tutor.pane.keys("C-z")
        suspended(tutor)
        for _ in range(2):
            tutor.pane.type("bg")
            assert eventually(lambda: tutor.java.stopped(), 3), "it runs in the background"
            tutor.pane.keys("Enter")
            tutor.terminal_is_as_before()
        resumed(tutor, picture)
        tutor.pane.keys("Right")
        tutor.pane.wait("2.3")
        quits(tutor)


def resized_while_stopped():
    tutor, picture = at_softmax()
    with tutor:
        tutor.pane.keys("C-z")
        suspended(tutor)
        tutor.pane.resize(100, 30)
        tutor.pane.type("fg")
        tutor.pane.wait("2.2", absent="Stopped")
        wide = tutor.pane.screen()
        assert max(map(len, wide.splitlines())) > 80, wide
        tutor.pane.keys("C-z")
        tutor.pane.wait("Stopped")
        tutor.pane.prompt()
        tutor.pane.resize(80, 24)
        resumed(tutor, picture)
        quits(tutor)


def continued_without_a_stop():
    tutor, picture = at_softmax()
    with tutor:
        tutor.java.kill("CONT")
        time.sleep(0.3)
        assert tutor.pane.screen() == picture, tutor.pane.screen()
        tutor.java.kill("STOP")
        assert eventually(tutor.java.stopped, 2)
        tutor.java.kill("CONT")
        tutor.pane.keys("Right")
        tutor.pane.wait("2.3")
        tutor.pane.keys("C-c")
        tutor.shell_is_as_before(130)


def killed_while_stopped(name):
    def fault():
        tutor, _ = at_softmax()
        with tutor:
            tutor.pane.keys("C-z")
            suspended(tutor)
            tutor.pane.type(f"kill -{name} %1")
            assert eventually(lambda: not tutor.java.alive() and not tutor.launcher.alive(), 3), "it still lives"
            time.sleep(0.3)
            tutor.pane.keys("Enter")  # the shell says when it has died only before its next prompt
            tutor.terminal_is_as_before()

    return fault


def launcher_dies():
    """java hears of it and gives the terminal back; the shell has gone on meanwhile, so its prompt may have been wiped away."""
    with Tutor() as tutor:
        tutor.launcher.kill("KILL")
        assert eventually(lambda: not tutor.java.alive(), 1), "java still lives"
        tutor.pane.keys("Enter")
        tutor.pane.prompt()
        tutor.terminal_is_as_before()


SIGNALS = ["HUP", "INT", "TERM", "USR1"]
ENDS = [
    ("q", ends(key("q"), 0)),
    ("Ctrl-C", ends(key("C-c"), 130)),
    *((f"SIG{name} to java", ends(to_java(name), 128 + getattr(signal, "SIG" + name))) for name in SIGNALS),
    *((f"SIG{name} to the launcher", ends(to_launcher(name), 128 + getattr(signal, "SIG" + name)))
      for name in [*SIGNALS, "QUIT"]),
    *((f"SIG{name} to both", ends(to_group(name), 128 + getattr(signal, "SIG" + name))) for name in [*SIGNALS, "QUIT"]),
    ("SIGQUIT to java and Ctrl-\\: no dump on the screen", quit_makes_no_dump),
    ("SIGTERM at any moment of the start", first_millisecond_to_last("TERM")),
    ("SIGINT at any moment of the start", first_millisecond_to_last("INT")),
    ("SIGINT to a java that gives up at the start", gives_up_at_the_start),
    ("Ctrl-C where java takes its time", ctrl_c_at_the_start("-Xint")),
    ("Ctrl-C where java does not start", ctrl_c_at_the_start("'-XX:+PauseAtStartup -XX:PauseAtStartupFile='$XDG_STATE_HOME.pause")),
    ("the place is kept after Ctrl-C", keeps_the_place(key("C-c"))),
    ("the place is kept after SIGHUP to the launcher", keeps_the_place(to_launcher("HUP"))),
    ("the place is kept after SIGTERM to java", keeps_the_place(to_java("TERM"))),
    ("kill -9 of java", ends(to_java("KILL"), 137, "has been given back")),
    ("kill -9 of the launcher", launcher_dies),
    ("SIGABRT to java", ends(to_java("ABRT"), 134, "has been given back")),
    ("an exception in the UI thread", faulty("x", "IllegalStateException: asked to fail")),
    ("an exception in another thread", faulty("X", "asked to fail elsewhere")),
    ("OutOfMemoryError thrown in the UI thread", faulty("O", "OutOfMemoryError: asked for too much")),
    ("OutOfMemoryError: the heap is too small for one object", faulty("M", "OutOfMemoryError: Java heap space")),
    ("OutOfMemoryError in another thread", faulty("N", "nabla: ", code="")),
    ("OutOfMemoryError: the heap is full and stays full", faulty("F", "java has ended", 134)),
    ("StackOverflowError in the UI thread", faulty("S", "StackOverflowError")),
    ("the input ends", input_ends),
    ("the terminal hangs up (its window is closed)", hangs_up(lambda pane: pane.tmux("kill-pane"))),
    ("the terminal hangs up (its server is killed)", hangs_up(lambda pane: os.kill(
        int(pane.tmux("display-message", "-p", "#{pid}")), signal.SIGKILL))),
]
# One at a time: they go by the clock.
AHEAD = [
    ("keys typed 30 to 240 ms after q reach the shell", keys_reach_the_shell_after("q")),
    ("keys typed 30 to 240 ms after Ctrl-Z reach the shell", keys_reach_the_shell_after("C-z")),
]
JOBS = [
    ("Ctrl-Z, fg, twice: the screen is exact", stops(key("C-z"), 2)),
    ("Ctrl-Z, bg, bg, fg", background_and_foreground),
    ("resized while stopped", resized_while_stopped),
    ("SIGTSTP to java", stops(to_java("TSTP"))),
    ("SIGTSTP to the launcher", stops(to_launcher("TSTP"))),
    ("SIGTSTP to both", stops(to_group("TSTP"), 2)),
    ("SIGCONT without a stop, SIGSTOP and SIGCONT", continued_without_a_stop),
    ("fg where stty takes 2.5 s", slow_stty(2.5, AT_HOME)),
    ("fg where stty takes 11 s: it says so and ends", slow_stty(11, "the terminal cannot be taken again")),
    ("SIGTERM while stopped", killed_while_stopped("TERM")),
    ("SIGKILL while stopped", killed_while_stopped("KILL")),
]

if __name__ == "__main__":
    failed = [table.run(*each) for each in (("Ends", ENDS), ("Typing ahead", AHEAD, (), 1), ("Job control", JOBS))]
    sys.exit(max(failed))
