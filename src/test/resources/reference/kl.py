"""Writes kl.csv: Kullback-Leibler divergences of drawn distributions by mpmath with 700 digits, independent of nabla.

Both are divided by their exact sum, since shares of floats sum to 1 only nearly.
Columns, separated by semicolons: p; q; KL(p, q) and KL(q, p) in nats.
Run: python3 kl.py > kl.csv   (mpmath 1.3, numpy 2)
"""
import mpmath as mp
import numpy as np

mp.mp.dps = 700


def shares(given):
    wide = [mp.mpf(v) for v in given]
    return [v / mp.fsum(wide) for v in wide]


def divergence(p, q):
    if any(a > 0 and b == 0 for a, b in zip(p, q)):
        return mp.inf
    return mp.fsum(a * mp.log(a / b) for a, b in zip(p, q) if a > 0)


def text(values):
    return ",".join(repr(float(v)) for v in values)


def cases():
    yield [0.5, 0.5], [0.75, 0.25]
    yield [0.5, 0.5], [0.5, 0.5]
    yield [1.0], [1.0]
    yield [1.0, 0.0], [0.5, 0.5]
    yield [0.5, 0.5, 0.0], [1.0, 0.0, 0.0]
    yield [1.0, 0.0], [5e-324, 1.0]
    yield [5e-324, 1.0], [0.0, 1.0]
    yield [0.1] * 10, [0.1] * 9 + [0.1 + 1e-12]
    yield [0.5, 0.5], [0.5 + 1e-9, 0.5 - 1e-9]
    yield [1 / 3, 1 / 3, 1 / 3], [0.333333333, 0.333333333, 0.333333334]
    random = np.random.default_rng(41)
    for _ in range(200):
        n = int(random.integers(2, 9))
        p = random.dirichlet(np.full(n, 10.0 ** random.uniform(-1, 1)))
        far = 10.0 ** random.uniform(-12, 1)
        q = p * np.exp(far * random.normal(0, 1, n))
        yield p.tolist(), (q / q.sum()).tolist()


for p, q in cases():
    if abs(sum(q) - 1) < 1e-10 and min(q) >= 0:
        a, b = shares(p), shares(q)
        print(";".join([text(p), text(q), repr(float(divergence(a, b))), repr(float(divergence(b, a)))]))
