"""Writes dot.csv: dot product, lengths, cosine, angle and projection by decimals of 700 digits, independent of nabla.

Columns, separated by semicolons: a; b; dot; |a|; |b|; cosine; angle in degrees; projection of b on a.
Run: python3 dot.py > dot.csv   (numpy 2 draws the random vectors)
"""
import sys
from decimal import Decimal, getcontext

import numpy as np

getcontext().prec = 700
getcontext().Emax = 10**9
getcontext().Emin = -(10**9)
PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798")

LARGEST = sys.float_info.max


def arctan(x):
    """arctan of a Decimal, 0 <= x <= 1: halve the argument until the series is short."""
    halvings = 0
    while x > Decimal("0.05"):
        x = x / (1 + (1 + x * x).sqrt())
        halvings += 1
    total, power, k = Decimal(0), x, 1
    while power and abs(power / k) > Decimal(10) ** -110 * max(total, Decimal(10) ** -400):
        total += power / k if k % 4 == 1 else -power / k
        power *= x * x
        k += 2
    return total * 2**halvings


def angle(sine, cosine):
    sine, size = abs(sine), abs(cosine)
    turned = arctan(sine / size) if sine <= size else PI / 2 - arctan(size / sine)
    return (turned if cosine >= 0 else PI - turned) * 180 / PI


def row(a, b):
    x, y = [Decimal(v) for v in a], [Decimal(v) for v in b]
    dot = sum(p * q for p, q in zip(x, y))
    na, nb = sum(p * p for p in x).sqrt(), sum(q * q for q in y).sqrt()
    cosine = dot / (na * nb)
    sine = sum(
        (x[i] * y[j] - x[j] * y[i]) ** 2 for i in range(len(x)) for j in range(i)
    ) if len(x) > 1 else Decimal(0)
    return dot, na, nb, cosine, angle(Decimal(sine).sqrt() / (na * nb), cosine), dot / na


def text(values):
    return ",".join(repr(float(v)) for v in values)


def cases():
    yield [1.0, 0.3], [0.2, 1.0]
    yield [1.0, -0.2], [0.2, 1.0]
    yield [1.0, 0.3], [-0.9, 0.45]
    yield [3.0, 4.0], [6.0, 8.0]
    yield [1.0, 2.0, 3.0], [-3.0, -6.0, -9.0]
    yield [1.0, 1e-9], [1.0, 0.0]
    yield [-1.0, 1e-9], [1.0, 0.0]
    yield [1.0, 1e-170], [1.0, -1e-170]
    yield [1e200, 1e200], [1e-200, 2e-200]
    yield [3e200, 4e200], [4e100, 3e100]
    yield [1e16, 1.0, -1e16], [1.0, 1.0, 1.0]
    yield [1e-200, 3e-200], [2e-180, 1e-180]
    yield [1.5], [-2.0]
    # Components that differ by more than the range of the doubles; the first pair has the projection 1e-308.
    yield [LARGEST, 1e-308], [-0.0, LARGEST]
    yield [1e154, 1e-160], [0.0, 1e154]
    yield [3e153, -1e-160], [0.0, 1e154]
    yield [1e308, 1e-308], [1e-300, -1e308]
    yield [5e-324, 1e-160], [LARGEST, 0.0]
    random = np.random.default_rng(2)
    for n in (2, 2, 3, 4, 8, 16, 64):
        yield [float(v) for v in random.normal(0, 3, n)], [float(v) for v in random.normal(0, 0.1, n)]


for a, b in cases():
    print(";".join([text(a), text(b)] + [repr(float(v)) for v in row(a, b)]))
