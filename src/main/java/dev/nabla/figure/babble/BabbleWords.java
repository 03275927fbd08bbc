package dev.nabla.figure.babble;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Letters;
import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Babble;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** FIG.17 in words, worked out, and in Python. */
final class BabbleWords {
    private BabbleWords() {}

    static String text(Babble.Name name) {
        return name.text().isEmpty() ? "(nothing)" : name.text();
    }

    /** How many darts hit another letter than the likeliest. */
    static int lucky(Babble.Name name) {
        return (int) name.darts().stream()
                .filter(dart -> !BabbleModel.isLikeliest(dart))
                .count();
    }

    static List<Line> sentence(BabbleModel model) {
        Babble.Name name = model.name();
        int darts = name.darts().size();
        int lucky = lucky(name);
        String hits = lucky == 0
                ? "each dart hit the likeliest letter"
                : lucky == darts
                        ? "no dart hit the likeliest letter"
                        : (darts - lucky) + " of " + darts + " darts hit the likeliest letter";
        String known = BabbleModel.knows(name)
                ? "a name that it knows"
                : "no name of the " + Letters.grouped(Corpus.standard().names().size());
        return List.of(Line.EMPTY.result(text(name)).text(", " + known), Line.of(": " + hits));
    }

    static List<String> steps(BabbleModel model) {
        Babble.Name name = model.name();
        List<String> steps = new ArrayList<>();
        for (int t = 0; t < name.darts().size(); t++) {
            Babble.Throw dart = name.darts().get(t);
            double before = 0;
            for (int token = 0; token < dart.token(); token++) {
                before += dart.shares().get(token);
            }
            String hit = Letters.text(dart.token());
            steps.add("after " + model.before(name, t) + " " + hit + " has the shares from "
                    + Decimal.fixed(before, 3) + " to " + Decimal.fixed(before + dart.p(), 3) + ", and the dart is "
                    + Decimal.fixed(dart.dart(), 3) + ": " + hit);
        }
        steps.add("p = "
                + name.darts().stream()
                        .map(dart -> NextToken.share(dart.p()).replace("over ", ""))
                        .collect(Collectors.joining("·"))
                + " = " + WorkedSteps.number(name.p()));
        return steps;
    }

    /** How likely the name was: a share for each letter. */
    static String python(BabbleModel model) {
        return """
                # $name, at tau $tau: the share that each dart has hit
                probs = $hits  #1 $lucky not the likeliest
                p = 1.0
                for prob in probs:
                    p *= prob  # a share for each letter, and for the end
                print(p)  #= $p
                """;
    }
}
