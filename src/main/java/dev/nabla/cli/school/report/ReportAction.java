package dev.nabla.cli.school.report;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.open.OpenClass;
import dev.nabla.cli.school.open.OpenClassAction;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** {@code nabla class report [DIR]}: reports who has mastered what, in a class or in a folder of exported journals. */
public record ReportAction() implements OpenClassAction {
    @Override
    public void declare(Options options) {
        options.summary("who has mastered what; of a class, or of a folder of exported journals")
                .operand("[DIR]", "a folder of exported journals, instead of the class")
                .atMostOneOf(
                        form -> form.json()
                                .together(
                                        csv -> csv.add(Options.flagged(
                                                                ReportForm.CSV.option(),
                                                                "comma-separated values: a line a student and section")
                                                        .required(true))
                                                .flag(
                                                        ReportForm.MISTAKES.option(),
                                                        "with --csv: a line a misconception instead"),
                                        "--mistakes goes with --csv; the other forms have them anyway")
                                .option(Options.valued(
                                                ReportForm.FOR,
                                                Gradebook.words(),
                                                "CSV with the points, for canvas or moodle to import")
                                        .paramLabel("GRADEBOOK"))
                                .named(
                                        ReportForm.HTML,
                                        "FILE",
                                        "write a page to look at and print; - for standard output"),
                        "--json, --csv, --for and --html are forms of the report; name one")
                .flag(ReportForm.WIDE.option(), "points: a line a student, a column a section; with --csv, too")
                .option(
                        ReportForm.ID_COLUMN,
                        Arrays.stream(Gradebook.values())
                                .flatMap(book -> book.idWords().stream())
                                .toList(),
                        "with --for: the column for the ids of the roster; see below")
                .flag(ReportForm.HIDE_NAMES, "with --html: two words in place of each name")
                .flag(ReportForm.TRUST, "trust the verdicts in the journals instead of grading again")
                .named(ReportForm.SINCE, "WHEN", "report what was done from then on")
                .lessons()
                .classes()
                .notes(
                        "nabla class points sets what a section gives. A section without points has an empty cell (in Moodle",
                        "a dash) until its due date has passed, then 0; so has a name of the roster that never came.",
                        "")
                .notes(Arrays.stream(Gradebook.values())
                        .map(book -> "Columns for ids in " + book.word() + ": " + String.join(", ", book.idWords())
                                + " (default: the first).")
                        .toList())
                .notes(
                        "",
                        "Example: nabla class report --csv --class maths-10b",
                        "Example: nabla class report --wide --class maths-10b",
                        "Example: nabla class report --html maths-10b.html --hide-names --class maths-10b",
                        "Example: nabla class report --since 2026-11-01T00:00 --class maths-10b",
                        "Example: nabla class report journals");
    }

    @Override
    public CommandResult run(Arguments given, Classes.ClassLocation place) throws IOException {
        Optional<String> dir = given.operand(0);
        boolean isGradebook = given.has(ReportForm.FOR);
        Arguments.require(
                !given.has(ReportForm.WIDE.option())
                        || Set.of(ReportForm.WIDE, ReportForm.WIDE_CSV).contains(ReportForm.of(given))
                                && !given.has(ReportForm.MISTAKES.option()),
                "--wide goes alone or with --csv");
        Arguments.require(
                isGradebook || !given.has(ReportForm.ID_COLUMN), "--id-column goes with --for canvas or --for moodle");
        Arguments.require(
                given.has(ReportForm.HTML) || !given.has(ReportForm.HIDE_NAMES), "--hide-names goes with --html");
        Arguments.require(
                !isGradebook || dir.isEmpty(),
                "--for goes with a class, as its roster has the ids; leave the folder out");
        given.value(ReportForm.FOR)
                .ifPresent(typed -> Gradebook.named(typed).idColumn(given.value(ReportForm.ID_COLUMN)));
        return dir.isPresent() ? ReportMaker.ofFolder(given, dir.get()) : OpenClassAction.super.run(given, place);
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        Arguments.require(
                !open.given().has(ReportForm.FOR) || open.store().roster().isPresent(),
                "--for needs the ids of a roster, and this class has none; nabla class roster FILE.csv sets one");
        return ReportMaker.ofClass(open.given(), open.course(), open.store());
    }
}
