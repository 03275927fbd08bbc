package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.Batch;
import dev.nabla.cli.input.BatchTask;
import dev.nabla.cli.input.BatchWorker;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.input.Share;
import dev.nabla.figure.Knob;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import dev.nabla.output.Sheet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code nabla solve --batch [FILE|-]}, and {@code check --batch}: a line of JSON in, a line of JSON out. */
final class BatchCommand {
    static final String BATCH = "--batch";
    private static final String STEPS = "--explain";

    static final String QUESTIONS = "answer a file of questions";

    private BatchCommand() {}

    /** True for words behind solve that ask for it, and not for a knob of that name. */
    static boolean isAskedFor(List<String> arguments) {
        if (Arguments.figure(arguments).filter(BatchCommand::hasKnob).isPresent()) {
            return false;
        }
        for (String argument : arguments) {
            if (argument.equals(BATCH) || argument.startsWith(BATCH + "=")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasKnob(String figure) {
        for (Knob<?, ?> knob : Figures.named(figure).knobs()) {
            if (BATCH.equals("--" + knob.name())) {
                return true;
            }
        }
        return false;
    }

    /** @param what is done with the lines */
    static OptionSpec.Builder option(String what) {
        return OptionSpec.builder(BATCH)
                .arity("0..1")
                .paramLabel("FILE")
                .fallbackValue(Inputs.STREAM)
                .description(what + ", a JSON object a line (default: - for standard input)");
    }

    static Options options() {
        return new Options()
                .option(option(QUESTIONS))
                .flag(STEPS, "write the worked steps too, which takes several times as long")
                .flag(SolveCommand.FAIL, "count a run that diverges as failed; its answer is written all the same")
                .flag(Options.JSON, "as always here")
                .flag(
                        SolveCommand.CSV,
                        "a table: the columns of the first answer, which all must have, and errors in the last")
                .flag(SolveCommand.TSV, "a table with tabs between the columns")
                .footer(
                        "",
                        "A line is an object like {\"op\":\"softmax\",\"logits\":[2,1,0]}: an operation and its inputs. Only",
                        "what has a usual value, like tau, may be left out; an example never stands for the others. A",
                        "number may also be text, like \"1/3\" or \"-inf\".",
                        "",
                        "Answers are in the order of the lines, each what --json prints, its steps empty unless",
                        "--explain asks for them, and with \"line\", the number of its line from 1. A blank line counts",
                        "and gives no answer. A line without an answer gives an \"error\" with a code and a message,",
                        "and in the end the exit code is " + ExitCode.IN_PART.code() + ".",
                        "",
                        "\"id\" goes back in the answer as it came, and so does any field that is an input of no figure,",
                        "whatever it holds. A line has no answer if such a name is close enough to one of its inputs to",
                        "be a slip (taw for tau), or is one of those that answers have themselves (schema, line, in,",
                        "out, warnings, error).",
                        "",
                        "share/nabla/batch.schema.json, a JSON Schema, says the same to programs.",
                        "",
                        "  echo '{\"op\":\"softmax\",\"logits\":[2,\"1/3\",\"-inf\"]}' | nabla solve --batch",
                        "  echo '{\"op\":\"dot\",\"a\":[1,2],\"b\":[3,4]}' | nabla solve --batch - --explain");
    }

    static Reply solve(Arguments given) {
        SolveLines lines = new SolveLines(
                given.has(STEPS), given.has(SolveCommand.FAIL), given.console().share());
        return run(given, lines.task());
    }

    static Reply run(Arguments given, BatchTask task) {
        boolean csv = given.has(SolveCommand.CSV);
        boolean table = csv || given.has(SolveCommand.TSV);
        Sheet sheet = new Sheet(csv ? ',' : '\t', List.of("line", "id"), true);
        BatchWorker answers = new BatchWorker(task, table ? room -> sheet : Json::new);
        Share cores = table ? Share.FAIR : given.console().share(); // the columns are those of the first line
        String name = given.value(BATCH).orElse(Inputs.STREAM);
        try (InputStream in = given.console()
                .share()
                .lines(new BufferedInputStream(given.console().open(BATCH + " " + name, name, "", BATCH)))) {
            return reply(new Batch(in, given.console().streams().out(), answers, cores).run(), name, task);
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            return Reply.ok(""); // whoever stopped it knows what to say
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static Reply reply(BatchWorker.Tally done, String name, BatchTask task) {
        if (done.failed() > 0) {
            return Reply.complaint(
                    ExitCode.IN_PART, done.failed() + " of " + done.lines() + " lines " + task.failure());
        }
        if (done.lines() > 0) {
            return Reply.ok("");
        }
        String source = name.equals(Inputs.STREAM) ? "standard input" : name;
        return Reply.ok("")
                .noting(List.of("0 lines answered: " + source
                        + " is empty or blank; write one JSON object per line, like " + task.example()));
    }
}
