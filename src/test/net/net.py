"""Digests all that nabla says and shows, so that two builds can be told apart. Knows the program only from outside.

Usage: net.py NABLA [--keep DIR] [WORD ...]     a line a case: its name, a tab, a digest; DIR gets each case's text
       net.py compare BASE NEW [WORD ...]       BASE and NEW: a bin/nabla, or a DIR kept before; exit 1 if a case differs

With words only the jobs whose names hold one of them, like solve, show.dot, check, complaint, learn.02, film, journal, help.
"""

import concurrent.futures
import csv
import difflib
import functools
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
WORKERS = 2
SECONDS = 120
# Which numbers come back in a question depends on the moment at which the learner began.
LEARNER = '{"format":1,"at":"2020-03-02T09:10:00Z","event":"read","section":"02"}\n'
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+Z)?|\b\d\d:\d\d:\d\d\b")

# What solve takes and gives: the kind of each knob, then the keys of the answer.
V, M, N, I, F, B = "vector", "matrix", "number", "whole", "function", "flag"
OPERATIONS = {
    "chain": ({"slopes": V, "f": F, "x": N}, "values slopes partials product status"),
    "dot": ({"a": V, "b": V}, "dot norm_a norm_b cosine angle_deg projection"),
    "matmul": ({"a": M, "b": M, "bias": V}, "c c[1,1] rows cols multiplications"),
    "derivative": ({"x": N, "eps": N, "f": F}, "value slope derivative forward central gap tangent_intercept"),
    "graph": ({"f": ("a = w + c; b = w*x; L = a*b", "a = log(w); b = relu(w); L = a + b", "n1 = 3; L = n1*k", "L = w +", "L = 3"),
               "inputs": V}, "a b L w_grad c_grad x_grad a_grad b_grad status silent cancelled"),
    "descent": (
        {"eta": N, "start": V, "curvature": V, "f": F, "optimizer": ("sgd", "momentum", "adam"), "beta": N, "beta1": N,
         "beta2": N, "epsilon": N, "precision": ("float64", "float32"), "noise": N, "seed": I, "steps": I, "path": B},
        "theta loss gradient status threshold factor converged_at diverged_at path"),
    "softmax": ({"logits": V, "tau": N}, "p p[1] log_p sum argmax entropy_bits entropy_nats perplexity logsumexp"),
    "sample": ({"logits": V, "tau": N, "top_k": I, "top_p": N, "count": I, "seed": I}, "tokens counts p tokens[2]"),
    "loss": ({"logits": V, "truth": I, "tau": N}, "p loss_nats loss_bits gradient numeric_gradient gradient[1]"),
    "attention": ({"q": M, "k": M, "v": M, "causal": ("true", "false"), "scale": N}, "scores weights out out[1,2]"),
}
SHAPES = {"a": "rn", "b": "nc", "bias": "c", "start": "n", "curvature": "n", "q": "mn", "k": "mn", "v": "me"}
FUNCTIONS = ("x^2/4", "sin(x)/x", "x^3 - 2x", "exp(-x^2)", "log(x)", "sqrt(x)", "1/x", "abs(x)", "relu(x)", "sigmoid(2x)",
             "tanh(x)+x", "x^x", "cos(x)*e^x", "x^2/4 + y^2", "(1-x1)^2 + 5*(x2-x1^2)^2", "x+z", "x^^2", "(x+1", "", "7")
ODD = (0, -0.0, 5e-324, 1e-300, -1e-17, 1e16, 1.7e308, -1e200, 1e-8, 709.8, -745.2, "1/3", "sqrt(2)", "-pi", "-inf", "inf",
       "nan", "1e999", "2^0.5", "abc", "1,5", "1/0", "", "−1", None, True, [], [[1]], {})
