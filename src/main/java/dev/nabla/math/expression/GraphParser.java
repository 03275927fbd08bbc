package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.expression.ExpressionGraph.GraphNode;
import dev.nabla.math.expression.Numerals.ListSegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Parser of {@link ExpressionGraph}: statements like {@code a = w + c}, between semicolons or line ends. */
final class GraphParser {
    /** Longest text, in characters. */
    private static final int LONGEST = 2000;
    /** Words that stand for numbers, in lower case. */
    private static final Set<String> CONSTANTS = Set.of("pi", "e", "inf", "infinity", "nan");
    /** Letters beside those of ASCII: the Greek ones of the course that are neither a number nor a sign of a sum. */
    private static final String GREEK = "βεηθλστ";

    /**
     * A name where it is used.
     *
     * @param at index in the whole text, from 0
     */
    private record NameUse(String name, int at) {}

    /**
     * A statement.
     *
     * @param at index of the name in the whole text, from 0
     * @param f the right side
     * @param uses the names in it, each time they are used
     */
    private record Statement(String name, int at, Expression f, List<NameUse> uses) {
        boolean isNumber() {
            return uses.isEmpty();
        }
    }

    private final String text;
    private final Map<String, Statement> statements = new LinkedHashMap<>();

    GraphParser(String text) {
        this.text = text;
    }

    ExpressionGraph graph() {
        if (text.length() > LONGEST) {
            throw refused("too_long", "it is longer than " + LONGEST + " characters", LONGEST);
        }
        for (ListSegment segment : ListSegment.of(text, "[;\n]")) {
            if (!segment.text().isBlank()) {
                Statement statement = statement(segment);
                if (statements.putIfAbsent(statement.name(), statement) != null) {
                    throw refused(
                            "set_twice",
                            statement.name() + " is set twice; give one of them another name",
                            statement.at());
                }
            }
        }
        requireNodes();
        requireOrder();
        return assembled();
    }

    private Statement statement(ListSegment segment) {
        String statement = segment.text();
        int equals = statement.indexOf('=');
        int start = statement.length() - statement.stripLeading().length();
        if (equals < 0) {
            throw refused(
                    "no_name",
                    Numerals.quoted(statement.strip()) + " has no name; put one in front, like L = "
                            + Numerals.shortened(statement.strip()),
                    segment.begin() + start);
        }
        String name = statement.substring(0, equals).strip();
        requireName(name, segment.begin() + start);
        List<NameUse> uses = new ArrayList<>();
        String right = statement.substring(equals + 1);
        int before = segment.begin()
                + equals
                + 1
                + right.length()
                - right.stripLeading().length();
        Expression f = new ListSegment(text, before, right.strip())
                .read(formula -> Expression.parseNamed(formula, (typed, at) -> {
                    int end = nameEnd(typed, at);
                    if (end > at) {
                        uses.add(new NameUse(typed.substring(at, end), before + at));
                    }
                    return end;
                }));
        return new Statement(name, segment.begin() + start, f, uses);
    }

    private void requireName(String name, int at) {
        if (name.isEmpty()) {
            throw refused("no_name", "a name is missing in front of =", at);
        }
        if (isReserved(name)) {
            String is = CONSTANTS.contains(name.toLowerCase(Locale.ROOT)) ? "a number" : "a function";
            throw refused("bad_name", "'" + name + "' is " + is + " here; choose another name", at);
        }
        if (nameEnd(name, 0) != name.length()) {
            throw refused(
                    "bad_name",
                    Numerals.quoted(name) + " is no name; a name has letters, digits and _, and begins with a letter"
                            + (name.chars().allMatch(c -> c < 0x80) ? "" : "; of a to z, A to Z and " + GREEK),
                    at);
        }
        if (name.length() > ExpressionGraph.LONGEST_NAME) {
            throw refused(
                    "bad_name",
                    Numerals.quoted(name) + " is too long; a name has at most " + ExpressionGraph.LONGEST_NAME
                            + " characters",
                    at);
        }
    }

    /** Returns the index behind the name that begins at {@code at}, or {@code at} if none begins there. */
    private static int nameEnd(String text, int at) {
        int end = at;
        while (end < text.length() && (isLetter(text.charAt(end)) || end > at && isDigitOrLine(text.charAt(end)))) {
            end++;
        }
        return isReserved(text.substring(at, end)) ? at : end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || GREEK.indexOf(c) >= 0;
    }

    private static boolean isDigitOrLine(char c) {
        return c >= '0' && c <= '9' || c == '_';
    }

    private static boolean isReserved(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return CONSTANTS.contains(lower) || Expression.functions().contains(lower);
    }

    private List<Statement> nodes() {
        return statements.values().stream()
                .filter(statement -> !statement.isNumber())
                .toList();
    }

