package dev.nabla.figure.attention;

import static dev.nabla.figure.CodeLine.list;
import static dev.nabla.figure.CodeLine.rows;
import static dev.nabla.figure.CodeLine.told;

import dev.nabla.math.Attention;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;

/** The row that is looked at in Python; what is masked is not there, as in microGPT, which has not read it yet. */
final class AttentionCode {
    private AttentionCode() {}

    static String of(AttentionModel model) {
        if (model.problem().isPresent()) {
            return "# " + model.problem().get().getMessage();
        }
        Attention attention = model.attention();
        int i = model.row();
        int seen = attention.seen(i);
        int column = Math.min(model.column(), seen - 1);
        boolean usual = model.scale() == Attention.usualScale(model.q().columns());
        return """
                import math
                q = $asks  #1 $token asks
                keys = $keys$causal
                values = $values
                dots = [sum(a * b for a, b in zip(q, k)) for k in keys]  # $dots
                attn_logits = [d $scaled for d in dots]  #1 $scores[$i]
                exps = [math.exp(s - max(attn_logits)) for s in attn_logits]
                attn_weights = [e / sum(exps) for e in exps]  #= $weights[$i]
                head_out = [0.0] * len(values[0])
                for w, v in zip(attn_weights, values):
                    head_out = [o + w * vj for o, vj in zip(head_out, v)]  #= $out[$i]
                print(attn_weights[$j])  #= $weights[$i,$place]
                """
                .replace("$asks", list(model.q().row(i)))
                .replace("$token", model.token("q", i))
                .replace("$keys", rows(Matrix.of(seen, model.k()::row)))
                .replace("$causal", model.causal() ? "  #2 causal: only what has been read" : "")
                .replace("$values", rows(Matrix.of(seen, model.v()::row)))
                .replace("$dots", told(Vector.of(seen, j -> attention.dot(i, j))))
                .replace("$scaled", usual ? "/ len(q)**0.5" : "* $scale")
                .replace("[$i", "[" + (i + 1))
                .replace("$j", String.valueOf(column))
                .replace("$place", String.valueOf(column + 1));
    }
}
