"""Drives the course of the packaged nabla in tmux, as a learner would: answers, goals, a review, and what a kill leaves of it.

Usage: course.py PATH/TO/bin/nabla [WORD ...]   only the rows with such a word in their name
"""

import json
import pathlib
import sys

import table
from pane import Pane, eventually
from tutor import AT_HOME, NABLA

COURSE = pathlib.Path(__file__).resolve().parent.parent / "resources" / "screens-course"


class Learner:
    """nabla in a pane, at the first section of a small course, and what its journal says."""

    def __init__(self, width=80, height=24, environment=""):
        self.pane = Pane(width, height, environment)
        self.open("learn 02", "02 Dot product")

    def open(self, command, seen):
        self.pane.type(f"clear; {NABLA} {command} --lessons {COURSE}; echo code=$?")
        return self.pane.wait(seen)

    def exercise(self, name):
        """Chosen in the list of all of them."""

        def chosen():
            return next((row for row in self.pane.screen().splitlines() if row.startswith((" ►", " >"))), "")

        self.pane.keys("a")
        self.pane.wait("try it")
        while f" {name} " not in (row := chosen()):
            self.pane.keys("Down")
            assert eventually(lambda: chosen() != row), row
        self.pane.keys("Enter")
        self.pane.wait("", absent="try it")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.pane.close()

    def signs(self, text):
        self.pane.tmux("send-keys", "-l", text)

    def journal(self):
        folder = self.pane.scratch / "state" / "nabla"
        return next(folder.glob("journal-of-*.jsonl"), folder / "none")

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
    """A question once wrong, which is told why; then right. Both are in the journal at once."""

    def row():
        with Learner(width, height, environment) as learner:
            learner.exercise("question 1")
            learner.signs("5")
            learner.pane.keys("Enter")
            learner.pane.wait("paired crosswise")
            wrong, = learner.wrote("answered", 1)
            assert (wrong["item"], wrong["typed"], wrong["right"]) == ("2.1", "5", False), wrong
            learner.pane.keys("C-u")
            learner.signs("1")
            learner.pane.keys("Enter")
            learner.pane.wait("worked out")
            assert learner.wrote("answered", 2)[1]["right"]
            learner.quits()

    return row


def half_an_answer():
    """Esc leaves the question; what was typed is there when it is opened again."""
    with Learner() as learner:
        learner.exercise("question 1")
        learner.signs("q? 0.4")
        learner.pane.wait("q? 0.4")
        learner.pane.escape()
        learner.pane.wait("page 1 of 2")
        learner.exercise("question 1")
        learner.pane.wait("q? 0.4")
        learner.quits()


def guesses():
    """Wrong and sure; the arrows move the figure meanwhile, and Enter leads on to it."""
    with Learner() as learner:
        learner.pane.keys("Enter")
        learner.pane.wait("Guess first")
        learner.signs("1")
        learner.pane.wait("Your guess")
        learner.pane.keys("Right", "Enter")
        learner.pane.wait("How sure are you?")
        learner.signs("3")
        screen = learner.pane.wait("a·b stays, the cosine doubles (certain)")
        assert "1.05" in screen, screen
        learner.pane.keys("Enter")
        learner.pane.wait("► play")
        answer, = learner.wrote("answered", 1)
        assert answer["predicted"] and answer["sure"] == 3 and not answer["right"], answer
        learner.quits()


def reaches_a_goal():
    """By the arrows alone; the distance falls on the way, Enter leads to the next goal and Esc to the page."""
    with Learner() as learner:
        learner.exercise("goal 1")
        learner.pane.wait("wanted exactly 90: 28.01 to go")
        learner.pane.keys(*["Down"] * 10)
        learner.pane.wait("● reached")
        reached, = learner.wrote("reached", 1)
        assert reached["goal"] == "2.g1", reached
        learner.pane.keys("Enter")
        learner.pane.wait("Goal 2 of 2")
        learner.pane.escape()
        learner.pane.wait("page 1 of 2")
        learner.quits()


def resumes_after_a_kill():
    """Section, station and values; an answer given just before it is there as well."""
    with Learner() as learner:
        learner.pane.figure()
        learner.pane.keys("Right", "Right", "Right")
        learner.pane.wait("1.15")
        assert eventually(lambda: [stood["settings"] for stood in learner.entries("stood")][-1:] == [{"a": "1.15,0.3"}]), \
            learner.entries("stood")
        learner.exercise("question 1")
        learner.signs("1")
        learner.pane.keys("Enter")
        learner.pane.wait("worked out")
        assert len(learner.wrote("stood", 2)[1]["settings"]) == 1
        learner.kills()
        learner.open("learn", AT_HOME)
        learner.pane.keys("c")
        learner.pane.wait("●○○")
        learner.pane.escape()
        learner.pane.wait("page 2 of 2")
        learner.pane.figure()
        learner.pane.wait("1.15")
        learner.quits()


def searches():
    """Places found in the text, by a word that no keyboard has a sign for."""
    with Learner() as learner:
        learner.pane.keys("/")
        learner.signs("theta")
        learner.pane.keys("Enter")
        learner.pane.wait("/theta  1 of ")
        learner.pane.keys("N")
        learner.pane.wait("/theta  2 of ")
        learner.pane.escape()
        learner.pane.wait("page 2 of 2", absent="/theta")
        learner.quits()


def reviews():
    """A question answered long ago is due: nabla review asks it, with other numbers, and says when it comes back."""
    with Learner() as learner:
        learner.exercise("question 1")
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
        learner.pane.wait("Enter show me")
        learner.pane.keys("Enter")
        learner.pane.wait("the answer", absent="Enter show me")
        learner.pane.keys("Enter")  # it was missed, so it is asked once more
        learner.pane.wait("Enter skip", absent="the answer")
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
        ("guesses before it plays, the figure under the arrows", guesses),
        ("reaches a goal with the arrows", reaches_a_goal),
        ("kill -9, then the same section, station and values", resumes_after_a_kill),
        ("searches the text", searches),
        ("reviews what was due yesterday", reviews),
    ]))
