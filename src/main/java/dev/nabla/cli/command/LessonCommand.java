package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.output.ExitCode;
import java.util.List;

/** {@code nabla lesson}: the subcommands for authors of a course. */
record LessonCommand(Environment console) implements Command {
    @Override
    public void declare(Options options) {
        options.summary("for authors: list what a course holds, lint it for mistakes, begin a new one, export it")
                .subcommand(
                        "ACTION",
                        "list: the sections; lint: exit " + ExitCode.WRONG.code()
                                + " if there are mistakes, each with file and line; new: write a"
                                + " small course to begin with; export: its questions for Moodle")
                .lessons()
                .notes(
                        "A lesson is Markdown below a title, minutes, and retired: the ids of questions that were removed.",
                        "A page of it ends at a figure or at a line ***; {{dot.cosine:2 b=0.4,2}} is a number with two",
                        "places. Blocks between three backticks:",
                        "",
                        "  figure    figure, set: its knobs as it opens",
                        "  formula   lines as they stand",
                        "  steps     id, ask, numbers, where, blanks, lines: line with ___, answer, places, wrong, hints",
                        "  question  id, ask, kind, numbers, where, answer, holds, places, unit or counts, within, enough,",
                        "            wrong, hints, steps or worked; for a guess before a figure predict, figure, plays, hides;",
                        "            road: no for practice only; deeper: yes to be asked last and not needed for mastery;",
                        "            told: yes if a page or figure before it tells the answer on purpose",
                        "  goal      id, ask, holds, figure, set, free",
                        "",
                        "kind: number, vector, choice, order, expression. wrong: is or when, misconception, reveals.",
                        "",
                        "A file glossary.yaml beside index.yaml may explain signs and words; words: is a list of word (its",
                        "spellings between commas), means (a line) and page (the one that introduces it, like 03/A layer).",
                        "",
                        "Example: nabla lesson list --questions",
                        "Example: nabla lesson new my-course",
                        "Example: nabla lesson lint --lessons my-course",
                        "Example: nabla lesson export --format moodle > bank.xml");
    }

    @Override
    public List<String> subcommands() {
        return List.of("list", "lint", "new", "export");
    }

    @Override
    public Command subcommand(String name) {
        return switch (name) {
            case "list" -> new LessonList();
            case "lint" -> new LessonLint();
            case "new" -> new LessonNew();
            case "export" -> new LessonExport(console);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public CommandResult run(Arguments given) {
        throw given.noSubcommand();
    }
}
