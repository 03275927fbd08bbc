"""Every operation of `solve --batch` against a reference that shares no line with it: sums in fractions, the rest in mpmath's 120 digits.

Usage: reference.py PATH/TO/bin/nabla [COUNT [SEED]]     10,000 questions unless told; needs python3-mpmath

A row of OPERATIONS draws a question and says what must come: of each key the true numbers, and the size of what was added up,
of which a part of 1e-15 for each rounding may be lost. Prints a line an operation: questions, numbers, and the worst error in
units of 2^-52.
"""
import itertools
import json
import random
import subprocess
import sys
from fractions import Fraction

from mpmath import mp, mpf

mp.dps = 120
UNIT = mpf(2) ** -52
LARGEST = mpf(sys.float_info.max)
ROUNDINGS = 16
FUNCTIONS = {
    "x^3 - {a}x^2": lambda x, a: x**3 - a * x**2,
    "sin({a}x)/x": lambda x, a: mp.sin(a * x) / x,
    "exp(-x^2/{a})": lambda x, a: mp.exp(-(x**2) / a),
    "log(x^2 + {a})": lambda x, a: mp.log(x**2 + a),
    "sqrt({a} + x^4)": lambda x, a: mp.sqrt(a + x**4),
    "1/(1 + exp(-{a}x))": lambda x, a: 1 / (1 + mp.exp(-a * x)),
    "tanh(x)/{a} + x": lambda x, a: mp.tanh(x) / a + x,
    "tanh(exp({a}x))": lambda x, a: mp.tanh(mp.exp(a * x)),
    "(x^2)^{a}": lambda x, a: (x * x) ** a,
    "abs(x)^{a} cos(x)": lambda x, a: abs(x) ** a * mp.cos(x),
    "(1 - cos(x))/abs(x)^{a}": lambda x, a: (1 - mp.cos(x)) / abs(x) ** a,
    "arccos(x/(abs(x) + {a}))": lambda x, a: mp.acos(x / (abs(x) + a)),
    "exp({a}x) - 1": lambda x, a: mp.exp(a * x) - 1,
    "expm1({a}x)": lambda x, a: mp.expm1(a * x),
    "log1p(x^2/{a})": lambda x, a: mp.log1p(x**2 / a),
    "log1p({a}abs(x)) - abs(x)": lambda x, a: mp.log1p(a * abs(x)) - abs(x),
    "softplus({a}x)": lambda x, a: mp.log1p(mp.exp(a * x)),
    "x softplus(-x/{a}) + expm1(-x^2)": lambda x, a: x * mp.log1p(mp.exp(-x / a)) + mp.expm1(-(x**2)),
    "log2(x^2 + {a}) log10({a})": lambda x, a: mp.log(x**2 + a, 2) * mp.log10(a),
}
SURFACES = {
    "softplus({a}x) + y^2": lambda x, y, a: mp.log1p(mp.exp(a * x)) + y**2,
    "log1p(x^2 + {a}y^2)": lambda x, y, a: mp.log1p(x**2 + a * y**2),
    "expm1(x y/{a})^2": lambda x, y, a: mp.expm1(x * y / a) ** 2,
    "softplus(-x y) + {a}x^2": lambda x, y, a: mp.log1p(mp.exp(-x * y)) + a * x**2,
}


def number(rng):
    """Plain, whole, hardly there, near the ends."""
    kind = rng.random()
    if kind < 0.5:
        return rng.gauss(0, 2)
    if kind < 0.7:
        return float(rng.randint(-9, 9))
    return rng.choice((-1, 1)) * rng.random() * 10.0 ** rng.choice((-300, -160, -20, -8, 3, 8, 20, 100))


def extreme(rng):
    """The ends of the doubles beside ordinary numbers, so that two of them may differ by more than the range."""
    return rng.choice((-1, 1)) * rng.choice((0.0, 5e-324, 1e-308, 1e-160, 1e-20, 1.0, 1e154, 1e292, 1e308, sys.float_info.max))


