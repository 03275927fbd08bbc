"""What stands between nabla and the terminal: GNU screen, dtach, mosh. Esc and nudges arrive, what was detached comes back whole.

Usage: between.py PATH/TO/bin/nabla [WORD ...]   only the cases with such a word in their name
"""

import subprocess
import sys

import table
from pane import Pane, eventually, shell_is_as_before
from tutor import NABLA

UTF8 = "LANG=C.UTF-8 LC_ALL=C.UTF-8"


def plays(pane, escape="Escape"):
    """A lone Esc, as a keyboard sends it, closes the signs over the figure; an arrow nudges it."""
    pane.wait("06 Softmax")
    pane.keys("v", "?")
    pane.wait("Signs and words here")
    pane.keys(escape)
    pane.wait("FIG.06", seconds=3)
    pane.keys("Right")
    return pane.wait("2.2")


def screen():
    pane = Pane(80, 24, UTF8)
    try:
        (pane.scratch / "screens").mkdir(mode=0o700)
        within = f"SCREENDIR={pane.scratch}/screens screen -c /dev/null"
        pane.type(f"{within} -S held bash --norc --noprofile -i")
        pane.wait("ready>")
        pane.type(f"clear; {NABLA} doctor | grep mouse")
        pane.wait("in GNU screen")
        pane.type(f"{NABLA} learn 06; echo code=$?")
        plays(pane)
        assert pane.modes().endswith(" 0"), "the mouse was asked for"
        pane.keys("C-a", "d")
        pane.wait("detached")
        pane.type(f"{within} -r held")
        pane.wait("2.2", absent="detached")
        pane.keys("Left", "q", "Escape")  # home: Esc says what quits
        pane.wait("q quits")
        pane.keys("q")
        pane.wait("code=0")
        pane.asks("stty -a | tr ' ' '\\n' | grep -cxE 'echo;?|icanon;?|isig;?'", "3")
        pane.type("exit")
        pane.wait("terminating")
        shell_is_as_before(pane)
    finally:
        pane.close()


def dtach():
    pane = Pane(80, 24, UTF8)
    try:
        pane.type(f"dtach -A $XDG_STATE_HOME.held -r winch {NABLA} learn 06")
        seen = plays(pane)
        pane.keys("C-\\")
        pane.wait("detached")
        pane.type("clear")
        pane.prompt()
        pane.type("dtach -a $XDG_STATE_HOME.held -r winch")
        assert eventually(lambda: pane.screen() == seen), pane.screen()
        pane.keys("C-c")
        pane.wait("terminating")
        shell_is_as_before(pane)
    finally:
        pane.close()


def mosh():
    pane = Pane(80, 24, UTF8)
    try:
        pane.type(f"IFS=' ' read -r _ _ port key <<<$(mosh-server new -i 127.0.0.1 -- {NABLA} learn 06 2>/dev/null | grep CONNECT)")
        pane.type("MOSH_KEY=$key mosh-client 127.0.0.1 $port")
        plays(pane)
        pane.resize(100, 30)
        assert eventually(lambda: max(map(len, pane.screen().splitlines())) > 90), pane.screen()
        pane.keys("C-c")
        pane.wait("mosh is exiting")
        shell_is_as_before(pane)
    finally:
        pane.close()


if __name__ == "__main__":
    sys.exit(table.run("Between", [("GNU screen: Esc, detached, attached again", screen), ("dtach", dtach), ("mosh", mosh)]))