FIGURES = {
    "chain": "|sent=2|slopes=0.25,0.25,0.25,0.25,0.25,0.25,0.25,0.25,0.25,0.25 leaf=300|slopes=1.6,1.6,1.6,1.6,1.6,1.6 leaf=43"
             "|slopes=0.8,-1.2,0,0.5|f=x^2,sin(x),e^x x=0.7 leaf=3|f=x-1,log(x),x^2 x=0.5|slopes=" + "0.9," * 39 + "0.9",
    "layer": "|stage=4|cut=move|cut=fix truth=2|cut=score stage=5|x=1.5,0.5;-0.5,1|stage=3 truth=4|cut=none stage=2",
    "attention": "|cell=2,2 causal=true|stage=2|causal=true stage=7|q=0,1.5;2,0;2,-0.5;0.5,-2|k=2,0.5,1;0,2,1;0.5,-2,1;-1,0,1"
                 "|q=1;2 k=1;2;3;4;5;6 v=5;6;7;8;9;1 causal=true cell=1,5|scale=0|scale=1/sqrt(2) stage=5",
    "derivative": "|x=3 eps=0.1|f=sigmoid(x) x=0|f=abs(x) x=0|f=1/x x=0|f=1/x x=-0.5|f=sin(x)/x x=2|x=1e308 eps=1e-300",
    "graph": "|steps=7|steps=4|inputs=0.5,-1,0.5|f=w=-1;a=relu(w);L=a+w|f=w=-1;a=log(w);L=2a|f=w=2;c=1;b=log(w);L=b*c steps=2|inputs=-6,-6,-3",
    "dot": "|b=-0.9,0.45|b=-0.3,1|b=0.9,0.4|a=0,0|a=1e308,1e308 b=-1e308,3|a=1,2,3 b=4,-5,6|a=1,0.3 b=1.5,-2",
    "descent": "|steps=6|eta=0.82 steps=6|eta=1/1.1 steps=9|eta=1.08 steps=9|eta=1.35 precision=float32 steps=70|steps=12"
               " optimizer=adam eta=0.3|steps=20 noise=1|surface=valley steps=60|surface=wells steps=25|surface=wells"
               " start=1.5,1.5 eta=1.2 steps=300|f=x-log(x)+y^2/8 start=2,1.5 eta=4.5 steps=1|f=sin(2x)+(x^2+y^2)/8 steps=9"
               "|surface=valley steps=60 optimizer=momentum eta=0.05|start=1,2,3 curvature=1,2,0.5 steps=4",
    "matmul": "|terms=8|a_columns=2|a=1,2.5;3,4 b=0.5,-1;2,8 bias=1,2|bias=1,-2|b=7;9;11|b=7;9;11 bias=-1,20|bias=1,2,3"
              "|a_rows=5 b_columns=6 cell=4,2",
    "softmax": "|logits=2.1,1,-1,-0.5|tau=0.25|tau=4|tau=0.5 shift=2|logits=-inf,1,2|logits=1,2,3,4,5,6,7,8,9",
    "sample": "|top_k=3 top_p=0.9 count=200|logits=1,2,3,0.5,0,-1,-2,2.2,1.1,0.4,-0.3,2.5,1.7 top_p=0.8 count=100|count=0|tau=3",
    "loss": "|truth=2|truth=2 steps=3|truth=3 tau=2|logits=-inf,0.5,-1,2 truth=1|logits=0,1,2,3,4,5,6,7,8,9,10,11 truth=3"
            "|logits=2,1,0,-1,-2 truth=2 tau=2 eta=3 steps=9",
}
SHOTS = [f"--size {size} --glyphs {glyphs} --format text" for size in ("80x23", "120x35", "60x19")
         for glyphs in ("braille", "ascii", "quadrant")] + [
    "--size 80x23 --format svg", "--size 120x35 --format svg --theme light --glyphs quadrant", "--format ansi --color 256",
    "--format ansi --color 16 --size 60x19", "--format ansi --color mono --glyphs ascii", "--format ansi --theme light --aspect 1.7",
    "--size 48x12", "--size 30x6 --glyphs ascii", "--size 80x35", "--size 20x5", "--size 1x1", "--size 200x60 --aspect 1"]