def numbers(rng, n, one=number):
    return [one(rng) for _ in range(n)]


def matrix(rng, m, n, one=number):
    return [numbers(rng, n, one) for _ in range(m)]


def tame(rng):
    return round(rng.gauss(0, 1.5), rng.choice((1, 3, 15)))


def wide(rng):
    """Of many sizes, but so that no product of three is subnormal."""
    return tame(rng) * 10.0 ** rng.choice((-20, -8, -3, 3, 8, 20))


def real(x):
    return mpf(x.numerator) / x.denominator if isinstance(x, Fraction) else mpf(x)


def dot_of(a, b):
    """The exact sum of products, and the sum of their sizes."""
    terms = [Fraction(x) * Fraction(y) for x, y in zip(a, b)]
    return real(sum(terms, Fraction(0))), real(sum(map(abs, terms), Fraction(0)))


def flat(rows):
    return [x for row in rows for x in (row if isinstance(row, list) else [row])]


def transposed(rows):
    return [list(column) for column in zip(*rows)]


def product(a, b):
    return [[dot_of(row, column) for column in transposed(b)] for row in a]


def softmax(logits, tau=1.0):
    shown = [None if z == -mp.inf else mpf(z) / mpf(tau) for z in logits]
    top = max(z for z in shown if z is not None)
    e = [mpf(0) if z is None else mp.exp(z - top) for z in shown]
    return [x / sum(e) for x in e], top + mp.log(sum(e))


def dot(rng):
    n = rng.randint(1, 6)
    one = rng.choice((number, extreme))
    a, b = numbers(rng, n, one), numbers(rng, n, one)
    if rng.random() < 0.2:
        b = [-x if i % 2 else x for i, x in enumerate(a)]
    value, size = dot_of(a, b)
    norm = [mp.sqrt(dot_of(v, v)[0]) for v in (a, b)]
    yield {"a": a, "b": b}
    yield "dot", [value], size * UNIT
    yield "norm_a", [norm[0]], 0
    yield "norm_b", [norm[1]], 0
    if norm[0] and norm[1]:
        cosine = value / norm[0] / norm[1]
        yield "cosine", [cosine], size / norm[0] / norm[1]
        yield "angle_deg", [mp.degrees(mp.acos(max(-1, min(1, cosine))))], mpf(360)
        yield "projection", [value / norm[0]], size / norm[0]


def matmul(rng):
    m, n, p = (rng.randint(1, 4) for _ in range(3))
    a, b, up = matrix(rng, m, n), matrix(rng, n, p), matrix(rng, m, p)
    yield {"a": a, "b": b, "upstream": up, "grad_a": True, "grad_b": True, "grad_bias": True}
    for key, cells in (("c", product(a, b)), ("grad_a", product(up, transposed(b))), ("grad_b", product(transposed(a), up))):
        yield key, [value for value, _ in flat(cells)], [size for _, size in flat(cells)]
    yield "grad_bias", [dot_of(flat(up), [1.0] * m * p)[0]], dot_of(flat(up), [1.0] * m * p)[1]


def chain(rng):
    slopes = numbers(rng, rng.randint(1, 8), tame)
    running = list(itertools.accumulate(reversed([mpf(s) for s in slopes]), lambda x, y: x * y))
    yield {"slopes": slopes}
    yield "product", [running[-1]], 0
    yield "partials", running[::-1], 0


NODES = {
    "{} + {}": lambda u, v: u + v,
    "{}*{}": lambda u, v: u * v,
    "{} - 2{}": lambda u, v: u - 2 * v,
    "{}/({}^2 + 1)": lambda u, v: u / (v**2 + 1),
    "tanh({}) {}": lambda u, v: mp.tanh(u) * v,
    "exp(cos({})) + {}": lambda u, v: mp.exp(mp.cos(u)) + v,
    "sigmoid({} + {})": lambda u, v: 1 / (1 + mp.exp(-u - v)),
    "log1p({}^2)*{}": lambda u, v: mp.log1p(u**2) * v,
    "sin({}) - {}": lambda u, v: mp.sin(u) - v,
}


