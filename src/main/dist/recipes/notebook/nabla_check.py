"""Grades answers in a notebook by the program nabla, which must be on the PATH."""

import json
import subprocess


def check(item, answer, seed=0):
    """Raises an AssertionError that says what nabla says of the answer, unless it is right."""
    command = ["nabla", "check", item, f"--answer={answer}", f"--seed={seed}", "--json"]
    graded = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    # 0 is right, 4 wrong, 5 cannot be read. Any other code is a fault of the cell or of the machine.
    if graded.returncode not in (0, 4, 5):
        raise RuntimeError(graded.stdout + graded.stderr)
    said = json.loads(graded.stdout)
    assert said["verdict"] == "right", "\n".join(text for text in (said["message"] or "not yet", said["hint"]) if text)
