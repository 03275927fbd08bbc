package dev.nabla.figure.attention;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.count;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Line;
import dev.nabla.math.Attention;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** Writes the sentence of FIG.08: which token attends to which, or what the latest stage did. */
record AttentionSentence(AttentionModel model, Attention attention, Softmax row) {
    static List<Line> of(AttentionModel model, Optional<AttentionModel> before) {
        if (model.problem().isPresent()) {
            String why = Shapes.withTimesSigns(model.problem().get().getMessage());
            return List.of(Line.EMPTY.warn("No shares, no output"), Line.of(": " + why));
        }
        Attention attention = model.attention();
        Softmax row = new Softmax(attention.scores(model.row()), 1);
        AttentionSentence sentence = new AttentionSentence(model, attention, row);
        if (before.isPresent() && before.get().causal() != model.causal()) {
            return sentence.masked();
        }
        return model.isTracing() ? sentence.traced() : sentence.standing();
    }

    private Line query(String does) {
        return Line.EMPTY.first(model.token("query ", model.row())).text(does);
    }

    private String key() {
        return model.token("key ", model.column());
    }

    private String weight() {
        return Style.SHARE.sentence(row.p().get(model.column()));
    }

    /** Returns how many keys the selected query sees. */
    private int seen() {
        return attention.seen(model.row());
    }

    private static List<Line> clauses(Line clause, String rest) {
        return List.of(clause, Line.of(rest));
    }

    private List<Line> standing() {
        if (model.column() >= seen()) {
            return clauses(query(" cannot see ").second(key()).text(" under the causal mask"), ": its share is 0");
        }
        return clauses(
                query(" attends to ").second(key()).text(" with a share of ").result(weight()), rank());
    }

    /** Returns how the selected share ranks among the others; several may be equally large. */
    private String rank() {
        Vector weights = row.p();
        double most = weights.max();
        long first = weights.stream().filter(weight -> weight == most).count();
        if (weights.get(model.column()) < most) {
            return first == 1
                    ? ", most of all to " + model.token("key ", weights.argmax())
                    : ", more to " + first + " others";
        }
        if (seen() == 1) {
            return ", because it sees no other";
        }
        return first == 1 ? ", more than to any other" : ", as much as to " + count(first - 1, "other");
    }

    private List<Line> masked() {
        Line sees = query(" sees ");
        int all = model.k().rows();
        if (seen() < all) {
            return clauses(sees.second(count(seen(), "key")).text(" under the causal mask"), ": later scores are −∞");
        }
        String later = model.causal() || all == 1 ? ": nothing comes later" : ", also what comes later";
        return clauses(sees.second(all == 1 ? "its only key" : "all " + all + " keys"), later);
    }

    private List<Line> traced() {
        String dot = number(attention.dot(model.row(), model.column()), 3);
        String most = bracketed(number(row.logits().max(), 3));
        String total = Style.SHARE.sentence(row.exponentials().sum());
        Line meets = Line.of(" in a dot product: ").second(key()).text(" gives " + dot);
        Line divides = query(" divides by the sum ").second(total);
        Line adds = query(" adds ").result(weight()).text(" of the value of ").second(key());
        Line times = query(" multiplies by " + model.scaleName() + " = ").second(number(model.scale(), 3));
        return switch (model.reached()) {
            case 1 -> List.of(query(" meets every key"), meets);
            case 2 -> clauses(times, scaled());
            case 3 -> clauses(query(" takes exp(score − " + most + ")"), ": its largest becomes 1");
            case 4 -> clauses(divides, ": attention shares that sum to 1");
            default -> model.filled().map(this::filled).orElseGet(() -> List.of(adds, sum()));
        };
    }

    /** Returns what the mask did to the scores, or without a masked key what large scores do to the shares. */
    private String scaled() {
        boolean masked = seen() < model.k().rows();
        return masked ? "; the causal mask puts −∞ on later keys" : ": large scores make softmax all or nothing";
    }

    /** Returns the sentence for a row that is filled after the selected one. */
    private List<Line> filled(int other) {
        return clauses(
                Line.EMPTY.first(model.token("query ", other)).text(" does the same"), ": its own q, the same keys");
    }

    private Line sum() {
        if (model.terms() == model.k().rows()) {
            return Line.of(": the output is complete");
        }
        String sum = number(attention.partial(model.row(), model.terms()).get(0), 3);
        return Line.of(": out" + Subscript.of(0) + " = ").result(sum).text(" so far");
    }
}