def typed_graph(rng):
    """Nodes in a row, each of two earlier names; the last adds up what no other uses."""
    inputs = {name: round(rng.uniform(-2, 2), 3) for name in rng.sample("abcdgh", rng.randint(1, 6))}
    names, unused, nodes = list(inputs), list(inputs), []
    for i in range(rng.randint(1, 15)):
        form, used = rng.choice(list(NODES)), [rng.choice(unused if rng.random() < 0.6 else names), rng.choice(names)]
        nodes.append((f"n{i}", form.format(*used), NODES[form], used))
        unused = [name for name in unused if name not in used] + [f"n{i}"]
        names.append(f"n{i}")
    nodes.append(("L", " + ".join(unused), lambda *parts: sum(parts), unused))

    def values(numbers):
        known = dict(zip(inputs, numbers))
        for name, _, rule, used in nodes:
            known[name] = rule(*(known[u] for u in used))
        return known

    here = [mpf(x) for x in inputs.values()]
    given = "; ".join(f"{name} = {x!r}" for name, x in inputs.items())
    yield {"f": given + "; " + "; ".join(f"{name} = {text}" for name, text, _, _ in nodes)}
    for name, value in values(here).items():
        if name not in inputs:
            yield name, [value], "warned"
    for i, name in enumerate(inputs):
        def root(x, i=i):
            return values([x if j == i else other for j, other in enumerate(here)])["L"]
        slope = mp.diff(root, here[i], h=mpf(10) ** -40)
        yield name + "_grad", [slope if abs(slope) > mpf(10) ** -60 else mpf(0)], "warned"


def graph(rng):
    if rng.random() < 0.7:
        yield from typed_graph(rng)
        return
    w, c, x = numbers(rng, 3, rng.choice((tame, wide)))
    yield {"inputs": {"w": w, "c": c, "x": x}}
    yield "L", [(mpf(w) + c) * mpf(w) * x], (abs(mpf(w)) + abs(c)) * abs(mpf(w) * x)
    yield "w_grad", [(2 * mpf(w) + c) * x], (2 * abs(mpf(w)) + abs(c)) * abs(x)


def derivative(rng):
    text, f = rng.choice(list(FUNCTIONS.items()))
    a = round(rng.uniform(0.3, 3), 2)
    x = rng.choice((-1, 1)) * rng.choice((rng.uniform(0.05, 4), 10 ** rng.uniform(-7, 2)))
    x = round(x, 9) or 1e-6
    here, at = mpf(x), mpf(a)
    yield {"f": text.format(a=a), "x": x, "eps": 0.001}
    # 1 - tanh is as small as a double can be where tanh is 1 to 320 digits.
    with mp.workdps(400):
        slope = mp.diff(lambda z: f(z, at), here, h=abs(here) * mpf(10) ** -30)
        second = mp.diff(lambda z: f(z, at), here, 2, h=abs(here) * mpf(10) ** -25)
    yield "value", [f(here, at)], "warned"
    yield "slope", [slope], "warned"
    yield "second", [second], "warned"


def surface(rng):
    text, f = rng.choice(list(SURFACES.items()))
    a = round(rng.uniform(0.3, 3), 2)
    start = [round(rng.uniform(-3, 3), 3) for _ in range(2)]
    at = [mpf(s) for s in start]
    value = lambda x, y: f(x, y, mpf(a))
    yield {"f": text.format(a=a), "start": start, "eta": 0.1, "steps": 0, "hessian": True}
    size = 100 * (1 + abs(value(*at)))
    yield "loss", [value(*at)], size
    yield "gradient", [mp.diff(value, at, order) for order in ((1, 0), (0, 1))], size
    yield "hessian", [mp.diff(value, at, order) for order in ((2, 0), (1, 1), (1, 1), (0, 2))], 100 * size


