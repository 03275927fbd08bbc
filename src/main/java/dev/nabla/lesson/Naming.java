package dev.nabla.lesson;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Subscript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What facts and knobs are called where a learner reads of them.
 *
 * @param symbols by name; what has none is called by its name
 */
record Naming(Map<String, String> symbols) {
    /** By the names under which they are typed: {@code tau}, {@code p[1]}. */
    static final Naming TYPED = new Naming(Map.of());

    private static final int MOST_DIGITS = 10;

    Naming {
        symbols = Map.copyOf(symbols);
    }

    /** By what the figure's picture shows: {@code τ}, {@code p₁}. */
    static <M extends Record> Naming drawn(Figure<M> figure, M model) {
        Map<String, String> symbols = new HashMap<>();
        for (Knob<M> knob : figure.knobs()) {
            symbols.put(knob.name(), knob.label().symbol());
        }
        for (Fact fact : figure.facts(model)) {
            symbols.put(fact.name(), fact.symbol());
        }
        return new Naming(symbols);
    }

    /** A fact or knob, or the part of it at a position like {@code 2} or {@code 2,1}; null is the whole. */
    String of(String name, String position) {
        String symbol = symbols.getOrDefault(name, name);
        if (position == null) {
            return symbol;
        }
        boolean drawn = symbols.containsKey(name) && position.length() < MOST_DIGITS;
        return drawn ? Subscript.of(symbol, places(position)) : symbol + "[" + position + "]";
    }

    private static List<Integer> places(String position) {
        List<Integer> places = new ArrayList<>();
        for (String place : position.split(",")) {
            places.add(Integer.valueOf(place));
        }
        return places;
    }
}
