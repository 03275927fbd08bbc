package dev.nabla.lesson.read;

import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.formula.Comparison;
import dev.nabla.lesson.formula.KnownFacts;
import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.NumberSpec;
import dev.nabla.lesson.question.AnswerType;
import dev.nabla.lesson.question.CountedNoun;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.Unit;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.lesson.question.WorkedLineArithmetic;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a {@code question} or {@code steps} block of a lesson; {@link dev.nabla.lesson the package} describes the
 * format.
 */
public record QuestionReader(Yaml yaml, BadInput.Where place, KnownFacts known) {
    private static final int MOST_PLACES = 9;
    private static final int MOST_OPTIONS = 26;
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_NAMES = 30;
    private static final int MOST_LINES = 40;
    /** Least number of lines of a worked example; with fewer it should be a question. */
    private static final int FEWEST_STEPS = 3;

    private static final int MOST_STEPS = 9;

    /** Creates a reader of a question all of whose facts are computed. */
    public QuestionReader(Yaml yaml, BadInput.Where place) {
        this(yaml, place, KnownFacts.NONE);
    }

    Question question() {
        yaml.only(
                "id",
                "kind",
                "predict",
                "deeper",
                "road",
                "told",
                "figure",
                "plays",
                "hides",
                "ask",
                "numbers",
                "where",
                "answer",
                "holds",
                "places",
                "unit",
                "counts",
                "within",
                "enough",
                "wrong",
                "hints",
                "steps",
                "worked",
                "explained");
        return asked(yaml.id(), yaml.string("ask"), Optional.empty(), this);
    }

    /**
     * Reads a worked example. Its lines are questions that share its numbers.
     *
     * @throws BadInput if it has a mistake, with file and line
     */
    public WorkedExample example() {
        yaml.only("id", "ask", "numbers", "where", "blanks", "lines", "explained");
        String id = yaml.id();
        List<Yaml> written = yaml.maps("lines");
        yaml.require(
                written.size() >= FEWEST_STEPS && written.size() <= MOST_STEPS,
                "lines",
                "are " + written.size() + "; write " + FEWEST_STEPS + " to " + MOST_STEPS);
        List<Question> lines = new ArrayList<>();
        for (Yaml line : written) {
            lines.add(new QuestionReader(line, line.where("line"), known).step(id + "." + (lines.size() + 1), this));
        }
        int blanks = yaml.has("blanks") ? yaml.whole("blanks", 1, lines.size()) : lines.size();
        return new WorkedExample(id, yaml.string("ask"), blanks, lines, place);
    }

    private Question step(String id, QuestionReader shared) {
        yaml.only("line", "kind", "answer", "places", "unit", "counts", "wrong", "hints", "explained");
        String text = yaml.string("line");
        yaml.require(
                text.split(WorkedExample.GAP, -1).length == 2,
                "line",
                "needs one gap " + WorkedExample.GAP + " where the answer belongs");
        int begin = text.indexOf(WorkedLineArithmetic.BEGIN);
        int end = text.indexOf(WorkedLineArithmetic.END);
        if (begin < 0 && end < 0) {
            return asked(id, text, Optional.empty(), shared);
        }
        String before = text.substring(0, Math.max(0, begin));
        String marked = begin < end ? text.substring(begin + 1, end) : "";
        String after = text.substring(end + 1);
        yaml.require(
                begin >= 0 && !marked.isEmpty() && !after.contains(WorkedLineArithmetic.END),
                "line",
                "needs " + WorkedLineArithmetic.BEGIN + " before its arithmetic and " + WorkedLineArithmetic.END
                        + " behind it, once");
        return asked(id, before + marked + after, Optional.of(new WorkedLineArithmetic(marked)), shared);
    }

    /**
     * Reads a question with the given id and text.
     *
     * @param shared reader of the block whose numbers the question uses
     */
    private Question asked(String id, String ask, Optional<WorkedLineArithmetic> arithmetic, QuestionReader shared) {
        AnswerType kind =
                word("kind", AnswerType::text, List.of(AnswerType.values())).orElse(AnswerType.NUMBER);
        yaml.require(
                arithmetic.isEmpty() || kind == AnswerType.NUMBER,
                "line",
                "marks arithmetic where no number is asked for");
        List<String> answer = yaml.texts("answer");
        yaml.require(!answer.isEmpty(), "answer", "is missing");
        List<Question.WrongSpec> wrong = yaml.has("wrong")
                ? yaml.maps("wrong").stream().map(each -> wrong(each, kind)).toList()
                : List.of();
        few("wrong", answer.size() + wrong.size(), MOST_OPTIONS);
        return new Question(
                id,
                kind,
                yaml.flag("predict"),
                plainFlag("deeper", false),
                plainFlag("road", true),
                yaml.flag("told"),
                ask,
                arithmetic,
                shared.numbers(),
                shared.named("where", NumberFormula::parse),
                answer,
                comparisons(yaml, "holds"),
                places(kind),
                word("unit", Unit::text, Unit.asked()),
                counts(kind),
                yaml.at("within", () -> within(kind)),
                enough(kind),
                wrong,
                lines("hints"),
                lines("steps"),
                yaml.optional("worked"),
                play(),
                explained().or(shared::explained),
                place,
                known);
    }

