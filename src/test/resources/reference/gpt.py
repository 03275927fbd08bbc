#!/usr/bin/env python3
"""Reference numbers for rung 03, worked out apart from the Java code: pure Python, its own reverse-mode tape, no packages.

usage: gpt.py names.txt > gpt.json       (about a minute)

The model is that of microgpt.py: token + position embedding, RMS norm, then per layer
    x1 = x0 + Wo attention(norm(x0)),  x2 = x1 + W2 relu(W1 norm(x1)),   and logits = W_lm x_last,
no biases, causal heads of n_embd/n_head numbers, scores scaled by 1/sqrt(head size), mean of -log p over the positions.
Everything random comes from one SplitMix64 stream of the seed, in three ranges of its index (see DICE and ORDER).
"""
import json, math, sys

GAMMA, MASK = 0x9E3779B97F4A7C15, (1 << 64) - 1
ORDER, DICE = 1 << 40, 1 << 41
EPS_NORM, BETA1, BETA2, EPS_ADAM, STD = 1e-5, 0.85, 0.99, 1e-8, 0.08


def uniform(seed, i):
    z = (seed + (i + 1) * GAMMA) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    z ^= z >> 31
    return (z >> 11) * 2.0 ** -53


def normal(seed, i):
    return math.sqrt(-2 * math.log(1 - uniform(seed, 2 * i))) * math.cos(2 * math.pi * uniform(seed, 2 * i + 1))


def shuffled(names, seed):
    a = list(names)
    for i in range(len(a) - 1, 0, -1):
        j = int(uniform(seed, ORDER + i) * (i + 1))
        a[i], a[j] = a[j], a[i]
    return a


class Tape:
    """Numbers in the order they were made; each with up to two (parent, slope) pairs or a list of them."""

    def __init__(self, leaves):
        self.x = list(leaves)
        self.back = [()] * len(leaves)

    def put(self, value, *back):
        self.x.append(value)
        self.back.append(back)
        return len(self.x) - 1

    def add(self, a, b): return self.put(self.x[a] + self.x[b], (a, 1.0), (b, 1.0))
    def mul(self, a, b): return self.put(self.x[a] * self.x[b], (a, self.x[b]), (b, self.x[a]))
    def times(self, a, c): return self.put(self.x[a] * c, (a, c))
    def exp(self, a):
        e = math.exp(self.x[a])
        return self.put(e, (a, e))
    def log(self, a): return self.put(math.log(self.x[a]), (a, 1 / self.x[a]))
    def relu(self, a): return self.put(max(0.0, self.x[a]), (a, 1.0 if self.x[a] > 0 else 0.0))
    def power(self, a, c): return self.put(self.x[a] ** c, (a, c * self.x[a] ** (c - 1)))
    def minus(self, a, c): return self.put(self.x[a] - c, (a, 1.0))

    def sum(self, terms):
        return self.put(sum(self.x[t] for t in terms), *[(t, 1.0) for t in terms])

    def dot(self, u, v):
        x = self.x
        return self.put(sum(x[a] * x[b] for a, b in zip(u, v)),
                        *[(a, x[b]) for a, b in zip(u, v)], *[(b, x[a]) for a, b in zip(u, v)])

    def slopes(self, top, leaves):
        g = [0.0] * len(self.x)
        g[top] = 1.0
        for i in range(top, leaves - 1, -1):
            if g[i]:
                for parent, slope in self.back[i]:
                    g[parent] += slope * g[i]
        return g[:leaves]


