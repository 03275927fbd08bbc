"""Writes attention.csv: scaled dot-product attention by numpy's 80-bit long doubles, independent of nabla.

Columns, separated by semicolons: q; k; v; causal; scale; scores; weights; out. Rows of a matrix are separated by /.
Run: python3 attention.py > attention.csv   (numpy 2, x86-64)
"""
import numpy as np

WIDE = np.longdouble


def attention(q, k, v, causal, scale):
    q, k, v = (np.array(m, WIDE) for m in (q, k, v))
    scores = (q @ k.T) * WIDE(scale)
    if causal:
        n, m = scores.shape
        later = np.arange(m)[None, :] > np.arange(n)[:, None] + (m - n)
        scores[later] = -np.inf
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = e / e.sum(axis=1, keepdims=True)
    return scores, weights, weights @ v


def text(matrix):
    return "/".join(",".join(repr(float(x)) for x in row) for row in np.asarray(matrix))


def cases():
    q = [[0.0, 1.0], [2.0, 0.0], [2.0, -0.5], [0.5, -2.0]]
    k = [[2.0, 0.5], [0.0, 2.0], [0.5, -2.0], [-1.0, 0.0]]
    v = [[2.0, 1.0], [-1.0, 2.0], [0.0, -1.0], [-2.0, 0.0]]
    usual = float(1 / np.sqrt(2.0))
    yield q, k, v, False, usual
    yield q, k, v, True, usual
    yield q, k, v, False, 0.0
    yield q[2:], k, v, True, usual
    yield [[1e200, -1e200]], [[1e100, 1e100], [1e-200, 0.0]], [[1.0], [3.0]], False, 1.0
    yield [[3.0]], [[2.0]], [[-7.0, 8.0]], True, 1.0
    random = np.random.default_rng(8)
    for n, m, d, c in ((1, 5, 3, 2), (5, 5, 4, 4), (2, 7, 1, 3), (7, 2, 8, 1), (16, 16, 8, 8)):
        q, k, v = (np.round(random.normal(0, 1.5, shape), 6).tolist() for shape in ((n, d), (m, d), (m, c)))
        yield q, k, v, False, float(1 / np.sqrt(float(d)))
        if n <= m:
            yield q, k, v, True, float(1 / np.sqrt(float(d)))


for case in cases():
    q, k, v, causal, scale = case
    print(";".join([text(q), text(k), text(v), str(causal).lower(), repr(scale)] + [text(m) for m in attention(*case)]))
