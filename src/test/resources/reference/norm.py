"""Writes norm.csv: rms and layer norm of drawn vectors by mpmath with 700 digits, independent of nabla.

The gradients are differences of L = sum of upstream times y, taken 200 digits apart, so that no rule is used twice.
Columns, separated by semicolons: kind; x; eps; gain; shift; upstream; y; gradients by x, gain and shift.
A gain or shift of one number is for all components. Run: python3 norm.py > norm.csv   (mpmath 1.3, numpy 2)
"""
import mpmath as mp
import numpy as np

mp.mp.dps = 700


def norm(kind, x, eps, gain, shift):
    mean = mp.fsum(x) / len(x) if kind == "layer" else mp.mpf(0)
    u = [c - mean for c in x]
    root = mp.sqrt(mp.fsum(c * c for c in u) / len(x) + eps)
    spread = lambda v: v * len(x) if len(v) == 1 else v
    return [g * c / root + s for g, c, s in zip(spread(gain), u, spread(shift))]


def gradients(kind, x, eps, gain, shift, upstream):
    def loss(parts):
        return mp.fsum(u * y for u, y in zip(upstream, norm(kind, parts[0], eps, parts[1], parts[2])))

    parts = [x, gain, shift]
    size = max(mp.sqrt(mp.fsum(c * c for c in x)), mp.sqrt(eps))
    for part, values in enumerate(parts):
        h = mp.mpf(10) ** -200 * (size if part == 0 else 1)
        slopes = []
        for i in range(len(values)):
            def moved(by):
                return [[c + by * (p == part and j == i) for j, c in enumerate(v)] for p, v in enumerate(parts)]

            slopes.append((loss(moved(h)) - loss(moved(-h))) / (2 * h))
        yield slopes


def text(values):
    return ",".join(repr(float(v)) for v in values)


def cases():
    yield "rms", [3.0, 4.0], 0.0, [1.0], [0.0], [1.0, 0.0]
    yield "rms", [3.0, 4.0], 0.0, [2.0], [1.0], [1.0, 0.0]
    yield "layer", [1.0, 4.0, 7.0], 1e-5, [1.0], [0.0], [1.0, 1.0, 1.0]
    yield "rms", [1e308, -1e308, 1.5e308], 1e-5, [1.0], [0.0], [1.0, 2.0, 3.0]
    yield "layer", [1e308, -1.7e308, 1.5e308], 0.0, [1.0], [0.0], [1.0, 2.0, 4.0]
    yield "rms", [1e-200, 2e-200], 0.0, [1.0], [0.0], [1e-200, -1e-200]
    yield "rms", [1e-200, 2e-200], 1e-5, [1.0], [0.0], [1.0, -1.0]
    yield "layer", [5e-324, 1e-322, 0.0], 0.0, [1.0], [0.0], [1e-20, -1e-20, 0.0]
    yield "layer", [1e8 + 1, 1e8 + 2, 1e8 + 4], 0.0, [1.0, 2.0, 3.0], [0.0], [1.0, 0.0, -1.0]
    yield "rms", [0.0, 0.0, 0.0], 1e-5, [1.0, 2.0, 3.0], [0.5], [1.0, -1.0, 2.0]
    yield "rms", [0.25], 1e-5, [1.0], [0.0], [2.0]
    random = np.random.default_rng(39)
    for case in range(200):
        n = int(random.integers(1, 9))
        scale = float(10.0 ** random.uniform(-6, 6))
        draw = lambda size: [round(float(v), 3) for v in random.normal(0, 1, size)]
        x = [float(f"{v:.4g}") for v in random.normal(random.choice([0.0, 3.0]), 1, n) * scale]
        some = lambda: draw(n) if random.random() < 0.5 else draw(1)
        eps = float(random.choice([1e-5, 1e-8, 0.1, 1e-12]))
        yield ("rms", "layer")[case % 2], x, eps, some(), some(), draw(n)


for kind, x, eps, gain, shift, upstream in cases():
    wide = [[mp.mpf(v) for v in part] for part in (x, gain, shift, upstream)]
    y = norm(kind, wide[0], mp.mpf(eps), wide[1], wide[2])
    slopes = gradients(kind, wide[0], mp.mpf(eps), *wide[1:])
    print(";".join([kind, text(x), repr(eps)] + [text(v) for v in (gain, shift, upstream, y, *slopes)]))