    private void requireNodes() {
        List<Statement> nodes = nodes();
        if (nodes.isEmpty()) {
            String numbers = String.join(" and ", statements.keySet());
            String finding =
                    switch (statements.size()) {
                        case 0 -> "it has no node";
                        case 1 -> numbers + " is a number, and no slope comes from it";
                        default -> numbers + " are numbers, and no slope comes from them";
                    };
            throw refused("no_node", finding + "; type nodes like a = w + c; b = w*x; L = a*b", 0);
        }
        if (nodes.size() > ExpressionGraph.MOST_NODES) {
            throw refused(
                    "too_many",
                    "there are " + nodes.size() + " nodes; type at most " + ExpressionGraph.MOST_NODES,
                    nodes.get(ExpressionGraph.MOST_NODES).at());
        }
    }

    /** Checks that every name that is set is set before it is used. */
    private void requireOrder() {
        Set<String> set = new LinkedHashSet<>();
        for (Statement statement : statements.values()) {
            for (NameUse use : statement.uses()) {
                if (statements.containsKey(use.name()) && !set.contains(use.name())) {
                    throw tooEarly(statement, use);
                }
            }
            set.add(statement.name());
        }
    }

    private BadInput tooEarly(Statement statement, NameUse use) {
        List<String> path = path(use.name(), statement.name(), new LinkedHashSet<>());
        if (path.isEmpty()) {
            return refused(
                    "not_set",
                    use.name() + " is used before it is set; move '" + use.name() + " = ...' to the front",
                    use.at());
        }
        path.add(0, statement.name());
        return refused("circle", "the graph has a circle: " + needs(path), use.at());
    }

    /**
     * Returns the names on a way from one name to another that it is computed from, both included; empty if there is
     * none.
     *
     * @param seen the names that were tried already
     */
    private List<String> path(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return new ArrayList<>(List.of(to));
        }
        Statement statement = statements.get(from);
        if (statement != null && seen.add(from)) {
            for (NameUse use : statement.uses()) {
                List<String> rest = path(use.name(), to, seen);
                if (!rest.isEmpty()) {
                    rest.add(0, from);
                    return rest;
                }
            }
        }
        return List.of();
    }

    private static String needs(List<String> circle) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < circle.size(); i++) {
            pairs.add(circle.get(i - 1) + " needs " + circle.get(i));
        }
        return String.join(", ", pairs);
    }

    private ExpressionGraph assembled() {
        List<Statement> nodes = nodes();
        List<String> names = inputs(nodes);
        requireUse(nodes, names);
        Map<String, Double> given = new LinkedHashMap<>();
        for (String input : names) {
            if (statements.containsKey(input)) {
                given.put(input, number(statements.get(input)));
            }
        }
        List<GraphNode> assembled = new ArrayList<>();
        for (Statement node : nodes) {
            List<String> used =
                    node.uses().stream().map(NameUse::name).distinct().toList();
            assembled.add(new GraphNode(
                    node.name(),
                    node.f().withVariables(used),
                    used.stream().map(names::indexOf).toList()));
            names.add(node.name());
        }
        Map<String, String> typed = new LinkedHashMap<>();
        statements.forEach((name, statement) -> typed.put(name, statement.f().toString()));
        return new ExpressionGraph(names, assembled, given, typed);
    }

    private List<String> inputs(List<Statement> nodes) {
        List<String> inputs = new ArrayList<>();
        for (Statement node : nodes) {
            for (NameUse use : node.uses()) {
                Statement set = statements.get(use.name());
                boolean isInput = set == null || set.isNumber();
                if (isInput && !inputs.contains(use.name())) {
                    if (set == null) {
                        requireName(use.name(), use.at());
                    }
                    inputs.add(use.name());
                }
                if (inputs.size() > ExpressionGraph.MOST_INPUTS) {
                    throw refused(
                            "too_many",
                            "there are more than " + ExpressionGraph.MOST_INPUTS + " inputs: "
                                    + String.join(" ", inputs),
                            use.at());
                }
            }
        }
        return inputs;
    }

    /** Checks that every name is used by a node, but for the last node. */
    private void requireUse(List<Statement> nodes, List<String> inputs) {
        Set<String> used = new LinkedHashSet<>(inputs);
        nodes.forEach(node -> node.uses().forEach(use -> used.add(use.name())));
        String root = nodes.get(nodes.size() - 1).name();
        for (Statement statement : statements.values()) {
            if (!used.contains(statement.name()) && !statement.name().equals(root)) {
                throw refused(
                        "unused",
                        "no node uses " + statement.name() + "; leave it out, or use it before the end, which is "
                                + root,
                        statement.at());
            }
        }
    }

    private double number(Statement input) {
        double number = input.f().value(0);
        if (Double.isNaN(number)) {
            String why = input.f()
                    .reason(0)
                    .map(reason -> input.name() + ": " + reason.message("it", ""))
                    .orElseThrow();
            throw BadInput.maths("not_finite", why).atPosition(text, input.at() + 1);
        }
        return number;
    }

    private BadInput refused(String code, String finding, int at) {
        return BadInput.usage(code, finding).atPosition(text, at + 1);
    }
}
