"""Nothing foreign reaches the terminal as an escape sequence: lessons, options, names of files, environment variables.

Usage: hostile.py PATH/TO/bin/nabla [WORD ...]   only the faults with such a word in their name
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import table
from pane import Pane, eventually
from tutor import HOME, NABLA

# Conceal, a title and its BEL, the same by C1, a change of direction, marks of it, the end of a line: nabla writes none of them.
PAYLOADS = ["\x1b[8m", "\x1b]0;owned\x07", "\x9b8m", "\x9d0;owned\x9c", "\u202e", "\u2066", "\u200f", "\u2028", "\x07", "\x08", "\r"]
HOSTILE = "X" + "X".join(PAYLOADS) + "X"
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
# A backspace is how the pen steps to the left; one out of a text has become a question mark before it reaches the pen.
OURS = re.compile(r"\x1b\[(?:[0-9;]*[mHJKABCD]|\?(?:1049|25|1000|1002|1006|2004|2026)[hl])|\x08")
SCRATCH = tempfile.TemporaryDirectory()
ROOT = pathlib.Path(SCRATCH.name)


def harmless(text, colored=False):
    rest = OURS.sub("", text) if colored else text
    assert "\x1b[8m" not in text, ascii(text)
    found = STEERING.search(rest)
    assert not found, f"{ascii(found[0])} in {ascii(rest[max(0, found.start() - 40):found.end() + 40])}"


def says(*arguments, program=NABLA, **environment):
    result = subprocess.run([program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, timeout=60, env={**os.environ, "LANG": "C.UTF-8", **environment})
    text = result.stdout.decode("utf-8", "strict")
    harmless(text)
    assert "\tat " not in text and "Exception" not in text and not re.search(r"\bfault\b", text), text
    return result.returncode, text


def options():
    for line in (["?"], ["solve", "?"], ["show", "?"], ["learn", "?"], ["doctor", "?"], ["--?"], ["solve", "softmax", "--?"],
                 ["solve", "softmax", "--?=1"], ["solve", "softmax", "?"], ["solve", "?", "--json"],
                 ["solve", "softmax", "--json", "--tau", "?"], ["solve", "softmax", "--json", "--?"],
                 ["show", "?", "--format", "svg"],
                 *(["solve", "softmax", option, "?"] for option in ("--logits", "--tau", "--size", "--glyphs", "--color")),
                 *(["show", "descent", option, "?"] for option in ("--eta", "--steps", "--format", "--theme", "--size"))):
        code, text = says(*(word.replace("?", HOSTILE) for word in line))
        assert code in (2, 3), (line, code, text)


def variables():
    for name in ("TERM", "LANG", "LC_ALL", "LC_CTYPE", "COLORTERM", "COLORFGBG", "NO_COLOR", "HOME", "XDG_STATE_HOME",
                 "XDG_CONFIG_HOME", "USER", "DISPLAY", "JAVA_HOME"):
        for line in (["doctor"], ["learn"], ["solve", "softmax"], ["show", "softmax"]):
            says(*line, **{name: "/" + HOSTILE if "HOME" in name else HOSTILE})
    for line in (["doctor"], ["doctor", "--glyphs", "braille"]):
        _, text = says(*line, TERM="xterm" + HOSTILE, LANG="C.UTF-8" + HOSTILE)
        assert "owned" in text, "it no longer says what it has found"


def java_options():
    for name in ("NABLA_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"):
        code, text = says("doctor", **{name: "-Dx=\x1b[8m"})
        assert code == 2 and "control character" in text, text
    code, text = says("doctor", NABLA_JAVA_OPTS="-Dx=y\n\t-Dy=z\n")
    assert code == 0, text


def variables_in_the_tutor():
    """On a real terminal, where more of them are used."""
    pane = Pane()
    try:
        pane.record()
        hostile = HOSTILE.replace("\r", "")
        (pane.scratch / "ascii").write_text(
            f"export TERM='xterm{hostile}' COLORTERM='{hostile}' LC_ALL='C{hostile}' XDG_STATE_HOME='/proc/{hostile}'\n"
            f"{NABLA} doctor; {NABLA} show softmax; {NABLA} learn 06\n")
        (pane.scratch / "braille").write_text((pane.scratch / "ascii").read_text().replace("LC_ALL='C", "LC_ALL='C.UTF-8"))
        for start in ("ascii", "braille"):
            pane.type(f"clear; sh ${{XDG_STATE_HOME%/*}}/{start}")
            pane.wait("v figure")
            for _ in range(30):
                pane.keys("Enter")
                if eventually(lambda: "Progress is not kept" in pane.screen(), 0.2):
                    break
            pane.keys("C-c")
            pane.prompt()
        harmless(pane.written().decode("utf-8", "strict").replace("\r\n", "\n").replace("\r", ""), colored=True)
    finally:
        pane.close()


def copied(name):
    home = ROOT / name
    shutil.copytree(HOME, home, symlinks=True)
    return home


def escaped(text):
    """As YAML writes it: the control characters arise only when it is read."""
    return '"' + "".join(sign if " " <= sign <= "~" else f"\\u{ord(sign):04x}" for sign in text) + '"'


def lessons():
    """A sign that could steer a terminal is refused where it stands, in a title as in the text, and named by its number."""
    home = copied("lessons-home")
    nabla = str(home / "bin" / "nabla")
    lesson = home / "lessons" / "06-softmax" / "lesson.md"
    body = HOSTILE.replace("\r", "") + f" **{HOSTILE}** `{HOSTILE}`".replace("\r", "") + " &#27;[8m &#155;8m &#x202e;"
    for text in (f"---\ntitle: {escaped(HOSTILE)}\nminutes: 3\n---\n",
                 f"---\ntitle: a\nminutes: 3\n---\n# {body}\n\n{body}\n\n- {body}\n\n```formula\n{body}\n```\n\n[a]({body})\n",
                 "---\ntitle: a\nminutes: 3\n---\n&#27;[8m\n"):
        lesson.write_text(text)
        steered(nabla, "learn 06")
    index = home / "lessons" / "index.yaml"
    index.write_text(index.read_text().replace(": Softmax", ": " + escaped(HOSTILE)))
    code, said = says("learn", program=nabla)
    assert code == 2 and "could steer the terminal" in said, said


def steered(nabla, line):
    pane = Pane(120, 30)
    try:
        pane.record()
        pane.type(f"clear; LANG=C.UTF-8 TERM=xterm {nabla} {line}")
        pane.wait("steer")
        if pane.modes().startswith("1"):
            pane.keys("C-c")
        pane.prompt()
        harmless(pane.written().decode("utf-8", "strict").replace("\r\n", "\n").replace("\r", ""), colored=True)
    finally:
        pane.close()


def broken_lessons():
    """A complaint cites what it complains of."""
    home = copied("broken-home")
    nabla = str(home / "bin" / "nabla")
    index = home / "lessons" / "index.yaml"
    whole = index.read_text()
    lesson = home / "lessons" / "06-softmax" / "lesson.md"
    for text in (whole.replace("06-softmax/lesson.md", escaped(HOSTILE)), whole.replace("format: 1", f"format: {escaped(HOSTILE)}"),
                 whole.replace("format: 1", "format: \x1b[8m"), whole.replace("here: 2", f"{escaped(HOSTILE)}: 2"),
                 whole + HOSTILE, "\x1b[8m", f"{escaped(HOSTILE)}: ["):
        index.write_text(text)
        code, said = says("learn", program=nabla)
        assert code == 2, said
    index.write_text(whole)
    for text in (HOSTILE, f"---\n{HOSTILE}\n---\n", f"---\ntitle: a\nminutes: {escaped(HOSTILE)}\n---\n",
                 f"---\ntitle: a\nminutes: 3\n---\n```figure\nid: {escaped(HOSTILE)}\n```\n",
                 f"---\ntitle: a\nminutes: 3\n---\n```figure\nid: softmax\nset: {{{escaped(HOSTILE)}: 1}}\n```\n",
                 f"---\ntitle: a\nminutes: 3\n---\n```{HOSTILE}\nid: softmax\n```\n{{{{{HOSTILE}}}}}\n"):
        lesson.write_text(text)
        says("learn", program=nabla)


def names_of_files():
    name = HOSTILE.replace("/", "").replace("\r", "")
    home = copied(name)
    nabla = str(home / "bin" / "nabla")
    for line in (["doctor"], ["learn"], ["learn", "99"]):
        says(*line, program=nabla)
    shutil.rmtree(home / "lessons")
    for line in (["doctor"], ["learn"]):
        says(*line, program=nabla)
    link = ROOT / ("link" + name)
    link.symlink_to(NABLA)
    says("doctor", program=str(link))


def configuration():
    folder = ROOT / "config"
    (folder / "nabla").mkdir(parents=True)
    for text in (f"{HOSTILE} = 1\n", f"glyphs = {HOSTILE}\n", HOSTILE, f"theme: {HOSTILE}\n"):
        (folder / "nabla" / "config").write_text(text)
        for line in (["doctor"], ["learn"], ["solve", "softmax"], ["show", "softmax"]):
            says(*line, XDG_CONFIG_HOME=str(folder))


FAULTS = [
    ("in options, operands and their values", options),
    ("in environment variables", variables),
    ("in environment variables, on a terminal", variables_in_the_tutor),
    ("in options for java", java_options),
    ("in a lesson: titles, text, code, links, entities", lessons),
    ("in a lesson that is complained of", broken_lessons),
    ("in the names of folders and links", names_of_files),
    ("in the config file", configuration),
]

if __name__ == "__main__":
    sys.exit(table.run("Escape sequences", FAULTS))
