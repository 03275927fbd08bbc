// The batch of bench.py as a Node script: the numbers of nabla solve softmax.
const lines = require('readline').createInterface({ input: process.stdin });
let out = [];
lines.on('line', line => {
  const { op, logits, tau } = JSON.parse(line);
  const m = Math.max(...logits);
  const e = logits.map(x => Math.exp((x - m) / tau));
  const s = e.reduce((a, b) => a + b);
  const p = e.map(x => x / s);
  const log_p = logits.map(x => (x - m) / tau - Math.log(s));
  const h = -p.reduce((a, x, i) => a + (x && x * log_p[i]), 0);
  out.push(JSON.stringify({ schema: 1, op, in: { logits, tau }, out: { p, log_p, sum: p.reduce((a, b) => a + b),
    argmax: p.indexOf(Math.max(...p)) + 1, entropy_bits: h / Math.LN2, entropy_nats: h, perplexity: Math.exp(h),
    logsumexp: m / tau + Math.log(s) }, steps: [], warnings: [] }));
  if (out.length === 1000) { process.stdout.write(out.join('\n') + '\n'); out = []; }
});
lines.on('close', () => process.stdout.write(out.length ? out.join('\n') + '\n' : ''));