ON_SHOWN = {"00": "chain", "01": "layer", "02": "dot", "03": "matmul", "04": "derivative", "05": "descent", "06": "softmax",
            "07": "loss"}
NUDGES = "Right Right Shift+Right Left Shift+Left , . > < Up Down Shift+Up End Home Tab ".split()
FILMS = {
    "reading": "Space Space PageUp End Home Down Down ? Down Space q / type:slope Enter Enter N B Esc n p q c R Up Home End".split(),
    "predict": "v b Enter Esc Ctrl+u type:c Enter 3 Enter Right Right q P type:a Enter Enter 1 Enter Space t q".split(),
    "knobs": ["v", "Esc"] + NUDGES * 9 + "Shift+Tab u u 0 r q".split(),
    "play": "v Esc Space Space g [ [ ] { } Enter wait:2 Enter k Right Right Tab Right k u e Down q t t m m m y q o c w Tab w ? q 0 r "
            "Enter wait:1 V Right Space V v v q".split(),
    "practise": "E type:1 Enter Tab type:/2 Enter Tab Tab Ctrl+u type:0.5 Enter Enter Ctrl+n type:x Enter Ctrl+w F1 q Esc q".split(),
    "goals": "G Down Enter Right Right Tab Up Up Space g Esc Enter Shift+Right Enter wait:1 Esc Up Home End G q".split(),
    "leave": "v Esc Right Right q q c Right q q Down Enter a type:7 Esc Ctrl+e q q q".split(),
}


def value(rng, knob, kind, sizes):
    """What a knob may be given in JSON; sizes name the shape of a list, and are none where it may be any."""
    if kind == N:
        return round(rng.uniform(-4, 4), 2) if knob in "x scale" else rng.choice((0.18, 0.9, 0.5, 0.1, "1/3", round(rng.random(), 3)))
    if kind == I:
        return rng.choice((1, 1, 2)) if knob == "truth" else rng.choice((0, 1, 1, 2, 3, 5, 30, 300, rng.randrange(1000)))
    if kind == F:
        return rng.choice(FUNCTIONS[:13]) if rng.random() < 0.8 else rng.choice(FUNCTIONS)
    if kind == B:
        return rng.random() < 0.5
    if kind not in (M, V):
        return rng.choice(kind) if rng.random() < 0.95 else "Adm"
    shape = [sizes.get(side) or rng.choice((1, 2, 2, 3, 4)) for side in ("n" if kind == V and knob in "ab" else SHAPES.get(knob, "-" if kind == V else "--"))]
    rows = [[number(rng) for _ in range(shape[-1])] for _ in range(shape[0] if kind == M else 1)]
    rows = [[abs(n) + 0.1 if isinstance(n, float) else n for n in row] for row in rows] if knob == "curvature" else rows
    if rng.random() < 0.3:
        return ";".join(",".join(map(str, row)) for row in rows)
    return rows if kind == M else rows[0]


def number(rng):
    return rng.choice(ODD[:19]) if rng.random() < 0.03 else round(rng.gauss(0, 2), rng.choice((0, 1, 2, 15)))


def questions(op, count, salt):
    """Every knob alone with every odd value, then many that mostly fit together, now and then one of them odd."""
    rng, knobs = random.Random(op + salt), OPERATIONS[op][0]
    lists = [knob for knob in knobs if knobs[knob] in (V, M)]
    if salt == "batch":
        yield from ({"op": op, knob: odd} for knob in knobs for odd in ODD)
    for at in range(count):
        share, sizes = rng.choice((0.2, 0.5, 0.9)), {side: rng.choice((1, 2, 2, 3, 4)) for side in "rncme"} if at % 6 else {}
        chosen = [knob for knob in knobs if rng.random() < share or (sizes and knob in lists)]
        if sizes and "f" in chosen and len(knobs) > 2:
            chosen = [knob for knob in chosen if knob not in ("curvature", "start", "slopes")]
            chosen += ["x"] if op == "chain" and "x" not in chosen else []
        elif sizes and op == "chain":
            chosen = ["slopes"]
        asked = {knob: rng.choice(ODD) if rng.random() < 0.03 else value(rng, knob, knobs[knob], sizes) for knob in chosen}
        if sizes and op == "descent" and "f" in asked:
            asked["f"] = rng.choice(("x^2/4 + y^2", "(1-x1)^2 + 5*(x2-x1^2)^2", "sin(2x)*cos(y) + (x^2+y^2)/8", "x-log(x)+y^2/8"))
        yield {"op": op, **asked}


