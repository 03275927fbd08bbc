package dev.nabla.gpt;

/**
 * How far a model has moved from another one, seen on one name, in nats.
 *
 * @param ofName log p of the name in this model, minus that in the other
 * @param expected sum over the positions of the Kullback-Leibler divergence of the next letter,
 *     {@code sum over j of p_j log(p_j / p'_j)}. Its mean over names sampled from this model at temperature 1 estimates
 *     the divergence of whole names, with less noise than the mean of {@code ofName}
 */
public record Drift(double ofName, double expected) {
    /** Computes both passes of a name. */
    static Drift of(ForwardBackward now, ForwardBackward before, int[] name) {
        now.loss(name);
        before.loss(name);
        double ofName = 0;
        double expected = 0;
        for (int t = 0; t < now.to; t++) {
            int row = t * now.z.n();
            int next = row + name[t + 1];
            ofName += before.nats[t] - now.nats[t];
            // log p_j = z_j - c, so only the difference of both constants c is needed once
            expected -=
                    now.nats[t] - before.nats[t] + (now.z.v()[next] - before.z.v()[next]);
            for (int j = row; j < row + now.z.n(); j++) {
                expected += now.p.v()[j] * (now.z.v()[j] - before.z.v()[j]);
            }
        }
        return new Drift(ofName, expected);
    }
}
