package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.input.Batch;
import dev.nabla.cli.input.BatchTask;
import dev.nabla.cli.input.BatchWorker;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.figure.Knob;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import dev.nabla.output.TableAnswers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Shared parts of {@code solve --batch} and {@code check --batch}: one JSON object per line in, one answer per line
 * out.
 */
final class BatchCommand {
    static final String BATCH = "--batch";

    private BatchCommand() {}

    /** Returns whether the words contain {@code --batch}. */
    static boolean isAskedFor(List<String> words) {
        for (String word : words) {
            if (word.equals(BATCH) || word.startsWith(BATCH + "=")) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the figure has an input called {@code batch}. */
    static boolean isInputOf(String figure) {
        for (Knob<?, ?> knob : Figures.named(figure).knobs()) {
            if (BATCH.equals("--" + knob.name())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Begins the option {@code --batch}, whose file is standard input by default.
     *
     * @param what the help text: what is done with the lines
     */
    static OptionSpec.Builder option(String what) {
        return OptionSpec.builder(BATCH)
                .arity("0..1")
                .paramLabel("FILE")
                .fallbackValue(Inputs.STREAM)
                .description(what + ", one JSON object per line (default: - for standard input)");
    }

    static CommandResult run(Arguments given, BatchTask task) {
        boolean csv = given.has(SolveFigure.CSV);
        boolean table = csv || given.has(SolveFigure.TSV);
        TableAnswers sheet = new TableAnswers(csv ? ',' : '\t', List.of("line", "id"), true);
        BatchWorker answers = new BatchWorker(task, table ? room -> sheet : Json::new);
        ResourceLimit cores =
                table ? ResourceLimit.FAIR : given.console().share(); // the first line sets a table's columns
        String name = given.value(BATCH).orElse(Inputs.STREAM);
        try (InputStream in = given.console()
                .share()
                .lines(new BufferedInputStream(given.console().open(BATCH + " " + name, name, "", BATCH)))) {
            return reply(new Batch(in, given.console().streams().out(), answers, cores).run(), name, task);
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            return CommandResult.ok(""); // the caller that has interrupted this thread reports why
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static CommandResult reply(BatchWorker.BatchCount done, String name, BatchTask task) {
        if (done.failed() > 0) {
            return CommandResult.complaint(
                    ExitCode.IN_PART, done.failed() + " of " + done.lines() + " lines " + task.failure());
        }
        if (done.lines() > 0) {
            return CommandResult.ok("");
        }
        String source = name.equals(Inputs.STREAM) ? "standard input" : name;
        return CommandResult.ok("")
                .withWarnings(List.of("0 lines answered: " + source
                        + " is empty or blank; write one JSON object per line, like " + task.example()));
    }
}
