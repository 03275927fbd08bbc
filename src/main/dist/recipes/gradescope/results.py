"""Turns what `nabla check --batch --points ...` prints into Gradescope's results.json, on standard output.

Usage: results.py QUESTIONS

For each line of nabla, Gradescope gets a test:

    name       the question, like 2.3
    max_score  data.max_score of the question
    score      that times the points nabla gives for the verdict
    output     what nabla says of the answer, and its hint

Exits 1 without a result if a question could not be graded: then the set-up is at fault, not the student.
"""

import json
import sys

WITHOUT_MESSAGE = {"right": "right", "so_far": "correct so far", "wrong": "not yet", "unreadable": "cannot be read"}


def test(line):
    data = line["data"]
    said = [data["note"] or line["message"] or WITHOUT_MESSAGE[line["verdict"]], line["hint"]]
    return {
        "name": line["item"],
        "score": line["points"] * data["max_score"],
        "max_score": data["max_score"],
        "output": "\n".join(text for text in said if text),
    }


lines = [json.loads(line) for line in sys.stdin.buffer]
for line in lines:
    if "error" in line:
        sys.exit(f"questions.jsonl, line {line['line']}: {line['error']['message']}")
with open(sys.argv[1], encoding="utf-8") as questions:
    asked = sum(1 for _ in questions)
if len(lines) != asked:
    sys.exit(f"nabla graded {len(lines)} of {asked} questions; see above for the reason")
print(json.dumps({"tests": [test(line) for line in lines]}, indent=1))
