"""Drives the packaged nabla in tmux, as a learner would, and checks what stands on the screen and in the shell afterwards.

Usage: terminal.py PATH/TO/bin/nabla
"""

import os
import subprocess
import sys

from pane import Pane, shell_is_as_before
from tutor import AT_HOME, NABLA


def leaves(pane):
    """Home, and out."""
    pane.keys("q")
    pane.wait(AT_HOME)
    pane.keys("q")


def opens_nudges_and_quits(width, height):
    pane = Pane(width, height)
    try:
        pane.type("echo before; " + NABLA + "; echo code $?")
        pane.wait(AT_HOME)
        pane.keys("Down", "Enter")
        pane.wait("q home")
        # A section that opens late drops the keys pressed before it.
        for heading in ("01 The three branches", "02 Dot product", "03 Matrix multiplication", "04 Derivative", "05 Gradient descent",
                        "06 Softmax"):
            pane.keys("n")
            pane.wait(heading)
        pane.figure()
        pane.wait("FIG.06")
        pane.wait("0.757")
        pane.keys("Up")
        pane.wait("► τ")
        pane.keys("Left", "Left")
        pane.wait("0.90")
        pane.wait("sharpens")
        pane.keys("p")
        pane.figure()
        pane.wait("FIG.05")
        pane.keys("Right", "Space")
        pane.wait("0.41")
        pane.wait("L fell by")
        pane.resize(70, 22)
        pane.wait("L fell by")
        assert max(len(line) for line in pane.screen().splitlines()) <= 70
        pane.resize(50, 14)
        pane.wait("learning rate is 0.41")
        pane.resize(width, height)
        pane.wait("L fell by")
        leaves(pane)
        screen = pane.prompt()
        assert "before" in screen and "FIG.05" not in screen and "\ncode 0" in screen, screen
        shell_is_as_before(pane)
    finally:
        pane.close()


def opens_at_80x24():
    opens_nudges_and_quits(80, 24)


def opens_at_60x20():
    opens_nudges_and_quits(60, 20)


def shows_text_beside_the_figure_at_120x36():
    pane = Pane(120, 36)
    try:
        pane.type(NABLA + " learn 06")
        screen = pane.wait("FIG.06")
        assert "06 Softmax" in screen, screen
        pane.keys("Right")
        pane.wait("2.2")
        pane.keys("u")
        pane.wait("2.1", absent="2.2")
        pane.keys("y")
        pane.wait("nabla solve softmax")
        pane.keys("C-c")
        pane.prompt()
        shell_is_as_before(pane)
    finally:
        pane.close()


def draws_ascii_under_lang_c():
    pane = Pane(80, 24, "LC_ALL=C LANG=C")
    try:
        pane.type(NABLA + " learn 05")
        pane.wait("05 Gradient descent")
        pane.figure()
        screen = pane.wait("> eta learning rate")
        assert all(ord(sign) < 127 for sign in screen), screen
        leaves(pane)
        pane.prompt()
        shell_is_as_before(pane)
    finally:
        pane.close()


def keeps_the_focus_visible_without_colour():
    pane = Pane(80, 24, "NO_COLOR=1")
    try:
        pane.type(NABLA + " learn 06")
        pane.wait("06 Softmax")
        pane.figure()
        pane.wait("► z₁")
        escapes = pane.tmux("capture-pane", "-p", "-e")
        assert "7m" in escapes and "\x1b[38;5;" not in escapes, escapes
        pane.keys("C-c")
        pane.prompt()
    finally:
        pane.close()


def suspends_and_comes_back():
    pane = Pane(80, 24)
    try:
        pane.type(NABLA + " learn 06")
        pane.wait("06 Softmax")
        pane.figure()
        pane.wait("0.757")
        pane.keys("C-z")
        pane.wait("Stopped")
        shell_is_as_before(pane)
        pane.resize(100, 30)
        pane.type("fg")
        pane.wait("0.757", absent="Stopped")
        pane.keys("Right")
        pane.wait("2.2")
        leaves(pane)
        pane.prompt()
        shell_is_as_before(pane)
    finally:
        pane.close()


def gives_the_terminal_back_when_it_is_killed():
    """SIGINT goes to the launcher only: a child in the background of a shell is deaf to it."""
    for signal, whom, code in (
        ("TERM", Pane.java, 143),
        ("HUP", Pane.java, 129),
        ("KILL", Pane.java, 137),
        ("TERM", Pane.launcher, 143),
        ("INT", Pane.launcher, 130),
    ):
        pane = Pane(80, 24)
        try:
            pane.type(NABLA + " learn 06; echo code $?")
            pane.wait("06 Softmax")
            whom(pane).kill(signal)
            screen = pane.prompt()
            assert f"code {code}" in screen, screen
            shell_is_as_before(pane)
        finally:
            pane.close()


def run(arguments, environment=None, stdin=subprocess.DEVNULL):
    full = {**os.environ, **(environment or {})}
    return subprocess.run([NABLA, *arguments], capture_output=True, text=True, env=full, stdin=stdin, timeout=60)


def prints_the_outline_without_a_terminal():
    result = run([])
    assert result.returncode == 2, result
    assert "06  Softmax" in result.stdout and "needs a terminal" in result.stderr, result
    assert "\x1b" not in result.stdout + result.stderr


def tells_the_course_on_a_dumb_terminal():
    pane = Pane(80, 40, "TERM=dumb")
    try:
        pane.type("TERM=dumb " + NABLA)
        pane.wait("else can be typed")
        pane.wait("06 Softmax")
        pane.type("quit")
        pane.prompt()
        pane.asks(f"TERM=dumb {NABLA} >/dev/null 2>&1; echo code $?", "code 2")
    finally:
        pane.close()


def answers_in_a_pipe():
    result = run(["solve", "softmax", "--logits", "-1,0.5", "--json"], {"LC_ALL": "C"})
    assert result.returncode == 0 and '"op":"softmax"' in result.stdout and result.stderr == "", result
    descent = "solve descent --eta 0.18 --start -2.5,1.5 --curvature 0.6,2.2 --steps 100000 --path"
    closed = subprocess.run(["bash", "-c", f"{NABLA} {descent} | head -1; echo ${{PIPESTATUS[0]}}"],
                            capture_output=True, text=True, timeout=60)
    assert closed.stdout.splitlines()[-1] == "141" and closed.stderr == "", closed
    full = subprocess.run(["bash", "-c", f"{NABLA} solve softmax >/dev/full"], capture_output=True, text=True, timeout=60)
    assert full.returncode == 74 and "cannot write" in full.stderr and "at dev.nabla" not in full.stderr, full


TESTS = [
    prints_the_outline_without_a_terminal,
    answers_in_a_pipe,
    tells_the_course_on_a_dumb_terminal,
    opens_at_80x24,
    opens_at_60x20,
    shows_text_beside_the_figure_at_120x36,
    draws_ascii_under_lang_c,
    keeps_the_focus_visible_without_colour,
    suspends_and_comes_back,
    gives_the_terminal_back_when_it_is_killed,
]


def main():
    failed = 0
    for test in TESTS:
        try:
            test()
            verdict = "passed"
        except (AssertionError, subprocess.SubprocessError) as fault:
            failed += 1
            verdict = f"FAILED\n{fault}"
        print(f"{test.__name__.replace('_', ' '):50} {verdict}", flush=True)
    print(f"{len(TESTS) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
