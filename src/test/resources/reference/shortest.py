"""Writes shortest.csv: doubles as their 64 bits in hex, and Python's repr, which is the shortest text that reads back.

Every second power of two (where the neighbours are unevenly far), subnormals, and random bits.
Run: python3 shortest.py > shortest.csv
"""
import random
import struct


def line(x):
    return struct.pack(">d", x).hex() + ";" + repr(x)


for exponent in range(-1074, 1024, 2):
    print(line(2.0**exponent))
random.seed(17)
for _ in range(600):
    x = struct.unpack(">d", random.getrandbits(63).to_bytes(8, "big"))[0]
    if x - x == 0:
        print(line(x))
for bits in range(1, 60):
    print(line(struct.unpack(">d", bits.to_bytes(8, "big"))[0]))
for _ in range(100):
    print(line(round(random.uniform(-1000, 1000), random.randrange(6))))
