package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers in order, each graded as an {@link NumberAnswer}; typed as {@code 1, 0.3}, or {@code 1,5; 0,3} or {@code 1,5 0,3} with decimal commas. */
record VectorAnswer(Vector values, AnswerFormat form) implements Answer {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private List<NumberAnswer> amounts() {
        return values.stream().mapToObj(x -> new NumberAnswer(x, form)).toList();
    }

    private List<String> parts(String typed) {
        String bare =
                ParsedNumber.plain(typed).replaceAll("^[(\\[]|[)\\]]$", "").strip();
        List<String> parts = split(bare);
        if (parts.size() != values.size()) {
            throw BadInput.usage(
                    "bad_answer",
                    "the answer has " + values.size() + " numbers, not " + parts.size()
                            + "; put commas between them, or ; after decimal commas");
        }
        return parts;
    }

    /** At {@code ;}, else at commas, else at blanks; at blanks too if that gives as many decimal commas as are asked for. */
    private List<String> split(String bare) {
        if (bare.contains(";")) {
            return Arrays.asList(bare.split(";", -1));
        }
        List<String> words = Arrays.asList(bare.split(" +"));
        boolean decimals = words.size() == values.size()
                && words.stream().allMatch(word -> DECIMAL_COMMA.matcher(word).matches());
        return decimals || !bare.contains(",") ? words : Arrays.asList(bare.split(",", -1));
    }

    @Override
    public Match match(String typed) {
        return matches(typed).stream().max(Match::compareTo).orElseThrow();
    }

    private List<Match> matches(String typed) {
        List<String> parts = parts(typed);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> amounts().get(i).match(parts.get(i)))
                .toList();
    }

    @Override
    public String more(String typed) {
        int i = matches(typed).indexOf(Match.PARTIAL);
        return amounts().get(i).more(parts(typed).get(i)) + " for number " + (i + 1);
    }

    /** One slip in every number that is not right, or else which of them is wrong if only one is, and how. */
    @Override
    public Optional<Slip> slip(String typed) {
        List<String> parts = parts(typed);
        List<Match> matches = matches(typed);
        List<Integer> wrong = IntStream.range(0, parts.size())
                .filter(i -> matches.get(i) == Match.NONE)
                .boxed()
                .toList();
        List<Optional<Slip>> slips = wrong.stream()
                .map(i -> amounts().get(i).slip(parts.get(i)))
                .distinct()
                .toList();
        Optional<Slip> slip = slips.size() == 1 ? slips.get(0) : Optional.empty();
        if (wrong.size() != 1 || parts.size() == 1) {
            return slip;
        }
        String only = "only number " + (wrong.get(0) + 1) + " is not right yet";
        return Optional.of(slip.map(named -> new Slip(named.id(), only + ": " + named.message()))
                .orElse(new Slip("one-number", only)));
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return !(other instanceof VectorAnswer row)
                || row.values.size() != values.size()
                || IntStream.range(0, values.size())
                        .anyMatch(
                                i -> amounts().get(i).isApartFrom(row.amounts().get(i)));
    }

    @Override
    public String text() {
        return amounts().stream().map(NumberAnswer::text).collect(Collectors.joining(", "));
    }
}
