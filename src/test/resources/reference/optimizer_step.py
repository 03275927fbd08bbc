"""Writes optimizer_step.csv: single steps of sgd, momentum and Adam by mpmath with 400 digits, independent of nabla.

Columns, separated by semicolons: optimizer; eta; beta; beta1; beta2; epsilon; weights; gradient; m; v; t before the
step; weights, m and v after it, where they exist. Run: python3 optimizer_step.py > optimizer_step.csv   (mpmath 1.3, numpy 2)
"""
import mpmath as mp
import numpy as np

mp.mp.dps = 400


def step(kind, eta, beta, beta1, beta2, epsilon, weights, gradient, m, v, t):
    if kind == "sgd":
        return [w - eta * g for w, g in zip(weights, gradient)], [], []
    if kind == "momentum":
        v = [beta * old + g for old, g in zip(v, gradient)]
        return [w - eta * c for w, c in zip(weights, v)], [], v
    m = [beta1 * old + (1 - beta1) * g for old, g in zip(m, gradient)]
    v = [beta2 * old + (1 - beta2) * g * g for old, g in zip(v, gradient)]
    first, second = 1 - beta1 ** (t + 1), 1 - beta2 ** (t + 1)
    moved = [w - eta * (a / first) / (mp.sqrt(b / second) + epsilon) for w, a, b in zip(weights, m, v)]
    return moved, m, v


def text(values):
    return ",".join(repr(float(v)) for v in values) or "none"


def cases():
    usual = (0.1, 0.9, 0.9, 0.999, 1e-8)
    for kind in ("sgd", "momentum", "adam"):
        yield kind, *usual, [1.0], [1.0], [0.0], [0.0], 0
        yield kind, *usual, [1.0, -2.0], [0.5, -0.25], [0.1, 0.2], [0.01, 0.02], 9
    for t in (0, 1, 10, 10**6, 10**9):
        yield "adam", *usual, [1.0, 0.0], [3e-5, -2e7], [1e-5, 1e6], [1e-9, 1e13], t
    yield "adam", 0.1, 0.9, 0.0, 0.0, 1e-8, [1.0], [2.0], [5.0], [7.0], 3
    yield "adam", 0.1, 0.9, 0.9, 0.999, 1e-300, [1.0], [1e-200], [0.0], [0.0], 0
    yield "adam", 0.1, 0.9, 0.9, 0.999, 1e-8, [1.0], [1e200], [0.0], [0.0], 0
    yield "adam", 0.1, 0.9, 0.9, 0.999, 1e-8, [1.0], [0.0], [0.0], [0.0], 0
    random = np.random.default_rng(42)
    for case in range(200):
        n = int(random.integers(1, 6))
        size = 10.0 ** random.uniform(-6, 4)
        draw = lambda: [float(f"{x:.4g}") for x in random.normal(0, size, n)]
        kind = ("sgd", "momentum", "adam")[case % 3]
        rates = (float(f"{10.0 ** random.uniform(-4, 0):.3g}"), 0.9, 0.8, 0.99, 1e-8)
        v = [float(f"{abs(x) * size:.4g}") for x in draw()] if kind == "adam" else draw()
        yield kind, *rates, draw(), draw(), draw(), v, int(random.integers(0, 2000))


for kind, *rates, weights, gradient, m, v, t in cases():
    wide = [[mp.mpf(x) for x in part] for part in (weights, gradient, m, v)]
    after = step(kind, *(mp.mpf(x) for x in rates), *wide, t)
    print(";".join([kind, *map(repr, rates), *map(text, (weights, gradient, m, v)), str(t), *map(text, after)]))
