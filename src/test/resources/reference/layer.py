"""Writes layer.csv: a tiny transformer layer and its gradient by numpy's 80-bit long doubles, independent of nabla.

The gradient is taken by central differences of fourth order, so that no rule of differentiation is used twice.
Columns, separated by semicolons: x; wq; wk; wv; w1; w2; truth; mixing; p; loss in nats; gradients by x, wq, wk, wv, w1, w2.
Rows of a matrix are separated by /. Run: python3 layer.py > layer.csv   (numpy 2, x86-64)
"""
import numpy as np

WIDE = np.longdouble
H = WIDE(2) ** -12


def forward(parts, truth, mixing):
    x, wq, wk, wv, w1, w2 = parts
    h = x[-1:]
    if mixing:
        s = (x[-1:] @ wq) @ (x @ wk).T / np.sqrt(WIDE(wq.shape[1]))
        e = np.exp(s - s.max())
        h = (e / e.sum()) @ (x @ wv)
    z = np.maximum(h @ w1, 0) @ w2
    e = np.exp(z - z.max())
    return (e / e.sum())[0], np.log(e.sum()) - (z - z.max())[0, truth - 1]


def slope(parts, part, entry, truth, mixing):
    def loss(by):
        moved = [m.copy() for m in parts]
        moved[part].flat[entry] += by
        return forward(moved, truth, mixing)[1]

    return (8 * (loss(H) - loss(-H)) - (loss(2 * H) - loss(-2 * H))) / (12 * H)


def gradients(parts, truth, mixing):
    for part, m in enumerate(parts):
        yield np.array([slope(parts, part, i, truth, mixing) for i in range(m.size)]).reshape(m.shape)


def text(matrix):
    return "/".join(",".join(repr(float(x)) for x in row) for row in np.atleast_2d(matrix))


def cases():
    course = [
        [[1.0, 0.5], [-0.5, 1.0], [1.0, -0.5]],
        [[1.5, 0.0], [-0.5, 1.0]],
        [[1.0, -0.5], [0.5, 1.0]],
        [[1.0, 0.5], [-0.5, 1.0]],
        [[1.0, -1.0, 0.5], [0.5, 0.5, 0.8]],
        [[1.2, 0.4, -0.8, -0.2], [-0.5, 0.3, 0.6, 0.2], [0.8, 0.1, -0.2, -0.3]],
    ]
    for truth in (1, 2):
        for mixing in (True, False):
            yield course, truth, mixing
    random = np.random.default_rng(1)
    for t, e, d, c, u, n in ((1, 1, 1, 1, 1, 2), (2, 3, 2, 3, 4, 3), (5, 4, 3, 2, 6, 5)):
        shapes = ((t, e), (e, d), (e, d), (e, c), (c, u), (u, n))
        yield [np.round(random.normal(0, 1, shape), 3).tolist() for shape in shapes], 2, True


for parts, truth, mixing in cases():
    parts = [np.array(m, WIDE) for m in parts]
    p, loss = forward(parts, truth, mixing)
    row = [text(m) for m in parts] + [str(truth), str(mixing).lower(), text(p), repr(float(loss))]
    print(";".join(row + [text(g) for g in gradients(parts, truth, mixing)]))
