"""Writes cross_entropy.csv: the loss of drawn batches by mpmath with 700 digits, independent of nabla.

Columns, separated by semicolons: logits, rows between slashes; truth; loss of each row in nats; their mean;
the gradient of the mean, rows between slashes. Run: python3 cross_entropy.py > cross_entropy.csv   (mpmath 1.3, numpy 2)
"""
import mpmath as mp
import numpy as np

mp.mp.dps = 700


def row(logits, truth):
    top = max(logits)
    e = [mp.mpf(0) if z == -mp.inf else mp.exp(z - top) for z in logits]
    total = mp.fsum(e)
    loss = mp.inf if logits[truth - 1] == -mp.inf else mp.log(total) - (logits[truth - 1] - top)
    return loss, [c / total - (j == truth - 1) for j, c in enumerate(e)]


def text(values):
    return ",".join(repr(float(v)) for v in values)


def cases():
    yield [[0.0, 0.0], [0.0, float(np.log(3))]], [1, 1]
    yield [[2.1, 0.5, -1.0, -0.5]], [1]
    yield [[1e308, 1e308], [1e308, -7e307]], [2, 1]
    yield [[0.0], [1e308]], [1, 1]
    yield [[1e-300, 5e-324, 0.0], [float("-inf"), 0.0, 1.0]], [2, 3]
    yield [[float("-inf"), 0.0], [0.0, 0.0]], [1, 2]
    yield [[0.0, -40.0], [-800.0, 0.0]], [1, 1]
    random = np.random.default_rng(40)
    for _ in range(200):
        m, n = int(random.integers(1, 7)), int(random.integers(1, 9))
        logits = np.round(random.normal(0, 1, (m, n)) * 10.0 ** random.uniform(-2, 3), 4).tolist()
        yield logits, [int(t) for t in random.integers(1, n + 1, m)]


for logits, truth in cases():
    rows = [row([mp.mpf(z) for z in scores], t) for scores, t in zip(logits, truth)]
    m = len(rows)
    print(";".join([
        "/".join(text(scores) for scores in logits),
        ",".join(map(str, truth)),
        text(loss for loss, _ in rows),
        repr(float(mp.fsum(loss for loss, _ in rows) / m)),
        "/".join(text(slope / m for slope in slopes) for _, slopes in rows),
    ]))