def descent(rng):
    if rng.random() < 0.3:
        yield from surface(rng)
        return
    n = rng.randint(1, 3)
    curvature = [10 ** rng.uniform(-6, 3) for _ in range(n)]
    start = [rng.choice((-1, 1)) * 10 ** rng.uniform(-6, 3) for _ in range(n)]
    beta = rng.choice((0.0, 0.5, 0.9))
    eta = rng.uniform(0.01, 2.4 * (1 + beta)) / max(curvature)
    steps = rng.choice((1, 5, 40, 300))
    yield {"curvature": curvature, "start": start, "eta": eta, "beta": beta, "optimizer": "momentum", "steps": steps}
    theta, v, near, size = [mpf(s) for s in start], [mpf(0)] * n, [], mpf(0)
    for t in range(4 * steps + 1000):
        near.append(mp.sqrt(sum(x * x for x in theta)))
        if t <= steps:
            size, reached = max(size, *map(abs, theta)), theta
        v = [mpf(beta) * m + mpf(c) * x for m, c, x in zip(v, curvature, theta)]
        theta = [x - mpf(eta) * m for x, m in zip(theta, v)]
    yield "theta", reached, size * steps * 16
    far = [t for t, away in enumerate(near) if away > near[0] / 1000]
    first = far[-1] + 1
    yield "status", lambda out: out["status"] != "converged" or first <= steps and out["converged_at"] >= first, "word"
    yield "status", lambda out: out["status"] != "diverging" or any(abs(x) > abs(s) for x, s in zip(theta, start)), "word"


def softmax_of(rng):
    n = rng.randint(1, 6)
    scale = rng.choice((1, 10, 1000, 1e300, 1e308))
    logits = [scale * max(-1.7, min(1.7, rng.gauss(0, 1))) if scale == 1e308 else rng.gauss(0, scale) for _ in range(n)]
    if n > 1 and rng.random() < 0.2:
        logits[rng.randrange(n)] = -mp.inf
    return logits, rng.choice((1.0, 1.0, 0.3, 7.0, 1e-3 * scale, scale))


def json_of(logits):
    return ["-inf" if z == -mp.inf else z for z in logits]


def spread(logits, tau):
    """How many units of rounding the exponents may be off."""
    finite = [abs(mpf(z)) / mpf(tau) for z in logits if z != -mp.inf]
    return min(mpf(800), 1 + max(finite))


def shares(rng):
    logits, tau = softmax_of(rng)
    p, total = softmax(logits, tau)
    yield {"logits": json_of(logits), "tau": tau, "jacobian": True}
    yield "p", p, [x * spread(logits, tau) for x in p]
    yield "logsumexp", [total], abs(total) + abs(mpf(max(logits))) / mpf(tau)
    yield "entropy_nats", [-sum(x * mp.log(x) for x in p if x)], [spread(logits, tau)]
    rows = [[x * (sum(p[:i] + p[i + 1:]) if i == j else -y) / mpf(tau) for j, y in enumerate(p)] for i, x in enumerate(p)]
    yield "jacobian", flat(rows), [abs(x) * spread(logits, tau) + mpf(2) ** -1070 / UNIT / mpf(tau) for x in flat(rows)]


