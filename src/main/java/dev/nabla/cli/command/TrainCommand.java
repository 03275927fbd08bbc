package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.training.Checkpoint;
import dev.nabla.cli.training.NamesFile;
import dev.nabla.figure.Fact;
import dev.nabla.figure.ShellCommand;
import dev.nabla.file.FileReason;
import dev.nabla.file.WholeFile;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Schedule;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Snapshot;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import dev.nabla.output.PlainText;
import dev.nabla.output.TextAnswers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** {@code nabla train}: trains a model of names, from its first weights or from a saved training. */
record TrainCommand(Environment console) implements Command {
    private static final String NAMES = "--names";
    private static final String STEPS = "--steps";
    private static final String OF = "--of";
    private static final String ETA = "--eta";
    private static final String ETA_FROM = "--eta-from";
    private static final String LIMIT = "--limit";
    private static final String BATCH = "--batch";
    private static final String SEED = "--seed";
    private static final String EMBD = "--n-embd";
    private static final String HEAD = "--n-head";
    private static final String LAYER = "--n-layer";
    private static final String BLOCK = "--block-size";
    private static final String OUT = "--out";
    private static final String EVERY = "--every";
    private static final String RESUME = "--resume";
    private static final String LOG = "--log";
    /** Options that a saved training determines, so that they cannot be given with {@code --resume}. */
    private static final List<String> SETTLED =
            List.of(OF, ETA, ETA_FROM, LIMIT, BATCH, SEED, "--optimizer", EMBD, HEAD, LAYER, BLOCK, "--cut");

    private static final String LOG_BEGINNING = "{\"step\":";

    @Override
    public void declare(Options options) {
        options.summary("train a small GPT on names, as microgpt.py does; save and resume it; --json for scripts")
                .option(NAMES, "@FILE with one name per line, - for standard input (default: 8,403 first names)")
                .option(STEPS, "the step to reach (0 to " + Recipe.MOST_STEPS + "; default: that of --of)")
                .option(
                        OF,
                        "length of the schedule, at whose end eta is 0 (1 to " + Recipe.MOST_STEPS
                                + "; default: that of --steps, else 1000)")
                .option(ETA, "learning rate of the first step (above 0; default: 0.01)")
                .option(
                        ETA_FROM,
                        "change eta on the way: step:eta, at most " + Schedule.MOST_CHANGES
                                + " between commas, like 400:0.001")
                .option(
                        LIMIT,
                        "learn from so many of the names only (1 to " + Corpus.MOST_NAMES
                                + "; default: all that are not held out)")
                .option(BATCH, "names per step (1 to " + Recipe.MOST_BATCH + "; default: 1)")
                .option(SEED, "random seed of weights, order and samples (default: 1)")
                .option(
                        "--" + Checkpoint.OPTIMIZER.name(),
                        Checkpoint.OPTIMIZER.choices(),
                        Checkpoint.OPTIMIZER.help() + " (default: adam)")
                .option(EMBD, "embedding size, a multiple of --n-head (1 to " + Shape.MOST_EMBD + "; default: 16)")
                .option(HEAD, "heads (1 to " + Shape.MOST_EMBD + "; default: 4)")
                .option(LAYER, "layers (1 to " + Shape.MOST_LAYERS + "; default: 1)")
                .option(BLOCK, "letters of a name that are read (1 to " + Shape.MOST_BLOCK + "; default: 16)")
                .option(
                        "--" + Checkpoint.CUT.name(),
                        Checkpoint.CUT.choices(),
                        Checkpoint.CUT.help() + " (default: none)")
                .option(OUT, "file to save it in; without one nothing is saved (with --resume: that file)")
                .option(EVERY, "also save every N steps")
                .option(RESUME, "continue this saved training; the result is the same as without the break")
                .option(LOG, "write one JSON object per step to this file, or to - for standard output")
                .json()
                .displayOptions(List.of(DisplayProfile.GLYPHS))
                .notes(
                        "Example: nabla train --steps 1000 --out names.json",
                        "Example: nabla train --of 20000 --n-layer 2 --log - | head -3",
                        "Example: nabla train --resume names.json",
                        "",
                        "Ctrl-C finishes the step and saves it.");
    }

