"""Writes descent.csv: gradient descent in numpy's float64 and float32 arithmetic, independent of nabla.

Columns, separated by semicolons: optimizer; precision; eta; beta; beta1; beta2; epsilon; start; curvature;
theta after 1 step; theta after 7 steps; theta after 40 steps.
Every constant is rounded to the precision first, as numpy 2 does with a Python number beside an array (NEP 50);
powers of beta1 and beta2 are taken in float64, as PyTorch does.
Run: python3 descent.py > descent.csv
"""
import numpy as np


def run(optimizer, kind, eta, beta, beta1, beta2, epsilon, start, curvature):
    theta, c = np.array(start, kind), np.array(curvature, kind)
    v = np.zeros_like(theta)
    m = np.zeros_like(theta)
    s = np.zeros_like(theta)
    path = [theta]
    for t in range(1, 41):
        g = c * theta
        if optimizer == "momentum":
            v = beta * v + g
            direction = v
        elif optimizer == "adam":
            m = beta1 * m + (1 - beta1) * g
            s = beta2 * s + (1 - beta2) * (g * g)
            direction = m / (1 - beta1**t) / (np.sqrt(s / (1 - beta2**t)) + epsilon)
        else:
            direction = g
        theta = theta - eta * direction
        assert theta.dtype == kind
        path.append(theta)
    return path


def text(values):
    return ",".join(repr(float(v)) for v in values)


random = np.random.default_rng(5)
for case in range(24):
    optimizer = ("sgd", "momentum", "adam")[case % 3]
    kind = (np.float64, np.float32)[case // 3 % 2]
    n = 2 if case < 12 else 1 + case % 5
    start = [float(v) for v in np.round(random.uniform(-3, 3, n), 2)]
    curvature = [float(v) for v in np.round(random.uniform(0.1, 4, n), 2)]
    eta = float(np.round(random.uniform(0.01, 0.9), 3))
    beta, beta1, beta2 = ([0.9, 0.9, 0.999] if case < 12 else [float(v) for v in np.round(random.uniform(0, 0.99, 3), 3)])
    epsilon = 1e-8
    path = run(optimizer, kind, eta, beta, beta1, beta2, epsilon, start, curvature)
    fields = [optimizer, np.dtype(kind).name] + [repr(v) for v in (eta, beta, beta1, beta2, epsilon)]
    print(";".join(fields + [text(v) for v in (start, curvature, path[1], path[7], path[40])]))
