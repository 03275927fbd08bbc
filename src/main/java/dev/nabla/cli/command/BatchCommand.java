package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.Batch;
import dev.nabla.cli.input.BatchWorker;
import dev.nabla.cli.input.Inputs;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla solve --batch [FILE|-]}: a line of JSON in, a line of JSON out. */
final class BatchCommand {
    static final String BATCH = "--batch";
    private static final String STEPS = "--explain";

    private final Environment console;

    BatchCommand(Environment console) {
        this.console = console;
    }

    static boolean isAskedFor(List<String> arguments) {
        for (String argument : arguments) {
            if (argument.equals(BATCH) || argument.startsWith(BATCH + "=")) {
                return true;
            }
        }
        return false;
    }

    static OptionSpec option() {
        return OptionSpec.builder(BATCH)
                .type(String.class)
                .arity("0..1")
                .paramLabel("FILE")
                .fallbackValue(Inputs.STREAM)
                .description("answer a file of questions, a JSON object a line (default: - for standard input)")
                .build();
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("nabla solve");
        spec.addOption(option());
        Options.addFlag(spec, STEPS, "write the worked steps too, which takes several times as long");
        Options.addFlag(spec, Options.JSON, "as always here");
        spec.usageMessage()
                .footer(
                        "",
                        "A line like {\"op\":\"softmax\",\"logits\":[2,1,0]} gives the line that --json prints, its steps empty",
                        "unless --explain asks for them. Numbers may also be text, like \"1/3\". A line without an answer gives",
                        "an error with its number, and in the end the exit code " + Reply.WRONG + ".",
                        "",
                        "  echo '{\"op\":\"softmax\",\"logits\":[2,\"1/3\",\"-inf\"]}' | nabla solve --batch",
                        "  echo '{\"op\":\"descent\",\"steps\":9,\"path\":true}' | nabla solve --batch - --explain");
        return spec;
    }

    Reply run(ParseResult parsed) {
        String name = parsed.matchedOptionValue(BATCH, Inputs.STREAM);
        Optional<OutputStream> watcher =
                console.outIsTerminal() ? Optional.empty() : console.streams().err();
        BatchWorker answers = new BatchWorker(parsed.hasMatchedOption(STEPS));
        try (InputStream in = open(name)) {
            Batch.Outcome outcome = new Batch(in, console.streams().out(), watcher, answers).run();
            return outcome.failed() == 0
                    ? Reply.ok("")
                    : new Reply(
                            Reply.WRONG,
                            "",
                            Reply.said(outcome.failed() + " of " + outcome.lines() + " lines have no answer"));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private InputStream open(String name) {
        if (name.equals(Inputs.STREAM)) {
            return console.streams().in();
        }
        try {
            return Inputs.open(name);
        } catch (BadInput bad) {
            throw bad.about(BATCH + " " + name + ":");
        }
    }
}