    @Override
    public CommandResult run(Arguments given) {
        Arguments.require(
                !isStreamed(given) || !given.json(),
                LOG + " - and " + Options.JSON + " would both write to standard output; give " + LOG + " a file");
        Optional<Checkpoint> from = given.value(RESUME).map(name -> Checkpoint.open(name, console.disk()));
        for (String settled : SETTLED) {
            Arguments.require(
                    from.isEmpty() || !given.has(settled), RESUME + " goes on as it began; leave out " + settled);
        }
        Corpus corpus = given.value(NAMES)
                .map(names -> NamesFile.read(NAMES, names, console.streams().in(), console.disk()))
                .orElseGet(Corpus::standard);
        Recipe recipe = from.map(file -> Inputs.named(given.value(RESUME).get(), () -> file.recipeFor(corpus)))
                .orElseGet(() -> recipe(given, corpus));
        Snapshot first = from.map(Checkpoint::snapshot).orElseGet(() -> Snapshot.first(recipe));
        int steps = given.whole(STEPS, 0, Recipe.MOST_STEPS, recipe.of());
        Arguments.require(
                steps <= recipe.of(),
                STEPS + " " + steps + " is beyond the schedule of " + recipe.of()
                        + (from.isEmpty() ? "; type --of " + steps : " steps that the file has; type fewer"));
        Arguments.require(
                steps >= first.step(),
                STEPS + " " + steps + " is behind: the file is at step " + first.step() + "; type more");
        int every = given.whole(EVERY, 1, Recipe.MOST_STEPS, 0);
        Optional<String> out = given.value(OUT).or(() -> given.value(RESUME));
        Arguments.require(every == 0 || out.isPresent(), EVERY + " needs " + OUT + ": the file to save in");
        Optional<WholeFile> file = out.map(name -> console.disk()
                .replaceable(name, "checkpoint like names.json", Checkpoint.BEGINNING, "leave out " + OUT));
        Optional<String> log = given.value(LOG);
        try (OutputStream lines = log(log, from.isPresent())) {
            boolean redraws = !given.displayProfile().isLineByLine();
            Training training = new Training(
                    recipe, first, file, log.map(name -> lines), console.streams(), redraws, System::nanoTime);
            int signal = training.run(steps, every);
            List<String> notes = from.map(Checkpoint::notes).orElse(List.of());
            return reply(given, recipe, training.snapshot(), signal, file.isPresent() ? out : Optional.empty(), notes)
                    .withWarnings(given.json() ? List.of() : notes);
        } catch (UncheckedIOException unlogged) {
            if (isStreamed(given)) {
                throw unlogged;
            }
            return unwritten(log.get(), unlogged.getCause());
        } catch (IOException unsaved) {
            return unwritten(out.orElse(LOG), unsaved);
        }
    }

    private static boolean isStreamed(Arguments given) {
        return given.value(LOG).filter(Inputs.STREAM::equals).isPresent();
    }

    private static CommandResult unwritten(String name, IOException why) {
        return CommandResult.complaint(ExitCode.CANNOT_WRITE, name + " cannot be written: " + FileReason.of(why));
    }

    private static Recipe recipe(Arguments given, Corpus corpus) {
        Recipe usual = Recipe.standard(corpus);
        Shape shape = usual.shape();
        int steps = given.whole(STEPS, 0, Recipe.MOST_STEPS, usual.of());
        return new Recipe(
                        corpus,
                        usual.limit(),
                        new Shape(
                                corpus.vocab(),
                                given.whole(EMBD, 1, Shape.MOST_EMBD, shape.nEmbd()),
                                given.whole(HEAD, 1, Shape.MOST_EMBD, shape.nHead()),
                                given.whole(BLOCK, 1, Shape.MOST_BLOCK, shape.blockSize()),
                                given.whole(LAYER, 1, Shape.MOST_LAYERS, shape.nLayer())),
                        schedule(
                                given,
                                new Schedule(
                                        given.number(ETA).orElse(usual.eta()),
                                        given.whole(OF, 1, Recipe.MOST_STEPS, Math.max(1, steps)),
                                        List.of())),
                        given.whole(BATCH, 1, Recipe.MOST_BATCH, usual.batch()),
                        given.whole(SEED, Long.MIN_VALUE, Long.MAX_VALUE).orElse(usual.seed()),
                        given.chosen(Checkpoint.OPTIMIZER).orElse(usual.rule()),
                        given.chosen(Checkpoint.CUT).orElse(usual.cut()))
                .withNames(given.whole(LIMIT, 1, Corpus.MOST_NAMES, Recipe.ALL));
    }

    private static Schedule schedule(Arguments given, Schedule whole) {
        return given.value(ETA_FROM)
                .map(text -> InputSuggestion.read(ETA_FROM, text, Numerals::pairs))
                .map(whole::withRows)
                .orElse(whole);
    }

    private OutputStream log(Optional<String> name, boolean goesOn) {
        if (name.isEmpty()) {
            return OutputStream.nullOutputStream();
        }
        if (name.get().equals(Inputs.STREAM)) {
            return new BufferedOutputStream(console.streams().out()) {
                @Override
                public void close() throws IOException {
                    flush(); // standard output stays open
                }
            };
        }
        return console.disk().lines(name.get(), "log like loss.jsonl", LOG_BEGINNING, goesOn, "type -");
    }

    private static CommandResult reply(
            Arguments given, Recipe recipe, Snapshot now, int signal, Optional<String> out, List<String> notes) {
        TrainingFacts training = new TrainingFacts(recipe, now);
        List<Fact> facts = training.results();
        String shown = isStreamed(given)
                ? ""
                : given.json()
                        ? Json.answer("train", training.asked(), facts, notes)
                        : PlainText.foreign(
                                TextAnswers.facts(facts, TextAnswers.DIGITS),
                                given.displayProfile().glyphs().value());
        if (!now.isFinite()) {
            return new CommandResult(
                    ExitCode.NO_ANSWER,
                    shown,
                    CommandResult.errorLine("after step " + now.step()
                            + " the weights are no numbers any more: type a smaller "
                            + ETA
                            + out.map(file -> "; " + file + " is as it was").orElse("")));
        }
        String saved = out.map(file -> "step " + now.step() + " is saved; go on: nabla train " + RESUME + " "
                        + ShellCommand.quoted(file) + "; use: nabla generate " + ShellCommand.quoted(file))
                .orElse("step " + now.step() + ", and nothing is saved without " + OUT);
        return signal == 0 ? CommandResult.ok(shown) : new CommandResult(signal, shown, CommandResult.errorLine(saved));
    }

    @Override
    public CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad, given, Optional.of("train"));
    }
}
