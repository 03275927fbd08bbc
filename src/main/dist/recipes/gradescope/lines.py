"""Prints a line for `nabla check --batch` per question, with the student's answer.

Usage: lines.py QUESTIONS ANSWERS

QUESTIONS is the teacher's file. Each line is what `nabla check --batch` reads, without the answer.
ANSWERS is the student's file, with lines like `2.3: 0.5`. Only its answers are used, so it cannot change what is asked.
An answer that is missing is empty. If the file cannot be read, the reason is added as data.note.
"""

import json
import sys

MOST_BYTES = 100_000


def answers(path):
    """The answers by question; and the reason if the file cannot be read, or None."""
    try:
        with open(path, "rb") as file:
            read = file.read(MOST_BYTES + 1)
        if len(read) > MOST_BYTES:
            return {}, f"answers.txt has more than {MOST_BYTES} bytes; it needs one line per question"
        lines = read.decode("utf-8-sig").splitlines()
    except FileNotFoundError:
        return {}, "answers.txt is missing; submit a file of this name"
    except UnicodeDecodeError:
        return {}, "answers.txt is not plain text; save it as UTF-8"
    except OSError as problem:
        return {}, f"answers.txt cannot be read: {problem.strerror}"
    pairs = (line.partition(":") for line in lines)
    return {item.strip(): answer.strip() for item, _, answer in pairs}, None


given, note = answers(sys.argv[2])
with open(sys.argv[1], encoding="utf-8") as questions:
    for question in map(json.loads, questions):
        question["data"]["note"] = note
        print(json.dumps({**question, "answer": given.get(question["item"], "")}))
