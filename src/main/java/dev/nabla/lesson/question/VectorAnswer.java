package dev.nabla.lesson.question;

import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.PaperNotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several numbers in order, each graded like a single one. They are typed as {@code 1, 0.3}, or with decimal commas as
 * {@code 1,5; 0,3} or {@code 1,5 0,3}.
 */
record VectorAnswer(List<NumberAnswer> numbers) implements Answer {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    /** The mark of a transposed row, after its closing bracket. */
    private static final Pattern TRANSPOSED = Pattern.compile("(?<=[)\\]}>⟩])(?:\\^? ?(?:T|\\(T\\))|\\.T)$");
    /** The word before the last number. */
    private static final Pattern AND = Pattern.compile(",? +and +");

    /** The end of a row of a matrix and the beginning of the next: {@code [[5.5],[0]]} is a column. */
    private static final Pattern NEXT_ROW = Pattern.compile("[\\]}] *,? *[\\[{]");

    VectorAnswer(Vector values, AnswerFormat form) {
        this(values.stream().mapToObj(x -> new NumberAnswer(x, form)).toList());
        if (form.enough() > values.size()) {
            throw BadLesson.of("enough is " + form.enough() + ", but the answer has " + values.size() + " numbers");
        }
    }

    private List<String> parts(String typed) {
        String plain = TRANSPOSED.matcher(NumberReader.plain(typed)).replaceFirst("");
        String bare = PaperNotation.unwrapped(NEXT_ROW.matcher(plain).replaceAll(";"));
        List<String> parts = split(bare);
        if (parts.size() != numbers.size()) {
            throw BadInput.usage(
                    "bad_answer",
                    "the answer has " + numbers.size() + " numbers, not " + parts.size()
                            + "; put commas between them, or ; after decimal commas");
        }
        return parts;
    }

    /**
     * Splits a text at {@code ;}, else at commas, else at blanks. Blanks win over commas if they give the expected
     * count of numbers that look like decimals with a point or comma.
     */
    private List<String> split(String bare) {
        if (bare.contains(";")) {
            return Arrays.asList(bare.split(";", -1));
        }
        if (AND.matcher(bare).find()) {
            return split(AND.matcher(bare).replaceAll(numbers.size() == 2 ? ";" : ","));
        }
        List<String> words = Arrays.asList(bare.split(" +"));
        boolean decimals = words.size() == numbers.size()
                && words.stream().allMatch(word -> DECIMAL_COMMA.matcher(word).matches());
        return decimals || !bare.contains(",") ? words : Arrays.asList(bare.split(",", -1));
    }

    /**
     * Parses a text with as many numbers as this answer has.
     *
     * @throws BadInput if the count differs, or a part is not a number
     */
    Vector typed(String text) {
        List<String> parts = parts(text);
        return Vector.of(parts.size(), i -> numbers.get(i).typed(parts.get(i)));
    }

    private boolean isNear(Vector other) {
        return enough() > 0 ? near(other) >= enough() : apart(other).norm() <= within();
    }

    private Vector apart(Vector other) {
        return Vector.of(other.size(), i -> other.get(i) - numbers.get(i).value());
    }

    /** Returns how many of these numbers are near enough, each on its own. */
    int near(Vector other) {
        return (int) apart(other).stream().filter(x -> Math.abs(x) <= within()).count();
    }

    private int enough() {
        return numbers.get(0).form().enough();
    }

    private double within() {
        return numbers.get(0).form().within();
    }

    /**
     * Judges number by number. If several are wrong, the verdict names a slip only if all share it. If one is wrong, it
     * says which, counted from 1, and names its slip.
     */
    @Override
    public Verdict judge(String typed) {
        if (within() > 0) {
            Vector guess = typed(typed);
            String near = enough() > 0 ? ", " + near(guess) + " of " + numbers.size() : "";
            return isNear(guess)
                    ? Verdict.of(VerdictKind.RIGHT, "right" + near + ", it is " + text())
                    : Verdict.NOT_YET;
        }
        List<String> parts = parts(typed);
        List<Verdict> verdicts = IntStream.range(0, parts.size())
                .mapToObj(i -> numbers.get(i).judge(parts.get(i)))
                .toList();
        List<Verdict> wrong = of(VerdictKind.WRONG, verdicts);
        if (wrong.isEmpty()) {
            Optional<Verdict> first = of(VerdictKind.SO_FAR, verdicts).stream().findFirst();
            return first.map(soFar -> Verdict.of(
                            VerdictKind.SO_FAR, soFar.message() + " for number " + (verdicts.indexOf(soFar) + 1)))
                    .orElseGet(() -> right(verdicts));
        }
        Verdict slip = wrong.stream().distinct().count() == 1 ? wrong.get(0) : Verdict.NOT_YET;
        if (wrong.size() > 1 || parts.size() == 1) {
            return slip;
        }
        String only = "only number " + (verdicts.indexOf(slip) + 1) + " is not right yet";
        return Verdict.slip(
                slip.misconception().orElse("one-number"),
                slip.equals(Verdict.NOT_YET) ? only : only + ": " + slip.message());
    }

    /** Returns the verdict right, with the remark on inexact digits if a number has them. */
    private Verdict right(List<Verdict> verdicts) {
        Verdict remark = numbers.get(0).rightAtItsPlaces();
        return verdicts.contains(remark) ? remark : Verdict.of(VerdictKind.RIGHT, "right");
    }

    private static List<Verdict> of(VerdictKind kind, List<Verdict> verdicts) {
        return verdicts.stream().filter(verdict -> verdict.kind() == kind).toList();
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return !(other instanceof VectorAnswer row)
                || row.numbers.size() != numbers.size()
                || within() > 0 && !isNear(typed(row.text()))
                || within() == 0
                        && IntStream.range(0, numbers.size())
                                .anyMatch(i -> numbers.get(i).isApartFrom(row.numbers.get(i)));
    }

    @Override
    public String understood(String typed) {
        List<String> parts = parts(typed);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> numbers.get(i).understood(parts.get(i)))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String text() {
        return numbers.stream().map(NumberAnswer::text).collect(Collectors.joining(", "));
    }
}