class Model:
    def __init__(self, vocab, n_embd, n_head, block_size, n_layer, seed, blind=False):
        self.blind = blind  # to everything but the last letter: no places, no attention
        self.V, self.C, self.H, self.T, self.L, self.seed = vocab, n_embd, n_head, block_size, n_layer, seed
        self.D = n_embd // n_head
        self.at, size = {}, 0
        shapes = [("wte", vocab, n_embd), ("wpe", block_size, n_embd), ("lm_head", vocab, n_embd)]
        for l in range(n_layer):
            shapes += [(f"layer{l}.attn_wq", n_embd, n_embd), (f"layer{l}.attn_wk", n_embd, n_embd),
                       (f"layer{l}.attn_wv", n_embd, n_embd), (f"layer{l}.attn_wo", n_embd, n_embd),
                       (f"layer{l}.mlp_fc1", 4 * n_embd, n_embd), (f"layer{l}.mlp_fc2", n_embd, 4 * n_embd)]
        for name, rows, cols in shapes:
            self.at[name] = (size, rows, cols)
            size += rows * cols
        self.p = [STD * normal(seed, i) for i in range(size)]
        self.m, self.s, self.step = [0.0] * size, [0.0] * size, 0

    def rows(self, name):
        at, rows, cols = self.at[name]
        return [range(at + r * cols, at + (r + 1) * cols) for r in range(rows)]

    def softmax(self, tape, scores):
        top = max(tape.x[s] for s in scores)
        e = [tape.exp(tape.minus(s, top)) for s in scores]
        inv = tape.power(tape.sum(e), -1.0)
        return [tape.mul(i, inv) for i in e]

    def norm(self, tape, x):
        ms = tape.times(tape.dot(x, x), 1 / len(x))
        r = tape.power(tape.put(tape.x[ms] + EPS_NORM, (ms, 1.0)), -0.5)
        return [tape.mul(i, r) for i in x]

    def logits(self, tape, token, t, keys, values):
        mul = lambda name, x: [tape.dot(row, x) for row in self.rows(name)]
        x = list(self.rows("wte")[token])
        if not self.blind:
            x = [tape.add(a, b) for a, b in zip(x, self.rows("wpe")[t])]
        x = self.norm(tape, x)
        for l in range(self.L):
            if self.blind:
                x = self.think(tape, l, x)
                continue
            a = self.norm(tape, x)
            q, k, v = (mul(f"layer{l}.attn_w{w}", a) for w in "qkv")
            keys[l].append(k)
            values[l].append(v)
            mixed = []
            for h in range(self.H):
                part = slice(h * self.D, (h + 1) * self.D)
                w = self.softmax(tape, [tape.times(tape.dot(q[part], key[part]), self.D ** -0.5) for key in keys[l]])
                for j in range(h * self.D, (h + 1) * self.D):
                    mixed.append(tape.dot(w, [value[j] for value in values[l]]))
            x = [tape.add(a, b) for a, b in zip(mul(f"layer{l}.attn_wo", mixed), x)]
            x = self.think(tape, l, x)
        return mul("lm_head", x)

    def think(self, tape, l, x):
        mul = lambda name, x: [tape.dot(row, x) for row in self.rows(name)]
        hidden = [tape.relu(i) for i in mul(f"layer{l}.mlp_fc1", self.norm(tape, x))]
        return [tape.add(a, b) for a, b in zip(mul(f"layer{l}.mlp_fc2", hidden), x)]

    def loss(self, tokens):
        tape = Tape(self.p)
        keys, values = [[] for _ in range(self.L)], [[] for _ in range(self.L)]
        n = min(self.T, len(tokens) - 1)
        parts = []
        for t in range(n):
            p = self.softmax(tape, self.logits(tape, tokens[t], t, keys, values))
            parts.append(tape.times(tape.log(p[tokens[t + 1]]), -1.0))
        return tape, tape.times(tape.sum(parts), 1 / n)

    def train(self, tokens, eta):
        tape, top = self.loss(tokens)
        g = tape.slopes(top, len(self.p))
        self.step += 1
        for i, d in enumerate(g):
            self.m[i] = BETA1 * self.m[i] + (1 - BETA1) * d
            self.s[i] = BETA2 * self.s[i] + (1 - BETA2) * d * d
            mean = self.m[i] / (1 - BETA1 ** self.step)
            square = self.s[i] / (1 - BETA2 ** self.step)
            self.p[i] -= eta * mean / (math.sqrt(square) + EPS_ADAM)
        return tape.x[top], g

    def sample(self, which, tau, stop):
        keys, values = [[] for _ in range(self.L)], [[] for _ in range(self.L)]
        token, out = stop, []
        for t in range(self.T):
            tape = Tape(self.p)
            # keys and values of earlier positions are numbers of an earlier tape: carry them over as leaves
            z = [tape.x[i] for i in self.carry(tape, token, t, keys, values)]
            top = max(z)
            e = [math.exp((i - top) / tau) for i in z]
            u = uniform(self.seed, DICE + which * self.T + t) * sum(e)
            run, token = 0.0, None
            for j, w in enumerate(e):
                run += w
                if run > u:
                    token = j
                    break
            token = len(e) - 1 if token is None else token
            if token == stop:
                break
            out.append(token)
        return out

    def carry(self, tape, token, t, keys, values):
        held_k = [[[tape.put(x) for x in row] for row in layer] for layer in keys]
        held_v = [[[tape.put(x) for x in row] for row in layer] for layer in values]
        z = self.logits(tape, token, t, held_k, held_v)
        for l in range(self.L):
            keys[l].append([tape.x[i] for i in held_k[l][-1]])
            values[l].append([tape.x[i] for i in held_v[l][-1]])
        return z


