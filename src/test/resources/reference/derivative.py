"""Slopes of a few functions by numpy's own derivatives of the closed forms, and central differences by numpy in float64.

Usage: python3 derivative.py > derivative.csv
"""

import numpy as np

FUNCTIONS = {
    "x^2/4": (lambda x: x**2 / 4, lambda x: x / 2),
    "x^3": (lambda x: x**3, lambda x: 3 * x**2),
    "exp(x)": (np.exp, np.exp),
    "sigmoid(x)": (lambda x: 1 / (1 + np.exp(-x)), lambda x: np.exp(-x) / (1 + np.exp(-x)) ** 2),
    "sin(x)": (np.sin, np.cos),
    "tanh(x)": (np.tanh, lambda x: 1 / np.cosh(x) ** 2),
    "sin(x)/x": (lambda x: np.sin(x) / x, lambda x: (x * np.cos(x) - np.sin(x)) / x**2),
    "sqrt(x^2+1)": (lambda x: np.sqrt(x**2 + 1), lambda x: x / np.sqrt(x**2 + 1)),
    "log(x^2+1)": (lambda x: np.log(x**2 + 1), lambda x: 2 * x / (x**2 + 1)),
}
EPS = 0.01

print("f,x,value,slope,central")
for text, (f, slope) in FUNCTIONS.items():
    for x in np.array([-1.7, 0.3, 2.5]):
        central = (f(x + EPS) - f(x - EPS)) / (2 * EPS)
        print(f"{text},{x},{float(f(x))!r},{float(slope(x))!r},{float(central)!r}")
