"""librsvg, which GNOME and pandoc draw with, puts each glyph of the README's pictures into its cell and nothing into a blank one.

Usage: ink.py PATH/TO/bin/nabla [WORD ...]   only the pictures with such a word in their name
"""

import pathlib
import re
import shlex
import subprocess
import sys

import table

ROOT = pathlib.Path(__file__).parents[3]
PAGES = "".join((ROOT / page).read_text() for page in ("README.md", ".github/TOUR.md"))
PICTURES = re.findall(r"\((?:\.github/)?pictures/([a-z-]+)\.svg\)\n\n`nabla (show [^`]*)`", PAGES)
ZOOM, MARGIN, WIDTH, HEIGHT = 2, 12, 9, 18
OVERHANG = 3  # pixels on each side, into which a neighbour's letter may reach
FAINT = 60  # of 765, red, green and blue together


class Picture:
    def __init__(self, svg):
        png = subprocess.run(["rsvg-convert", "-z", str(ZOOM)], input=svg, stdout=subprocess.PIPE, check=True).stdout
        pnm = subprocess.run(["pngtopnm"], input=png, stdout=subprocess.PIPE, check=True).stdout
        _, size, _, self.bytes = pnm.split(b"\n", 3)
        self.width = int(size.split()[0])
        self.columns = (self.width // ZOOM - 2 * MARGIN) // WIDTH
        self.paper = self.bytes[:3]

    def colours(self, x, y, aside=0):
        """Those of a cell, without so many pixels on its left and right."""
        left, top = (MARGIN + x * WIDTH) * ZOOM + aside, (MARGIN + y * HEIGHT) * ZOOM
        rows = (3 * ((top + down) * self.width + left) for down in range(HEIGHT * ZOOM))
        return {self.bytes[at + 3 * i : at + 3 * i + 3] for at in rows for i in range(WIDTH * ZOOM - 2 * aside)}

    def is_right(self, glyph, x, y):
        if glyph in " \u2800":
            inside = [sum(colour) for colour in self.colours(x, y, OVERHANG)]
            return max(inside) - min(inside) < FAINT
        inside = self.colours(x, y, 1)
        return inside != {self.paper} and (glyph == "█" or len(inside) > 1)


def drawn(name, command):
    picture = Picture((ROOT / f".github/pictures/{name}.svg").read_bytes())
    shown = [sys.argv[1], *shlex.split(command), "--format", "text", "--glyphs", "braille"]
    rows = subprocess.run(shown, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.splitlines()
    cells = [(x, y, glyph) for y, row in enumerate(rows) for x, glyph in enumerate(row.ljust(picture.columns))]
    wrong = [f"row {y}, column {x}: {glyph!r} in {rows[y].strip()}" for x, y, glyph in cells if not picture.is_right(glyph, x, y)]
    assert rows and not wrong, "\n".join(wrong[:9])


if __name__ == "__main__":
    cases = [(name, lambda name=name, command=command: drawn(name, command)) for name, command in PICTURES]
    sys.exit(table.run("Pictures in librsvg", cases))
