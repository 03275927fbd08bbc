"""Every CSV file of a class in LibreOffice Calc: opened, written again, and read back.

Usage: sheets.py PATH/TO/bin/nabla     needs soffice (Debian's libreoffice-calc)

A class of nabla 0.2.0 gets a roster whose ids look like formulas and numbers. Calc opens each file twice: with all columns as
text, and then each cell must come back as it was; and as it does by itself, and then numbers must be equal to 15 digits, which
costs an id like 0042 its zeros and a longer one its end, and no cell may be a formula. Prints a line a file.
"""
import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal, InvalidOperation
from pathlib import Path

CLASS = Path(__file__).parent.parent / "resources/old/0.2.0/maths-10b"
ROSTER = 'name,id,group\nada,0042,"left, front"\nbob,=1+1,@SUM(A1)\ndora,+49,-\nemil,1;2,"say ""no"""\n'
FILES = {
    "long": "report --csv",
    "mistakes": "report --csv --mistakes",
    "wide": "report --wide --csv",
    "canvas": "report --for canvas",
    "moodle": "report --for moodle",
    "roster": "roster --csv",
    "words": "roster --words --csv",
}
PARTLY = 6  # students without an id are left out of a gradebook
SECONDS = 300


def calc(home, files, to, out, how=()):
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{home}/office", *how, "--convert-to", to, "--outdir", out]
        + [str(file) for file in files],
        check=True, timeout=SECONDS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def rows(text):
    return list(csv.reader(io.StringIO(text)))


def number(cell):
    try:
        return f"{Decimal(cell):.14e}"
    except InvalidOperation:
        return cell


def main(nabla):
    with tempfile.TemporaryDirectory() as home:
        place = Path(home)
        shutil.copytree(CLASS, place / "class")
        environment = {**os.environ, "HOME": home, "XDG_STATE_HOME": home, "LANG": "C.UTF-8"}

        def run(words):
            done = subprocess.run(
                [nabla, "class", *words.split(), "--class", str(place / "class")],
                capture_output=True, text=True, env=environment, timeout=SECONDS)
            assert done.returncode in (0, PARTLY), (words, done.stderr)
            return done.stdout

        (place / "names.csv").write_text(ROSTER)
        run(f"roster {place}/names.csv")
        run("due 02 2026-03-05T11:30")
        run(f"export {place}/export")
        written = {name: run(words) for name, words in FILES.items()}
        written["students"] = (place / "export/students.csv").read_text()
        files = []
        for name, text in written.items():
            files.append(place / f"{name}.csv")
            files[-1].write_text(text)
        widest = max(len(rows(text)[0]) for text in written.values())
        as_text = "/".join(f"{column}/2" for column in range(1, widest + 1))
        calc(home, files, "csv", f"{home}/text", [f"--infilter=CSV:44,34,76,1,{as_text}"])
        calc(home, files, "csv", f"{home}/plain")
        calc(home, files, "fods", f"{home}/cells")
        for name, text in written.items():
            cells = rows(text)
            assert len(cells) > 1, f"{name} is empty"
            assert rows((place / f"text/{name}.csv").read_text()) == cells, name
            plain = rows((place / f"plain/{name}.csv").read_text())
            assert [[number(cell) for cell in row] for row in plain] == [[number(cell) for cell in row] for row in cells], name
            sheet = (place / f"cells/{name}.fods").read_text()
            assert "<table:table-row" in sheet and "table:formula" not in sheet, name
            print(f"{name:10}{len(cells):4} lines, {len(cells[0]):3} columns: equal as text and as numbers, no formula")


main(sys.argv[1])
