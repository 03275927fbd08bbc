package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import dev.nabla.output.Json;
import dev.nabla.room.ClassStore;
import dev.nabla.room.PointRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code nabla class points}: prints how many points a section gives, or changes it. */
record PointsAction() implements OpenClassAction {
    private static final String MASTERED = "--mastered";
    private static final String READ = "--read";
    private static final String GOAL = "--goal";
    private static final String LATE = "--late";

    @Override
    public void declare(Options options) {
        options.summary("say how many points a section gives in a report, or set it")
                .named(MASTERED, "POINTS", "for a section that is mastered (default: 1)")
                .named(READ, "POINTS", "for a section that was read, and is not mastered (default: 0.5)")
                .named(GOAL, "POINTS", "for each goal that was reached, besides (default: 0)")
                .named(LATE, "SHARE", "share of what was earned after the due date, 0 to 1 (default: 0.5)")
                .json()
                .classes()
                .notes(
                        "A section without questions counts as mastered when it is read. What was earned by the due date",
                        "counts in full. With the default numbers, a section that was read by then and mastered a day",
                        "later gives 0.5 + 0.5 x (1 - 0.5) = 0.75 points. nabla class report --wide prints the points.",
                        "",
                        "Example: nabla class points --class maths-10b",
                        "Example: nabla class points --mastered 10 --read 0 --late 0.8 --class maths-10b");
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments given = open.given();
        boolean changes = given.has(MASTERED) || given.has(READ) || given.has(GOAL) || given.has(LATE);
        PointRule rule = changed(given, open.info().points());
        if (changes) {
            ClassStore.done(open.store().change(known -> known.points(rule)));
        }
        if (given.json()) {
            return CommandResult.ok(Json.object(Json.members(
                    "mastered", rule.mastered().doubleValue(),
                    "read", rule.read().doubleValue(),
                    "goal", rule.goal().doubleValue(),
                    "late", rule.late().doubleValue())));
        }
        return CommandResult.ok(new Listing()
                        .add("mastered", rule.mastered().toPlainString())
                        .add("read", rule.read().toPlainString())
                        .add("goal", rule.goal().toPlainString())
                        .add("late share", rule.late().toPlainString())
                        .text()
                + "\n");
    }

    private static PointRule changed(Arguments given, PointRule known) {
        return new PointRule(
                number(given, MASTERED, known.mastered()),
                number(given, READ, known.read()),
                number(given, GOAL, known.goal()),
                number(given, LATE, known.late()));
    }

    private static BigDecimal number(Arguments given, String option, BigDecimal known) {
        Optional<String> typed = given.value(option);
        return typed.map(PointRule::number).orElse(known);
    }
}