def options(question):
    for knob, given in question.items():
        if given is True and knob == "path":
            yield "--path"
        elif knob != "op" and not isinstance(given, (bool, dict, type(None))):
            rows = given if isinstance(given, list) else [given]
            yield f"--{knob}=" + (";" if rows and isinstance(rows[0], list) else ",").join(
                ",".join(map(str, row)) if isinstance(row, list) else str(row) for row in rows)


class Place:
    """An own home and folder for one job; the program is at the same path in it wherever it comes from."""

    def __init__(self, nabla):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="nabla-net-", dir="/tmp"))
        (self.root / "app").symlink_to(pathlib.Path(nabla).absolute().parent.parent)
        for folder in ("work/src", "work/lessons", "home", "state/nabla"):
            (self.root / folder).mkdir(parents=True)
        (self.root / "work/pom.xml").write_text("<project/>\n")
        (self.root / "work/scores.csv").write_text("2, 1\n0.5\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root)

    def run(self, arguments, typed=""):
        """All that a run says, with its exit code."""
        environment = {"PATH": os.environ["PATH"], "HOME": f"{self.root}/home", "LANG": "C.UTF-8", "TERM": "xterm-256color",
                       "TZ": "UTC", "COLUMNS": "80", "LINES": "24"}
        environment.update({f"XDG_{name.upper()}_HOME": f"{self.root}/{name}" for name in ("config", "state", "data", "cache")})
        environment.update({"JAVA_HOME": os.environ["JAVA_HOME"]} if "JAVA_HOME" in os.environ else {})
        ran = subprocess.run([f"{self.root}/app/bin/nabla", *arguments], input=typed.encode(), capture_output=True,
                             cwd=self.root / "work", env=environment, timeout=SECONDS)
        said = ran.stdout.decode(errors="replace") + (f"--- stderr\n{ran.stderr.decode(errors='replace')}" if ran.stderr else "")
        return MOMENT.sub("MOMENT", f"exit {ran.returncode}\n{said}".replace(str(self.root), "ROOT"))

    def session(self, *runs):
        return "".join(f"$ nabla {' '.join(a)}\n{self.run(a, *typed)}" for a, *typed in runs)


def screens(cast):
    """The screens of a recording, each as the lines that are new on it, whatever bytes painted them."""
    _, header, *moments = cast.split("\n")
    if not header.startswith("{"):
        return cast
    size = json.loads(header)
    screen, before, told = Screen(size["width"], size["height"]), [], []
    for time, _, output in map(json.loads, filter(None, moments)):
        screen.feed(output)
        now = [screen.line(y) if y in screen.touched or not before else before[y] for y in range(screen.height)]
        screen.touched.clear()
        if now != before:
            told += [f"== {time} s"] + [f"{y + 1:2}|{line}" for y, line in enumerate(now) if not before or line != before[y]]
            before = now
    return "\n".join(told) + "\n"


class Screen:
    """As much of a terminal as the program asks for."""

    TOKEN = re.compile(r"\x1b\[([?\d;]*)([A-Za-z])|([\r\n\b])|([^\x00-\x1f]+)|(.)", re.S)
    FORE, BACK, LINE, REVERSE = 3, 4, 14, 17

    def __init__(self, width, height):
        self.width, self.height, self.look, self.x, self.y = width, height, {}, 0, 0
        self.cells, self.touched = [[(" ", "")] * width for _ in range(height)], set()

    def feed(self, output):
        for given, final, control, text, other in self.TOKEN.findall(output):
            n = [int(part or 0) for part in given.split(";")] if not given.startswith("?") else []
            step = max(1, n[0]) if n else 1
            if text:
                self.write(text)
            elif final == "H":
                self.y, self.x = step - 1, (max(1, n[1]) if len(n) > 1 else 1) - 1
            elif final and final in "CD" or control == "\b":
                self.x = max(0, min(min(self.x, self.width - 1) + (step if final == "C" else -step), self.width - 1))
            elif final and final in "AB" or control == "\n":
                self.y = max(0, min(self.y + (-step if final == "A" else step), self.height - 1))
            elif final == "G" or control == "\r":
                self.x = step - 1
            elif final == "J" and n == [2]:
                self.cells = [[(" ", "")] * self.width for _ in range(self.height)]
                self.touched.update(range(self.height))
            elif final == "K" and n == [0]:
                self.cells[self.y][self.x:] = [(" ", "")] * (self.width - self.x)
                self.touched.add(self.y)
            elif final == "m":
                self.paint(n)
            elif not (given.startswith("?") and final in "hl"):
                raise AssertionError(f"a terminal is asked for ESC[{given}{final}{other!r}, which is not understood here")

    def write(self, text):
        """Of a blank only what is behind it can be seen, or its colour where that is turned round."""
        seen = {self.BACK, self.LINE, self.REVERSE} | ({self.FORE} if self.REVERSE in self.look else set())
        inked = ";".join(str(self.look[key]) for key in sorted(self.look))
        blank = ";".join(str(self.look[key]) for key in sorted(self.look) if key in seen)
        for sign in text:
            if self.x == self.width:
                self.x, self.y = 0, self.y + 1
            self.cells[self.y][self.x] = (sign, blank if sign == " " else inked)
            self.touched.add(self.y)
            self.x += 1

    def paint(self, n):
        while n:
            code, n = n[0], n[1:]
            if code == 0:
                self.look = {}
            elif code in (38, 48):
                count = 2 if n[0] == 5 else 4
                self.look[code // 10], n = ":".join(map(str, [code] + n[:count])), n[count:]
            elif code in (39, 49, 23, 24, 27):
                self.look.pop({39: 3, 49: 4, 23: 13, 24: 14, 27: 17}[code], None)
            elif code == 22:
                self.look = {key: look for key, look in self.look.items() if key not in (11, 12)}
            else:
                self.look[code + 10 if code < 10 else self.BACK if code // 10 in (4, 10) else self.FORE] = code

    def line(self, y):
        """The text, then from where on it looks how, blanks left out."""
        row, looks = self.cells[y], []
        for x, (sign, look) in enumerate(row):
            if (sign != " " or look) and (not looks or looks[-1][1] != look):
                looks.append((x, look))
        return "".join(sign for sign, _ in row).rstrip() + "".join(f" @{x} {look}" for x, look in looks if looks != [(x, "")])


def rows(name):
    lines = (resources() / name).read_text().splitlines()
    return [row for row in csv.reader((line for line in lines if not line.startswith("#")), delimiter="|", quoting=csv.QUOTE_NONE)]


@functools.cache
def resources():
    """What is asked is the same for both programs: the tables kept with answers, else beside this file or a program named."""
    named = [pathlib.Path(word).absolute() for word in sys.argv[1:] if os.path.exists(word)]
    places = [path / "tables" for path in named] + [HERE.parent / "resources"]
    places += [up / "src/test/resources" for path in named for up in path.parents]
    return next(place for place in places if place.is_dir())


def grades(section):
    """Of each question of a section with typed answers: something wrong, and what is right."""
    found = {}
    for item, typed, verdict, *_ in rows("lesson/grades.csv"):
        if item.split(".")[0] == str(int(section)):
            found.setdefault(item, {}).setdefault(verdict, typed)
    return [(item, said.get("wrong", "12345"), said.get("right", "0")) for item, said in found.items()]


def told(section):
    """Scripts for the course line by line."""
    figure = ON_SHOWN[section]
    sets = [setting.replace("=", " = ", 1) for state in FIGURES[figure].split("|") for setting in state.split()]
    knobs = list(dict.fromkeys(setting.split(" ")[0] for setting in sets))
    play = ["", "figure"] + sets + [f"{by} {knob}{part}" for knob in knobs for by in ("+", "++", "-") for part in ("", "[2]")]
    play += "- ++ undo reset step step|10 many run first keep ++ step keep undo other figure worked command reset o c w f".split()
    asked = ["", "goals", "ask"]
    for item, wrong, right in grades(section):
        asked += [f"ask {item}", wrong, "2", "?", right, "", f"ask {item}", right, "3", "again", "", ""]
    for n in range(1, 13):
        asked += [f"ask {int(section)}.{n}", "a", "1", "?", "b", "c", "d", "", ""]
    practise = ["", "practise"] + ["1", "?", "2", "", "0.5", "?", "?", "", "practise"] * 4
    return {"reading": [""] * 24, "guess": ["b", "3", "a", "2", "c", "d", "", "", "", "1"] + [""] * 12, "figure": play,
            "questions": asked, "practise": practise,
            "words": ["?", "", "?", "sections", "again", "back", "back", "top", "bogus", "figre", "a = x", "ask 99", "V", "step x", "99"]}


def film(section, keys, look):
    return ["record", "-", *look.split(), "--", *["Down"] * int(section), "Enter", *keys]


def answering(section):
    """Each question once wrong, then with a hint, then right."""
    keys = ["a"]
    for _, wrong, right in grades(section):
        keys += [f"type:{wrong}", "Enter", "2", "Tab", "Ctrl+u", f"type:{right}", "Enter", "Ctrl+e", "PageDown", "Ctrl+n"]
    return [key for key in keys if key != "type:"] + "Down Down Enter 3 Tab Ctrl+p F1 q Esc q".split()


def batch(place, op):
    asked = [json.dumps(question, ensure_ascii=False) for question in questions(op, 200, "batch")]
    for flag, lines in (("explain", asked), ("short", asked[-60:])):
        said = place.run(["solve", "--batch", "-"] + (["--explain"] if flag == "explain" else []), "\n".join(lines) + "\n")
        code, *answers = said.split("\n")
        yield f"{flag}.end", "\n".join([code] + answers[len(lines):])
        for at in range(0, len(lines), 20):
            yield f"{flag}.{at:03}", "".join(f"{a}\n  {b}\n" for a, b in zip(lines[at:at + 20], answers[at:min(at + 20, len(lines))]))


def readable(op, at, question):
    key = (keys := OPERATIONS[op][1].split())[at % len(keys)]
    plot = f"--plot --size {('80x23', '60x19', '100x30')[at % 3]} --glyphs {('braille', 'ascii', 'quadrant')[at // 3 % 3]}".split()
    modes = [[], ["--explain"], plot, ["--get", key], ["--digits", str(at % 17 + 1)], ["--json"], ["--plot", "--explain"],
             ["--json", "--get", key]]
    return ["solve", op, *options(question), *modes[at % len(modes)]]


def journals(place):
    folder = resources() / "readme/journals"
    shutil.copytree(folder, place.root / "work/journals")
    yield "class", place.session(*([["class", "report", "journals", *more.split()]] for more in ("", "--csv", "--csv --mistakes", "--json")))
    kept = (folder / "ada.jsonl").read_text().replace('"at":"2026-', '"at":"2020-')
    (place.root / "state/nabla/journal.jsonl").write_text(kept)
    yield "progress", place.session([["progress"]], [["progress", "--json"]], [["progress", "export", "-"]])
    typed = "0.3\n1\n?\n\n2\n3\n0.25\n2\n\n\nb\n2\na\n\n"
    yield "review", place.session([["review", "--plain"], typed], [["progress"]], [["progress", "--json"]])
    yield "export", place.session([["progress", "export", "-"]], [["progress", "export", "a.jsonl"]], [["progress", "import", "a.jsonl"]],
                                  [["progress", "import", "-"], kept + "x\n"], [["progress", "reset", "--yes"]], [["progress"]])
    yield "again", place.session([["learn", "--text"], "\n"], [["learn", "--text", "02"], "\n\nask 2.1\n1\n3\n\nb = 2,2\n\n"],
                                 [["learn", "--text"], "figure\n"], [["progress"]], [["progress", "export"]], [["review"], "1\n2\n"])
    yield "new", place.session([["lesson", "new", "mine"]], [["lesson", "lint", "--lessons", "mine"]],
                               [["lesson", "list", "--questions", "--lessons", "mine"]],
                               [["learn", "--text", "01", "--lessons", "mine"], "\n" * 12])


def manual(place):
    for page in sorted((place.root / "app/share/man").rglob("*.1")):
        yield page.name, MOMENT.sub("MOMENT", page.read_text())


def jobs():
    """Name of a job, and what tells its cases in a place: pairs of a name and a text."""

    def one(name, arguments, typed="", shape=lambda said: said, journal=""):
        def cases(place):
            if journal:
                (place.root / "state/nabla/journal.jsonl").write_text(journal)
            return [("", f"$ nabla {' '.join(arguments)}\n{shape(place.run(arguments, typed))}")]

        return name, cases

    for op in OPERATIONS:
        yield f"solve.{op}.batch", lambda place, op=op: batch(place, op)
        for at, question in enumerate(questions(op, 32, "readable")):
            yield one(f"solve.{op}.{at:02}", readable(op, at, question))
    yield one("solve.lines", ["solve", "--batch"], '\ufeff{"op":"dot"}\r\n\n{"op":5}\n{}\n[1]\nx\n{"op":"sofmax"}\n{"op":"dot","c":1}\n'
              '{"op":"dot"} {}\n{"op":"dot","a":[1,NaN]}\n{"op":"dot","a":1,"a":2}\n{"op":"matmul","a":[[1,2],[3]]}')
    yield one("solve.file", ["solve", "softmax", "--logits", "@scores.csv", "--json"])
    yield one("solve.input", ["solve", "softmax", "--logits", "-", "--get", "p"], "2, 1, 0\n")
    for figure, states in FIGURES.items():
        for at, state in enumerate(states.split("|")):
            settings = [f"--{setting}" for setting in state.split()]
            for shot, look in enumerate(SHOTS if at == 0 else [SHOTS[(at * 4 + i) % 9] for i in (0, 4, 8)] + SHOTS[9 + at % 2:10 + at % 2]):
                yield one(f"show.{figure}.{at}.{shot:02}", ["show", figure, *settings, *look.split()])
    for at, (item, typed, *_) in enumerate(rows("lesson/grades.csv")):
        yield one(f"check.{at:03}.{item}", ["check", item, f"--answer={typed}"] + (["--json"] if at % 3 == 0 else []))
    for section in ON_SHOWN:
        for n in range(1, 13):
            for more in ("--ask --seed 7 --json", "--answer b --seed 7"):
                yield one(f"check.{section}.{n}{more.replace(' ', '')}", ["check", f"{int(section)}.{n}", *more.split()])
    for at, (line, *_) in enumerate(rows("cli/complaints.csv")):
        yield one(f"complaint.{at:03} {line}", line.split(" "))
    for section, figure in ON_SHOWN.items():
        for name, script in told(section).items():
            lines = "".join(line.replace("|", " ") + "\n" for line in script)
            yield one(f"learn.{section}.{name}", ["learn", section, "--text"], lines, journal=LEARNER)
        for name, keys in {**FILMS, "questions": answering(section)}.items():
            looks = {"": "", ".wide": "--size 120x36 --color 16"} if name in ("play", "questions") else {"": ""}
            looks.update({".small": "--size 60x20 --glyphs ascii --color mono"} if name in ("goals", "predict") else {})
            for look, words in looks.items():
                begun = ["Esc"] if name == "questions" and look else []  # where the figure stands beside the text it asks first
                yield one(f"film.{section}.{name}{look}", film(section, begun + keys, words), shape=screens)
    yield "journal", journals
    yield "manual", manual
    for words in ("lesson list|lesson list --questions|lesson lint|doctor|completion bash|completion zsh|completion fish|--version|solve --help"
                  "|show --help|check --help|learn --help|lesson --help|review --help|progress --help|class --help|record --help"
                  "|doctor --help|completion --help|--help|help solve|help|learn --text --help|review --plain").split("|"):
        yield one(f"help.{words}", words.split())
    for figure in FIGURES:
        yield one(f"help.show.{figure}", ["show", figure, "--help"])
        yield one(f"help.solve.{figure}", ["solve", figure, "--help"])
        yield one(f"help.check.{figure}", ["check", "--op", figure, "--help"])


def chosen(words):
    return [job for job in jobs() if not words or any(word in job[0] for word in words)]


def texts(nabla, words):
    """The text of each case by its name."""

    def cases(job):
        with Place(nabla) as place:
            try:
                return [(f"{job[0]}.{name}".rstrip("."), text) for name, text in job[1](place)]
            except (subprocess.SubprocessError, AssertionError, ValueError, IndexError) as broken:
                return [(job[0], f"no answer: {broken!r}\n")]

    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        return dict(case for found in pool.map(cases, chosen(words)) for case in found)


def of(source, words):
    """The texts of a program, or those kept before."""
    if not os.path.isdir(source):
        return texts(source, words)
    kept = [path.read_text().split("\n", 1) for path in sorted(pathlib.Path(source).iterdir()) if path.is_file()]
    asked = {name for name, _ in chosen(words)}
    return {name: text for name, text in kept if not words or any(name[:at] in asked for at in ends(name))}


def ends(name):
    return [at for at, sign in enumerate(name) if sign == "."] + [len(name)]


def keep(found, folder):
    for table in ("lesson/grades.csv", "cli/complaints.csv", "readme/journals"):
        (folder / "tables" / table).parent.mkdir(parents=True, exist_ok=True)
        if (resources() / table).is_dir():
            shutil.copytree(resources() / table, folder / "tables" / table, dirs_exist_ok=True)
        else:
            (folder / "tables" / table).write_bytes((resources() / table).read_bytes())
    for name, text in found.items():
        file = re.sub(r"[^\w.-]+", "_", name, flags=re.A)[:80] + "." + digest(name)[:4]
        (folder / file).write_text(f"{name}\n{text}")


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def difference(old, new):
    """The first lines of a diff; of a long line the part round what is different."""
    lines = list(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=1))[2:12]
    for at, line in enumerate(lines):
        beside = [lines[i] for i in (at - 1, at + 1) if 0 <= i < len(lines) and {lines[i][:1], line[:1]} == {"+", "-"}]
        begin = max([len(os.path.commonprefix([line[1:], other[1:]])) for other in beside] or [0]) - 60
        yield line[:1] + ("..." + line[1 + begin:] if begin > 60 else line[1:])[:200]


def compare(base, new, words):
    old, now = of(base, words), of(new, words)
    differ = [name for name in {**old, **now} if old.get(name) != now.get(name)]
    for name in differ:
        print("\n    ".join([name, *difference(old.get(name, ""), now.get(name, ""))]))
    print(f"{len(now)} cases, {len(differ)} differ")
    return 1 if differ or not now else 0


def main(arguments):
    if arguments[:1] == ["compare"] and len(arguments) > 2:
        return compare(arguments[1], arguments[2], arguments[3:])
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    folder = arguments[2] if arguments[1:2] == ["--keep"] else None
    found = texts(arguments[0], arguments[3 if folder else 1:])
    for name, text in found.items():
        print(f"{name}\t{digest(text)}")
    if folder:
        keep(found, pathlib.Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
