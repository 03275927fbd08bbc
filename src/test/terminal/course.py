"""Drives the course of the packaged nabla in tmux, as a learner would: answers, goals, a review, and what a kill leaves of it.

Usage: course.py PATH/TO/bin/nabla [WORD ...]   only the rows with such a word in their name
"""

import json
import pathlib
import sys

import table
from pane import Pane, eventually

NABLA = str(pathlib.Path(sys.argv[1]).resolve())


class Learner:
    """nabla in a pane, and what its journal says."""

    def __init__(self, arguments, seen, width=80, height=24, environment=""):
        self.pane = Pane(width, height, environment)
        self.open(arguments, seen)

    def open(self, arguments, seen):
        self.pane.type(f"clear; {NABLA} {arguments}; echo code=$?")
        return self.pane.wait(seen)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.pane.close()

    def signs(self, text):
        self.pane.tmux("send-keys", "-l", text)

    def journal(self):
        return self.pane.scratch / "state" / "nabla" / "journal.jsonl"

    def entries(self, event):
        """The entries of one kind, once the last line of the journal is whole."""
        journal = self.journal()
        lines = journal.read_text().splitlines() if journal.exists() else []
        return [entry for entry in map(json.loads, lines) if entry["event"] == event]

    def wrote(self, event, count):
        assert eventually(lambda: len(self.entries(event)) == count), self.entries(event)
        return self.entries(event)

    def kills(self):
        self.pane.java().kill("KILL")
        self.pane.wait("code=137")
        self.pane.prompt()

    def quits(self):
        self.pane.keys("C-c")
        self.pane.wait("code=130")
        self.pane.prompt()


def answers(width, height, environment=""):
    """The first question of section 02: once wrong, which names the mistake; then right. Both are in the journal at once."""

    def row():
        with Learner("learn 02", "02 Dot product", width, height, environment) as learner:
            if width >= 120:
                learner.pane.skip()
            learner.pane.keys("a")
            learner.pane.wait("Enter check")
            learner.signs("5")
            learner.pane.keys("Enter")
            learner.pane.wait("The entries were paired crosswise.")
            wrong, = learner.wrote("answered", 1)
            assert (wrong["item"], wrong["typed"], wrong["right"]) == ("2.1", "5", False), wrong
            learner.pane.keys("C-u")
            learner.signs("1")
            learner.pane.keys("Enter")
            learner.pane.wait("Right, it is 1.")
            assert learner.wrote("answered", 2)[1]["right"]
            learner.quits()

    return row


def half_an_answer():
    """Esc leaves the question; what was typed is there when it is opened again."""
    with Learner("learn 02", "02 Dot product") as learner:
        learner.pane.keys("a")
        learner.pane.wait("Enter check")
        learner.signs("q? 0.4")
        learner.pane.wait("q? 0.4")
        learner.pane.tmux("send-keys", "-l", "\x1b[27u")
        learner.pane.wait("lines below")
        learner.pane.keys("a")
        learner.pane.wait("q? 0.4")
        learner.quits()


def predicts():
    """Wrong and sure; the arrows then move the figure, and its rule keeps both answers."""
    with Learner("learn 06", "06 Softmax") as learner:
        learner.pane.keys("v")
        learner.pane.wait("Before you play")
        learner.signs("1")
        learner.pane.keys("Enter")
        learner.pane.wait("How sure are you?")
        learner.signs("3")
        learner.pane.wait("you 1 (sure) · is 0.76")
        learner.pane.keys("Enter")
        learner.pane.wait("─ you 1 (sure) · is 0.76 ─")
        learner.pane.keys("Right")
        learner.pane.wait("2.2")
        answer, = learner.wrote("answered", 1)
        assert answer["predicted"] and answer["sure"] == 3 and not answer["right"], answer
        learner.quits()


