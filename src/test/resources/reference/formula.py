"""Writes formula.csv: losses of several variables by sympy, and descents on them in numpy, independent of nabla.

Columns, separated by semicolons: formula; point; value; gradient; largest eigenvalue of the Hessian there (two variables
only, else nan); optimizer; eta; theta after 1 step; after 7 steps; after 25 steps.
Value, gradient and Hessian come from symbolic derivatives evaluated with 40 digits; the steps use the same derivatives in
float64.
Run: python3 formula.py > formula.csv
"""
import numpy as np
import sympy

SIGMOID = lambda z: 1 / (1 + sympy.exp(-z))
FORMULAS = [
    "x^2/4 + y^2",
    "(x-1)^2/20 + (y+1-x^2/4)^2",
    "(x^2-9/4)^2/10 + (x+2)/10 + y^2/2",
    "(1-x1)^2 + 5*(x2-x1^2)^2",
    "sin(2*x)*cos(y) + (x^2+y^2)/8",
    "exp(x*y/4) + tanh(x-y)",
    "log(1+x^2) + sqrt(4+y^2)",
    "sigmoid(x+2*y) + (x^2+y^2)/2",
    "1/(2+x*y*y) + x^2",
    "(x1-x2)^2 + (x3*x4-1)^2 + x4^2/9",
    "x1*x2*x3 + x1^2 + x2^2 + x3^2",
    "e^(-x) + x^2",
]


def text(values):
    return ",".join(repr(float(v)) for v in values)


random = np.random.default_rng(11)
for case, formula in enumerate(FORMULAS * 2):
    x = sympy.symbols("x1:5")
    names = {"x": x[0], "y": x[1], "sigmoid": SIGMOID, "e": sympy.E, **{f"x{i + 1}": x[i] for i in range(4)}}
    f = sympy.sympify(formula.replace("^", "**"), locals=names, rational=True)
    n = max(i for i in range(4) if x[i] in f.free_symbols) + 1
    x = x[:n]
    start = [float(v) for v in np.round(random.uniform(-1.5, 1.5, n), 2) + 0.0]
    at = {v: sympy.Rational(str(p)) for v, p in zip(x, start)}
    slopes = [sympy.diff(f, v) for v in x]
    steepest = float("nan")
    if n == 2:
        hessian = np.array(sympy.hessian(f, x).subs(at).evalf(40), float)
        steepest = float(np.linalg.eigvalsh(hessian)[-1])
    slope = sympy.lambdify([x], slopes, "numpy")
    optimizer = ("sgd", "momentum", "adam")[case % 3]
    eta = float(np.round(random.uniform(0.002, 0.02), 3))
    theta, v, m, s = np.array(start), np.zeros(n), np.zeros(n), np.zeros(n)
    path = [theta]
    for t in range(1, 26):
        g = np.array(slope(theta), float)
        v = 0.9 * v + g
        m = 0.9 * m + (1 - 0.9) * g
        s = 0.999 * s + (1 - 0.999) * g * g
        adam = m / (1 - 0.9**t) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8)
        theta = theta - eta * {"sgd": g, "momentum": v, "adam": adam}[optimizer]
        path.append(theta)
    fields = [formula, text(start), repr(float(f.subs(at).evalf(40))), text(d.subs(at).evalf(40) for d in slopes)]
    fields += [repr(steepest), optimizer, repr(eta), text(path[1]), text(path[7]), text(path[25])]
    print(";".join(fields))