    private Map<String, NumberSpec> numbers() {
        Map<String, NumberSpec> numbers = named("numbers", NumberSpec::parse);
        few("numbers", numbers.values().stream().mapToInt(NumberSpec::entries).sum(), MOST_ENTRIES);
        return numbers;
    }

    private static Question.WrongSpec wrong(Yaml yaml, AnswerType kind) {
        yaml.only("is", "when", "misconception", "reveals");
        yaml.require(!yaml.texts("is").isEmpty() || yaml.has("when"), "is", "is missing");
        yaml.require(
                !yaml.has("when") || kind.isNumeric() && !yaml.has("is"),
                "when",
                "stands for 'is' where numbers are asked for");
        return new Question.WrongSpec(
                yaml.texts("is"), comparisons(yaml, "when"), yaml.string("misconception"), yaml.string("reveals"));
    }

    private static List<Comparison> comparisons(Yaml yaml, String key) {
        return yaml.at(key, () -> yaml.optional(key).map(Comparison::parse).orElse(List.of()));
    }

    /** Reads a flag that a guess cannot have: guesses stand before their figure and never count for mastery. */
    private boolean plainFlag(String key, boolean unsaid) {
        yaml.require(!yaml.has(key) || !yaml.flag("predict"), key, "does not go with 'predict: yes'");
        return yaml.flag(key, unsaid);
    }

    private Optional<CountedNoun> counts(AnswerType kind) {
        yaml.require(
                !yaml.has("counts") || kind.isNumeric() && !yaml.has("unit"),
                "counts",
                "goes with numbers that have no 'unit'");
        return word("counts", CountedNoun::text, List.of(CountedNoun.values()));
    }

    private double within(AnswerType kind) {
        double within = yaml.optional("within").map(Numerals::number).orElse(0.0);
        yaml.require(
                !yaml.has("within") || kind.isNumeric() && within > 0,
                "within",
                "is a number above 0, where numbers are asked for");
        return within;
    }

    private int enough(AnswerType kind) {
        yaml.require(
                !yaml.has("enough") || kind == AnswerType.VECTOR && yaml.has("within"),
                "enough",
                "goes with 'within' where several numbers are asked for");
        return yaml.has("enough") ? yaml.whole("enough", 1, MOST_OPTIONS) : 0;
    }

    /**
     * Reads what the figure of a prediction does. Whether the figure accepts it is checked after the whole lesson is
     * read.
     */
    private Optional<Question.Play> play() {
        if (yaml.has("plays") || yaml.has("hides") || yaml.has("figure")) {
            yaml.require(yaml.flag("predict"), "figure", "belongs to a question with 'predict: yes'");
            List<Yaml> plays = yaml.has("plays") ? yaml.maps("plays") : List.of();
            few("plays", plays.size(), MOST_STEPS);
            List<String> hides = lines("hides").stream()
                    .flatMap(names -> Arrays.stream(names.split("\\s*,\\s*")))
                    .toList();
            return Optional.of(new Question.Play(
                    yaml.string("figure"), plays.stream().map(Yaml::settings).toList(), hides));
        }
        return Optional.empty();
    }

    private Optional<String> explained() {
        Optional<String> page = yaml.optional("explained");
        yaml.require(
                page.stream().allMatch(PageRef::isReference),
                "explained",
                "is a section and a heading in it, like 03/Shapes must line up");
        return page;
    }

    private List<String> lines(String key) {
        few(key, yaml.texts(key).size(), MOST_LINES);
        return yaml.texts(key);
    }

    private void few(String key, int many, int most) {
        yaml.require(many <= most, key, "has too many; " + most + " are the most");
    }

    private int places(AnswerType kind) {
        return kind.isNumeric() || yaml.has("places") ? yaml.whole("places", 0, MOST_PLACES) : 0;
    }

    private <T> Map<String, T> named(String key, Function<String, T> read) {
        Map<String, T> named = new LinkedHashMap<>();
        Map<String, String> written = yaml.settings(key);
        few(key, written.size(), MOST_NAMES);
        written.forEach((name, text) -> {
            yaml.require(
                    name.matches("[A-Za-z]\\w{0,30}"), key, "has a name '" + name + "' that is not letters and digits");
            try {
                named.put(name, read.apply(text));
            } catch (BadInput bad) {
                throw bad.forInput(key + " " + name + ":").inFile(yaml.where(key, name));
            }
        });
        return named;
    }

    private <E> Optional<E> word(String key, Function<E, String> text, List<E> known) {
        List<String> words = known.stream().map(text).toList();
        return yaml.optional(key).map(word -> {
            yaml.require(words.contains(word), key, "is '" + word + "'; " + Spelling.suggest(word, words));
            return known.get(words.indexOf(word));
        });
    }
}
