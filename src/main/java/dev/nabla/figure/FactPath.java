package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fact or a position in it, as a user writes it: {@code p}, {@code p[2]}, {@code c[1,2]} or {@code c[1][2]}.
 *
 * @param name the name of the fact
 * @param places row and column, or one position, counted from 1; empty for the whole fact
 */
public record FactPath(String name, List<Integer> places) {
    private static final Pattern FORM = Pattern.compile("([\\p{L}\\w]+)(?:\\[([0-9]{1,9}(?:(?:,|]\\[)[0-9]{1,9})?)])?");

    private static final Pattern SEPARATOR = Pattern.compile(",|]\\[");
    /** A comma between paths: no closing bracket follows it before an opening one. */
    private static final Pattern BETWEEN = Pattern.compile(",(?![^\\[]*])");

    /**
     * Reads a path.
     *
     * @throws BadInput if the text is not a path
     */
    public static FactPath parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw BadInput.usage(
                    "bad_key",
                    "'" + text + "' is not a key; type a name, or a name and a place from 1, like p[1] or c[1,2]");
        }
        Stream<String> places = Optional.ofNullable(form.group(2)).stream().flatMap(SEPARATOR::splitAsStream);
        return new FactPath(form.group(1), places.map(Integer::valueOf).toList());
    }

    /**
     * Reads paths between commas: {@code p[1],argmax,c[1,2]}.
     *
     * @throws BadInput if one of them is not a path
     */
    public static List<FactPath> list(String text) {
        return BETWEEN.splitAsStream(text + " ")
                .map(path -> parse(path.strip()))
                .toList();
    }

    /** Returns the paths of all {@linkplain Value#cells cells} of a value, in their order. */
    public static List<FactPath> cells(String name, Value value) {
        return value.places().stream().map(places -> new FactPath(name, places)).toList();
    }

    /**
     * Returns the fact, reduced to the part at the position of this path. An absent fact is returned whole.
     *
     * @throws BadInput if there is no such fact, or no such position in it
     */
    public Fact resolve(List<Fact> facts) {
        List<String> names = facts.stream().map(Fact::name).toList();
        int at = names.indexOf(name);
        if (at < 0) {
            Optional<String> near = Spelling.closest(name, names).map(word -> "; did you mean '" + word + "'?");
            throw BadInput.usage(
                    "unknown_key", "'" + name + "' is none of " + String.join(", ", names) + near.orElse(""));
        }
        Fact fact = facts.get(at);
        return fact.value().isAbsent()
                ? fact
                : fact.part(toString(), Subscript.of(fact.symbol(), places), of(fact.value()));
    }

    /**
     * Returns the part of a value at the position of this path. An absent value is returned itself.
     *
     * @throws BadInput if there is no such position in it
     */
    public Value of(Value value) {
        if (value.isAbsent()) {
            return value;
        }
        if (places.size() > value.dimensions()) {
            throw BadInput.usage(
                    "bad_key",
                    this + ": " + name + " has no such place; type " + name
                            + (value.dimensions() == 1 ? " or " + name + "[1]" : ""));
        }
        Value part = value;
        for (int i = 0; i < places.size(); i++) {
            String what = part.dimensions() == 2 ? "row" : i == 0 ? "number" : "column";
            part = part.parts().get(position(i, part.parts().size(), what));
        }
        return part;
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
