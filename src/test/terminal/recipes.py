"""The recipes for graders elsewhere, run as they are in share/nabla/recipes: GitHub Classroom, Gradescope, a notebook.

Usage: recipes.py PATH/TO/bin/nabla [WORD ...]   only the cases with such a word in their name
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

import table

NABLA = pathlib.Path(sys.argv[1]).resolve()
HOME = NABLA.parent.parent
RECIPES = HOME / "share" / "nabla" / "recipes"
RIGHT = "2.3: 0.72\n2.6: d\n"
WRONG = "2.3: 0.84\n2.6: a\n"
UNREADABLE = "2.3: huh\n2.6: z\n"
HOSTILE = "2.3: $(touch owned) `touch owned`; touch owned\n2.6: --help\n2.3*: 0.72\n*: d\n"
# What graders elsewhere set, and no more.
BARE = {"PATH": f"{NABLA.parent}:/usr/local/bin:/usr/bin:/bin", "JAVA_HOME": os.environ.get("JAVA_HOME", "")}


def ran(command, folder, **environment):
    # A HOME without state, so that what this machine remembers does not matter.
    environment = {**BARE, "HOME": str(folder), **environment}
    return subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


@contextlib.contextmanager
def copied(recipe):
    with tempfile.TemporaryDirectory() as scratch:
        yield pathlib.Path(shutil.copytree(RECIPES / recipe, pathlib.Path(scratch) / recipe))


def written(file, answers):
    """None is no file."""
    file.unlink(missing_ok=True)
    if isinstance(answers, str):
        answers = answers.encode()
    if answers is not None:
        file.write_bytes(answers)


def classroom(answers, *codes):
    with copied("classroom") as folder:
        if answers is not ...:
            written(folder / "answers.txt", answers)
        workflow = (folder / ".github" / "workflows" / "classroom.yml").read_text()
        commands = re.findall(r"^ +command: (.*)$", workflow, re.M)
        said = [ran(["sh", "-c", command], folder) for command in commands]
        assert tuple(one.returncode for one in said) == codes, [(one.returncode, one.stderr) for one in said]
        assert all(one.stdout or one.stderr for one in said), "a test that says nothing"
        assert not (folder / "owned").exists()
        if answers is None:
            assert all(b"answers.txt is missing" in one.stderr for one in said), said


def every_step_is_reported():
    workflow = (RECIPES / "classroom" / ".github" / "workflows" / "classroom.yml").read_text()
    steps = re.findall(r"^ +id: (.*)$", workflow, re.M)
    assert re.search("runners: (.*)", workflow)[1].split(",") == steps, workflow
    for step in steps:
        assert f'{step.upper()}_RESULTS: "${{{{steps.{step}.outputs.result}}}}"' in workflow, step


@contextlib.contextmanager
def autograder(nabla=True):
    """The folders as Gradescope lays them out; nabla is unpacked by the recipe's own setup.sh."""
    with copied("gradescope") as source:
        root = source.parent / "autograder"
        for name in ("submission", "results"):
            (root / name).mkdir(parents=True)
        shutil.move(source, root / "source")
        shutil.copy(root / "source" / "run_autograder", root)
        if nabla:
            with tarfile.open(root / "source" / "nabla-0.tar.gz", "w:gz", compresslevel=1) as archive:
                archive.add(HOME, "nabla-0")
            path = {"PATH": "/usr/local/bin:/usr/bin:/bin"}
            made = ran([root / "source" / "setup.sh"], root, AUTOGRADER=str(root), **path)
            assert made.returncode == 0, made.stderr
        yield root


def graded(root):
    return ran([root / "run_autograder"], root, AUTOGRADER=str(root), PATH="/usr/local/bin:/usr/bin:/bin")


def gradescope():
    """Points of 2.3 and 2.6, and what the student reads of both."""
    cases = [
        (RIGHT, [2, 1], "right", "right"),
        ("\ufeff" + RIGHT.replace("\n", "\r\n"), [2, 1], "right", "right"),
        ("2.3: 0.7\n2.6: d", [1, 1], "correct so far", "right"),
        (WRONG, [0, 0], "a·b", ""),
        (UNREADABLE, [0, 0], "'huh' is not a number", "'z' is none of the options"),
        ("2.6: d\n", [0, 1], "nothing was typed", "right"),
        ("", [0, 0], "nothing was typed", "nothing was typed"),
        ("2.3: \0\n2.6: " + "d" * 90_000, [0, 0], "", ""),
        (HOSTILE, [0, 0], "is not a number", "is none of the options"),
        ((RECIPES / "gradescope" / "answers.txt").read_bytes(), [0, 0], "nothing was typed", "nothing was typed"),
        (None, [0, 0], "answers.txt is missing", "answers.txt is missing"),
        (RIGHT.encode("utf-16"), [0, 0], "save it as UTF-8", "save it as UTF-8"),
        (RIGHT + "x" * 100_000, [0, 0], "more than 100000 bytes", "more than 100000 bytes"),
    ]
    with autograder() as root:
        for answers, scores, *outputs in cases:
            written(root / "submission" / "answers.txt", answers)
            run = graded(root)
            assert run.returncode == 0, (answers, run.stderr)
            given = json.loads((root / "results" / "results.json").read_text())
            assert list(given) == ["tests"], given
            assert [test["name"] for test in given["tests"]] == ["2.3", "2.6"], given
            assert [test["max_score"] for test in given["tests"]] == [2, 1], given
            assert [test["score"] for test in given["tests"]] == scores, (answers, given)
            for test, output in zip(given["tests"], outputs):
                assert output in test["output"] and test["output"], (answers, given)
            assert not list(root.rglob("owned"))