def loss(rng):
    logits, tau = softmax_of(rng)
    n = len(logits)
    weights = [0.0 if z == -mp.inf else rng.choice((0, 1, rng.random(), 1e-9 * rng.random())) for z in logits]
    weights = weights if sum(weights) else [float(z == max(logits)) for z in logits]
    y = [w / sum(weights) for w in weights]
    soft = rng.random() < 0.5
    truth = y.index(max(y))
    p, total = softmax(logits, tau)
    yield {"logits": json_of(logits), "tau": tau, **({"target": y} if soft else {"truth": truth + 1})}
    y = y if soft else [float(j == truth) for j in range(n)]
    terms = [mpf(q) * (total - mpf(z) / mpf(tau)) for q, z in zip(y, logits) if q]
    size = max([abs(total)] + [abs(mpf(z) / mpf(tau)) for z in logits if z != -mp.inf])
    yield "loss_nats", [sum(terms)], size
    yield "kl_nats", [sum(terms) + sum(mpf(q) * mp.log(q) for q in y if q)], size + 1
    slopes = [(x * sum(map(mpf, y)) - q) / mpf(tau) for x, q in zip(p, y)]
    yield "gradient", slopes, spread(logits, tau) / mpf(tau)
    if all(abs(s) * tau > mpf(10) ** -3 or q == 0 for s, q in zip(slopes, y)) and size < LARGEST / 2:
        yield "numeric_gradient", slopes, "warned"


def attention(rng):
    n, m, d, c = (rng.randint(1, 3) for _ in range(4))
    q, k, v, up = matrix(rng, n, d, tame), matrix(rng, m, d, tame), matrix(rng, m, c, tame), matrix(rng, n, c, tame)
    causal = n <= m and rng.random() < 0.5
    scale = rng.choice((1.0, 0.5, -2.0))
    asked = {"q": q, "k": k, "v": v, "causal": causal, "scale": scale, "upstream": up}
    yield {**asked, "grad_q": True, "grad_k": True, "grad_v": True}
    seen = [i + 1 + m - n if causal else m for i in range(n)]
    scores = [[scale * dot_of(q[i], k[j])[0] if j < seen[i] else -mp.inf for j in range(m)] for i in range(n)]
    w = [softmax(row)[0] for row in scores]
    yield "weights", flat(w), mpf(40)
    yield "out", [sum(w[i][j] * v[j][x] for j in range(m)) for i in range(n) for x in range(c)], mpf(400)
    dw = [[sum(mpf(up[i][x]) * v[j][x] for x in range(c)) for j in range(m)] for i in range(n)]
    ds = [[w[i][j] * (dw[i][j] - sum(map(lambda a, b: a * b, w[i], dw[i]))) * scale for j in range(m)] for i in range(n)]
    yield "grad_q", [sum(ds[i][j] * k[j][x] for j in range(m)) for i in range(n) for x in range(d)], mpf(4000)
    yield "grad_k", [sum(ds[i][j] * q[i][x] for i in range(n)) for j in range(m) for x in range(d)], mpf(4000)
    yield "grad_v", [sum(w[i][j] * up[i][x] for i in range(n)) for j in range(m) for x in range(c)], mpf(400)


def sample(rng):
    n = rng.randint(1, 6)
    logits = [rng.gauss(0, 2) for _ in range(n)]
    top = rng.randint(1, n)
    kept = sorted(logits)[-top:]
    p, _ = softmax([z if z in kept else -mp.inf for z in logits])
    yield {"logits": logits, "top_k": top, "count": 3}
    yield "p", p, mpf(20)


def parts(rng, n):
    drawn = [rng.random() ** rng.choice((1, 8)) for _ in range(n)]
    return [x / sum(drawn) for x in drawn]


