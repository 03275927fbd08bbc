"""Writes softmax_backward.csv: slopes of sum_j u[j] p[j] by the logits, by mpmath, independent of nabla.

They are differences of the sum taken 300 digits apart, so that no rule of differentiation is used.
Columns, separated by semicolons: logits; tau; upstream u; gradient by the logits.
Run: python3 softmax_backward.py > softmax_backward.csv   (mpmath 1.3, numpy 2)
"""
import mpmath as mp
import numpy as np

mp.mp.dps = 1400


def total(logits, tau, upstream):
    top = max(logits)
    e = [mp.mpf(0) if z == -mp.inf else mp.exp((z - top) / tau) for z in logits]
    return mp.fsum(u * c for u, c in zip(upstream, e)) / mp.fsum(e)


def slopes(logits, tau, upstream):
    h = tau * mp.mpf(10) ** -300
    for j, z in enumerate(logits):
        moved = lambda by: [c + by * (k == j) for k, c in enumerate(logits)]
        above, below = total(moved(h), tau, upstream), total(moved(-h), tau, upstream)
        yield mp.mpf(0) if z == -mp.inf else (above - below) / (2 * h)


def text(values):
    return ",".join(repr(float(v)) for v in values)


def cases():
    yield [0.0, float(np.log(3))], 1.0, [1.0, 0.0]
    yield [2.1, 0.5, -1.0, -0.5], 1.0, [-1.0, 0.0, 0.0, 0.0]
    yield [2.1, 0.5, -1.0, -0.5], 0.5, [1.0, 1.0, 1.0, 1.0]
    yield [1e308, 1e308], 1.0, [1.0, 2.0]
    yield [0.0], 3.0, [7.0]
    yield [0.0, -40.0, -41.0], 1.0, [5.0, 2.0, -1.0]
    yield [float("-inf"), 0.25, -0.75], 0.7, [3.0, -1.0, 1e10]
    yield [0.5, 0.25], 1.0, [1.7e308, -1.7e308]
    yield [0.5, 0.25], 1e-3, [1e-320, 0.0]
    random = np.random.default_rng(43)
    for _ in range(200):
        n = int(random.integers(1, 9))
        logits = [float(z) for z in random.normal(0, 10.0 ** random.uniform(-2, 1), n)]
        upstream = [float(u) for u in random.normal(0, 10.0 ** random.uniform(-3, 3), n)]
        yield logits, float(np.round(10 ** random.uniform(-1, 1), 3)), upstream


for logits, tau, upstream in cases():
    wide = [mp.mpf(v) for v in logits], mp.mpf(tau), [mp.mpf(v) for v in upstream]
    print(";".join([text(logits), repr(tau), text(upstream), text(slopes(*wide))]))