def folder_for_answers():
    with autograder() as root:
        (root / "submission" / "answers.txt").mkdir()
        assert graded(root).returncode == 0
        given = json.loads((root / "results" / "results.json").read_text())
        assert [test["output"][:28] for test in given["tests"]] == ["answers.txt cannot be read: "] * 2, given


def fault_of_the_set_up():
    """No student gets 0 points for it: there is no results.json, not even an old one, and the reason is said."""
    with autograder() as root:
        written(root / "submission" / "answers.txt", RIGHT)
        assert graded(root).returncode == 0
        with open(root / "source" / "questions.jsonl", "a") as questions:
            questions.write('{"item":"99.1","data":{"max_score":1}}\n')
        run = graded(root)
        assert run.returncode == 1 and b"questions.jsonl, line 3: unknown question '99.1'" in run.stderr, run
        assert not (root / "results" / "results.json").exists()
    with autograder(nabla=False) as root:
        written(root / "submission" / "answers.txt", RIGHT)
        run = graded(root)
        assert run.returncode == 1 and b"nabla graded 0 of 2 questions" in run.stderr, run
        assert not (root / "results" / "results.json").exists()


def notebook_says(folder, answer, item="2.3"):
    """The cells in a process of their own: without the first, which is the student's, if there is an answer."""
    cells = (folder / "cells.py").read_text()
    if answer is not ...:
        cells = f"answer_2_3 = {answer!r}\n" + cells[cells.index("# %% The teacher's"):]
    return ran([sys.executable, "-c", cells.replace('"2.3"', f'"{item}"')], folder)


def cells():
    with copied("notebook") as folder:
        for answer in (0.72, "0.72", 0.7198441, "0,72"):
            said = notebook_says(folder, answer)
            assert said.returncode == 0 and not said.stdout and not said.stderr, (answer, said.stderr)
        for answer, reason in ((0.84, "a·b"), (0.7, "three decimals"), ("huh", "'huh' is not a number"), ("", "nothing was typed"),
                               (None, "'None' is not a number"), (..., "'Ellipsis' is not a number"), ("--help", "'--help'")):
            said = notebook_says(folder, answer)
            assert said.returncode == 1, (answer, said)
            assert "AssertionError: " in said.stderr.decode() and reason in said.stderr.decode(), (answer, said.stderr)
        said = notebook_says(folder, 1, item="99.1")
        assert b"RuntimeError: " in said.stderr and b"unknown question '99.1'" in said.stderr, said.stderr


# As Otter runs such a file: by doctest, with what the notebook defines.
OTTER = """
import doctest, runpy, sys
test = runpy.run_path("tests/q2_3.py")
assert test["OK_FORMAT"]
code = test["test"]["suites"][0]["cases"][0]["code"]
example = doctest.DocTestParser().get_doctest(code, {"answer_2_3": ANSWER}, "q2_3", None, None)
sys.exit(doctest.DocTestRunner().run(example).failed)
"""


def otter():
    with copied("notebook") as folder:
        for answer, failed, reason in ((0.72, 0, ""), (0.84, 1, "a·b"), ("huh", 1, "'huh' is not a number")):
            said = ran([sys.executable, "-c", OTTER.replace("ANSWER", repr(answer))], folder, PYTHONIOENCODING="utf-8")
            assert said.returncode == failed and reason in said.stdout.decode(), said


CASES = [
    ("GitHub Classroom: right", lambda: classroom(RIGHT, 0, 0)),
    ("GitHub Classroom: right, corrected, lines of Windows, no end", lambda: classroom("2.3: 0.72\r\n2.6: a\r\n2.6: d\r\n2.3: 0.72", 0, 0)),
    ("GitHub Classroom: wrong", lambda: classroom(WRONG, 4, 4)),
    ("GitHub Classroom: unreadable", lambda: classroom(UNREADABLE, 5, 5)),
    ("GitHub Classroom: nothing typed yet", lambda: classroom(..., 5, 5)),
    ("GitHub Classroom: one answer missing", lambda: classroom("2.6: d\n", 5, 0)),
    ("GitHub Classroom: no file", lambda: classroom(None, 5, 5)),
    ("GitHub Classroom: commands and options for an answer", lambda: classroom(HOSTILE, 5, 5)),
    ("GitHub Classroom: every step is reported", every_step_is_reported),
    ("Gradescope: right, wrong, unreadable, missing", gradescope),
    ("Gradescope: a folder for a file", folder_for_answers),
    ("Gradescope: a fault of the set-up gives no points", fault_of_the_set_up),
    ("notebook: cells", cells),
    ("notebook: a test of Otter's", otter),
]

if __name__ == "__main__":
    sys.exit(table.run("Recipes for graders elsewhere", CASES))
