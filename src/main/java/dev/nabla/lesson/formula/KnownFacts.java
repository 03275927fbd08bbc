package dev.nabla.lesson.formula;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Value;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Facts of figures as the build has computed them, since some train a model. */
public final class KnownFacts {
    public static final KnownFacts NONE = new KnownFacts(Map.of(), false);

    private final Map<String, KnownFact> facts;
    private final boolean records;

    /**
     * A fact as a lesson uses it.
     *
     * @param places number of decimals that a screen shows
     */
    public record KnownFact(Value value, int places) {
        static KnownFact of(Fact fact) {
            return new KnownFact(fact.value(), fact.places());
        }

        /**
         * Returns a fact from what is stored of it.
         *
         * @param dimensions 0 for a number, 1 for a vector, 2 for a matrix
         */
        public static KnownFact of(int dimensions, List<Vector> rows, int places) {
            return new KnownFact(value(dimensions, rows), places);
        }

        private static Value value(int dimensions, List<Vector> rows) {
            return switch (dimensions) {
                case 0 -> new Value.Real(rows.get(0).get(0));
                case 1 -> new Value.Reals(rows.get(0));
                default -> new Value.Rows(rows);
            };
        }

        /** Returns whether dimensions and rows are all of the value. */
        private boolean isStorable() {
            return !value.rows().isEmpty()
                    && value(value.dimensions(), value.rows()).equals(value);
        }
    }

    private KnownFacts(Map<String, KnownFact> facts, boolean records) {
        this.facts = facts;
        this.records = records;
    }

    /** Returns the facts of a build, by {@link #facts}. */
    public static KnownFacts of(Map<String, KnownFact> facts) {
        return new KnownFacts(Map.copyOf(facts), false);
    }

    /** Returns an object without facts that keeps those that are computed with it. */
    public static KnownFacts recorder() {
        return new KnownFacts(new ConcurrentHashMap<>(), true);
    }

    /** Returns the facts by figure, settings and name. */
    public Map<String, KnownFact> facts() {
        return Map.copyOf(facts);
    }

    /** Returns a known fact, or computes it. */
    KnownFact get(String key, Supplier<KnownFact> computed) {
        KnownFact known = facts.get(key);
        if (known != null) {
            return known;
        }
        KnownFact fact = computed.get();
        if (records && fact.isStorable()) {
            facts.put(key, fact);
        }
        return fact;
    }

    /** Returns whether both know the same facts, so that a question that is read twice is the same question. */
    @Override
    public boolean equals(Object other) {
        return other instanceof KnownFacts them && facts.equals(them.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }
}
