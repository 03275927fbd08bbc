package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.output.Json;
import dev.nabla.progress.ClassReport;
import dev.nabla.progress.Days;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code nabla class report DIR}: what a class has mastered and where it errs, from the journals its students exported. */
record ClassCommand() implements Command {
    private static final String CSV = "--csv";
    private static final String MISTAKES = "--mistakes";
    private static final String TRUST = "--trust";
    private static final List<String> ACTIONS = List.of("report");

    @Override
    public Options options(List<String> arguments) {
        return new Options()
                .operand("ACTION", ACTIONS, "report")
                .operand("[DIR]", "folder of journals, one a student, as nabla progress export ada.jsonl writes them")
                .flag(CSV, "comma-separated values, a line a student and section")
                .flag(MISTAKES, "with --csv: a line a misconception instead")
                .flag(TRUST, "believe the journals which answers are right, instead of grading them again")
                .json()
                .lessons()
                .footer(
                        "",
                        "An answer to a question that is today as it was asked is graded again, and counts as what it is.",
                        "Answers that say otherwise, are there before or in another journal too, are filed under another",
                        "section or dated in the future, and files left out are named; then the exit code is "
                                + Reply.IN_PART + ".",
                        "",
                        "Example: nabla class report journals --csv");
    }

    @Override
    public Reply run(Arguments given) {
        given.action(ACTIONS);
        Arguments.require(!given.json() || !given.has(CSV), "--json and --csv are two forms; name one");
        Arguments.require(
                !given.has(MISTAKES) || given.has(CSV), "--mistakes goes with --csv; the other forms have them anyway");
        String dir = Arguments.require(
                given.operand(1), "DIR is missing: the folder of exported journals, like nabla class report journals");
        Course course = given.course();
        Clock clock = given.console().learner().clock();
        ClassReport.Tally tally =
                new ClassReport.Tally(course, clock.instant(), Days.in(clock.getZone()), given.has(TRUST));
        ClassFolder folder = ClassFolder.read(given.console().disk(), dir, tally::add);
        ClassReport report = tally.report();
        boolean asSaid = report.faults().isEmpty();
        String found = given.has(CSV) && !asSaid
                ? Reply.said("some entries are not as they say; without " + CSV + " they are named")
                : "";
        return new Reply(
                asSaid && folder.leftOut().isEmpty() ? Reply.OK : Reply.IN_PART,
                told(new ClassText(course, report, folder.leftOut()), given),
                folder.warnings() + found);
    }

    private static String told(ClassText text, Arguments given) {
        if (given.json()) {
            return Json.object(text.json());
        }
        if (given.has(CSV)) {
            return (given.has(MISTAKES) ? text.mistakes() : text.standings()).csv();
        }
        return given.spelt(text.lines());
    }

    @Override
    public Reply complaint(BadInput bad, List<String> arguments) {
        return Reply.complaint(bad, arguments, Optional.empty());
    }
}
