package dev.nabla.lesson.question;

import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.PaperNotation;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of numbers, each row graded like a {@link VectorAnswer}: {@code 1,2;3,4} or {@code [[1,2],[3,4]]}. */
record MatrixAnswer(List<VectorAnswer> rows) implements Answer {
    /** What stands between two rows: a semicolon, or a comma between brackets. */
    private static final Pattern NEXT_ROW = Pattern.compile("(?<=[\\]})]) *[,;]? *(?=[\\[{(])|;");

    MatrixAnswer {
        rows = List.copyOf(rows);
    }

    private List<String> parts(String typed) {
        String bare = PaperNotation.unwrapped(NumberReader.rows(typed));
        List<String> parts = Arrays.asList(NEXT_ROW.split(bare, -1));
        if (parts.size() != rows.size()) {
            throw BadInput.usage(
                    "bad_answer",
                    "the answer has " + rows.size() + " rows, not " + parts.size()
                            + "; put semicolons between them, like 1,2;3,4");
        }
        return parts;
    }

    /** Judges row by row. If a single row is wrong, the verdict says which, counted from 1. */
    @Override
    public Verdict judge(String typed) {
        List<String> parts = parts(typed);
        List<Verdict> verdicts = IntStream.range(0, parts.size())
                .mapToObj(i -> rows.get(i).judge(parts.get(i)))
                .toList();
        List<Integer> left = IntStream.range(0, parts.size())
                .filter(i -> verdicts.get(i).kind() != VerdictKind.RIGHT)
                .boxed()
                .toList();
        if (left.isEmpty()) {
            return Verdict.of(VerdictKind.RIGHT, "right");
        }
        List<Integer> wrong = left.stream()
                .filter(i -> verdicts.get(i).kind() == VerdictKind.WRONG)
                .toList();
        if (wrong.isEmpty()) {
            int first = left.get(0);
            return Verdict.of(VerdictKind.SO_FAR, verdicts.get(first).message() + " of row " + (first + 1));
        }
        return wrong.size() == 1
                ? Verdict.slip("one-row", "only row " + (wrong.get(0) + 1) + " is not right yet")
                : Verdict.NOT_YET;
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return !(other instanceof MatrixAnswer matrix)
                || matrix.rows.size() != rows.size()
                || IntStream.range(0, rows.size()).anyMatch(i -> rows.get(i).isApartFrom(matrix.rows.get(i)));
    }

    @Override
    public String understood(String typed) {
        List<String> parts = parts(typed);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> rows.get(i).understood(parts.get(i)))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String text() {
        return rows.stream().map(VectorAnswer::text).collect(Collectors.joining("; "));
    }
}