def kl(rng):
    """Shares at any distance from each other, sometimes rounded to a few decimals."""
    n = rng.randint(1, 6)
    p = parts(rng, n)
    q = parts(rng, n) if rng.random() < 0.3 else [x * (1 + 10 ** rng.uniform(-14, 0) * rng.random()) for x in p]
    q = [x / sum(q) for x in q]
    if rng.random() < 0.3:
        places = rng.randint(3, 8)
        rounded = [[round(x, places) for x in shares] for shares in (p, q)]
        p, q = rounded if min(map(min, rounded)) > 0 else (p, q)
    yield {"p": p, "q": q}
    exact = [[Fraction(x) for x in shares] for shares in (p, q)]
    normed = [[real(x / sum(shares)) for x in shares] for shares in exact]
    shown = [fair if abs(sum(given) - 1) > 1e-9 else [mpf(x) for x in given] for fair, given in zip(normed, (p, q))]
    yield "kl_nats", [sum(a * mp.log(a / b) for a, b in zip(*normed))], "warned"
    yield "terms_nats", [a * mp.log(a / b) for a, b in zip(*shown)], "warned"
    if shown == [[mpf(x) for x in shares] for shares in (p, q)]:
        far = [0 if abs(a - b) <= b / 2 else a * (abs(mp.log(a)) + abs(mp.log(b))) for a, b in zip(*shown)]
        yield "terms_nats", [a * mp.log(a / b) for a, b in zip(*shown)], far


def norm(rng):
    """Of a slope by x at most ten binary digits are lost, whatever cancels."""
    n, layer = rng.randint(1, 5), rng.random() < 0.5
    one = rng.choice((tame, wide))
    x, up, gain = numbers(rng, n, one), numbers(rng, n, one), numbers(rng, rng.choice((1, n)), one)
    up = x if rng.random() < 0.2 else up
    shift, eps = [rng.choice((0.0, tame(rng)))], rng.choice((1e-5, 1e-12, 0.1))
    yield {"x": x, "kind": "layer" if layer else "rms", "eps": eps, "gain": gain, "shift": shift, "upstream": up}
    factors = gain * n if len(gain) == 1 else gain

    def centred(v):
        return [c - sum(v) / n for c in v] if layer else v

    u, g = centred([mpf(c) for c in x]), centred([mpf(a) * b for a, b in zip(up, factors)])
    root = mp.sqrt(sum(c * c for c in u) / n + eps)
    unit = [c / root for c in u]
    along = sum(a * b for a, b in zip(g, unit)) / n
    slopes = [(a - c * along) / root for a, c in zip(g, unit)]
    yield "y", [a * c + shift[0] for a, c in zip(factors, unit)], "warned"
    yield "grad_x", slopes, [64 * abs(slope) for slope in slopes]
    yield "grad_gain", [sum(mpf(a) * c for a, c in zip(up, unit))] if len(gain) == 1 else [a * c for a, c in zip(up, unit)], "warned"
    if layer:
        yield "mean", [sum(map(mpf, x)) / n], "warned"


def optimizer_step(rng):
    n, beta2 = rng.randint(1, 4), rng.choice((0.9, 0.999, 0.999999, 1 - 1e-12))
    weights, g, m = (numbers(rng, n, tame) for _ in range(3))
    v, t = [abs(x) for x in numbers(rng, n, tame)], rng.choice((0, 1, 7, 64, 65, 1000, 10**6, 10**9))
    m[0] = rng.choice((m[0], 1e308))
    yield {"optimizer": "adam", "eta": 0.1, "weights": weights, "gradient": g, "m": m, "v": v, "t": t, "beta2": beta2}
    b1, b2 = mpf(0.9), mpf(beta2)
    means = [(b1 * a + (1 - b1) * b) / (1 - b1 ** (t + 1)) for a, b in zip(m, g)]
    squares = [(b2 * a + (1 - b2) * mpf(b) ** 2) / (1 - b2 ** (t + 1)) for a, b in zip(v, g)]
    added = [(b1 * abs(a) + (1 - b1) * abs(b)) / (1 - b1 ** (t + 1)) for a, b in zip(m, g)]
    moves = [[mpf(0.1) * c / (mp.sqrt(s) + mpf(1e-8)) for c, s in zip(of, squares)] for of in (means, added)]
    yield "m_hat", means, added
    yield "v_hat", squares, 0
    yield "weights", [w - by for w, by in zip(weights, moves[0])], [abs(w) + by for w, by in zip(weights, moves[1])]


