package dev.nabla.lesson;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Subscript;
import java.util.HashMap;
import java.util.Map;

/**
 * What facts and knobs are called where a learner reads of them.
 *
 * @param symbols by name; what has none is called by its name
 */
record Notation(Map<String, String> symbols) {
    /** By the names under which they are typed: {@code tau}, {@code p[1]}. */
    static final Notation TYPED = new Notation(Map.of());

    Notation {
        symbols = Map.copyOf(symbols);
    }

    /** By what the figure's picture shows: {@code τ}, {@code p₁}. */
    static <M extends Record> Notation drawn(Figure<M> figure, M model) {
        Map<String, String> symbols = new HashMap<>();
        for (Knob<M, ?> knob : figure.knobs()) {
            symbols.put(knob.name(), knob.info().symbol());
        }
        for (Fact fact : figure.facts(model)) {
            symbols.put(fact.name(), fact.symbol());
        }
        return new Notation(symbols);
    }

    /** A fact or knob, or the place in it that is meant. */
    String of(FactPath key) {
        String symbol = symbols.get(key.name());
        return symbol == null ? key.toString() : key.places().isEmpty() ? symbol : Subscript.of(symbol, key.places());
    }
}
