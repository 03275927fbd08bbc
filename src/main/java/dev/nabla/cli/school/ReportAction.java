package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code nabla class report [DIR]}: reports who has mastered what, in a class or in a folder of exported journals. */
record ReportAction() implements OpenClassAction {
    @Override
    public String summary() {
        return "who has mastered what; of a class, or of a folder of exported journals";
    }

    @Override
    public void declare(Options options) {
        ArgGroupSpec csv = ArgGroupSpec.builder()
                .exclusive(false)
                .addArg(Options.flagged(ClassReporting.CSV, "comma-separated values: a line a student and section")
                        .required(true)
                        .build())
                .addArg(Options.flagged(ClassReporting.MISTAKES, "with --csv: a line a misconception instead")
                        .build())
                .build();
        ArgGroupSpec form = ArgGroupSpec.builder()
                .addArg(Options.flagged(Options.JSON, "one JSON object, schema 1")
                        .build())
                .addSubgroup(csv)
                .build();
        options.operand("[DIR]", "a folder of exported journals, instead of the class")
                .group(csv, "--mistakes goes with --csv; the other forms have them anyway")
                .group(form, "--json and --csv are two forms; name one")
                .flag(ClassReporting.TRUST, "trust the verdicts in the journals instead of grading again")
                .named(ClassReporting.SINCE, "WHEN", "report what was done from then on")
                .lessons()
                .classes();
    }

    @Override
    public void describe(UsageMessageSpec help) {
        help.footer(
                "",
                "Example: nabla class report --csv --class maths-10b",
                "Example: nabla class report --since 2026-11-01T00:00 --class maths-10b",
                "Example: nabla class report journals");
    }

    @Override
    public CommandResult run(Arguments given, Classes.ClassLocation place) throws IOException {
        Optional<String> dir = given.operand(0);
        return dir.isPresent() ? ClassReporting.of(given, dir.get()) : OpenClassAction.super.run(given, place);
    }

    @Override
    public CommandResult run(OpenClass open) throws IOException {
        return ClassReporting.of(open.given(), open);
    }
}
