package dev.nabla.cli.command;

import dev.nabla.cli.input.BatchTask;
import dev.nabla.cli.input.BatchTask.BatchQuestion;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.question.AnswerPrecision;
import dev.nabla.lesson.question.Grade;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.Spelling;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.AnswerWriter;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The grading of the lines of {@code check --batch}. Each line holds an answer to a question of the course or to a fact
 * of an operation.
 */
public final class CheckLines {
    /** The lines of the help below the options. */
    static final String[] HELP = {
        "A line is an object like {\"item\":\"2.3\",\"answer\":\"0.47\"}, with a \"seed\" for other numbers; or,",
        "for a fact, like {\"op\":\"dot\",\"a\":[1,2],\"b\":[3,4],\"fact\":\"cosine\",\"answer\":\"0.98\"}, with all",
        "inputs, and \"places\", \"significant\" and \"tolerance\" as the options. An item is text, since 2.10 as a",
        "number is 2.1, another question; what was typed is best given as text too. An \"id\", and any other member, goes back as it came; what stands under \"data\" is never read.",
        "",
        "A line comes out for each, in their order: its \"verdict\" (right, so_far, wrong or unreadable), the",
        "\"misconception\" by name, what was \"understood\", a \"message\" and a \"hint\"; null where there is none.",
        "With --points each has its \"points\" too.",
        "What cannot be graded, like an item that is none, gives an \"error\", and in the end the exit code",
        "is " + ExitCode.IN_PART.code() + ". share/nabla/batch.schema.json says the same to programs.",
        "share/nabla/recipes has graders for GitHub Classroom, Gradescope and notebooks.",
        "",
        "  echo '{\"id\":\"ada\",\"item\":\"2.3\",\"answer\":\"0.47\"}' | nabla check --batch",
        "  echo '{\"item\":\"2.3\",\"seed\":7,\"answer\":\"0.47\"}' | nabla check --batch - --no-feedback"
    };

    private static final String ITEM = "item";
    private static final String SEED = "seed";
    private static final String FACT = "fact";
    private static final String ANSWER = "answer";
    /** Member with doubts about the inputs of a fact. */
    static final String WARNINGS = "warnings";

    private static final List<String> OF_ITEMS = List.of(ITEM, SEED, ANSWER);
    private static final Set<String> OF_FACTS = Set.of(FACT, ANSWER, "places", "significant", "tolerance");
    private static final int MOST_KEPT = 4096;

    private final LineOperations operations = new LineOperations(OF_FACTS);
    private final Course course;
    private final AnswerPrecision usual;
    private final GradeForm form;
    private final ResourceLimit share;
    /** Question instances by question id and seed, at most 4,096. A class answers the same few again and again. */
    private final Map<String, QuestionInstance> drawn = new ConcurrentHashMap<>();

    /**
     * Creates a grader.
     *
     * @param usual the precision required of an answer to a fact, unless its line says otherwise
     * @param form what is reported of a graded answer
     * @param share the share of the machine that a line may use
     */
    public CheckLines(Course course, AnswerPrecision usual, GradeForm form, ResourceLimit share) {
        this.course = course;
        this.usual = usual;
        this.form = form;
        this.share = share;
    }

    /** Returns the batch task that grades the lines. */
    public BatchTask task() {
        Set<String> own = new HashSet<>(OF_ITEMS);
        own.addAll(OF_FACTS);
        own.add(LineOperations.OP);
        return new BatchTask(
                own,
                operations,
                Set.of(
                        "schema",
                        "line",
                        WARNINGS,
                        "verdict",
                        "misconception",
                        "understood",
                        "message",
                        "hint",
                        "points",
                        "error"),
                Set.of(ANSWER),
                "{\"item\":\"2.3\",\"answer\":\"0.47\"}",
                "cannot be graded",
                this::answer);
    }

    private boolean answer(BatchQuestion line, AnswerWriter out) {
        Value op = line.given().remove(LineOperations.OP);
        if (op == null) {
            item(line, out);
        } else {
            fact(operations.named(op), line, out);
        }
        return true;
    }