def reaches_a_goal():
    """By the arrows alone; the distance falls on the way, and leaving lists the goals, then gives the figure back."""
    with Learner("learn 02", "02 Dot product") as learner:
        learner.pane.figure()
        learner.pane.keys("G")
        learner.pane.wait("goals on the figure")
        learner.pane.keys("Enter")
        learner.pane.wait("wanted exactly 90: 28.01 to go")
        learner.pane.keys(*["Down"] * 10)
        learner.pane.wait("● reached")
        reached, = learner.wrote("reached", 1)
        assert reached["goal"] == "2.g1", reached
        learner.pane.tmux("send-keys", "-l", "\x1b[27u")
        learner.pane.wait("goals on the figure")
        learner.pane.tmux("send-keys", "-l", "\x1b[27u")
        learner.pane.wait("0.30)", absent="reached")
        learner.quits()


def resumes_after_a_kill():
    """Section, figure and values; an answer given just before it is there as well."""
    with Learner("learn 02", "02 Dot product") as learner:
        learner.pane.figure()
        learner.pane.keys("Right", "Right", "Right")
        learner.pane.wait("1.15")
        assert eventually(lambda: [stood["settings"] for stood in learner.entries("stood")][-1:] == [{"a": "1.15,0.3"}]), \
            learner.entries("stood")
        learner.pane.keys("a")
        learner.pane.wait("Enter check")
        learner.signs("1")
        learner.pane.keys("Enter")
        learner.pane.wait("Right, it is 1.")
        learner.kills()
        learner.open("", "You left off here, with a = 1.15,0.3")
        learner.pane.keys("c")
        learner.pane.skip()
        learner.pane.wait("1.15")
        learner.pane.keys("a")
        learner.pane.wait("●○○")
        learner.quits()


def searches():
    """Places found in the text, by a word that no keyboard has a sign for."""
    with Learner("learn 06", "06 Softmax") as learner:
        learner.pane.keys("/")
        learner.signs("tau")
        learner.pane.keys("Enter")
        learner.pane.wait("/tau  1 of ")
        learner.pane.keys("N")
        learner.pane.wait("/tau  2 of ")
        learner.pane.tmux("send-keys", "-l", "\x1b[27u")
        learner.pane.wait("lines below", absent="/tau")
        learner.quits()


def reviews():
    """A question answered long ago is due: nabla review asks it, with other numbers, and says when it comes back."""
    with Learner("learn 02", "02 Dot product") as learner:
        learner.pane.keys("a")
        learner.pane.wait("Enter check")
        learner.signs("5")
        learner.pane.keys("Enter")
        answer, = learner.wrote("answered", 1)
        learner.quits()
        journal = learner.journal()
        journal.write_text(journal.read_text().replace(answer["at"], "2020-01-01T10:00:00Z"))
        learner.open("review", "1 to go")
        learner.signs("1000")
        learner.pane.keys("Enter")
        learner.pane.wait("How sure are you?")
        learner.signs("1")
        learner.pane.wait("Enter goes on")
        learner.pane.keys("Enter")
        learner.pane.wait("0 of 1 right")
        learner.pane.wait("comes back tomorrow")
        learner.quits()


if __name__ == "__main__":
    sys.exit(table.run("course", [
        ("answers wrong on purpose, then right, at 80x24", answers(80, 24)),
        ("answers wrong on purpose, then right, at 120x36", answers(120, 36)),
        ("answers wrong on purpose, then right, at 60x20 in ASCII", answers(60, 20, "LC_ALL=C LANG=C")),
        ("answers wrong on purpose, then right, without colours", answers(80, 24, "NO_COLOR=1")),
        ("half an answer is there on return", half_an_answer),
        ("predicts before the figure opens", predicts),
        ("reaches a goal with the arrows", reaches_a_goal),
        ("kill -9, then the same section, figure and values", resumes_after_a_kill),
        ("searches the text", searches),
        ("reviews what was due yesterday", reviews),
    ]))
