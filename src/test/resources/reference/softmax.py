"""Writes softmax.csv: softmax of random logits by numpy's 80-bit long doubles, independent of nabla.

Columns, separated by semicolons: logits; tau; p; log_p; logsumexp; entropy in nats.
Run: python3 softmax.py > softmax.csv   (numpy 2, x86-64)
"""
import numpy as np

WIDE = np.longdouble


def softmax(z, tau):
    with np.errstate(invalid="ignore", divide="ignore", over="ignore", under="ignore"):
        x = (np.array(z, WIDE) - WIDE(max(z))) / WIDE(tau)
        e = np.exp(x)
        top = z.index(max(z))
        log_sum = np.log1p(sum((e[j] for j in range(len(z)) if j != top), WIDE(0)))
        log_p = x - log_sum
        p = e / e.sum()
        entropy = -sum((p[j] * log_p[j] for j in range(len(z)) if p[j] > 0), WIDE(0))
        return p, log_p, WIDE(max(z)) / WIDE(tau) + log_sum, abs(entropy)


def text(values):
    return ",".join(repr(float(v)) for v in np.atleast_1d(values))


def cases():
    yield [2.1, 0.5, -1.0, -0.5], 1.0
    yield [2.1, 0.5, -1.0, -0.5], 0.5
    yield [2.1, 0.5, -1.0, -0.5], 2.0
    yield [0.0, -40.0], 1.0
    yield [0.0], 3.0
    yield [1000.0, 999.0, -1000.0], 1.0
    yield [1e308, 1e308, -1e308], 1.0
    yield [float("-inf"), 0.25, float("-inf"), -0.75], 0.7
    yield [5.0] * 7, 0.1
    yield [1e-300, -1e-300, 0.0], 1e-300
    # Logits whose difference is larger than any double.
    yield [1.7e308, -1.7e308], 1e308
    yield [1.7e308, -1.7e308, 0.0], 10.0
    yield [-1e308, 709.8], 0.1
    random = np.random.default_rng(6)
    for n in (2, 3, 4, 5, 8, 13, 21, 34, 50):
        yield [float(v) for v in random.normal(0, 3, n)], float(np.round(10 ** random.uniform(-1, 1), 3))
    for n in (3, 6):
        masked = [float(v) for v in random.normal(0, 20, n)]
        masked[n // 2] = float("-inf")
        yield masked, float(np.round(10 ** random.uniform(-1, 1), 3))


for z, tau in cases():
    print(";".join([text(z), repr(tau)] + [text(v) for v in softmax(z, tau)]))