    private void item(BatchQuestion line, AnswerWriter out) {
        for (String name : line.carried().keySet()) {
            if (Spelling.closest(name, OF_ITEMS).isPresent() && !BatchTask.CARRIED.contains(name)) {
                throw unknown(name);
            }
        }
        Value named = line.given().get(ITEM);
        String item = required(taken(line, ITEM), ITEM, "id of a question, like \"2.3\"; or name an op");
        if (named.word().isEmpty()) {
            requireNoLostZero(item);
        }
        String typed = answer(line);
        long seed = taken(line, SEED)
                .map(text -> Numerals.whole(text, Long.MIN_VALUE, Long.MAX_VALUE))
                .orElse(0L);
        line.given().keySet().stream().findFirst().ifPresent(name -> {
            throw LineOperation.withRoom(unknown(name));
        });
        Map<String, Object> about = Json.members(ITEM, item, SEED, seed);
        out.add(line.head(null), graded(about, instance(item, seed).grade(), typed));
    }

    /** Refuses a number for an id: one that names no question, or that may have ended in a 0, which a number loses. */
    private void requireNoLostZero(String item) {
        String longer = item + "0";
        List<String> ids = course.questionIds();
        if (ids.contains(longer)) {
            throw BadInput.usage(
                    "bad_value",
                    "item " + item + " is a number, and so would be " + longer + "; give the id as text, \"" + item
                            + "\" or \"" + longer + "\"");
        }
        if (!ids.contains(item) && !course.retires(item)) {
            throw BadInput.usage(
                    "unknown_question",
                    "item " + item + " is a number and names no question; give the id as text, like \"2.3\"");
        }
    }

    /** Adds the members of a graded answer to those that name its question, and returns them. */
    private Map<String, Object> graded(Map<String, Object> about, Grade grade, String typed) {
        return GradeReport.of(grade, typed, form).addTo(about);
    }

    private static BadInput unknown(String name) {
        return BadInput.usage("unknown_field", "a question has no '" + name + "'", new Problem.OneOf(name, OF_ITEMS));
    }

    private QuestionInstance instance(String item, long seed) {
        String key = item + " " + seed;
        QuestionInstance kept = drawn.get(key);
        if (kept == null) {
            kept = course.question(item).draw(seed);
            if (drawn.size() < MOST_KEPT) {
                drawn.put(key, kept);
            }
        }
        return kept;
    }

    private <M extends Record> void fact(LineOperation<M> operation, BatchQuestion line, AnswerWriter out) {
        String fact = required(
                taken(line, FACT),
                FACT,
                "name of a fact of " + operation.figure().id() + ", like \"" + operation.aFact() + "\"");
        String typed = answer(line);
        AnswerPrecision exactness =
                usual.or(taken(line, "places"), taken(line, "significant"), taken(line, "tolerance"));
        M model = operation.model(line, share);
        Grade grade = Grade.ofFact(operation.figure().facts(model), fact, exactness);
        Map<String, Object> about = Json.members(FACT, fact);
        List<String> doubts = Settings.doubts(
                operation.figure(), operation.knobs(), model, line.given().keySet());
        if (!doubts.isEmpty()) {
            about.put(WARNINGS, doubts);
        }
        out.add(line.head(operation.figure().id()), graded(about, grade, typed));
    }

    private static String answer(BatchQuestion line) {
        return required(
                Optional.ofNullable(line.given().remove(ANSWER)).map(Value::text),
                ANSWER,
                "what was answered, like \"0.47\"");
    }

    /** Returns the text of a member that holds one value, and takes it from the line; empty if it is missing. */
    private static Optional<String> taken(BatchQuestion line, String name) {
        Value given = line.given().remove(name);
        if (given != null && !given.parts().isEmpty()) {
            throw BadInput.usage("bad_value", name + " is a list; give one value");
        }
        return Optional.ofNullable(given).map(Value::text);
    }

    private static String required(Optional<String> given, String name, String what) {
        return given.orElseThrow(() -> BadInput.usage("missing", name + " is missing: " + what));
    }
}