def tokens_of(name):
    return [26] + [ord(c) - 97 for c in name] + [26]


def case(names, n_embd, n_head, block_size, n_layer, seed, steps, of, eta, samples):
    model = Model(27, n_embd, n_head, block_size, n_layer, seed)
    out = {"n_embd": n_embd, "n_head": n_head, "block_size": block_size, "n_layer": n_layer, "seed": seed, "vocab": 27,
           "parameters": len(model.p), "eta": eta, "steps": steps, "of": of,
           "names": names[:steps],
           "weights": {"first": model.p[:4], "last": model.p[-2:], "sum": math.fsum(model.p),
                       "sum_of_squares": math.fsum(x * x for x in model.p)},
           "losses": [], "gradient_norms": []}
    for step in range(steps):
        loss, g = model.train(tokens_of(names[step]), eta * (1 - step / of))
        out["losses"].append(loss)
        out["gradient_norms"].append(math.sqrt(math.fsum(x * x for x in g)))
        if step in (0, steps - 1):
            first = tokens_of(names[step])[1]
            picks = {}
            for name, (at, rows, cols) in model.at.items():
                row = {"wte": first, "lm_head": first}.get(name, 1)
                picks[name] = {"row": row, "column": 2, "gradient": g[at + row * cols + 2],
                               "norm": math.sqrt(math.fsum(x * x for x in g[at:at + rows * cols]))}
            out[f"gradients_at_step_{step + 1}"] = picks
    out["weights_after"] = {"sum": math.fsum(model.p), "sum_of_squares": math.fsum(x * x for x in model.p),
                            "first": model.p[:4], "last": model.p[-2:]}
    out["samples_at_tau_0.5"] = ["".join(chr(97 + c) for c in model.sample(i, 0.5, 26)) for i in range(samples)]
    return out


def steered(names, limit, steps, of, eta, changes, blind):
    """Reads the first names again and again; from the step of each change on, its eta takes the place of the one before."""
    model = Model(27, 8, 2, 16, 1, 1, blind)
    losses = []
    for step in range(steps):
        for begin, other in changes:
            if step >= begin:
                eta = other
        losses.append(model.train(tokens_of(names[step % limit]), eta * (of - step) / of)[0])
    return {"limit": limit, "of": of, "eta": 0.01, "eta_from": changes, "cut": "heads+place" if blind else "none",
            "names": names[:limit], "losses": losses,
            "weights_after": {"sum": math.fsum(model.p), "sum_of_squares": math.fsum(x * x for x in model.p),
                              "first": model.p[:4], "last": model.p[-2:]}}


def main():
    names = [line.strip() for line in open(sys.argv[1]) if line.strip()]
    order = shuffled(names, 1)
    cases = {
        "standard": case(order, 16, 4, 16, 1, 1, 20, 1000, 0.01, 6),
        "two_layers": case(order, 8, 2, 16, 2, 7, 5, 5, 0.02, 2),
        "cut_at_the_block": case(["christophorus", "ab", "zsazsa"], 8, 2, 8, 1, 3, 3, 3, 0.01, 2),
    }
    steering = {
        "few_names": steered(order, 3, 12, 12, 0.01, [], False),
        "changes": steered(order, 50, 12, 20, 0.01, [[4, 0.002], [9, 0.05]], False),
        "heads_and_place": steered(order, 50, 12, 20, 0.01, [], True),
        "all_three": steered(order, 5, 12, 12, 0.01, [[1, 0.1], [11, 1.0]], True),
    }
    print(json.dumps({
        "about": "Losses in nats before the step that they lead to; position, row and column counted from 0; tokens a to z are "
                 "0 to 25 and 26 begins and ends a name. eta at step s (from 0) is eta (1 - s/of).",
        "generator": {"uniform": "SplitMix64: number i of the seed, 53 bits", "normal": "Box and Muller, cosine only",
                      "weights": "0.08 normal(seed, i) for parameter i in the order of the matrices, row by row",
                      "order": "Fisher and Yates from the end, j = floor(uniform(seed, 2^40 + i) (i + 1))",
                      "dice": "uniform(seed, 2^41 + sample * block_size + position)"},
        "names_in_file": len(names), "shuffled_first": order[:20], "shuffled_last": order[-3:],
        "cases": cases, "steered": steering}, indent=1))


if __name__ == "__main__":
    main()
