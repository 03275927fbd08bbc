"""Writes loss.csv: cross-entropy after softmax and its gradient by numpy's 80-bit long doubles, independent of nabla.

Columns, separated by semicolons: logits; truth, from 1; tau; loss in nats; loss in bits; gradient.
Run: python3 loss.py > loss.csv   (numpy 2, x86-64)
"""
import numpy as np

WIDE = np.longdouble


def loss(z, truth, tau):
    with np.errstate(invalid="ignore", divide="ignore", over="ignore", under="ignore"):
        x = (np.array(z, WIDE) - WIDE(max(z))) / WIDE(tau)
        e = np.exp(x)
        top = z.index(max(z))
        nats = np.log1p(sum((e[j] for j in range(len(z)) if j != top), WIDE(0))) - x[truth - 1]
        p = e / e.sum()
        residual = p.copy()
        residual[truth - 1] = -sum((p[j] for j in range(len(z)) if j != truth - 1), WIDE(0))
        return nats, nats / np.log(WIDE(2)), residual / WIDE(tau)


def text(values):
    return ",".join(repr(float(v)) for v in np.atleast_1d(values))


def cases():
    course = [2.1, 0.5, -1.0, -0.5]
    for truth in (1, 2, 3, 4):
        yield course, truth, 1.0
    yield course, 1, 2.0
    yield course, 3, 0.5
    yield [0.0, -40.0], 1, 1.0
    yield [0.0, -40.0], 2, 1.0
    yield [0.0, -2000.0], 2, 1.0
    yield [3.0], 1, 0.7
    yield [float("-inf"), 0.25, -0.75], 3, 0.7
    yield [5.0] * 7, 4, 0.1
    # Logits whose difference is larger than any double.
    yield [1.7e308, -1.7e308], 2, 1e308
    yield [1.7e308, -1.7e308, 0.0], 2, 10.0
    random = np.random.default_rng(7)
    for n in (2, 3, 5, 8, 13, 21, 34, 50):
        z = [float(v) for v in random.normal(0, 3, n)]
        yield z, int(random.integers(1, n + 1)), float(np.round(10 ** random.uniform(-1, 1), 3))


for z, truth, tau in cases():
    print(";".join([text(z), str(truth), repr(tau)] + [text(v) for v in loss(z, truth, tau)]))
