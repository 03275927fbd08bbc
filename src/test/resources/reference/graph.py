"""Writes graph.csv: drawn graphs of named nodes; values and slopes by sympy's symbolic derivatives of the whole expression.

Columns, separated by bars: the text; the inputs' names and numbers; all names; their values; the slopes of the last by each.
The slope by an inner node is the derivative after every later node was put in, with that node kept as a symbol.
Run: python3 graph.py > graph.csv   (sympy 1.14)
"""
import random

import sympy

random.seed(39)
INPUTS = ["w", "x", "c", "b1", "k", "q2"]
NODES = ["a", "b", "d", "h1", "h2", "m", "n", "out_1", "p", "r", "s", "t", "u", "v", "y", "L"]
UNARY = {
    "tanh({})": sympy.tanh,
    "sin({})": sympy.sin,
    "exp({}/4)": lambda u: sympy.exp(u / 4),
    "sigmoid({})": lambda u: 1 / (1 + sympy.exp(-u)),
    "{}^2": lambda u: u**2,
    "log1p({}^2)": lambda u: sympy.log(1 + u**2),
    "-{}": lambda u: -u,
    "1/({}^2 + 1)": lambda u: 1 / (u**2 + 1),
    "sqrt(2 + {}^2)": lambda u: sympy.sqrt(2 + u**2),
    "atan({})": sympy.atan,
}
BINARY = {
    "{} + {}": lambda u, v: u + v,
    "{}*{}": lambda u, v: u * v,
    "{} - 2{}": lambda u, v: u - 2 * v,
    "{} {} + {}": None,
    "{}/({}^2 + 1)": lambda u, v: u / (v**2 + 1),
}


def drawn():
    inputs = {name: random.randint(-30, 30) / 10 for name in random.sample(INPUTS, random.randint(1, 4))}
    names, nodes, unused = list(inputs), [], []
    count = random.randint(2, 9)
    for i in range(count):
        last = i == count - 1
        pool = unused if last else names
        picked = [random.choice(pool), random.choice(names)]
        if last and len(unused) > 1:
            nodes.append(("L", " + ".join(unused), lambda *all: sum(all), unused[:]))
            break
        if random.random() < 0.4:
            form = random.choice(list(UNARY))
            nodes.append((NODES[i] if not last else "L", form.format(picked[0]), UNARY[form], picked[:1]))
        else:
            form = random.choice(list(BINARY))
            if BINARY[form]:
                nodes.append((NODES[i] if not last else "L", form.format(*picked), BINARY[form], picked))
            else:
                third = random.choice(names)
                rule = lambda u, v, w: u * v + w
                nodes.append((NODES[i] if not last else "L", form.format(*picked, third), rule, [*picked, third]))
        name, _, _, used = nodes[-1]
        unused = [other for other in unused if other not in used] + [name]
        names.append(name)
    return inputs, nodes


def values(inputs, nodes):
    exact = {name: sympy.Rational(str(number)) for name, number in inputs.items()}
    for name, _, rule, used in nodes:
        exact[name] = rule(*(exact[u] for u in used))
    return exact


def slope(name, exact, nodes):
    here = sympy.Symbol("here")
    known = dict(exact, **{name: here})
    begun = name not in [node[0] for node in nodes]
    for other, _, rule, used in nodes:
        if begun:
            known[other] = rule(*(known[u] for u in used))
        begun = begun or other == name
    return sympy.diff(known[nodes[-1][0]], here).subs(here, exact[name]).evalf(30)


for _ in range(150):
    inputs, nodes = drawn()
    used = [u for node in nodes for u in node[3]]
    ordered = list(dict.fromkeys(u for u in used if u in inputs))
    exact = values(inputs, nodes)
    names = ordered + [node[0] for node in nodes]
    print(
        "|".join(
            [
                "; ".join(f"{name} = {text}" for name, text, _, _ in nodes),
                ",".join(f"{name}={inputs[name]}" for name in ordered),
                ",".join(names),
                ",".join(repr(float(exact[name].evalf(30))) for name in names),
                ",".join(repr(float(slope(name, exact, nodes))) for name in names),
            ]
        )
    )
