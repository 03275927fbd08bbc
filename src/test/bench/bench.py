#!/usr/bin/env python3
"""How long a softmax takes, from a shell loop and in a batch, against whatever else is on this machine that could do it.

Usage: bench.py [target/nabla/bin/nabla] [rounds]

Commands run in turn, A B A B ..., and what is printed are medians of the ratios within a round: a machine that is busy
slows both. 1 is nabla; more is slower than nabla. The peers of the batch write the same numbers as nabla, except the two
that are marked: they write p alone. With one thread that answers the compiler still works beside it; on one core they share
that.
"""
import glob
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

NABLA = sys.argv[1] if len(sys.argv) > 1 else "target/nabla/bin/nabla"
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 7
HERE = os.path.dirname(os.path.abspath(__file__))
# What mvn -Pdist package has made, if it was run.
IMAGES = glob.glob(os.path.join(os.path.dirname(NABLA), "..", "..", "nabla-*", "bin", "nabla"))
QUESTION = ["solve", "softmax", "--logits", "2.1,0.5,-1,-0.5", "--json"]

START = {
    "nabla": [NABLA, *QUESTION],
    **{"nabla with a Java of its own": [image, *QUESTION] for image in IMAGES},
    "python3 json+math": ["python3", "-c", "import json,math; z=[2.1,.5,-1,-.5]; e=[math.exp(x-2.1) for x in z]; "
                          "print(json.dumps([x/sum(e) for x in e]))"],
    "numpy": ["python3", "-c", "import numpy as np; z=np.array([2.1,.5,-1,-.5]); e=np.exp(z-z.max()); print(e/e.sum())"],
    "node": ["node", "-e", "const e=[2.1,.5,-1,-.5].map(x=>Math.exp(x-2.1)); const s=e.reduce((a,b)=>a+b); "
             "console.log(JSON.stringify(e.map(x=>x/s)))"],
    "octave-cli": ["octave-cli", "--eval", "z=[2.1 .5 -1 -.5]; e=exp(z-max(z)); disp(e/sum(e))"],
    "jq": ["jq", "-nc", "[2.1,.5,-1,-.5]|map(.-2.1|exp)|(add) as $s|map(./$s)"],
    "qalc": ["qalc", "-t", "e^2.1/(e^2.1+e^0.5+e^-1+e^-0.5)"],
}
BATCH = {
    "nabla": [NABLA, "solve", "--batch"],
    "nabla, one thread": ["env", "NABLA_JAVA_OPTS=-XX:ActiveProcessorCount=1", NABLA, "solve", "--batch"],
    "nabla, one core": ["taskset", "-c", "0", NABLA, "solve", "--batch"],
    "python3 json+math": ["python3", os.path.join(HERE, "softmax.py")],
    "python3, p alone": ["python3", os.path.join(HERE, "softmax.py"), "p"],
    "node": ["node", os.path.join(HERE, "softmax.js")],
    "jq, p alone": ["jq", "-c", ".tau as $t|(.logits|max) as $m|(.logits|map((.-$m)/$t|exp))|(add) as $s|map(./$s)"],
}


def there(command):
    if not shutil.which(command[0]):
        return False
    return "numpy" not in " ".join(command) or subprocess.run(
        ["python3", "-c", "import numpy"], stderr=subprocess.DEVNULL).returncode == 0


def seconds(command, source):
    with open(source) as questions:
        begin = time.perf_counter()
        subprocess.run(command, stdin=questions, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - begin


def table(title, commands, source, rounds):
    commands = {name: command for name, command in commands.items() if there(command)}
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(seconds(command, source))
    print(f"\n{title}, {rounds} rounds, {os.cpu_count()} cores: times as long as nabla, nabla's share of it, seconds")
    for name in commands:
        ratio = statistics.median(t / n for t, n in zip(times[name], times["nabla"]))
        print(f"  {name:28} {ratio:8.2f} {1 / ratio:8.2f} {statistics.median(times[name]):10.3f}")


def questions(count, folder):
    path = os.path.join(folder, f"{count}.jsonl")
    random.seed(count)
    with open(path, "w") as out:
        for _ in range(count):
            logits = [round(random.gauss(0, 2), 3) for _ in range(4)]
            out.write(json.dumps({"op": "softmax", "logits": logits, "tau": 1}) + "\n")
    return path


with tempfile.TemporaryDirectory() as folder:
    table("one softmax, the whole command", START, os.devnull, 3 * ROUNDS)
    table("10,000 lines", BATCH, questions(10_000, folder), ROUNDS)
    table("1,000,000 lines", BATCH, questions(1_000_000, folder), max(1, ROUNDS // 3))
