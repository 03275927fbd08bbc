"""Writes sample.csv: top-k and top-p filtering in numpy and draws by SplitMix64 in Python's integers, independent of nabla.

Columns, separated by semicolons: logits; tau; top_k; top_p; seed; p after filtering; how often each token comes up in 1000
draws; the first ten tokens, counted from 1.
The filters are those of Hugging Face's LogitsProcessors, top-k before top-p, with ties kept by position.
Run: python3 sample.py > sample.csv
"""
import numpy as np

MASK = (1 << 64) - 1


def uniform(seed, i):
    z = (seed + (i + 1) * 0x9E3779B97F4A7C15) & MASK
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
    return ((z ^ (z >> 31)) >> 11) * 2.0**-53


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def text(values):
    return ",".join(repr(float(v)) for v in values)


random = np.random.default_rng(17)
for case in range(40):
    n = int(random.integers(1, 9))
    logits = np.round(random.uniform(-3, 3, n), 1 if case % 2 else 0) + 0.0
    if case % 7 == 6 and n > 1:
        logits[int(random.integers(0, n))] = -np.inf
    tau = float(np.round(random.uniform(0.2, 3), 1))
    top_k = int(random.integers(0, n + 2))
    top_p = float(random.choice([0, 0.05, 0.33, 0.6, 0.9, 1]))
    seed = int(random.integers(0, 2**62))
    z = logits / tau
    order = np.argsort(-z, kind="stable")
    if 0 < top_k < n:
        z[order[top_k:]] = -np.inf
    before = np.concatenate([[0], np.cumsum(softmax(z)[order])[:-1]])
    if top_p < 1:
        z[order[(before >= top_p) & (np.arange(n) > 0)]] = -np.inf
    p = softmax(z)
    cumulative = np.cumsum(p)
    tokens = [min(int(np.searchsorted(cumulative, uniform(seed, i), side="right")), n - 1) for i in range(1000)]
    counts = np.bincount(tokens, minlength=n)
    fields = [text(logits), repr(tau), str(top_k), repr(top_p), str(seed), text(p), text(counts)]
    print(";".join(fields + [text(t + 1 for t in tokens[:10])]))
