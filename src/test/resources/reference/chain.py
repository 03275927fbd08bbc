"""Products of slopes in exact rational arithmetic, and slopes of compositions by numpy in 80-bit floats.

Usage: python3 chain.py > chain.csv

A row is slopes;partials, the product from the last slope backwards; or functions;x;values;slopes;product.
"""

import random
from fractions import Fraction

import numpy as np

random.seed(20)
WIDE = np.longdouble
FUNCTIONS = {
    "x^2": (lambda u: u * u, lambda u: 2 * u),
    "sin(x)": (np.sin, np.cos),
    "exp(x)": (np.exp, np.exp),
    "tanh(x)": (np.tanh, lambda u: 1 / np.cosh(u) ** 2),
    "sigmoid(x)": (lambda u: 1 / (1 + np.exp(-u)), lambda u: np.exp(-u) / (1 + np.exp(-u)) ** 2),
    "3x-1": (lambda u: 3 * u - 1, lambda u: WIDE(3)),
    "sqrt(x^2+1)": (lambda u: np.sqrt(u * u + 1), lambda u: u / np.sqrt(u * u + 1)),
}


def nearest(number):
    try:
        return float(number)
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def texts(numbers):
    return ",".join(repr(nearest(number)) for number in numbers)


def backwards(slopes):
    product, partials = Fraction(1), []
    for slope in reversed(slopes):
        product *= Fraction(slope)
        partials.append(product)
    return partials


def product_row(slopes):
    print(f"{texts(slopes)};{texts(backwards(slopes))}")


product_row([0.8] * 6)
product_row([0.25] * 10)
product_row([2.0, 3.0, 5.0])
product_row([1e-300, 1e300, 1e200])
product_row([1e200, 1e-250, -1e-50, 3.7])
product_row([1 + 2.0**-52] * 40)
for _ in range(40):
    product_row([random.choice([-1, 1]) * 10 ** random.uniform(-3, 3) for _ in range(random.randint(1, 60))])

for _ in range(40):
    names = [random.choice(list(FUNCTIONS)) for _ in range(random.randint(1, 6))]
    x = round(random.uniform(-1.5, 1.5), 2)
    u, values, slopes = WIDE(x), [], []
    for name in names:
        f, slope = FUNCTIONS[name]
        slopes.append(slope(u))
        u = f(u)
        values.append(u)
    if abs(u) < 1e6:
        print(f"{','.join(names)};{x};{texts(values)};{texts(slopes)};{float(np.prod(slopes))!r}")
