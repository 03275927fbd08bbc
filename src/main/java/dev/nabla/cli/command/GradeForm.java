package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Options;
import dev.nabla.math.expression.InputSuggestion;
import java.util.Optional;

/**
 * What is reported of a graded answer.
 *
 * @param feedback whether to print more than the verdict; from the rest the answer can be worked out by repeated
 *     guesses
 * @param points points for each kind of verdict, if they are asked for
 */
public record GradeForm(boolean feedback, Optional<VerdictPoints> points) {
    private static final String SILENT = "--no-feedback";
    private static final String POINTS = "--points";

    static Options declare(Options options) {
        return options.flag(SILENT, "print only the verdict, so that repeated guesses do not reveal the answer")
                .option(POINTS, "also print points by the verdict, like right=1,so_far=0.5; the others get 0");
    }

    static GradeForm of(Arguments given) {
        return new GradeForm(
                !given.has(SILENT),
                given.value(POINTS).map(text -> InputSuggestion.read(POINTS, text, VerdictPoints::parse)));
    }
}
