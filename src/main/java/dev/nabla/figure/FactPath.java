package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which fact is meant, or which place in it: {@code p}, {@code p[2]}, {@code c[1,2]}.
 *
 * @param name the fact's
 * @param places row and column, or a position, counted from 1; none for all of it
 */
public record FactPath(String name, List<Integer> places) {
    private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\[([0-9]{1,9}(?:,[0-9]{1,9})?)])?");

    private static final Pattern COMMA = Pattern.compile(",");

    /**
     * Reads a key.
     *
     * @throws BadInput if it is not one
     */
    public static FactPath parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw BadInput.usage(
                    "bad_key",
                    "'" + text + "' is not a key; type a name, or a name and a place from 1, like p[1] or c[1,2]");
        }
        Stream<String> places = Optional.ofNullable(form.group(2)).stream().flatMap(COMMA::splitAsStream);
        return new FactPath(form.group(1), places.map(Integer::valueOf).toList());
    }

    /**
     * The fact, cut down to the place that is meant.
     *
     * @throws BadInput if there is no such fact, or no such place in it
     */
    public Fact in(List<Fact> facts) {
        List<String> names = facts.stream().map(Fact::name).toList();
        int at = names.indexOf(name);
        if (at < 0) {
            Optional<String> near = Spelling.closest(name, names).map(word -> "; did you mean '" + word + "'?");
            throw BadInput.usage(
                    "unknown_key", "'" + name + "' is none of " + String.join(", ", names) + near.orElse(""));
        }
        Fact whole = facts.get(at);
        return whole.value() instanceof Value.Absent
                ? whole
                : whole.part(toString(), Subscript.of(whole.symbol(), places), of(whole.value()));
    }

    /**
     * The part of a value at the place that is meant.
     *
     * @throws BadInput if there is no such place in it
     */
    public Value of(Value value) {
        if (places.isEmpty() || value instanceof Value.Absent) {
            return value;
        }
        if (value instanceof Value.Reals reals && places.size() == 1) {
            return new Value.Real(reals.values().get(position(0, reals.values().size(), "number")));
        }
        if (value instanceof Value.Wholes wholes && places.size() == 1) {
            return new Value.Whole(
                    wholes.values().get(position(0, wholes.values().size(), "number")));
        }
        if (value instanceof Value.Rows rows) {
            Vector row = rows.rows().get(position(0, rows.rows().size(), "row"));
            return places.size() == 1
                    ? new Value.Reals(row)
                    : new Value.Real(row.get(position(1, row.size(), "column")));
        }
        throw BadInput.usage(
                "bad_key",
                this + ": " + name + " has no such place; type " + name
                        + (value instanceof Value.Reals || value instanceof Value.Wholes ? " or " + name + "[1]" : ""));
    }

    private int position(int i, int size, String what) {
        int place = places.get(i);
        if (place < 1 || place > size) {
            throw BadInput.usage(
                    "out_of_range",
                    this + ": " + name + " has " + size + " " + what
                            + (size == 1 ? "; its place is 1" : "s; type a place from 1 to " + size));
        }
        return place - 1;
    }

    @Override
    public String toString() {
        return places.isEmpty() ? name : name + places.toString().replace(" ", "");
    }
}