def softmax_backward(rng):
    logits, up = numbers(rng, rng.randint(1, 5), tame), None
    up = numbers(rng, len(logits), rng.choice((tame, wide)))
    p, _ = softmax(logits)
    mean = sum(a * mpf(b) for a, b in zip(p, up))
    size = sum(a * abs(mpf(b)) for a, b in zip(p, up))
    yield {"logits": logits, "upstream": up}
    for sizes in ("warned", [a * (abs(mpf(b)) + size) * spread(logits, 1.0) for a, b in zip(p, up)]):
        yield "gradient", [a * (mpf(b) - mean) for a, b in zip(p, up)], sizes
    yield "mean", [mean], "warned"


OPERATIONS = {"dot": dot, "matmul": matmul, "chain": chain, "graph": graph, "derivative": derivative, "descent": descent,
              "softmax": shares, "loss": loss, "attention": attention, "sample": sample, "kl": kl, "norm": norm,
              "optimizer_step": optimizer_step, "softmax_backward": softmax_backward}


def error(got, true, size):
    """In units of the last place of the true number and of the size that was added up; 0 where both are beyond the doubles."""
    if got is None or isinstance(got, str):
        got = float(got or "inf")
    if abs(true) > LARGEST:
        return mpf(0) if abs(got) in (float("inf"), sys.float_info.max) else mp.inf
    return abs(mpf(got) - true) / (UNIT * (abs(true) + size) + mpf(2) ** -1070)


def judged(answer, checks):
    """What the numbers of an answer are off by; each is a key, an error and whether it was warned of."""
    out, warnings = answer["out"], answer["warnings"]
    for key, true, size in checks:
        warned = any(w.startswith(key) for w in warnings)
        if size == "word":
            yield key, mpf(0) if true(out) else mp.inf, False
            continue
        got = flat(out[key]) if isinstance(out[key], list) else [out[key]]
        sizes = size if isinstance(size, list) else [mpf(0) if size == "warned" else size] * len(true)
        off = max((error(g, t, s) for g, t, s in zip(got, true, sizes, strict=True)), default=mpf(0))
        # What is to be warned of is the loss of all but six digits.
        yield key, off * UNIT * 10**6 * ROUNDINGS if size == "warned" else off, warned


def main():
    count, seed = ([int(word) for word in sys.argv[2:]] + [10_000, 1][len(sys.argv) - 2:])[:2]
    rng = random.Random(seed)
    ops = [op for op, _ in zip(itertools.cycle(OPERATIONS), range(count))]
    drawn = [list(OPERATIONS[op](rng)) for op in ops]
    lines = "".join(json.dumps({"op": op, **question}) + "\n" for op, (question, *_) in zip(ops, drawn))
    said = subprocess.run([sys.argv[1], "solve", "--batch", "--explain"], input=lines, capture_output=True, text=True)
    table = {op: [0, 0, mpf(0), 0, 0] for op in OPERATIONS}
    for op, (question, *checks), line in zip(ops, drawn, said.stdout.splitlines(), strict=True):
        row, answer = table[op], json.loads(line)
        row[0] += 1
        for key, off, warned in judged(answer, checks) if "out" in answer else [("no answer", mp.inf, False)]:
            row[1] += 1
            row[3] += warned
            row[2] = row[2] if warned else max(row[2], off)
            if off > ROUNDINGS and not warned:
                row[4] += 1
                if row[4] <= 3:
                    print(f"{op} {key}: off by {mp.nstr(off, 3)}\n  {json.dumps({'op': op, **question})}\n  {line}")
    print(f"{'operation':12}{'questions':>10}{'facts':>8}{'worst':>10}{'warned':>8}{'wrong':>7}")
    for op, (questions, facts, worst, warned, wrong) in table.items():
        print(f"{op:12}{questions:10}{facts:8}{mp.nstr(worst, 3):>10}{warned:8}{wrong:7}")
    return 1 if any(row[4] for row in table.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
