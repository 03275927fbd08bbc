package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.Spelling;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of numbers that have names: {@code w=2,c=1} in any order, or the numbers alone in the order of the names.
 *
 * @param names all names
 * @param stated the numbers of the names that have one already; the others are open
 * @param fixed whether a stated number stays, whatever is given
 */
public record NamedNumbers(List<String> names, Map<String, Double> stated, boolean fixed) {
    static final String NONE = "every name has its number already; leave it out";

    public NamedNumbers {
        names = List.copyOf(names);
        stated = Map.copyOf(stated);
    }

    /** Returns what can be typed for names: {@code w=1,c=2}. */
    static String example(List<String> names) {
        List<String> typed = new ArrayList<>();
        for (String name : names) {
            typed.add(name + "=" + (typed.size() + 1));
        }
        return String.join(",", typed);
    }

    /** Returns the names for which a number must be given. */
    List<String> open() {
        return names.stream().filter(name -> !stated.containsKey(name)).toList();
    }

    /** Returns the names for which a number may be given. */
    List<String> taken() {
        return fixed ? open() : names;
    }

    /**
     * Returns the numbers of all names, in their order.
     *
     * @throws BadInput if a number cannot be read, is missing or left over, or has a name that is unknown or fixed
     */
    Vector read(Value given) {
        if (taken().isEmpty()) {
            throw BadInput.usage("excluded", "is not needed: " + NONE);
        }
        if (given instanceof Value.NamedReals named) {
            Map<String, Double> numbers = new LinkedHashMap<>();
            for (int i = 0; i < named.size(); i++) {
                put(numbers, named.names().get(i), named.values().get(i));
            }
            return completed(numbers);
        }
        return given.word()
                .filter(text -> text.indexOf('=') >= 0)
                .map(this::byName)
                .orElseGet(() -> inOrder(given));
    }

    private Vector byName(String text) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String pair : text.split("[,;\n]")) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw BadInput.usage(
                            "no_name",
                            Numerals.quoted(pair.strip()) + " has no name",
                            new Problem.Suggestion("give each number its name, like " + example(taken())));
                }
                String name = pair.substring(0, equals).strip();
                put(
                        numbers,
                        name,
                        InputSuggestion.read(
                                name + ":", pair.substring(equals + 1).strip(), Numerals::number));
            }
        }
        return completed(numbers);
    }

    private void put(Map<String, Double> numbers, String name, double number) {
        if (fixed && stated.containsKey(name)) {
            throw BadInput.usage(
                    "excluded",
                    "has a number for " + name + ", which is " + new Value.Real(stated.get(name)).text() + " already",
                    new Problem.Suggestion("leave it out, or change it there"));
        }
        if (!names.contains(name)) {
            throw BadInput.usage(
                    "unknown_name",
                    "has a number for " + Numerals.quoted(name) + ", which needs none",
                    new Problem.Suggestion(Spelling.suggest(name, taken())));
        }
        if (numbers.put(name, number) != null) {
            throw BadInput.usage("twice", name + " is given twice; give it once");
        }
    }

    private Vector completed(Map<String, Double> numbers) {
        List<String> missing = new ArrayList<>(open());
        missing.removeAll(numbers.keySet());
        if (!missing.isEmpty()) {
            throw BadInput.usage(
                    "missing",
                    "has no number for " + String.join(", ", missing),
                    new Problem.Suggestion("type numbers like " + example(open())));
        }
        Map<String, Double> all = new HashMap<>(stated);
        all.putAll(numbers);
        return Vector.of(names.size(), i -> all.get(names.get(i)));
    }

    private Vector inOrder(Value given) {
        Vector numbers = VectorCodec.vector(given);
        List<String> open = open();
        List<String> meant = !fixed && numbers.size() == names.size() ? names : open.isEmpty() ? names : open;
        if (numbers.size() != meant.size()) {
            throw BadInput.maths(
                    "shape_mismatch",
                    "has " + numbers.size() + (numbers.size() == 1 ? " number" : " numbers") + "; "
                            + (meant.size() == 1 ? "1 is needed, for " : meant.size() + " are needed, in the order ")
                            + String.join(", ", meant));
        }
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < meant.size(); i++) {
            named.put(meant.get(i), numbers.get(i));
        }
        return completed(named);
    }
}
