"""The batch of bench.py as a Python script: the numbers of nabla solve softmax, or with an argument p alone."""
import json
import math
import sys


def softmax(z, tau):
    m = max(z)
    e = [math.exp((x - m) / tau) for x in z]
    s = math.fsum(e)
    p = [x / s for x in e]
    if len(sys.argv) > 1:
        return {"p": p}
    log_s = math.log(s)
    log_p = [(x - m) / tau - log_s for x in z]
    h = -math.fsum(a * b for a, b in zip(p, log_p) if a)
    return {"p": p, "log_p": log_p, "sum": math.fsum(p), "argmax": p.index(max(p)) + 1, "entropy_bits": h / math.log(2),
            "entropy_nats": h, "perplexity": math.exp(h), "logsumexp": m / tau + log_s}


for line in sys.stdin:
    q = json.loads(line)
    print(json.dumps({"schema": 1, "op": q["op"], "in": {"logits": q["logits"], "tau": q["tau"]},
                      "out": softmax(q["logits"], q["tau"]), "steps": [], "warnings": []}, separators=(",", ":")))
