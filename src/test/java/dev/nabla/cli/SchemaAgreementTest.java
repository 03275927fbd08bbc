package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The schema says what the program takes, both ways. Lines are drawn from the schema alone: those it allows are
 * answered, or have no answer in maths; those it does not allow are refused. All 2,000 are drawn with {@code -Pall}.
 */
@ExtendWith(Draws.class)
@Slow
class SchemaAgreementTest {
    /** Operations whose schema takes every name as that of a fact, since the names follow from the inputs. */
    private static final Pattern NAMED_BY_INPUTS = Pattern.compile("\"op\":\"(graph|matmul|attention)\"");

    private static final Map<String, Object> SCHEMA = BatchSchema.schema();
    private static final int MOST = 2000;
    private static final int USUAL = 160;

    /** Errors of a valid question that has no answer. */
    private static final Set<String> NO_ANSWER =
            Set.of("shape_mismatch", "no_distribution", "no_value", "undefined", "not_finite", "too_large");

    /** Errors about one input that another one bounds, which a schema does not say. */
    private static final Set<String> RELATIONS = Set.of("excluded", "bad_position", "out_of_range", "not_ascending");

    private static final Pattern CODE = Pattern.compile("\"error\":\\{\"code\":\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("\"line\":([0-9]+)");

    /** The two commands that read lines, with the definitions of what goes in and what comes out. */
    enum Command {
        SOLVE("question", "answer"),
        CHECK("check", "verdict");

        private final String in;
        private final SchemaValidator asked;
        private final SchemaValidator told;

        Command(String in, String out) {
            this.in = in;
            asked = new SchemaValidator(SCHEMA, in);
            told = new SchemaValidator(SCHEMA, out);
        }

        String in() {
            return in;
        }

        /** Returns the word that is typed. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean allows(String line) {
            return asked.complaints(line).isEmpty();
        }

        /** Returns the error codes of each line, "" for an answer; a table has several answers. */
        private List<Set<String>> codes(List<String> lines) {
            Ran ran = Ran.of(Consoles.NOBODY, Ran.typed(String.join("\n", lines)), word(), "--batch");
            List<Set<String>> codes = new ArrayList<>();
            lines.forEach(line -> codes.add(new HashSet<>()));
            ran.out().lines().forEach(answer -> {
                assertThat(told.complaints(answer)).as(answer).isEmpty();
                codes.get(Integer.parseInt(first(NUMBER, answer)) - 1).add(code(answer));
            });
            return codes;
        }
    }

    /** Returns the error code of an answer; "" if it has none. */
    static String code(String answer) {
        return first(CODE, answer);
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSchemaAllowsIsAnswered(Command command) {
        SchemaLines draw = new SchemaLines(SCHEMA, Draws.seed());
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> kinds = draw.kinds(command.in);
        while (lines.size() < Draws.count(USUAL, MOST)) {
            String line = SchemaValidator.json(line(draw, kinds.get(lines.size() % kinds.size())));
            if (command.allows(line)) {
                lines.add(line);
            }
        }
        List<Set<String>> codes = command.codes(lines);
        for (int i = 0; i < lines.size(); i++) {
            isAnswered(lines.get(i), codes.get(i));
        }
        assertThat(codes.stream().filter(each -> each.contains(""))).hasSizeGreaterThan(lines.size() / 2);
    }

    /** Draws a line. A law of another seed trains twenty runs, for seconds; only {@code -Pall} draws such seeds. */
    static Map<String, Object> line(SchemaLines draw, Map<String, Object> kind) {
        Map<String, Object> line = draw.line(kind);
        if ("law".equals(line.get("op")) && !Draws.areAll()) {
            line.computeIfPresent("seed", (name, drawn) -> 1);
        }
        return line;
    }

    private static void isAnswered(String line, Set<String> codes) {
        Set<String> others = new HashSet<>(codes);
        others.remove("");
        others.removeAll(NO_ANSWER);
        others.removeAll(RELATIONS);
        if (NAMED_BY_INPUTS.matcher(line).find()) {
            others.remove("unknown_fact");
            others.removeAll(Set.of("missing", "unknown_name")); // which numbers a graph needs follows from f
        }
        assertThat(others).as(line).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSchemaDoesNotAllowIsRefused(Command command) {
        SchemaLines draw = new SchemaLines(SCHEMA, Draws.seed());
        List<Map<String, Object>> kinds = draw.kinds(command.in);
        List<Map<String, Object>> drawn = new ArrayList<>();
        for (int i = 0; i < Draws.count(USUAL, MOST); i++) {
            drawn.add(line(draw, kinds.get(i % kinds.size())));
        }
        List<Set<String>> before =
                command.codes(drawn.stream().map(SchemaValidator::json).toList());
        List<String> lines = new ArrayList<>();
        List<LineMistake> mistakes = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            LineMistake mistake = draw.one(List.of(LineMistake.values()));
            Optional<Map<String, Object>> line = mistake.in(drawn.get(i), kinds.get(i % kinds.size()), draw);
            if (before.get(i).equals(Set.of("")) && line.isPresent()) {
                lines.add(SchemaValidator.json(line.get()));
                mistakes.add(mistake);
            }
        }
        List<Set<String>> after = command.codes(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (command.allows(lines.get(i))) {
                isAnswered(lines.get(i), after.get(i));
            } else {
                assertThat(after.get(i))
                        .as(mistakes.get(i) + " in " + lines.get(i))
                        .isNotEmpty()
                        .isSubsetOf(mistakes.get(i).codes());
            }
        }
    }
}
