package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Options;
import dev.nabla.closing.CourseRecord;
import dev.nabla.closing.MarkdownRecord;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import java.util.Optional;

/** {@code nabla progress notes}: prints the record of the course as Markdown or JSON. Trains no model. */
record ProgressNotes() implements Command {
    @Override
    public void declare(Options options) {
        options.summary("print what was learnt as Markdown, or as JSON")
                .json()
                .lessons()
                .notes(
                        "The sections that are read with their formulas, the mistakes that were made, what is open, and the",
                        "commands that show your figures as you left them. The closing page of the course gives the same by y.",
                        "",
                        "--json has the same as values: day; totals with sections, read, mastered, answered and right; sections with",
                        "section, title, gist and read; formulas with section, heading and lines; mistakes with item, section,",
                        "mistake, times and right_since; open with sections, questions (count and day, or null) and goals (goal,",
                        "section, ask); model with command, seed and steps, or null; figures, a command each.",
                        "",
                        "Example: nabla progress notes > notes.md");
    }

    @Override
    public CommandResult run(Arguments given) {
        LearnerJournal journal = LearnerJournal.open(given.console(), given.course());
        CourseRecord record = CourseRecord.of(journal.tutor());
        String text = given.json()
                ? Json.object(new NotesJson(record).members())
                : given.forDisplay(new MarkdownRecord(record, Optional.empty()).text());
        return new CommandResult(ExitCode.OK, text, journal.warnings());
    }
}
