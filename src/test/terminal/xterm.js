// xterm.js without a screen, as a second opinion on every byte. NODE_PATH says where @xterm/headless is.
//
//   node xterm.js serve        commands and answers, a JSON object a line: see serve()
//   node xterm.js agree FILE   each line of FILE holds bytes and the cells that must be there afterwards

const fs = require("fs");
const readline = require("readline");
const { Terminal } = require("@xterm/headless");

const OUTLIER = 70; // rows of a difference that are printed

/** A terminal, and whatever it has answered: it is asked nothing, so it must stay silent. */
function open(width, height) {
  const terminal = new Terminal({ cols: width, rows: height, allowProposedApi: true, scrollback: 0 });
  terminal.answers = "";
  terminal.onData((data) => (terminal.answers += data));
  return terminal;
}

/** The visible cells, told as Shown.java tells them. */
function shown(terminal) {
  const rows = [];
  const inks = [];
  const buffer = terminal.buffer.active;
  for (let y = 0; y < terminal.rows; y++) {
    const line = buffer.getLine(buffer.viewportY + y);
    let row = "";
    const runs = [];
    for (let x = 0; x < terminal.cols; x++) {
      const cell = line.getCell(x);
      const glyph = cell.getChars() || " ";
      row += glyph;
      const last = runs[runs.length - 1];
      const ink = inkOf(cell, glyph);
      if (last && last[1] === ink) last[0]++;
      else runs.push([1, ink]);
    }
    rows.push(row);
    inks.push(runs.map(([count, ink]) => `${count}*${ink}`).join(" "));
  }
  return { rows, inks };
}

function inkOf(cell, glyph) {
  if (glyph === " " && !cell.isInverse()) return "_";
  const odd = cell.isItalic() || cell.isUnderline() || cell.isBlink() || cell.isDim() || cell.isInvisible();
  const color = cell.isFgDefault() ? "" : cell.isFgPalette() ? cell.getFgColor() : "rgb";
  return `${color}${cell.isBold() ? "b" : ""}${cell.isInverse() ? "r" : ""}${odd || !cell.isBgDefault() ? "!" : ""}`;
}

/** open id width height | write id bytes | resize id width height | close id | show id, the only one that is answered. */
function serve() {
  const terminals = new Map();
  readline.createInterface({ input: process.stdin }).on("line", (line) => {
    const order = JSON.parse(line);
    const terminal = terminals.get(order.id);
    if (order.do === "open") terminals.set(order.id, open(order.width, order.height));
    else if (order.do === "write") terminal.write(Buffer.from(order.bytes, "base64"));
    else if (order.do === "close") terminals.delete(order.id);
    else if (order.do === "resize") terminal.write("", () => terminal.resize(order.width, order.height));
    else terminal.write("", () => console.log(JSON.stringify({ ...shown(terminal), answers: terminal.answers })));
  });
}

async function agree(file) {
  let terminal = null;
  let frames = 0;
  let cells = 0;
  for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
    const expected = JSON.parse(line);
    if (expected.open) terminal = open(expected.width, expected.height);
    else if (terminal.cols !== expected.width || terminal.rows !== expected.height)
      terminal.resize(expected.width, expected.height);
    await new Promise((done) => terminal.write(Buffer.from(expected.bytes, "base64"), done));
    const actual = shown(terminal);
    if (JSON.stringify(actual.rows) !== JSON.stringify(expected.rows)
        || JSON.stringify(actual.inks) !== JSON.stringify(expected.inks) || terminal.answers !== "") {
      console.log(`${expected.name}: xterm.js shows something else ${JSON.stringify(terminal.answers)}`);
      for (const part of ["rows", "inks"])
        for (let y = 0; y < Math.min(OUTLIER, expected.height); y++)
          if (actual[part][y] !== expected[part][y])
            console.log(`${part} ${y}\n  frame ${expected[part][y]}\n  xterm ${actual[part][y]}`);
      process.exit(1);
    }
    frames++;
    cells += expected.width * expected.height;
  }
  console.log(`xterm.js agrees with ${frames} frames, ${cells} cells`);
  process.exit(frames > 0 ? 0 : 1);
}

if (process.argv[2] === "serve") serve();
else agree(process.argv[3]);
